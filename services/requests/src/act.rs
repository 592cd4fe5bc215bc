//! What is done to a request: taken, answered, planned, done, refused, opened again, given to another service.

use crate::{
    W,
    entry::{EntryKind, NewEntry},
    procedure_form::{LONGEST_SERVICE, is_email, one_line},
    request::{Request, State},
    side,
    telling::{self, Verb},
    turn::Turn,
};
use commons::{House, paper::Judged};
use db::{Error, Problems, Result, Tx, args};
use jiff::civil::Date;
use school::Viewer;

/// Moves a request on from where its page showed it.
///
/// # Errors
/// [`Error::Conflict`] when it moved meanwhile.
async fn turn(tx: &mut Tx, request: &Request, to: State, planned: Option<Date>) -> Result<()> {
    let now = tx.now();
    let turn = Turn::of(request, to, planned, now.day());
    let done_at = (to == State::Done).then_some(now);
    let rows = tx
        .changed_rows(
            "update town_request set state = $3, due_on = $4, planned_on = $5, deadline = $6, waiting_since = $7, \
             done_at = $8, changed_at = $9 where id = $1 and school_id = $2 and state = $10",
            args![
                request.id,
                request.school_id,
                to,
                &turn.due_on,
                turn.planned_on.as_deref(),
                turn.deadline.as_deref(),
                turn.waiting_since.as_deref(),
                done_at,
                now,
                request.state
            ],
        )
        .await?;
    if rows == 0 { Err(Error::Conflict) } else { Ok(()) }
}

/// Nothing is done any more to what is over.
fn open(request: &Request) -> Result<()> {
    if request.state.is_open() { Ok(()) } else { Err(Error::Conflict) }
}

/// Takes care of a request, as the commune.
///
/// # Errors
/// [`Error::Conflict`] when somebody does already, or it is over.
pub async fn take(tx: &mut Tx, viewer: &Viewer, request: &Request) -> Result<()> {
    open(request)?;
    if request.state == State::InProgress {
        return Err(Error::Conflict);
    }
    turn(tx, request, State::InProgress, None).await?;
    NewEntry::step(EntryKind::Taken).write(tx, viewer, request).await?;
    telling::tell_school(tx, request, Verb::Taken).await
}

/// What is said about a request.
#[derive(Debug)]
pub struct Saying<'a> {
    /// Its words.
    pub body: &'a str,
    /// The files with it.
    pub papers: &'a [Judged],
}

impl<'a> Saying<'a> {
    fn entry(&self, kind: EntryKind) -> NewEntry<'a> {
        NewEntry { papers: self.papers, ..NewEntry::step(kind).saying(self.body) }
    }
}

/// Notes something the commune alone reads.
///
/// # Errors
/// A fault of the database.
pub async fn note(tx: &mut Tx, viewer: &Viewer, request: &Request, saying: &Saying<'_>) -> Result<()> {
    saying.entry(EntryKind::Note).write(tx, viewer, request).await
}

/// Answers the school, as the commune; `asks` when the school is to answer before anything goes on.
///
/// # Errors
/// [`Error::Conflict`] when it moved meanwhile, or when what is over asks something.
pub async fn answer(tx: &mut Tx, viewer: &Viewer, request: &Request, saying: &Saying<'_>, asks: bool) -> Result<()> {
    if !asks {
        saying.entry(EntryKind::Answer).write(tx, viewer, request).await?;
        return telling::tell_school(tx, request, Verb::Answered).await;
    }
    open(request)?;
    turn(tx, request, State::Waiting, None).await?;
    saying.entry(EntryKind::Asked).write(tx, viewer, request).await?;
    telling::tell_school(tx, request, Verb::Waits).await
}

/// Answers the commune, as the school: what waited for it goes on.
///
/// # Errors
/// [`Error::Conflict`] when it moved meanwhile, or is done: it is opened again then.
pub async fn reply(tx: &mut Tx, house: &House, viewer: &Viewer, request: &Request, saying: &Saying<'_>) -> Result<()> {
    match request.state {
        State::Done => return Err(Error::Conflict),
        State::Waiting => {
            let to = if request.planned_on.is_some() { State::Planned } else { State::InProgress };
            turn(tx, request, to, None).await?;
        }
        State::Received | State::InProgress | State::Planned | State::Refused => {}
    }
    saying.entry(EntryKind::Answer).write(tx, viewer, request).await?;
    telling::tell_town(tx, house, request, Verb::Replied, side::person(viewer, request.school_id)).await
}

/// Says on which day it is done, as the commune.
///
/// # Errors
/// [`Error::Invalid`] for a day that is past; [`Error::Conflict`] when it is over.
pub async fn plan(tx: &mut Tx, viewer: &Viewer, request: &Request, day: Date, word: &str) -> Result<()> {
    open(request)?;
    if day < tx.now().day() {
        return Err(Error::invalid("day", W.day_past()));
    }
    turn(tx, request, State::Planned, Some(day)).await?;
    let detail = day.to_string();
    let entry = NewEntry { detail: &detail, ..NewEntry::step(EntryKind::Planned).saying(word) };
    entry.write(tx, viewer, request).await?;
    telling::tell_school(tx, request, Verb::Planned).await
}

/// Says that it is done, as the commune.
///
/// # Errors
/// [`Error::Conflict`] when it is over.
pub async fn finish(tx: &mut Tx, viewer: &Viewer, request: &Request, word: &str) -> Result<()> {
    open(request)?;
    turn(tx, request, State::Done, None).await?;
    NewEntry::step(EntryKind::Done).saying(word).write(tx, viewer, request).await?;
    telling::tell_school(tx, request, Verb::Done).await
}

/// Says why it will not be done, as the commune.
///
/// # Errors
/// [`Error::Conflict`] when it is over.
pub async fn refuse(tx: &mut Tx, viewer: &Viewer, request: &Request, reason: &str) -> Result<()> {
    open(request)?;
    turn(tx, request, State::Refused, None).await?;
    NewEntry::step(EntryKind::Refused).saying(reason).write(tx, viewer, request).await?;
    telling::tell_school(tx, request, Verb::Refused).await
}

/// Opens again, as the school, what was said to be done.
///
/// # Errors
/// [`Error::Conflict`] when it is not done, or was too long ago.
pub async fn reopen(tx: &mut Tx, house: &House, viewer: &Viewer, request: &Request, saying: &Saying<'_>) -> Result<()> {
    if !request.reopens(tx.now().day()) {
        return Err(Error::Conflict);
    }
    turn(tx, request, State::InProgress, None).await?;
    saying.entry(EntryKind::Reopened).write(tx, viewer, request).await?;
    telling::tell_town(tx, house, request, Verb::Reopened, side::person(viewer, request.school_id)).await
}

/// Gives a request to another service of the commune, and writes to it.
///
/// # Errors
/// [`Error::Invalid`] for a name too long or an address that is none; [`Error::Conflict`] when it is over.
pub async fn assign(
    tx: &mut Tx,
    house: &House,
    viewer: &Viewer,
    request: &Request,
    (service, email): (&str, &str),
) -> Result<()> {
    open(request)?;
    let service = &one_line(service);
    let mut problems = Problems::default();
    problems.require(!service.is_empty(), "service", W.service_missing());
    problems.require(service.chars().count() <= LONGEST_SERVICE, "service", W.service_too_long());
    problems.require(email.is_empty() || is_email(email), "email", W.email_wrong());
    problems.or(())?;
    let email = Some(email).filter(|it| !it.is_empty());
    let now = tx.now();
    tx.change(
        "update town_request set service = $3, email = $4, changed_at = $5 where id = $1 and school_id = $2",
        args![request.id, request.school_id, service, email, now],
    )
    .await?;
    NewEntry { detail: service, ..NewEntry::step(EntryKind::Assigned) }.write(tx, viewer, request).await?;
    let given = Request { service: service.to_owned(), email: email.map(str::to_owned), ..request.clone() };
    telling::tell_town(tx, house, &given, Verb::Assigned, None).await
}
