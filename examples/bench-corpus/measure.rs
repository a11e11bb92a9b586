//! What a process costs: its CPU time with its children's, its time, its peak memory.

use std::{
    error::Error,
    process::{Command, Stdio},
    time::Instant,
};

use wait4::Wait4;

/// The least of several runs.
pub(crate) struct Cost {
    /// Seconds of CPU, user and system.
    pub(crate) cpu: f64,
    /// Seconds on the clock.
    pub(crate) wall: f64,
    /// The most memory resident, in MB.
    pub(crate) peak: f64,
}

/// Runs a command several times, its output thrown away; it must succeed.
pub(crate) fn cost(runs: usize, command: impl Fn() -> Command) -> Result<Cost, Box<dyn Error>> {
    let mut least = Cost { cpu: f64::MAX, wall: f64::MAX, peak: 0.0 };
    for _ in 0..runs {
        let begun = Instant::now();
        let mut command = command();
        let used = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn()?.wait4()?;
        if !used.status.success() {
            return Err(format!("{command:?}: {}", used.status).into());
        }
        least.wall = least.wall.min(begun.elapsed().as_secs_f64());
        least.cpu = least.cpu.min((used.rusage.utime + used.rusage.stime).as_secs_f64());
        #[allow(clippy::cast_precision_loss)] // megabytes
        let peak = used.rusage.maxrss as f64 / 1e6;
        least.peak = least.peak.max(peak);
    }
    Ok(least)
}
