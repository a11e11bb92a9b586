//! `kehoach extract`: files, folders or standard input to records.

mod outputs;
mod progress;
mod stream;

use std::{
    fs::File,
    io::{self, IsTerminal},
    path::PathBuf,
    sync::{Arc, atomic::AtomicBool, atomic::Ordering},
    time::Duration,
};

use anyhow::{Context, bail};

use self::{outputs::Outputs, progress::Progress};
use super::Exit;
use crate::{
    batch::{self, Earlier, Input, RunError, Settings, Walk},
    ingest::{self, Ocr, encoding::Encoding},
    output::Summary,
    pipeline::{Hash, Options, Pipeline},
};

/// Turn plan documents into records.
///
/// Exit code 0: all files gave records; 1: some failed, each named on standard error, the others went on; 2: the
/// command could not run or an output could not be written; 130: interrupted.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Files, folders (walked for known extensions), or `-` for standard input.
    #[arg(required_unless_present_any = ["files_from", "stream"], value_name = "PATH")]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    outputs: Outputs,
    /// Leave the normalized text out of the records.
    #[arg(long)]
    no_text: bool,
    #[command(flatten)]
    reading: Reading,
    #[command(flatten)]
    selection: Selection,
    #[command(flatten)]
    run: RunArgs,
    /// Answer requests, a JSON line each: `{"id", "path" | "text" | "bytes_base64"}` on standard input, `{"id",
    /// "records", "errors"}` on standard output, in order and at once.
    #[arg(long, help_heading = "Other engines", conflicts_with_all = ["paths", "files_from", "output", "jsonl", "csv",
        "parquet", "ics", "resume", "overwrite"])]
    stream: bool,
}

#[derive(Debug, clap::Args)]
#[command(next_help_heading = "How files are read")]
pub(super) struct Reading {
    /// The encoding of text and web pages, instead of the one that reads as Vietnamese: utf-8, utf-16le, utf-16be,
    /// windows-1258, windows-1252, tcvn3 (ABC), vni, viscii.
    #[arg(long, value_name = "NAME", value_parser = encoding)]
    encoding: Option<Encoding>,
    /// Which pages of PDFs and images are recognized (OCR): those without text of their own, none, or all.
    #[arg(long, value_name = "WHEN", value_enum, default_value_t)]
    ocr: Ocr,
}

impl Reading {
    pub(super) fn options(&self) -> ingest::Options {
        ingest::Options { encoding: self.encoding, ocr: self.ocr, ..ingest::Options::default() }
    }
}

fn encoding(name: &str) -> Result<Encoding, String> {
    let known = || Encoding::ALL.map(Encoding::name).join(", ");
    Encoding::of(name).ok_or_else(|| format!("no encoding of that name; there are {}", known()))
}

#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Which files")]
struct Selection {
    /// Read the files that a list names, one a line or ended by NUL; `-` for standard input.
    #[arg(long, value_name = "FILE")]
    files_from: Option<PathBuf>,
    /// Of folders take only files that fit this glob; one with a `/` is for the path, another for the name. Can be
    /// given several times.
    #[arg(long, value_name = "GLOB")]
    include: Vec<String>,
    /// Leave out files and folders that fit this glob.
    #[arg(long, value_name = "GLOB")]
    exclude: Vec<String>,
    /// Take hidden files and folders, too.
    #[arg(long)]
    hidden: bool,
    /// Follow symbolic links.
    #[arg(long)]
    follow: bool,
    /// Extract a file although an earlier one has the same bytes.
    #[arg(long)]
    keep_duplicates: bool,
}

#[derive(Debug, clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is an option of its own")]
#[command(next_help_heading = "The run")]
struct RunArgs {
    /// How many threads; all cores, and one for `--stream`.
    #[arg(short, long, value_name = "N")]
    jobs: Option<usize>,
    /// Go on with an earlier run: what is done and unchanged is not extracted again, what failed is tried again.
    #[arg(long, conflicts_with = "overwrite")]
    resume: bool,
    /// Begin anew although there is an earlier output.
    #[arg(long)]
    overwrite: bool,
    /// With `--resume`: leave failed what failed.
    #[arg(long, requires = "resume")]
    skip_failed: bool,
    /// End the run at the first failure.
    #[arg(long)]
    fail_fast: bool,
    /// No file that has more bytes (`500K`, `20M`, `1G`).
    #[arg(long, value_name = "SIZE", value_parser = size, default_value = "256M")]
    max_bytes: u64,
    /// Give a file up after so many seconds, and 20 more for each page that is recognized from its image; 0 for never.
    #[arg(long, value_name = "SECONDS", value_parser = seconds, default_value = "30")]
    timeout: Duration,
    /// No progress, no summary, no names of failed files.
    #[arg(short, long)]
    quiet: bool,
}

impl RunArgs {
    fn settings(&self, default_threads: Option<usize>) -> Settings {
        let default = Settings::default();
        let threads = self.jobs.or(default_threads).unwrap_or(default.threads).max(1);
        Settings { threads, timeout: (!self.timeout.is_zero()).then_some(self.timeout), ..default }
    }

    fn earlier(&self) -> Earlier {
        match (self.resume, self.overwrite) {
            (true, _) => Earlier::Resume,
            (_, true) => Earlier::Overwrite,
            _ => Earlier::Keep,
        }
    }
}

fn size(text: &str) -> Result<u64, String> {
    let text = text.trim().to_ascii_uppercase();
    let number = text.trim_end_matches("IB").trim_end_matches('B');
    let (number, unit) = match number.as_bytes().last() {
        Some(b'K') => (&number[..number.len() - 1], 10),
        Some(b'M') => (&number[..number.len() - 1], 20),
        Some(b'G') => (&number[..number.len() - 1], 30),
        _ => (number, 0),
    };
    let number: u64 = number.trim().parse().map_err(|_| "not a size such as 500K, 20M or 1G".to_owned())?;
    number.checked_mul(1 << unit).ok_or_else(|| "too large".to_owned())
}

fn seconds(text: &str) -> Result<Duration, String> {
    let seconds: f64 = text.parse().map_err(|_| "not a number of seconds".to_owned())?;
    Duration::try_from_secs_f64(seconds).map_err(|e| e.to_string())
}

pub(super) fn run(args: &Args) -> anyhow::Result<Exit> {
    let ingest = args.reading.options();
    let ahead = ingest.ahead.clone();
    let pipeline = Pipeline::new(Options { without_text: args.no_text, ingest });
    batch::note_places();
    if args.stream {
        return stream::run(pipeline, &args.run.settings(Some(1)), args.run.max_bytes);
    }
    let outputs = &args.outputs;
    let earlier = args.run.earlier();
    if let (Earlier::Keep, Some(file)) = (earlier, outputs.existing()) {
        bail!("{} exists: --resume goes on with an unfinished run, --overwrite begins anew", file.display());
    }
    if earlier == Earlier::Resume && outputs.record().is_none() {
        bail!("--resume needs a run that was recorded: -o, another file to write to, or --run-log");
    }
    let inputs = inputs(args)?;
    let settings = args.run.settings(None);
    let interrupted = on_interrupt(&settings.stop)?;
    let options = batch::Options {
        settings,
        max_bytes: args.run.max_bytes,
        made_by: made_by(args),
        keep_duplicates: args.selection.keep_duplicates,
        fail_fast: args.run.fail_fast,
        skip_failed: args.run.skip_failed,
        record: outputs.record(),
        earlier,
        ahead,
    };
    let mut sinks = outputs.sinks()?;
    let all = inputs.len();
    let mut progress = Progress::new(&inputs, args.run.quiet, outputs.to_stdout() && io::stdout().is_terminal());
    let extract =
        Box::new(move |bytes: &[u8], path: &std::path::Path, hash: &Hash| pipeline.documents_of(bytes, path, hash));
    let ended = batch::run(inputs, extract, &options, &mut sinks, &mut |entry, summary| progress.file(entry, summary));
    progress.end();
    // standard output is flushed, unfinished files go
    drop(sinks);
    match ended {
        Ok(summary) => {
            if !args.run.quiet && !outputs.to_stdout() {
                progress::report(&summary, options.record.as_ref());
            }
            Ok(end(&summary, all, interrupted.load(Ordering::SeqCst), options.record.is_some()))
        }
        Err(RunError::Unfinished) => {
            bail!("an earlier run to the same place is unfinished: --resume goes on with it, --overwrite begins anew")
        }
        Err(RunError::Output { error, done }) => {
            let broken_pipe = error.kind() == io::ErrorKind::BrokenPipe;
            if !broken_pipe && options.record.is_some() {
                anstream::eprintln!("kehoach: {done} of {all} files are done. {}", how_to_resume());
            }
            Err(error).context("cannot write the output")
        }
        Err(error) => Err(error.into()),
    }
}

/// The files to read: those listed, those named, and those below the folders named.
fn inputs(args: &Args) -> anyhow::Result<Vec<Input>> {
    let chosen = &args.selection;
    let walk = Walk {
        include: batch::globs(&chosen.include)?,
        exclude: batch::globs(&chosen.exclude)?,
        hidden: chosen.hidden,
        follow: chosen.follow,
        outputs: args.outputs.targets(),
    };
    let mut inputs = match &chosen.files_from {
        Some(file) if file.as_os_str() == "-" => batch::read_list(io::stdin().lock())?,
        Some(file) => {
            let list = File::open(file).with_context(|| file.display().to_string())?;
            batch::read_list(list).with_context(|| file.display().to_string())?
        }
        None => Vec::new(),
    };
    inputs.extend(args.paths.iter().flat_map(|path| walk.find(path)));
    Ok(inputs)
}

/// What a record depends on beside the file: a run resumed with other words here extracts again.
fn made_by(args: &Args) -> String {
    let mut made_by = concat!("kehoach ", env!("CARGO_PKG_VERSION")).to_owned();
    for (given, option) in [(args.no_text, " --no-text"), (args.outputs.pretty, " --pretty")] {
        if given {
            made_by.push_str(option);
        }
    }
    if let Some(encoding) = args.reading.encoding {
        made_by.push_str(" --encoding ");
        made_by.push_str(encoding.name());
    }
    match args.reading.ocr {
        Ocr::Auto => {}
        Ocr::Never => made_by.push_str(" --ocr never"),
        Ocr::Always => made_by.push_str(" --ocr always"),
    }
    made_by
}

/// The first signal ends the run after what is under way, the second at once. Gives whether there was one.
fn on_interrupt(stop: &Arc<AtomicBool>) -> anyhow::Result<Arc<AtomicBool>> {
    let interrupted = Arc::new(AtomicBool::new(false));
    let (stop, noted) = (stop.clone(), interrupted.clone());
    ctrlc::set_handler(move || {
        if noted.swap(true, Ordering::SeqCst) {
            std::process::exit(Exit::Interrupted as i32);
        }
        stop.store(true, Ordering::SeqCst);
        anstream::eprintln!("\nkehoach: finishing what is under way; once more ends at once");
    })?;
    Ok(interrupted)
}

fn end(summary: &Summary, all: usize, interrupted: bool, recorded: bool) -> Exit {
    if !summary.complete {
        let resume = if recorded { how_to_resume() } else { String::new() };
        anstream::eprintln!("kehoach: {} of {all} files are done. {resume}", summary.files);
    }
    match (summary.complete, interrupted, summary.failed) {
        (false, true, _) => Exit::Interrupted,
        (true, _, 0) => Exit::Success,
        _ => Exit::Problems,
    }
}

/// The command that goes on with this run.
fn how_to_resume() -> String {
    let plain = |c: char| c.is_alphanumeric() || "/._-=+:@%~".contains(c);
    let quoted = |arg: String| {
        if arg.chars().all(plain) && !arg.is_empty() { arg } else { format!("'{}'", arg.replace('\'', r"'\''")) }
    };
    let given = std::env::args_os().skip(1).map(|arg| arg.to_string_lossy().into_owned());
    let given = given.filter(|arg| arg != "--resume" && arg != "--overwrite").map(quoted);
    format!("Go on with: kehoach {} --resume", given.collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_have_units() {
        for (text, bytes) in [("500", 500), ("500K", 512_000), ("20MB", 20 << 20), ("1 GiB", 1 << 30), ("3m", 3 << 20)]
        {
            assert_eq!(size(text), Ok(bytes), "{text}");
        }
        assert!(size("").is_err() && size("x").is_err() && size("99999999999999G").is_err());
    }
}
