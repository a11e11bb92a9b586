//! A month by where it stands: `tháng cuối quý`, `tháng báo cáo`, `của tháng`.

use super::{Cursor, Rhythm, duration::Unit};
use crate::text::words::{Words, words};

/// The last month of each quarter.
const QUARTER_ENDS: u16 = 0b1001_0010_0100;
/// The first month of each quarter.
const QUARTER_STARTS: u16 = 0b0010_0100_1001;

/// Words behind `tháng` or `quý` that name one of them: `tháng này`, `tháng Giêng`, `tháng cao điểm`.
pub(crate) const ONE_OF_THEM: &Words = &Words::of(&[
    "này",
    "tới",
    "sau",
    "trước",
    "nào",
    "giêng",
    "hai",
    "ba",
    "tư",
    "năm",
    "sáu",
    "bảy",
    "tám",
    "chín",
    "mười",
    "chạp",
    "cao điểm",
    "hành động",
    "thanh niên",
    "an toàn",
    "khuyến mại",
]);

/// `tháng cuối quý`, `tháng cuối của mỗi quý`, `tháng đầu quý`; `tháng báo cáo`, `tháng trước`: a month by where it stands.
pub(super) fn placed_month(c: &mut Cursor) -> Option<Rhythm> {
    let of = c.word("của");
    if month_of_report(c.blanks()) || of && plain_month(c) {
        return Some(Rhythm::every(1, Unit::Month));
    }
    let side = c.blanks().any(&["tháng cuối", "tháng đầu"])?;
    c.blanks().any(&["cùng", "tiên"]);
    c.blanks().word("của");
    c.blanks().any(words!["mỗi", "hằng", "hàng", "từng", "các"]);
    let months = if side == 0 { QUARTER_ENDS } else { QUARTER_STARTS };
    if !c.blanks().word("quý") || c.rest().trim_start().starts_with(['i', '1', '2', '3', '4']) {
        return None;
    }
    // the report on a quarter comes in the next
    let mut tail = *c;
    if tail.blanks().any(words!["tiếp theo", "kế tiếp", "liền kề", "sau"]).is_some() {
        *c = tail;
    }
    Some(Rhythm { months, ..Rhythm::every(1, Unit::Year) })
}

/// The month of each report, or one beside it; `6 tháng trước ngày 15/6` is none.
fn month_of_report(c: &mut Cursor) -> bool {
    let mut tail = *c;
    let found = tail.any(words!["tháng báo cáo", "tháng kế tiếp", "tháng liền kề", "tháng sau", "tháng tiếp theo"]);
    let before = found.is_none() && tail.word("tháng trước") && {
        let next = tail.rest().trim_start();
        !next.starts_with("ngày") && !next.starts_with(|d: char| d.is_ascii_digit())
    };
    if found.is_some() || before {
        *c = tail;
    }
    found.is_some() || before
}

/// `ngày 25 của tháng`; `ngày 25 của tháng 6`, `của tháng cuối quý` name one.
fn plain_month(c: &mut Cursor) -> bool {
    let mut tail = *c;
    if !tail.word("tháng") {
        return false;
    }
    let mut next = tail;
    let named = next.blanks().any(ONE_OF_THEM).is_some()
        || next.any(&["cuối", "đầu"]).is_some()
        || next.rest().starts_with(|letter: char| letter.is_ascii_digit());
    if !named {
        *c = tail;
    }
    !named
}
