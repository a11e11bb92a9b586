//! Who issued the document: the masthead's agency lines, else the signing block or the preamble.

use std::ops::Range;

use super::{Metadata, issuing, names, placeless};
use crate::{
    agency,
    layout::{LineKind, LogicalLine},
    lexicon::agencies,
    sections::{SectionKind, SectionTree},
    text::{Text, fold, letters::is_alphabetic},
};

pub(super) fn read(text: &Text, lines: &[LogicalLine], tree: &SectionTree, meta: &mut Metadata) {
    masthead_or_words(text, lines, tree, meta);
    if let Some(known) = meta.issuer.as_deref().and_then(respelled) {
        meta.issuer = Some(known.to_owned());
    }
}

fn masthead_or_words(text: &Text, lines: &[LogicalLine], tree: &SectionTree, meta: &mut Metadata) {
    let mut names = names::masthead(text, lines);
    // a heading in capitals above a text without a masthead names nobody
    let heads =
        |l: &LogicalLine| matches!(l.kind, LineKind::Motto | LineKind::Number | LineKind::Date | LineKind::Type);
    if !lines.iter().any(heads) {
        names.retain(|(name, _)| names::begins(name));
    }
    if let Some((parent, name, range)) = names::joint(&names) {
        meta.issuer = Some(name);
        meta.show("issuer", &range, "metadata.masthead");
        if let Some((parent, range)) = parent {
            meta.parent_issuer = Some(agency::from_capitals(parent));
            meta.show("parent_issuer", range, "metadata.masthead");
        }
        return;
    }
    match names.as_slice() {
        [] => {
            if let Some((name, range, rule)) =
                decider(text, lines).or_else(|| preamble(text, tree, meta.directs())).or_else(|| signature(text, lines))
            {
                meta.issuer = Some(name);
                meta.show("issuer", &range, rule);
            }
        }
        [(name, range)] => {
            // `ỦY BAN NHÂN DÂN T NAM`: damage, where the preamble prints the name whole
            if let Some((whole, range, rule)) = preamble(text, tree, false).filter(|(whole, ..)| {
                is_damaged(name) && fold(whole).starts_with(&head(name)) || is_same_but_marks(whole, name)
            }) {
                meta.issuer = Some(whole);
                meta.show("issuer", &range, rule);
            } else {
                let printed = agency::from_capitals(name);
                let placed = placeless::is_placeless(&printed)
                    .then(|| placeless::placed(text, lines, &printed, meta.place.as_deref()));
                meta.issuer = Some(placed.flatten().unwrap_or(printed));
                meta.show("issuer", range, "metadata.masthead");
            }
        }
        [above @ .., (name, range)] => {
            let (parent, parent_range) = &above[above.len() - 1];
            if names::is_organ(name) {
                // `BAN THƯỜNG TRỰC` under the body it belongs to
                meta.issuer = Some(format!("{} {}", agency::from_capitals(name), agency::from_capitals(parent)));
                meta.show("issuer", &(parent_range.start..range.end), "metadata.masthead-organ");
                if let Some((grand, grand_range)) = above.len().checked_sub(2).map(|i| &above[i]) {
                    meta.parent_issuer = Some(agency::from_capitals(grand));
                    meta.show("parent_issuer", grand_range, "metadata.masthead");
                }
            } else {
                meta.issuer = Some(agency::from_capitals(name));
                meta.show("issuer", range, "metadata.masthead");
                meta.parent_issuer = Some(agency::from_capitals(parent));
                meta.show("parent_issuer", parent_range, "metadata.masthead");
            }
        }
    }
}

/// A single letter stands among the words: what is left of another column.
fn is_damaged(name: &str) -> bool {
    name.split(' ').any(|w| w.chars().count() == 1 && w.chars().all(|c| is_alphabetic(c) && !matches!(c, 'Y' | 'y')))
}

/// The same letters with other marks: OCR reads `THÀNH PHÓ` where the preamble prints `thành phố`.
fn is_same_but_marks(whole: &str, name: &str) -> bool {
    let name = agency::from_capitals(name);
    fold(whole) != fold(&name) && without_marks(whole) == without_marks(&name)
}

/// A name in plain letters, as ids have them: `so-y-te`.
fn without_marks(name: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    let plain = |word: &str| word.replace('đ', "d").nfd().filter(char::is_ascii_alphanumeric).collect::<String>();
    fold(name).split_whitespace().map(plain).filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-")
}

/// The name of the list that differs from the printed one in its marks alone, which is a slip of who typed it: `Sở Thông
/// tin và Truyển thông`.
fn respelled(name: &str) -> Option<&'static str> {
    let known = agencies::by_id(&without_marks(name))?.name;
    (fold(known) != fold(name) && fold(known).len() == fold(name).len()).then_some(known)
}

/// The first three words of a name, folded.
fn head(name: &str) -> String {
    fold(&name.split(' ').take(3).collect::<Vec<_>>().join(" "))
}

/// `… Việt Nam xã`: the place that the closing or the preamble prints behind the same word.
fn placed(text: &Text, tree: &SectionTree, name: String) -> String {
    let Some(unit) = ["xã", "phường", "huyện", "tỉnh"].into_iter().find(|u| name.ends_with(&format!(" {u}")))
    else {
        return name;
    };
    let wanted = format!(" {unit} ");
    let nodes = tree.nodes.iter().filter(|n| matches!(n.kind, SectionKind::Closing | SectionKind::Preamble));
    for range in nodes.flat_map(|n| &n.text) {
        let words = text.at(range);
        for (at, _) in words.match_indices(&wanted) {
            let place: Vec<&str> = words[at + wanted.len()..]
                .split(' ')
                .take(4)
                .take_while(|w| w.starts_with(char::is_uppercase))
                .collect();
            if let Some(last) = place.iter().position(|w| w.ends_with([',', '.', ';', ':'])) {
                let place = place[..=last].join(" ");
                return format!("{name} {}", place.trim_end_matches([',', '.', ';', ':', '/']));
            }
            if !place.is_empty() {
                return format!("{name} {}", place.join(" "));
            }
        }
    }
    name
}

/// `TM. ỦY BAN NHÂN DÂN QUẬN 8`: for whom the signer signs, when the block names the place.
fn signature(text: &Text, lines: &[LogicalLine]) -> Option<(String, Range<usize>, &'static str)> {
    let line = lines.iter().find(|l| l.kind == LineKind::Authority)?;
    let body = text.at(&line.range).strip_prefix("TM.")?.trim();
    let name = agency::from_capitals(body);
    let whole = ["ủy ban nhân dân ", "hội đồng nhân dân "].iter().any(|head| fold(&name).starts_with(head));
    whole.then(|| (name, line.range.clone(), "metadata.signature"))
}

/// `THỦ TƯỚNG CHÍNH PHỦ` above `Căn cứ …`
fn decider(text: &Text, lines: &[LogicalLine]) -> Option<(String, Range<usize>, &'static str)> {
    let line = lines.iter().find(|l| l.kind == LineKind::Decider)?;
    let words = text.at(&line.range);
    let name = words.strip_prefix("CHỦ TỊCH ").unwrap_or(words);
    Some((agency::from_capitals(name), line.range.clone(), "metadata.decider"))
}

/// `… , UBND tỉnh Lào Cai ban hành Kế hoạch …`, and for a name without its place the closing's fuller one; a directive
/// only tells: `…, UBND tỉnh yêu cầu …`.
fn preamble(text: &Text, tree: &SectionTree, directs: bool) -> Option<(String, Range<usize>, &'static str)> {
    let node = tree.nodes.iter().find(|n| n.kind == SectionKind::Preamble)?;
    let words = node.text.iter().rev().find_map(|range| issuing::body(text, range, directs))?;
    let name = placed(text, tree, agency::canonical(text.at(&words)));
    let fuller = closing_name(text, tree, &name);
    match fuller {
        Some((name, range)) => Some((name, range, "metadata.closing")),
        None => (!name.is_empty()).then_some((name, words, "metadata.preamble")),
    }
}

/// `Trên đây là Kế hoạch của Sở … tỉnh …`: the issuer with its place.
fn closing_name(text: &Text, tree: &SectionTree, name: &str) -> Option<(String, Range<usize>)> {
    let node = tree.nodes.iter().rev().find(|n| n.kind == SectionKind::Closing)?;
    let wanted = fold(name);
    node.text.iter().find_map(|r| {
        let folded = text.folded_at(r);
        let at = folded.find(&wanted)?;
        let rest = &folded[at + wanted.len()..];
        let place = rest.strip_prefix(" tỉnh ").or_else(|| rest.strip_prefix(" thành phố "))?;
        let end = r.end - place.len();
        // the place: the capitalised words
        let plain = &text.plain()[end..r.end];
        let mut len = 0;
        for word in plain.split(' ') {
            if !word.starts_with(char::is_uppercase) && word != "-" {
                break;
            }
            len += word.len() + 1;
        }
        let found = text.trim(r.start + at..(end + len.saturating_sub(1)).min(r.end));
        let found = found.start..found.start + text.at(&found).trim_end_matches([',', '.', ';', '/']).len();
        (len > 0).then(|| (agency::canonical(text.at(&found)), found))
    })
}
