//! What is done to several conventions at once from the board: a transaction each, so that one that cannot be stops no other.

use crate::{
    Agreement, AgreementId, Side, State, W,
    board::Filter,
    letter::{self, News},
    proposal, reminder,
};
use commons::{
    House,
    job::{self, JobKind},
};
use db::{Error, Result, Tx};
use school::{AccountId, Viewer};
use serde::{Deserialize, Serialize};

/// The job that proposes every draft of a filter, while nobody waits.
pub const PROPOSE_ALL: JobKind =
    JobKind { name: "agreements.propose", run: |house, payload| Box::pin(propose_all(house, payload)) };

/// As many as are done at once, at most: twice what a page shows.
pub const MOST: usize = 100;

/// What may be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// Proposing drafts.
    Propose,
    /// Reminding authorities.
    Remind,
}

/// What was done, and what could not be.
#[derive(Debug, Clone, Default)]
pub struct Report {
    /// How many were done.
    pub done: i64,
    /// Which ones could not be, and why.
    pub refused: Vec<Refused>,
}

/// A convention something could not be done to.
#[derive(Debug, Clone)]
pub struct Refused {
    /// The convention.
    pub id: AgreementId,
    /// Its number.
    pub number: String,
    /// The name of its authority.
    pub authority: String,
    /// Why.
    pub why: String,
}

/// Does it to each of these conventions, in their order.
///
/// # Errors
/// [`Error::NotFound`] or [`Error::Forbidden`], before anything is done, when the viewer does not manage one of them; a fault
/// of the database.
pub async fn act(house: &House, viewer: &Viewer, act: Act, chosen: &[AgreementId]) -> Result<Report> {
    let mut tx = house.db.read().await?;
    for id in chosen {
        Agreement::managed(&mut tx, viewer, *id).await?;
    }
    drop(tx);
    let mut report = Report::default();
    for id in chosen {
        let mut tx = house.db.write().await?;
        let agreement = Agreement::managed(&mut tx, viewer, *id).await?;
        let why = match one(&mut tx, &house.address, viewer, act, &agreement).await {
            Ok(()) => {
                tx.commit().await?;
                report.done += 1;
                continue;
            }
            Err(Error::Invalid(problems)) => problems.all().first().map(|it| it.1.clone()).unwrap_or_default(),
            Err(Error::Conflict) => W.board_state_changed().to_owned(),
            Err(other) => return Err(other),
        };
        let Agreement { id, number, authority, .. } = agreement;
        report.refused.push(Refused { id, number, authority, why });
    }
    Ok(report)
}

async fn one(tx: &mut Tx, house: &str, viewer: &Viewer, act: Act, agreement: &Agreement) -> Result<()> {
    match act {
        Act::Propose => {
            proposal::propose(tx, viewer, agreement).await?;
            letter::tell_other(tx, house, agreement, Side::Academy, News::Proposed).await
        }
        Act::Remind => reminder::ask_again(tx, house, viewer, agreement).await,
    }
}

/// What a job was asked to propose, and by whom.
#[derive(Serialize, Deserialize)]
struct Order {
    account: AccountId,
    year: i64,
    academy: String,
    department: String,
}

/// Has every draft of a year proposed, in the académie and the département looked at. For those who manage them.
///
/// # Errors
/// A fault of the database.
pub async fn order_all(tx: &mut Tx, viewer: &Viewer, filter: &Filter) -> Result<()> {
    let (academy, department) = (filter.academy.clone(), filter.department.clone());
    let order = Order { account: viewer.account, year: filter.year, academy, department };
    let payload = serde_json::to_string(&order).map_err(Error::fault)?;
    let now = tx.now();
    job::enqueue(tx, PROPOSE_ALL.name, &payload, now).await
}

/// Those without a school stay drafts; so do those somebody proposed meanwhile, when it runs twice.
async fn propose_all(house: House, payload: String) -> Result<()> {
    let order: Order = serde_json::from_str(&payload).map_err(Error::fault)?;
    let mut tx = house.db.read().await?;
    let viewer = Viewer::load(&mut tx, order.account).await?;
    let mut filter = match Filter::of(&mut tx, &viewer, order.year).await {
        // Who asked for it runs the scheme no more.
        Err(Error::NotFound) => return Ok(()),
        found => found?,
    };
    (filter.academy, filter.department, filter.state) = (order.academy, order.department, Some(State::Draft));
    let rows = filter.all(&mut tx).await?;
    drop(tx);
    let drafts: Vec<AgreementId> = rows.iter().filter(|row| row.schools > 0).map(|row| row.id).collect();
    for some in drafts.chunks(MOST) {
        let report = act(&house, &viewer, Act::Propose, some).await?;
        tracing::info!(done = report.done, refused = report.refused.len(), "conventions were proposed together");
    }
    Ok(())
}
