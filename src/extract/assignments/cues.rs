//! The words at the head of a duty that tell the role: `Chủ trì`, `Phối hợp với`, `Theo chức năng, phối hợp`.

use crate::{
    agency::{Extent, Lexeme, Listed, Reader},
    lexicon::agency_words::Kinds,
    model::Role,
    text::{letters::is_alphabetic, words::Words},
};

/// A role with whether the duty says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cue {
    pub(super) role: Role,
    /// `chủ trì`, `có trách nhiệm`: a duty wherever it stands.
    pub(super) explicit: bool,
}

/// What stands between `phối hợp` and whom one works with.
pub(super) const WITH: &Words = &Words::of(&["với", "cùng", "chặt chẽ với"]);

/// Words that open a clause about one's function, which hides no cue.
const LEAD_INS: &Words = &Words::of(&[
    "theo",
    "căn cứ",
    "trên cơ sở",
    "trong",
    "đối với",
    "định kỳ",
    "hằng",
    "hàng",
    "trước",
    "sau",
    "khi",
    "nếu",
    "trường hợp",
    "để",
    "nhằm",
    "ngoài ra",
    "đồng thời",
    "từ",
    "đến",
    "trên đây",
    "với",
    "bên cạnh",
    "tùy",
    "do",
    "vì",
    "ngay sau",
    "chậm nhất",
    "quá trình",
    "kết thúc",
    "quá thời hạn",
    "quá hạn",
    "hết thời hạn",
    "hết hạn",
    "riêng",
    "nhận được",
    "bằng",
    "thông qua",
    "cuối",
    "qua",
]);

/// Verbs whose first word opens such a clause elsewhere.
const NO_LEAD_INS: &Words = &Words::of(&["theo dõi", "theo sát", "theo đuổi", "từ chối", "đến thăm"]);

/// Does a clause about function, ground or time open at `at`? `Theo dõi, đôn đốc` opens none.
pub(super) fn lead_in(reader: &Reader, at: usize) -> bool {
    reader.any(at, LEAD_INS).is_some() && reader.any(at, NO_LEAD_INS).is_none()
}

/// How far a clause about function reaches before its cue, in bytes.
const LEAD_IN_REACH: usize = 600;

/// The role that the duty's first cue gives.
pub(super) fn first_cue(reader: &Reader, from: usize) -> Cue {
    let mut at = from;
    for _ in 0..8 {
        at = skip_marks(reader, at);
        let Some(lexeme) = reader.lexeme(at) else {
            break;
        };
        if lexeme.is(Kinds::LEAD) {
            return Cue { role: Role::Lead, explicit: true };
        }
        if lexeme.is(Kinds::COORDINATE) {
            return Cue { role: Role::Coordinate, explicit: bears(reader, lexeme) };
        }
        if lexeme.is(Kinds::ADVERB) {
            at = past_and(reader, lexeme.range.end);
            continue;
        }
        let words = &reader.folded[lexeme.range.clone()];
        // `phải chịu trách nhiệm`
        if words == "phải" {
            at = lexeme.range.end;
            continue;
        }
        // `Thường trực, tham mưu …`: the office itself
        let office = words == "thường trực"
            && (reader.rest(lexeme.range.end).starts_with(',')
                || reader.any(lexeme.range.end, &["tham mưu", "giúp"]).is_some());
        if office {
            return Cue { role: Role::Lead, explicit: true };
        }
        if matches!(
            words,
            "có trách nhiệm"
                | "chịu trách nhiệm"
                | "chịu trách nhiệm chính"
                | "chịu trách nhiệm toàn diện"
                | "có nhiệm vụ"
                | "chịu trách nhiệm thi hành"
        ) {
            let after = first_cue(reader, lexeme.range.end);
            let role = if after.role == Role::Lead { Role::Lead } else { after.role };
            return Cue { role, explicit: true };
        }
        break;
    }
    // `trước` is an adverb too: `Trước ngày 30/6, phối hợp …`
    let opening = skip_marks(reader, from);
    let clause = [at, opening].into_iter().find(|&clause| lead_in(reader, clause));
    if let Some(cue) = clause.and_then(|clause| after_lead_in(reader, clause)) {
        return cue;
    }
    Cue { role: Role::Responsible, explicit: false }
}

/// `có trách nhiệm phối hợp`: a duty wherever it stands.
fn bears(reader: &Reader, cue: &Lexeme) -> bool {
    reader.folded[cue.range.clone()].contains("trách nhiệm")
}

/// The cue after `Theo chức năng, nhiệm vụ, …` or `Căn cứ chức năng, nhiệm vụ …`.
fn after_lead_in(reader: &Reader, from: usize) -> Option<Cue> {
    let rest = reader.rest(from);
    let mut reach = rest.len().min(LEAD_IN_REACH);
    while !rest.is_char_boundary(reach) {
        reach -= 1;
    }
    let window = &rest[..reach];
    let stop = window.match_indices(". ").map(|(at, _)| at).find(|at| reader.capital(reader.blanks(from + at + 1)));
    let window = &window[..window.find([';', '\n']).into_iter().chain(stop).min().unwrap_or(reach)];
    let places = window.match_indices(", ").map(|(i, m)| (i + m.len(), true));
    let direct = ["nhiệm vụ ", "được giao ", "quản lý ", "phụ trách ", "của mình ", "thực tế "];
    let direct = direct.iter().flat_map(|d| window.match_indices(d).map(|(i, m)| (i + m.len(), false)));
    let mut places: Vec<_> = places.chain(direct).collect();
    places.sort_unstable();
    for (place, comma) in places {
        let at = skip_adverbs(reader, from + place);
        let Some(lexeme) = reader.lexeme(at).filter(|l| l.is(Kinds::DUTY)) else {
            continue;
        };
        if lexeme.is(Kinds::LEAD) {
            return Some(Cue { role: Role::Lead, explicit: true });
        }
        if lexeme.is(Kinds::COORDINATE) {
            return Some(Cue { role: Role::Coordinate, explicit: bears(reader, lexeme) });
        }
        let words = &reader.folded[lexeme.range.clone()];
        if matches!(words, "có trách nhiệm" | "chịu trách nhiệm") {
            let after = first_cue(reader, lexeme.range.end);
            return Some(Cue { role: after.role, explicit: true });
        }
        // `Theo chức năng, nhiệm vụ, lĩnh vực quản lý …`: nouns after a comma are no cue
        if comma && !lexeme.is(Kinds::NAME | Kinds::NOUN) {
            return Some(Cue { role: Role::Responsible, explicit: false });
        }
    }
    None
}

fn skip_adverbs(reader: &Reader, from: usize) -> usize {
    let mut at = skip_marks(reader, from);
    while let Some(adverb) = reader.kind(at, Kinds::ADVERB) {
        if adverb.is(Kinds::LEAD | Kinds::COORDINATE) {
            break;
        }
        at = skip_marks(reader, past_and(reader, adverb.range.end));
    }
    at
}

/// `tích cực và chủ động`: over the word that joins an adverb to another.
fn past_and(reader: &Reader, at: usize) -> usize {
    let next = reader.word(at, "và").map(|and| reader.blanks(and));
    next.filter(|&next| reader.kind(next, Kinds::ADVERB | Kinds::COORDINATE).is_some()).unwrap_or(at)
}

/// Does a verb of duty follow adverbs of time or manner at `at`?
pub(super) fn verb_after_adverbs(reader: &Reader, at: usize) -> bool {
    let verb = skip_adverbs(reader, at);
    let duty = Kinds::LEAD | Kinds::COORDINATE | Kinds::VERB;
    verb > at && reader.kind(verb, duty).is_some_and(|v| !v.is(Kinds::NOUN | Kinds::ORDER)) && !reader.begins(verb)
}

fn skip_marks(reader: &Reader, from: usize) -> usize {
    let rest = reader.rest(from);
    from + rest.len() - rest.trim_start_matches([' ', ',', '-', '–', '+', '*', ':', '“', '"', '\t']).len()
}

/// Words that open a clause between a subject and its verb.
const GROUNDS: &Words = &Words::of(&[
    "theo chức năng",
    "căn cứ",
    "trong phạm vi",
    "trên cơ sở",
    "theo",
    "trong quá trình",
    "tùy",
    "bằng",
    "với vai trò",
    "với chức năng",
    "với trách nhiệm",
    "dưới sự",
    "ngoài",
    "khi",
    "trong quý",
    "trong tháng",
    "trong năm",
    "trong tuần",
    "trong thời gian tới",
    "trong thời gian này",
    "trong đợt",
    "trước ngày",
    "vào ngày",
    "vào thứ",
    "vào tuần",
    "vào tháng",
    "vào quý",
    "vào đầu",
    "vào cuối",
    "vào dịp",
    "từ ngày",
    "chậm nhất",
    "nếu có khó khăn",
    "nếu có vướng mắc",
    "nếu gặp khó khăn",
    "nếu gặp vướng mắc",
    "nếu phát sinh",
    "sau khi",
    "mỗi tuần",
    "mỗi tháng",
    "mỗi quý",
    "mỗi năm",
    "đầu mỗi",
    "cuối mỗi",
    "đầu tháng",
    "cuối tháng",
    "đầu quý",
    "cuối quý",
    "đầu năm",
    "cuối năm",
    "thứ hai hằng",
    "thứ năm hằng",
    "thứ sáu hằng",
    "thứ hai hàng",
    "thứ năm hàng",
    "thứ sáu hàng",
    "hai tuần",
]);

/// `6 tháng một lần`, `hằng quý`: does a rhythm open at `at`?
pub(super) fn rhythm(reader: &Reader, at: usize) -> bool {
    // `trong 6 tháng đầu năm`
    let at = reader.any(at, &["trong", "mỗi", "cứ"]).map_or(at, |next| reader.blanks(next));
    let end = reader.word_end(at);
    let digits = end > at && reader.folded[at..end].bytes().all(|b| b.is_ascii_digit());
    digits && reader.any(end, &["tháng", "tuần", "ngày", "quý", "năm", "lần"]).is_some()
}

/// Does a duty follow at `at`: a verb, or a clause about function before one?
pub(super) fn duty_follows(reader: &Reader, at: usize) -> bool {
    let at = reader.blanks(at);
    let at = reader.rest(at).strip_prefix(',').map_or(at, |_| reader.blanks(at + 1));
    if let Some(lexeme) = reader.lexeme(at)
        && lexeme.is(Kinds::DUTY)
        && !reader.capital(at)
    {
        return true;
    }
    // `Công an tỉnh hỗ trợ nông dân`: words that name a body elsewhere (`Quỹ Hỗ trợ nông dân`)
    if reader.acts(at) {
        return true;
    }
    (reader.any(at, GROUNDS).is_some() || rhythm(reader, at)) && verb_in_sentence(reader, at)
}

/// The agencies at `at`, the last without a verb that is none of its words: `Chi cục Thủy sản` before `tuyên truyền,
/// vận động ngư dân`, but `Phòng Thông tin tuyên truyền` before `đăng tin`.
pub(super) fn agencies(reader: &Reader, at: usize) -> Option<Listed> {
    let long = reader.list_at(at, Extent::Clause)?;
    let last = long.agencies.last()?.range.clone();
    let inside = |l: &&Lexeme| l.range.start > last.start && l.range.end <= last.end;
    let Some(verb) = reader
        .lexemes_from(last.start)
        .iter()
        .take_while(|l| l.range.start < last.end)
        .find(|l| inside(l) && reader.acts(l.range.start))
    else {
        return Some(long);
    };
    let after = reader.blanks(verb.range.end);
    let goes_on = match reader.rest(after).strip_prefix(',') {
        // `kiểm tra, xử lý vi phạm`
        Some(_) => reader.kind(reader.blanks(after + 1), Kinds::VERB).is_some_and(|v| !reader.capital(v.range.start)),
        None if reader.rest(after).starts_with(is_alphabetic) => !reader.capital(after),
        // `Báo Hà Nam tuyên truyền.`: after the name of a place
        None => place_before(reader, verb.range.start),
    };
    // `giám sát việc thực hiện`: no name goes on so
    let matter =
        reader.any(after, &["việc", "tình hình", "quá trình"]).is_some() && reader.word(after, "việc làm").is_none();
    // the name with the verb and its object, and then the duty
    let duty =
        !matter && reader.kind(reader.blanks(last.end), Kinds::DUTY).is_some_and(|d| !reader.capital(d.range.start));
    if !goes_on || duty || verb.range.start == reader.blanks(last.start) {
        return Some(long);
    }
    let brief = reader.list_at(at, Extent::Brief).filter(|b| reader.blanks(b.range.end) == verb.range.start);
    Some(brief.unwrap_or(long))
}

/// Does a word with a capital that nothing explains end at `at`?
fn place_before(reader: &Reader, at: usize) -> bool {
    let end = reader.folded[..at].trim_end().len();
    let word = reader.folded[..end].rfind(' ').map_or(0, |blank| blank + 1);
    reader.capital(word) && reader.lexeme_before(end).is_none()
}

/// Is there a verb of duty before the sentence ends?
fn verb_in_sentence(reader: &Reader, from: usize) -> bool {
    let mut done = from;
    reader.lexemes_from(from).iter().take(40).any(|l| {
        let parted = reader.folded.get(done..l.range.start).is_some_and(|gap| gap.contains([';', '\n']));
        // a mark between two known words ends the sentence: nothing after it counts
        done = if parted { reader.folded.len() } else { done.max(l.range.end) };
        !parted && done <= l.range.end && l.is(Kinds::DUTY)
    })
}
