//! PDF by poppler's tools: words with their boxes, the rulings of tables, pages without words as images to be recognized.

mod rulings;
mod words;

use std::{ffi::OsString, time::Duration};

use super::{
    Format, Notice, Ocr, Options, RawDocument, ocr,
    page::{self, Page},
    subprocess::{Limits, Tool, Workspace},
};
use crate::error::Error;

/// Gives the words.
pub(super) const PDFTOTEXT: Tool = poppler("pdftotext");
/// Gives the rulings.
const PDFTOCAIRO: Tool = poppler("pdftocairo");
/// Gives pages as images.
const PDFTOPPM: Tool = poppler("pdftoppm");
/// Tells which pages are images.
const PDFIMAGES: Tool = poppler("pdfimages");

const fn poppler(program: &'static str) -> Tool {
    Tool { program, package: "poppler-utils", version: &["-v"] }
}

/// More pages than any plan has.
const MOST_PAGES: usize = 1000;
/// Pages that are recognized in one file; each takes seconds.
const MOST_SCANNED: usize = 200;
/// Fewer words than this on a page that is one image are a stamp or a signature, not the page's text.
const FEW_WORDS: usize = 40;
/// The longest side of an image that is recognized, in pixels.
const MOST_PIXELS: f32 = 5000.0;

const FILE: &str = "document.pdf";

fn limits(seconds: u64) -> Limits {
    Limits { time: Duration::from_secs(seconds), memory: 1 << 30, output: 128 << 20 }
}

pub(super) fn read<'a>(bytes: &[u8], options: &Options) -> Result<RawDocument<'a>, Error> {
    let folder = Workspace::new()?;
    folder.write(FILE, bytes)?;
    let mut pages = text_of(&folder, bytes)?;
    let mut notices = Vec::new();
    let scanned = match options.ocr {
        Ocr::Never => Vec::new(),
        Ocr::Always => (0..pages.len()).collect(),
        Ocr::Auto => without_text(&folder, &pages),
    };
    rulings(&folder, &mut pages, &scanned);
    recognize(&folder, &mut pages, &scanned, &mut notices)?;
    if pages.iter().all(|p| p.words.is_empty()) {
        return Err(if options.ocr == Ocr::Never { Error::NoText } else { Error::Empty });
    }
    let count = pages.len();
    let encoding = "utf-8";
    let (lines, more) = page::lines(pages);
    notices.extend(more);
    Ok(RawDocument { format: Format::Pdf, encoding, pages: Some(count), lines, notices })
}

/// The words of all pages.
fn text_of(folder: &Workspace, bytes: &[u8]) -> Result<Vec<Page>, Error> {
    let last = (MOST_PAGES + 1).to_string();
    let output = folder.run(&PDFTOTEXT, ["-bbox", "-enc", "UTF-8", "-l", &last, FILE, "-"], limits(20))?;
    if output.stderr.contains("Incorrect password") {
        return Err(Error::Password);
    }
    let pages = words::pages(&String::from_utf8_lossy(&output.stdout));
    if pages.len() > MOST_PAGES {
        return Err(Error::Limit { what: "pages", most: MOST_PAGES as u64 });
    }
    if pages.is_empty() {
        // what is whole says so at its end
        let end = &bytes[bytes.len().saturating_sub(2048)..];
        let whole = memchr::memmem::find(end, b"%%EOF").is_some();
        return Err(if whole { Error::Damaged("no page of the PDF can be found".into()) } else { Error::Truncated("PDF") });
    }
    Ok(pages)
}

/// The pages whose words are only in an image, or in a font that does not say what its letters are.
fn without_text(folder: &Workspace, pages: &[Page]) -> Vec<usize> {
    let few = |p: &Page| p.words.len() < FEW_WORDS;
    if !pages.iter().any(few) {
        return (0..pages.len()).filter(|&i| unreadable(&pages[i])).collect();
    }
    let last = pages.len().to_string();
    let listed = folder.run(&PDFIMAGES, ["-list", "-l", &last, FILE], limits(20));
    let covered = listed.map(|o| words::covered(&String::from_utf8_lossy(&o.stdout), pages)).unwrap_or_default();
    let scanned = |i: usize| {
        let page = &pages[i];
        few(page) && (page.words.is_empty() || covered.get(i).copied().unwrap_or(false)) || unreadable(page)
    };
    (0..pages.len()).filter(|&i| scanned(i)).collect()
}

/// Letters without a meaning: the font has no map to Unicode.
fn unreadable(page: &Page) -> bool {
    let (mut odd, mut all) = (0_usize, 0_usize);
    for c in page.words.iter().flat_map(|w| w.text.chars()) {
        all += 1;
        odd += usize::from(matches!(c, '\u{fffd}' | '\u{e000}'..='\u{f8ff}' | '\u{0}'..='\u{1f}'));
    }
    odd * 5 > all
}

/// Adds the rulings of the pages that have words. Without them tables are read as lines, which is no error.
fn rulings(folder: &Workspace, pages: &mut [Page], scanned: &[usize]) {
    let drawn = |i: &usize| !scanned.contains(i) && pages[*i].words.len() > 1;
    let Some(first) = (0..pages.len()).find(drawn) else { return };
    let last = (0..pages.len()).rfind(drawn).unwrap_or(first);
    let (from, to) = ((first + 1).to_string(), (last + 1).to_string());
    let drawing = "rulings.svg";
    let run = folder.run(&PDFTOCAIRO, ["-svg", "-f", &from, "-l", &to, FILE, drawing], limits(30));
    if run.is_err() {
        return;
    }
    let Ok(found) = rulings::read(&folder.path().join(drawing)) else { return };
    for (page, rulings) in pages[first..=last].iter_mut().zip(found) {
        page.rulings = rulings;
    }
}

/// Puts the words that a recognizer reads on pages without text.
fn recognize(
    folder: &Workspace,
    pages: &mut [Page],
    scanned: &[usize],
    notices: &mut Vec<Notice>,
) -> Result<(), Error> {
    if scanned.is_empty() {
        return Ok(());
    }
    if scanned.len() > MOST_SCANNED {
        let left = scanned.len() - MOST_SCANNED;
        notices.push(Notice {
            code: "pages-not-recognized",
            message: format!("{left} pages are images beyond the {MOST_SCANNED} that are recognized in one file"),
        });
    }
    for &index in scanned.iter().take(MOST_SCANNED) {
        let page = &mut pages[index];
        let number = page.number.to_string();
        let longest = page.width.max(page.height).max(1.0);
        let dots = (MOST_PIXELS * 72.0 / longest).min(300.0);
        let image = format!("page-{number}");
        let arguments =
            ["-r", &format!("{dots:.0}"), "-gray", "-png", "-singlefile", "-f", &number, "-l", &number, FILE, &image];
        folder.run(&PDFTOPPM, arguments.map(OsString::from), limits(30))?.checked(&PDFTOPPM)?;
        let file = image + ".png";
        let found = ocr::pages(folder, &file, Some(dots))?;
        let _ = std::fs::remove_file(folder.path().join(&file));
        if let Some(found) = found.into_iter().next() {
            page.words = found.words;
            page.rulings = found.rulings;
        }
    }
    ocr::notice(pages, notices);
    Ok(())
}
