//! What makes a clause a duty though its first words do not: `chịu trách nhiệm` after other verbs, an order that holds
//! for the clauses after it, a topic before a colon.

use std::ops::Range;

use super::{
    cues,
    subjects::{self, Subject},
};
use crate::{
    agency::Reader,
    lexicon::agency_words::Kinds,
    model::Role,
    text::words::{Words, words},
};

/// `trực tiếp chỉ đạo và chịu trách nhiệm về kết quả`: the subject's second verb is the cue.
pub(super) fn answers(reader: &Reader, clause: Range<usize>) -> bool {
    let Some(words) = reader.folded.get(clause) else { return false };
    words.match_indices(" chịu trách nhiệm").any(|(at, _)| {
        let before = words[..at].trim_end_matches(" phải");
        before.ends_with([',']) || before.ends_with(" và")
    })
}

/// How the clauses of one sentence hang on the first: `Giao X …; Y …; Z …`.
#[derive(Debug, Default)]
pub(super) struct Governing {
    ordered: bool,
    led: bool,
}

impl Governing {
    /// Does an order before the clause hold for its subject? `Giao A xây dựng đề án; B góp ý`, `A chủ trì; B phối hợp`.
    pub(super) fn step(&mut self, reader: &Reader, clause: &Range<usize>, subject: Option<&Subject>) -> bool {
        let role = subject.map(|s| s.cue.role);
        let governed = self.ordered || self.led && role == Some(Role::Coordinate);
        let goes_on = reader.folded.get(clause.clone()).is_some_and(|words| words.trim_end().ends_with([';', ',']));
        let opens = subjects::start(reader, clause);
        let order = reader
            .kind(opens, Kinds::ORDER)
            .is_some_and(|o| words!["giao", "phân công", "yêu cầu", "đề nghị"].within(&reader.folded[o.range.clone()]));
        self.ordered = goes_on && (self.ordered || order && subject.is_some());
        self.led = goes_on && (self.led || role == Some(Role::Lead));
        governed
    }
}

/// How long a topic before its colon is at most, in bytes.
const TOPIC: usize = 160;

/// `Báo cáo tổng kết và phương hướng năm sau: các phòng gửi Văn phòng …`: the subject after what the clause is about.
pub(super) fn after_topic(reader: &Reader, sentence: &Range<usize>) -> Option<Subject> {
    let from = subjects::start(reader, sentence);
    let words = reader.folded.get(from..sentence.end)?;
    let colon = words.find(':').filter(|&c| c < TOPIC && !words[..c].contains([';', '.', '(']))?;
    let list = cues::agencies(reader, from + colon + 1).filter(|l| l.range.end <= sentence.end)?;
    if !cues::duty_follows(reader, list.range.end) {
        return None;
    }
    let cue = cues::first_cue(reader, list.range.end);
    Some(Subject { list, cue, told: false })
}

/// What is reported, before who does.
const REPORTED: &Words = &Words::of(&[
    "kết quả",
    "mọi khó khăn",
    "mọi vướng mắc",
    "mọi ý kiến",
    "những khó khăn",
    "những vướng mắc",
    "các khó khăn",
    "các vướng mắc",
    "danh sách",
]);

/// Words before a body that is no subject: whose the results are, who receives them.
const OTHERS: &Words = &Words::of(&[
    " của",
    " tại",
    " về",
    " cho",
    " với",
    " ở",
    " từ",
    " do",
    " gửi",
    " trong",
    " theo",
    " đến",
    " tới",
    " qua",
    " thuộc",
    " trình",
    " nộp",
    " báo cáo",
    " cùng",
    " giữa",
    " là",
]);

/// `Kết quả thực hiện các đơn vị báo cáo về Sở Nội vụ`: the subject after what it reports, without a mark.
pub(super) fn reported(reader: &Reader, sentence: &Range<usize>) -> Option<Subject> {
    let topic = reader.longest(subjects::start(reader, sentence), REPORTED)?;
    let words = reader.ahead(topic, sentence.end.saturating_sub(topic).min(TOPIC));
    let end = topic + words.find([',', ';', ':', '.', '(']).unwrap_or(words.len());
    let who = reader.lexemes_from(topic).iter().take_while(|l| l.range.start < end);
    let at = who.map(|l| l.range.start).find(|&at| reader.begins(at))?;
    let before = reader.folded[..at].trim_end();
    let list = cues::agencies(reader, at).filter(|l| l.range.end <= sentence.end)?;
    let sends = reader.any(list.range.end, words!["báo cáo", "gửi", "phản ánh", "tổng hợp", "nộp"])?;
    let whom = words![" về ", " gửi ", " cho "].within(reader.folded.get(sends..sentence.end)?);
    if !whom || OTHERS.iter().any(|o| before.ends_with(o)) {
        return None;
    }
    let cue = cues::first_cue(reader, list.range.end);
    Some(Subject { list, cue, told: false })
}

/// Is it a body of the Party, which leads others: `lãnh đạo UBND xã cụ thể hóa …`?
pub(super) fn is_party(name: &str) -> bool {
    const PARTY: [&str; 8] =
        ["Đảng", "Các đảng", "Ban cán sự", "Ban Cán sự", "Ban Thường vụ", "Huyện ủy", "Các huyện ủy", "Thành ủy"];
    PARTY.iter().any(|p| name.starts_with(p))
}

/// `Ban Cán sự đảng …; lãnh đạo Sở Y tế chủ trì`: after a body of the Party `lãnh đạo` is what it does, not who acts.
pub(super) fn led_by_party(subject: &mut Subject) {
    if let Some(first) = subject.list.agencies.first_mut()
        && let Some(led) = first.name.strip_prefix("Lãnh đạo ")
    {
        first.name = led.to_owned();
    }
}
