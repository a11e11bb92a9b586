//! Which files a run reads, in which order, and what they are called in the records.

use std::{
    ffi::OsStr,
    io,
    path::{Component, Path, PathBuf},
};

use globset::{GlobBuilder, GlobSet, GlobSetBuilder};
use walkdir::{DirEntry, WalkDir};

use super::{Failure, ordered::Job};
use crate::ingest::Format;

/// A source of documents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    /// Its path in the records: relative to the folder that was given, with `/` and in Unicode.
    pub name: String,
    /// Where its bytes are.
    pub place: Place,
    /// How many bytes it has, as far as the folder knows.
    pub bytes: u64,
}

/// Where the bytes of an input are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// In a file.
    File(PathBuf),
    /// On standard input.
    Stdin,
    /// In a file that is not read, for a reason.
    Skipped(Failure),
    /// Out of reach, for a reason.
    Unreachable(Failure),
}

impl Job for Input {
    fn weight(&self) -> u64 {
        self.bytes
    }
}

impl Input {
    /// A file that was named itself.
    pub fn file(path: &Path, name: &Path) -> Self {
        let bytes = path.metadata().map_or(0, |m| m.len());
        Self { name: record_name(name), place: Place::File(path.to_owned()), bytes }
    }

    /// Standard input.
    pub fn stdin() -> Self {
        Self { name: "-".to_owned(), place: Place::Stdin, bytes: 0 }
    }

    fn not_read(name: &Path, place: Place) -> Self {
        Self { name: record_name(name), place, bytes: 0 }
    }
}

/// How a folder is walked.
#[derive(Debug, Clone, Default)]
pub struct Walk {
    /// Only files that one of these globs fits; see [`globs`].
    pub include: Option<GlobSet>,
    /// No files and folders that one of these fits.
    pub exclude: Option<GlobSet>,
    /// Take up files and folders whose names begin with a dot.
    pub hidden: bool,
    /// Follow symbolic links.
    pub follow: bool,
    /// Files and folders to leave out: where the run itself writes.
    pub outputs: Vec<PathBuf>,
}

impl Walk {
    /// What a path gives: itself, or the files below it in the order of their names.
    pub fn find(&self, path: &Path) -> Vec<Input> {
        if path == Path::new("-") {
            return vec![Input::stdin()];
        }
        if !path.is_dir() {
            let name = path.file_name().map_or(path, Path::new);
            return vec![Input::file(path, name)];
        }
        let outputs: Vec<PathBuf> = self.outputs.iter().filter_map(|o| o.canonicalize().ok()).collect();
        let entries = WalkDir::new(path).sort_by_file_name().follow_links(self.follow).into_iter();
        let wanted = entries.filter_entry(|entry| entry.depth() == 0 || self.wants(entry, path, &outputs));
        wanted.filter_map(|entry| self.input(entry, path)).collect()
    }

    fn wants(&self, entry: &DirEntry, root: &Path, outputs: &[PathBuf]) -> bool {
        let hidden = entry.file_name().as_encoded_bytes().starts_with(b".");
        let excluded = self.exclude.as_ref().is_some_and(|globs| globs.is_match(below(entry.path(), root)));
        let output = || !outputs.is_empty() && entry.path().canonicalize().is_ok_and(|p| outputs.contains(&p));
        (self.hidden || !hidden) && !excluded && !output()
    }

    fn input(&self, entry: walkdir::Result<DirEntry>, root: &Path) -> Option<Input> {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => return Some(unreachable(&error, root)),
        };
        let name = below(entry.path(), root);
        let kind = entry.file_type();
        if kind.is_dir() || self.include.as_ref().is_some_and(|globs| !globs.is_match(name)) {
            return None;
        }
        let skipped = |code, why: &str| Some(Input::not_read(name, Place::Skipped(Failure::new(code, why))));
        if kind.is_symlink() {
            return skipped("symlink", "a symbolic link");
        }
        if !kind.is_file() {
            return skipped("not-a-file", "neither a file nor a folder");
        }
        if Format::of(entry.path()).is_none() {
            return skipped("unknown-format", "no reader for this kind of file");
        }
        let bytes = entry.metadata().map_or(0, |m| m.len());
        Some(Input { name: record_name(name), place: Place::File(entry.path().to_owned()), bytes })
    }
}

fn unreachable(error: &walkdir::Error, root: &Path) -> Input {
    let name = error.path().map_or(root, |path| below(path, root));
    let failure = match (error.io_error(), error.loop_ancestor()) {
        (_, Some(ancestor)) => {
            let why = format!("a symbolic link back to {}", ancestor.display());
            return Input::not_read(name, Place::Skipped(Failure::new("symlink-loop", why)));
        }
        (Some(error), _) => Failure::io(error),
        _ => Failure::new("io", error.to_string()),
    };
    Input::not_read(name, Place::Unreachable(failure))
}

fn below<'a>(path: &'a Path, root: &Path) -> &'a Path {
    path.strip_prefix(root).ok().filter(|p| !p.as_os_str().is_empty()).unwrap_or(path)
}

/// Globs for a [`Walk`]; none from no patterns. A pattern with a `/` is for the path below the folder that is walked,
/// another for names at any depth.
pub fn globs(patterns: &[String]) -> Result<Option<GlobSet>, globset::Error> {
    if patterns.is_empty() {
        return Ok(None);
    }
    let mut set = GlobSetBuilder::new();
    for pattern in patterns {
        let anywhere = if pattern.contains('/') { String::new() } else { "**/".to_owned() };
        let pattern = anywhere + pattern.trim_start_matches('/');
        set.add(GlobBuilder::new(&pattern).literal_separator(true).build()?);
    }
    set.build().map(Some)
}

/// The files that a list names, one a line or ended by NUL as `find -print0` does. They are called as they are listed,
/// without what leads out of a folder.
pub fn listed(list: &[u8]) -> Vec<Input> {
    let end = if list.contains(&0) { 0 } else { b'\n' };
    let lines = list.split(|&b| b == end).map(|line| line.strip_suffix(b"\r").unwrap_or(line));
    let files = lines.filter(|line| !line.is_empty()).map(path_of);
    files.map(|path| Input::file(&path, &path)).collect()
}

/// A path of bytes, as the system has it.
fn path_of(bytes: &[u8]) -> PathBuf {
    #[cfg(unix)]
    let path = PathBuf::from(<OsStr as std::os::unix::ffi::OsStrExt>::from_bytes(bytes));
    #[cfg(not(unix))]
    let path = PathBuf::from(String::from_utf8_lossy(bytes).into_owned());
    path
}

/// What a path is called in a record. A byte that is no Unicode is written `%FF`, so that two names stay two.
fn record_name(path: &Path) -> String {
    let parts = path.components().filter_map(|c| match c {
        Component::Normal(part) => Some(unicode(part)),
        _ => None,
    });
    let name = parts.collect::<Vec<_>>().join("/");
    if name.is_empty() { path.to_string_lossy().into_owned() } else { name }
}

fn unicode(name: &OsStr) -> String {
    let mut text = String::new();
    for chunk in name.as_encoded_bytes().utf8_chunks() {
        text.push_str(chunk.valid());
        text.extend(chunk.invalid().iter().map(|byte| format!("%{byte:02X}")));
    }
    text
}

/// Reads a list of files; see [`listed`].
pub fn read_list(mut from: impl io::Read) -> io::Result<Vec<Input>> {
    let mut list = Vec::new();
    from.read_to_end(&mut list)?;
    Ok(listed(&list))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn names(inputs: &[Input]) -> Vec<&str> {
        inputs.iter().map(|i| i.name.as_str()).collect()
    }

    fn tree() -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a temporary folder");
        for file in ["b.txt", "a/plan.md", "a/draft/plan.txt", ".hidden/plan.txt", ".plan.txt", "c.xyz"] {
            let path = folder.path().join(file);
            fs::create_dir_all(path.parent().expect("a folder")).expect("writable");
            fs::write(path, "x").expect("writable");
        }
        folder
    }

    #[test]
    fn a_walk_goes_by_name_and_leaves_out_what_is_hidden() {
        let folder = tree();
        let found = Walk::default().find(folder.path());
        assert_eq!(names(&found), ["a/draft/plan.txt", "a/plan.md", "b.txt", "c.xyz"]);
        assert!(matches!(&found[3].place, Place::Skipped(why) if why.code == "unknown-format"));
        let walk = Walk { hidden: true, ..Walk::default() };
        assert_eq!(walk.find(folder.path()).len(), 6);
    }

    #[test]
    fn globs_choose() {
        let folder = tree();
        let set = |patterns: &[&str]| globs(&patterns.iter().map(|&p| p.to_owned()).collect::<Vec<_>>());
        let found = |walk: Walk| names(&walk.find(folder.path())).join(" ");
        let include = |p| Walk { include: set(p).expect("a pattern"), ..Walk::default() };
        let exclude = |p| Walk { exclude: set(p).expect("a pattern"), ..Walk::default() };
        assert_eq!(found(include(&["*.txt"])), "a/draft/plan.txt b.txt");
        assert_eq!(found(include(&["a/*"])), "a/plan.md");
        assert_eq!(found(include(&["a/**", "*.xyz"])), "a/draft/plan.txt a/plan.md c.xyz");
        assert_eq!(found(exclude(&["draft", "*.xyz"])), "a/plan.md b.txt");
        assert_eq!(found(exclude(&["a/draft/*", "c.*"])), "a/plan.md b.txt");
        assert!(set(&["a["]).is_err());
    }

    #[test]
    fn where_the_run_writes_is_not_read() {
        let folder = tree();
        let walk = Walk { outputs: vec![folder.path().join("a")], ..Walk::default() };
        assert_eq!(names(&walk.find(folder.path())), ["b.txt", "c.xyz"]);
    }

    #[cfg(unix)]
    #[test]
    fn links_are_followed_on_request_and_loops_end() {
        let folder = tree();
        let link = |to: &str, name: &str| {
            std::os::unix::fs::symlink(folder.path().join(to), folder.path().join(name)).expect("a link");
        };
        link("a", "a/draft/loop");
        link("b.txt", "z.txt");
        let found = Walk::default().find(folder.path());
        let code = |found: &[Input], name: &str| {
            found.iter().find(|i| i.name == name).and_then(|i| match &i.place {
                Place::Skipped(why) => Some(why.code.clone()),
                _ => None,
            })
        };
        assert_eq!(code(&found, "z.txt").as_deref(), Some("symlink"));
        let followed = Walk { follow: true, ..Walk::default() }.find(folder.path());
        assert_eq!(code(&followed, "a/draft/loop").as_deref(), Some("symlink-loop"));
        assert!(followed.iter().any(|i| i.name == "z.txt" && matches!(i.place, Place::File(_))));
    }

    #[test]
    fn a_list_has_lines_or_nuls() {
        assert_eq!(names(&listed(b"a/b.txt\r\n\n./c d.txt\n/e/f.txt")), ["a/b.txt", "c d.txt", "e/f.txt"]);
        assert_eq!(names(&listed(b"a\nb.txt\0c.txt\0")), ["a\nb.txt", "c.txt"]);
    }

    #[cfg(unix)]
    #[test]
    fn names_that_are_no_unicode_stay_two() {
        assert_eq!(names(&listed(b"k\xe1.txt\nk\xe2.txt")), ["k%E1.txt", "k%E2.txt"]);
    }
}
