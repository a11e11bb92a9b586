use super::*;

fn seen(line: &str) -> Option<(Style, String, &str)> {
    read(line, 0).map(|m| (m.style, m.label.clone(), &line[m.end..]))
}

#[test]
fn markers_of_every_family() {
    use Style::{
        Arabic, ArabicInParens, Article, Bullet, Chapter, Dash, Decimal, Item, LetterInParens, LowerLetter, LowerRoman,
        Part, Plus, Roman, UpperLetter,
    };
    for (line, style, label, rest) in [
        ("I. MỤC TIÊU", Roman, "I", "MỤC TIÊU"),
        ("IV- Tổ chức thực hiện", Roman, "IV", "- Tổ chức thực hiện"),
        ("II) Nhiệm vụ", Roman, "II", "Nhiệm vụ"),
        ("HI. Tiến độ", Roman, "HI", "Tiến độ"),
        ("V, Kinh phí", Roman, "V", "Kinh phí"),
        ("A. QUAN ĐIỂM", UpperLetter, "A", "QUAN ĐIỂM"),
        ("1. Mục đích", Arabic, "1", "Mục đích"),
        ("1.Mục đích", Arabic, "1", "Mục đích"),
        ("1) Mục đích", Arabic, "1", "Mục đích"),
        ("2/ Yêu cầu", Arabic, "2", "Yêu cầu"),
        ("(1) Rà soát", ArabicInParens, "1", "Rà soát"),
        ("2.1. Đến năm 2025", Decimal, "2.1", "Đến năm 2025"),
        ("2.1 Đến năm 2025", Decimal, "2.1", "Đến năm 2025"),
        ("1.2.3. giám sát", Decimal, "1.2.3", "giám sát"),
        ("1.1- Tổ chức", Decimal, "1.1", "Tổ chức"),
        ("1.1-Tổ chức", Decimal, "1.1", "Tổ chức"),
        ("1-Tổ chức", Arabic, "1", "Tổ chức"),
        ("I.1. Mục tiêu", Decimal, "I.1", "Mục tiêu"),
        ("II.2.1 Mục tiêu", Decimal, "II.2.1", "Mục tiêu"),
        ("A.1) Mục tiêu", Decimal, "A.1", "Mục tiêu"),
        ("a.1) rà soát", Decimal, "a.1", "rà soát"),
        ("b2) rà soát", Decimal, "b2", "rà soát"),
        ("a) rà soát", LowerLetter, "a", "rà soát"),
        ("b} Rà soát", LowerLetter, "b", "Rà soát"),
        ("3} Rà soát", Arabic, "3", "Rà soát"),
        ("2.2, Nội dung", Decimal, "2.2", "Nội dung"),
        ("~ Rà soát", Dash, "", "Rà soát"),
        ("đ) Kiểm tra", LowerLetter, "đ", "Kiểm tra"),
        ("b. Kiểm tra", LowerLetter, "b", "Kiểm tra"),
        ("b- Kiểm tra", LowerLetter, "b", "Kiểm tra"),
        ("B- NHIỆM VỤ", UpperLetter, "B", "NHIỆM VỤ"),
        ("(a) kiểm tra", LetterInParens, "a", "kiểm tra"),
        ("ii) kiểm tra", LowerRoman, "ii", "kiểm tra"),
        ("- Sở Y tế", Dash, "", "Sở Y tế"),
        ("-Sở Y tế", Dash, "", "Sở Y tế"),
        ("¬ Phối hợp", Dash, "", "Phối hợp"),
        ("+ Sở Y tế", Plus, "", "Sở Y tế"),
        ("• Sở Y tế", Bullet, "", "Sở Y tế"),
        ("* Sở Y tế", Bullet, "", "Sở Y tế"),
        ("I - MỤC TIÊU", Roman, "I", "MỤC TIÊU"),
        ("II/- Nhiệm vụ", Roman, "II", "Nhiệm vụ"),
        ("I/MỤC TIÊU CHUNG", Roman, "I", "MỤC TIÊU CHUNG"),
        ("A - QUAN ĐIỂM", UpperLetter, "A", "QUAN ĐIỂM"),
        ("A . QUAN ĐIỂM", UpperLetter, "A", "QUAN ĐIỂM"),
        ("II . Nhiệm vụ", Roman, "II", "Nhiệm vụ"),
        ("1 . Mục đích", Arabic, "1", "Mục đích"),
        ("A/ QUAN ĐIỂM", UpperLetter, "A", "QUAN ĐIỂM"),
        ("1 – Mục đích", Arabic, "1", "Mục đích"),
        ("1/- Mục đích", Arabic, "1", "Mục đích"),
        ("1/. Mục đích", Arabic, "1", "Mục đích"),
        ("1.- Mục đích", Arabic, "1", "Mục đích"),
        ("1.) Mục đích", Arabic, "1", "Mục đích"),
        ("1/Mục đích", Arabic, "1", "Mục đích"),
        ("1.1/ Tổ chức", Decimal, "1.1", "Tổ chức"),
        ("1.1 - Tổ chức", Decimal, "1.1", "Tổ chức"),
        ("a - Kiểm tra", LowerLetter, "a", "Kiểm tra"),
        ("a.Kiểm tra", LowerLetter, "a", "Kiểm tra"),
        ("h.Kiểm tra định kỳ", LowerLetter, "h", "Kiểm tra định kỳ"),
        ("b)- Kiểm tra", LowerLetter, "b", "Kiểm tra"),
        ("*Chỉ tiêu:", Bullet, "", "Chỉ tiêu:"),
        ("100. Ban hành", Arabic, "100", "Ban hành"),
        ("Điều 1. Ban hành", Article, "1", "Ban hành"),
        ("Điều 2: Giao", Article, "2", "Giao"),
        ("Điếu 2. Giao", Article, "2", "Giao"),
        ("Phần thứ nhất", Part, "nhất", ""),
        ("PHẦN II", Part, "II", ""),
        ("PHẦN B", Part, "B", ""),
        ("Phần C. Kinh phí", Part, "C", "Kinh phí"),
        ("2a) Kinh tế", LowerLetter, "a", "Kinh tế"),
        ("2.b) Kinh tế", LowerLetter, "b", "Kinh tế"),
        ("a, Kinh tế", LowerLetter, "a", "Kinh tế"),
        ("I: KINH TẾ BIỂN", Roman, "I", "KINH TẾ BIỂN"),
        ("Chương III. Tổ chức", Chapter, "III", "Tổ chức"),
        ("Mục 2. Nhiệm vụ", Item, "2", "Nhiệm vụ"),
    ] {
        let rest = if style == Roman && line.starts_with("IV-") { "Tổ chức thực hiện" } else { rest };
        assert_eq!(seen(line), Some((style, label.to_owned(), rest)), "{line}");
    }
}

#[test]
fn what_is_no_marker() {
    for line in [
        "2025 là năm cuối",
        "15/02/2022 của Ban",
        "1,5 triệu đồng",
        "12.500 hộ nghèo",
        "1.5 triệu đồng",
        "-5%",
        "+84 912",
        "Điều 3 của Quyết định này",
        "Phần mềm quản lý",
        "Mục tiêu chung",
        "TP. Hồ Chí Minh",
        "ThS. Nguyễn Văn An",
        "118/2024/QH15 ngày 12",
        "IV/2025",
        "I/2026 và các quý sau",
        "(qua Sở Nội vụ)",
        "30 - 35%",
        "B-52 bay qua",
        "1.1-1.5 triệu đồng",
        "37-NQ/TU ngày 12",
        "12-KH của",
        "3-5 ngày",
        "V.12 tỷ đồng",
        "A1 vào lúc",
        "H5N1) và cúm",
        "a-b",
        "3 - Q3",
        "I - IV",
        "05 - NQ/TU về",
        "12/QĐ-UBND về",
        "1/TW Đoàn",
        "1/5 số hộ",
        "x.Tân An",
        "P.TÂN AN",
        "v/v tổ chức",
        "100.000 hộ",
        "100. hộ",
        "2025. Trong đó",
        "1.5 - 2 triệu",
        "2b của Điều",
        "I: Kinh tế",
    ] {
        assert_eq!(seen(line), None, "{line}");
    }
}

#[test]
fn roman_numbers_round_trip() {
    for n in 1..=40 {
        assert_eq!(roman_value(&to_roman(n)), Some(n));
    }
}
