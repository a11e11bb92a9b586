//! `kehoach extract`: files, folders or standard input to records.

use std::{
    fs,
    io::{self, Read},
    path::{Path, PathBuf},
};

use rayon::prelude::*;
use walkdir::WalkDir;

use super::Exit;
use crate::{
    error::Error,
    ingest::{self, Format, Ocr, encoding::Encoding},
    output::{Folder, Lines, Sink},
    pipeline::{Extracted, Options, Pipeline},
};

/// How many documents are under way at once: enough for all threads, bounded in memory.
const WINDOW: usize = 64;

/// Turn plan documents into records.
///
/// Exit code 0: all files gave records; 1: some failed, each named on standard error, the others went on; 2: the
/// command could not run.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Files, folders (walked for known extensions), or `-` for standard input.
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Write one `NAME.EXT.json` a document below this folder, mirroring the input; without it, JSON Lines on standard
    /// output.
    #[arg(short, long, value_name = "DIR")]
    output: Option<PathBuf>,
    /// Indent the JSON.
    #[arg(long)]
    pretty: bool,
    /// Leave the normalized text out of the records.
    #[arg(long)]
    no_text: bool,
    /// Which pages of PDFs and images are recognized (OCR): those without text of their own, none, or all.
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    ocr: Ocr,
    /// The encoding of text and web pages, instead of the one that reads as Vietnamese: utf-8, utf-16le, utf-16be,
    /// windows-1258, windows-1252, tcvn3 (ABC), vni, viscii.
    #[arg(long, value_name = "NAME", value_parser = encoding)]
    encoding: Option<Encoding>,
}

fn encoding(name: &str) -> Result<Encoding, String> {
    let known = || Encoding::ALL.map(Encoding::name).join(", ");
    Encoding::of(name).ok_or_else(|| format!("no encoding of that name; there are {}", known()))
}

/// A file to read and its name in the record.
struct Input {
    file: Option<PathBuf>,
    name: PathBuf,
}

pub(super) fn run(args: &Args) -> anyhow::Result<Exit> {
    let ingest = ingest::Options { ocr: args.ocr, encoding: args.encoding };
    let pipeline = Pipeline::new(Options { without_text: args.no_text, ingest });
    let mut failures = 0;
    let mut inputs = Vec::new();
    for path in &args.paths {
        failures += find(path, &mut inputs);
    }
    let mut sink: Box<dyn Sink> = match &args.output {
        Some(folder) => Box::new(Folder::new(folder, args.pretty)?),
        None => Box::new(Lines::new(io::BufWriter::new(io::stdout().lock()), args.pretty)),
    };
    for window in inputs.chunks(WINDOW) {
        let documents: Vec<Vec<Extracted>> = window.par_iter().map(|input| read(&pipeline, input)).collect();
        for Extracted { path, record } in documents.into_iter().flatten() {
            let taken = record.map_err(anyhow::Error::from).and_then(|plan| Ok(sink.take(&plan)?));
            if let Err(error) = taken {
                if super::is_broken_pipe(&error) {
                    return Err(error);
                }
                failures += 1;
                report(Path::new(&path), &error);
            }
        }
    }
    sink.finish()?;
    Ok(if failures == 0 { Exit::Success } else { Exit::Problems })
}

fn report(name: &Path, error: &dyn std::fmt::Display) {
    anstream::eprintln!("kehoach: {}: {error}", name.display());
}

/// Adds the files that a path names, in the order of their names; gives how many could not be reached.
fn find(path: &Path, inputs: &mut Vec<Input>) -> usize {
    if path == Path::new("-") {
        inputs.push(Input { file: None, name: "-".into() });
        return 0;
    }
    if !path.is_dir() {
        let name = path.file_name().map_or_else(|| path.to_path_buf(), PathBuf::from);
        inputs.push(Input { file: Some(path.to_path_buf()), name });
        return 0;
    }
    let mut unreached = 0;
    for entry in WalkDir::new(path).sort_by_file_name() {
        match entry {
            Ok(entry) if entry.file_type().is_file() && Format::of(entry.path()).is_some() => {
                let name = entry.path().strip_prefix(path).unwrap_or(entry.path()).to_path_buf();
                inputs.push(Input { file: Some(entry.into_path()), name });
            }
            Ok(_) => {}
            Err(error) => {
                unreached += 1;
                report(path, &error);
            }
        }
    }
    unreached
}

fn read(pipeline: &Pipeline, input: &Input) -> Vec<Extracted> {
    match bytes(input) {
        Ok(bytes) => pipeline.documents(&bytes, &input.name),
        Err(error) => vec![Extracted { path: input.name.to_string_lossy().into_owned(), record: Err(error) }],
    }
}

fn bytes(input: &Input) -> Result<Vec<u8>, Error> {
    if let Some(file) = &input.file {
        if Format::of(file).is_none() && file.extension().is_some() {
            return Err(Error::UnknownFormat(file.extension().unwrap_or_default().to_string_lossy().into_owned()));
        }
        return Ok(fs::read(file)?);
    }
    let mut bytes = Vec::new();
    io::stdin().read_to_end(&mut bytes)?;
    Ok(bytes)
}
