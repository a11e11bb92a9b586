//! Sentences with a subject of their own: in parts about organisation any, elsewhere only with an explicit cue.

use std::ops::Range;

use super::{
    Duty, Leaf,
    answers::{self, Governing},
    cues, groups, partners, passed, reader, results, shapes, split, subjects,
};
use crate::{
    agency::Reader,
    model::Role,
    text::words::{Words, words},
};

/// The id of the rule.
pub(super) const ID: &str = "assignments.subject";

/// Words without which a sentence outside organisation has no explicit cue.
const CUES: &Words =
    &Words::of(&["giao", "mời ", "phân công", "đề nghị", "yêu cầu", "chủ trì", "đầu mối", "trách nhiệm", "đồng chí"]);

/// Words of a time limit on a report; one printed as `trước 30/6` opens with a figure.
const LIMITS: &Words = &Words::of(&[
    "trước ngày",
    "trước tháng",
    "trước quý",
    "trước 0",
    "trước 1",
    "trước 2",
    "trước 3",
    "chậm nhất",
    "định kỳ",
    "hằng quý",
    "hằng tháng",
    "trong tháng",
    "trong quý",
    "trong năm 2",
    "vào tháng",
    "vào quý",
]);

/// Words without which nothing is reported.
const REPORTS: &Words = &Words::of(&["báo cáo", "gửi", "tổng hợp"]);

/// `gửi kết quả rà soát về Bộ Y tế trước ngày …`: a report with its limit is a duty wherever it stands.
fn reports(reader: &Reader, from: usize, sentence: &Range<usize>, end: usize) -> bool {
    let rest = reader.folded.get(from..end).unwrap_or_default();
    let sends = reader.any(from, REPORTS).is_some();
    let whom = words![" về ", " gửi ", " báo cáo "].within(rest);
    sends && whom && LIMITS.within(rest) || reports_then(reader, from..sentence.end)
}

/// `rà soát văn bản, báo cáo kết quả gửi Bộ Y tế trước ngày …`: the same after another verb.
fn reports_then(reader: &Reader, rest: Range<usize>) -> bool {
    let words = reader.folded.get(rest.clone()).unwrap_or_default();
    let joints = [", báo cáo ", ", gửi ", " và báo cáo ", " và gửi "];
    let Some(report) = joints.iter().filter_map(|j| words.find(j).map(|at| at + j.len())).min() else { return false };
    let clause = &words[report..];
    let to = [" gửi ", " về "].iter().find_map(|to| clause.find(to).map(|at| report + at + to.len())).unwrap_or(report);
    LIMITS.within(clause) && cues::agencies(reader, rest.start + to).is_some()
}

/// `Văn phòng UBND tỉnh thông báo để các cơ quan, đơn vị biết, thực hiện`: how a notice closes.
fn is_notice(rest: &str) -> bool {
    let told = rest.trim_start().strip_prefix("thông báo").filter(|told| told.len() < 200);
    told.is_some_and(|told| {
        words![" biết, thực hiện", " biết và thực hiện", " biết, tổ chức thực hiện", " biết, triển khai"].within(told)
    })
}

/// How many duties before a sentence may have named those that `mỗi đơn vị` stands for.
const NEAR: usize = 24;

/// One record for each agency of each subject, then those that its duty passes on to.
pub(super) fn read(leaf: &Leaf) -> Vec<Duty> {
    let mut duties: Vec<Duty> = Vec::new();
    let organisation = leaf.context.organisation;
    for passage in &leaf.passages {
        let folded = leaf.view.text.folded_at(passage);
        let told = organisation || CUES.within(folded) || LIMITS.within(folded) && REPORTS.within(folded);
        if !told {
            continue;
        }
        let reader = reader(leaf.view, passage);
        let base = passage.start;
        let sentences = split::sentences(&reader);
        let full_ends = split::full_ends(&reader, &sentences);
        let mut governing = Governing::default();
        // the clause goes on with the duty of a subject before it, of the Party or not
        let mut carried: Option<bool> = None;
        for (sentence, full) in sentences.into_iter().zip(full_ends) {
            let found = subjects::own(&reader, &sentence)
                .or_else(|| answers::after_topic(&reader, &sentence))
                .or_else(|| answers::reported(&reader, &sentence));
            // `Hội Nông dân, Hội Phụ nữ: …; mỗi tổ chức đăng ký …`
            let before = duties.iter().rev().take(NEAR).map(|d| d.agency.as_str());
            let found = found.filter(|s| !groups::each_of(before, &s.list));
            let governed = governing.step(&reader, &sentence, found.as_ref());
            let goes_on = reader.folded[sentence.clone()].ends_with(';');
            let Some(mut subject) = found else {
                // `Ban A chủ trì …; chỉ đạo Báo B mở chuyên mục`
                let from = subjects::start(&reader, &sentence);
                let told = match carried {
                    Some(_) => passed::passed_on(&reader, &sentence, from),
                    None => passed::told_to_lead(&reader, &sentence, from),
                };
                push_told(leaf, &reader, told, base, sentence.end, &mut duties);
                carried = carried.filter(|_| goes_on);
                continue;
            };
            let party = subject.list.agencies.first().is_some_and(|a| answers::is_party(&a.name));
            if carried == Some(true) {
                answers::led_by_party(&mut subject);
            }
            carried = None;
            let from = subject.list.range.end;
            // `Đồng chí Giám đốc Sở Y tế phụ trách huyện …`
            let in_charge = || {
                let before = &reader.folded[sentence.start..subject.list.range.end];
                before.contains("đồng chí") && reader.word(from, "phụ trách").is_some()
            };
            if results::case(&reader, from, full) {
                continue;
            }
            let rest = &reader.folded[from..full];
            if is_notice(rest) || subject.list.agencies.iter().all(|a| a.name.ends_with(" sau đây")) {
                continue;
            }
            let explicit = subject.cue.explicit || governed || answers::answers(&reader, from..sentence.end);
            if !organisation && !explicit && !reports(&reader, from, &sentence, full) && !in_charge() {
                let told = passed::told_to_lead(&reader, &sentence, from);
                push_told(leaf, &reader, told, base, sentence.end, &mut duties);
                continue;
            }
            if results::measured(&reader, from, &sentence) || results::hands_out(&reader, &subject, &sentence) {
                continue;
            }
            carried = goes_on.then_some(party);
            let mut ends: Vec<usize> = subject.list.agencies.iter().map(|a| a.range.end).collect();
            ends.push(from);
            let partners = partners::read(&reader, from..full, &ends);
            let words = leaf.view.text.trim(base + sentence.start..base + full);
            // only its own duties have the words of this sentence
            let since = duties.len();
            let mut push = |duty: Duty| {
                if !duties[since..]
                    .iter()
                    .any(|d| d.agency == duty.agency && d.role == duty.role && d.words == duty.words)
                {
                    duties.push(duty);
                }
            };
            for agency in subject.list.agencies {
                let role = subject.cue.role;
                push(Duty {
                    agency: agency.name,
                    role,
                    partners: partners.clone(),
                    task: words.clone(),
                    words: words.clone(),
                });
            }
            // `Sở Y tế chủ trì, Sở Tài chính và các địa phương phối hợp`
            for agency in shapes::allies(&reader, &sentence, from).into_iter().flat_map(|l| l.agencies) {
                let (task, words) = (words.clone(), words.clone());
                push(Duty { agency: agency.name, role: Role::Coordinate, partners: Vec::new(), task, words });
            }
            for told in passed::passed_on(&reader, &sentence, from) {
                let task = leaf.view.text.trim(base + told.list.range.start..base + full);
                ends.push(told.list.range.end);
                let partners = partners::read(&reader, from..full, &ends);
                for agency in told.list.agencies {
                    let (words, partners) = (task.clone(), partners.clone());
                    let role = told.cue.role;
                    push(Duty { agency: agency.name, role, partners, task: words.clone(), words });
                }
            }
        }
    }
    duties
}

/// One record for each body that a clause without a subject of its own tells to act, with the partners of the clause.
fn push_told(
    leaf: &Leaf,
    reader: &Reader,
    told: Vec<subjects::Subject>,
    base: usize,
    end: usize,
    duties: &mut Vec<Duty>,
) {
    for subject in told {
        let words = leaf.view.text.trim(base + subject.list.range.start..base + end);
        let partners = partners::read(reader, subject.list.range.end..end, &[subject.list.range.end]);
        for agency in subject.list.agencies {
            let (task, words, partners) = (words.clone(), words.clone(), partners.clone());
            duties.push(Duty { agency: agency.name, role: subject.cue.role, partners, task, words });
        }
    }
}
