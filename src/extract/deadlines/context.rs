//! Walks a passage from one time expression to the next and gathers what stands around each.

use std::{ops::Range, sync::LazyLock};

use super::{
    expression::{self, Expression},
    fact::{self, Setting},
    rules::RULES,
    scope::{self, Scope, TimeColumns},
    year,
};
use crate::{
    extract::{Finding, Passage},
    lexicon::{
        Phrases,
        time_phrases::{Governing, LabelKind, TIME_PHRASES},
    },
    model::DeadlineFact,
    value::{Date, Rhythm, Unit},
};

/// Words that may begin a time expression; a figure may too.
static STARTERS: LazyLock<Phrases<()>> = LazyLock::new(|| {
    const WORDS: [&str; 74] = [
        "lúc",
        "hồi",
        "trước",
        "chậm nhất",
        "muộn nhất",
        "không muộn hơn",
        "hạn cuối",
        "xong trước",
        "xong trong",
        "đến hết",
        "cho đến hết",
        "đến",
        "vào",
        "xuyên suốt",
        "trong suốt",
        "trong",
        "từ",
        "kể từ",
        "bắt đầu từ",
        "bắt đầu kể từ",
        "tính từ",
        "sau",
        "ngày",
        "các ngày",
        "tháng",
        "các tháng",
        "quý",
        "các quý",
        "năm",
        "các năm",
        "hằng",
        "hàng",
        "hăng",
        "mỗi",
        "từng",
        "định kỳ",
        "theo định kỳ",
        "thường xuyên",
        "liên tục",
        "thường kỳ",
        "thực hiện thường xuyên",
        "nhiệm vụ thường xuyên",
        "duy trì thường xuyên",
        "đầu",
        "giữa",
        "cuối",
        "thượng tuần",
        "trung tuần",
        "hạ tuần",
        "tuần",
        "nửa",
        "sáu tháng",
        "giai đoạn",
        "thời kỳ",
        "nhiệm kỳ",
        "học kỳ",
        "tối thiểu",
        "ít nhất",
        "không quá",
        "tối đa",
        "một lần",
        "hai lần",
        "một năm",
        "thứ",
        "sáng",
        "chiều",
        "mùng",
        "mồng",
        "trong thời hạn",
        "trong vòng",
        "trong thời gian",
        "dự kiến",
        "cả năm",
        "thời hạn không quá",
    ];
    Phrases::new(WORDS.map(|w| (w, ())))
});

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

/// All deadlines of a passage.
pub(super) fn read(
    passage: &Passage,
    columns: &TimeColumns,
    plan_year: Option<i32>,
) -> Vec<Finding<DeadlineFact>> {
    let folded = passage.folded();
    let mut found = Vec::new();
    let mut scope = None;
    let mut done = 0;
    let mut rhythm: Option<(usize, Rhythm)> = None;
    let mut dated: Option<i32> = None;
    for at in starts(folded) {
        if at < done {
            continue;
        }
        let scope = *scope.get_or_insert_with(|| Scope::new(passage, columns));
        if passage.node.is_none() {
            break;
        }
        let label = scope
            .label
            .or_else(|| scope::labelled(window_before(folded, at)));
        let Some(expression) = expression::read(folded, at, label.is_some()) else {
            continue;
        };
        done = expression.range.end.max(at + 1);
        let start = sentence_start(folded, expression.range.start);
        let context = Context {
            expression: &expression,
            scope,
            label,
            words: &folded[expression.range.clone()],
            before: &folded[start..expression.range.start],
            lead: window_before(folded, expression.range.start),
            after: sentence_rest(folded, expression.range.end),
            parenthesis: in_parentheses(folded, &expression),
            heading: passage.section().is_some_and(|node| {
                let inside = |h: &Range<usize>| expression.range.end + passage.range.start <= h.end;
                node.heading.as_ref().is_some_and(inside)
                    && (node.has_children || !node.text.is_empty())
            }),
            first: folded[..expression.range.start]
                .trim_start_matches(|c: char| !c.is_alphanumeric())
                .is_empty(),
            issued: passage.view.issued_year,
        };
        if let Some(period) = &expression.period {
            dated = period
                .dates()
                .iter()
                .find_map(|d| d.year())
                .filter(|_| !context.cited())
                .or(dated);
        }
        let Some(rule) = RULES.iter().find(|rule| (rule.holds)(&context)) else {
            continue;
        };
        let in_sentence = rhythm.filter(|(at, _)| *at >= start).map(|(_, r)| r);
        if let Some(read) = expression.rhythm {
            rhythm = Some((expression.range.start, read));
        }
        let fixed = dated.or_else(|| year::of_headings(passage)).or(plan_year);
        let reported = fixed.is_none() && context.reports_regularly();
        let setting = Setting {
            completes: context.completes(),
            label: label.is_some(),
            limit: label == Some(LabelKind::Limit),
            rhythm: in_sentence.or(reported.then(|| Rhythm::every(1, Unit::Year))),
        };
        let year = |date: Date| date.year().or(fixed);
        for value in fact::facts(&expression, setting, year) {
            found.push(passage.finding(rule.id, expression.range.clone(), value));
        }
    }
    found
}

/// How far back and ahead the words around an expression are looked at, in bytes.
const WINDOW: usize = 600;

/// Where an expression may begin: starter words and figures, in order.
fn starts(folded: &str) -> impl Iterator<Item = usize> {
    let mut starts: Vec<usize> = STARTERS
        .find_iter(folded)
        .map(|(range, ())| range.start)
        .collect();
    let bytes = folded.as_bytes();
    let mut inside = false;
    for (at, byte) in bytes.iter().enumerate() {
        let digit = byte.is_ascii_digit();
        if digit && !inside {
            match folded[..at].chars().next_back() {
                // `T6/2025`, `Q3/2025`
                Some('t' | 'q')
                    if at == 1 || !folded[..at - 1].ends_with(char::is_alphanumeric) =>
                {
                    starts.push(at - 1)
                }
                // the rest of a number or of a symbol
                Some(c) if c.is_alphanumeric() || c == '/' => {}
                _ => starts.push(at),
            }
        }
        inside = digit;
    }
    starts.sort_unstable();
    starts.dedup();
    starts.into_iter()
}

/// At most [`WINDOW`] bytes before `at`, padded to begin at a character.
fn window_before(folded: &str, at: usize) -> &str {
    let mut start = at.saturating_sub(WINDOW);
    while !folded.is_char_boundary(start) {
        start += 1;
    }
    &folded[start..at]
}

/// Where the sentence that holds `at` begins: after `;`, a full stop, a tab.
fn sentence_start(folded: &str, at: usize) -> usize {
    let window = window_before(folded, at);
    let stop = window.char_indices().rev().find(|(i, c)| match c {
        ';' | '\n' | '\t' => true,
        '.' => window[i + 1..].starts_with(' '),
        _ => false,
    });
    at - window.len() + stop.map_or(0, |(i, c)| i + c.len_utf8())
}

/// The words from `at` to the end of the sentence.
fn sentence_rest(folded: &str, at: usize) -> &str {
    let mut end = (at + WINDOW).min(folded.len());
    while !folded.is_char_boundary(end) {
        end -= 1;
    }
    let window = &folded[at..end];
    let stop = window.char_indices().find(|(i, c)| match c {
        ';' | '\n' | '\t' => true,
        '.' => window[i + 1..].is_empty() || window[i + 1..].starts_with([' ', '/', '\n']),
        _ => false,
    });
    &window[..stop.map_or(window.len(), |(i, _)| i)]
}

/// `( … )` around the expression and nothing else; a few words of a label may stand before it.
fn in_parentheses(folded: &str, expression: &Expression) -> bool {
    let before = folded[..expression.range.start].trim_end();
    let after = folded[expression.range.end..].trim_start();
    before.ends_with('(') && after.starts_with(')')
}

impl Context<'_> {
    /// Do its own words hold `word`?
    pub(super) fn words_contain(&self, word: &str) -> bool {
        self.words.contains(word)
    }

    /// The words of the clause before the expression.
    pub(super) fn clause(&self) -> &str {
        self.before
            .rsplit([',', '(', ':'])
            .next()
            .unwrap_or_default()
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
                completion(self.before)
                    || (self.opens() && completion(&self.after[..first_words(self.after)]))
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
        let next = self.after.trim_start().strip_prefix(',');
        next.is_some_and(|next| TIME_PHRASES.begins_with_verb(next.trim_start()))
    }

    /// Does the expression follow a duty verb directly (`cập nhật hằng ngày`)?
    pub(super) fn follows_verb(&self) -> bool {
        let near = tail(self.before, 40);
        TIME_PHRASES
            .governors
            .find_iter(near)
            .last()
            .is_some_and(|(range, kind)| {
                *kind != Governing::Noun
                    && near[range.end..].trim().is_empty()
                    && self.governor() == Governor::Verb
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
        let symbol =
            near.trim_end().rsplit([' ', '(']).next().is_some_and(|w| {
                w.contains('/') && w.contains('-') && w.contains(char::is_alphabetic)
            });
        let bare_day = self.expression.bound.is_none()
            && self.expression.rhythm.is_none()
            && self
                .expression
                .period
                .as_ref()
                .is_some_and(|p| matches!(p.dates().as_slice(), [Date::Day(_)]));
        (bare_day
            && (number
                || [
                    "luật",
                    "nghị quyết",
                    "quyết định",
                    "công văn",
                    "thông tư",
                    "nghị định",
                    "chỉ thị",
                ]
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
    fn reports_regularly(&self) -> bool {
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
    text.char_indices()
        .filter(|(_, c)| *c == ' ')
        .nth(4)
        .map_or(text.len(), |(i, _)| i)
}

/// The last duty verb or coloured noun of the words.
fn governor(words: &str) -> Governor {
    let mut governor = Governor::None;
    for (range, kind) in TIME_PHRASES.governors.find_iter(words) {
        governor = match kind {
            Governing::Strong => Governor::Verb,
            // a clause of its own lets the verb govern again
            Governing::Weak
                if governor == Governor::Noun && !opens_clause(&words[..range.start]) =>
            {
                Governor::Noun
            }
            Governing::Weak => Governor::Verb,
            Governing::Noun if words[range.end..].trim_start().starts_with("này") => governor,
            Governing::Noun => Governor::Noun,
        };
    }
    governor
}

/// Does a clause begin after the words: a comma, `và`, `để`?
fn opens_clause(before: &str) -> bool {
    let before = before.trim_end();
    before.is_empty()
        || [",", ":", ";", ".", " để", " nhằm", " đồng thời"]
            .iter()
            .any(|w| before.ends_with(w))
}
