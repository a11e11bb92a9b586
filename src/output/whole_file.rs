//! A file that bears its final name only when it is whole.

use std::{
    ffi::OsString,
    fs::{self, File, OpenOptions},
    io::{self, BufWriter, Write},
    path::{Path, PathBuf},
};

/// Written as `NAME.part`; [`finish`](WholeFile::finish) flushes it to the disk and gives it its name. Dropped before
/// that, it is gone. What is no file, a device or a pipe, is written to as it stands.
#[derive(Debug)]
pub struct WholeFile {
    target: PathBuf,
    /// None for a device or a pipe: a rename would put a file in its place.
    part: Option<PathBuf>,
    out: Option<BufWriter<File>>,
}

impl WholeFile {
    /// Begins a file, and the folder for it when there is none.
    pub fn create(target: impl Into<PathBuf>) -> io::Result<Self> {
        let target = target.into();
        if is_stream(&target) {
            let file = OpenOptions::new().write(true).open(&target).map_err(|e| at(&target, &e))?;
            return Ok(Self { target, part: None, out: Some(BufWriter::with_capacity(1 << 16, file)) });
        }
        if let Some(folder) = target.parent().filter(|f| !f.as_os_str().is_empty()) {
            fs::create_dir_all(folder).map_err(|e| at(folder, &e))?;
        }
        let part = beside(&target, ".part");
        let file = File::create(&part).map_err(|e| at(&part, &e))?;
        Ok(Self { target, part: Some(part), out: Some(BufWriter::with_capacity(1 << 16, file)) })
    }

    /// Flushes the file to the disk and gives it its final name.
    pub fn finish(&mut self) -> io::Result<()> {
        let Some(mut out) = self.out.take() else { return Ok(()) };
        let Some(part) = &self.part else { return out.flush().map_err(|e| at(&self.target, &e)) };
        let named = out.flush().and_then(|()| out.get_ref().sync_all()).and_then(|()| rename(part, &self.target));
        if named.is_err() {
            // what is half-written helps nobody; the first error is the one to tell
            let _ = fs::remove_file(part);
        }
        named.map_err(|e| at(&self.target, &e))
    }
}

impl Write for WholeFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let Some(out) = &mut self.out else { return Err(io::ErrorKind::BrokenPipe.into()) };
        out.write(bytes).map_err(|e| at(&self.target, &e))
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.as_mut().map_or(Ok(()), |out| out.flush().map_err(|e| at(&self.target, &e)))
    }
}

impl Drop for WholeFile {
    fn drop(&mut self) {
        if let Some(out) = self.out.take() {
            // the buffer need not go out any more
            let _ = out.into_parts();
            if let Some(part) = &self.part {
                let _ = fs::remove_file(part);
            }
        }
    }
}

/// A device or a pipe, which is there before anything is written: `/dev/null`, `/dev/stdout`.
pub fn is_stream(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|there| !there.is_file() && !there.is_dir())
}

/// `a/b.csv` and `.part` give `a/b.csv.part`.
pub(super) fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.file_name().map_or_else(OsString::new, OsString::from);
    name.push(suffix);
    path.with_file_name(name)
}

/// Renames a file that is flushed, and flushes the folder that now lists it.
pub(super) fn rename(from: &Path, to: &Path) -> io::Result<()> {
    fs::rename(from, to)?;
    sync_folder(to.parent().unwrap_or(Path::new("")))
}

/// Flushes a folder's list of names to the disk, where the system has such a thing.
fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(not(unix)) {
        return Ok(());
    }
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    match File::open(folder).and_then(|f| f.sync_all()) {
        // some file systems have no such call
        Err(e) if matches!(e.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported) => Ok(()),
        result => result,
    }
}

/// The same kind of error, with the file's name before its words.
pub(super) fn at(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_comes_with_the_last_byte() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let target = folder.path().join("a/plans.csv");
        let mut file = WholeFile::create(&target).expect("a file");
        file.write_all(b"one").expect("written");
        assert!(!target.exists());
        file.finish().expect("named");
        assert_eq!(fs::read(&target).expect("there"), b"one");
        let names: Vec<_> = fs::read_dir(folder.path().join("a")).expect("a folder").collect();
        assert_eq!(names.len(), 1);
    }

    #[test]
    fn dropped_before_its_end_it_is_gone_and_an_older_one_stays() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let target = folder.path().join("plans.csv");
        fs::write(&target, "older").expect("written");
        let mut file = WholeFile::create(&target).expect("a file");
        file.write_all(b"half").expect("written");
        drop(file);
        assert_eq!(fs::read(&target).expect("there"), b"older");
        assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn a_device_stays_one() {
        use std::os::unix::fs::FileTypeExt;
        let is_device = || fs::metadata("/dev/null").expect("there").file_type().is_char_device();
        // by a link: what would put a file in the device's place puts it in the link's
        let link = tempfile::tempdir().expect("a temporary folder");
        let link = link.path().join("plans.jsonl");
        std::os::unix::fs::symlink("/dev/null", &link).expect("a link");
        let mut file = WholeFile::create(&link).expect("opened");
        file.write_all(b"one").expect("written");
        file.finish().expect("flushed");
        assert!(is_stream(&link) && is_device());
    }
}
