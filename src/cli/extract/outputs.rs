//! Where records go, as the command line says it, and where the run is recorded.

use std::{
    io,
    path::{Path, PathBuf},
};

use crate::{
    batch::RunFiles,
    output::{Calendar, Csv, Folder, Form, Lines, Parquet, Sink, Workspace, is_stream},
};

#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Outputs: one or several; without any, JSON Lines on standard output")]
pub(super) struct Outputs {
    /// Write one `NAME.EXT.json` a document below this folder, mirroring the input; the run is recorded there, too.
    #[arg(short, long, value_name = "DIR")]
    output: Option<PathBuf>,
    /// JSON Lines, compressed when the name ends in `.zst` or `.gz`.
    #[arg(long, value_name = "FILE")]
    jsonl: Option<PathBuf>,
    /// CSV, a file a kind of fact.
    #[arg(long, value_name = "DIR")]
    csv: Option<PathBuf>,
    /// Parquet, a file a kind of fact.
    #[arg(long, value_name = "DIR")]
    parquet: Option<PathBuf>,
    /// A calendar of the deadlines (iCalendar).
    #[arg(long, value_name = "FILE")]
    ics: Option<PathBuf>,
    /// Begin CSV with a byte-order mark, by which Excel knows UTF-8.
    #[arg(long, requires = "csv")]
    bom: bool,
    /// Indent the JSON of the folder and of standard output.
    #[arg(long)]
    pub(super) pretty: bool,
    /// Record the run here: a line a source file. Default: `run.jsonl` in the folder of `-o`, `--parquet` or `--csv`,
    /// else beside the file written.
    #[arg(long, value_name = "FILE")]
    run_log: Option<PathBuf>,
}

impl Outputs {
    /// Whether records go to standard output.
    pub(super) fn to_stdout(&self) -> bool {
        [&self.output, &self.jsonl, &self.csv, &self.parquet, &self.ics].iter().all(|o| o.is_none())
    }

    /// Files and folders that the run writes, and so does not read.
    pub(super) fn targets(&self) -> Vec<PathBuf> {
        let all = [&self.output, &self.jsonl, &self.csv, &self.parquet, &self.ics, &self.run_log];
        let mut targets: Vec<PathBuf> = all.into_iter().flatten().cloned().collect();
        if let Some(files) = self.record() {
            targets.extend([files.log, files.summary]);
        }
        targets
    }

    /// The files of the run's record, unless all goes to standard output, a device or a pipe.
    pub(super) fn record(&self) -> Option<RunFiles> {
        let in_folder = [&self.output, &self.parquet, &self.csv].into_iter().flatten().map(|dir| dir.join("run.jsonl"));
        // beside `/dev/stdout` is no place for it
        let files = [&self.jsonl, &self.ics].into_iter().flatten().filter(|file| !is_stream(file));
        let beside_file = files.map(|file| with_suffix(file, ".run.jsonl"));
        let log = self.run_log.clone().or_else(|| in_folder.chain(beside_file).next())?;
        let records = match &self.output {
            Some(folder) => Folder::new(folder, if self.pretty { Form::Pretty } else { Form::Compact }),
            None => Folder::new(Workspace::beside(&log).records(), Form::Zstd),
        };
        let summary = summary(&log);
        Some(RunFiles { records, log, summary })
    }

    /// An output that is there already and would be written anew as a whole.
    pub(super) fn existing(&self) -> Option<PathBuf> {
        let in_folder = |folder: &Option<PathBuf>, name: &str| folder.as_ref().map(|f| f.join(name));
        let files = [
            self.jsonl.clone(),
            self.ics.clone(),
            in_folder(&self.csv, "documents.csv"),
            in_folder(&self.parquet, "documents.parquet"),
        ];
        files.into_iter().flatten().find(|file| file.exists() && !is_stream(file))
    }

    /// The sinks that are fed record by record; the folder of records is the run's own.
    pub(super) fn sinks(&self) -> io::Result<Vec<Box<dyn Sink>>> {
        let mut sinks: Vec<Box<dyn Sink>> = Vec::new();
        if let Some(file) = &self.jsonl {
            sinks.push(Box::new(Lines::to_file(file)?));
        }
        if let Some(folder) = &self.csv {
            sinks.push(Box::new(Csv::new(folder, self.bom)?));
        }
        if let Some(folder) = &self.parquet {
            sinks.push(Box::new(Parquet::new(folder)?));
        }
        if let Some(file) = &self.ics {
            sinks.push(Box::new(Calendar::new(file)?));
        }
        if self.to_stdout() {
            sinks.push(Box::new(Lines::to_stdout(self.pretty)));
        }
        Ok(sinks)
    }
}

fn with_suffix(file: &Path, suffix: &str) -> PathBuf {
    let mut name = file.file_name().unwrap_or_default().to_os_string();
    name.push(suffix);
    file.with_file_name(name)
}

/// `out/run.jsonl` and `out/summary.json`, `plans.jsonl.run.jsonl` and `plans.jsonl.summary.json`.
fn summary(log: &Path) -> PathBuf {
    let name = log.file_name().unwrap_or_default().to_string_lossy();
    let prefix = name.strip_suffix("run.jsonl").map(str::to_owned);
    let prefix = prefix.unwrap_or_else(|| format!("{}.", name.strip_suffix(".jsonl").unwrap_or(&name)));
    log.with_file_name(prefix + "summary.json")
}
