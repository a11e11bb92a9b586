//! How a run is going, on standard error: a bar on a terminal, now and then a line elsewhere, and a closing summary.

use std::{
    collections::BTreeMap,
    io::{IsTerminal, stderr},
    time::{Duration, Instant},
};

use indicatif::{HumanBytes, HumanCount, HumanDuration, ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::{
    batch::{Input, RunFiles},
    output::{Entry, Outcome, Reason, Summary},
};

/// How often a line comes where there is no terminal.
const LINES: Duration = Duration::from_secs(10);

pub(super) struct Progress {
    bar: ProgressBar,
    quiet: bool,
    lines: bool,
    files: usize,
    bytes: u64,
    begun: Instant,
    last_line: Instant,
}

impl Progress {
    /// `mixed`: records are shown on the terminal, where a bar would be among them.
    pub(super) fn new(inputs: &[Input], quiet: bool, mixed: bool) -> Self {
        let terminal = stderr().is_terminal();
        let files = inputs.len();
        let shown = !quiet && !mixed && files > 1;
        let target = if shown && terminal { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
        let bar = ProgressBar::with_draw_target(Some(files as u64), target);
        let style = ProgressStyle::with_template("{wide_bar} {human_pos}/{human_len} files, {msg}, {eta} left");
        bar.set_style(style.expect("a template that indicatif knows"));
        let begun = Instant::now();
        let bytes = inputs.iter().map(|input| input.bytes).sum();
        Self { bar, quiet, lines: shown && !terminal, files, bytes, begun, last_line: begun }
    }

    /// One more file is done.
    pub(super) fn file(&mut self, entry: &Entry, so_far: &Summary) {
        if entry.outcome == Outcome::Failed && !self.quiet {
            let message = entry.message.as_deref().unwrap_or_default();
            self.bar.suspend(|| anstream::eprintln!("kehoach: {}: {message}", entry.path));
        }
        self.bar.set_position(so_far.files as u64);
        if !self.bar.is_hidden() {
            self.bar.set_message(self.state(so_far));
        }
        if self.lines && self.last_line.elapsed() >= LINES {
            self.last_line = Instant::now();
            let left = HumanDuration(self.left(so_far.files));
            let (done, all) = (HumanCount(so_far.files as u64), HumanCount(self.files as u64));
            anstream::eprintln!("kehoach: {done}/{all} files, {}, {left} left", self.state(so_far));
        }
    }

    /// About how long the rest will take.
    fn left(&self, done: usize) -> Duration {
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        self.begun.elapsed() / count(done).max(1) * count(self.files - done)
    }

    /// Bytes, rate and failures.
    fn state(&self, so_far: &Summary) -> String {
        let rate = so_far.files as u128 * 1000 / self.begun.elapsed().as_millis().max(1);
        let (bytes, all) = (HumanBytes(so_far.bytes), HumanBytes(self.bytes));
        format!("{bytes}/{all}, {rate} files/s, {} failed", so_far.failed)
    }

    pub(super) fn end(&self) {
        self.bar.finish_and_clear();
    }
}

/// Says what a run did, and what failed and why.
pub(super) fn report(summary: &Summary, record: Option<&RunFiles>) {
    let count = |n: usize| HumanCount(n as u64);
    let done = if summary.complete { "files" } else { "files so far" };
    anstream::eprintln!(
        "kehoach: {} {done} ({}) in {:.1} s: {} records, {} skipped, {} failed",
        count(summary.files),
        HumanBytes(summary.bytes),
        summary.seconds,
        count(summary.counts.documents),
        count(summary.skipped),
        count(summary.failed),
    );
    if summary.resumed > 0 {
        anstream::eprintln!("  {} were done in an earlier run", count(summary.resumed));
    }
    reasons("failed", &summary.failures);
    reasons("skipped", &summary.skips);
    if let Some(record) = record.filter(|_| summary.complete) {
        anstream::eprintln!("  each file: {}", record.log.display());
    }
}

fn reasons(outcome: &str, reasons: &BTreeMap<String, Reason>) {
    for (code, Reason { files, examples }) in reasons {
        let first = examples.first().map(String::as_str).unwrap_or_default();
        let more = if *files > 1 { " …" } else { "" };
        anstream::eprintln!("  {outcome}: {} {code} ({first}){more}", HumanCount(*files as u64));
    }
}
