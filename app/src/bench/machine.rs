//! What a figure was measured on.

use std::fs;

/// Processor, cores, memory, in one line.
pub(crate) fn describe() -> String {
    let cpu = field("/proc/cpuinfo", "model name").unwrap_or_else(|| "processeur inconnu".to_owned());
    let memory: u64 = field("/proc/meminfo", "MemTotal").and_then(|it| it.split(' ').next()?.parse().ok()).unwrap_or(0);
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    format!("{cpu}, {cores} cœurs, {:.0} Gio", memory as f64 / 1024.0 / 1024.0)
}

/// The value of a line « name : value » of a file of /proc.
pub(crate) fn field(path: &str, name: &str) -> Option<String> {
    let text = fs::read_to_string(path).ok()?;
    let line = text.lines().find(|line| line.starts_with(name))?;
    Some(line.split_once(':')?.1.trim().to_owned())
}
