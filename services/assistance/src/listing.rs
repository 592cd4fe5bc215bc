//! Requests in lists: those of a desk by what is to be done, and one's own.

use crate::{
    desk::Desk,
    level::Level,
    request::{HelpKind, State, Urgency},
};
use commons::ThingId;
use db::{FromRow, Moment, Result, Tx, args};
use school::{AccountId, Viewer};

/// How many requests a page shows.
pub const PAGE: i64 = 20;
/// How many of one's own are shown.
const OWN: i64 = 50;

/// Which requests of a desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum View {
    /// Those it must do something about.
    ToDo,
    /// Those that wait for their author or for another desk.
    Waiting,
    /// Those that are solved.
    Done,
}

impl View {
    /// Every view, in the order of the tabs.
    pub const ALL: [Self; 3] = [Self::ToDo, Self::Waiting, Self::Done];

    /// Its word in addresses.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::ToDo => "a-traiter",
            Self::Waiting => "en-attente",
            Self::Done => "resolues",
        }
    }

    /// The view an address names.
    pub fn of(word: &str) -> Self {
        Self::ALL.into_iter().find(|view| view.as_str() == word).unwrap_or(Self::ToDo)
    }
}

/// A request as lists show it.
#[derive(Debug, Clone, FromRow)]
pub struct Line {
    /// The request.
    pub id: ThingId,
    /// What is asked for.
    pub kind: HelpKind,
    /// In a few words.
    pub title: String,
    /// How much it presses.
    pub urgency: Urgency,
    /// Who asked.
    pub author: String,
    /// From where.
    pub place_label: String,
    /// The desk it is at.
    pub level: Level,
    /// Where it stands.
    pub state: State,
    /// Who takes care of it.
    pub assignee: Option<String>,
    /// When it was asked.
    pub created_at: Moment,
    /// When something happened to it last.
    pub changed_at: Moment,
}

/// What narrows a list.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// The text of a kind; empty for all.
    pub kind: String,
    /// Only those the viewer takes care of.
    pub mine: bool,
}

// Those that came to one of the desks of $1; `$held` those that are there now.
macro_rules! seen {
    () => {
        "r.id in (select d.request_id from help_desk d where d.desk in (select value from json_each($1)))"
    };
}
macro_rules! held {
    () => {
        "exists (select 1 from help_desk h where h.request_id = r.id and h.level = r.level \
         and h.desk in (select value from json_each($1)))"
    };
}
macro_rules! to_do {
    () => {
        concat!(seen!(), " and r.state in ('new', 'assigned', 'escalated') and ", held!())
    };
}
macro_rules! waiting {
    () => {
        concat!(
            seen!(),
            " and r.state in ('new', 'assigned', 'escalated', 'waiting') and (r.state = 'waiting' or not ",
            held!(),
            ")"
        )
    };
}
macro_rules! done {
    () => {
        concat!(seen!(), " and r.state in ('solved', 'closed')")
    };
}
macro_rules! columns {
    () => {
        "select r.id, r.kind, r.title, r.urgency, r.author, r.place_label, r.level, r.state, r.assignee, r.created_at, \
         r.changed_at from help_request r where "
    };
}
macro_rules! filtered {
    () => {
        " and ($2 = '' or r.kind = $2) and (not $3 or r.assignee_id = $4)"
    };
}
macro_rules! select {
    ($view:ident, $order:literal) => {
        concat!(columns!(), $view!(), filtered!(), $order, " limit $5 offset $6")
    };
}
macro_rules! count {
    ($view:ident) => {
        concat!("select count(*) as n from help_request r where ", $view!(), filtered!())
    };
}

const TO_DO: &str =
    select!(to_do, " order by case r.urgency when 'high' then 0 when 'normal' then 1 else 2 end, r.created_at, r.id");
const WAITING: &str = select!(waiting, " order by r.changed_at, r.id");
const DONE: &str = select!(done, " order by r.changed_at desc, r.id desc");

/// A page of the requests of a desk, counted from 1.
///
/// # Errors
/// A fault of the database.
pub async fn of_desk(
    tx: &mut Tx,
    viewer: &Viewer,
    desk: &Desk,
    view: View,
    filter: &Filter,
    page: i64,
) -> Result<Vec<Line>> {
    let statement = match view {
        View::ToDo => TO_DO,
        View::Waiting => WAITING,
        View::Done => DONE,
    };
    let skipped = (page.clamp(1, 100_000) - 1) * PAGE;
    tx.all(statement, args![desk.list(), &filter.kind, filter.mine, viewer.account, PAGE, skipped]).await
}

/// How many requests a view of a desk holds.
///
/// # Errors
/// A fault of the database.
pub async fn count(tx: &mut Tx, viewer: &Viewer, desk: &Desk, view: View, filter: &Filter) -> Result<i64> {
    let statement = match view {
        View::ToDo => count!(to_do),
        View::Waiting => count!(waiting),
        View::Done => count!(done),
    };
    tx.count(statement, args![desk.list(), &filter.kind, filter.mine, viewer.account]).await
}

/// The viewer's own requests, the last touched first.
///
/// # Errors
/// A fault of the database.
pub async fn own(tx: &mut Tx, account: AccountId) -> Result<Vec<Line>> {
    tx.all(concat!(columns!(), "r.account_id = $1 order by r.changed_at desc, r.id desc limit $2"), args![account, OWN])
        .await
}

/// How many requests a desk has to treat, and since when the first of them waits.
#[derive(FromRow)]
pub(crate) struct Awaited {
    pub(crate) n: i64,
    pub(crate) since: Option<Moment>,
}

/// What a desk has to treat, counted.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn awaited(tx: &mut Tx, desk: &Desk) -> Result<Awaited> {
    tx.one(
        concat!("select count(*) as n, min(r.changed_at) as since from help_request r where ", to_do!()),
        args![desk.list()],
    )
    .await
}
