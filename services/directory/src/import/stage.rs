//! Filling: a delivery is read, sorted against the roll, and what differs is written aside (or straight, the first time).

use super::{
    batch::{Batch, Way},
    circles::Circles,
    delta, levels,
    places::{Places, Remark},
    read::{self, Read},
    roll::Roll,
    run::Progress,
    sorter::{Gathered, Shared, Sorter},
};
use crate::W;
use aaf::{Delivery, Entity, Kind};
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
        schools.schools.extend(
            delta::schools(tx, self.academy, &schools.modifications, &mut schools.findings, &mut remarks).await?,
        );
        let places = Places::plan(tx, self.academy, schools.schools, full, &mut remarks).await?;
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
            self.modify(tx, filled, changes).await?;
            if entity == Entity::Pupil {
                let mut referenced = filled.shared.referenced.lock().unwrap_or_else(PoisonError::into_inner);
                referenced.extend(filled.gathered.ties.iter().map(|tie| tie.1));
            }
        }
        Ok(())
    }

    async fn modify(&self, tx: &mut Tx, filled: &mut Filled, changes: Vec<aaf::Modification>) -> Result<()> {
        if changes.is_empty() {
            return Ok(());
        }
        let mut batch = Batch::new(tx, filled.way, self.academy);
        let records = delta::records(tx, self.academy, &changes, &mut batch).await?;
        let mut sorter = Sorter { shared: &filled.shared, gathered: Gathered::default() };
        for (seq, record) in records {
            sorter.sort(&record, seq, &mut batch);
        }
        filled.gathered.absorb(sorter.gathered);
        batch.write(tx).await
    }

    /// What can only be said once everything is read: levels, lost adults, departures.
    async fn settle(&self, tx: &mut Tx, filled: &mut Filled) -> Result<()> {
        if filled.gathered.repeated && filled.way == Way::Straight {
            // The last of two records wins, which only the bench can tell: everything is read again onto it.
            return Err(Error::Conflict);
        }
        filled.gathered.forget_repetitions();
        departures(tx, filled).await?;
        let mut batch = Batch::new(tx, filled.way, self.academy);
        levels::seat(tx, filled, &mut batch).await?;
        lost_adults(tx, filled).await?;
        for remark in &filled.gathered.remarks {
            batch.add_remark(remark);
        }
        let circles = filled.shared.circles.lock().unwrap_or_else(PoisonError::into_inner).remarks.split_off(0);
        circles.iter().for_each(|remark| batch.add_remark(remark));
        batch.write(tx).await
    }
}

/// Row 19 of interfaces.md §1.13: links to adults the delivery does not hold are skipped, and looked at again next time.
async fn lost_adults(tx: &mut Tx, filled: &mut Filled) -> Result<()> {
    let Filled { shared, gathered, way } = filled;
    let roll = &shared.roll;
    let is_there = |adult: i64| roll.is_seen(adult) || (!shared.full && roll.known(adult).is_some_and(|it| !it.gone));
    let mut rows = tx.rows("stage.lost", &["child_id", "adult_id"]);
    for (child, adult) in gathered.ties.iter().filter(|tie| !is_there(tie.1)) {
        rows.begin();
        rows.uuid(Some(roll.id(*child)));
        rows.uuid(Some(roll.id(*adult)));
        gathered.remarks.push(lost(*child, *adult));
    }
    if rows.is_empty() {
        return Ok(());
    }
    tx.load(&mut rows).await?;
    let statements = match way {
        Way::Straight => [
            "delete from guardianship where adult_id in (select adult_id from stage.lost)",
            "update person set incomplete = true where id in (select child_id from stage.lost)",
        ],
        Way::Aside => [
            "delete from stage.bond where adult_id in (select adult_id from stage.lost)",
            "update stage.person set incomplete = true where id in (select child_id from stage.lost)",
        ],
    };
    for statement in statements {
        tx.run(statement, &[]).await?;
    }
    Ok(())
}

fn lost(child: i64, adult: i64) -> Remark {
    Remark {
        entity: Entity::Pupil,
        record: Some(child),
        attribute: Some("ENTEleveAutoriteParentale"),
        code: "unknown-guardian",
        message: W.unknown_guardian(),
        value: Some(adult.to_string()),
        rejected: false,
    }
}

/// In a full delivery whoever is not there has left; a delta says who leaves.
async fn departures(tx: &mut Tx, filled: &Filled) -> Result<()> {
    if !filled.shared.full {
        return Ok(());
    }
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
