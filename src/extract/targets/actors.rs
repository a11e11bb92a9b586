//! Those who act, which stand before a figure and measure nothing: `Chỉ đạo trạm y tế khám cho 100% người già`.

use std::ops::Range;

use super::{back, lead::Link, measures, predicate::predicate, reading::Reading};
use crate::{
    lexicon::units::{self, UnitKind},
    text::{
        letters::is_alphabetic,
        words::{Words, words},
    },
};

/// Verbs by which others are told to act.
const ORDERS: &Words =
    &Words::of(&["chỉ đạo", "yêu cầu", "giao", "đề nghị", "phân công", "vận động các", "hướng dẫn các"]);

/// Bodies that act.
const BODIES: &Words = &Words::of(&[
    "sở",
    "ủy ban",
    "ubnd",
    "phòng",
    "ban",
    "trung tâm",
    "trạm y tế",
    "hội",
    "đoàn",
    "công an",
    "ban chỉ huy",
    "doanh nghiệp",
    "hợp tác xã",
    "nhà trường",
    "trường",
    "ngân hàng",
    "chi nhánh",
    "tổ chức tín dụng",
    "cơ quan",
    "đơn vị",
    "địa phương",
    "mặt trận",
    "chi cục",
    "chi bộ",
    "văn phòng",
    "thanh tra",
    "tòa án",
    "viện kiểm sát",
    "kho bạc",
    "công ty",
    "ngành",
    "chủ đầu tư",
]);

/// What they do, for those who are counted.
const DOES: &Words = &Words::of(&[
    " đẩy nhanh ",
    " đẩy mạnh ",
    " tổ chức ",
    " triển khai ",
    " thực hiện ",
    " tập huấn ",
    " phối hợp ",
    " vận động ",
    " hướng dẫn ",
    " rà soát ",
    " cung cấp ",
    " cấp phát ",
    " hoàn thành ",
    " tuyên truyền ",
]);

/// Words that name nothing that is done.
const NO_THINGS: &Words = &Words::of(&[
    "so",
    "trên",
    "ở",
    "tại",
    "trong",
    "về",
    "mỗi",
    "hằng",
    "hàng",
    "vào",
    "đến",
    "do",
    "nhờ",
    "theo",
    "và",
    "với",
    "để",
    "bình quân",
    "trở",
]);

/// Does the subject of share `n` say who does what for those whom the share counts, or who strives for it?
pub(super) fn acts(reading: &Reading, n: usize, subject: &Range<usize>) -> bool {
    let words = back::cut(reading.folded, subject.clone()).trim();
    let told = back::cut(reading.folded, predicate(reading, n));
    let lead = back::cut(reading.folded, reading.leads[n].start..reading.figures[n].range.start);
    if !reading.figures[n].is_rate() || measures::opens(words) || words.contains([':', ';']) {
        return false;
    }
    let counted = || {
        let told = back::strip_front_any(told, words!["số", "tổng số", "các"]).unwrap_or(told).trim_start();
        let kinds = [UnitKind::People, UnitKind::Place, UnitKind::Body];
        units::at(told, 0).is_some_and(|(unit, _)| kinds.contains(&unit.kind))
    };
    let goes = back::ends(words, words!["cho", "đến", "tới", "tại"])
        || reading.leads[n].link == Link::Binds && back::begins(lead, &["đến", "tới"]);
    let all = back::strip_front_any(words, &["các", "mỗi", "từng"]);
    let body = back::begins(all.unwrap_or(words).trim_start(), BODIES);
    if goes && counted() && (back::begins(words, ORDERS) || body && DOES.within(words)) {
        return true;
    }
    // `Các đơn vị cắt giảm 100% khoản chi chưa cần thiết`
    let moves = back::begins(lead, words!["cắt giảm", "giảm", "kéo giảm", "hoàn thành", "tiết kiệm"]);
    let thing = told.trim_start().starts_with(is_alphabetic) && !back::begins(told, NO_THINGS);
    if body && moves && thing {
        return true;
    }
    // `Mỗi tổ phấn đấu đạt ít nhất 40% số sáng kiến`
    let each = back::strip_front_any(words, &["mỗi", "từng"]).map(str::trim);
    let strives = back::begins(lead, &["phấn đấu"]);
    let thing = back::begins(told, &["số", "tổng số"]);
    strives
        && thing
        && each.is_some_and(|body| {
            units::at(body, 0).is_some_and(|(_, end)| end == body.len()) || body.split(' ').count() <= 2
        })
}
