//! An adult a school enters: a speaker until a day, somebody of the commune, an AESH.

use super::{Correction, Entry, adult_form::NewAdult, correct, note, resemblance, seats};
use crate::double::decide;
use db::{Day, Error, Result, Tx, args};
use school::{
    Circle, CircleId, PersonId, School, SchoolId, Source, Viewer,
    person::{self, NewPerson},
};

/// The classes of the year and the groups of a school, where an adult may sit.
///
/// # Errors
/// A fault of the database.
pub async fn choices(tx: &mut Tx, school: SchoolId) -> Result<Vec<Circle>> {
    seats::choices(tx, school).await
}

/// The classes and groups somebody sits in.
///
/// # Errors
/// A fault of the database.
pub async fn taken(tx: &mut Tx, entry: &Entry) -> Result<Vec<CircleId>> {
    seats::taken(tx, entry.person_id, entry.kind.role()).await
}

/// Enters an adult, seated until the last day. The caller asked whether it is somebody who resembles.
///
/// # Errors
/// A fault of the database.
pub async fn enter(tx: &mut Tx, viewer: &Viewer, school: &School, new: &NewAdult) -> Result<PersonId> {
    let like = resemblance::adults(tx, school.id, new).await?;
    let named = NewPerson::named(new.kind.person(), Source::Hand, &school.academy, (&new.first_name, &new.last_name));
    let person = person::enter(tx, &NewPerson { email: new.email.as_deref(), ..named }).await?;
    note(tx, viewer, school.id, (person, new.kind), new.until).await?;
    decide::tell_apart(tx, viewer.account, school, person, like.iter().map(|it| it.id).collect()).await?;
    seats::settle(tx, school.id, (person, new.kind), &new.places, new.until).await?;
    Ok(person)
}

/// Changes an entry: the name, the last day, the classes. One that is over begins again.
///
/// # Errors
/// [`Error::Conflict`] when the entry is no more; a fault of the database.
pub async fn change(tx: &mut Tx, viewer: &Viewer, entry: &Entry, to: &NewAdult) -> Result<()> {
    let changed = tx
        .changed_rows(
            "update supply_entry set until = $3, ended_at = null where person_id = $1 and school_id = $2",
            args![entry.person_id, entry.school_id, to.until.map(Day::from)],
        )
        .await?;
    if changed == 0 {
        return Err(Error::Conflict);
    }
    tx.change("update person set gone_at = null where id = $1 and source = 'hand'", args![entry.person_id]).await?;
    let correction = Correction {
        last_name: &to.last_name,
        first_name: &to.first_name,
        birth_day: entry.birth_day.as_deref(),
        email: to.email.as_deref(),
        level: entry.level.as_deref(),
    };
    correct(tx, viewer, entry, &correction).await?;
    seats::settle(tx, entry.school_id, (entry.person_id, entry.kind), &to.places, to.until).await
}
