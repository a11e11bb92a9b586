//! What the members of a list share: `số 07/CĐ-UBND và số 08/CĐ-UBND ngày 05/9/2024 của UBND tỉnh`.

use std::ops::Range;

use super::{
    look,
    numbered::{Numbered, same_sentence},
    tail::Tail,
};
use crate::{lexicon::document_types::DocumentType, value::Cursor};

/// Gives the title behind the last of a list to those before it that only have a number: `các Công điện số 07/CĐ-UBND, số
/// 08/CĐ-UBND ngày 05/9/2024 về ứng phó bão`.
pub(super) fn share_titles(folded: &str, found: &mut [Numbered]) {
    for n in (1..found.len()).rev() {
        let (head, tail) = found.split_at_mut(n);
        let (Some(this), Some(next)) = (head.last_mut(), tail.first()) else { continue };
        let alike = !next.own_type && this.symbol == next.symbol && this.kind == next.kind;
        if this.title.is_none() && alike && lists(folded, this, next) {
            this.title.clone_from(&next.title);
        }
    }
}

/// Does nothing but a mark or `và` stand between the two?
fn lists(folded: &str, this: &Numbered, next: &Numbered) -> bool {
    let gap = folded.get(this.range.end..next.range.start).unwrap_or("x");
    gap.len() < 12 && gap.split([',', ';', ' ']).all(|w| w.is_empty() || matches!(w, "và" | "các" | "số"))
}

/// Gives the members of a list what they share.
pub(super) fn share(plain: &str, folded: &str, types: &[(Range<usize>, &DocumentType)], found: &mut [Numbered]) {
    // what follows the last of a list holds for those before it
    for n in (1..found.len()).rev() {
        let (head, tail) = found.split_at_mut(n);
        let (Some(this), Some(next)) = (head.last_mut(), tail.first()) else {
            continue;
        };
        if !lists(folded, this, next) {
            continue;
        }
        let same = this.symbol == next.symbol && (!this.symbol.is_empty() || this.kind == next.kind);
        if this.issuer.is_none() && (!next.own_type || same) {
            this.issuer.clone_from(&next.issuer);
        }
        // `Quyết định số 31-QĐ/TU và Quyết định số 32-QĐ/TU cùng ngày 12/12/2016`
        let one_day = folded.get(next.range.clone()).is_some_and(|words| words.contains(" cùng ngày "));
        if this.date.is_none() && (!next.own_type || one_day) {
            this.date.clone_from(&next.date);
        }
    }
    for n in 1..found.len() {
        let (head, tail) = found.split_at_mut(n);
        let (Some(before), Some(this)) = (head.last(), tail.first_mut()) else {
            continue;
        };
        let alike = !this.own_type && this.symbol == before.symbol;
        // `của Sở Nội vụ tại Tờ trình số … và Công văn số …`
        let joint = before.given && plain[..this.range.start].trim_end().ends_with("và");
        let listed = before.given && !this.own_type;
        this.given |= (joint || listed) && this.issuer.is_none();
        if (alike || joint || listed)
            && this.issuer.is_none()
            && same_sentence(plain, folded, before.range.end, this.range.start)
        {
            this.issuer.clone_from(&before.issuer);
        }
    }
    // `các Quyết định của Thủ tướng Chính phủ về …: Quyết định số …; Quyết định số …`
    for (range, kind) in types {
        let before = folded[..range.start].trim_end();
        if !(before.ends_with("các") || before.ends_with("những")) {
            continue;
        }
        let from = if kind.generic { past_purpose(folded, range.end) } else { range.end };
        let head = Tail::read(plain, folded, from);
        let Some(name) = head.issuer else { continue };
        let look = look::window(folded, head.end, 400);
        let Some(colon) = folded[look].find([':', '.']).map(|n| head.end + n) else {
            continue;
        };
        if !folded[colon..].starts_with(':') {
            continue;
        }
        let below = |f: &&mut Numbered| {
            f.range.start > colon
                && (f.kind == kind.name || kind.generic && may_issue(&name, &f.symbol))
                && f.issuer.is_none()
                && same_sentence(plain, folded, colon, f.range.start)
        };
        let from = found.partition_point(|f| f.range.start <= colon);
        for one in found.iter_mut().skip(from).take(60).filter(below) {
            one.issuer = Some(name.clone());
        }
    }
}

/// Past what the documents of a list are for: `các văn bản chỉ đạo, hướng dẫn của Bộ Y tế`.
fn past_purpose(folded: &str, at: usize) -> usize {
    let mut c = Cursor::new(folded, at);
    let mut end = at;
    for _ in 0..6 {
        c.blanks().literal(",");
        c.blanks();
        if c.any(PURPOSES).is_none() {
            break;
        }
        end = c.at();
    }
    end
}

/// What the documents of a list are for.
const PURPOSES: &[&str] = &["chỉ đạo", "hướng dẫn", "điều hành", "triển khai", "liên quan", "và", "đôn đốc"];

/// Could who is named so issue a document with this symbol? `NĐ-CP` is none of a ministry's.
fn may_issue(name: &str, symbol: &str) -> bool {
    const OFFICES: [(&str, &[&str]); 6] = [
        ("CP", &["Chính phủ"]),
        ("TTg", &["Thủ tướng", "Chính phủ"]),
        ("UBND", &["Ủy ban nhân dân"]),
        ("HĐND", &["Hội đồng nhân dân"]),
        ("TU", &["Tỉnh ủy", "Thành ủy", "Đảng bộ tỉnh", "Đảng bộ thành phố"]),
        ("TW", &["Trung ương", "Bộ Chính trị", "Ban Bí thư"]),
    ];
    let mut groups = symbol.split(['-', '/']);
    groups.all(|g| {
        !g.starts_with("QH")
            && OFFICES.iter().all(|(office, names)| g != *office || names.iter().any(|n| name.contains(n)))
    })
}
