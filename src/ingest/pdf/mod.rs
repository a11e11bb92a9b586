//! PDF by poppler's tools: words with their boxes, the rulings of tables, pages without words as images to be recognized.

mod bullets;
mod drawn;
mod grey_map;
mod lost_marks;
mod old_letters;
mod rulings;
mod words;

use std::time::Duration;

use super::{
    Format, Notice, Ocr, Options, RawDocument, ocr,
    page::{self, Page},
    subprocess::{Limits, Tool, Workspace},
};
use crate::error::Error;
use grey_map::GreyMap;
use words::Scan;

/// Gives the words.
static PDFTOTEXT: Tool = poppler("pdftotext");
/// Gives the rulings.
static PDFTOCAIRO: Tool = poppler("pdftocairo");
/// Gives pages as images.
static PDFTOPPM: Tool = poppler("pdftoppm");
/// Tells which pages are images.
static PDFIMAGES: Tool = poppler("pdfimages");

/// All that reads a PDF; the last only pages without text.
pub(super) static TOOLS: &[&Tool] = &[&PDFTOTEXT, &PDFTOCAIRO, &PDFTOPPM, &PDFIMAGES, &ocr::TESSERACT];

const fn poppler(program: &'static str) -> Tool {
    Tool { program, package: "poppler-utils", version: &["-v"] }
}

/// More pages than any plan has.
const MOST_PAGES: usize = 1000;
/// Pages that are recognized in one file; each takes seconds.
const MOST_SCANNED: usize = 200;
/// Runs of pages of one size whose rulings are looked for.
const MOST_DRAWINGS: usize = 64;
/// Fewer words than this on a page that is one image are a stamp or a signature, not the page's text.
const FEW_WORDS: usize = 40;
/// Seconds of a processor that the words of the first page may take; they take a hundredth of one.
const FIRST_PAGE: u64 = 1;
/// The longest side of an image that is recognized, in pixels.
const MOST_PIXELS: f32 = 5000.0;

const FILE: &str = "document.pdf";

fn limits(seconds: u64) -> Limits {
    Limits { time: Duration::from_secs(seconds), memory: 1 << 30, output: 128 << 20, processor: None }
}

pub(super) fn read<'a>(bytes: &[u8], options: &Options) -> Result<RawDocument<'a>, Error> {
    let folder = Workspace::new()?;
    folder.write(FILE, bytes)?;
    let mut pages = text_of(&folder, bytes)?;
    let mut notices = Vec::new();
    let few = |p: &Page| p.words.len() < FEW_WORDS;
    let wanted = match options.ocr {
        Ocr::Never => false,
        Ocr::Always => true,
        Ocr::Auto => pages.iter().any(|p| few(p) || unreadable(p)),
    };
    let scans = if wanted { scans(&folder, &pages) } else { vec![None; pages.len()] };
    let without_text = |(page, scan): (&Page, &Option<Scan>)| {
        few(page) && (page.words.is_empty() || scan.is_some()) || unreadable(page) || options.ocr == Ocr::Always
    };
    let scanned: Vec<usize> = (0..pages.len()).filter(|&i| wanted && without_text((&pages[i], &scans[i]))).collect();
    drawings(&folder, &mut pages, &scanned);
    recognize(&folder, &mut pages, &scanned, &scans, &mut notices)?;
    if pages.iter().all(|p| p.words.is_empty()) {
        return Err(if options.ocr == Ocr::Never { Error::NoText } else { Error::Empty });
    }
    let count = pages.len();
    let (mut lines, more) = page::lines(pages, is_from_browser(bytes));
    notices.extend(more);
    let encoding = old_letters::decode(&mut lines, &mut notices).unwrap_or("utf-8");
    Ok(RawDocument { format: Format::Pdf, encoding, pages: Some(count), lines, notices })
}

/// The words of all pages.
fn text_of(folder: &Workspace, bytes: &[u8]) -> Result<Vec<Page>, Error> {
    // what takes long on its first page is a bomb
    let first = Limits { processor: Some(FIRST_PAGE), ..limits(10) };
    folder.run(&PDFTOTEXT, ["-q", "-bbox", "-l", "1", FILE, "-"], first)?;
    let last = (MOST_PAGES + 1).to_string();
    // its complaints about each damaged place would take longer than its work
    let output = folder.run(&PDFTOTEXT, ["-q", "-bbox", "-enc", "UTF-8", "-l", &last, FILE, "-"], limits(10))?;
    let pages = words::pages(&String::from_utf8_lossy(&output.stdout));
    if pages.len() > MOST_PAGES {
        return Err(Error::Limit { what: "pages", most: MOST_PAGES as u64 });
    }
    if pages.is_empty() {
        let said = folder.run(&PDFTOTEXT, ["-l", "1", FILE, "-"], limits(10))?.stderr;
        if said.contains("Incorrect password") {
            return Err(Error::Password);
        }
        if memchr::memmem::find(bytes, b" obj").is_none() {
            return Err(Error::Damaged("it begins as a PDF does, and holds nothing of one".into()));
        }
        // what is whole says so at its end
        let end = &bytes[bytes.len().saturating_sub(2048)..];
        let whole = memchr::memmem::find(end, b"%%EOF").is_some();
        return Err(if whole {
            Error::Damaged("no page of the PDF can be found".into())
        } else {
            Error::Truncated("PDF")
        });
    }
    Ok(pages)
}

/// The images that cover most of a page, for each page.
fn scans(folder: &Workspace, pages: &[Page]) -> Vec<Option<Scan>> {
    let last = pages.len().to_string();
    let listed = folder.run(&PDFIMAGES, ["-q", "-list", "-l", &last, FILE], limits(20));
    let printed = listed.map(|o| o.stdout).unwrap_or_default();
    words::scans(&String::from_utf8_lossy(&printed), pages)
}

/// Chromium and its kin name the library with which they print.
fn is_from_browser(bytes: &[u8]) -> bool {
    memchr::memmem::find(bytes, b"(Skia/PDF").is_some()
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

/// Adds what is drawn on the pages that have words, rulings and bullets. Without them tables are read as lines, which is
/// no error.
fn drawings(folder: &Workspace, pages: &mut [Page], scanned: &[usize]) {
    let drawing = "rulings.svg";
    let mut from = 0;
    for _ in 0..MOST_DRAWINGS {
        let Some(first) = (from..pages.len()).find(|i| has_words(&pages[*i], scanned)) else { return };
        // what lies outside the first page of a drawing is cut off, so that its pages must be of one size
        let (width, height) = (pages[first].width, pages[first].height);
        let alike = |p: &Page| (p.width - width).abs() < 1.0 && (p.height - height).abs() < 1.0;
        let count = pages[first..].iter().take_while(|p| alike(p) && has_words(p, scanned)).count();
        from = first + count;
        let (start, end) = ((first + 1).to_string(), from.to_string());
        let run = folder.run(&PDFTOCAIRO, ["-q", "-svg", "-f", &start, "-l", &end, FILE, drawing], limits(30));
        if run.is_err() {
            return;
        }
        let Ok(found) = rulings::read(&folder.path().join(drawing)) else { return };
        for (page, drawn) in pages[first..from].iter_mut().zip(found) {
            page.rulings = drawn.rulings;
            let bullets = bullets::before(&page.words, &drawn.shapes);
            page.words.extend(bullets);
        }
    }
}

fn has_words(page: &Page, scanned: &[usize]) -> bool {
    page.words.len() > 1 && !scanned.contains(&(page.number - 1))
}

/// Puts the words that a recognizer reads on pages without text.
fn recognize(
    folder: &Workspace,
    pages: &mut [Page],
    scanned: &[usize],
    scans: &[Option<Scan>],
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
        let own = scans[index].filter(|s| s.whole).and_then(|scan| image_of(folder, &pages[index], scan));
        let mut found = own.and_then(|image| ocr::page(folder, &image, pages[index].width).ok());
        // an image that stands on its head on the page reads badly
        if found.as_ref().is_none_or(|page| !ocr::reads_well(page)) {
            let drawn = ocr::page(folder, &drawing_of(folder, &pages[index])?, pages[index].width)?;
            if found.as_ref().is_none_or(|page| ocr::reads_well(&drawn) || page.words.len() < drawn.words.len()) {
                found = Some(drawn);
            }
        }
        if let Some(found) = found {
            pages[index].words = found.words;
            look_at(folder, &mut pages[index]);
        }
    }
    ocr::notice(pages, notices);
    Ok(())
}

/// The image that a page consists of, dot for dot: what is drawn anew is read worse.
fn image_of(folder: &Workspace, page: &Page, scan: Scan) -> Option<String> {
    let number = page.number.to_string();
    let prefix = format!("image-{number}");
    folder.run(&PDFIMAGES, ["-q", "-j", "-f", &number, "-l", &number, FILE, &prefix], limits(30)).ok()?;
    ["jpg", "pbm", "ppm"].into_iter().map(|kind| format!("{prefix}-{:03}.{kind}", scan.position)).find(|name| {
        let size = std::fs::metadata(folder.path().join(name)).map_or(0, |m| m.len());
        size > 0
    })
}

/// Adds what the image of a page shows beside words: rulings, and marks of items that were not recognized; makes it lie
/// straight. An image that cannot be drawn shows neither.
fn look_at(folder: &Workspace, page: &mut Page) {
    let (number, dots) = (page.number.to_string(), drawn::DOTS.to_string());
    let arguments = ["-q", "-r", &dots, "-gray", "-f", &number, "-l", &number, "-singlefile", FILE];
    let Ok(output) = folder.run(&PDFTOPPM, arguments, limits(30)) else { return };
    let Some(image) = GreyMap::read(&output.stdout) else { return };
    let marks = lost_marks::find(&image, &page.words);
    page.words.extend(marks);
    let (rulings, lean) = drawn::rulings(&image);
    page.rulings = rulings;
    page.words.iter_mut().for_each(|w| w.straighten(lean));
}

/// The page drawn as an image.
fn drawing_of(folder: &Workspace, page: &Page) -> Result<String, Error> {
    let number = page.number.to_string();
    let dots = (MOST_PIXELS * 72.0 / page.width.max(page.height).max(1.0)).min(300.0);
    let image = format!("page-{number}");
    let dots = format!("{dots:.0}");
    let arguments = ["-r", &dots, "-gray", "-png", "-singlefile", "-f", &number, "-l", &number, FILE, &image];
    folder.run(&PDFTOPPM, arguments, limits(60))?.checked(&PDFTOPPM)?;
    Ok(image + ".png")
}
