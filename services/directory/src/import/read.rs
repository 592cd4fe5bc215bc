//! Reading the members of a delivery on two threads, batch by batch, while the batches before are written.

use super::{
    batch::Batch,
    sorter::{Gathered, Shared, Sorter},
};
use aaf::{Delivery, Entity, Item, Member, Modification, Record, Refusal, Request, School};
use db::{Error, Result};
use school::PersonKind;
use std::{
    collections::{HashMap, HashSet},
    ops::ControlFlow,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};
use tokio::sync::mpsc::{Receiver, Sender, channel};

/// Rows a batch: large enough for COPY, small enough for memory.
const BATCH: usize = 8_000;
/// Batches waiting at most: with those being filled and written, some tens of megabytes at any size of delivery.
const WAITING: usize = 2;
const THREADS: usize = 2;

/// What a reading thread hands over.
pub(super) enum Read {
    Batch(Box<Batch>),
    /// Changes of records known already or added before, each with its rank; only a delta has them.
    Modifications(Vec<(i64, Modification)>),
    /// Bytes read since the last time.
    Progress(u64),
    Done(Box<Gathered>),
    Refused(Refusal),
}

struct Reader<'a> {
    sorter: Sorter<'a>,
    empty: Arc<Batch>,
    batch: Batch,
    modifications: Vec<(i64, Modification)>,
    /// Rank of the last request among all those of the delivery.
    seq: i64,
    read_before: u64,
    to: Sender<Read>,
}

/// Starts reading the members of an entity; the receiver hears `Done` or `Refused` once per thread, then ends.
pub(super) fn start(
    delivery: &Arc<Delivery>,
    entity: Entity,
    shared: &Arc<Shared>,
    empty: &Arc<Batch>,
) -> Result<Receiver<Read>> {
    let (to, from) = channel(WAITING);
    let next = Arc::new(AtomicUsize::new(0));
    for _ in 0..THREADS {
        let (delivery, shared, empty) = (Arc::clone(delivery), Arc::clone(shared), Arc::clone(empty));
        let (next, to) = (Arc::clone(&next), to.clone());
        std::thread::Builder::new().name("aaf".to_owned()).spawn(move || {
            let sorter = Sorter { shared: &shared, gathered: Gathered::default(), of_changes: false };
            let batch = empty.fresh();
            let reader = Reader { sorter, empty, batch, modifications: Vec::new(), seq: 0, read_before: 0, to };
            reader.run(&delivery, entity, &next);
        })?;
    }
    Ok(from)
}

impl Reader<'_> {
    /// Takes one member after the other until none is left.
    fn run(mut self, delivery: &Delivery, entity: Entity, next: &AtomicUsize) {
        let members: Vec<(usize, &Member)> = members_of(delivery, entity).collect();
        while let Some((rank, member)) = members.get(next.fetch_add(1, Ordering::Relaxed)) {
            self.seq = before_first(*rank);
            self.read_before = 0;
            match delivery.read_member(member, &mut |item| self.take(item)) {
                Ok(true) => {}
                // When nobody listens any more the import has already failed.
                Ok(false) => return,
                Err(refusal) => return drop(self.to.blocking_send(Read::Refused(refusal))),
            }
        }
        if self.flush().is_continue() {
            drop(self.to.blocking_send(Read::Done(Box::new(self.sorter.gathered))));
        }
    }

    fn take(&mut self, item: Item) -> ControlFlow<()> {
        match item {
            Item::Finding(finding) => self.batch.add_finding(&finding),
            Item::Progress { bytes } => {
                let read = bytes - std::mem::replace(&mut self.read_before, bytes);
                return self.send(Read::Progress(read));
            }
            Item::Request(request) => {
                self.seq += 1;
                self.take_request(request);
            }
        }
        if self.batch.len() >= BATCH || self.modifications.len() >= BATCH {
            self.flush()
        } else {
            ControlFlow::Continue(())
        }
    }

    fn take_request(&mut self, request: Request) {
        match request {
            Request::Add(record) => self.sorter.sort(&record, self.seq, &mut self.batch),
            Request::Delete { entity, id } => {
                if let Some(kind) = kind_of(entity) {
                    self.batch.add_departure(kind, id, self.seq);
                }
            }
            Request::Modify(modification) => self.modifications.push((self.seq, modification)),
        }
    }

    fn flush(&mut self) -> ControlFlow<()> {
        let full = std::mem::replace(&mut self.batch, self.empty.fresh());
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

/// The members of an entity, each with its rank in the delivery.
fn members_of(delivery: &Delivery, entity: Entity) -> impl Iterator<Item = (usize, &Member)> {
    delivery.members.iter().enumerate().filter(move |(_, member)| member.entity == entity)
}

/// The rank before that of the first request of a member: those of a later member come after those of an earlier one,
/// whichever thread reads it.
fn before_first(rank: usize) -> i64 {
    i64::try_from(rank).unwrap_or(0) << 32
}

/// The last addition of each of these records, with its rank. Read a second time: few records are both added and changed
/// in a delta, and to keep every addition would cost memory.
pub(super) async fn additions(
    delivery: Arc<Delivery>,
    entity: Entity,
    ids: HashSet<i64>,
) -> Result<HashMap<i64, (i64, Record)>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let read = move || -> std::result::Result<HashMap<i64, (i64, Record)>, Refusal> {
        let mut found = HashMap::new();
        for (rank, member) in members_of(&delivery, entity) {
            let mut seq = before_first(rank);
            delivery.read_member(member, &mut |item| {
                let Item::Request(request) = item else { return ControlFlow::Continue(()) };
                seq += 1;
                if let Request::Add(record) = request
                    && ids.contains(&record.id())
                {
                    found.insert(record.id(), (seq, record));
                }
                ControlFlow::Continue(())
            })?;
        }
        Ok(found)
    };
    tokio::task::spawn_blocking(read).await.map_err(Error::fault)?.map_err(refused)
}

/// What the school files hold.
#[derive(Debug, Default)]
pub(super) struct Schools {
    pub(super) schools: Vec<School>,
    /// Changes, each with how many schools were added before it.
    pub(super) modifications: Vec<(usize, Modification)>,
    /// Those a delta wants to end.
    pub(super) ended: Vec<i64>,
    pub(super) findings: Vec<aaf::Finding>,
}

/// Reads the schools: few, and everything else leans on them.
pub(super) async fn schools(delivery: Arc<Delivery>) -> Result<Schools> {
    let read = move || -> std::result::Result<Schools, Refusal> {
        let mut found = Schools::default();
        for member in delivery.members.iter().filter(|member| member.entity == Entity::School) {
            delivery.read_member(member, &mut |item| {
                match item {
                    Item::Request(Request::Add(Record::School(school))) => found.schools.push(*school),
                    Item::Request(Request::Modify(change)) => found.modifications.push((found.schools.len(), change)),
                    Item::Request(Request::Delete { id, .. }) => found.ended.push(id),
                    Item::Finding(finding) => found.findings.push(finding),
                    // A member of schools adds nothing else.
                    Item::Request(Request::Add(_)) | Item::Progress { .. } => {}
                }
                ControlFlow::Continue(())
            })?;
        }
        Ok(found)
    };
    tokio::task::spawn_blocking(read).await.map_err(Error::fault)?.map_err(refused)
}

/// The kind of person an entity describes; none for a school.
pub(super) fn kind_of(entity: Entity) -> Option<PersonKind> {
    match entity {
        Entity::School => None,
        Entity::Pupil => Some(PersonKind::Pupil),
        Entity::Guardian => Some(PersonKind::Guardian),
        Entity::Staff => Some(PersonKind::Staff),
    }
}

/// A refusal as an error of the import.
pub(super) fn refused(refusal: Refusal) -> Error {
    Error::invalid("delivery", refusal.to_string())
}
