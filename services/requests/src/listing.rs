//! Requests in lists: those of one's schools, those that came to whom one answers for; and what awaits the viewer.

use crate::{
    W,
    request::{KIND, Priority, State},
    side,
};
use commons::ThingId;
use db::{FromRow, Moment, Result, Tx, Uuid, args, id_list};
use school::{Right, SchoolId, Viewer};
use web::Task;

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
    #[sqlx(try_from = "String")]
    pub priority: Priority,
    /// Where it stands.
    #[sqlx(try_from = "String")]
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

/// Whose requests: those of some schools, or those that came to some scopes.
#[derive(Debug, Clone)]
pub enum Reach {
    /// Those of the schools the viewer asks for, as one bound value.
    Schools(String),
    /// Those that came to the scopes the viewer answers for, as one bound value.
    Scopes(String),
}

impl Reach {
    /// The reach of the viewer; none for those on neither side.
    pub fn of(viewer: &Viewer) -> Option<Self> {
        if viewer.may_over(Right::RunTown) {
            return Some(Self::Scopes(viewer.scope_list(Right::RunTown)));
        }
        let seats = side::asking(viewer);
        (!seats.is_empty()).then(|| Self::Schools(id_list(seats.iter().map(|seat| seat.school))))
    }

    /// Whether it is that of a commune.
    pub fn is_town(&self) -> bool {
        matches!(self, Self::Scopes(_))
    }

    /// The bound value.
    pub fn bound(&self) -> &str {
        match self {
            Self::Schools(list) | Self::Scopes(list) => list,
        }
    }
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

/// What awaits the viewer: for a commune each danger nobody took, how many requests nobody took and how many are late; for a
/// head each request that waits for an answer of the school.
///
/// # Errors
/// A fault of the database.
pub async fn tasks(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Task>> {
    let Some(reach) = Reach::of(viewer) else { return Ok(Vec::new()) };
    match reach {
        Reach::Schools(_) => {
            let filter = Filter { state: Some(State::Waiting), ..Filter::default() };
            let waiting = page(tx, &reach, &filter, 1).await?;
            Ok(waiting.into_iter().map(|line| line.task(line.title.clone(), W.task_reply())).collect())
        }
        Reach::Scopes(_) => of_town(tx, &reach).await,
    }
}

async fn of_town(tx: &mut Tx, reach: &Reach) -> Result<Vec<Task>> {
    let filter = Filter { state: Some(State::Received), ..Filter::default() };
    let received = page(tx, reach, &filter, 1).await?;
    let (dangers, others): (Vec<Line>, Vec<Line>) =
        received.into_iter().partition(|line| line.priority == Priority::Danger);
    let mut tasks: Vec<Task> =
        dangers.iter().map(|line| line.task(W.task_danger(&line.title), W.task_treat())).collect();
    let late = Filter { late: true, ..Filter::default() };
    let late_since = page(tx, reach, &late, 1).await?.iter().map(|line| line.created_at).min();
    let whole = |counts: Vec<(State, i64)>| counts.into_iter().map(|(_, n)| n).sum::<i64>();
    if let Some(since) = late_since {
        let count = whole(counts(tx, reach, &late).await?);
        tasks.push(board_task(W.task_late(count), "/demandes?retard=on", since));
    }
    if let Some(since) = others.iter().map(|line| line.created_at).min() {
        let there = counts(tx, reach, &filter).await?.into_iter().filter(|(state, _)| *state == State::Received);
        let count = whole(there.collect()) - i64::try_from(dangers.len()).unwrap_or(0);
        tasks.push(board_task(W.task_received(count), "/demandes?etat=received", since));
    }
    Ok(tasks)
}

fn board_task(title: String, href: &str, since: Moment) -> Task {
    Task {
        title,
        href: href.to_owned(),
        icon: "liste",
        about: W.board().to_owned(),
        child: None,
        act: W.task_treat(),
        due: None,
        since,
    }
}

impl Line {
    fn task(&self, title: String, act: &'static str) -> Task {
        Task {
            title,
            href: KIND.path(self.id),
            icon: "liste",
            about: format!("{} · {}", self.label, self.school_name),
            child: None,
            act,
            due: self.deadline.as_deref().and_then(crate::clock::read),
            since: self.changed_at,
        }
    }
}
