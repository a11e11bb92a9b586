//! Sentences with a subject of their own: in parts about organisation any, elsewhere only with an explicit cue.

use super::{Duty, Leaf, partners, passed, reader, shapes, split, subjects};
use crate::{
    agency::Reader,
    model::Role,
    text::words::{Words, words},
};

/// The id of the rule.
pub(super) const ID: &str = "assignments.subject";

/// Words without which a sentence outside organisation has no explicit cue, [`LIMITS`] among them.
const CUES: &Words = &Words::of(&[
    "giao",
    "đề nghị",
    "yêu cầu",
    "chủ trì",
    "trách nhiệm",
    "đồng chí",
    "trước ngày",
    "chậm nhất",
    "định kỳ",
    "hằng quý",
    "hằng tháng",
]);

/// Words of a time limit on a report.
const LIMITS: &Words = &Words::of(&["trước ngày", "chậm nhất", "định kỳ", "hằng quý", "hằng tháng"]);

/// `gửi kết quả rà soát về Bộ Y tế trước ngày …`: a report with its limit is a duty wherever it stands.
fn reports(reader: &Reader, from: usize, end: usize) -> bool {
    let rest = reader.folded.get(from..end).unwrap_or_default();
    let sends = reader.any(from, &["gửi", "báo cáo", "tổng hợp"]).is_some();
    let whom = words![" về ", " gửi ", " báo cáo "].within(rest);
    sends && whom && LIMITS.within(rest)
}

/// One record for each agency of each subject, then those that its duty passes on to.
pub(super) fn read(leaf: &Leaf) -> Vec<Duty> {
    let mut duties: Vec<Duty> = Vec::new();
    let organisation = leaf.context.organisation;
    for passage in &leaf.passages {
        let folded = leaf.view.text.folded_at(passage);
        if !organisation && !CUES.within(folded) {
            continue;
        }
        let reader = reader(leaf.view, passage);
        let base = passage.start;
        let sentences = split::sentences(&reader);
        let full_ends = split::full_ends(&reader, &sentences);
        for (sentence, full) in sentences.into_iter().zip(full_ends) {
            let Some(subject) = subjects::own(&reader, &sentence) else {
                continue;
            };
            let from = subject.list.range.end;
            // `Đồng chí Giám đốc Sở Y tế phụ trách huyện …`
            let in_charge = || {
                let before = &reader.folded[sentence.start..subject.list.range.end];
                before.contains("đồng chí") && reader.word(from, "phụ trách").is_some()
            };
            // `Sở không gửi báo cáo đúng hạn sẽ bị phê bình`: a case that is provided for
            let rest = &reader.folded[from..full];
            if rest.trim_start().starts_with("không ") && (rest.contains(" bị ") || rest.contains(" thì ")) {
                continue;
            }
            if !organisation && !subject.cue.explicit && !reports(&reader, from, full) && !in_charge() {
                continue;
            }
            let mut ends: Vec<usize> = subject.list.agencies.iter().map(|a| a.range.end).collect();
            ends.push(from);
            let partners = partners::read(&reader, from..full, &ends);
            let words = leaf.view.text.trim(base + sentence.start..base + full);
            let mut push = |duty: Duty| {
                if !duties.iter().any(|d| d.agency == duty.agency && d.role == duty.role && d.words == duty.words) {
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
