//! Looking for doubles: each night, and after each arrival.

use super::{
    DoubleId, State, decide,
    search::{self, Found},
};
use commons::{House, arrival, job::JobKind};
use db::{Error, Moment, Result, Tx, args};
use school::PersonId;
use std::collections::HashMap;

/// The nightly job. Twice is the same as once.
pub const NIGHT: JobKind = JobKind { name: "supply.doubles", run: |house, _| Box::pin(settle(house)) };

/// What follows an arrival in the directory.
pub const ARRIVED: JobKind = JobKind { name: arrival::ARRIVED, run: |house, _| Box::pin(settle(house)) };

/// As many are written in one transaction: nobody waits long behind it.
const BATCH: usize = 500;

/// Looks over the whole house, keeps what is to be looked at, and merges what is certain.
async fn settle(house: House) -> Result<()> {
    let at = house.db.now();
    let mut tx = house.db.read().await?;
    let found = search::everywhere(&mut tx).await?;
    drop(tx);
    let mut proposed: HashMap<(PersonId, PersonId), DoubleId> = HashMap::new();
    for some in found.chunks(BATCH) {
        let mut tx = house.db.write().await?;
        for it in some {
            if let Some(id) = keep(&mut tx, it, at).await? {
                proposed.insert((it.a, it.b), id);
            }
        }
        tx.commit().await?;
    }
    let mut tx = house.db.write().await?;
    let stale = "delete from supply_double where state = 'proposed' and found_at < $1 and decided_by is null";
    tx.change(stale, args![at]).await?;
    tx.commit().await?;
    for it in alone(&found) {
        if let Some(id) = proposed.get(&(it.a, it.b)) {
            merge(&house, *id, it).await?;
        }
    }
    Ok(())
}

/// Keeps a pair nobody has decided about; none where somebody has.
async fn keep(tx: &mut Tx, found: &Found, at: Moment) -> Result<Option<DoubleId>> {
    let id: DoubleId = tx.id();
    let likeness = &found.likeness;
    let reasons: Vec<&str> = likeness.reasons.iter().map(|it| it.as_str()).collect();
    tx.value(
        "insert into supply_double (id, person_a, person_b, common_school, academy, score, reasons, state, found_at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (person_a, person_b) do update \
         set common_school = excluded.common_school, academy = excluded.academy, score = excluded.score, \
         reasons = excluded.reasons, found_at = excluded.found_at where supply_double.state = 'proposed' returning id",
        args![
            id,
            found.a,
            found.b,
            likeness.school,
            format!("academy:{}", found.academy),
            likeness.score,
            reasons.join(" "),
            State::Proposed,
            at
        ],
    )
    .await
}

/// The certain pairs whose people are in no other: where there are two candidates somebody must look.
fn alone(found: &[Found]) -> Vec<&Found> {
    let mut certain: Vec<&Found> = found.iter().filter(|it| it.likeness.certain).collect();
    let mut times: HashMap<PersonId, usize> = HashMap::new();
    for person in certain.iter().flat_map(|it| [it.a, it.b]) {
        *times.entry(person).or_default() += 1;
    }
    certain.retain(|it| [it.a, it.b].iter().all(|person| times.get(person) == Some(&1)));
    certain
}

/// Each in a transaction of its own; what somebody decided meanwhile is left alone.
async fn merge(house: &House, id: DoubleId, found: &Found) -> Result<()> {
    let mut tx = house.db.write().await?;
    match decide::merge_by_itself(&mut tx, id, (found.a, found.b)).await {
        Ok(()) => tx.commit().await,
        Err(Error::Conflict | Error::NotFound) => Ok(()),
        Err(error) => Err(error),
    }
}
