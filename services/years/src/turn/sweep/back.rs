//! Taking back what an académie opened, for thirty days: each school by itself, as its head would; one that had prepared nothing has
//! nothing prepared again. One the directory brought its
//! classes to stays open, and the report says so; one that fails is tried again.

use super::{Sweep, SweepId, aside};
use crate::turn::{Turn, UNDO_DAYS, select_turns, undo};
use commons::{
    House,
    audit::{self, Action},
    job::{self, JobKind},
};
use db::{Error, Moment, Result, Tx, args};
use school::AccountId;

/// How many schools are taken back before the job asks for itself again.
const BATCH: i64 = 50;

impl Sweep {
    /// The last instant an opening is taken back; none while it is under way, when it was taken back already, or opened nothing.
    pub fn deadline(&self, now: Moment) -> Option<Moment> {
        let until = self.asked_at.plus_days(UNDO_DAYS);
        let is_done = !self.is_under_way(now) && !self.is_taken_back(now) && self.tally.schools > 0;
        (is_done && until > now).then_some(until)
    }

    /// Whether it was taken back, or that goes on. A day later whatever did it is dead, and it may be asked for again.
    fn is_taken_back(&self, now: Moment) -> bool {
        self.undone_at.is_some() || self.undo_asked_at.is_some_and(|at| at.plus_days(1) > now)
    }
}

/// Asks for an opening to be taken back.
///
/// # Errors
/// [`Error::Conflict`] when it cannot be any more, or somebody was faster; a fault of the database.
pub async fn order(tx: &mut Tx, sweep: &Sweep, by: AccountId) -> Result<()> {
    claim(tx, sweep, Some(by), 0).await
}

/// What is taken back is opened no further: the job of an opening that died is still there.
async fn claim(tx: &mut Tx, sweep: &Sweep, by: Option<AccountId>, seconds: i64) -> Result<()> {
    let now = tx.now();
    sweep.deadline(now).ok_or(Error::Conflict)?;
    let claimed = tx
        .changed_rows(
            "update turn_sweep set undo_asked_at = $2, undo_asked_by = $3, finished_at = coalesce(finished_at, $2) \
             where id = $1 and undone_at is null and undo_asked_at is not distinct from $4",
            args![sweep.id, now, by, sweep.undo_asked_at],
        )
        .await?;
    if claimed == 0 {
        return Err(Error::Conflict);
    }
    job::enqueue(tx, NAME, &sweep.id.to_string(), now.plus_seconds(seconds)).await
}

const NAME: &str = "years.sweep-back";

/// The job: some schools, then the next.
pub const BACK: JobKind = JobKind { name: NAME, run: |house, id| Box::pin(go_on(house, id)) };

async fn go_on(house: House, id: String) -> Result<()> {
    let sweep: SweepId = id.parse().map_err(Error::fault)?;
    let more = advance(&house, sweep).await?;
    super::again(&house, NAME, sweep, more).await
}

/// Takes back all an académie opened in a year, from the terminal; answers the openings as they are then, the last first.
///
/// # Errors
/// A fault of the database. What was taken back before it stays so.
pub async fn run(house: &House, academy: &str, year: i64) -> Result<Vec<Sweep>> {
    let mut tx = house.db.read().await?;
    let sweeps = super::all(&mut tx, academy, year).await?;
    drop(tx);
    let mut taken = Vec::new();
    for sweep in sweeps {
        let mut tx = house.db.write().await?;
        if sweep.deadline(tx.now()).is_none() {
            continue;
        }
        claim(&mut tx, &sweep, None, super::PATIENCE_SECONDS).await?;
        tx.commit().await?;
        while advance(house, sweep.id).await? {}
        let mut tx = house.db.read().await?;
        taken.push(Sweep::load(&mut tx, sweep.id).await?);
    }
    Ok(taken)
}

/// Takes back the next schools, a transaction each; tells whether there may be more. One that fails keeps no other from its year of
/// before; when only such are left their fault is answered, and the job tries again.
async fn advance(house: &House, id: SweepId) -> Result<bool> {
    let mut tx = house.db.write().await?;
    let sweep = Sweep::load(&mut tx, id).await?;
    if sweep.undo_asked_at.is_none() || sweep.undone_at.is_some() {
        return Ok(false);
    }
    let turns: Vec<Turn> = tx.all(OPENED, args![id, BATCH]).await?;
    if turns.is_empty() {
        finish(&mut tx, &sweep).await?;
        tx.commit().await?;
        return Ok(false);
    }
    drop(tx);
    let (mut goes_on, mut fault) = (false, None);
    for turn in &turns {
        match take_back(house, &sweep, turn).await {
            Ok(()) => goes_on = true,
            Err(error) => fault = Some(error),
        }
    }
    fault.filter(|_| !goes_on).map_or(Ok(true), Err)
}

const OPENED: &str = select_turns!(
    "t.sweep_id = $1 and t.state = 'open' and not exists (select 1 from turn_aside k where k.sweep_id = $1 \
         and k.school_id = t.school_id and k.reason = 'kept') order by t.school_id limit $2"
);

async fn take_back(house: &House, sweep: &Sweep, turn: &Turn) -> Result<()> {
    let mut tx = house.db.write().await?;
    match undo::undo(&mut tx, turn, sweep.undo_asked_by).await {
        Ok(()) => {
            if turn.was_opened_as_proposed() {
                undo::forget_draft(&mut tx, turn).await?;
            }
            tx.change("update turn_sweep set undone = undone + 1 where id = $1", args![sweep.id]).await?;
            tx.commit().await
        }
        // Its year was used meanwhile.
        Err(error @ Error::Conflict) => {
            drop(tx);
            aside::put(house, sweep.id, turn.school_id, aside::Reason::Kept, &error.to_string()).await
        }
        Err(error) => Err(error),
    }
}

async fn finish(tx: &mut Tx, sweep: &Sweep) -> Result<()> {
    let now = tx.now();
    tx.change("update turn_sweep set undone_at = $2 where id = $1", args![sweep.id, now]).await?;
    let detail = format!("{} {} : {}", sweep.academy, sweep.year, sweep.undone);
    let (by, subject) = (sweep.undo_asked_by, Some(sweep.id.to_string()));
    audit::write(tx, by, Action::YearOpeningUndone, subject, Some(&detail)).await
}
