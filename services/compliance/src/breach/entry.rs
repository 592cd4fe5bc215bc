//! What is known of a breach: entered, then written again with what stood before.

use super::{
    DataBreach, DataBreachId,
    act::said,
    form::Facts,
    paper::{natures_words, risk_word},
    reminder,
    step::{self, Verb},
};
use crate::W;
use db::{Error, Result, Tx, args};
use school::Viewer;

/// Enters a breach, and asks for its reminders.
///
/// # Errors
/// [`Error::Conflict`] when somebody enters another one at the same instant; a fault of the database.
pub async fn enter(tx: &mut Tx, viewer: &Viewer, facts: &Facts) -> Result<DataBreachId> {
    let (id, now): (DataBreachId, _) = (tx.id(), tx.now());
    tx.change(
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
        .changed_rows(
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
        (W.breach_risk(), risk_word(before.risk).to_owned(), risk_word(now.risk).to_owned()),
        (W.breach_natures(), natures_words(&before.natures), natures_words(&now.natures)),
        (W.breach_discovered(), said(before.discovered_at), said(now.discovered_at)),
    ];
    let changed = fields.into_iter().filter(|(_, before, now)| before != now);
    let lines = changed.map(|(label, before, _)| W.step_before(label, before));
    std::iter::once(reason.trim().to_owned()).chain(lines).collect::<Vec<_>>().join("\n")
}
