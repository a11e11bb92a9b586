//! What `pdftotext -bbox` and `pdfimages -list` print.

use crate::ingest::page::{Page, Rect, Word};

/// The pages with their words.
pub(super) fn pages(printed: &str) -> Vec<Page> {
    let mut pages: Vec<Page> = Vec::new();
    for line in printed.lines() {
        let line = line.trim_start();
        if let Some(tag) = line.strip_prefix("<page ") {
            let size = |name| number(tag, name).filter(|n| *n > 0.0 && *n < 1e5);
            pages.push(Page {
                number: pages.len() + 1,
                width: size("width=\"").unwrap_or(595.0),
                height: size("height=\"").unwrap_or(842.0),
                words: Vec::new(),
                rulings: Vec::new(),
            });
        } else if let Some(tag) = line.strip_prefix("<word ") {
            let Some(page) = pages.last_mut() else { continue };
            page.words.extend(word(tag));
        }
    }
    pages
}

fn word(tag: &str) -> Option<Word> {
    let (attributes, text) = tag.split_once('>')?;
    let text = unescaped(text.strip_suffix("</word>").unwrap_or(text));
    let side = |name| number(attributes, name);
    let place = Rect { x0: side("xMin=\"")?, y0: side("yMin=\"")?, x1: side("xMax=\"")?, y1: side("yMax=\"")? };
    (place.is_sound() && !text.trim().is_empty()).then_some(Word { text, place, confidence: None, line: None })
}

fn number(tag: &str, name: &str) -> Option<f32> {
    let rest = &tag[tag.find(name)? + name.len()..];
    rest.split('"').next()?.parse().ok().filter(|n: &f32| n.is_finite())
}

fn unescaped(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&apos;", "'")
        .replace("&amp;", "&")
}

/// An image that covers most of its page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Scan {
    /// Which of the images of its page it is.
    pub(super) position: usize,
    /// It fills the page, upright and alike in both directions: its own dots are the page's.
    pub(super) whole: bool,
}

/// For each page the image that covers most of it, from the list of images.
pub(super) fn scans(listed: &str, pages: &[Page]) -> Vec<Option<Scan>> {
    let mut scans = vec![None; pages.len()];
    let mut last = (0, 0);
    for line in listed.lines() {
        let fields: Vec<&str> = line.split_whitespace().collect();
        // page num type width height color comp bpc enc interp object ID x-ppi y-ppi size ratio
        let [page, _, kind, width, height, .., x_ppi, y_ppi, _, _] = fields[..] else { continue };
        let Some(index) = page.parse::<usize>().ok().and_then(|n| n.checked_sub(1)) else { continue };
        let position = if last.0 == index { last.1 } else { 0 };
        last = (index, position + 1);
        let read = |s: &str| s.parse::<f32>().ok().filter(|n| *n > 0.0);
        let (Some(page), Some(width), Some(height), Some(x), Some(y)) =
            (pages.get(index), read(width), read(height), read(x_ppi), read(y_ppi))
        else {
            continue;
        };
        let (across, down) = (width / x * 72.0 / page.width, height / y * 72.0 / page.height);
        if kind == "image" && across * down > 0.5 && scans[index].is_none() {
            let fills = |part: f32| (0.97..1.03).contains(&part);
            let whole = fills(across) && fills(down) && fills(x / y) && (100.0..450.0).contains(&x);
            scans[index] = Some(Scan { position, whole });
        }
    }
    scans
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_their_boxes() {
        let printed = concat!(
            "<doc>\n  <page width=\"595.3\" height=\"841.9\">\n",
            "    <word xMin=\"10.5\" yMin=\"20\" xMax=\"30\" yMax=\"34\">Lao&amp;x</word>\n",
            "    <word xMin=\"nan\" yMin=\"20\" xMax=\"30\" yMax=\"34\">hỏng</word>\n  </page>\n",
            "  <page width=\"841.9\" height=\"595.3\">\n  </page>\n</doc>\n"
        );
        let pages = pages(printed);
        assert_eq!((pages.len(), pages[0].words.len(), pages[1].number), (2, 1, 2));
        assert_eq!(pages[0].words[0].text, "Lao&x");
        assert_eq!(pages[0].words[0].place, Rect { x0: 10.5, y0: 20.0, x1: 30.0, y1: 34.0 });
    }

    #[test]
    fn an_image_over_the_page_covers_it() {
        let page = |number| Page { number, width: 595.0, height: 842.0, words: Vec::new(), rulings: Vec::new() };
        let listed = concat!(
            "page   num  type   width height color comp bpc  enc interp  object ID x-ppi y-ppi size ratio\n",
            "---\n",
            "   1     0 image      90    90  gray    1   8  jpeg   no        12  0   200   200  5.6K  15%\n",
            "   1     1 image    1654  2339  gray    1   8  jpeg   no        13  0   200   200  566K  15%\n",
            "   2     2 image     125   140  rgb     3   8  image  no      1025  0   342   342 11.9K  23%\n",
            "   3     3 image    2339  1654  gray    1   8  jpeg   no        14  0   200   283  566K  15%\n",
        );
        let found = scans(listed, &[page(1), page(2), page(3)]);
        assert_eq!(found[..2], [Some(Scan { position: 1, whole: true }), None]);
        // turned by a quarter, its dots are not the page's
        assert!(found[2].is_some_and(|s| !s.whole));
    }
}
