//! Processes as the system knows them: groups, signals, how they end.

#[cfg(not(unix))]
pub(super) use plain::*;
#[cfg(unix)]
pub(super) use posix::*;

#[cfg(unix)]
mod posix {
    use std::{
        io,
        os::unix::process::{CommandExt, ExitStatusExt},
        process::{Child, Command, ExitStatus},
        time::Duration,
    };

    use rustix::process::{Pid, Signal, WaitId, WaitIdOptions, kill_process_group, test_kill_process_group, waitid};

    fn pid(child: &Child) -> Pid {
        Pid::from_child(child)
    }

    /// A child at the head of a process group of its own.
    pub(in super::super) fn spawn(command: &mut Command) -> io::Result<Child> {
        command.process_group(0).spawn()
    }

    /// The child has ended but is not reaped, so that its group's number is still its own.
    pub(in super::super) fn is_done(child: &mut Child) -> io::Result<bool> {
        let how = WaitIdOptions::EXITED | WaitIdOptions::NOHANG | WaitIdOptions::NOWAIT;
        Ok(waitid(WaitId::Pid(pid(child)), how)?.is_some())
    }

    pub(in super::super) fn end_group(child: &mut Child) {
        let _ = kill_process_group(pid(child), Signal::KILL);
    }

    /// Until the last of the group is gone, so that nobody writes into a folder that is being removed.
    pub(in super::super) fn wait_for_group(child: &Child) {
        for _ in 0..50 {
            if test_kill_process_group(pid(child)).is_err() {
                return;
            }
            std::thread::sleep(Duration::from_millis(4));
        }
    }

    pub(in super::super) fn wrote_too_much(status: ExitStatus) -> bool {
        status.signal() == Some(Signal::XFSZ.as_raw())
    }

    /// The system first asks, then ends.
    pub(in super::super) fn worked_too_long(status: ExitStatus) -> bool {
        [Signal::XCPU, Signal::KILL].iter().any(|s| status.signal() == Some(s.as_raw()))
    }
}

#[cfg(not(unix))]
mod plain {
    use std::{
        io,
        process::{Child, Command, ExitStatus},
    };

    pub(in super::super) fn spawn(command: &mut Command) -> io::Result<Child> {
        command.spawn()
    }

    pub(in super::super) fn is_done(child: &mut Child) -> io::Result<bool> {
        Ok(child.try_wait()?.is_some())
    }

    pub(in super::super) fn end_group(child: &mut Child) {
        let _ = child.kill();
    }

    pub(in super::super) fn wait_for_group(_: &Child) {}

    pub(in super::super) fn wrote_too_much(_: ExitStatus) -> bool {
        false
    }

    pub(in super::super) fn worked_too_long(_: ExitStatus) -> bool {
        false
    }
}
