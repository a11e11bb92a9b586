//! Lines from words with boxes: what goes on with what, columns, tables, marks, and nothing that harms.

use super::{Page, Rect, Ruling, Word, lines};
use crate::ingest::raw::{Flow, Place, RawKind};

/// Words of a line, each as wide as its letters are many, set between blanks of three points.
fn line(text: &str, x: f32, y: f32) -> Vec<Word> {
    sized(text, x, y, 14.0)
}

#[expect(clippy::cast_precision_loss, reason = "words are short")]
fn sized(text: &str, mut x: f32, y: f32, height: f32) -> Vec<Word> {
    let mut words = Vec::new();
    for word in text.split(' ') {
        let width = word.chars().count() as f32 * height * 0.4;
        let place = Rect { x0: x, y0: y, x1: x + width, y1: y + height };
        words.push(Word { text: word.into(), place, confidence: None, line: None });
        x += width + height * 0.25;
    }
    words
}

fn page(number: usize, words: Vec<Vec<Word>>) -> Page {
    Page { number, width: 595.0, height: 842.0, words: words.into_iter().flatten().collect(), rulings: Vec::new() }
}

#[test]
fn a_break_before_a_word_that_fits_is_meant() {
    let first = "- Xây dựng kế hoạch trồng cây phân tán ở các thôn, bản và ven các tuyến đường liên";
    let pages = vec![page(
        1,
        vec![
            line(first, 100.0, 100.0),
            line("xã, bảo đảm cây sống.", 80.0, 118.0),
            line("- Rà soát quỹ đất.", 100.0, 136.0),
            line("- Báo cáo kết quả.", 100.0, 154.0),
        ],
    )];
    let (found, _) = lines(pages, false);
    let flow: Vec<Flow> = found.iter().map(|l| l.flow).collect();
    assert_eq!(flow, [Flow::GoesOn, Flow::Ends, Flow::Ends, Flow::Unknown]);
    assert_eq!(found[1].place, Place::Page { page: 1, bbox: Some([80.0, 118.0, 189.2, 132.0]) });
}

#[test]
fn headers_and_numbers_of_pages_go_and_paragraphs_cross_the_break() {
    let long = "Các xã, thị trấn rà soát, tổng hợp nhu cầu cây giống và gửi Phòng Nông nghiệp để lập";
    let page_of = |number: usize, text: &str| {
        page(
            number,
            vec![
                line("BẢN TIN MẪU", 80.0, 30.0),
                line(&number.to_string(), 300.0, 50.0),
                line(text, 80.0, 120.0),
                line("danh sách.", 80.0, 138.0),
                line(long, 100.0, 700.0),
            ],
        )
    };
    let (found, notices) = lines(vec![page_of(1, "kế hoạch chung."), page_of(2, "kế hoạch chung của huyện.")], false);
    assert!(found.iter().all(|l| !l.text.contains("BẢN TIN") && l.text != "1" && l.text != "2"));
    assert_eq!(notices[0].code, "page-furniture");
    let crossing = found.iter().position(|l| l.text.starts_with("Các xã")).expect("the last line of page 1");
    assert_eq!(found[crossing].flow, Flow::GoesOn);
    assert_eq!(found[crossing + 1].text, "kế hoạch chung của huyện.");
}

#[test]
fn a_masthead_is_two_cells() {
    let words = vec![
        line("ỦY BAN NHÂN DÂN", 80.0, 60.0),
        line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 280.0, 64.0),
        line("XÃ MẪU", 100.0, 78.0),
        line("Độc lập - Tự do - Hạnh phúc", 300.0, 82.0),
        line("KẾ HOẠCH", 272.0, 120.0),
    ];
    let (found, _) = lines(vec![page(1, words)], false);
    assert_eq!(found[0].kind, RawKind::Row);
    let cells = "ỦY BAN NHÂN DÂN\nXÃ MẪU\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc";
    assert_eq!(found[0].text, cells);
    assert_eq!(found[1].text, "KẾ HOẠCH");
}

#[test]
fn a_small_raised_figure_is_a_mark_and_its_note_is_apart() {
    let words = vec![
        line("Hỗ trợ cây giống", 80.0, 100.0),
        sized("1", 164.0, 98.0, 8.0),
        line("theo quy định.", 171.0, 100.0),
        line("Diện tích 40 m", 80.0, 118.0),
        sized("2", 154.0, 116.0, 8.0),
        sized("1", 80.0, 699.0, 6.0),
        sized("Gồm keo và bạch đàn.", 86.0, 700.0, 10.0),
    ];
    let (found, _) = lines(vec![page(1, words)], false);
    let texts: Vec<(RawKind, &str)> =
        found.iter().map(|l| (l.kind, l.text.as_ref())).filter(|l| !l.1.is_empty()).collect();
    let expected = [
        (RawKind::Line, "Hỗ trợ cây giống[1] theo quy định."),
        (RawKind::Line, "Diện tích 40 m²"),
        (RawKind::Note, "[1] Gồm keo và bạch đàn."),
    ];
    assert_eq!(texts, expected);
}

/// A table of two columns between these heights, a ruling above and below each row.
fn ruled(rows: &[f32]) -> Vec<Ruling> {
    let (top, bottom) = (rows[0], rows[rows.len() - 1]);
    let level = rows.iter().map(|&y| Ruling::Level { y, from: 80.0, to: 500.0 });
    let upright = [80.0, 120.0, 500.0].into_iter().map(|x| Ruling::Upright { x, from: top, to: bottom });
    level.chain(upright).collect()
}

#[test]
fn a_row_that_a_page_cuts_goes_on_and_its_header_is_not_repeated() {
    let header = || [line("TT", 85.0, 103.0), line("Nhiệm vụ", 130.0, 103.0)];
    let mut first = page(1, Vec::from(header()));
    first.words.extend(line("1", 85.0, 123.0));
    first.words.extend(line("Rà soát các hộ có", 130.0, 123.0));
    first.rulings = ruled(&[100.0, 120.0, 140.0]);
    let mut second = page(2, Vec::from(header()));
    second.words.extend(line("nhu cầu.", 130.0, 123.0));
    second.words.extend(line("2", 85.0, 143.0));
    second.words.extend(line("Cấp giống.", 130.0, 143.0));
    second.rulings = ruled(&[100.0, 120.0, 140.0, 160.0]);
    let (found, _) = lines(vec![first, second], false);
    let rows: Vec<(&str, Flow)> = found.iter().map(|l| (l.text.as_ref(), l.flow)).collect();
    let expected = [
        ("TT\tNhiệm vụ", Flow::Unknown),
        ("1\tRà soát các hộ có", Flow::GoesOn),
        ("\tnhu cầu.", Flow::Unknown),
        ("2\tCấp giống.", Flow::Unknown),
    ];
    assert_eq!(rows, expected);
}

#[test]
fn a_row_without_a_border_at_the_end_of_its_page_goes_on() {
    // a browser closes neither the row that the page's end cuts nor what is left of it
    let mut first = page(1, vec![line("TT", 85.0, 703.0), line("Nhiệm vụ", 130.0, 703.0)]);
    first.words.extend(line("1", 85.0, 723.0));
    first.words.extend(line("Rà soát.", 130.0, 723.0));
    first.words.extend(line("2", 85.0, 743.0));
    first.words.extend(line("Cấp giống cho", 130.0, 743.0));
    let open = |levels: &[f32], from: f32, to: f32| {
        let level = levels.iter().map(|&y| Ruling::Level { y, from: 80.0, to: 500.0 });
        let upright = [80.0, 120.0, 500.0].into_iter().map(move |x| Ruling::Upright { x, from, to });
        level.chain(upright).collect::<Vec<_>>()
    };
    first.rulings = open(&[700.0, 720.0, 740.0], 700.0, 770.0);
    let mut second = page(2, vec![line("Hội viên nghèo.", 130.0, 43.0)]);
    second.words.extend(line("3", 85.0, 83.0));
    second.words.extend(line("Sơ kết.", 130.0, 83.0));
    second.rulings = open(&[80.0, 100.0], 40.0, 100.0);
    let (found, _) = lines(vec![first, second], false);
    let rows: Vec<(&str, Flow)> = found.iter().map(|l| (l.text.as_ref(), l.flow)).collect();
    let expected = [
        ("TT\tNhiệm vụ", Flow::Unknown),
        ("1\tRà soát.", Flow::Unknown),
        ("2\tCấp giống cho", Flow::GoesOn),
        ("\tHội viên nghèo.", Flow::Unknown),
        ("3\tSơ kết.", Flow::Unknown),
    ];
    assert_eq!(rows, expected);
}

#[test]
fn a_table_wider_than_its_paper_has_lost_words() {
    let made = |right: f32| {
        let mut made = page(1, Vec::new());
        for row in [100.0, 160.0] {
            for (n, task) in ["Rà soát các hộ", "thiếu đất sản", "xuất ở các"].into_iter().enumerate()
            {
                made.words.extend(line(task, 85.0, row + 3.0 + [0.0, 18.0, 36.0][n]));
            }
            // `thành` and `liên` are missing
            for (n, who) in ["UBND xã,", "phố và các đơn", "vị quan"].into_iter().enumerate() {
                made.words.extend(line(who, 205.0, row + 3.0 + [0.0, 18.0, 36.0][n]));
            }
        }
        let level = [100.0, 160.0, 220.0].map(|y| Ruling::Level { y, from: 80.0, to: right });
        let upright = [80.0, 180.0, right].map(|x| Ruling::Upright { x, from: 100.0, to: 220.0 });
        made.rulings = level.into_iter().chain(upright).collect();
        made
    };
    let codes = |right, from_browser| -> Vec<&str> {
        lines(vec![made(right)], from_browser).1.iter().map(|n| n.code).collect()
    };
    assert_eq!(codes(380.0, true), ["words-cut"]);
    assert_eq!(codes(380.0, false), [""; 0]);
    assert_eq!(codes(270.0, true), [""; 0]);
    let (found, _) = lines(vec![made(380.0)], true);
    let who = "UBND xã, […]\nphố và các đơn […]\nvị quan";
    assert!(found.iter().all(|l| l.text.ends_with(who)), "{found:#?}");
    // the next page goes on with the table: too few lines to tell by themselves
    let mut rest = made(380.0);
    rest.words.retain(|w| w.place.y0 < 130.0);
    let (found, _) = lines(vec![made(380.0), Page { number: 2, ..rest }], true);
    let last = found.last().map(|l| l.text.as_ref());
    assert_eq!(last, Some("Rà soát các hộ\nthiếu đất sản\tUBND xã, […]\nphố và các đơn […]"));
}

#[test]
fn lists_that_a_browser_set_in_are_numbered_in_full() {
    let made = || {
        page(
            1,
            vec![
                line("II. NHIỆM VỤ", 100.0, 60.0),
                line("1. Trồng rừng", 120.0, 80.0),
                line("1. Rà soát quỹ đất", 140.0, 100.0),
                line("2. Cấp giống", 140.0, 120.0),
                line("- Keo", 95.0, 140.0),
                line("3. Trồng", 140.0, 160.0),
                line("2. Giữ rừng", 120.0, 180.0),
                line("1. Tuần tra", 140.0, 200.0),
                line("III. TỔ CHỨC", 100.0, 220.0),
                // a new part: no list of the one before is open
                line("1. Hạt Kiểm lâm", 140.0, 240.0),
            ],
        )
    };
    let text = |from_browser| {
        let (found, _) = lines(vec![made()], from_browser);
        found.into_iter().map(|l| l.text.into_owned()).filter(|t| !t.is_empty()).collect::<Vec<_>>()
    };
    let expected = [
        "II. NHIỆM VỤ",
        "1. Trồng rừng",
        "1.1. Rà soát quỹ đất",
        "1.2. Cấp giống",
        "- Keo",
        "1.3. Trồng",
        "2. Giữ rừng",
        "2.1. Tuần tra",
        "III. TỔ CHỨC",
        "1. Hạt Kiểm lâm",
    ];
    assert_eq!(text(true), expected);
    // what other programs print is read as it is printed
    assert_eq!(text(false)[2], "1. Rà soát quỹ đất");
}

#[test]
fn any_boxes_and_rulings_give_lines() {
    let number = |x: f32| (0..16_u8).take_while(|n| f32::from(*n) < x).count();
    let mut state = 1_u64;
    let mut next = |most: u16| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        f32::from(u16::try_from(state >> 48).expect("16 bits") % most)
    };
    for _ in 0..300 {
        let words = (0..40).map(|_| {
            let (x0, y0) = (next(600), next(850));
            let place = Rect { x0, y0, x1: x0 + next(90), y1: y0 + next(30) };
            let text = ["1", "-", "TT", "Nơi nhận:", "12/KH-", "ỦY", "…", "3"][number(next(8))];
            let line = (next(3) > 1.0).then(|| number(next(9)));
            Word { text: text.into(), place, confidence: line.map(|_| 50), line }
        });
        let words = words.collect();
        let rulings = (0..24)
            .map(|i| {
                let (at, from) = (next(60) * 10.0, next(60) * 10.0);
                let to = from + next(40) * 10.0;
                if i % 2 == 0 { Ruling::Level { y: at, from, to } } else { Ruling::Upright { x: at, from, to } }
            })
            .collect();
        let made = Page { number: 1, width: 595.0, height: 842.0, words, rulings };
        let before = made.words.iter().filter(|w| w.text == "ỦY").count();
        let (found, _) = lines(vec![made], true);
        let after: usize = found.iter().map(|l| l.text.matches("ỦY").count()).sum();
        assert_eq!(before, after, "no word of the body is lost");
    }
}
