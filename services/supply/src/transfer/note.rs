//! At the moment files are applied: the schools that lose a pupil are told.

use super::{State, TransferId, letter};
use crate::onde::run::Run;
use commons::House;
use db::{Error, Moment, Result, Tx, args};
use school::{CircleKind, PersonId, Right, Role, School, SchoolId, Territory, Viewer, rights::carries};
use std::collections::BTreeMap;

/// A pupil taken from a school.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Taken {
    /// The school.
    pub school: SchoolId,
    /// The pupil.
    pub person: PersonId,
}

/// Notes the pupils files took from other schools, and writes to those who run these. Whoever runs both schools needs not be told.
/// For whoever loaded the run.
pub(crate) async fn note(tx: &mut Tx, house: &House, viewer: &Viewer, run: &Run, taken: &[Taken]) -> Result<()> {
    let mut schools: BTreeMap<SchoolId, Vec<PersonId>> = BTreeMap::new();
    for it in taken.iter().filter(|it| !viewer.may_at(Right::EnterPeople, it.school)) {
        schools.entry(it.school).or_default().push(it.person);
    }
    if schools.is_empty() {
        return Ok(());
    }
    let (by, to) = (acting(viewer, run.school_id)?, School::load(tx, run.school_id).await?);
    for (id, people) in schools {
        let school = School::load(tx, id).await?;
        for person in &people {
            insert(tx, run, &school, *person, by).await?;
        }
        letter::to_school_left(tx, house, &school, &to, people.len()).await?;
    }
    Ok(())
}

async fn insert(tx: &mut Tx, run: &Run, from: &School, person: PersonId, (by, role): (PersonId, Role)) -> Result<()> {
    let (id, now): (TransferId, Moment) = (tx.id(), tx.now());
    let academy = Territory::Academy(from.academy.clone()).to_string();
    tx.change(
        "insert into supply_transfer (id, school_id, to_school, run_id, academy, person_id, at, by_person, by_role, state, \
         reason) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, '')",
        args![id, from.id, run.school_id, run.id, academy, person, now, by, role, State::Asked],
    )
    .await
}

/// Who acts in a school, and as what: by the seat without which no run of the school is loaded.
fn acting(viewer: &Viewer, school: SchoolId) -> Result<(PersonId, Role)> {
    let runs = viewer
        .seats
        .iter()
        .find(|seat| seat.school == school && seat.kind == CircleKind::Staff && carries(seat.role, Right::EnterPeople));
    runs.map(|seat| (seat.person, seat.role)).ok_or(Error::NotFound)
}
