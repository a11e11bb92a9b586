//! The names of bodies in a masthead, each joined from its printed lines.

use std::ops::Range;

use crate::{
    agency,
    layout::{LineKind, LogicalLine},
    lexicon::{head_words::head_words, issuer_words::issuer_words},
    text::{Text, fold},
};

/// A name and the words that show it.
pub(super) type Name = (String, Range<usize>);

/// The bodies of the masthead from top to bottom.
pub(super) fn masthead(text: &Text, lines: &[LogicalLine]) -> Vec<Name> {
    let mut names: Vec<Name> = Vec::new();
    let head = lines.iter().take_while(|l| !matches!(l.kind, LineKind::Type | LineKind::Title | LineKind::Paragraph));
    for line in head.filter(|l| l.kind == LineKind::Agency) {
        // specks beside the words are none of them
        let words =
            text.at(&line.range).trim_start_matches(|c: char| !c.is_uppercase() && !c.is_ascii_digit() && c != '(');
        let words = words.trim_end_matches(['_', '-', '–', '—', '*', '.', ' ']);
        // what OCR makes of the unit's name is certain
        let words = words.replace("THÀNH PHÓ ", "THÀNH PHỐ ").replace("THÀNH PHÔ ", "THÀNH PHỐ ");
        let words = words.as_str();
        if words.is_empty() {
            continue;
        }
        match names.last_mut() {
            Some((name, range)) if !begins(words) || goes_on(&fold(name)) => {
                name.push(' ');
                name.push_str(words);
                range.end = line.range.end;
            }
            _ => names.push((words.to_owned(), line.range.clone())),
        }
    }
    unions(names)
}

/// Two bodies beside each other that issue together, and the one above them: `SỞ Y TẾ` | `SỞ TÀI CHÍNH`.
pub(super) fn joint(names: &[Name]) -> Option<(Option<&Name>, String, Range<usize>)> {
    let (above, [(a, from), (b, to)]) = names.split_last_chunk::<2>()?;
    // a department is not below another
    let head = |name: &str| ["sở ", "phòng "].into_iter().find(|head| fold(name).starts_with(head));
    // each column prints the body above
    let above = match above {
        [] => None,
        [one] => Some(one),
        [one, two] if fold(&one.0) == fold(&two.0) => Some(one),
        _ => return None,
    };
    (head(a).is_some() && head(a) == head(b))
        .then(|| (above, format!("{} - {}", agency::from_capitals(a), agency::from_capitals(b)), from.start..to.end))
}

/// An organ that only its place names gets the name of the union above it; of the youth union that is a running head, too.
fn unions(mut names: Vec<Name>) -> Vec<Name> {
    let youth =
        |name: &str| matches!(fold(name).as_str(), "đoàn tncs hồ chí minh" | "đoàn thanh niên cộng sản hồ chí minh");
    // `BAN CHẤP HÀNH TRUNG ƯƠNG` of the union, whose name stands beside it
    if let [(organ, range), (body, of)] = names.as_slice()
        && youth(body)
        && fold(organ) == "ban chấp hành trung ương"
    {
        return vec![(format!("{organ} {body}"), range.start..of.end)];
    }
    // `ĐOÀN TNCS HỒ CHÍ MINH` / `BCH TỈNH …`, `HỘI … VIỆT NAM` / `BAN CHẤP HÀNH TỈNH …`: the organ in a place
    if let [(body, of), (organ, range)] = names.as_slice()
        && (youth(body) || fold(body).ends_with(" việt nam"))
        && let Some((organ, place)) = organ_of_place(organ)
    {
        return vec![(format!("{organ} {body} {place}"), of.start..range.end)];
    }
    // its running head stands beside the agency, like the Party's
    names.retain(|(name, _)| !youth(name));
    names
}

/// `BCH TỈNH HÒA SƠN` → `BCH`, `TỈNH HÒA SƠN`
fn organ_of_place(name: &str) -> Option<(&str, &str)> {
    let mut blanks = name.match_indices(' ').map(|(i, _)| i).take(3);
    let at = blanks.find(|&i| is_organ(&name[..i]) && issuer_words().places.begin(&fold(&name[i + 1..])))?;
    Some((&name[..at], &name[at + 1..]))
}

/// Does the line begin the name of a body, perhaps by its short form (`LĐLĐ`, `VKSND`)?
pub(super) fn begins(words: &str) -> bool {
    let folded = fold(words);
    let first = folded.split(' ').next().unwrap_or_default();
    if head_words().begins_name(&folded) {
        return true;
    }
    // a short form for a thing begins none: `PCCC` and `PTDS` are no `phòng`
    let written_out = fold(&agency::canonical(words));
    !written_out.starts_with(first) && head_words().begins_name(&written_out)
}

/// The name so far cannot end here: `BAN CHỈ ĐẠO QUỐC GIA VỀ`, `HỘI LIÊN HIỆP`, `BAN CHẤP HÀNH`.
fn goes_on(folded: &str) -> bool {
    // `ỦY` / `BAN NHÂN DÂN`, `TRƯỜNG` / `ĐẠI HỌC Y`
    !folded.contains(' ') && !matches!(folded, "ubnd" | "hđnd")
        || folded.ends_with(['-', '–'])
        || head_words().name_goes_on(folded)
}

/// An organ that is named by the body above it.
pub(super) fn is_organ(name: &str) -> bool {
    head_words().is_organ(&fold(name))
}
