//! The table of words that tesseract prints.

use crate::ingest::page::{Page, Rect, Word};

/// The shorter side of a sheet of A4, which is what an image shows that does not say how large it is.
const A4: f32 = 595.0;

/// The pages with their words, in points: `across` is how wide the page is, where that is known.
pub(super) fn pages(printed: &str, across: Option<f32>) -> Vec<Page> {
    let mut pages: Vec<Page> = Vec::new();
    let mut scale = 1.0;
    let mut line = 0;
    // level page_num block_num par_num line_num word_num left top width height conf text
    for row in printed.lines().skip(1) {
        let fields: Vec<&str> = row.splitn(12, '\t').collect();
        if fields.len() < 11 {
            continue;
        }
        let number = |i: usize| fields[i].parse::<f32>().unwrap_or(0.0);
        let (left, top, width, height) = (number(6), number(7), number(8), number(9));
        match fields[0] {
            "1" => {
                scale = across.map_or_else(|| A4 / width.min(height).max(1.0), |points| points / width.max(1.0));
                pages.push(Page {
                    number: pages.len() + 1,
                    width: width * scale,
                    height: height * scale,
                    words: Vec::new(),
                    rulings: Vec::new(),
                });
            }
            "4" => line += 1,
            "5" => {
                // the borders of cells are taken for letters
                let text = fields.get(11).map_or("", |t| t.trim_matches(|c: char| c.is_whitespace() || c == '|'));
                let place = Rect { x0: left, y0: top, x1: left + width, y1: top + height };
                let place =
                    Rect { x0: place.x0 * scale, y0: place.y0 * scale, x1: place.x1 * scale, y1: place.y1 * scale };
                let Some(page) = pages.last_mut() else { continue };
                if text.is_empty() || !place.is_sound() {
                    continue;
                }
                #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "held between 0 and 100")]
                let confidence = number(10).clamp(0.0, 100.0) as u8;
                // a ruler, a speck, a stamp's edge: only what may mark an item is kept of such signs
                let marks = text.chars().all(|c| matches!(c, '-' | '–' | '+' | '*' | '•' | '¬' | '…' | '%'));
                if !marks && !text.chars().any(char::is_alphanumeric) && confidence < 60 {
                    continue;
                }
                page.words.push(Word { text: text.to_owned(), place, confidence: Some(confidence), line: Some(line) });
            }
            _ => {}
        }
    }
    pages
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_come_in_points_with_their_line() {
        let printed = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n\
            1\t1\t0\t0\t0\t0\t0\t0\t2480\t3508\t-1\t\n\
            4\t1\t1\t1\t1\t0\t300\t300\t900\t60\t-1\t\n\
            5\t1\t1\t1\t1\t1\t300\t300\t150\t60\t96.5\tKẾ\n\
            5\t1\t1\t1\t1\t2\t480\t300\t300\t60\t31.2\tHOẠCH\n";
        let pages = pages(printed, Some(595.2));
        let words: Vec<_> = pages[0].words.iter().map(|w| (w.text.as_str(), w.confidence, w.line)).collect();
        assert_eq!(words, [("KẾ", Some(96), Some(1)), ("HOẠCH", Some(31), Some(1))]);
        let Rect { x0, y0, x1, y1 } = pages[0].words[0].place;
        for (side, expected) in [(x0, 72.0), (y0, 72.0), (x1, 108.0), (y1, 86.4)] {
            assert!((side - expected).abs() < 0.01, "{side} is not {expected}");
        }
        assert!((super::pages(printed, None)[0].width - A4).abs() < 0.01);
    }
}
