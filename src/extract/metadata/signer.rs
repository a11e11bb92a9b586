//! The signature block: authority lines, post, name.

use super::Metadata;
use crate::{
    layout::{LineKind, LogicalLine, damaged_post, sign, without_rank},
    model::Signer,
    text::Text,
};

pub(super) fn read(text: &Text, lines: &[LogicalLine], meta: &mut Metadata) {
    // a second block behind the first is that of a form in an annex
    let signed = lines.iter().position(|l| matches!(l.kind, LineKind::Authority | LineKind::Post | LineKind::Name));
    let annex = |l: &LogicalLine| matches!(l.kind, LineKind::Annex | LineKind::AnnexTitle);
    let end = signed.and_then(|s| lines[s..].iter().position(annex).map(|n| s + n)).unwrap_or(lines.len());
    let lines = &lines[..end];
    // so is what signs below the name: who approves
    let post = |l: &LogicalLine| matches!(l.kind, LineKind::Authority | LineKind::Post);
    let named = lines.iter().position(|l| l.kind == LineKind::Name).filter(|&n| lines[..n].iter().any(post));
    let lines = &lines[..named.map_or(lines.len(), |n| n + 1)];
    let of = |kind: LineKind| lines.iter().filter(move |l| l.kind == kind);
    let Some(first) = lines.iter().find(|l| matches!(l.kind, LineKind::Authority | LineKind::Post | LineKind::Name))
    else {
        return;
    };
    let words = |l: &LogicalLine| text.at(&l.range).trim_end_matches([',', ':', ';']).to_owned();
    let post = |l: &LogicalLine| damaged_post(text.at(&l.range)).map_or_else(|| words(l), str::to_uppercase);
    let mut posts: Vec<String> = of(LineKind::Post).map(post).collect();
    let mut authority: Vec<String> = of(LineKind::Authority).map(|l| authority(&words(l))).collect();
    // a deputy signs for the post printed above: what is left of `KT. GIÁM ĐỐC`
    if let [above, deputy] = posts.as_slice()
        && *deputy == format!("PHÓ {above}")
    {
        authority.push(format!("KT. {above}"));
        posts.remove(0);
    }
    let signer = Signer {
        name: of(LineKind::Name).next().map(|l| without_rank(text.at(&l.range)).to_owned()),
        title: (!posts.is_empty()).then(|| posts.join(" ")),
        authority,
    };
    let end = lines
        .iter()
        .filter(|l| matches!(l.kind, LineKind::Authority | LineKind::Post | LineKind::Name))
        .map(|l| l.range.end)
        .max()
        .unwrap_or(first.range.end);
    meta.show("signer", &(first.range.start..end), "metadata.signature");
    meta.signer = Some(signer);
}

/// `KT.GIÁM ĐÓC` → `KT. GIÁM ĐỐC`: a blank behind the sign, a damaged post as it is called.
fn authority(words: &str) -> String {
    const COUNCIL: &str = "ỦY BAN NHÂN DÂN";
    let stopped = |sign: &str| words.strip_prefix(sign).is_some_and(|rest| rest.starts_with('.'));
    let Some((sign, rest)) = sign(words).filter(|(sign, _)| stopped(sign)) else { return words.to_owned() };
    // the page's edge cut the last letters off
    if COUNCIL.starts_with(rest) && rest.len() + 4 > COUNCIL.len() {
        return format!("{sign}. {COUNCIL}");
    }
    damaged_post(rest).map_or_else(|| format!("{sign}. {rest}"), |post| format!("{sign}. {}", post.to_uppercase()))
}
