//! What is done about a breach: notified, told, noted, closed; [`enter`] and [`correct`] come before.

use super::{
    DataBreach,
    act_form::Act,
    step::{self, Verb},
};
use crate::W;
use db::{Error, Moment, Problems, Result, Tx, args};
use school::Viewer;
use web::dates;

pub use super::{
    act_form::ActForm,
    entry::{correct, enter},
};

/// « 30 septembre 2026 à 14 h 05 ».
pub fn said(at: Moment) -> String {
    let local = db::PARIS.to_datetime(at.timestamp());
    W.at_hour(dates::date(local.date()), dates::hour(local.time()))
}

/// Says that the CNIL was notified, or why it is not.
///
/// # Errors
/// [`Error::Invalid`] beside what is wrong; [`Error::Conflict`] once notified or closed.
pub async fn notify(tx: &mut Tx, viewer: &Viewer, breach: &DataBreach, form: &ActForm) -> Result<()> {
    breach.still_open()?;
    let (changed, verb, detail) = match form.check(breach, tx.now(), Some(super::clock::deadline(breach)))? {
        Act::Done { at, how, late } => {
            let detail = [Some(W.step_at(said(at), &how)), late.clone()].into_iter().flatten().collect::<Vec<_>>();
            let changed = tx
                .changed_rows(
                    "update data_breach set notified_at = $2, reference = $3, late_reason = $4, \
                     edition = edition + 1 where id = $1 and notified_at is null",
                    args![breach.id, at, how, late],
                )
                .await?;
            (changed, Verb::Notified, detail.join("\n"))
        }
        Act::Not(why) => {
            // Whoever wrongs people by more than nothing notifies: only « no risk » may be reasoned away.
            if breach.risk != super::Risk::Unlikely {
                return Err(Error::invalid("fait", W.act_must_notify()));
            }
            let changed = tx
                .changed_rows(
                    "update data_breach set unnotified_reason = $2, edition = edition + 1 \
                     where id = $1 and notified_at is null",
                    args![breach.id, &why],
                )
                .await?;
            (changed, Verb::NotNotified, why)
        }
    };
    followed(tx, viewer, breach, changed, verb, &detail).await
}

/// Says that people were told, or why they are not.
///
/// # Errors
/// [`Error::Invalid`] beside what is wrong; [`Error::Conflict`] once told or closed.
pub async fn tell(tx: &mut Tx, viewer: &Viewer, breach: &DataBreach, form: &ActForm) -> Result<()> {
    breach.still_open()?;
    let (changed, verb, detail) = match form.check(breach, tx.now(), None)? {
        Act::Done { at, how, .. } => {
            let detail = W.step_at(said(at), &how);
            let changed = tx
                .changed_rows(
                    "update data_breach set told_at = $2, told_how = $3, edition = edition + 1 \
                     where id = $1 and told_at is null",
                    args![breach.id, at, how],
                )
                .await?;
            (changed, Verb::Told, detail)
        }
        Act::Not(why) => {
            let changed = tx
                .changed_rows(
                    "update data_breach set untold_reason = $2, edition = edition + 1 \
                     where id = $1 and told_at is null",
                    args![breach.id, &why],
                )
                .await?;
            (changed, Verb::NotTold, why)
        }
    };
    followed(tx, viewer, breach, changed, verb, &detail).await
}

/// Adds something to the timeline, at any time: closed or not.
///
/// # Errors
/// [`Error::Invalid`] without words.
pub async fn note(tx: &mut Tx, viewer: &Viewer, breach: &DataBreach, words: &str) -> Result<()> {
    let words = web::reason::check(words)?;
    step::record(tx, breach.id, Verb::Noted, words, Some(viewer)).await
}

/// Closes a breach: what the law asks for was done, or said why not.
///
/// # Errors
/// [`Error::Invalid`] while something is missing; [`Error::Conflict`] once closed.
pub async fn close(tx: &mut Tx, viewer: &Viewer, breach: &DataBreach, words: &str) -> Result<()> {
    breach.still_open()?;
    let words = web::reason::check(words)?;
    let mut problems = Problems::default();
    problems.require(breach.is_notification_settled(), "reason", W.close_not_notified());
    problems.require(breach.is_telling_settled(), "reason", W.close_not_told());
    problems.require(!breach.measures.is_empty(), "reason", W.close_no_measure());
    problems.or(())?;
    let now = tx.now();
    let changed = tx
        .changed_rows(
            "update data_breach set closed_at = $2, edition = edition + 1 where id = $1 and closed_at is null",
            args![breach.id, now],
        )
        .await?;
    followed(tx, viewer, breach, changed, Verb::Closed, words).await
}

async fn followed(
    tx: &mut Tx,
    viewer: &Viewer,
    breach: &DataBreach,
    changed: u64,
    verb: Verb,
    detail: &str,
) -> Result<()> {
    if changed == 0 {
        return Err(Error::Conflict);
    }
    step::record(tx, breach.id, verb, detail, Some(viewer)).await
}
