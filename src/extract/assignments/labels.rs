//! Label lines: `Đơn vị chủ trì: …`, `Cơ quan phối hợp: …`, `Cơ quan thực hiện: X chủ trì, phối hợp với Y`.

use std::ops::Range;

use super::{Duty, Leaf, cues, label_ends, reader};
use crate::{
    agency::{Agency, Extent, Listed, Reader, canonical},
    lexicon::agency_words::{Kinds, MEANINGS},
    model::Role,
    text::{
        letters::{is_alphabetic, is_alphanumeric},
        words::{Keyed, List, Words, words},
    },
};

/// The id of the rule.
pub(super) const ID: &str = "assignments.label";

/// What a label says about the agencies after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Label {
    pub(super) role: Role,
    /// It says nothing but `Thực hiện`: only names that are known count.
    pub(super) bare: bool,
}

/// Who the label asks for; several may stand in a row: `Cơ quan/đơn vị`, `Đơn vị, địa phương`.
const WHO: &Words = &Words::of(&[
    "các cơ quan",
    "các đơn vị",
    "cơ quan",
    "đơn vị",
    "tổ chức",
    "bộ phận",
    "cấp",
    "sở",
    "bộ",
    "ban",
    "ngành",
    "phòng",
    "địa phương",
    "lực lượng",
    "lãnh đạo",
    "đồng chí",
    "cán bộ",
    "giáo viên",
    "chuyên viên",
    "công chức",
    "người",
    "cá nhân",
    "thành viên",
    "doanh nghiệp",
    "chủ thể",
]);

/// The words of a label after who it asks for; whether it asks for anyone.
fn who(folded: &str) -> (&str, bool) {
    let mut rest = folded;
    let mut found = false;
    for _ in 0..5 {
        let open = rest.strip_prefix("và ").or_else(|| rest.strip_prefix([',', '/', '-'])).unwrap_or(rest).trim_start();
        let whole = |r: &&str| !r.starts_with(is_alphanumeric);
        let Some(next) = WHO.fronts(open).find_map(|(_, w)| open.strip_prefix(w).filter(whole)) else {
            break;
        };
        rest = next.trim_start();
        found = true;
    }
    (rest, found)
}

/// What they do.
const PARTS: &Keyed<Role> = &Keyed::of(&[
    ("chủ trì, phối hợp thực hiện", Role::Lead),
    ("chủ trì, phối hợp", Role::Lead),
    ("chủ trì và phối hợp", Role::Lead),
    ("chủ trì, thực hiện", Role::Lead),
    ("chủ trì thực hiện", Role::Lead),
    ("chủ trì tham mưu", Role::Lead),
    ("chủ trì triển khai", Role::Lead),
    ("chủ trì tổ chức thực hiện", Role::Lead),
    ("chủ trì chính", Role::Lead),
    ("chủ trì, tổ chức thực hiện", Role::Lead),
    ("chủ trì và tổ chức thực hiện", Role::Lead),
    ("chủ trì, tham mưu", Role::Lead),
    ("chủ trì tổ chức", Role::Lead),
    ("chủ trì, triển khai thực hiện", Role::Lead),
    ("chủ trì soạn thảo", Role::Lead),
    ("chủ trì", Role::Lead),
    ("đầu mối, tham mưu", Role::Lead),
    ("đầu mối tham mưu", Role::Lead),
    ("đầu mối, tổng hợp", Role::Lead),
    ("đầu mối tổng hợp", Role::Lead),
    ("đầu mối theo dõi", Role::Lead),
    ("đầu mối triển khai thực hiện", Role::Lead),
    ("đầu mối triển khai", Role::Lead),
    ("đầu mối tổ chức thực hiện", Role::Lead),
    ("đầu mối, thực hiện", Role::Lead),
    ("đầu mối thực hiện", Role::Lead),
    ("đầu mối phối hợp", Role::Lead),
    ("đầu mối", Role::Lead),
    ("thường trực", Role::Lead),
    ("phối hợp thực hiện", Role::Coordinate),
    ("phối hợp triển khai", Role::Coordinate),
    ("phối hợp tổ chức", Role::Coordinate),
    ("phối hợp", Role::Coordinate),
    ("tham gia phối hợp", Role::Coordinate),
    ("tham gia", Role::Coordinate),
    ("cùng phối hợp", Role::Coordinate),
    ("tổ chức thực hiện", Role::Responsible),
    ("thực hiện", Role::Responsible),
    ("triển khai thực hiện", Role::Responsible),
    ("triển khai", Role::Responsible),
    ("chịu trách nhiệm chính", Role::Responsible),
    ("chịu trách nhiệm", Role::Responsible),
    ("phụ trách", Role::Responsible),
    ("phân công thực hiện", Role::Responsible),
    ("phân công", Role::Responsible),
    ("trách nhiệm thực hiện", Role::Responsible),
    ("tham mưu", Role::Responsible),
    ("chuẩn bị", Role::Responsible),
    ("chỉ đạo thực hiện", Role::Responsible),
    ("chỉ đạo", Role::Responsible),
    ("theo dõi", Role::Responsible),
    ("giao thực hiện", Role::Responsible),
    ("phối hợp chính", Role::Coordinate),
]);

/// The label at byte `at` of a folded text: what it says and where it ends, before its colon.
fn at(folded: &str, at: usize) -> Option<(Label, usize)> {
    let rest = folded.get(at..)?;
    let whole = |rest: &str| !rest.starts_with(is_alphanumeric);
    let (after, asked) = who(rest);
    // `Phòng Tham mưu` is a name
    let name = ["phòng", "ban", "sở", "bộ", "ngành"].contains(&rest[..rest.len() - after.len()].trim());
    let after = after.strip_prefix("được ").or_else(|| after.strip_prefix("làm ")).unwrap_or(after);
    // a bare `thực hiện`, `triển khai` labels nothing
    let own = |part: &str| words!["phân công", "trách nhiệm", "phụ trách"].within(part);
    let longest = PARTS
        .fronts(after)
        .filter(|(part, role)| asked && !name || *role != Role::Responsible || own(part))
        .filter_map(|(part, role)| after.strip_prefix(part).filter(|r| whole(r)).map(|r| (r.len(), *role)))
        .min_by_key(|(left, _)| *left);
    let bare = || after.strip_prefix("thực hiện").filter(|r| whole(r) && !asked).map(str::len);
    longest
        .map(|(left, role)| (Label { role, bare: false }, folded.len() - left))
        .or_else(|| bare().map(|left| (Label { role: Role::Responsible, bare: true }, folded.len() - left)))
}

/// The label that a whole heading is.
pub(super) fn whole(folded: &str) -> Option<Label> {
    let trimmed = folded.trim_end_matches([' ', ':', '.', ';']);
    let start = trimmed.len() - trimmed.trim_start_matches([' ', '-', '+', '*']).len();
    let (label, end) = at(trimmed, start)?;
    let rest = trimmed[end..].trim();
    // `Tổ chức thực hiện` heads the part about organisation
    let organisation = trimmed[start..].starts_with("tổ chức") || trimmed[start..].starts_with("phân công");
    let alone = rest.is_empty() || rest.starts_with('(') || rest == "nhiệm vụ" || rest == "chính";
    (alone && !organisation).then_some(label)
}

/// `- Phân công thực hiện: X chủ trì; phối hợp với Y`: over a part it heads organisation, over one item it is a label.
pub(super) fn deals(folded: &str) -> Option<Label> {
    let label = folded.trim_matches([' ', ':', '.', '-', '+']);
    let deals = ["phân công thực hiện", "phân công nhiệm vụ", "phân công", "phân công trách nhiệm"].contains(&label);
    deals.then_some(Label { role: Role::Responsible, bare: true })
}

/// Labels inside a paragraph: at its start or after a mark, with a colon; after a comma only where the words before name
/// nobody who acts, as a task does.
fn inside(folded: &str, task: bool) -> Vec<(Range<usize>, Label)> {
    let subject = Kinds::PLURAL | Kinds::POST | Kinds::HEAD | Kinds::NOUN | Kinds::HONORIFIC;
    let acts = |at: usize| MEANINGS.at_start(&folded[at..]).is_some_and(|(_, m)| m.kinds.any(subject));
    let mut labels = Vec::new();
    for (colon, _) in folded.match_indices(':') {
        let from = folded[..colon].rfind(['.', ';', ':', '\n', '(', '-', '+']).map_or(0, |i| i + 1);
        let start = from + folded[from..colon].len() - folded[from..colon].trim_start().len();
        // `Xây dựng đề án, cơ quan chủ trì: Sở Y tế`: the label stands behind a comma of the sentence
        let behind = folded[start..colon].rfind(", ").map(|comma| start + comma + ", ".len());
        let behind = behind.filter(|&label| {
            let names = folded[..from].ends_with(':') && !labels.is_empty();
            task && who(&folded[label..colon]).1 && (names || !acts(start))
        });
        let found =
            [Some(start), behind].into_iter().flatten().filter(|&start| colon - start <= 80).find_map(|start| {
                let (label, end) = at(&folded[..colon], start)?;
                let whole = folded[end..colon].trim().is_empty() && !folded[start..colon].starts_with("tổ chức");
                whole.then_some((start..colon + 1, label))
            });
        labels.extend(found);
    }
    labels
}

/// Is the leaf a label line, or does it stand under a label?
pub(super) fn takes(leaf: &Leaf) -> bool {
    (leaf.context.label.is_some() && leaf.context.leaf)
        || leaf.passages.iter().any(|p| {
            let folded = leaf.view.text.folded_at(p);
            folded.contains(':') && !inside(folded, is_task(leaf)).is_empty()
        })
}

/// Does the leaf stand below a task, or alone, rather than below those who act?
fn is_task(leaf: &Leaf) -> bool {
    leaf.context.holders.is_none()
}

/// Reads the agencies of a label line.
pub(super) fn read(leaf: &Leaf) -> Vec<Duty> {
    let mut duties = Vec::new();
    for passage in &leaf.passages {
        let reader = reader(leaf.view, passage);
        let labels = inside(reader.folded, is_task(leaf));
        if labels.is_empty() {
            let Some(label) = leaf.context.label else {
                continue;
            };
            segment(&reader, 0..reader.folded.len(), label, passage, &mut duties);
            continue;
        }
        // `- Cơ quan chủ trì: Sở Y tế; cơ quan phối hợp: …`: the run-in heading's label holds up to the next
        if let Some(label) = leaf.context.label
            && !reader.folded[..labels[0].0.start].trim().is_empty()
        {
            segment(&reader, 0..labels[0].0.start, label, passage, &mut duties);
        }
        for (index, (range, label)) in labels.iter().enumerate() {
            let end = labels.get(index + 1).map_or(reader.folded.len(), |(next, _)| next.start);
            segment(&reader, range.end..end, *label, passage, &mut duties);
        }
    }
    duties
}

/// Reads `X, Y chủ trì, phối hợp với Z` after a label or in a cell.
pub(super) fn segment(
    reader: &Reader,
    range: Range<usize>,
    label: Label,
    passage: &Range<usize>,
    duties: &mut Vec<Duty>,
) {
    let mut at = range.start;
    let mut role = label.role;
    // a clause with its duty stands before
    let mut clauses = false;
    let base = passage.start;
    while at < range.end {
        let start = skip(reader, at);
        if start >= range.end {
            break;
        }
        // a cue before its agencies: `phối hợp với Y`, `Chủ trì: X`
        if let Some(cue) = reader.kind(start, Kinds::LEAD | Kinds::COORDINATE) {
            role = if cue.is(Kinds::LEAD) { Role::Lead } else { Role::Coordinate };
            let mut next = cue.range.end;
            for joint in ["chặt chẽ với", "với", "cùng", "thực hiện"] {
                if let Some(after) = reader.word(next, joint) {
                    next = after;
                    break;
                }
            }
            at = next;
            continue;
        }
        let Some(list) = list(reader, start, label.role, clauses).filter(|l| l.range.start < range.end) else {
            if start == skip(reader, range.start) && !label.bare {
                fallback(reader, start..range.end, role, passage, duties);
            }
            break;
        };
        let mut end = list.range.end.min(range.end);
        let after = skip(reader, end);
        // the cue after its agencies: `X chủ trì`
        let mut own = role;
        let same = reader.folded.get(end..after).is_some_and(|gap| !gap.contains(['.', ';', '\n', '-', '+']));
        let cue = reader.kind(after, Kinds::LEAD | Kinds::COORDINATE).filter(|cue| {
            // `Phối hợp: …` after the names opens the next ones
            same && after < range.end && !reader.rest(reader.blanks(cue.range.end)).starts_with(':')
        });
        if let Some(cue) = cue {
            if cue.is(Kinds::LEAD) {
                own = Role::Lead;
                end = cue.range.end;
            } else if label.role == Role::Responsible && !with_follows(reader, cue.range.end) {
                own = Role::Coordinate;
                end = cue.range.end;
            } else if label.role == Role::Responsible && clauses {
                // `X chủ trì xây dựng đề án; Y phối hợp với Z thẩm định`
                own = Role::Coordinate;
            }
        }
        let words = reader.plain.get(range.clone()).unwrap_or_default();
        let first = range.start + words.len() - words.trim_start().len();
        let task = first + base..first + words.trim().len() + base;
        let remarks = label_ends::remarks(reader, &list, own);
        let agencies = list.agencies.into_iter().zip(remarks).filter(|(a, _)| a.range.start < range.end);
        for (Agency { name, range: words }, own) in agencies {
            let words = words.start + base..words.end + base;
            if !duties.iter().any(|d| d.agency == name && d.role == own) {
                duties.push(Duty { agency: name, role: own, partners: Vec::new(), task: task.clone(), words });
            }
        }
        if end <= start {
            break;
        }
        at = end;
        // a verb: the rest of the sentence is its duty; another subject may follow a mark
        let next = skip(reader, at);
        let duty = cues::duty_follows(reader, at) && reader.kind(next, Kinds::COORDINATE | Kinds::LEAD).is_none();
        // `X đối với hàng giả; Y đối với giá cả`: what each is to do it for
        if duty || reader.word(next, "đối với").is_some() {
            match reader.rest(at).find([';', '.', '\n']) {
                Some(mark) => at += mark + 1,
                None => break,
            }
            // `X chủ trì, phối hợp với Y tổ chức …; Z tổ chức …`: the next subject has no part in the cue
            role = label.role;
            clauses = true;
        }
    }
}

/// All words are names, unless a verb of duty follows the names or an order goes before them.
fn list(reader: &Reader, at: usize, role: Role, clauses: bool) -> Option<Listed> {
    let clause = reader.list_at(at, Extent::Clause);
    // `Đơn vị thực hiện: yêu cầu các xã rà soát`
    let told = reader.lexeme_before(reader.folded[..at].trim_end().len());
    if told.is_some_and(|order| ["giao", "yêu cầu", "đề nghị"].contains(&&reader.folded[order.range.clone()])) {
        return clause;
    }
    let duty = clause.as_ref().is_some_and(|l| {
        let after = reader.blanks(l.range.end);
        // `Viện Quy hoạch xây dựng, Sở Tài chính`: a verb without an object is a word of the name, among sentences the duty
        let bare = !clauses
            && reader.kind(after, Kinds::VERB).is_some_and(|v| {
                let next = reader.rest(v.range.end);
                !label_ends::carries_out(reader, after)
                    && !label_ends::helps(reader, after)
                    && !v.is(Kinds::LEAD | Kinds::COORDINATE | Kinds::ORDER)
                    && (next.is_empty() || next.starts_with([',', ';']) || next.trim_end() == ".")
            });
        // `Các đơn vị được giao quản lý hệ thống`: which of them
        let which = words!["được giao", "được phân công"].last_in(&reader.folded[l.range.clone()]);
        let which = which.is_some_and(|at| reader.folded[l.range.start + at..l.range.end].matches(' ').count() < 3);
        let last = l.agencies.last().map_or(0..0, |a| a.range.clone());
        let purpose =
            || reader.lexeme(last.start).is_some_and(|h| reader.purpose(h.range.end, after, Extent::Whole).is_some());
        // after a label of a role `Hội Nông dân các xã xây dựng mô hình` tells which of them, too, and so does
        // `các doanh nghiệp tham gia thí điểm`
        let several = reader.of_places(&last) || reader.kind(last.start, Kinds::PLURAL).is_some();
        let does = !label_ends::carries_out(reader, after)
            && reader.kind(after, Kinds::VERB).is_some_and(|v| !v.is(Kinds::LEAD | Kinds::COORDINATE | Kinds::ORDER));
        let joins = reader.word(after, "tham gia").is_some_and(|end| reader.rest(end).starts_with(' '));
        let chosen = role != Role::Responsible && several && (does || joins);
        reader.stops(after) && !bare && !which && !chosen && !purpose() && cues::duty_follows(reader, after)
    });
    if duty { clause } else { reader.list_at(at, Extent::Whole) }
}

fn with_follows(reader: &Reader, at: usize) -> bool {
    reader.any(at, cues::WITH).is_some()
}

/// The next word after marks, and after an order: `…; đề nghị Công an tỉnh cùng phối hợp`, `Giao Vụ Pháp chế …`.
fn skip(reader: &Reader, at: usize) -> usize {
    let rest = reader.rest(at);
    let next = at + rest.len()
        - rest.trim_start_matches([' ', ',', ';', '.', ':', '-', '–', '+', '*', '/', '\n', '\t', '•']).len();
    let told = || reader.any(next, &["giao", "yêu cầu"]).map(|told| reader.blanks(told)).filter(|&t| reader.begins(t));
    reader.word(next, "đề nghị").map(|asked| reader.blanks(asked)).or_else(told).unwrap_or(next)
}

/// A short cell or label of words that the lexicon does not know.
fn fallback(reader: &Reader, range: Range<usize>, role: Role, passage: &Range<usize>, duties: &mut Vec<Duty>) {
    let mut from = range.start;
    for piece in reader.plain.get(range.clone()).unwrap_or_default().split_inclusive([';', '\n']) {
        let marks = [' ', '-', '+', ';', '\n', '.', ',', '/'];
        let start = from + piece.len() - piece.trim_start_matches(marks).len();
        let words = piece.trim_matches(marks);
        from += piece.len();
        let letters = words.chars().filter(|c| is_alphabetic(*c)).count();
        let capital = words.chars().next().is_some_and(char::is_uppercase);
        let duty = reader.kind(start, Kinds::STOP).is_some();
        if letters < 3
            || words.len() > 80
            || !capital
            || duty
            || words.contains(':')
            || words.contains(|c: char| c.is_ascii_digit())
        {
            continue;
        }
        let place = passage.start + start..passage.start + start + words.len();
        duties.push(Duty { agency: canonical(words), role, partners: Vec::new(), task: place.clone(), words: place });
    }
}
