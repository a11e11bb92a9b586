//! Where a time expression may begin.

use std::sync::LazyLock;

use crate::{extract::Passage, lexicon::Phrases, text::letters::is_alphanumeric};

/// Words that may begin a time expression; a figure may too.
static STARTERS: LazyLock<Phrases<()>> = LazyLock::new(|| {
    const WORDS: &[&str] = &[
        "lúc",
        "hồi",
        "trước",
        "chậm nhất",
        "muộn nhất",
        "trễ nhất",
        "không trễ hơn",
        "không chậm hơn",
        "hạn chót",
        "hết",
        "không muộn hơn",
        "hạn cuối",
        "xong trước",
        "xong trong",
        "đến hết",
        "cho đến hết",
        "đến",
        "vào",
        "xuyên suốt",
        "trong suốt",
        "trong",
        "từ",
        "kể từ",
        "bắt đầu từ",
        "bắt đầu kể từ",
        "tính từ",
        "sau",
        "ngày",
        "các ngày",
        "tháng",
        "các tháng",
        "quý",
        "các quý",
        "năm",
        "các năm",
        "hằng",
        "hàng",
        "hăng",
        "mỗi",
        "từng",
        "định kỳ",
        "theo định kỳ",
        "thường xuyên",
        "liên tục",
        "thường kỳ",
        "thực hiện thường xuyên",
        "nhiệm vụ thường xuyên",
        "duy trì thường xuyên",
        "đầu",
        "giữa",
        "cuối",
        "thượng tuần",
        "trung tuần",
        "hạ tuần",
        "tuần",
        "nửa",
        "sáu tháng",
        "giai đoạn",
        "thời kỳ",
        "nhiệm kỳ",
        "học kỳ",
        "tối thiểu",
        "ít nhất",
        "không quá",
        "tối đa",
        "một lần",
        "hai lần",
        "hai năm",
        "hai tháng",
        "hai tuần",
        "ba tháng",
        "ba năm",
        "một năm",
        "thứ",
        "sáng",
        "chiều",
        "mùng",
        "mồng",
        "trong thời hạn",
        "trong vòng",
        "trong thời gian",
        "dự kiến",
        "cả năm",
        "thời hạn không quá",
    ];
    Phrases::new(WORDS.iter().map(|w| (*w, ())))
});

/// Where an expression may begin: starter words and figures, in order.
pub(super) fn starts(passage: &Passage) -> impl Iterator<Item = usize> + use<> {
    let folded = passage.folded();
    let mut starts: Vec<usize> =
        STARTERS.find_in(passage.view.text, &passage.range).map(|(range, ())| range.start).collect();
    for at in passage.figures() {
        match folded[..at].chars().next_back() {
            // `T6/2025`, `Q3/2025`
            Some('t' | 'q') if at == 1 || !folded[..at - 1].ends_with(is_alphanumeric) => starts.push(at - 1),
            // the rest of a number or of a symbol
            Some(c) if is_alphanumeric(c) || c == '/' => {}
            // `đợt 1 tháng 4/2024` is no first of April
            Some(' ') if ["đợt ", "lần ", "vòng "].iter().any(|round| folded[..at].ends_with(round)) => {}
            _ => starts.push(at),
        }
    }
    starts.sort_unstable();
    starts.dedup();
    starts.into_iter()
}
