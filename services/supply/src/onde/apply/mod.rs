//! Applying a plan: one transaction, all of it or nothing. Only what differs is written, and each row is noted before.

mod circles;
mod errors;
mod families;
mod groups;
mod pupils;
mod team;

use super::{
    ledger::{Key, Ledger},
    plan::Plan,
    report::Report,
    run::Run,
};
use crate::transfer::Taken;
use commons::{
    arrival,
    audit::{self, Action},
};
use db::{Error, Result, Tx, args};
use school::{
    CircleId, PersonId, PersonKind, Role, Source, Viewer, circle,
    person::{self, NewPerson},
};
use std::collections::BTreeSet;

/// What is being written.
struct Writing<'a> {
    tx: &'a mut Tx,
    ledger: Ledger,
    plan: &'a Plan,
    /// The circle of each class of the files and its key; none for one nobody is seated in.
    rooms: Vec<Option<(CircleId, String)>>,
    /// Who each pupil of the files is; nobody for one who is not taken.
    pupils: Vec<Option<PersonId>>,
    /// Who is taken from which school.
    taken: BTreeSet<Taken>,
}

/// Applies what a plan says; answers who was taken from which school. For whoever loaded the run and saw the plan.
///
/// # Errors
/// [`Error::Forbidden`] for a school the académie delivers, [`Error::Conflict`] when it was applied meanwhile or a file is
/// refused; a fault of the database.
pub async fn apply(tx: &mut Tx, viewer: &Viewer, run: &Run, plan: &Plan) -> Result<Vec<Taken>> {
    if plan.checks {
        return Err(Error::Forbidden);
    }
    let (now, report) = (tx.now(), serde_json::to_string(&Report::of(plan)).map_err(Error::fault)?);
    let claimed = tx
        .changed_rows(
            "update supply_run set applied_at = $3, report = $4, applied_by = $5 where id = $1 and school_id = $2 \
             and applied_at is null",
            args![run.id, run.school_id, now, report, viewer.account],
        )
        .await?;
    if claimed == 0 || !plan.is_readable() {
        return Err(Error::Conflict);
    }
    let mut writing =
        Writing { tx, ledger: Ledger::default(), plan, rooms: Vec::new(), pupils: Vec::new(), taken: BTreeSet::new() };
    writing.open_classes().await?;
    writing.seat_pupils().await?;
    writing.seat_levels().await?;
    writing.seat_groups().await?;
    writing.see_off().await?;
    writing.end_unwanted().await?;
    writing.end_groups().await?;
    writing.link_families().await?;
    writing.seat_team().await?;
    writing.signal_errors().await?;
    let Writing { tx, ledger, taken, .. } = writing;
    ledger.keep(tx, run.id, run.school_id).await?;
    // What was applied is in the house: the files have said what they had to say.
    tx.change("delete from supply_file where run_id = $1 and school_id = $2", args![run.id, run.school_id]).await?;
    // Whoever asks how a child came to change schools finds who said so.
    for arrival in plan.arrivals().into_iter().filter(|it| it.said) {
        let (child, to) = (arrival.person.to_string(), format!("to {}", run.school_id));
        audit::write(tx, Some(viewer.account), Action::OndeApplied, Some(child), Some(&to)).await?;
    }
    arrival::tell_seated(tx, &plan.known.school.academy).await?;
    audit::write(tx, Some(viewer.account), Action::OndeApplied, Some(run.school_id.to_string()), None).await?;
    Ok(taken.into_iter().collect())
}

/// Somebody the files bring: first and last name.
fn new_person<'a>(plan: &'a Plan, kind: PersonKind, name: (&'a str, &'a str)) -> NewPerson<'a> {
    NewPerson::named(kind, Source::Onde, &plan.known.school.academy, name)
}

impl Writing<'_> {
    /// Enters somebody the files bring, with what they say of no column of its own.
    async fn enter(&mut self, new: &NewPerson<'_>, details: Option<String>) -> Result<PersonId> {
        let id = person::enter(self.tx, new).await?;
        self.ledger.made(Key::Person(id));
        if let Some(details) = details {
            self.tx.change("update person set details = $2 where id = $1", args![id, details]).await?;
        }
        Ok(id)
    }

    /// Seats somebody as ONDE says, where ONDE does not yet.
    async fn seat(&mut self, circle: CircleId, person: PersonId, role: Role) -> Result<()> {
        if self.plan.known.seats(Source::Onde, circle, person, role) {
            return Ok(());
        }
        self.ledger.note(self.tx, Key::seat(circle, person, role, Source::Onde)).await?;
        circle::seat_from(self.tx, Source::Onde, circle, person, role).await
    }

    /// Ends a seat.
    async fn unseat(&mut self, circle: CircleId, person: PersonId, role: Role, source: Source) -> Result<()> {
        self.ledger.note(self.tx, Key::seat(circle, person, role, source)).await?;
        let now = self.tx.now();
        self.tx
            .change(
                "update member set until = $5 where circle_id = $1 and person_id = $2 and role = $3 and source = $4 \
                 and (until is null or until > $5)",
                args![circle, person, role, source, now],
            )
            .await
    }
}
