//! Shapes of sentences that name who acts without the plain `X does`: staff without a body, a colon, a second subject.

use std::ops::Range;

use super::{
    cues::{self, Cue},
    peers,
    subjects::{Subject, start},
};
use crate::{
    agency::{Agency, Listed, Reader},
    lexicon::agency_words::Kinds,
    model::Role,
    text::{
        letters::is_alphabetic,
        words::{Words, words},
    },
};

/// Who may have a responsibility though no list of bodies names them.
const STAFF: &Words = &Words::of(&[
    "người",
    "cán bộ",
    "chuyên viên",
    "công chức",
    "viên chức",
    "giáo viên",
    "nhân viên",
    "thư ký",
    "cá nhân",
    "đảng viên",
    "đoàn viên",
    "hội viên",
    "chủ hộ",
    "thành viên",
]);

/// Bodies that are told of by what they do.
const BODIES: &Words = &Words::of(&[
    "cơ quan, tổ chức, đơn vị trực tiếp",
    "cơ quan, tổ chức, đơn vị cấp",
    "cơ quan, tổ chức, đơn vị giới thiệu",
    "cơ quan, đơn vị trực tiếp",
]);

/// Groups that act under a name that no body bears.
const MEMBERS: &Words =
    &Words::of(&["giáo viên", "học sinh", "sinh viên", "học viên", "hội viên", "đoàn viên", "đảng viên"]);

/// `Học sinh chấp hành nội quy`: a group of people opens the sentence, its duty follows.
fn members(reader: &Reader, at: usize, sentence: &Range<usize>) -> Option<Subject> {
    let end = reader.any(at, MEMBERS).filter(|_| at == start(reader, sentence))?;
    let duty = reader.kind(reader.blanks(end), Kinds::DUTY).filter(|duty| !duty.is(Kinds::NOUN | Kinds::DECOY))?;
    // `Học sinh tham gia bảo hiểm y tế đạt 100%`
    let share = reader.folded.get(end..sentence.end)?.contains('%');
    if share || reader.capital(duty.range.start) {
        return None;
    }
    let agency = Agency { name: crate::agency::canonical(reader.plain.get(at..end)?), range: at..end };
    let cue = cues::first_cue(reader, end);
    Some(Subject { list: Listed { agencies: vec![agency], range: at..end }, cue, told: false })
}

/// `Cán bộ phụ trách lĩnh vực này có trách nhiệm …`, `cơ quan trực tiếp quản lý người lao động có trách nhiệm …`.
pub(super) fn staff(reader: &Reader, at: usize, sentence: &Range<usize>) -> Option<Subject> {
    if let Some(subject) = members(reader, at, sentence) {
        return Some(subject);
    }
    reader.any(at, STAFF).or_else(|| reader.any(at, BODIES))?;
    // `người đứng đầu đơn vị trực tiếp chỉ đạo và chịu trách nhiệm` is a post before its verbs
    if reader.kind(at, Kinds::POST).is_some() {
        return None;
    }
    let rest = reader.folded.get(at..sentence.end)?;
    let cues = [" phải có trách nhiệm", " phải chịu trách nhiệm", " có trách nhiệm", " chịu trách nhiệm"];
    let end = cues.iter().filter_map(|c| rest.find(c)).min()?;
    let name = rest.get(..end)?;
    // `người nào vi phạm`, `cán bộ có trách nhiệm cao`
    let case = [" nào", " vi phạm"].iter().any(|w| name.contains(w));
    let after = reader.rest(at + end + rest[end..].find("nhiệm")? + "nhiệm".len());
    let quality = [" cao", " hơn", " với", " trong"].iter().any(|w| after.starts_with(w));
    if case || quality {
        return None;
    }
    let plain = !name.get("cơ quan, tổ chức, đơn vị".len()..).unwrap_or_default().contains([',', ':', '.', '(']);
    if !plain || name.len() > 140 || name.contains([';', ':', '(']) {
        return None;
    }
    let name = crate::agency::canonical(reader.plain.get(at..at + end)?);
    let agency = Agency { name, range: at..at + end };
    let cue = cues::first_cue(reader, at + end);
    Some(Subject { list: Listed { agencies: vec![agency], range: at..at + end }, cue, told: false })
}

/// `Hội Nông dân xã, Đoàn Thanh niên xã mỗi tổ chức đăng ký …`: where the duty begins after what each of them is.
pub(super) fn after_each(reader: &Reader, after: usize) -> usize {
    const KINDS: [&str; 20] = [
        "tổ chức",
        "đơn vị",
        "cơ quan",
        "xã",
        "phường",
        "thôn",
        "ấp",
        "bản",
        "trường",
        "ngành",
        "địa phương",
        "hội",
        "đoàn thể",
        "huyện",
        "chi hội",
        "chi đoàn",
        "tổ",
        "phòng",
        "doanh nghiệp",
        "đồng chí",
    ];
    let each = reader.any(after, &["mỗi", "từng"]);
    each.and_then(|each| reader.longest(each, &KINDS)).unwrap_or(after)
}

/// `Riêng 03 xã chưa đạt chuẩn phải …`: some of those who are known, by their number.
pub(super) fn counted(reader: &Reader, at: usize, sentence: &Range<usize>) -> Option<Subject> {
    let number = reader.word_end(at);
    let digits = number > at && reader.folded[at..number].bytes().all(|b| b.is_ascii_digit());
    let body = reader.kind(reader.blanks(number), Kinds::NOUN | Kinds::TERRITORY | Kinds::OPEN).filter(|_| digits)?;
    let rest = reader.folded.get(body.range.end..sentence.end)?;
    let end = [" phải ", " có trách nhiệm ", " chịu trách nhiệm "].iter().filter_map(|cue| rest.find(cue)).min()?;
    if end > WHICH || rest[..end].contains([',', ';', ':', '(']) {
        return None;
    }
    let range = at..body.range.end + end;
    let agency = Agency { name: crate::agency::canonical(&reader.plain[range.clone()]), range: range.clone() };
    let cue = cues::first_cue(reader, range.end);
    Some(Subject { list: Listed { agencies: vec![agency], range }, cue, told: false })
}

/// `Báo tỉnh, Đài Truyền thanh huyện: mở chuyên mục`: where the duty begins after agencies that open the sentence.
pub(super) fn after_colon(reader: &Reader, list: &Listed, sentence: &Range<usize>) -> Option<usize> {
    let colon = reader.blanks(list.range.end);
    let duty = reader.blanks(colon + 1);
    if !reader.rest(colon).starts_with(':') || duty >= sentence.end {
        return None;
    }
    let from = start(reader, sentence);
    let before = reader.folded.get(from..list.range.start)?.trim_end();
    let opens = matches!(before, "" | "riêng" | "đối với" | "riêng đối với" | "về phía");
    // `Cấp tỉnh: tổ chức 01 hội nghị` names a level, nobody
    let owner = reader.word(list.range.start, "chủ").is_some() && reader.capital(list.range.start);
    let named = reader.begins(list.range.start) || list.agencies.len() > 1 || owner;
    let lexeme = reader.lexeme(duty);
    let verb = lexeme.is_some_and(|l| l.is(Kinds::DUTY)) && !reader.begins(duty) || cues::lead_in(reader, duty);
    (opens && named && (verb || unknown_verb(reader, duty))).then_some(duty)
}

/// Words after a colon that tell what something consists of or costs, not what is to be done.
const NO_VERBS: &Words = &Words::of(&[
    "gồm",
    "bao gồm",
    "trong đó",
    "cụ thể",
    "như",
    "tổng",
    "kinh phí",
    "chiếm",
    "đạt",
    "khoảng",
    "dự kiến",
    "mức",
    "ngân sách",
    "nguồn",
    "trụ sở",
    "điện thoại",
    "email",
    "địa chỉ",
    "mỗi",
    "số",
]);

/// Does an unknown word open a duty at `at`: a single word before a small one, not a list of bodies, persons or figures?
pub(super) fn unknown_verb(reader: &Reader, at: usize) -> bool {
    let second = reader.blanks(reader.word_end(at));
    reader.lexeme(at).is_none()
        && reader.any(at, NO_VERBS).is_none()
        && !reader.begins(at)
        && reader.rest(at).starts_with(is_alphabetic)
        && reader.rest(second).starts_with(is_alphabetic)
        && !reader.capital(second)
}

/// How far words that tell which bodies are meant reach, in bytes.
const WHICH: usize = 90;

/// `đơn vị phát hiện có trách nhiệm báo cáo`: a verb between a kind of body and its cue tells which of them is meant.
pub(super) fn meant(reader: &Reader, list: Listed, sentence: &Range<usize>) -> Listed {
    let end = list.range.end;
    let mut reach = sentence.end.min(end + 2 * WHICH);
    while !reader.folded.is_char_boundary(reach) {
        reach -= 1;
    }
    let clause = reader.folded.get(end..reach).unwrap_or_default();
    let Some(cue) = BEARING.find_in(clause).filter(|&cue| cue > 0 && cue < WHICH) else { return list };
    let verb = reader.kind(reader.blanks(end), Kinds::VERB).is_some_and(|v| {
        let bears = words!["có trách nhiệm", "chịu trách nhiệm", "phải", "tự"];
        reader.any(v.range.start, bears).is_none() && !v.is(Kinds::NOUN) && !reader.capital(v.range.start)
    });
    if !of_kind(reader, &list) {
        return list;
    }
    // `các xã triển khai và chịu trách nhiệm`: the same subject's second verb
    let second = clause[..cue].ends_with(" và");
    let mut words = reader.lexemes_from(end).iter().take_while(|l| l.range.start < end + cue);
    let other = words.any(|l| reader.begins(l.range.start));
    if !verb || second || other || clause[..cue].contains([',', ';', ':', '(', '.']) {
        return list;
    }
    stretched(reader, list, end + cue)
}

/// Is the last of the list a kind of body: `các đơn vị`, `Hội Nông dân các xã`?
pub(super) fn of_kind(reader: &Reader, list: &Listed) -> bool {
    let kind = |range: &Range<usize>| {
        if reader.name_begins(range.start) { reader.of_places(range) } else { several(reader, range.start) }
    };
    list.agencies.last().is_some_and(|a| kind(&a.range))
}

/// The list with the words up to `end` in the name of its last.
pub(super) fn stretched(reader: &Reader, mut list: Listed, end: usize) -> Listed {
    if let Some(last) = list.agencies.last_mut() {
        last.range.end = end;
        last.name = crate::agency::canonical(&reader.plain[last.range.clone()]);
    }
    Listed { range: list.range.start..end, agencies: list.agencies }
}

/// Commas of a sentence after which such a subject is looked for.
const MOST_COMMAS: usize = 6;

/// Who takes part as a subject of its own after the one that leads: `…, Sở Tài chính và các địa phương phối hợp`.
pub(super) fn allies(reader: &Reader, sentence: &Range<usize>, from: usize) -> Option<Listed> {
    let cue = reader.kind(reader.blanks(from), Kinds::LEAD)?;
    let mark = reader.blanks(cue.range.end);
    let beside = reader.rest(mark).strip_prefix([',', ';']).map(|_| mark + 1).or_else(|| reader.word(mark, "và"));
    // `X chủ trì xây dựng đề án, Y phối hợp thực hiện`
    let later = reader.folded.get(mark..sentence.end)?.match_indices(", ").map(|(at, comma)| mark + at + comma.len());
    beside.into_iter().chain(later.take(MOST_COMMAS)).find_map(|next| {
        let list = cues::agencies(reader, next).filter(|l| l.range.end <= sentence.end)?;
        let along = reader.kind(reader.blanks(list.range.end), Kinds::COORDINATE)?;
        let with = reader.any(along.range.end, cues::WITH).is_some();
        // `…, đơn vị phối hợp: Sở Tài chính` labels who does
        let with = with || reader.rest(reader.blanks(along.range.end)).starts_with(':');
        (!with && &reader.folded[along.range.clone()] != "tham gia").then_some(list)
    })
}

/// How far what someone is reaches before the duty, in bytes.
const APPOSITION: usize = 160;

/// `Trung tâm Tin học là đơn vị tư vấn, có trách nhiệm …`: where the duty begins after what the subject is.
pub(super) fn after_apposition(reader: &Reader, after: usize, sentence: &Range<usize>) -> Option<usize> {
    let from = reader.word(after, "là").filter(|_| reader.kind(reader.blanks(after), Kinds::LEAD).is_none())?;
    let words = reader.folded.get(from..sentence.end)?;
    let comma = words.find([',', ';', ':', '.']).filter(|&c| c < APPOSITION && words[c..].starts_with(','))?;
    let duty = reader.blanks(from + comma + 1);
    let told = reader.any(duty, &["có trách nhiệm", "chịu trách nhiệm", "có nhiệm vụ"]).is_some();
    told.then_some(duty)
}

/// Words that end the article of a decision about who carries it out, and those that end any list of who is to act.
const ENACTING: &Words =
    &Words::of(&[" chịu trách nhiệm thi hành", " có trách nhiệm thi hành", " chịu trách nhiệm tổ chức thực hiện"]);
pub(super) const BEARING: &Words =
    &Words::of(&[" phải có trách nhiệm", " phải chịu trách nhiệm", " có trách nhiệm", " chịu trách nhiệm"]);

/// `Đội Thông tin lưu động, cán bộ văn thư các xã chịu trách nhiệm thi hành`, `Các cơ sở có phát sinh nước thải có trách
/// nhiệm …`: all before the cue are bodies or people.
pub(super) fn enacting(reader: &Reader, sentence: &Range<usize>) -> Option<Subject> {
    let from = start(reader, sentence);
    let words = reader.folded.get(from..sentence.end)?;
    // a part of each cue
    if !words.contains(" trách nhiệm") {
        return None;
    }
    let enacts = ENACTING.find_in(words);
    let end = from + enacts.or_else(|| BEARING.find_in(words).filter(|_| several(reader, from)))?;
    let names = peers::unknown(&Reader::new(reader.plain.get(from..end)?, reader.folded.get(from..end)?), 0)?;
    let agencies = names.into_iter().map(|name| Agency { name, range: from..end }).collect();
    let cue = cues::first_cue(reader, end);
    Some(Subject { list: Listed { agencies, range: from..end }, cue, told: false })
}

/// `Các cơ sở`, `chủ đầu tư các dự án`: a kind of body opens the words at `at`.
fn several(reader: &Reader, at: usize) -> bool {
    let plural = reader.kind(at, Kinds::PLURAL);
    let kind = plural.map_or(at, |p| reader.blanks(p.range.end));
    // `các tổ chức` are bodies
    let other = if plural.is_some() { Kinds::DECOY } else { Kinds::DECOY | Kinds::DUTY };
    reader.kind(kind, Kinds::NOUN | Kinds::OPEN | Kinds::GROUP).is_some_and(|k| !k.is(other))
}

/// Offices in a duty, told before who holds them.
const LEADING: &Words = &Words::of(&[
    "đơn vị chủ trì",
    "cơ quan chủ trì",
    "đơn vị chủ trì thực hiện",
    "cơ quan chủ trì thực hiện",
    "đơn vị đầu mối",
    "cơ quan đầu mối",
    "đơn vị thường trực",
    "cơ quan thường trực",
]);
const BESIDE: &Words =
    &Words::of(&["đơn vị phối hợp", "cơ quan phối hợp", "các đơn vị phối hợp", "các cơ quan phối hợp"]);

/// `Đơn vị chủ trì là …`, `Cơ quan thường trực Ban Chỉ đạo là …`: where the words begin that tell who holds the office, and
/// its part.
pub(super) fn office(reader: &Reader, sentence: &Range<usize>) -> Option<(usize, Role)> {
    let from = start(reader, sentence);
    let leads = reader.longest(from, LEADING).map(|end| (end, Role::Lead));
    let (office, role) = leads.or_else(|| reader.longest(from, BESIDE).map(|end| (end, Role::Coordinate)))?;
    let board = || reader.word(cues::agencies(reader, office)?.range.end, "là");
    reader.word(office, "là").or_else(board).map(|is| (is, role))
}

/// Who holds the office that is told before `at`; nobody when the words only tell what kind of body does.
pub(super) fn holder(reader: &Reader, (at, role): (usize, Role), sentence: &Range<usize>) -> Option<Subject> {
    let list = cues::agencies(reader, at).filter(|l| l.range.end <= sentence.end && reader.begins(l.range.start))?;
    Some(Subject { list, cue: Cue { role, explicit: true }, told: false })
}

/// `là cơ quan thường trực, có nhiệm vụ:` after a body.
pub(super) fn states_office(reader: &Reader, at: usize) -> bool {
    let office = reader.kind(reader.blanks(at), Kinds::LEAD);
    let duties = [", có nhiệm vụ", ", có trách nhiệm", ", có các nhiệm vụ", "; có nhiệm vụ", "; có trách nhiệm"];
    let ends = reader.folded.trim_end_matches([' ', ':']);
    let ends = ends.strip_suffix(" sau").unwrap_or(ends);
    office.is_some_and(|o| reader.folded[o.range.clone()].starts_with("là "))
        && duties.iter().any(|d| ends.ends_with(d))
}
