//! Labels inside a sentence: `Sở Nội vụ chủ trì xây dựng đề án, thời gian hoàn thành: Quý III/2026.`

use super::{
    bodies::{begins_body, only_bodies},
    duty::starts_with_duty,
    headings::words_in,
};
use crate::lexicon::agency_words::{Kinds, MEANINGS, Meaning};

/// Labels that may stand at the end of a sentence, behind a comma.
const LABELS: [&str; 27] = [
    "thời gian",
    "thời gian hoàn thành",
    "thời gian thực hiện",
    "thời gian tổ chức",
    "thời gian triển khai",
    "thời gian báo cáo",
    "thời hạn",
    "thời hạn hoàn thành",
    "thời hạn thực hiện",
    "thời điểm hoàn thành",
    "tiến độ",
    "tiến độ hoàn thành",
    "tiến độ thực hiện",
    "hoàn thành",
    "cơ quan chủ trì",
    "đơn vị chủ trì",
    "cơ quan thực hiện",
    "đơn vị thực hiện",
    "cơ quan phối hợp",
    "đơn vị phối hợp",
    "cơ quan đầu mối",
    "đơn vị đầu mối",
    "đơn vị phụ trách",
    "người phụ trách",
    "kinh phí",
    "kinh phí dự kiến",
    "kinh phí thực hiện",
];

/// Fewer words before the label are a name: `Nội dung, thời gian: …`.
const FEWEST: usize = 3;

/// Do the words before a colon end with a label that tells of the sentence before it: when, by whom, for how much?
pub(super) fn labels_sentence(label: &str) -> bool {
    let Some((sentence, last)) = label.rsplit_once(", ") else { return false };
    if !LABELS.contains(&last.trim()) || words_in(sentence) < FEWEST {
        return false;
    }
    let noun = Kinds::NOUN | Kinds::FIELD | Kinds::NAME | Kinds::DECOY;
    let verb = |m: &Meaning| m.kinds.any(Kinds::VERB) && !m.kinds.any(noun);
    let deed = ["tổ chức ", "mở ", "phát động ", "biên soạn ", "đăng "].iter().any(|verb| sentence.starts_with(verb))
        || MEANINGS.at_start(sentence).is_some_and(|(_, m)| verb(m));
    starts_with_duty(sentence) || deed || begins_body(sentence) && !only_bodies(sentence)
}
