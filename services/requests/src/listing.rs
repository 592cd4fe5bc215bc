//! Requests in lists: those of one's schools, those that came to whom one answers for.

use crate::request::{Priority, State};
use commons::ThingId;
use db::{FromRow, Moment, Result, Tx, Uuid, args};
use school::SchoolId;

pub use crate::{reach::Reach, task::tasks};

/// How many requests a page shows.
pub const PAGE: i64 = 25;

/// A request as lists show it.
#[derive(Debug, Clone, FromRow)]
pub struct Line {
    /// The request.
    pub id: ThingId,
    /// The name of its school.
    pub school_name: String,
    /// Its kind.
    pub label: String,
    /// In a few words.
    pub title: String,
    /// How much it presses.
    pub priority: Priority,
    /// Where it stands.
    pub state: State,
    /// The service that handles it; empty when nobody said.
    pub service: String,
    /// The day it is awaited.
    pub deadline: Option<String>,
    /// When it was asked.
    pub created_at: Moment,
    /// When something happened to it last.
    pub changed_at: Moment,
}

/// What narrows a list.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// The one state wanted; none for all that is open, unless closed ones are wanted too.
    pub state: Option<State>,
    /// Whether what is over is wanted too.
    pub all: bool,
    /// The one school wanted.
    pub school: Option<SchoolId>,
    /// The name in addresses of the one kind wanted; empty for all.
    pub procedure: String,
    /// Only what is late.
    pub late: bool,
}

macro_rules! of_schools {
    () => {
        "r.school_id in (select unhex(value) from json_each($1))"
    };
}
macro_rules! of_scopes {
    () => {
        "r.scope in (select value from json_each($1))"
    };
}
// $2 today, $3 and $4 a school, $5 a kind, $6 only late ones.
macro_rules! narrowed {
    () => {
        " and (not $3 or r.school_id = $4) and ($5 = '' or r.procedure = $5) and (not $6 or r.deadline < $2)"
    };
}
// $7 a state, $8 only those that are open.
macro_rules! in_state {
    () => {
        " and ($7 = '' or r.state = $7) and (not $8 or r.state not in ('done', 'refused'))"
    };
}
// Dangers first, whatever is late, then late ones, then what presses, then what is awaited soonest; what is over comes last, the
// latest first.
macro_rules! lines {
    ($reach:ident) => {
        concat!(
            "select r.id, s.name as school_name, r.label, r.title, r.priority, r.state, r.service, r.deadline, ",
            "r.created_at, r.changed_at from town_request r join school s on s.id = r.school_id where ",
            $reach!(),
            narrowed!(),
            in_state!(),
            " order by case when r.state in ('done', 'refused') then 2 when r.priority = 'danger' then 0 else 1 end, ",
            "case when r.deadline < $2 then 0 else 1 end, ",
            "case when r.state in ('done', 'refused') then -r.changed_at else 0 end, ",
            "case r.priority when 'danger' then 0 when 'urgent' then 1 else 2 end, ",
            "coalesce(r.deadline, '9999'), r.created_at, r.id limit $9 offset $10"
        )
    };
}
macro_rules! counts {
    ($reach:ident) => {
        concat!(
            "select r.state, count(*) as n from town_request r where ",
            $reach!(),
            narrowed!(),
            " and r.school_id is not null group by r.state"
        )
    };
}

/// A page of requests, counted from 1.
///
/// # Errors
/// A fault of the database.
pub async fn page(tx: &mut Tx, reach: &Reach, filter: &Filter, page: i64) -> Result<Vec<Line>> {
    let today = tx.now().day().to_string();
    let skipped = (page.clamp(1, 100_000) - 1) * PAGE;
    let state = filter.state.map_or("", State::as_str);
    let only_open = filter.state.is_none() && !filter.all;
    let statement = match reach {
        Reach::Schools(_) => lines!(of_schools),
        Reach::Scopes(_) => lines!(of_scopes),
    };
    let school = filter.school.unwrap_or(SchoolId(Uuid::nil()));
    tx.all(
        statement,
        args![
            reach.bound(),
            today,
            filter.school.is_some(),
            school,
            &filter.procedure,
            filter.late,
            state,
            only_open,
            PAGE,
            skipped
        ],
    )
    .await
}

/// How many requests stand where, whatever state is wanted.
///
/// # Errors
/// A fault of the database.
pub async fn counts(tx: &mut Tx, reach: &Reach, filter: &Filter) -> Result<Vec<(State, i64)>> {
    let today = tx.now().day().to_string();
    let statement = match reach {
        Reach::Schools(_) => counts!(of_schools),
        Reach::Scopes(_) => counts!(of_scopes),
    };
    let school = filter.school.unwrap_or(SchoolId(Uuid::nil()));
    let rows: Vec<(String, i64)> = tx
        .all(statement, args![reach.bound(), today, filter.school.is_some(), school, &filter.procedure, filter.late])
        .await?;
    Ok(rows.into_iter().filter_map(|(state, n)| Some((State::try_from(state).ok()?, n))).collect())
}
