//! An annex that repeats the document's number and date fills what the masthead leaves open:
//! `(Kèm theo Kế hoạch số: 8417/KH-UBND ngày 08 tháng 01 năm 2024 của …)`.

use super::Metadata;
use crate::{
    layout::{LineKind, LogicalLine},
    lexicon::document_types,
    text::Text,
    value::{read_day, read_document_number},
};

pub(super) fn fill(text: &Text, lines: &[LogicalLine], meta: &mut Metadata) {
    if meta.number.is_some() && meta.issued_on.is_some() {
        return;
    }
    for line in lines.iter().filter(|l| l.kind == LineKind::Enclosure) {
        let folded = text.folded_at(&line.range);
        let Some(at) = folded.find("số") else { continue };
        let digits = folded[at..].find(|c: char| c.is_ascii_digit()).map(|i| at + i);
        let Some((number, end)) = digits.and_then(|d| read_document_number(text.at(&line.range), d)) else { continue };
        // only the document's own type is its own number
        let own = meta
            .kind
            .as_ref()
            .is_some_and(|k| document_types::by_symbol(&number.symbol).is_some_and(|t| t.name == k.name));
        if !own || meta.symbol.as_ref().is_some_and(|s| *s != number.symbol) {
            continue;
        }
        let range = line.range.start + at..line.range.start + end;
        if meta.number.is_none() {
            meta.number = Some(number.number());
            meta.symbol = Some(number.symbol);
            meta.show("number", &range, "metadata.enclosure");
        }
        if meta.issued_on.is_none()
            && let Some(day) = folded[end..].find("ngày").map(|i| end + i + "ngày ".len())
            && let Some((date, day_end)) = folded.is_char_boundary(day).then(|| read_day(folded, day)).flatten()
        {
            meta.issued_on = date.edtf();
            meta.show("issued_on", &(line.range.start + day..line.range.start + day_end), "metadata.enclosure");
        }
        return;
    }
}
