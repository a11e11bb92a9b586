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

/// Words by which others are joined to what is done.
const WITH: &Words = &Words::of(&["phối hợp với", "phối hợp", "chủ trì", "tham mưu"]);

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
    "bộ phận",
    "tổng công ty",
    "tập đoàn",
    "cục",
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
    " chủ trì ",
    " tham mưu ",
    " cấp ",
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
    let body = back::begins(all.unwrap_or(words).trim_start(), BODIES)
        || back::begins(words, WITH)
        || is_ministry(back::cut(reading.plain, subject.clone()));
    if goes && counted() && (back::begins(words, ORDERS) || body && DOES.within(words)) {
        return true;
    }
    // `Các đơn vị cắt giảm 100% khoản chi chưa cần thiết`
    let moves = back::begins(lead, words!["cắt giảm", "giảm", "kéo giảm", "hoàn thành", "tiết kiệm"]);
    let thing = told.trim_start().starts_with(is_alphabetic) && !back::begins(told, NO_THINGS);
    if body && moves && thing {
        return true;
    }
    // `Sở Y tế phấn đấu mỗi năm giảm 0,3% tỷ lệ trẻ thấp còi`
    let strives = back::begins(lead, &["phấn đấu"]);
    if body && strives && thing && words.split(' ').count() <= 10 && !words.contains(',') {
        return true;
    }
    // `Mỗi tổ phấn đấu đạt ít nhất 40% số sáng kiến`
    let each = back::strip_front_any(words, &["mỗi", "từng"]).map(str::trim);
    let thing = back::begins(told, &["số", "tổng số"]);
    strives
        && thing
        && each.is_some_and(|body| {
            units::at(body, 0).is_some_and(|(_, end)| end == body.len()) || body.split(' ').count() <= 2
        })
}

/// How long the words are for those who strive, with their verb: `Ngân hàng Chính sách xã hội phấn đấu dư nợ tăng 8%`.
pub(super) fn past_striver(plain: &str, folded: &str, range: Range<usize>) -> usize {
    let words = back::cut(folded, range.clone());
    let strives = " phấn đấu ";
    let Some(at) = back::head(words, 160).find(strives) else { return 0 };
    let who = words[..at].trim_start_matches([' ', '-', '+']);
    let all = back::strip_front_any(who, &["các", "mỗi", "từng"]).unwrap_or(who).trim_start();
    let body =
        back::begins(all, BODIES) || is_ministry(back::cut(plain, range.start + at - who.len()..range.start + at));
    let named = body && !who.contains([',', ':', ';']) && who.split(' ').count() <= 10;
    let rest = &words[at + strives.len()..];
    if named && !rest.trim().is_empty() { at + strives.len() } else { 0 }
}

/// `Bộ Y tế`, where `bộ phận` and `bộ thủ tục` are none.
fn is_ministry(plain: &str) -> bool {
    let name = plain.trim_start().strip_prefix("Bộ ");
    name.is_some_and(|name| {
        name.starts_with(char::is_uppercase) && !name.chars().nth(1).is_some_and(char::is_uppercase)
    })
}
