//! Who is on the list of a session, who waits, who was there.

use super::{PUBLICS, Session, SessionId};
use commons::mail::{self, Letter};
use db::{Error, FromRow, Moment, Result, Tx, args, fold, id_list};
use school::{AccountId, Viewer, text_enum};

text_enum! {
    /// Where somebody stands on the list of a session.
    SeatState {
        /// Has a place.
        Registered = "registered",
        /// Waits for one.
        Waiting = "waiting",
        /// Left the list.
        Withdrawn = "withdrawn",
    }
}

/// Somebody on the list of a session.
#[derive(Debug, Clone, FromRow)]
pub struct Seat {
    /// The account.
    pub account_id: AccountId,
    /// The name.
    pub name: String,
    /// The school, or the schools.
    pub school: String,
    /// Where they stand.
    pub state: SeatState,
    /// Since when.
    pub at: Moment,
    /// Whether they were there; none until it is said.
    pub present: Option<bool>,
}

/// Puts the viewer on the list: with a place when one is left, waiting for one else.
///
/// # Errors
/// [`Error::Forbidden`] when the session is not for the viewer; [`Error::Conflict`] when it is too late, or done already.
pub async fn register(tx: &mut Tx, viewer: &Viewer, session: &Session) -> Result<SeatState> {
    if !session.is_open_to_viewer() {
        return Err(Error::Forbidden);
    }
    if !session.is_open(tx.now().day()) {
        return Err(Error::Conflict);
    }
    hold(tx, session.id).await?;
    let (name, now) = (viewer.name(), tx.now());
    let schools = schools(viewer);
    let rows = tx
        .changed_rows(
            "insert into training_seat (session_id, account_id, name, sort_key, school, state, at) \
             values ($1, $2, $3, $4, $5, 'waiting', $6) on conflict (session_id, account_id) do update \
             set state = excluded.state, at = excluded.at, name = excluded.name, school = excluded.school \
             where training_seat.state = 'withdrawn'",
            args![session.id, viewer.account, &name, fold(&name), schools.join(", "), now],
        )
        .await?;
    if rows == 0 {
        return Err(Error::Conflict);
    }
    let given = fill(tx, session.id).await?;
    Ok(if given.contains(&viewer.account) { SeatState::Registered } else { SeatState::Waiting })
}

/// The schools the viewer works in: that of one's child is nobody's business here.
fn schools(viewer: &Viewer) -> Vec<&str> {
    let mut schools: Vec<&str> = Vec::new();
    for seat in viewer.seats.iter().filter(|seat| PUBLICS.iter().any(|(role, _)| *role == seat.role)) {
        if !schools.contains(&seat.school_name.as_str()) {
            schools.push(&seat.school_name);
        }
    }
    schools
}

/// Takes the viewer off the list; the place goes to whoever waits first, who is written to.
///
/// # Errors
/// [`Error::Conflict`] when it is too late, or the viewer is not on the list.
pub async fn withdraw(tx: &mut Tx, viewer: &Viewer, session: &Session) -> Result<Vec<AccountId>> {
    if !session.is_open(tx.now().day()) {
        return Err(Error::Conflict);
    }
    hold(tx, session.id).await?;
    let now = tx.now();
    let had: Option<String> = tx
        .value(
            "select state from training_seat where session_id = $1 and account_id = $2",
            args![session.id, viewer.account],
        )
        .await?;
    let Some(state) = had.filter(|state| state != SeatState::Withdrawn.as_str()) else {
        return Err(Error::Conflict);
    };
    let rows = tx
        .changed_rows(
            "update training_seat set state = 'withdrawn', at = $3 \
             where session_id = $1 and account_id = $2 and state = $4",
            args![session.id, viewer.account, now, &state],
        )
        .await?;
    if rows == 0 {
        return Err(Error::Conflict);
    }
    if state == SeatState::Registered.as_str() {
        tx.change("update training_session set taken = taken - 1 where id = $1", args![session.id]).await?;
    }
    fill(tx, session.id).await
}

/// Has whoever changes the list of the same session at once wait for the end of this transaction: always first, so that two
/// never wait for one another.
async fn hold(tx: &mut Tx, session: SessionId) -> Result<()> {
    let now = tx.now();
    tx.change("update training_session set changed_at = $2 where id = $1", args![session, now]).await
}

/// Gives the places that are left to those who wait, the first first; tells to whom. A place is taken by the statement that
/// counts it: of two who come for the last one, one has it.
///
/// # Errors
/// A fault of the database.
pub async fn fill(tx: &mut Tx, session: SessionId) -> Result<Vec<AccountId>> {
    let mut given = Vec::new();
    loop {
        let counted = tx
            .changed_rows(
                "update training_session set taken = taken + 1 where id = $1 and taken < capacity",
                args![session],
            )
            .await?;
        if counted == 0 {
            return Ok(given);
        }
        // Nobody else counts a place of this session before the end of this transaction: the list is settled.
        let next: Option<AccountId> = tx
            .value(
                "select account_id from training_seat where session_id = $1 and state = 'waiting' \
                 order by at, account_id limit 1",
                args![session],
            )
            .await?;
        let Some(account) = next else {
            tx.change("update training_session set taken = taken - 1 where id = $1", args![session]).await?;
            return Ok(given);
        };
        tx.change(
            "update training_seat set state = 'registered' where session_id = $1 and account_id = $2",
            args![session, account],
        )
        .await?;
        given.push(account);
    }
}

/// Those on the list of a session: those with a place by name, then those who wait, the first first.
///
/// # Errors
/// A fault of the database.
pub async fn list(tx: &mut Tx, session: SessionId) -> Result<Vec<Seat>> {
    tx.all(
        "select account_id, name, school, state, at, present from training_seat \
         where session_id = $1 and state <> 'withdrawn' \
         order by state, case when state = 'waiting' then at else 0 end, sort_key, account_id",
        args![session],
    )
    .await
}

/// Where the viewer stands.
///
/// # Errors
/// A fault of the database.
pub async fn of(tx: &mut Tx, session: SessionId, account: AccountId) -> Result<Option<Seat>> {
    tx.first(
        "select account_id, name, school, state, at, present from training_seat \
         where session_id = $1 and account_id = $2 and state <> 'withdrawn'",
        args![session, account],
    )
    .await
}

/// Says who was there, among those who had a place.
///
/// # Errors
/// [`Error::Conflict`] before the day; a fault of the database.
pub async fn attend(tx: &mut Tx, session: &Session, present: &[AccountId]) -> Result<()> {
    if !session.has_come(tx.now().day()) {
        return Err(Error::Conflict);
    }
    tx.change(
        "update training_seat set present = (account_id in (select unhex(value) from json_each($2))) \
         where session_id = $1 and state = 'registered'",
        args![session.id, id_list(present.iter().copied())],
    )
    .await
}

// The confirmed addresses of some of those on a list.
const ADDRESSES: &str = "\
select distinct a.email from training_seat s join account a on a.id = s.account_id \
where s.session_id = $1 and s.state <> 'withdrawn' and a.email is not null and a.blocked_at is null \
    and s.account_id in (select unhex(value) from json_each($2))";

/// Writes to some of those on the list of a session.
///
/// # Errors
/// A fault of the database.
pub async fn write(tx: &mut Tx, session: &Session, to: &[AccountId], subject: &str, said: &str) -> Result<()> {
    let addresses: Vec<String> = tx.column(ADDRESSES, args![session.id, id_list(to.iter().copied())]).await?;
    for to in addresses {
        let text = web::letter(&[said]);
        mail::post(tx, &Letter { to, subject: subject.to_owned(), text }).await?;
    }
    Ok(())
}

/// The same to all of them.
///
/// # Errors
/// A fault of the database.
pub async fn write_all(tx: &mut Tx, session: &Session, subject: &str, said: &str) -> Result<()> {
    let all: Vec<AccountId> = list(tx, session.id).await?.into_iter().map(|seat| seat.account_id).collect();
    write(tx, session, &all, subject, said).await
}
