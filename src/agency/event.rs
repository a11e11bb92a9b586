//! Boards that are called by an event or an undertaking: `Ban Tổ chức Cuộc thi tìm hiểu pháp luật`, `Ban Chỉ đạo Chương
//! trình truyền thông “Vì ngày mai”`.

use super::reader::Reader;
use crate::{
    lexicon::agency_words::Kinds,
    text::words::{List, Words, words},
};

/// What boards are set up for.
const EVENTS: &Words = &Words::of(&[
    "chương trình",
    "chiến dịch",
    "cuộc thi",
    "cuộc vận động",
    "đề án",
    "diễn đàn",
    "dự án",
    "đợt",
    "giải",
    "giải thưởng",
    "hội diễn",
    "hội nghị",
    "hội thảo",
    "hội thi",
    "kỳ thi",
    "lễ",
    "liên hoan",
    "ngày hội",
    "phong trào",
    "quỹ",
    "tháng",
    "triển lãm",
    "tuần lễ",
]);

/// What events are about, verbs elsewhere.
const ABOUT: &Words =
    &Words::of(&["tìm hiểu", "truyền thông", "phát triển", "sáng tác", "khởi nghiệp", "bình chọn", "kỷ niệm"]);

/// What is done at a ceremony.
const CEREMONIES: &Words = &Words::of(&[
    "phát động",
    "ra quân",
    "mít tinh",
    "khai mạc",
    "bế mạc",
    "trao giải",
    "tổng kết",
    "công bố",
    "đón nhận",
    "khởi công",
    "khánh thành",
]);

/// How far a title stands behind the event, and how long what it is about is, in bytes.
const REACH: usize = 60;

impl Reader<'_> {
    /// The end of what the event is about that the name of the head up to `head` has got to at `end`: with its title in
    /// quotation marks, or before the duty.
    pub(crate) fn event(&self, head: usize, end: usize) -> Option<usize> {
        let at = self.blanks(end);
        if at == end || self.capital(at) {
            return None;
        }
        let name = self.folded.get(head..end)?.trim_start();
        let event = EVENTS.backs(name).map(|(_, event)| event).find(|event| {
            let before = &name[..name.len() - event.len()];
            (before.is_empty() || before.ends_with(' ')) && self.proper(end - event.len())
        })?;
        let window = self.ahead(at, 2 * REACH);
        let stop = window.find([',', ';', '.', ':', '(', '“', '"', '\n']).unwrap_or(window.len());
        let title = window[stop..].starts_with(['“', '"']) && (1..REACH).contains(&stop);
        let words = self.plain.get(at..at + stop)?;
        if title && !words.contains(char::is_uppercase) && !self.tells(at, at + stop) {
            return self.quoted(at + stop);
        }
        let about = self.any(at, ABOUT).or_else(|| self.any(at, CEREMONIES).filter(|_| event == "lễ"))?;
        let mut near = self.lexemes_from(about).iter().take_while(|l| l.range.start < at + stop);
        let duty = near.find(|l| l.is(Kinds::DUTY) && !l.is(Kinds::NAME | Kinds::NOUN))?;
        let object = self.folded.get(about..duty.range.start)?;
        let goes_on = object.len() < REACH && !object.trim_end().ends_with(" và");
        let plain = !words!["các", "những", "theo", "để", "cho", "về"].within(object);
        (goes_on && plain && !self.capital(duty.range.start)).then(|| about + object.trim_end().len())
    }

    /// Does a cue of a role, an order or an adverb stand in `from..to`?
    fn tells(&self, from: usize, to: usize) -> bool {
        let cue = Kinds::LEAD | Kinds::COORDINATE | Kinds::ORDER | Kinds::ADVERB;
        self.lexemes_from(from).iter().take_while(|l| l.range.start < to).any(|l| l.is(cue))
    }
}
