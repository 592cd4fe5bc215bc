//! Reading a delivery without doing anything with it, on as many threads as the import.

use aaf::{Delivery, Limits};
use clap::Args;
use db::{Error, Result};
use std::{
    ops::ControlFlow,
    path::PathBuf,
    sync::atomic::{AtomicUsize, Ordering},
    thread,
};

/// Threads of the import (services/directory/src/import/read.rs).
const THREADS: usize = 2;

/// What to read.
#[derive(Debug, Args)]
pub struct Options {
    /// Dossier des livraisons.
    path: PathBuf,
}

/// Reads every delivery of a path.
///
/// # Errors
/// A fault when one is refused.
pub fn run(options: &Options) -> Result<()> {
    let refused = |refusal: aaf::Refusal| Error::fault(refusal.to_string());
    for delivery in aaf::deliveries(&options.path, &Limits::default()).map_err(refused)? {
        delivery.header().map_err(refused)?;
        read(&delivery).map_err(refused)?;
    }
    Ok(())
}

fn read(delivery: &Delivery) -> std::result::Result<(), aaf::Refusal> {
    let next = AtomicUsize::new(0);
    let read_some = || {
        while let Some(member) = delivery.members.get(next.fetch_add(1, Ordering::Relaxed)) {
            delivery.read_member(member, &mut |_| ControlFlow::Continue(()))?;
        }
        Ok(())
    };
    thread::scope(|scope| {
        let threads: Vec<_> = (0..THREADS).map(|_| scope.spawn(read_some)).collect();
        threads.into_iter().try_for_each(|thread| thread.join().unwrap_or(Ok(())))
    })
}
