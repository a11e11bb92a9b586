//! The `document` object of the record.

use super::Positions;
use crate::{
    extract::{View, metadata::Metadata},
    model::{Attached, Document, Evidence},
};

pub(super) fn finish(view: View, meta: Metadata, positions: &mut Positions) -> Document {
    let words = |r: &std::ops::Range<usize>| view.text.at(r).to_owned();
    let attached = meta
        .attached
        .iter()
        .map(|a| Attached {
            kind: a.kind.clone(),
            title: a.title.as_ref().map(words),
            section: view.tree.nodes.iter().find(|n| n.span().start >= a.from).map(|n| n.id.clone()),
        })
        .collect();
    let evidence = meta
        .evidence
        .iter()
        .map(|(field, range, rule)| {
            (
                (*field).to_owned(),
                Evidence { text: words(range), span: positions.span(range), rule: (*rule).to_owned() },
            )
        })
        .collect();
    let title = meta.title.as_ref().map(words);
    Document {
        kind: meta.kind,
        number: meta.number,
        symbol: meta.symbol,
        issued_on: meta.issued_on,
        place: meta.place,
        issuer: meta.issuer,
        issuer_id: None,
        level: None,
        province: None,
        parent_issuer: meta.parent_issuer,
        period: meta.title.as_ref().and_then(|r| super::period_of_title(view.text.folded_at(r))),
        title,
        signer: meta.signer,
        recipients: meta.recipients,
        attached,
        evidence,
    }
}
