//! Finds who acts in a sentence: its own subject, or who is told to act.

use std::ops::Range;

use super::cues::{self, Cue};
use super::{
    agent, beside, council, fronted, results, shapes, taking_part,
    told::{self, ASSENT, given_later, told},
};
use crate::{
    agency::{Agency, Listed, Reader},
    lexicon::agency_words::Kinds,
    text::words::words,
};

/// Who acts, and from where the duty reads.
#[derive(Debug, Clone)]
pub(super) struct Subject {
    pub(super) list: Listed,
    pub(super) cue: Cue,
    /// The sentence itself tells them: `Yêu cầu X báo cáo`.
    pub(super) told: bool,
}

/// The subject of the sentence, if it has one of its own.
pub(super) fn own(reader: &Reader, sentence: &Range<usize>) -> Option<Subject> {
    if let Some(office) = shapes::office(reader, sentence) {
        return shapes::holder(reader, office, sentence);
    }
    known(reader, sentence)
        .or_else(|| agent::by_whom(reader, sentence))
        .or_else(|| told::given_later(reader, sentence))
        .or_else(|| told::thing_given(reader, sentence))
        .or_else(|| agent::given_to(reader, sentence))
        .or_else(|| shapes::enacting(reader, sentence))
}

/// A subject that the lexicon knows.
fn known(reader: &Reader, sentence: &Range<usize>) -> Option<Subject> {
    let mut at = start(reader, sentence);
    if let Some(next) = [
        "riêng",
        "ngoài ra,",
        "đồng thời,",
        "đồng thời",
        "trong đó,",
        "trong đó",
        "cụ thể:",
        "các ông:",
        "các năm sau",
        "các năm tiếp theo",
        "những năm tiếp theo",
    ]
    .iter()
    .find_map(|w| reader.rest(at).strip_prefix(w).filter(|r| r.starts_with(' ')).map(|_| at + w.len()))
    {
        at = reader.blanks(next);
    }
    at = beside::after_link(reader, at).unwrap_or(at);
    // `Riêng Thành phố Hồ Chí Minh, các tỉnh A, B có phương án`
    if at > start(reader, sentence)
        && let Some(list) = beside::places(reader, reader.word(at, "đối với").unwrap_or(at))
        && let Some(subject) = acting(reader, list, sentence)
    {
        return Some(subject);
    }
    if let Some(subject) = shapes::counted(reader, at, sentence) {
        return Some(subject);
    }
    // `Thống nhất giao Sở Xây dựng …`
    if let Some(order) = reader.any(at, ASSENT).map(|assent| reader.blanks(assent))
        && let Some(subject) = told(reader, order, sentence)
    {
        return Some(subject);
    }
    let basis = is_basis(reader, at, sentence);
    let lead_in = basis || cues::lead_in(reader, at);
    // `Trên đây là Kế hoạch tuyên truyền, hỗ trợ …, yêu cầu …`: verbs of the title end nothing
    let title = basis || reader.word(at, "trên đây").is_some();
    let conditional = reader.any(at, words!["trong quá trình", "nếu", "khi", "trường hợp"]).is_some();
    // `Định kỳ báo cáo …`: the duty begins at once
    if cues::verb_after_adverbs(reader, at) {
        return None;
    }
    let mut first = true;
    let mut guard = 0;
    while at < sentence.end && guard < 60 {
        guard += 1;
        if first || clause_start(reader, at) {
            if let Some(subject) = shapes::staff(reader, at, sentence) {
                return Some(subject);
            }
            if let Some(subject) = told(reader, at, sentence) {
                return Some(subject);
            }
            if let Some(order) = told::short_giver(reader, at)
                && let Some(subject) = told(reader, order, sentence)
            {
                return Some(Subject { told: false, ..subject });
            }
            if let Some(list) = cues::agencies(reader, at).filter(|l| l.range.end <= sentence.end) {
                let after = reader.blanks(list.range.end);
                let order = told::behind_giver(reader, list.range.end);
                if !reader.capital(order)
                    && let Some(subject) = told(reader, order, sentence)
                {
                    return Some(Subject { told: false, ..subject });
                }
                if told::asks_others(reader, after) {
                    return None;
                }
                // `UBND tỉnh thống nhất chủ trương và giao Sở Y tế …`: who assents does not act
                if let Some(assent) = reader.any(after, ASSENT)
                    && let Some(subject) = told(reader, reader.blanks(assent), sentence)
                        .or_else(|| given_later(reader, &(after..sentence.end)))
                {
                    return Some(subject);
                }
                if (first || !is_bare(reader, at) || lead_in && !enumerated(reader, at))
                    && let Some(subject) = acting(reader, list.clone(), sentence)
                {
                    return Some(subject);
                }
                if first && !lead_in {
                    return None;
                }
                at = list.range.end;
                first = false;
                continue;
            }
            // `Trên cơ sở …, chủ động phối hợp`: the duty begins without a subject
            let verb = reader.kind(at, Kinds::LEAD | Kinds::COORDINATE | Kinds::VERB);
            // `căn cứ tình hình` opens a clause, `nếu cần sửa đổi, bổ sung` goes on with it
            let open = title || cues::lead_in(reader, at) || conditional && after_verb(reader, at);
            if !first && !open && verb.is_some_and(|v| !v.is(Kinds::NAME | Kinds::NOUN)) && !reader.capital(at) {
                return None;
            }
        }
        if !lead_in {
            return None;
        }
        match next_place(reader, at, sentence) {
            Place::Clause(next) => at = next,
            Place::List(list) => {
                // `có gì vướng mắc đề nghị các xã phản ánh`: no comma before the order
                let order = reader.lexeme_before(reader.folded[..list.range.start].trim_end().len());
                if let Some(subject) = order.and_then(|o| told(reader, o.range.start, sentence)).filter(|_| conditional)
                {
                    return Some(subject);
                }
                // `Trên cơ sở đề xuất của các sở, ngành, Sở Tài chính tổng hợp`: the last may be the subject
                let before = reader.folded[..list.range.start].trim_end();
                let object = [
                    "báo cáo",
                    "trình",
                    "tham mưu",
                    "gửi",
                    "với",
                    "cho",
                    "về",
                    "đến",
                    "tới",
                    "lên",
                    "cùng",
                    "qua",
                    "giúp",
                ]
                .iter()
                .any(|v| before.ends_with(v));
                if let Some(subject) = after_owner(reader, &list, sentence) {
                    return Some(subject);
                }
                // `Đối với các bệnh viện, Sở Y tế kiểm tra đột xuất`: one body is not one of those looked after
                let several = |a: &Agency| reader.kind(a.range.start, Kinds::PLURAL).is_some();
                let apart = before.ends_with("đối với") && list.agencies.last().is_some_and(|a| !several(a));
                // `Riêng đối với UBND thành phố bố trí …`
                let opening = before.get(start(reader, sentence)..).unwrap_or_default();
                if opening.trim() == "riêng đối với"
                    && !(apart && list.agencies.len() > 1 && list.agencies.first().is_some_and(several))
                    && let Some(subject) = acting(reader, list.clone(), sentence)
                {
                    return Some(subject);
                }
                // `Căn cứ Quyết định … của UBND tỉnh, Sở Y tế yêu cầu các đơn vị …`
                if list.agencies.len() > 1
                    && let Some(subject) = told(reader, reader.blanks(list.range.end), sentence)
                {
                    return Some(Subject { told: false, ..subject });
                }
                // `Hằng tháng UBND các xã, Công an huyện gửi báo cáo`: no comma before the subject
                let parted = fronted::parts(before);
                if parted && let Some(subject) = acting(reader, list.clone(), sentence) {
                    return Some(subject);
                }
                if let Some(final_one) = list.agencies.last().cloned()
                    && list.agencies.len() > 1
                    && (!object || apart)
                    && !is_bare(reader, final_one.range.start)
                    && reader.folded[..final_one.range.start].trim_end().ends_with(',')
                {
                    let alone = Listed { range: final_one.range.start..list.range.end, agencies: vec![final_one] };
                    if let Some(subject) = acting(reader, alone, sentence) {
                        return Some(subject);
                    }
                }
                // `nếu cần sửa đổi, bổ sung các sở, ngành đề xuất`
                let verb = reader.lexeme_before(before.len()).is_some_and(|l| l.is(Kinds::VERB));
                let several = reader.kind(list.range.start, Kinds::PLURAL).is_some();
                if conditional
                    && verb
                    && several
                    && !object
                    && let Some(subject) = acting(reader, list.clone(), sentence)
                {
                    return Some(subject);
                }
                at = list.range.end;
            }
            Place::None => return None,
        }
        first = false;
    }
    None
}

/// `Thực hiện Kế hoạch số 12/KH-UBND của UBND tỉnh, …`: does the document that a sentence rests on open it?
fn is_basis(reader: &Reader, at: usize, sentence: &Range<usize>) -> bool {
    let opens = words![
        "thực hiện",
        "tiếp tục thực hiện",
        "triển khai",
        "triển khai thực hiện",
        "tổ chức thực hiện",
        "xét",
        "tiếp theo"
    ];
    let words = reader.folded.get(at..sentence.end).unwrap_or_default();
    let mut numbers = words.match_indices(" số ").map(|(found, number)| &words[found + number.len()..]);
    reader.any(at, opens).is_some() && numbers.any(|number| number.starts_with(|c: char| c.is_ascii_digit()))
}

enum Place {
    Clause(usize),
    List(Listed),
    None,
}

/// The next clause after a comma, or the next list of agencies before it.
fn next_place(reader: &Reader, at: usize, sentence: &Range<usize>) -> Place {
    let rest = reader.folded.get(at..sentence.end).unwrap_or_default();
    let comma = [rest.find([',', ':']).map(|c| at + c + 1), rest.find(" thì ").map(|c| at + c + " thì".len())];
    let comma = comma.into_iter().flatten().min();
    for lexeme in reader.lexemes_from(at + 1) {
        if lexeme.range.start >= comma.unwrap_or(sentence.end) {
            break;
        }
        if reader.begins(lexeme.range.start)
            && let Some(list) = cues::agencies(reader, lexeme.range.start)
        {
            return Place::List(list);
        }
    }
    comma.map_or(Place::None, |c| Place::Clause(reader.blanks(c)))
}

fn clause_start(reader: &Reader, at: usize) -> bool {
    let before = reader.folded[..at].trim_end();
    before.ends_with([',', ':', ';']) || before.ends_with(" thì")
}

/// A kind of body in small letters without `các`.
fn is_bare(reader: &Reader, at: usize) -> bool {
    !reader.begins(at)
}

/// `tại cơ quan, đơn vị …`: the word before the comma is a kind of body too.
fn enumerated(reader: &Reader, at: usize) -> bool {
    let before = reader.folded[..at].trim_end_matches([' ', ',']);
    reader.lexeme_before(before.len()).is_some_and(|l| l.is(Kinds::BODY | Kinds::QUALIFIER))
}

/// `Chương trình của Chính phủ, các bộ, ngành xây dựng`: a body alone owns what stands before, the rest acts.
fn after_owner(reader: &Reader, list: &Listed, sentence: &Range<usize>) -> Option<Subject> {
    let before = reader.folded[..list.range.start].trim_end();
    let [owner, rest @ ..] = list.agencies.as_slice() else {
        return None;
    };
    let owned = [" của", " thuộc", " do"].iter().any(|w| before.ends_with(w));
    let several = |at: usize| reader.kind(at, Kinds::PLURAL).is_some();
    let start = rest.first()?.range.start;
    if !owned || several(owner.range.start) || !several(start) {
        return None;
    }
    acting(reader, Listed { agencies: rest.to_vec(), range: start..list.range.end }, sentence)
}

/// Does the clause before the comma at `at` end with a verb?
fn after_verb(reader: &Reader, at: usize) -> bool {
    let before = reader.folded[..at].trim_end_matches([' ', ',']);
    reader.lexeme_before(before.len()).is_some_and(|l| l.is(Kinds::VERB))
}

/// The list as a subject, when a duty follows it.
fn acting(reader: &Reader, list: Listed, sentence: &Range<usize>) -> Option<Subject> {
    let list = taking_part::meant(reader, shapes::meant(reader, list, sentence), sentence);
    let list = told::in_person(reader, list, sentence);
    if council::says(reader, &list) || results::achieves(reader, &list) {
        return None;
    }
    let mut after = list.range.end;
    if results::case(reader, after, sentence.end) {
        return None;
    }
    if let Some(duty) = shapes::after_colon(reader, &list, sentence) {
        let cue = cues::first_cue(reader, duty);
        return Some(Subject { list, cue, told: false });
    }
    // `Sở Tài chính, trên cơ sở đề xuất của các đơn vị, chủ trì tổng hợp`
    let next = reader.blanks(after);
    let each = shapes::after_each(reader, next + 1);
    if reader.rest(next).starts_with(',') && each > next + 1 {
        // `Sở A, Sở B, mỗi đơn vị rà soát …`
        after = each;
    } else if let Some(inner) =
        beside::behind_what_it_is(reader, &list).or_else(|| beside::behind_most(reader, next, sentence))
    {
        after = inner;
    } else if reader.rest(next).starts_with(',') {
        let inner = reader.blanks(next + 1);
        // `Sở Công Thương, là cơ quan thường trực, …`
        let office = reader.word(inner, "là").is_some() && reader.kind(inner, Kinds::LEAD).is_some();
        // `…, Thủ trưởng các đơn vị liên quan, chịu trách nhiệm thi hành`
        // and `…, thừa ủy quyền Chủ tịch UBND tỉnh, ký …`
        let bearing = words!["chịu trách nhiệm", "có trách nhiệm", "thừa ủy quyền", "thừa lệnh", "thay mặt"];
        let bears = reader.any(inner, bearing).is_some();
        if !office && !bears && !cues::lead_in(reader, inner) && !cues::rhythm(reader, inner) {
            return None;
        }
        after = inner;
    }
    if let Some(duty) = shapes::after_apposition(reader, after, sentence) {
        after = duty;
    }
    // `UBND các xã được phân công thực hiện nhiệm vụ có trách nhiệm …`
    if let Some(assigned) =
        reader.any(after, words!["được phân công", "được giao", "cũng được phân công", "cũng được giao"])
    {
        after = given(reader, assigned);
    } else if let Some(asked) = reader.any(after, words!["được đề nghị", "được yêu cầu"]) {
        // `Các đơn vị được đề nghị khen thưởng`: what is asked for them, unless it is their part
        let part = reader.any(asked, words!["chủ trì", "phối hợp", "làm đầu mối", "chủ động", "tham gia"]);
        part?;
        after = asked;
    }
    after = shapes::after_each(reader, after);
    if !cues::duty_follows(reader, after) {
        return None;
    }
    let at = reader.blanks(after);
    // `là thành viên`, `có liên quan` are no duties; `được` is none either
    if at >= sentence.end {
        return None;
    }
    let cue = cues::first_cue(reader, after);
    Some(Subject { list, cue, told: false })
}

/// `UBND các xã được phân công thực hiện nhiệm vụ có trách nhiệm …`, `Sở Y tế được giao nhiệm vụ theo dõi …`: where the
/// duty begins behind the words that it is given.
fn given(reader: &Reader, assigned: usize) -> usize {
    let verb = reader.any(assigned, words!["nhiệm vụ", "trách nhiệm"]).unwrap_or(assigned);
    let after = reader.relative(verb);
    let bears = reader.any(after, words!["có trách nhiệm", "chịu trách nhiệm"]).is_some();
    if !bears && reader.kind(reader.blanks(verb), Kinds::LEAD).is_some() { verb } else { after }
}

/// Where the words of a sentence begin that tell who does what: behind its marks and the case that it puts first.
pub(super) fn start(reader: &Reader, sentence: &Range<usize>) -> usize {
    let marks = [' ', '-', '–', '+', '*', '•', '“', '"', ',', ';', '.', '\t', '\n'];
    let words = reader.folded.get(sentence.clone()).unwrap_or_default();
    let from = sentence.end - words.trim_start_matches(marks).len();
    fronted::after_case(reader, from, sentence.end).unwrap_or(from)
}
