//! Who is told to act: `giao X`, `đề nghị X và yêu cầu Y`, `mời X phối hợp`, `văn nghệ giao X chuẩn bị`.

use std::ops::Range;

use super::{
    cues::{self, Cue},
    passed::sends_people,
    subjects::{Subject, start},
    taking_part,
};
use crate::{
    agency::{Agency, Lexeme, Listed, Reader, canonical},
    lexicon::agency_words::Kinds,
    text::{
        letters::is_alphabetic,
        words::{Words, words},
    },
};

/// Words of assent before an order: `Thống nhất giao Sở A`, `UBND tỉnh đồng ý chủ trương và giao Sở A`.
pub(super) const ASSENT: &Words = &Words::of(&["thống nhất", "cơ bản thống nhất", "nhất trí", "đồng ý", "tán thành"]);

/// Orders that make who is told the subject: `giao X`, `đề nghị X`, `yêu cầu X`.
fn tells(reader: &Reader, at: usize) -> Option<usize> {
    let order = reader.kind(at, Kinds::ORDER)?;
    let words = &reader.folded[order.range.clone()];
    let telling = words!["giao", "đề nghị", "yêu cầu", "phân công", "ủy quyền"].within(words);
    telling.then_some(order.range.end)
}

/// Words between who gives an order and the order: `UBND tỉnh cũng giao Sở Y tế …`.
const ALSO: &Words = &Words::of(&["cũng", "còn", "vừa", "nay", "tiếp tục", "đồng thời"]);

/// Where an order begins behind the body that gives it and ends at `end`.
pub(super) fn behind_giver(reader: &Reader, end: usize) -> usize {
    reader.blanks(reader.any(end, ALSO).unwrap_or(end))
}

/// Where an order begins behind a short name of who gives it: `Thủ tướng yêu cầu …`, `Tỉnh đề nghị …`.
pub(super) fn short_giver(reader: &Reader, at: usize) -> Option<usize> {
    let place = || reader.kind(at, Kinds::TERRITORY).filter(|_| reader.capital(at)).map(|place| place.range.end);
    let order = behind_giver(reader, reader.word(at, "thủ tướng").or_else(place)?);
    (tells(reader, order).is_some() && !reader.capital(order)).then_some(order)
}

/// `giao X chủ trì`, `đề nghị X quan tâm`.
pub(super) fn told(reader: &Reader, at: usize, sentence: &Range<usize>) -> Option<Subject> {
    let Some(mut next) = tells(reader, at) else { return invited(reader, at, sentence) };
    let rest = reader.rest(next);
    if rest.starts_with(':') {
        next += 1;
    }
    let list = cues::agencies(reader, next).or_else(|| level(reader, next));
    let list = list.filter(|l| l.range.end <= sentence.end)?;
    if sends_people(reader, &reader.folded[at..next], &list) {
        return None;
    }
    // `Đề nghị Mặt trận, các đoàn thể: Huyện đoàn vận động …`: one of them has a duty of its own
    let colon = reader.blanks(list.range.end);
    let own = reader.rest(colon).starts_with(':').then(|| cues::agencies(reader, colon + 1)).flatten();
    let own = own.filter(|l| l.range.end <= sentence.end && cues::duty_follows(reader, l.range.end));
    let list = match own {
        Some(own) => enumerated(reader, &list, own),
        None => list,
    };
    let list = with_asked(reader, taking_part::meant(reader, list, sentence), sentence);
    let cue = cues::first_cue(reader, list.range.end);
    Some(Subject { list, cue: Cue { explicit: true, ..cue }, told: true })
}

/// `yêu cầu cấp phường kích hoạt phương án`: a level alone stands for its bodies.
fn level(reader: &Reader, at: usize) -> Option<Listed> {
    let levels =
        words!["cấp tỉnh", "cấp thành phố", "cấp huyện", "cấp xã", "cấp phường", "cấp cơ sở", "cấp dưới", "cấp trên"];
    let range = reader.blanks(at)..reader.longest(at, levels)?;
    let name = canonical(&reader.plain[range.clone()]);
    let listed = Listed { agencies: vec![Agency { name, range: range.clone() }], range };
    cues::duty_follows(reader, listed.range.end).then_some(listed)
}

/// `Ban A yêu cầu các hoạt động cần gọn nhẹ`, `Sở Y tế yêu cầu bếp ăn lưu mẫu`: what others are to do, though no list knows
/// them; `đề nghị khen thưởng`, `đề nghị danh sách` are what the body does itself.
pub(super) fn asks_others(reader: &Reader, at: usize) -> bool {
    let next = [("yêu cầu", false), ("đề nghị", true)].into_iter().find_map(|(order, several)| {
        let next = reader.blanks(reader.word(at, order)?);
        let plural = reader.kind(next, Kinds::PLURAL).is_some();
        let verb = reader.kind(next, Kinds::DUTY).is_some();
        Some(plural || !several && !verb && reader.rest(next).starts_with(is_alphabetic))
    });
    next.unwrap_or(false)
}

/// `Đề nghị Mặt trận và các đoàn thể: Hội Nông dân, Hội Phụ nữ vận động …`: the colon tells the last collective one by
/// one, the others are told beside it.
fn enumerated(reader: &Reader, list: &Listed, own: Listed) -> Listed {
    match list.agencies.as_slice() {
        [others @ .., last]
            if !others.is_empty()
                && own.agencies.len() > 1
                && reader.kind(last.range.start, Kinds::PLURAL).is_some() =>
        {
            let range = list.range.start..own.range.end;
            Listed { agencies: [others, own.agencies.as_slice()].concat(), range }
        }
        _ => own,
    }
}

/// `yêu cầu Thủ trưởng các đơn vị, đề nghị các địa phương phản ánh`: all whom the orders before the one duty tell.
pub(super) fn with_asked(reader: &Reader, list: Listed, sentence: &Range<usize>) -> Listed {
    let mut list = in_person(reader, list, sentence);
    loop {
        let mark = reader.blanks(list.range.end);
        let joint = reader.rest(mark).strip_prefix([',', ';']).map(|_| mark + 1).or_else(|| reader.word(mark, "và"));
        let order = joint.and_then(|next| {
            let next = reader.blanks(next);
            tells(reader, next).or_else(|| reader.word(next, "mời"))
        });
        let more = order.and_then(|next| cues::agencies(reader, next)).filter(|l| l.range.end <= sentence.end);
        let Some(more) = more else { return list };
        list.range.end = more.range.end;
        list.agencies.extend(more.agencies);
    }
}

/// `Sở A, trực tiếp là Giám đốc Sở`: who does it in person, beside the body.
pub(super) fn in_person(reader: &Reader, mut list: Listed, sentence: &Range<usize>) -> Listed {
    let mark = reader.blanks(list.range.end);
    let after = reader.rest(mark).strip_prefix(',').map_or(mark, |_| mark + 1);
    let person = reader.any(after, words!["trực tiếp là", "mà trực tiếp là", "cụ thể là"]);
    let more = person.and_then(|next| cues::agencies(reader, next)).filter(|l| l.range.end <= sentence.end);
    if let Some(more) = more {
        list.range.end = more.range.end;
        list.agencies.extend(more.agencies);
    }
    list
}

/// Bodies that are asked by an invitation, because nobody beside them may order them.
const FREE: &Words = &Words::of(&[
    "mặt trận",
    "mttq",
    "ubmttq",
    "tỉnh ủy",
    "thành ủy",
    "huyện ủy",
    "quận ủy",
    "thị ủy",
    "đảng ủy",
    "ban tuyên giáo",
    "ban dân vận",
    "ban tổ chức",
    "ban nội chính",
    "ủy ban kiểm tra",
    "hội đồng nhân dân",
    "hđnd",
    "đoàn đại biểu quốc hội",
    "tòa án",
    "viện kiểm sát",
    "liên đoàn lao động",
    "đoàn thanh niên",
    "tỉnh đoàn",
    "thành đoàn",
    "huyện đoàn",
    "xã đoàn",
    "hội ",
]);

/// What guests do.
const AS_GUESTS: &Words = &Words::of(&[
    "dự",
    "tham dự",
    "cùng dự",
    "tới dự",
    "đến dự",
    "về dự",
    "đến",
    "tới",
    "về",
    "họp",
    "có mặt",
    "phát biểu",
    "tham gia họp",
    "tham gia dự",
    "tham gia đoàn",
    "tham gia cùng",
]);

/// `Mời Ủy ban Mặt trận Tổ quốc tỉnh phối hợp giám sát`: an invitation to act, not to attend.
fn invited(reader: &Reader, at: usize, sentence: &Range<usize>) -> Option<Subject> {
    let next = reader.word(at, "mời")?;
    let list = cues::agencies(reader, next).filter(|l| l.range.end <= sentence.end)?;
    let free = FREE.within(&reader.folded[list.range.clone()]) && reader.begins(list.range.start);
    let guests = reader.any(list.range.end, AS_GUESTS).is_some();
    let list = with_asked(reader, list, sentence);
    if !free || guests || !cues::duty_follows(reader, list.range.end) {
        return None;
    }
    let cue = cues::first_cue(reader, list.range.end);
    Some(Subject { list, cue: Cue { explicit: true, ..cue }, told: true })
}

/// How far before an order stands who gives it, in bytes.
const BY_WHOM: usize = 160;

/// `Xây dựng mới 18 chương trình, giao Trường Trung cấp nghề làm đầu mối`: the body that a later clause names; `Để chủ động,
/// kịp thời, Chủ tịch UBND tỉnh yêu cầu …`.
pub(super) fn given_later(reader: &Reader, sentence: &Range<usize>) -> Option<Subject> {
    let orders = ["giao", "đề nghị", "yêu cầu"];
    let assents = reader.any(start(reader, sentence), ASSENT).is_some();
    let given = |at: usize| {
        if reader.any(at, &orders).is_none() {
            return false;
        }
        let before = reader.folded[..at].trim_end();
        let before = before.strip_suffix("đồng thời").map_or(before, str::trim_end);
        let by_whom = || {
            let near = reader.near(at, BY_WHOM).max(sentence.start);
            let clause = reader.folded[near..at].rfind(", ").map(|comma| near + comma + ", ".len());
            clause.is_some_and(|clause| {
                let list = cues::agencies(reader, clause).filter(|_| reader.begins(clause));
                list.is_some_and(|l| behind_giver(reader, l.range.end) == at) || short_giver(reader, clause) == Some(at)
            })
        };
        before.ends_with(',') || assents && before.ends_with(" và") || by_whom()
    };
    let later = reader.lexemes_from(sentence.start).iter().take_while(|l| l.range.start < sentence.end);
    later.filter(|l| l.is(Kinds::ORDER) && given(l.range.start)).find_map(|l| told(reader, l.range.start, sentence))
}

/// How long the thing that is given is at most, in bytes.
const THING: usize = 80;

/// What is given by papers and plans, not by the sentence itself.
const PAPERS: [&str; 20] = [
    "phương án",
    "quy định",
    "nhiệm vụ",
    "quyết định",
    "việc",
    "chỉ tiêu",
    "kế hoạch",
    "dự toán",
    "biên chế",
    "văn bản",
    "công văn",
    "thông báo",
    "nghị quyết",
    "đề án",
    "dự án",
    "vốn",
    "đất",
    "rừng",
    "được",
    "đã",
];

/// `Văn nghệ giao cho Trường A chuẩn bị; hội trường giao Công an xã trang trí`: the thing stands before the order.
pub(super) fn thing_given(reader: &Reader, sentence: &Range<usize>) -> Option<Subject> {
    let from = start(reader, sentence);
    let mut within = reader.lexemes_from(from).iter().take_while(|l| l.range.start < sentence.end);
    let order = within.find(|l| l.is(Kinds::ORDER))?;
    let at = order.range.start;
    let given = words!["giao", "giao cho", "phân công", "phân công cho"].within(&reader.folded[order.range.clone()]);
    let thing = reader.folded.get(from..at)?.trim_end_matches([' ', '-', '–', ':']);
    let plain = !thing.is_empty() && thing.len() < THING && !thing.contains([',', ';', ':', '.', '(']);
    if !given || !plain || PAPERS.iter().any(|p| thing.ends_with(p)) {
        return None;
    }
    let acts = reader.kind(from, Kinds::DUTY).is_some_and(|l| !l.is(Kinds::NOUN | Kinds::DECOY));
    let mut before = reader.lexemes_from(from).iter().take_while(|l| l.range.start < at);
    // `Các nội dung trên giao cho Phòng Kinh tế`: several things
    let things = |l: &Lexeme| {
        let bodies = Kinds::BODY | Kinds::HEAD | Kinds::POST | Kinds::HONORIFIC;
        l.is(Kinds::PLURAL) && reader.kind(reader.blanks(l.range.end), bodies).is_none()
    };
    if acts || before.any(|l| reader.begins(l.range.start) && !things(l)) {
        return None;
    }
    let subject = told(reader, at, sentence).filter(|s| reader.begins(s.list.range.start))?;
    cues::duty_follows(reader, subject.list.range.end).then_some(subject)
}
