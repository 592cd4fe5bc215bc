//! What is done about a breach: entered, written again, notified, told, noted, closed.

use super::{
    DataBreach, DataBreachId,
    form::{Facts, instant},
    reminder,
    step::{self, Verb},
};
use crate::W;
use db::{Error, Moment, Problems, Result, Tx, args};
use school::Viewer;
use serde::Deserialize;
use web::dates;

/// The longest text of a field.
const LONGEST: usize = 6000;

/// Enters a breach, and asks for its reminders.
///
/// # Errors
/// [`Error::Conflict`] when somebody enters another one at the same instant; a fault of the database.
pub async fn enter(tx: &mut Tx, viewer: &Viewer, facts: &Facts) -> Result<DataBreachId> {
    let (id, now): (DataBreachId, _) = (tx.id(), tx.now());
    tx.run(
        "insert into data_breach (id, number, discovered_at, happened, natures, story, people, people_count, data, \
         records_count, consequences, measures, risk, entered_at, entered_by, edition) \
         select $1, coalesce(max(number), 0) + 1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 1 \
         from data_breach",
        args![
            id,
            facts.discovered_at,
            &facts.happened,
            &facts.natures,
            &facts.story,
            &facts.people,
            facts.people_count,
            &facts.data,
            facts.records_count,
            &facts.consequences,
            &facts.measures,
            facts.risk,
            now,
            viewer.account
        ],
    )
    .await?;
    step::record(tx, id, Verb::Entered, &facts.story, Some(viewer)).await?;
    reminder::ask(tx, id, facts.discovered_at).await?;
    Ok(id)
}

/// Writes what is known again, over the edition somebody read.
///
/// # Errors
/// [`Error::Conflict`] when it was changed meanwhile, or closed; a fault of the database.
pub async fn correct(
    tx: &mut Tx,
    viewer: &Viewer,
    breach: &DataBreach,
    read: i64,
    facts: &Facts,
    reason: &str,
) -> Result<()> {
    breach.still_open()?;
    let changed = tx
        .run(
            "update data_breach set discovered_at = $2, happened = $3, natures = $4, story = $5, people = $6, \
             people_count = $7, data = $8, records_count = $9, consequences = $10, measures = $11, risk = $12, \
             unnotified_reason = case when $12 = 'none' then unnotified_reason end, \
             edition = edition + 1 where id = $1 and edition = $13 and closed_at is null",
            args![
                breach.id,
                facts.discovered_at,
                &facts.happened,
                &facts.natures,
                &facts.story,
                &facts.people,
                facts.people_count,
                &facts.data,
                facts.records_count,
                &facts.consequences,
                &facts.measures,
                facts.risk,
                read
            ],
        )
        .await?;
    if changed == 0 {
        return Err(Error::Conflict);
    }
    step::record(tx, breach.id, Verb::Corrected, &difference(breach, facts, reason), Some(viewer)).await?;
    // What left already is not sent again; a reason that holds no more is awaited again.
    reminder::ask(tx, breach.id, facts.discovered_at).await
}

/// The reason, then what stood before: nothing that was written is lost.
fn difference(before: &DataBreach, now: &Facts, reason: &str) -> String {
    let counted = |count: Option<i64>| count.map_or_else(String::new, |it| it.to_string());
    let fields = [
        (W.breach_story(), before.story.clone(), now.story.clone()),
        (W.breach_happened(), before.happened.clone(), now.happened.clone()),
        (W.breach_people(), before.people.clone(), now.people.clone()),
        (W.breach_people_count(), counted(before.people_count), counted(now.people_count)),
        (W.breach_data(), before.data.clone(), now.data.clone()),
        (W.breach_records_count(), counted(before.records_count), counted(now.records_count)),
        (W.breach_consequences(), before.consequences.clone(), now.consequences.clone()),
        (W.breach_measures(), before.measures.clone(), now.measures.clone()),
        (
            W.breach_risk(),
            super::paper::risk_word(before.risk).to_owned(),
            super::paper::risk_word(now.risk).to_owned(),
        ),
        (W.breach_natures(), super::paper::natures_words(&before.natures), super::paper::natures_words(&now.natures)),
        (W.breach_discovered(), said(before.discovered_at), said(now.discovered_at)),
    ];
    let changed = fields.into_iter().filter(|(_, before, now)| before != now);
    let lines = changed.map(|(label, before, _)| W.step_before(label, before));
    std::iter::once(reason.trim().to_owned()).chain(lines).collect::<Vec<_>>().join("\n")
}

/// « 30 septembre 2026 à 14 h 05 ».
pub fn said(at: Moment) -> String {
    let local = db::PARIS.to_datetime(at.timestamp());
    W.at_hour(dates::date(local.date()), dates::hour(local.time()))
}

/// What is typed about a notification, about people told, about the rest.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ActForm {
    /// `oui` when it was done, `non` when it was not and need not be.
    pub fait: String,
    /// The day it was done.
    pub jour: String,
    /// Its hour.
    pub heure: String,
    /// The reference of the CNIL; how people were told.
    pub precision: String,
    /// Why not; why late.
    pub motif: String,
}

/// What was decided.
#[derive(Debug, Clone)]
enum Act {
    Done { at: Moment, how: String, late: Option<String> },
    Not(String),
}

impl ActForm {
    fn check(&self, breach: &DataBreach, now: Moment, latest: Option<Moment>) -> Result<Act> {
        let mut problems = Problems::default();
        let motif = self.motif.trim();
        problems.require(self.motif.chars().count() <= LONGEST, "motif", W.too_long());
        problems.require(self.precision.chars().count() <= LONGEST, "precision", W.too_long());
        match self.fait.as_str() {
            "oui" => {
                let at = instant(&self.jour, &self.heure).filter(|at| *at <= now && *at >= breach.discovered_at);
                problems.require(at.is_some(), "jour", W.act_when_wrong());
                problems.require(!self.precision.trim().is_empty(), "precision", W.act_how_missing());
                let is_late = at.zip(latest).is_some_and(|(at, latest)| at > latest);
                problems.require(!is_late || !motif.is_empty(), "motif", W.act_late_missing());
                let late = is_late.then(|| motif.to_owned());
                problems.or(Act::Done { at: at.unwrap_or(now), how: self.precision.trim().to_owned(), late })
            }
            "non" => {
                problems.require(!motif.is_empty(), "motif", W.act_why_missing());
                problems.or(Act::Not(motif.to_owned()))
            }
            _ => Err(Error::invalid("fait", W.act_missing())),
        }
    }
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
                .run(
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
                .run(
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
                .run(
                    "update data_breach set told_at = $2, told_how = $3, edition = edition + 1 \
                     where id = $1 and told_at is null",
                    args![breach.id, at, how],
                )
                .await?;
            (changed, Verb::Told, detail)
        }
        Act::Not(why) => {
            let changed = tx
                .run(
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
        .run(
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
