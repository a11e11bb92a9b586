//! A masthead or a signature block that was flattened into one table row becomes lines again.

use super::{
    line::{Item, Line},
    persons::{behind_signed, is_authority, is_person},
    shapes::{bare, date_line, is_motto, is_number, is_recipients_label},
};
use crate::{
    normalize::Mapped,
    text::{fold, letters::is_alphanumeric},
};

/// Rows that hold a masthead or a signature block become lines and breaks; other rows stay.
pub(super) fn cells_of_one_line(items: Vec<Item>) -> Vec<Item> {
    let mut unfolded = Vec::with_capacity(items.len());
    // rows below a row that was unfolded belong to the same block until other words come
    let mut in_block = false;
    for item in items {
        match item {
            Item::Row(cells) if is_narrow(&cells) && (is_layout_row(&cells) || in_block && !is_header(&cells)) => {
                in_block = true;
                for cell in cells {
                    unfolded.push(Item::Break);
                    for part in parts(&cell) {
                        unfolded.push(Item::Line(Line::plain(part)));
                    }
                }
                unfolded.push(Item::Break);
            }
            Item::Row(cells) => {
                in_block = false;
                unfolded.push(Item::Row(cells.into_iter().map(on_one_line).collect()));
            }
            _ => {
                // `Độc lập - Tự do - Hạnh phúc` and rulers stand between the rows of a masthead, recipients between those
                // of a signature
                in_block = in_block
                    && match &item {
                        Item::Line(line) => {
                            let words = line.words();
                            is_motto(words) || words.starts_with(['-', '+']) || !words.contains(is_alphanumeric)
                        }
                        _ => true,
                    };
                unfolded.push(item);
            }
        }
    }
    unfolded
}

/// A cell of several paragraphs is one run of words.
fn on_one_line(mut cell: Mapped) -> Mapped {
    let breaks: Vec<_> = cell.as_str().match_indices('\n').map(|(i, _)| (i..i + 1, " ")).collect();
    cell.replace(&breaks);
    cell
}

/// So few cells have words that they may be the columns of a page; several tabs may stand between those.
fn is_narrow(cells: &[Mapped]) -> bool {
    cells.iter().filter(|cell| !cell.as_str().is_empty()).take(5).count() <= 4
}

fn is_header(cells: &[Mapped]) -> bool {
    cells.first().is_some_and(|c| super::tables::is_number_column(c.as_str()))
}

fn is_layout_row(cells: &[Mapped]) -> bool {
    let shows = |c: &Mapped| {
        let words = c.as_str();
        is_recipients_label(words) || is_authority(words) || heads_state_or_party(words)
    };
    cells.iter().any(shows) || shows_number_and_date(cells)
}

/// The head of the state or of the Party, whatever blanks stand between its words.
fn heads_state_or_party(words: &str) -> bool {
    let bare = bare(words);
    bare.contains("conghoaxahoichunghia") || bare.contains("dangcongsanvietnam")
}

/// A masthead without the state's head: number and date, each on a line of its own.
fn shows_number_and_date(cells: &[Mapped]) -> bool {
    let shown = |is: fn(&str) -> bool| {
        cells.iter().map(Mapped::as_str).any(|c| c.contains('\n') && c.split('\n').any(|line| is(line.trim())))
    };
    // `Số: 12/KH-UBND` | `Ví Dụ, ngày 7 tháng 1 năm 2025`: the lower row of a masthead
    let alone = |is: &dyn Fn(&str) -> bool| cells.iter().map(|c| c.as_str().trim()).any(|c| !c.contains('\n') && is(c));
    shown(is_number) && shown(|line| date_line(line).is_some())
        || alone(&is_number) && alone(&|cell| date_line(cell) == Some(0))
}

/// The lines that a cell was printed on: its paragraphs, where the file tells them, else as far as its words do.
fn parts(cell: &Mapped) -> Vec<Mapped> {
    let words = cell.as_str();
    if words.contains('\n') {
        let mut parts = Vec::new();
        let mut from = 0;
        for (to, _) in words.match_indices('\n').chain([(words.len(), "")]) {
            let part = cell.slice(from..to).trim();
            if part.as_str().chars().any(is_alphanumeric) {
                parts.push(part);
            }
            from = to + 1;
        }
        return parts;
    }
    let folded = fold(words);
    let mut cuts: Vec<usize> = Vec::new();
    // rulers part the lines of a masthead
    for (i, _) in words.match_indices("--") {
        cuts.push(i);
        cuts.push(i + words[i..].bytes().take_while(|&b| b == b'-').count());
    }
    for head in ["cộng hòa xã hội chủ nghĩa", "đảng cộng sản việt nam", "độc lập", "nơi nhận"]
    {
        cuts.extend(folded.find(head));
    }
    if is_recipients_label(words) {
        cuts.extend(
            words.match_indices(" - ").filter(|(i, _)| ends_recipient(words[..*i].trim_end())).map(|(i, _)| i + 1),
        );
    } else if folded.contains("cộng hòa") || folded.contains("đảng cộng sản") {
    } else {
        cuts.extend(signature_cuts(words));
    }
    cuts.push(words.len());
    cuts.sort_unstable();
    let mut parts = Vec::new();
    let mut from = 0;
    for cut in cuts {
        let part = cell.slice(from..cut.max(from)).trim();
        from = cut.max(from);
        if part.as_str().chars().any(is_alphanumeric) {
            parts.push(part);
        }
    }
    parts
}

/// `… tỉnh;`, `… tỉnh; (báo cáo)`, `… tỉnh (để b/c)`
fn ends_recipient(words: &str) -> bool {
    const REMARKS: [&str; 6] = ["báo cáo", "b/c", "để ", "thay ", "t/h", "p/h"];
    let remark = words.strip_suffix(')').and_then(|w| w.rsplit_once('('));
    words.ends_with([';', ':', '.', ','])
        || remark.is_some_and(|(before, inside)| {
            let inside = fold(inside);
            before.trim_end().ends_with(';') || REMARKS.iter().any(|r| inside.starts_with(r))
        })
}

/// `TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH Nguyễn Văn An`: before each authority, the post and the name.
fn signature_cuts(words: &str) -> Vec<usize> {
    let starts: Vec<usize> = std::iter::once(0).chain(words.match_indices(' ').map(|(i, _)| i + 1)).collect();
    let mut cuts = Vec::new();
    let mut deputy = false;
    // another holds the post that follows the one he signs for, or a body that one signs for
    let (mut by_order, mut for_body) = (false, words.starts_with("TM") && !words.contains("KT."));
    for &start in &starts {
        let rest = &words[start..];
        // `(Đã ký) Nguyễn Văn An`
        if start > 0 && behind_signed(rest).is_some() {
            cuts.push(start);
            break;
        }
        if is_person(rest) && !super::shapes::is_capitals(rest) {
            cuts.push(start);
            break;
        }
        if ["TM.", "KT.", "TL.", "TUQ.", "Q."].iter().any(|a| rest.starts_with(a)) {
            cuts.push(start);
            by_order = rest.starts_with("TL.") || rest.starts_with("TUQ.");
            deputy = rest.starts_with("KT.") || by_order;
        } else if start > 0
            && deputy
            && (rest.starts_with("PHÓ ") || rest.starts_with("THỨ ") || rest.starts_with("CHÁNH "))
        {
            cuts.push(start);
            (deputy, by_order) = (false, false);
        } else if (by_order || for_body) && opens_post(&words[..start], rest) {
            cuts.push(start);
            (deputy, by_order, for_body) = (false, false, false);
        }
    }
    cuts
}

/// Does a post begin at `rest`, behind the words of another or of a body: `CHỦ TỊCH` / `GIÁM ĐỐC SỞ`, `CHÍNH PHỦ` / `THỦ
/// TƯỚNG`? It does not behind the sign or inside a longer name, as in `TỔNG GIÁM ĐỐC`, `BAN BÍ THƯ`.
fn opens_post(before: &str, rest: &str) -> bool {
    const POSTS: [&str; 14] = [
        "CHỦ TỊCH",
        "BÍ THƯ",
        "TRƯỞNG BAN",
        "THỦ TƯỚNG",
        "BỘ TRƯỞNG",
        "GIÁM ĐỐC",
        "TỔNG GIÁM ĐỐC",
        "HIỆU TRƯỞNG",
        "TRƯỞNG PHÒNG",
        "VỤ TRƯỞNG",
        "CỤC TRƯỞNG",
        "CHI CỤC TRƯỞNG",
        "PHÓ CHỦ TỊCH",
        "PHÓ BÍ THƯ",
    ];
    const INSIDE: [&str; 8] = ["TỔNG", "PHÓ", "BAN", "ĐOÀN", "CHI", "QUYỀN", "NGUYÊN", "KIÊM"];
    let last = before.trim_end().rsplit(' ').next().unwrap_or_default();
    let whole = !last.is_empty() && !last.ends_with('.') && !INSIDE.contains(&last);
    whole
        && POSTS.iter().any(|post| rest.strip_prefix(post).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_masthead_shows_number_and_date() {
        let row = |cells: &[&str]| cells.iter().map(|c| Mapped::new(*c, 0)).collect::<Vec<_>>();
        for (cells, is) in [
            (["ĐOÀN XÃ VÍ DỤ\n***\nSố:     -KH/ĐTN", "ĐOÀN TNCS HỒ CHÍ MINH\nVí Dụ, ngày 7 tháng 1 năm 2025"], true),
            (["Số: 12/KH-UBND", "Ví Dụ, ngày 7 tháng 1 năm 2025"], true),
            (["Số: 12/KH-UBND", "07/01/2025"], false),
            (["Rà soát\nSố: 12/KH-UBND", "Sở Y tế\nSở Nội vụ"], false),
            (["Rà soát\nbáo cáo", "Trước ngày 7\nVí Dụ, ngày 7 tháng 1 năm 2025"], false),
        ] {
            assert_eq!(is_layout_row(&row(&cells)), is, "{cells:?}");
        }
    }

    #[test]
    fn signature_blocks_unfold() {
        for (cell, lines) in [
            ("KT. CHỦ TỊCH PHÓ CHỦ TỊCH Trần Văn Bình", vec!["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trần Văn Bình"]),
            ("TM. ỦY BAN NHÂN DÂN CHỦ TỊCH Lê Thị Hoa", vec!["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lê Thị Hoa"]),
            (
                "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH Lê Thị Hoa",
                vec!["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lê Thị Hoa"],
            ),
            ("BỘ TRƯỞNG Lê Thị Hoa", vec!["BỘ TRƯỞNG", "Lê Thị Hoa"]),
            ("TM. CHÍNH PHỦ THỦ TƯỚNG Lê Thị Hoa", vec!["TM. CHÍNH PHỦ", "THỦ TƯỚNG", "Lê Thị Hoa"]),
            ("TM. BAN THƯỜNG VỤ PHÓ BÍ THƯ Lê Thị Hoa", vec!["TM. BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "Lê Thị Hoa"]),
            ("TM. BAN BÍ THƯ Lê Thị Hoa", vec!["TM. BAN BÍ THƯ", "Lê Thị Hoa"]),
            ("TUQ. CHỦ TỊCH GIÁM ĐỐC SỞ NỘI VỤ Lê Thị Hoa", vec!["TUQ. CHỦ TỊCH", "GIÁM ĐỐC SỞ NỘI VỤ", "Lê Thị Hoa"]),
            (
                "TL. BỘ TRƯỞNG VỤ TRƯỞNG VỤ PHÁP CHẾ Lê Thị Hoa",
                vec!["TL. BỘ TRƯỞNG", "VỤ TRƯỞNG VỤ PHÁP CHẾ", "Lê Thị Hoa"],
            ),
            ("TUQ. TỔNG GIÁM ĐỐC Lê Thị Hoa", vec!["TUQ. TỔNG GIÁM ĐỐC", "Lê Thị Hoa"]),
            ("THỦ TƯỚNG (đã ký) Lê Thị Hoa", vec!["THỦ TƯỚNG", "(đã ký) Lê Thị Hoa"]),
            (
                "KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC (Đã ký) Lê Thị Hoa",
                vec!["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "(Đã ký) Lê Thị Hoa"],
            ),
            ("Nơi nhận: - Bộ A; - Sở B; - Lưu: VT.", vec!["Nơi nhận:", "- Bộ A;", "- Sở B;", "- Lưu: VT."]),
            (
                "Nơi nhận: - Bộ A; (báo cáo) - Sở B (để b/c) - Lưu: VT.",
                vec!["Nơi nhận:", "- Bộ A; (báo cáo)", "- Sở B (để b/c)", "- Lưu: VT."],
            ),
            ("BAN CHỈ ĐẠO X ------- ", vec!["BAN CHỈ ĐẠO X"]),
        ] {
            let parts: Vec<String> = parts(&Mapped::new(cell, 0)).iter().map(|p| p.as_str().to_owned()).collect();
            assert_eq!(parts, lines);
        }
    }
}
