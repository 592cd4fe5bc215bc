//! Opening the year for all the schools of an académie that have not done it: a hundred schools at a time, by the statements that
//! open one (`step`). A school without a draft gets the proposal; the directory of September corrects both alike. A school that
//! said its own day waits for it; one that undoes its opening meanwhile is left alone. For thirty days all of it is taken back at
//! once ([`back`]).

pub mod aside;
pub mod back;
pub mod progress;
mod step;

pub use back::BACK;
pub use progress::{Progress, progress};
pub use step::rehearse;

use commons::{
    House,
    job::{self, JobKind},
};
use db::{Error, FromRow, Moment, Result, Tx, args, id};
use school::AccountId;

id! {
    /// One opening for an académie.
    SweepId
}

/// What was done.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, FromRow)]
pub struct Tally {
    /// How many schools were opened.
    pub schools: i64,
    /// How many of them had prepared nothing.
    pub proposed: i64,
    /// How many classes began.
    pub classes: i64,
    /// How many pupils were seated.
    pub pupils: i64,
    /// How many pupils of these schools have no class.
    pub nowhere: i64,
}

impl Tally {
    /// Both together.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            schools: self.schools + other.schools,
            proposed: self.proposed + other.proposed,
            classes: self.classes + other.classes,
            pupils: self.pupils + other.pupils,
            nowhere: self.nowhere + other.nowhere,
        }
    }
}

/// An opening for an académie, under way, done, or taken back.
#[derive(Debug, Clone, FromRow)]
pub struct Sweep {
    /// The opening.
    pub id: SweepId,
    /// The académie.
    pub academy: String,
    /// The year it opens.
    pub year: i64,
    asked_by: Option<AccountId>,
    /// When it was asked for.
    pub asked_at: Moment,
    /// When it was done.
    pub finished_at: Option<Moment>,
    undo_asked_by: Option<AccountId>,
    /// When it was asked to be taken back.
    pub undo_asked_at: Option<Moment>,
    /// When it was taken back.
    pub undone_at: Option<Moment>,
    /// How many schools were taken back.
    pub undone: i64,
    /// What was done so far.
    #[sqlx(flatten)]
    pub tally: Tally,
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "select id, academy, year, asked_by, asked_at, finished_at, undo_asked_by, undo_asked_at, undone_at, undone, \
                 schools, proposed, classes, pupils, nowhere from turn_sweep where ",
            $rest
        )
    };
}

impl Sweep {
    /// An opening. For those who look after the schools of its académie, and for jobs.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none; a fault of the database.
    pub async fn load(tx: &mut Tx, id: SweepId) -> Result<Self> {
        tx.one(select!("id = $1"), args![id]).await
    }

    /// Whether it goes on. A day later whatever opened it is dead, and another may be asked for.
    pub fn is_under_way(&self, now: Moment) -> bool {
        self.finished_at.is_none() && self.asked_at.plus_days(1) > now
    }
}

/// The openings for an académie in a year, the last first. For those who look after its schools.
///
/// # Errors
/// A fault of the database.
pub async fn all(tx: &mut Tx, academy: &str, year: i64) -> Result<Vec<Sweep>> {
    tx.all(select!("academy = $1 and year = $2 order by asked_at desc, id desc limit 50"), args![academy, year]).await
}

/// Asks for the opening of all the schools that have not done it.
///
/// # Errors
/// [`Error::Conflict`] when one is under way, or no school waits for it; a fault of the database.
pub async fn order(tx: &mut Tx, academy: &str, year: i64, by: AccountId) -> Result<()> {
    begin(tx, academy, year, Some(by), 0).await?.ok_or(Error::Conflict).map(drop)
}

/// Begins an opening, which a job goes on with after some seconds; none when no school waits for it.
async fn begin(tx: &mut Tx, academy: &str, year: i64, by: Option<AccountId>, seconds: i64) -> Result<Option<SweepId>> {
    let (id, now): (SweepId, Moment) = (tx.id(), tx.now());
    if all(tx, academy, year).await?.iter().any(|it| it.is_under_way(now)) {
        return Err(Error::Conflict);
    }
    if step::waiting(tx, academy, year, id, step::FIRST).await?.is_empty() {
        return Ok(None);
    }
    tx.change(
        "insert into turn_sweep (id, academy, year, asked_by, asked_at, schools, proposed, classes, pupils) \
         values ($1, $2, $3, $4, $5, 0, 0, 0, 0)",
        args![id, academy, year, by, now],
    )
    .await?;
    job::enqueue(tx, NAME, &id.to_string(), now.plus_seconds(seconds)).await?;
    Ok(Some(id))
}

const NAME: &str = "years.sweep";

/// The job: a batch, then the next.
pub const SWEEP: JobKind = JobKind { name: NAME, run: |house, id| Box::pin(go_on(house, id)) };

async fn go_on(house: House, id: String) -> Result<()> {
    let sweep: SweepId = id.parse().map_err(Error::fault)?;
    let more = step::advance(&house, sweep).await?;
    again(&house, NAME, sweep, more).await
}

/// Lets the job of an opening ask for itself while there is more to do.
async fn again(house: &House, job: &'static str, sweep: SweepId, more: bool) -> Result<()> {
    if !more {
        return Ok(());
    }
    let mut tx = house.db.write().await?;
    let now = tx.now();
    job::enqueue(&mut tx, job, &sweep.to_string(), now).await?;
    tx.commit().await
}

/// How long the terminal has before a job goes on instead: it was stopped, or lost its machine.
const PATIENCE_SECONDS: i64 = 900;

/// Opens the year for all the schools of an académie at once, from the terminal; tells what was done.
///
/// # Errors
/// [`Error::Conflict`] when an opening is under way; a fault of the database. What was opened before it stays.
pub async fn run(house: &House, academy: &str, year: i64) -> Result<Tally> {
    let mut tx = house.db.write().await?;
    let Some(id) = begin(&mut tx, academy, year, None, PATIENCE_SECONDS).await? else { return Ok(Tally::default()) };
    tx.commit().await?;
    while step::advance(house, id).await? {}
    let mut tx = house.db.read().await?;
    Ok(Sweep::load(&mut tx, id).await?.tally)
}
