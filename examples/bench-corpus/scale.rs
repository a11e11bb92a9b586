//! One long run: memory, rate and open files of the program at the start, in the middle and at the end.

use std::{
    error::Error,
    fs,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

/// What is seen of the run at one moment.
struct Moment {
    seconds: f64,
    /// Lines of the journal: files that are done.
    done: usize,
    resident: f64,
    open_files: usize,
}

/// Runs `kehoach extract FOLDER -o FOLDER-out` and prints what was seen; `/proc` tells.
pub(crate) fn run(kehoach: &Path, folder: &Path, files: usize) -> Result<(), Box<dyn Error>> {
    let out = PathBuf::from(format!("{}-out", folder.display()));
    if out.exists() {
        return Err(format!("{} is there already", out.display()).into());
    }
    let mut command = Command::new(kehoach);
    command.args(["extract", "-q", "--keep-duplicates", "-o"]).arg(&out).arg(folder).stdout(Stdio::null());
    let mut child = command.spawn()?;
    let moments = watch(&mut child, &out)?;
    let status = child.wait()?;
    println!("| | s | files done | files a second | resident MB | open files |\n|---|---|---|---|---|---|");
    let mut before: Option<&Moment> = None;
    for (name, part) in [("start", 5), ("middle", 50), ("end", 95)] {
        let at = moments.iter().find(|m| m.done * 100 >= files * part).ok_or("the run was too short to watch")?;
        let (done, seconds) = before.map_or((0, 0.0), |m| (m.done, m.seconds));
        #[allow(clippy::cast_precision_loss)] // files a second
        let rate = (at.done - done) as f64 / (at.seconds - seconds).max(0.001);
        println!("| {name} | {:.0} | {} | {rate:.0} | {:.0} | {} |", at.seconds, at.done, at.resident, at.open_files);
        before = Some(at);
    }
    let records = fs::read_to_string(out.join("summary.json"))?;
    println!("\n{status}\n{records}");
    Ok(())
}

fn watch(child: &mut Child, out: &Path) -> Result<Vec<Moment>, Box<dyn Error>> {
    let begun = Instant::now();
    let process = PathBuf::from(format!("/proc/{}", child.id()));
    let mut journal = Journal { path: out.join(".run.jsonl.unfinished/journal.jsonl"), read: 0, lines: 0 };
    let mut moments = Vec::new();
    while child.try_wait()?.is_none() {
        thread::sleep(Duration::from_millis(200));
        let Ok(status) = fs::read_to_string(process.join("status")) else { break };
        let resident = status.lines().find_map(|line| line.strip_prefix("VmRSS:")?.trim().strip_suffix(" kB"));
        let open_files = fs::read_dir(process.join("fd")).map_or(0, Iterator::count);
        let resident = resident.and_then(|kb| kb.parse().ok()).unwrap_or(0.0) / 1e3;
        moments.push(Moment { seconds: begun.elapsed().as_secs_f64(), done: journal.lines(), resident, open_files });
    }
    Ok(moments)
}

/// A file that grows, read on from where it was read to.
struct Journal {
    path: PathBuf,
    read: u64,
    lines: usize,
}

impl Journal {
    fn lines(&mut self) -> usize {
        use std::io::{Read, Seek, SeekFrom};
        let mut more = Vec::new();
        if let Ok(mut file) = fs::File::open(&self.path)
            && file.seek(SeekFrom::Start(self.read)).is_ok()
            && file.read_to_end(&mut more).is_ok()
        {
            self.read += more.len() as u64;
            self.lines += memchr::memchr_iter(b'\n', &more).count();
        }
        self.lines
    }
}
