//! Filling: a delivery is read, sorted against the roll, and what differs is written aside (or straight, the first time);
//! of a delta, all that stands once it is read.

use super::{
    awaited,
    batch::{Batch, Way},
    circles::Circles,
    delta, last_word, levels,
    places::Places,
    read::{self, Read},
    roll::Roll,
    run::Progress,
    sorter::{Gathered, Shared, Sorter},
};
use aaf::{Delivery, Entity, Kind, Modification};
use db::{Error, Result, Tx};
use std::{
    collections::HashSet,
    sync::{Arc, Mutex, PoisonError},
};

const TABLES: &str = include_str!("stage.sql");

/// What a delivery is read for.
pub(super) struct Filling<'a> {
    pub(super) delivery: &'a Arc<Delivery>,
    pub(super) academy: &'a str,
    pub(super) year: i64,
    pub(super) progress: &'a (dyn Fn(Progress) + Send + Sync),
}

/// What is known once everything is read.
#[derive(Debug)]
pub(super) struct Filled {
    pub(super) way: Way,
    pub(super) shared: Arc<Shared>,
    pub(super) gathered: Gathered,
}

impl Filling<'_> {
    /// Empties the bench and reads the delivery.
    pub(super) async fn run(&self, tx: &mut Tx, way: Way) -> Result<Filled> {
        tx.script(TABLES).await?;
        let full = self.delivery.kind == Kind::Full;
        let mut remarks = Vec::new();
        let mut schools = read::schools(Arc::clone(self.delivery)).await?;
        delta::schools(tx, self.academy, &mut schools, &mut remarks).await?;
        let places = Places::plan(tx, self.academy, schools.schools, full, &mut remarks).await?;
        remarks.extend(schools.ended.iter().map(|id| delta::not_ended(*id, places.id(*id).is_some())));
        let roll = Roll::load(tx, self.academy).await?;
        let circles = Circles::load(tx, self.academy, self.year, roll.ids().clone()).await?;
        let shared = Arc::new(Shared {
            roll,
            places,
            circles: Mutex::new(circles),
            referenced: Mutex::new(HashSet::new()),
            full,
            year: self.year,
        });
        let mut filled = Filled { way, shared, gathered: Gathered { remarks, ..Gathered::default() } };
        let mut batch = Batch::new(tx, way, self.academy);
        schools.findings.iter().for_each(|finding| batch.add_finding(finding));
        batch.write(tx).await?;
        self.people(tx, &mut filled).await?;
        self.settle(tx, &mut filled).await?;
        Ok(filled)
    }

    async fn people(&self, tx: &mut Tx, filled: &mut Filled) -> Result<()> {
        let mut done = self.delivery.members.iter().filter(|it| it.entity == Entity::School).map(|it| it.bytes).sum();
        let empty = Arc::new(Batch::new(tx, filled.way, self.academy));
        for entity in [Entity::Pupil, Entity::Guardian, Entity::Staff] {
            let mut reading = read::start(self.delivery, entity, &filled.shared, &empty)?;
            let mut changes = Vec::new();
            while let Some(read) = reading.recv().await {
                match read {
                    Read::Batch(batch) => batch.write(tx).await?,
                    Read::Modifications(some) => changes.extend(some),
                    Read::Progress(bytes) => {
                        done += bytes;
                        (self.progress)(Progress::Reading { bytes: done, total: self.delivery.bytes() });
                    }
                    Read::Done(gathered) => filled.gathered.absorb(*gathered),
                    Read::Refused(refusal) => return Err(read::refused(refusal)),
                }
            }
            self.modify(tx, filled, entity, changes).await?;
            if filled.shared.full && entity == Entity::Pupil {
                let mut referenced = filled.shared.referenced.lock().unwrap_or_else(PoisonError::into_inner);
                referenced.extend(filled.gathered.ties.iter().map(|tie| tie.1));
            }
        }
        Ok(())
    }

    async fn modify(
        &self,
        tx: &mut Tx,
        filled: &mut Filled,
        entity: Entity,
        mut changes: Vec<(i64, Modification)>,
    ) -> Result<()> {
        if changes.is_empty() {
            return Ok(());
        }
        changes.sort_unstable_by_key(|change| change.0);
        let ids = changes.iter().map(|(_, change)| change.id);
        let added = ids.filter(|id| filled.shared.roll.is_seen(*id)).collect();
        let added = read::additions(Arc::clone(self.delivery), entity, added).await?;
        let mut batch = Batch::new(tx, filled.way, self.academy);
        let records = delta::records(tx, self.academy, &changes, added, &mut batch).await?;
        let mut sorter = Sorter { shared: &filled.shared, gathered: Gathered::default(), of_changes: true };
        for (seq, record) in records {
            sorter.sort(&record, seq, &mut batch);
        }
        filled.gathered.absorb(sorter.gathered);
        batch.write(tx).await
    }

    /// What can only be said once everything is read: departures, levels, lost adults.
    async fn settle(&self, tx: &mut Tx, filled: &mut Filled) -> Result<()> {
        if filled.gathered.repeated && filled.way == Way::Straight {
            // The last of two records wins, which only the bench can tell: everything is read again onto it.
            return Err(Error::Conflict);
        }
        filled.gathered.forget_repetitions();
        if filled.shared.full {
            departures(tx, filled).await?;
        } else {
            last_word::of_delta(tx, self.academy, filled).await?;
        }
        let mut batch = Batch::new(tx, filled.way, self.academy);
        levels::seat(tx, filled, &mut batch).await?;
        awaited::find(tx, self.academy, filled).await?;
        for remark in &filled.gathered.remarks {
            batch.add_remark(remark);
        }
        let circles = filled.shared.circles.lock().unwrap_or_else(PoisonError::into_inner).remarks.split_off(0);
        circles.iter().for_each(|remark| batch.add_remark(remark));
        batch.write(tx).await
    }
}

/// In a full delivery whoever is not there has left; a delta says who leaves.
async fn departures(tx: &mut Tx, filled: &Filled) -> Result<()> {
    let mut rows = tx.rows("stage.gone", &["id"]);
    for id in filled.shared.roll.missing() {
        rows.begin();
        rows.uuid(Some(id));
    }
    tx.load(&mut rows).await
}

impl Gathered {
    /// A record that came twice named its adults twice.
    fn forget_repetitions(&mut self) {
        if self.repeated {
            self.ties.sort_unstable();
            self.ties.dedup();
        }
    }

    fn absorb(&mut self, other: Self) {
        for (key, count) in other.created {
            *self.created.entry(key).or_default() += count;
        }
        for (kind, count) in other.passed_over {
            *self.passed_over.entry(kind).or_default() += count;
        }
        for (class, levels) in other.levels {
            match self.levels.entry(class) {
                std::collections::hash_map::Entry::Occupied(mut known) => known.get_mut().pupils.extend(levels.pupils),
                std::collections::hash_map::Entry::Vacant(free) => drop(free.insert(levels)),
            }
        }
        self.ties.extend(other.ties);
        self.repeated |= other.repeated;
        self.remarks.extend(other.remarks);
    }
}
