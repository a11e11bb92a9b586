//! Markers that a recognizer misread, told by their neighbours: `II` between `II.` and `IV.` is `III`, `3.` between `4.`
//! and `6.` is `5`, `ll` before `II.` is `I`. Only of words read from images: in typed text a label that repeats was
//! printed twice. The text keeps what was read.

mod between;
mod candidate;
mod parts;

use std::collections::HashMap;

use candidate::{Candidate, ROUND, candidate, is_title};

use crate::{
    layout::{Layout, LineKind},
    value::marker::{self, LETTERS, Marker, Style},
};

/// The markers that are other than they look, by where their lines begin.
pub(super) fn markers(layout: &Layout) -> HashMap<usize, Marker> {
    let mut mended = HashMap::new();
    if !layout.recognized {
        return mended;
    }
    let all = layout
        .lines
        .iter()
        .filter(|l| l.kind == LineKind::Paragraph)
        .filter_map(|l| candidate(layout.text.at(&l.range), l.range.start));
    let (damaged, mut candidates): (Vec<Candidate>, Vec<Candidate>) = all.partition(|c| c.damaged);
    for (at, place) in parts::by_place(&candidates) {
        mend(&mut candidates[at], Style::Roman, marker::to_roman(place), &mut mended);
    }
    romans(&mut candidates, &mut mended);
    signs(&mut candidates, &mut mended);
    series(&mut candidates, &mut mended, Style::Arabic);
    series(&mut candidates, &mut mended, Style::LowerLetter);
    candidates.extend(damaged);
    candidates.sort_by_key(|c| c.start);
    between::parts(&mut candidates, &mut mended);
    between::numbers(&mut candidates, &mut mended);
    mended
}

/// The value of what stands for a roman number.
fn roman(label: &str) -> Option<u32> {
    // `IL` is `II.` with its point; no plan has fifty parts
    let strokes = label.replace('H', "II").replace(['Ÿ', 'Ý', 'Y', 'v'], "V");
    marker::roman_value(&strokes.replace(['l', 'L', '1', '|', '!', 'T', 'J', 'i', 'Í', 'Ì', 'Ï'], "I"))
}

/// Takes the numbers of the highest level one by one.
fn romans(candidates: &mut [Candidate], mended: &mut HashMap<usize, Marker>) {
    let certain = between::part;
    // `H. MỤC TIÊU`, `1II NHIỆM VỤ`
    let strokes = |c: &Candidate| c.marker.style == Style::Roman && certain(c).is_none() && is_title(c.words);
    let stands: Vec<bool> = (0..candidates.len()).map(|at| stands_for_strokes(&candidates[at..])).collect();
    let mut expected = 1;
    for at in 0..candidates.len() {
        let c = &candidates[at];
        let figures = c.loose && !c.speck && c.marker.style == Style::Arabic;
        if c.marker.style != Style::Roman && !(figures && is_title(c.words)) {
            continue;
        }
        let after = &candidates[at + 1..];
        let next = after.iter().find_map(certain);
        let until_next = after.iter().take_while(|c| certain(c).is_none());
        let mut listed = until_next.clone().take_while(|c| !strokes(c)).filter(|c| c.marker.style == Style::Arabic);
        // a list of its own below begins with its first
        let own = listed.clone().next().is_some_and(|c| c.marker.label == "1");
        let twos = until_next.clone().filter(|c| c.marker.style == Style::UpperLetter && c.marker.label == "Z");
        let second = listed.any(|c| c.marker.label == "2") || twos.count() == 1;
        let read = roman(&c.marker.label);
        // other titles between here and the next that is certain were misread too
        let between = until_next.clone().zip(&stands[at + 1..]).filter(|(c, stands)| strokes(c) || **stands).count();
        let leads_to_next = next.is_some() && next == u32::try_from(between).ok().map(|n| n + expected + 1);
        // the title behind it has the number behind its own, as far as strokes tell
        let follows = after.iter().find(|c| c.marker.style == Style::Roman && is_title(c.words));
        let leads = leads_to_next || follows.and_then(|c| roman(&c.marker.label)) == Some(expected + 1);
        // the first of a list in figures
        if !c.loose && read == Some(1) && expected != 1 && (!leads_to_next || !is_title(c.words)) && second {
            let figures = |c: &&Candidate| c.marker.style == Style::Arabic;
            let first = until_next.clone().find(figures).is_some_and(|c| c.marker.label == "1");
            if !first {
                mend(&mut candidates[at], Style::Arabic, "1".into(), mended);
                continue;
            }
        }
        let fits = if figures {
            let short = stands[at] && read < Some(expected);
            (read == Some(expected) || short) && leads && (own || !second)
        } else if c.loose {
            // of two in a row that were misread the first is read by itself
            let itself = read == Some(expected) && next.is_none_or(|n| n >= expected) && is_title(c.words);
            leads_to_next || itself
        } else {
            let lost_a_stroke = read.is_some_and(|v| v + 1 == expected && v > 0) && next.is_none();
            // a stroke before small letters is the first of a list sooner than `III`
            let far = read.is_some_and(|v| v + 1 < expected) && !is_title(c.words);
            read != Some(expected) && (leads_to_next && !far || lost_a_stroke)
        };
        if fits {
            mend(&mut candidates[at], Style::Roman, marker::to_roman(expected), mended);
            expected += 1;
        } else if !c.loose
            && let Some(read) = read
        {
            expected = read + 1;
        }
    }
}

/// Does the first of these begin a part with a figure for its strokes, `1/ MỤC ĐÍCH` for `II/`? No list of figures goes on
/// from it.
fn stands_for_strokes(from_here: &[Candidate]) -> bool {
    let Some((c, below)) = from_here.split_first() else { return false };
    let title = c.loose && !c.speck && c.marker.style == Style::Arabic && is_title(c.words);
    let mut part = below.iter().take_while(|c| c.marker.style != Style::Roman);
    title && part.find(|c| c.marker.style == Style::Arabic).is_none_or(|c| c.marker.label == "1")
}

/// `> ` is a dash, `1,9.` is `1.9.`, and `4)` above `b)` where no `3)` stands before it is the `a)` of its list.
fn signs(candidates: &mut [Candidate], mended: &mut HashMap<usize, Marker>) {
    for at in 0..candidates.len() {
        let c = &candidates[at];
        if c.sure {
            let (style, label) = (c.marker.style, c.marker.label.clone());
            mend(&mut candidates[at], style, label, mended);
            continue;
        }
        let four = c.marker.style == Style::Arabic && c.bracket && c.marker.label == "4";
        let mut before = candidates[..at].iter().rev().filter(|c| c.bracket);
        let mut after = candidates[at + 1..].iter().filter(|c| c.bracket);
        if four
            && before.next().is_none_or(|c| c.marker.label != "3")
            && after.next().is_some_and(|c| c.marker.style == Style::LowerLetter && c.marker.label == "b")
        {
            mend(&mut candidates[at], Style::LowerLetter, "a".into(), mended);
        }
    }
}

/// A number or a letter whose neighbours leave one between them.
fn series(candidates: &mut [Candidate], mended: &mut HashMap<usize, Marker>, style: Style) {
    let value = |c: &Candidate| match style {
        Style::Arabic => c.marker.label.parse().ok().or_else(|| figure(&c.marker)),
        _ => LETTERS.chars().position(|l| c.marker.label.starts_with(l)).and_then(|at| u32::try_from(at + 1).ok()),
    };
    let mut before: Option<u32> = None;
    for at in 0..candidates.len() {
        let c = &candidates[at];
        // `S. Sở Tài chính` between `4.` and `6.`
        let letter = style == Style::Arabic && before.is_some() && figure(&c.marker) == before.map(|b| b + 1);
        // `C)` behind `b)`, `-b}` behind `a)`
        let following = before.and_then(|b| (b > 0).then_some(b + 1));
        let round =
            |f: &u32| c.marker.label.starts_with(ROUND) && label(style, *f).is_some_and(|l| l == "c" || l == "e");
        let fits = |f: &u32| grown(c, style) == Some(*f) || round(f);
        if let Some(label) = following.filter(fits).and_then(|f| label(style, f)) {
            mend(&mut candidates[at], style, label, mended);
            before = following;
            continue;
        }
        if c.speck {
            continue;
        }
        if !letter && ends(style, c.marker.style) {
            before = None;
        }
        if !letter && c.marker.style != style {
            continue;
        }
        let read = value(c).filter(|_| !letter);
        // the last of a list: `8.` behind `2.`
        if style == Style::Arabic && before == Some(2) && read == Some(8) && next_of(&candidates[at + 1..]).is_none() {
            mend(&mut candidates[at], style, "3".into(), mended);
            before = Some(3);
            continue;
        }
        let same = candidates[at + 1..].iter().take_while(|c| !ends(style, c.marker.style));
        let next = same
            .clone()
            .find(|c| c.marker.style == style || grown(c, style).is_some())
            .and_then(|c| grown(c, style).or_else(|| value(c)));
        let expected = before.unwrap_or(0) + 1;
        let first = before.is_none() && read.is_none();
        if read != Some(expected)
            && read != Some(1)
            && (before.is_some() || first)
            && next == Some(expected + 1)
            && let Some(label) = label(style, expected)
        {
            mend(&mut candidates[at], style, label, mended);
            before = Some(expected);
            continue;
        }
        before = read;
    }
}

/// The label of a number in its style.
fn label(style: Style, number: u32) -> Option<String> {
    match style {
        Style::Arabic => Some(number.to_string()),
        _ => LETTERS.chars().nth(number.checked_sub(1)? as usize).map(String::from),
    }
}

/// The number in a list that a marker has which by itself is none of it: a letter grown large before a bracket, one
/// behind specks.
fn grown(c: &Candidate, style: Style) -> Option<u32> {
    let of_letter =
        |label: &str| LETTERS.chars().position(|l| label.chars().eq([l])).and_then(|at| u32::try_from(at + 1).ok());
    match (style, c.marker.style) {
        (Style::LowerLetter, Style::UpperLetter | Style::Roman) if c.bracket => {
            of_letter(&c.marker.label.to_lowercase())
        }
        (Style::LowerLetter, Style::LowerLetter) if c.speck => of_letter(&c.marker.label),
        (Style::Arabic, Style::Arabic) if c.speck => c.marker.label.parse().ok(),
        _ => None,
    }
}

/// The next number of the same list.
fn next_of(below: &[Candidate]) -> Option<u32> {
    let same = below.iter().take_while(|c| !ends(Style::Arabic, c.marker.style));
    same.filter(|c| c.marker.style == Style::Arabic && !c.speck).find_map(|c| c.marker.label.parse().ok())
}

/// The figure that a capital letter looks like.
fn figure(marker: &Marker) -> Option<u32> {
    let letter = marker.style == Style::UpperLetter;
    let looks = [("S", 5), ("Š", 5), ("Z", 2), ("B", 8), ("G", 6)];
    looks.iter().find(|(l, _)| letter && marker.label == *l).map(|(_, value)| *value)
}

/// Does a marker of one style end the lists of another?
fn ends(list: Style, marker: Style) -> bool {
    let above = matches!(
        marker,
        Style::Part | Style::Chapter | Style::Item | Style::Article | Style::UpperLetter | Style::Roman
    );
    above || list == Style::LowerLetter && matches!(marker, Style::Arabic | Style::Decimal)
}

fn mend(c: &mut Candidate, style: Style, label: String, mended: &mut HashMap<usize, Marker>) {
    c.marker.style = style;
    c.marker.label = label;
    c.loose = false;
    c.speck = false;
    c.damaged = false;
    mended.insert(c.start, c.marker.clone());
}

#[cfg(test)]
mod tests {
    use crate::{ingest, layout, normalize, sections};

    /// The ids of a plan with these lines, its words read from an image or typed.
    fn ids(body: &str, recognized: bool) -> String {
        let text = format!("KẾ HOẠCH\nTrồng cây\n\n{body}");
        let raw = ingest::read(text.as_bytes(), "x.txt".as_ref(), &ingest::Options::default()).expect("text");
        let mut layout = layout::layout(normalize::lines(&raw));
        layout.recognized = recognized;
        let nodes = sections::read(&layout).nodes;
        nodes.iter().map(|n| n.id.as_str()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn neighbours_tell_what_was_printed() {
        for (body, misread, typed) in [
            ("I. MỤC TIÊU\nII. NHIỆM VỤ\nII. KINH PHÍ\nIV. TỔ CHỨC", "I II III IV", "I II II~2 IV"),
            ("I. MỤC TIÊU\nVI. NHIỆM VỤ\nIII. KINH PHÍ", "I II III", "I VI III"),
            ("ll MỤC TIÊU\n- Trồng rừng.\nII. NHIỆM VỤ", "I I.-1 II", "0 -1 II"),
            ("1. MỤC TIÊU\n- Trồng rừng.\nII. NHIỆM VỤ", "I I.-1 II", "1 1.-1 II"),
            ("1. MỤC TIÊU\n2. YÊU CẦU\nII. NHIỆM VỤ", "1 2 II", "1 2 II"),
            ("I. MỤC TIÊU\nI. Trồng rừng\n2. Trồng hoa\nII. NHIỆM VỤ", "I I.1 I.2 II", "I I~2 I~2.2 II"),
            (
                "I. ĐẶC ĐIỂM\nl. Kết quả\n2. Tồn tại.\nIL MỤC ĐÍCH\n1. Mục đích\nIII. NHIỆM VỤ",
                "I I.1 I.2 II II.1 III",
                "I II II.2 II.1 III",
            ),
            (
                "I. MỤC TIÊU\n- Trồng.\nIL NHIỆM VỤ\n- Chăm.\nHI. KINH PHÍ\nIV. TỔ CHỨC",
                "I I.-1 II II.-1 III IV",
                "I I.-1 I.-2 II IV",
            ),
            ("1. Trồng\n2. Chăm\n8. Tưới\n4. Thu", "1 2 3 4", "1 2 8 4"),
            ("4. Trồng\nS. Chăm\n6. Tưới", "4 5 6", "4 4.S 6"),
            ("1. Trồng\n2. Chăm\n2. Tưới", "1 2 2~2", "1 2 2~2"),
            (
                "1. KẾT QUẢ NĂM QUA\n1. Trồng\n2. Chăm\nH. MỤC TIÊU\n1II. NHIỆM VỤ\nIV. TỔ CHỨC",
                "I I.1 I.2 II III IV",
                "1 1~2 2 I IV",
            ),
            (
                "1/ KẾT QUẢ NĂM QUA\n- Trồng.\n1/ MỤC TIÊU\n1/ Trồng.\n2/ Chăm.\n1I/ NHIỆM VỤ\n1/ Tưới.\n2/ Thu.\nIV/ TỔ CHỨC",
                "I I.-1 II II.1 II.2 III III.1 III.2 IV",
                "1 1.-1 1~2 1~3 2 1~4 2~2 IV",
            ),
            ("I. MỤC TIÊU\n1I. NHIỆM VỤ\nII. KINH PHÍ\n1V. TỔ CHỨC\nV. BÁO CÁO", "I II III IV V", "I II V"),
            (
                "I1. MỤC TIÊU\n- Trồng.\n1I. NHIỆM VỤ\nII. KINH PHÍ\n1V. TỔ CHỨC\nV. BÁO CÁO\nVI. KHEN THƯỞNG",
                "I I.-1 II III IV V VI",
                "0 -1 II V VI",
            ),
            ("I- MỤC TIÊU\nII- NHIỆM VỤ\n1I1- KINH PHÍ\nIV- TỔ CHỨC", "I II III IV", "I II IV"),
            (
                "I. MỤC TIÊU\n1. MỤC ĐÍCH\n2. YÊU CẦU\n- Trồng.\n1I. NHIỆM VỤ\nIII. TỔ CHỨC",
                "I I.1 I.2 I.2.-1 II III",
                "I I.1 I.2 I.2.-1 III",
            ),
            (
                "II. MỤC TIÊU\na} Trồng\n-b} Chăm\n©) Tưới\nđ) Thu\nđ) Bán",
                "II II.a II.b II.c II.d II.đ",
                "II II.a II.a.-1 II.đ II.đ~2",
            ),
            ("1. Trồng\na) Cây\nb) Hoa\nC) Rau\n2. Chăm", "1 1.a 1.b 1.c 2", "1 1.a 1.b 1.b.C 2"),
            ("1. Trồng\n'2. Chăm\n3, Tưới\n3.1: Nước\n: - Giếng", "1 2 3 3.1 3.1.-1", "1 3 3.1 3.1.-1"),
            ("1. Trồng\n2. Chăm\n8. Tưới", "1 2 3", "1 2 8"),
            ("1. Trồng\n2. Chăm\n8. Tưới\n9. Thu", "1 2 8 9", "1 2 8 9"),
            ("1. Trồng\n- Bằng máy\n-c) Chăm", "1 1.-1 1.-2", "1 1.-1 1.-2"),
            ("1. MỤC TIÊU\nI. NHIỆM VỤ\nII. KINH PHÍ\n1V. TỔ CHỨC", "I II III IV", "1 I II"),
            ("1. MỤC TIÊU\nIL NHIỆM VỤ\n1II. KINH PHÍ\nIV. TỔ CHỨC", "I II III IV", "1 IV"),
            ("I. MỤC TIÊU\n1I. NHIỆM VỤ\nIII. KINH PHÍ\nIV. TỔ CHỨC\nŸ. BÁO CÁO", "I II III IV V", "I III IV IV.Ÿ"),
            ("1. Trồng\n4) Cây\nb) Hoa\n€) Rau", "1 1.a 1.b 1.c", "1 4 4.b"),
            ("1. Trồng\n> Cây\n--Hoa\n~'Rau", "1 1.-1 1.-2 1.-3", "1 1.-1 1.-2"),
            ("1. Trồng.\n1,1. Cây.\n1.2. Hoa.\n2¿ Tưới.", "1 1.1 1.2 2", "1 1.2"),
            ("I. MỤC TIÊU\nä) Trồng\nb) Chăm\nh) Tưới\nd) Thu", "I I.a I.b I.c I.d", "I I.ä I.b I.h I.d"),
        ] {
            assert_eq!(ids(body, true), misread, "{body}");
            assert_eq!(ids(body, false), typed, "{body}");
        }
    }

    #[test]
    fn numbers_tell_what_stands_between_them() {
        for (body, misread) in [
            (
                "I. Mục tiêu:\n1I. Nhiệm vụ:\n1. Trồng.\n2. Chăm.\nTII. Kinh phí:\n1V. Tổ chức:\n1. Sở Y tế.\nY. Báo cáo",
                "I II II.1 II.2 III IV IV.1 V",
            ),
            (
                "L. Mục tiêu:\n1. Chung.\nII. Nhiệm vụ:\n1. Trồng.\nIIL. Kinh phí:\n1. Vốn.\nIV Tổ chức\nV. Báo cáo",
                "I I.1 II II.1 III III.1 IV V",
            ),
            ("1. Mục tiêu:\n1. Chung.\n2. Riêng.\nII. Nhiệm vụ", "I I.1 I.2 II"),
            ("1. Trồng.\nZ. Chăm.\n3. Tưới.\n4. Thu.\n§. Bán.\nó. Mua.\n7. Đổi.\n$. Cho", "1 2 3 4 5 6 7 8"),
            ("1. Trồng.\nb. Chăm.\nc. Tưới.\n6. Thu", "1 1.b 1.c 6"),
            ("5. Trồng.\nb. Chăm.\n7. Tưới.\nS. Thu.\n9. Bán", "5 6 7 8 9"),
            ("4. Trồng.\na. Chăm.\nb. Tưới.\n5. Thu.\nS. Bán.\nT. Mua", "4 4.a 4.b 5 5.S 5.T"),
            ("9. Trồng.\nI0. Chăm.\nII. Tưới.\n12. Thu", "9 10 11 12"),
            ("I. Mục tiêu:\n10. Trồng.\nII. Nhiệm vụ:\n11. Chăm.\n12. Tưới", "I I.10 II II.11 II.12"),
            ("I. Mục tiêu:\n1I. Nhiệm vụ:\nII1. Kinh phí:\n1V. Tổ chức", "I II III IV"),
            (
                "I. Mục tiêu:\nl. Trồng.\nZ. Chăm.\nII. Nhiệm vụ:\nI. Tưới.\nZ. Thu.\n3. Bán",
                "I I.1 I.2 II II.1 II.2 II.3",
            ),
            ("1. Trồng:\n_ Cây.\n= Hoa.\n« Rau", "1 1.-1 1.-2 1.-3"),
            ("A. Trồng.\nB. Chăm.\nC. Tưới.\n1. Thu.\n2. Bán.\nD. Mua", "A B C C.1 C.2 D"),
            ("1. Trồng.\na. Cây.\ng. Hoa.\n2. Chăm", "1 1.a 1.g 2"),
        ] {
            assert_eq!(ids(body, true), misread, "{body}");
        }
    }
}
