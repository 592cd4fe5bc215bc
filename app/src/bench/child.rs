//! A process measured from outside: how long it lived, how much memory it took at most, how much processor it used.

use super::machine::field;
use db::{Error, Result};
use std::{
    fs,
    path::PathBuf,
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

/// How often the memory of a child is looked at; the kernel keeps the peak, so the last look is enough.
const LOOK_EVERY: Duration = Duration::from_millis(10);
/// Clock ticks of /proc/PID/stat, a second: the same on every Linux.
const TICKS: f64 = 100.0;

/// What a process took.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Taken {
    pub(crate) seconds: f64,
    pub(crate) peak_mib: f64,
}

/// This program, to be started again.
pub(crate) fn ourselves() -> Result<Command> {
    let mut command = Command::new(std::env::current_exe()?);
    command.env("PREAU_LOG", "warn");
    Ok(command)
}

/// Runs a command to its end and measures it.
///
/// # Errors
/// A fault when it cannot be started, or fails.
pub(crate) fn measure(mut command: Command) -> Result<Taken> {
    let begun = Instant::now();
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .spawn()
        .map_err(|error| Error::fault(format!("{}: {error}", PathBuf::from(command.get_program()).display())))?;
    let mut peak = 0.0_f64;
    let status = loop {
        peak = peak.max(peak_mib(child.id()));
        if let Some(status) = child.try_wait()? {
            break status;
        }
        thread::sleep(LOOK_EVERY);
    };
    if !status.success() {
        return Err(Error::fault(format!("{command:?} failed")));
    }
    Ok(Taken { seconds: begun.elapsed().as_secs_f64(), peak_mib: peak })
}

fn peak_mib(pid: u32) -> f64 {
    let line = field(&format!("/proc/{pid}/status"), "VmHWM");
    line.and_then(|it| it.split(' ').next()?.parse::<f64>().ok()).unwrap_or(0.0) / 1024.0
}

/// Processor seconds used so far by some processes, their threads included.
pub(crate) fn cpu_seconds(pids: &[u32]) -> f64 {
    pids.iter().filter_map(|pid| ticks(*pid)).sum::<f64>() / TICKS
}

fn ticks(pid: u32) -> Option<f64> {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    // The name of the program stands in parentheses and may hold spaces.
    let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
    Some(fields.get(11)?.parse::<f64>().ok()? + fields.get(12)?.parse::<f64>().ok()?)
}

/// The processes of this name: those of a database server beside us.
pub(crate) fn named(name: &str) -> Vec<u32> {
    let entries = fs::read_dir("/proc").into_iter().flatten().flatten();
    let pids = entries.filter_map(|entry| entry.file_name().to_str()?.parse().ok());
    pids.filter(|pid| fs::read_to_string(format!("/proc/{pid}/comm")).is_ok_and(|it| it.trim() == name)).collect()
}

/// A server of ours, stopped when dropped.
#[derive(Debug)]
pub(crate) struct Server(Child);

impl Server {
    pub(crate) fn start(mut command: Command) -> Result<Self> {
        Ok(Self(command.stdin(Stdio::null()).stdout(Stdio::null()).spawn()?))
    }

    pub(crate) fn pid(&self) -> u32 {
        self.0.id()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself; nothing is left to do then.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
