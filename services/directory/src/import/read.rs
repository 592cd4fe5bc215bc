//! Reading a delivery on a thread of its own, batch by batch, while the batches before are staged.

use super::batch::Batch;
use aaf::{Delivery, Item, Modification, Refusal, Request, Summary};
use db::{Ambient, Error, Result, Tx};
use std::ops::ControlFlow;
use tokio::sync::mpsc::{Receiver, Sender, channel};

/// Records a batch: large enough for COPY, small enough for memory.
const BATCH: usize = 4_000;
/// Batches waiting at most: with those being filled and staged, a few tens of megabytes at any size of delivery.
const WAITING: usize = 2;

/// What the reading thread hands over.
pub(super) enum Read {
    Batch(Box<Batch>),
    /// Changes of records known already; only a delta has them.
    Modifications(Vec<Modification>),
    /// Bytes read so far.
    Progress(u64),
    Done(std::result::Result<Summary, Refusal>),
}

struct Reader<'a> {
    template: &'a dyn Fn() -> Batch,
    batch: Batch,
    modifications: Vec<Modification>,
    ambient: Ambient,
    seq: i64,
    to: Sender<Read>,
}

/// Starts reading; the receiver ends after `Done`.
pub(super) fn start(delivery: Delivery, tx: &Tx) -> Result<Receiver<Read>> {
    let (to, from) = channel(WAITING);
    let engine = Batch::new(tx);
    let ambient = tx.ambient().clone();
    std::thread::Builder::new().name("aaf".to_owned()).spawn(move || {
        let template = || engine.fresh();
        let mut reader =
            Reader { template: &template, batch: template(), modifications: Vec::new(), ambient, seq: 0, to };
        let outcome = delivery.read(&mut |item| reader.take(item));
        let _ = reader.flush();
        // When nobody listens any more the import has already failed.
        let _ = reader.to.blocking_send(Read::Done(outcome));
    })?;
    Ok(from)
}

impl Reader<'_> {
    fn take(&mut self, item: Item) -> ControlFlow<()> {
        match item {
            Item::Finding(finding) => self.batch.add_finding(&finding),
            Item::Progress { bytes } => return self.send(Read::Progress(bytes)),
            Item::Request(Request::Add(record)) => {
                self.seq += 1;
                self.batch.add(&record, self.seq, &self.ambient);
            }
            Item::Request(Request::Delete { entity, id }) => self.batch.add_departure(entity, id),
            Item::Request(Request::Modify(modification)) => self.modifications.push(modification),
        }
        if self.batch.records >= BATCH || self.modifications.len() >= BATCH { self.flush() } else { ControlFlow::Continue(()) }
    }

    fn flush(&mut self) -> ControlFlow<()> {
        let full = std::mem::replace(&mut self.batch, (self.template)());
        self.send(Read::Batch(Box::new(full)))?;
        let modifications = std::mem::take(&mut self.modifications);
        if modifications.is_empty() { ControlFlow::Continue(()) } else { self.send(Read::Modifications(modifications)) }
    }

    fn send(&self, read: Read) -> ControlFlow<()> {
        match self.to.blocking_send(read) {
            Ok(()) => ControlFlow::Continue(()),
            Err(_) => ControlFlow::Break(()),
        }
    }
}

/// A refusal as an error of the import.
pub(super) fn refused(refusal: Refusal) -> Error {
    Error::invalid("delivery", refusal.to_string())
}
