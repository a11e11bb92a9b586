//! Work is linear in the length of the text, also on input that no official would write.

use std::time::{Duration, Instant};

use kehoach::pipeline::Pipeline;

const HEAD: &str = "KẾ HOẠCH\nTrồng cây năm 2025\n\nI. MỤC TIÊU\n";

/// Opens a part in which any sentence with a subject is a duty.
const ORGANISATION: &str = "KẾ HOẠCH\nTrồng cây năm 2025\n\nI. TỔ CHỨC THỰC HIỆN\n";

/// What is repeated, on one line or on many.
const PIECES: [&str; 34] = [
    "5 xã, ",
    "5%1; ",
    "năm 2026 thí điểm, ",
    "Sở Y tế tổ chức hội nghị, ",
    "Giao Sở Y tế tổ chức, ",
    "Sở Y tế chủ trì thực hiện 5 mô hình ",
    "(",
    "1",
    "-",
    "“",
    "I. 1. a) - + ",
    "1. a)\n- b\n+ c\n",
    "trước ngày ",
    "a\n",
    "-1 cây được trồng mới.\n",
    "Trồng 1.000 cây mới.\n",
    "kế\n",
    "A\n",
    "5% ",
    "12/3/2025 ",
    "Quyết định số 12/QĐ-UBND, ",
    "Luật Đất đai, ",
    "Sở Y tế; ",
    "Sở A/B; ",
    "a\tb\n",
    "STT\n1\n|\n",
    "STT\na\nb\n1\nc\nd\n",
    "STT\n\na\nb\n\n1\nc\nd\n\n2\ne\n\nf\n",
    "TT\nNhiệm vụ\nĐơn vị chủ trì\nThời gian\n1\nAn Bình\nSở Y tế\n",
    "TT\nNhiệm vụ\nĐơn vị chủ trì\nThời gian\n1\nA\nB\n2\nC\n",
    "STT   a   b\n1   c   d\n",
    "STT   a   b\nc   d   e\n",
    "STT   a   b\nI   c\n",
    "STT   a\n",
];

/// What is repeated where the duties of bodies are told.
const DUTIES: [&str; 4] = [
    "Sở Y tế rà soát hồ sơ. ",
    "Sở Y tế rà soát hồ sơ; mỗi đơn vị báo cáo. ",
    "x; do Sở Y tế thực hiện. ",
    "Việc in do Sở Y tế thực hiện ",
];

/// What is repeated behind words that hold for all of it.
const LED: [(&str, &str); 3] = [
    ("1. Hằng năm tổ chức ra quân; ", "đợt 1 trong tháng 4/2026; "),
    ("1. ", "Xây dựng kế hoạch và gửi báo cáo sau 03 ngày, "),
    ("1. ", "gửi hồ sơ sau 03 ngày "),
];

fn time(head: &str, piece: &str, bytes: usize) -> Duration {
    let text = format!("{head}{}\n", piece.repeat(bytes / piece.len()));
    let begun = Instant::now();
    Pipeline::default().extract(text.as_bytes(), "plan.txt".as_ref()).expect("text");
    begun.elapsed()
}

#[test]
fn four_times_the_text_costs_about_four_times_as_much() {
    // so much that windows of a fixed length, which short texts do not fill, no longer tell
    const BYTES: usize = 24_000;
    let plain = PIECES.map(|piece| (HEAD.to_owned(), piece));
    let duties = DUTIES.map(|piece| (ORGANISATION.to_owned(), piece));
    let led = LED.map(|(lead, piece)| (format!("{HEAD}{lead}"), piece));
    for (head, piece) in plain.into_iter().chain(duties).chain(led) {
        // sixteen times as much would be quadratic; other programs that run may spoil an attempt
        let ratio = || time(&head, piece, 4 * BYTES).as_secs_f64() / time(&head, piece, BYTES).as_secs_f64();
        let least = (0..5).map(|_| ratio()).find(|r| *r < 8.0);
        assert!(least.is_some(), "{piece:?} costs more than eight times as much when it is four times as long");
    }
}
