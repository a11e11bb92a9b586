//! The signature block: authority lines, post, name.

use super::Metadata;
use crate::{
    layout::{LineKind, LogicalLine},
    model::Signer,
    text::Text,
};

pub(super) fn read(text: &Text, lines: &[LogicalLine], meta: &mut Metadata) {
    // a second block behind the first is that of a form in an annex
    let signed = lines.iter().position(|l| matches!(l.kind, LineKind::Authority | LineKind::Post | LineKind::Name));
    let annex = |l: &LogicalLine| matches!(l.kind, LineKind::Annex | LineKind::AnnexTitle);
    let end = signed.and_then(|s| lines[s..].iter().position(annex).map(|n| s + n)).unwrap_or(lines.len());
    let lines = &lines[..end];
    let of = |kind: LineKind| lines.iter().filter(move |l| l.kind == kind);
    let Some(first) = lines.iter().find(|l| matches!(l.kind, LineKind::Authority | LineKind::Post | LineKind::Name))
    else {
        return;
    };
    let words = |l: &LogicalLine| text.at(&l.range).trim_end_matches([',', ':', ';']).to_owned();
    let posts: Vec<String> = of(LineKind::Post).map(words).collect();
    let signer = Signer {
        name: of(LineKind::Name).next().map(|l| text.at(&l.range).to_owned()),
        title: (!posts.is_empty()).then(|| posts.join(" ")),
        authority: of(LineKind::Authority).map(words).collect(),
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
