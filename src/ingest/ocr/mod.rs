//! Words that tesseract recognizes in images of pages, each with how certain it is.

mod size;
mod tsv;

use std::time::Duration;

use super::{
    Format, Notice, Ocr, Options, RawDocument,
    page::{self, Page},
    patience,
    subprocess::{Limits, Tool, Workspace},
};
use crate::error::Error;

/// The recognizer.
pub(super) static TOOLS: &[&Tool] = &[&TESSERACT];

/// The recognizer itself.
pub(super) static TESSERACT: Tool =
    Tool { program: "tesseract", package: "tesseract-ocr tesseract-ocr-vie", version: &["--version"] };

/// Words of which it is less certain than this, of 100, are weak.
pub(super) const WEAK: u8 = 60;

/// What a page adds to the time that its file may take.
const A_PAGE: Duration = Duration::from_secs(20);
/// How long one page may take.
const PAGE: Limits = Limits { time: Duration::from_secs(60), memory: 2 << 30, output: 32 << 20, processor: None };
/// How long an image file may take, which may hold several pages.
const FILE: Limits = Limits { time: Duration::from_secs(300), ..PAGE };

/// More dots than a sheet of A3 has at 600 an inch.
const MOST_PIXELS: u64 = 80_000_000;

/// A file that is an image, or several.
pub(super) fn read<'a>(bytes: &[u8], format: Format, options: &Options) -> Result<RawDocument<'a>, Error> {
    if options.ocr == Ocr::Never {
        return Err(Error::NoText);
    }
    if size::of(bytes, format).is_some_and(|(across, down)| across * down > MOST_PIXELS) {
        return Err(Error::Limit { what: "pixels of an image", most: MOST_PIXELS });
    }
    let folder = Workspace::new()?;
    let name = format!("image.{}", format.name());
    folder.write(&name, bytes)?;
    let pages = recognized(&folder, &name, None, FILE)?;
    if pages.iter().all(|p| p.words.is_empty()) {
        return Err(Error::Empty);
    }
    let mut notices = Vec::new();
    notice(&pages, &mut notices);
    let count = pages.len();
    let (lines, more) = page::lines(pages, false);
    notices.extend(more);
    Ok(RawDocument { format, encoding: "utf-8", pages: Some(count), lines, notices })
}

/// The page that an image in the folder shows; the image goes.
pub(super) fn page(folder: &Workspace, image: &str, width: f32) -> Result<Page, Error> {
    let pages = recognized(folder, image, Some(width), PAGE);
    folder.remove(image)?;
    pages?.into_iter().next().ok_or(Error::Empty)
}

/// Most of its words were read with certainty.
pub(super) fn reads_well(page: &Page) -> bool {
    let certain = page.words.iter().filter(|w| w.confidence.is_none_or(|c| c >= WEAK)).count();
    certain * 2 > page.words.len()
}

fn recognized(folder: &Workspace, image: &str, width: Option<f32>, limits: Limits) -> Result<Vec<Page>, Error> {
    patience::ask(A_PAGE);
    let output = folder.run(&TESSERACT, [image, "stdout", "-l", "vie", "--psm", "3", "tsv"], limits)?;
    if !output.success && output.stderr.contains("vie.traineddata") {
        return Err(Error::ToolMissing { tool: "tesseract with Vietnamese", package: "tesseract-ocr-vie" });
    }
    let output = output.checked(&TESSERACT)?;
    Ok(tsv::pages(&String::from_utf8_lossy(&output.stdout), width))
}

/// Says how many words were recognized, and how many of them without certainty.
pub(super) fn notice(pages: &[Page], notices: &mut Vec<Notice>) {
    let words = || pages.iter().flat_map(|p| &p.words).filter_map(|w| w.confidence);
    let (all, weak) = (words().count(), words().filter(|c| *c < WEAK).count());
    if all == 0 {
        return;
    }
    let pages = pages.iter().filter(|p| p.words.iter().any(|w| w.confidence.is_some())).count();
    notices.push(Notice { code: "recognized", message: format!("{all} words on {pages} pages were read from images") });
    if weak > 0 {
        notices.push(Notice {
            code: "weak-words",
            message: format!("{weak} of {all} recognized words have a confidence below {WEAK} of 100"),
        });
    }
}
