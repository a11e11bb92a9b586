//! The review report in a real browser: what a reviewer does with it, and that it stays on the machine and is fast.

mod batch;
mod chromium;
mod document;
mod look;
mod page;
mod pictures;

use std::{
    fs,
    path::{Path, PathBuf},
};

use kehoach::{
    model::Plan,
    output::report::{Failure, Language, Site},
    pipeline::Pipeline,
};
use tempfile::TempDir;

/// The texts of the composed plans by their names, in order.
fn composed() -> Vec<(String, String)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("corpus/plans");
    let entries = fs::read_dir(folder).expect("composed plans").map(|e| e.expect("an entry").path());
    let mut paths: Vec<PathBuf> = entries.filter(|p| p.extension().is_some_and(|e| e == "txt" || e == "md")).collect();
    paths.sort();
    let name = |p: &Path| p.file_name().expect("a name").to_string_lossy().into_owned();
    paths.iter().map(|p| (name(p), fs::read_to_string(p).expect("a plan"))).collect()
}

fn record(name: &str, text: &str) -> Plan {
    Pipeline::default().extract(text.as_bytes(), name.as_ref()).unwrap_or_else(|e| panic!("{name}: {e}"))
}

/// A site in a temporary folder.
struct Report {
    folder: TempDir,
}

impl Report {
    fn of(plans: impl IntoIterator<Item = Plan>, failures: impl IntoIterator<Item = Failure>) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let mut site = Site::new(folder.path(), Language::Vi).expect("a site");
        for plan in plans {
            site.add(&plan).expect("a page");
        }
        for failure in failures {
            site.failed(failure);
        }
        site.finish().expect("the page of the batch");
        Self { folder }
    }

    /// Of the composed plans.
    fn of_composed() -> Self {
        Self::of(composed().iter().map(|(name, text)| record(name, text)), [])
    }

    fn batch(&self) -> PathBuf {
        self.folder.path().join("index.html")
    }

    /// The page of the document at a place of the batch, counted from 0.
    fn document(&self, n: usize) -> PathBuf {
        let entries = fs::read_dir(self.folder.path().join("documents")).expect("pages");
        let mut pages: Vec<PathBuf> = entries.map(|e| e.expect("an entry").path()).collect();
        pages.sort();
        pages.swap_remove(n)
    }
}
