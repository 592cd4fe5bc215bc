//! A file that was read and compared waits until whoever sent it has seen what it would do.

use super::{comparison::Found, report::Report};
use db::{Error, Moment, Result, Tx, args, id};
use school::Viewer;

id! {
    /// A trial.
    TrialId
}

/// For how long it waits.
const DAYS: i64 = 2;

/// A file that waits.
#[derive(Debug, Clone)]
pub struct Trial {
    /// The trial.
    pub id: TrialId,
    /// The name of the file.
    pub file: String,
    /// When it was read.
    pub made_at: Moment,
    /// When it was applied.
    pub applied_at: Option<Moment>,
    /// What was understood.
    pub report: Report,
}

/// Keeps what was understood for whoever sent it; those of two days ago go.
///
/// # Errors
/// A fault of the database.
pub async fn keep(tx: &mut Tx, viewer: &Viewer, file: &str, understood: &(Report, Vec<Found>)) -> Result<TrialId> {
    let (id, now): (TrialId, _) = (tx.id(), tx.now());
    tx.change("delete from open_directory_trial where made_at < $1", args![now.plus_days(-DAYS)]).await?;
    let report = serde_json::to_string(&understood.0).map_err(Error::fault)?;
    let found = serde_json::to_string(&understood.1).map_err(Error::fault)?;
    tx.change(
        "insert into open_directory_trial (id, account_id, made_at, file, report, found) values ($1, $2, $3, $4, $5, $6)",
        args![id, viewer.account, now, file, report, found],
    )
    .await?;
    Ok(id)
}

/// A trial of the viewer's own.
///
/// # Errors
/// [`Error::NotFound`] for those of others, and once it is gone.
pub async fn load(tx: &mut Tx, viewer: &Viewer, id: TrialId) -> Result<Trial> {
    let (file, made_at, applied_at, report): (String, Moment, Option<Moment>, String) = tx
        .one(
            "select file, made_at, applied_at, report from open_directory_trial where id = $1 and account_id = $2",
            args![id, viewer.account],
        )
        .await?;
    let report = serde_json::from_str(&report).map_err(Error::fault)?;
    Ok(Trial { id, file, made_at, applied_at, report })
}

/// Applies a trial; once only.
///
/// # Errors
/// [`Error::NotFound`] for those of others; [`Error::Conflict`] once it was applied; a fault of the database.
pub async fn apply(tx: &mut Tx, viewer: &Viewer, id: TrialId) -> Result<Report> {
    let mut report = load(tx, viewer, id).await?.report;
    let now = tx.now();
    let rows = tx
        .changed_rows(
            "update open_directory_trial set applied_at = $2 where id = $1 and applied_at is null",
            args![id, now],
        )
        .await?;
    if rows == 0 {
        return Err(Error::Conflict);
    }
    let found: String = tx.one_value("select found from open_directory_trial where id = $1", args![id]).await?;
    let found: Vec<Found> = serde_json::from_str(&found).map_err(Error::fault)?;
    (report.founded, report.paid) = super::apply(tx, &found, Some(viewer.account)).await?;
    let text = serde_json::to_string(&report).map_err(Error::fault)?;
    tx.change("update open_directory_trial set report = $2, found = '[]' where id = $1", args![id, text]).await?;
    Ok(report)
}
