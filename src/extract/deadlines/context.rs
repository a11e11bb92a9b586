//! An expression with what stands around it: what the rules ask.

use super::{expression::Expression, scope::Scope, year::Fixed};
use crate::{
    lexicon::time_phrases::{Governing, LabelKind, TIME_PHRASES},
    text::{
        behind, is_quote_open,
        letters::{is_alphabetic, is_alphanumeric},
        words::{Words, words},
    },
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
    /// The title of the plan.
    pub(super) title: &'a str,
    /// The year of the plan, from the day of issue on.
    pub(super) plan: Option<Fixed>,
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
    /// Is a date of the plan's year over when the plan is issued?
    pub(super) fn is_over(&self, date: Date) -> bool {
        let Some(plan @ Fixed::Plan { year, .. }) = self.plan else { return false };
        date.year() == Some(year) && plan.of(date).is_none()
    }

    /// Do its own words hold `word`?
    pub(super) fn words_contain(&self, word: &str) -> bool {
        self.words.contains(word)
    }

    /// Does the title of the plan name both years?
    pub(super) fn titled(&self, from: i32, to: i32) -> bool {
        self.title.contains(&from.to_string()) && self.title.contains(&to.to_string())
    }

    /// The words of the clause before the expression.
    pub(super) fn clause(&self) -> &str {
        behind(self.before, b",(:")
    }

    /// The words of the sentence before the expression, from its first letter on.
    pub(super) fn lead_in(&self) -> &str {
        self.before.trim_start_matches(|c: char| !is_alphanumeric(c))
    }

    /// Does the rhythm belong to words that only say which or by what (`các hoạt động mà trường tổ chức hằng năm`,
    /// `thông qua các buổi sinh hoạt hằng tháng`)?
    pub(super) fn qualifies(&self) -> bool {
        const THROUGH: &Words =
            &Words::of(&["thông qua ", "lồng ghép ", "vào nội dung ", "vào tiêu chí ", "làm căn cứ ", "tiêu chí để "]);
        const AT: &Words = &Words::of(&["tại các ", "trong các ", "nhân các "]);
        let clause = self.clause();
        // `báo cáo UBND tỉnh (thông qua Sở Nội vụ) hằng tháng`: a remark qualifies nothing
        let sentence = self.before.rsplit(';').next().unwrap_or_default();
        let aside = sentence.rsplit(')').next().unwrap_or_default();
        // `tại các khu vực nguy cơ cao 3 tháng một lần`: what is counted tells of the deed
        let counted = self.words_contain("lần");
        // `phổ biến cho người lao động tham gia bồi dưỡng hằng năm`
        let taking_part = |whom: &str| whom.contains(" tham gia ") && !self.expression.periodic;
        let others = sentence.rsplit_once(" cho ").is_some_and(|(_, whom)| taking_part(whom));
        !self.opens_clause()
            && (clause.contains(" mà ") || others || THROUGH.within(aside) || !counted && AT.within(clause))
    }

    /// What governs the end of the sentence before the expression: the last duty verb or coloured noun.
    /// A sentence without either leans on the one before it (`Tổng kết … vào năm 2015; giai đoạn 2 vào năm 2020`).
    pub(super) fn governor(&self) -> Governor {
        match governor(self.before) {
            // `Mua sắm thiết bị trong năm 2025`
            Governor::None if self.acts() => Governor::Verb,
            Governor::None => governor(self.lead),
            governor => governor,
        }
    }

    /// Does the sentence before it hold any verb of duty?
    pub(super) fn acts(&self) -> bool {
        TIME_PHRASES.acts.find_iter(self.before).next().is_some()
    }

    /// The same for a rhythm, which more verbs leave to the noun that they stand in: `nhu cầu sử dụng hằng năm`.
    pub(super) fn rhythm_governor(&self) -> Governor {
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
            // `Khởi công quý II/2025, hoàn thành quý IV/2026`
            Some(_) => TIME_PHRASES
                .completion
                .find_iter(tail(self.before, 24))
                .last()
                .is_some_and(|(r, ())| tail(self.before, 24)[r.end..].trim().is_empty()),
            None if self.parenthesis => completion(self.lead),
            // `… hoàn thành rà soát, tháng 6/2026 tổ chức lấy ý kiến`: another action
            None if self.begins_next() => self.completes_at_once(),
            None => {
                let strives = ["phấn đấu", "phấn đấu để", "phải", "bảo đảm", "đảm bảo"].contains(&self.before.trim());
                self.completed_so_far()
                    || ((self.opens() || strives || self.opens_part()) && self.completes_next())
                    || self.opens_clause() && self.completes_at_once()
            }
        }
    }

    /// Does it stand behind a comma, and right before what is done in it?
    pub(super) fn begins_next(&self) -> bool {
        let after = self.after.trim_start_matches([' ', ',', ':']);
        self.before.trim_end().ends_with(',') && TIME_PHRASES.begins_with_verb(after)
    }

    /// Does an action come to its end in the sentence before, and none begin since (`đợt 1 làm xong trước …, đợt 2 tiến
    /// hành trong …`)?
    fn completed_so_far(&self) -> bool {
        const ROUNDS: &Words = &Words::of(&[" đợt ", " lần ", " giai đoạn ", " bước "]);
        const BEGINS: &Words = &Words::of(&[" tiến hành", " triển khai", " tổ chức", " bắt đầu", " khởi công"]);
        let done = TIME_PHRASES.completion.find_iter(self.before).last();
        done.is_some_and(|(range, ())| {
            let since = self.before[range.end..].split_once(',').map_or("", |(_, since)| since);
            !(ROUNDS.within(since) && BEGINS.within(since))
        })
    }

    /// Does it open what a short run-in label tells: `Phòng Kinh tế: Năm 2026, hoàn thành …`?
    pub(super) fn opens_part(&self) -> bool {
        const LONGEST_LABEL: usize = 120;
        let label = self.before.trim_end();
        label.ends_with(':') && label.len() < LONGEST_LABEL && !label.contains([',', ';', '%'])
    }

    /// Does an action come to its end in the first words after the expression (`…, các xã phải hoàn thành …`)? What is
    /// complete already does not count.
    fn completes_next(&self) -> bool {
        // `Trong năm 2023, Ban cán sự đảng UBND tỉnh chịu trách nhiệm chỉ đạo hoàn thành …`
        let reach = if self.body_follows() { WORDS_WITH_BODY } else { FIRST_WORDS };
        let near = &self.after[..first_words(self.after, reach)];
        TIME_PHRASES.completion.find_iter(near).any(|(range, ())| {
            let before = near[..range.start].trim_end();
            !["đã", "chưa", "được", "việc", "tỷ lệ", "mức độ"].iter().any(|w| before.ends_with(w))
        })
    }

    /// Is what follows the expression at once the end of an action: `năm 2026 hoàn thành 40 đơn vị`?
    pub(super) fn completes_at_once(&self) -> bool {
        TIME_PHRASES.completion.at_start(self.after.trim_start()).is_some()
    }

    /// Does the expression open its sentence?
    pub(super) fn opens(&self) -> bool {
        self.before.chars().all(|c| !is_alphanumeric(c))
    }

    /// Does it tell when the occasion is that opens the sentence: `Trong dịp nghỉ lễ từ ngày 27/4 đến ngày 01/5`?
    pub(super) fn occasion(&self) -> bool {
        const MOST_WORDS: usize = 9;
        let opening = self.lead_in();
        words!["trong dịp ", "dịp ", "nhân dịp ", "trong đợt ", "trong thời gian ", "trong kỳ "]
            .iter()
            .any(|w| opening.starts_with(w))
            && opening.split(' ').count() <= MOST_WORDS
            && !opening.contains([',', ':', '('])
            && self.words.starts_with("từ ")
    }

    /// Does a clause begin here: after a comma, a colon, an opening parenthesis, or at the start?
    pub(super) fn opens_clause(&self) -> bool {
        let before = self.before.trim_end();
        before.is_empty() || before.ends_with([',', ':', '(', '-', '–', '+', '•'])
    }

    /// Does the sentence end after the expression?
    pub(super) fn closes(&self) -> bool {
        let after = self.after.trim_start();
        after.is_empty() || after.chars().all(|c| !is_alphanumeric(c))
    }

    /// Does it close a pair of parentheses that holds more words?
    pub(super) fn closes_remark(&self) -> bool {
        let open = self.before.rfind('(').is_some_and(|at| !self.before[at..].contains(')'));
        open && !self.parenthesis && self.after.trim_start().starts_with(')')
    }

    /// Does the expression follow a duty verb directly (`cập nhật hằng ngày`)?
    pub(super) fn follows_verb(&self) -> bool {
        // `Sao lưu hằng tháng`: all that the sentence says so far
        let so_far = self.before.trim_matches(|c: char| !is_alphanumeric(c));
        let act = TIME_PHRASES.acts.find_iter(so_far).next();
        if act.is_some_and(|(range, ())| range == (0..so_far.len())) {
            return true;
        }
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
        // `Hội nghị triển khai Luật: ngày 20/3/2026`: no document is dated behind a colon
        // (`Quyết định của …, ban hành: ngày …` is)
        let label = self.before.trim_end().strip_suffix(':').map(str::trim_end);
        if label.is_some_and(|label| !["ban hành", "ký", "số"].iter().any(|w| label.ends_with(w))) {
            return false;
        }
        let near = tail(self.before, 70);
        let number = near.contains("số ")
            && near.rfind("số ").is_some_and(|at| {
                let rest = &near[at + "số ".len()..];
                let token = rest.split(' ').next().unwrap_or_default();
                token.starts_with(|c: char| c.is_ascii_digit()) && token.contains(['/', '-'])
            });
        let symbol = near
            .trim_end()
            .rsplit([' ', '('])
            .next()
            .is_some_and(|w| w.contains('/') && w.contains('-') && w.contains(is_alphabetic));
        let bare_day = self.expression.bound.is_none()
            && self.expression.rhythm.is_none()
            && self.expression.period.as_ref().is_some_and(|p| matches!(p.dates().as_slice(), [Date::Day(_)]));
        (bare_day
            && (number
                || words!["luật", "nghị quyết", "quyết định", "công văn", "thông tư", "nghị định", "chỉ thị"]
                    .within(near)))
            || symbol
    }

    /// Is it inside quotation marks, as part of a name?
    pub(super) fn quoted(&self) -> bool {
        is_quote_open(self.before)
    }

    /// Does the sentence measure something in percent?
    pub(super) fn percent(&self) -> bool {
        self.before.contains('%') || self.after.split(';').next().is_some_and(|after| after.contains('%'))
    }

    /// The same of its own clause alone, when a verb begins that: `nâng mức hỗ trợ lên 30%, trình … trong năm 2025`.
    pub(super) fn percent_of_duty(&self) -> bool {
        let clause = self.clause().trim_start();
        if self.before.contains('%') && !clause.contains('%') && TIME_PHRASES.begins_with_verb(clause) {
            return self.after.split([',', ';']).next().is_some_and(|after| after.contains('%'));
        }
        self.percent()
    }
}

/// The words up to the end of their clause; the comma of a decimal ends none.
pub(super) fn clause_of(words: &str) -> &str {
    let figure = |at: usize| words[at..].starts_with(|d: char| d.is_ascii_digit());
    let end = words.char_indices().find(|&(at, letter)| match letter {
        ',' => !figure(at + 1),
        ';' | ':' | '(' => true,
        _ => false,
    });
    &words[..end.map_or(words.len(), |(at, _)| at)]
}

/// The last `bytes` of a text, from a character on.
pub(super) fn tail(text: &str, bytes: usize) -> &str {
    let mut start = text.len().saturating_sub(bytes);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    &text[start..]
}

/// How many words after a time tell what is done; more when a body stands before its verb.
pub(super) const FIRST_WORDS: usize = 11;
const WORDS_WITH_BODY: usize = 18;

/// Where the first few words of a text end.
pub(super) fn first_words(text: &str, words: usize) -> usize {
    text.char_indices().filter(|(_, c)| *c == ' ').nth(words).map_or(text.len(), |(i, _)| i)
}

/// The last duty verb or coloured noun of the words.
pub(super) fn governor(words: &str) -> Governor {
    let mut governor = Governor::None;
    let mut noun_end = usize::MAX;
    for (range, kind) in TIME_PHRASES.governors.find_iter(words) {
        // `tổ chức “Ngày hội đổi rác” hằng quý`: a title governs nothing
        if is_quote_open(&words[..range.start]) {
            continue;
        }
        // `kế hoạch thanh tra hằng năm`: a verb right after such a noun is part of it
        // (`duy trì chế độ giao ban hằng tháng` is a duty)
        let compound =
            words.get(noun_end..range.start).is_some_and(|gap| gap == " ") && !words[..noun_end].ends_with("chế độ");
        noun_end = if *kind == Governing::Noun { range.end } else { usize::MAX };
        governor = match kind {
            Governing::Strong if compound => Governor::Noun,
            // a clause of its own lets the verb govern again
            Governing::Weak if governor == Governor::Noun && !opens_clause(&words[..range.start]) => Governor::Noun,
            Governing::Strong | Governing::Weak => Governor::Verb,
            Governing::Noun if words[range.end..].trim_start().starts_with("này") => governor,
            // `Sở Kế hoạch và Đầu tư`, `Phòng Tài chính - Kế hoạch`
            Governing::Noun if is_of_a_body(&words[..range.start], &words[range.end..]) => governor,
            Governing::Noun => Governor::Noun,
        };
    }
    governor
}

/// Is `kế hoạch` between the words a part of a body's name?
fn is_of_a_body(before: &str, after: &str) -> bool {
    after.starts_with(" và đầu tư")
        || ["tài chính - ", "tài chính – ", "tài chính-"].iter().any(|w| before.ends_with(w))
}

/// Does a clause begin after the words: a comma, `và`, `để`?
fn opens_clause(before: &str) -> bool {
    let before = before.trim_end();
    before.is_empty() || [",", ":", ";", ".", " để", " nhằm", " đồng thời"].iter().any(|w| before.ends_with(w))
}
