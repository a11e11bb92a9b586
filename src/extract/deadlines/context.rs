//! An expression with what stands around it: what the rules ask.

use super::{expression::Expression, scope::Scope};
use crate::{
    lexicon::time_phrases::{Governing, LabelKind, TIME_PHRASES},
    value::Date,
};

/// An expression with what stands around it.
pub(super) struct Context<'a> {
    pub(super) expression: &'a Expression,
    pub(super) scope: Scope,
    /// It is the value of a time label or stands in a time column.
    pub(super) label: Option<LabelKind>,
    /// Its own words.
    pub(super) words: &'a str,
    /// The sentence before it.
    pub(super) before: &'a str,
    /// The passage before it, as far back as words are looked at.
    pub(super) lead: &'a str,
    /// The sentence after it.
    pub(super) after: &'a str,
    /// It fills a pair of parentheses.
    pub(super) parenthesis: bool,
    /// It stands in the heading of a node that has more words.
    pub(super) heading: bool,
    /// It opens its passage.
    pub(super) first: bool,
    /// The year of issue.
    pub(super) issued: Option<i32>,
}

/// What governs the words at the end of a clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Governor {
    /// A verb of duty.
    Verb,
    /// A noun that a rhythm only colours.
    Noun,
    /// Neither.
    None,
}

impl Context<'_> {
    /// Do its own words hold `word`?
    pub(super) fn words_contain(&self, word: &str) -> bool {
        self.words.contains(word)
    }

    /// The words of the clause before the expression.
    pub(super) fn clause(&self) -> &str {
        self.before.rsplit([',', '(', ':']).next().unwrap_or_default()
    }

    /// What governs the end of the sentence before the expression: the last duty verb or coloured noun.
    /// A sentence without either leans on the one before it (`Tổng kết … vào năm 2015; giai đoạn 2 vào năm 2020`).
    pub(super) fn governor(&self) -> Governor {
        match governor(self.before) {
            Governor::None => governor(self.lead),
            governor => governor,
        }
    }

    /// Does the action come to its end by the time given?
    pub(super) fn completes(&self) -> bool {
        let completion = |words: &str| TIME_PHRASES.completion.find_iter(words).next().is_some();
        match self.label {
            Some(LabelKind::Completes) => true,
            Some(_) => false,
            None if self.parenthesis => completion(self.lead),
            None => {
                let strives = ["phấn đấu", "phấn đấu để", "phải", "bảo đảm", "đảm bảo"].contains(&self.before.trim());
                completion(self.before)
                    || ((self.opens() || strives) && completion(&self.after[..first_words(self.after)]))
            }
        }
    }

    /// Does the expression open its sentence?
    pub(super) fn opens(&self) -> bool {
        self.before.chars().all(|c| !c.is_alphanumeric())
    }

    /// Does a clause begin here: after a comma, a colon, an opening parenthesis, or at the start?
    pub(super) fn opens_clause(&self) -> bool {
        let before = self.before.trim_end();
        before.is_empty() || before.ends_with([',', ':', '(', '-', '–', '+', '•'])
    }

    /// Does the sentence end after the expression?
    pub(super) fn closes(&self) -> bool {
        let after = self.after.trim_start();
        after.is_empty() || after.chars().all(|c| !c.is_alphanumeric())
    }

    /// Does the next clause begin with a duty verb (`sơ kết trong năm 2023, tổng kết …`)?
    pub(super) fn next_duty(&self) -> bool {
        let after = self.after.trim_start();
        let next = after.strip_prefix(',').or_else(|| after.strip_prefix("và "));
        next.is_some_and(|next| TIME_PHRASES.begins_with_verb(next.trim_start()))
    }

    /// Does the expression follow a duty verb directly (`cập nhật hằng ngày`)?
    pub(super) fn follows_verb(&self) -> bool {
        let near = tail(self.before, 40);
        TIME_PHRASES.governors.find_iter(near).last().is_some_and(|(range, kind)| {
            *kind != Governing::Noun && near[range.end..].trim().is_empty() && self.governor() == Governor::Verb
        })
    }

    /// Does the clause end after the expression?
    pub(super) fn closes_clause(&self) -> bool {
        self.closes() || self.after.trim_start().starts_with([',', ')', ':', '('])
    }

    /// Is it the date of a cited document?
    pub(super) fn cited(&self) -> bool {
        let near = tail(self.before, 70);
        let number = near.rfind("số ").is_some_and(|at| {
            let rest = &near[at + "số ".len()..];
            let token = rest.split(' ').next().unwrap_or_default();
            token.starts_with(|c: char| c.is_ascii_digit()) && token.contains(['/', '-'])
        });
        let symbol = near
            .trim_end()
            .rsplit([' ', '('])
            .next()
            .is_some_and(|w| w.contains('/') && w.contains('-') && w.contains(char::is_alphabetic));
        let bare_day = self.expression.bound.is_none()
            && self.expression.rhythm.is_none()
            && self.expression.period.as_ref().is_some_and(|p| matches!(p.dates().as_slice(), [Date::Day(_)]));
        (bare_day
            && (number
                || ["luật", "nghị quyết", "quyết định", "công văn", "thông tư", "nghị định", "chỉ thị"]
                    .iter()
                    .any(|w| near.contains(w))))
            || symbol
    }

    /// Is it inside quotation marks, as part of a name?
    pub(super) fn quoted(&self) -> bool {
        let open = |mark: char| self.before.rfind(mark);
        let curly = match (open('“'), open('”')) {
            (Some(o), Some(c)) => o > c,
            (Some(_), None) => true,
            _ => false,
        };
        curly || self.before.matches('"').count() % 2 == 1
    }

    /// Does the sentence measure something in percent?
    pub(super) fn percent(&self) -> bool {
        self.before.contains('%') || self.after.contains('%')
    }

    /// Does it name a report that comes again (`báo cáo 6 tháng`, `báo cáo năm`)?
    pub(super) fn reports_regularly(&self) -> bool {
        [
            "báo cáo năm",
            "báo cáo 6 tháng",
            "báo cáo 06 tháng",
            "báo cáo quý",
            "báo cáo định kỳ",
            "hằng năm",
            "hàng năm",
            "định kỳ",
        ]
        .iter()
        .any(|w| self.before.contains(w))
    }
}

/// The last `bytes` of a text, from a character on.
pub(super) fn tail(text: &str, bytes: usize) -> &str {
    let mut start = text.len().saturating_sub(bytes);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    &text[start..]
}

/// Where the first few words of a text end.
fn first_words(text: &str) -> usize {
    text.char_indices().filter(|(_, c)| *c == ' ').nth(4).map_or(text.len(), |(i, _)| i)
}

/// The last duty verb or coloured noun of the words.
fn governor(words: &str) -> Governor {
    let mut governor = Governor::None;
    for (range, kind) in TIME_PHRASES.governors.find_iter(words) {
        governor = match kind {
            // a clause of its own lets the verb govern again
            Governing::Weak if governor == Governor::Noun && !opens_clause(&words[..range.start]) => Governor::Noun,
            Governing::Strong | Governing::Weak => Governor::Verb,
            Governing::Noun if words[range.end..].trim_start().starts_with("này") => governor,
            Governing::Noun => Governor::Noun,
        };
    }
    governor
}

/// Does a clause begin after the words: a comma, `và`, `để`?
fn opens_clause(before: &str) -> bool {
    let before = before.trim_end();
    before.is_empty() || [",", ":", ";", ".", " để", " nhằm", " đồng thời"].iter().any(|w| before.ends_with(w))
}
