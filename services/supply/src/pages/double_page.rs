//! `/doublons/{double}`: two entries side by side, and what is decided of them.

use super::double_part::{address, list_of, reasons, status};
use crate::{
    W,
    double::{
        Double, DoubleId, State,
        decide::{self, REFUSAL},
        facts::{Facts, Known},
        refusal, release,
        sides::{self, Holding},
    },
};
use askama::Template;
use commons::access::Topic;
use db::{Error, Result, Tx};
use school::Source;
use web::{
    Answer, Path, SignedIn,
    component::{Button, Notice, Status},
    dates,
};

#[derive(Template)]
#[template(path = "double.html")]
struct DoublePage {
    status: Status,
    reasons: Option<String>,
    notice: Option<Notice>,
    sides: Vec<SidePart>,
    address: String,
    merge: Option<Button>,
    ignore: Option<Button>,
    undo: Option<Button>,
    reopen: Option<Button>,
    back: String,
}

/// One entry.
struct SidePart {
    heading: &'static str,
    name: String,
    facts: Vec<(&'static str, String)>,
}

/// `GET /doublons/{double}`
pub(crate) async fn show(mut visit: SignedIn, Path(id): Path<DoubleId>) -> Answer {
    let mut tx = visit.read().await?;
    let double = Double::load(&mut tx, &visit.viewer, id).await?;
    let back = list_of(&visit.viewer, &double);
    let page = DoublePage::build(&mut tx, &double, back).await?;
    drop(tx);
    visit.looked(vec![double.person_a, double.person_b], Topic::Quality, None).await;
    visit.page(W.double_title(), &page)
}

/// `POST /doublons/{double}/fusion`
pub(crate) async fn merge(mut visit: SignedIn, Path(id): Path<DoubleId>) -> Answer {
    let mut tx = visit.write().await?;
    let double = Double::load(&mut tx, &visit.viewer, id).await?;
    match decide::merge(&mut tx, &visit.viewer, &double).await {
        Ok(()) => tx.commit().await?,
        Err(Error::Invalid(problems)) => {
            return Ok(visit.not_done(&address(&double), &problems.of(REFUSAL).unwrap_or_default()));
        }
        Err(error) => return Err(error.into()),
    }
    Ok(visit.done(&list_of(&visit.viewer, &double), W.double_was_merged()))
}

/// `POST /doublons/{double}/ecart`
pub(crate) async fn ignore(mut visit: SignedIn, Path(id): Path<DoubleId>) -> Answer {
    let mut tx = visit.write().await?;
    let double = Double::load(&mut tx, &visit.viewer, id).await?;
    decide::ignore(&mut tx, &visit.viewer, &double).await?;
    tx.commit().await?;
    Ok(visit.done(&list_of(&visit.viewer, &double), W.double_was_ignored()))
}

/// `POST /doublons/{double}/annulation`
pub(crate) async fn undo(mut visit: SignedIn, Path(id): Path<DoubleId>) -> Answer {
    let mut tx = visit.write().await?;
    let double = Double::load(&mut tx, &visit.viewer, id).await?;
    release::part(&mut tx, &visit.viewer, &double).await?;
    tx.commit().await?;
    Ok(visit.done(&list_of(&visit.viewer, &double), W.double_was_parted()))
}

/// `POST /doublons/{double}/examen`
pub(crate) async fn reopen(mut visit: SignedIn, Path(id): Path<DoubleId>) -> Answer {
    let mut tx = visit.write().await?;
    let double = Double::load(&mut tx, &visit.viewer, id).await?;
    decide::reopen(&mut tx, &visit.viewer, &double).await?;
    tx.commit().await?;
    Ok(visit.done(&address(&double), W.double_was_reopened()))
}

/// What the two entries are called: one takes the place of the other only once they are joined.
fn headings(state: State) -> (&'static str, &'static str) {
    match state {
        State::Proposed => (W.double_would_stay(), W.double_second()),
        State::Merged => (W.double_kept(), W.double_other()),
        State::Ignored => (W.double_first(), W.double_second()),
    }
}

impl DoublePage {
    async fn build(tx: &mut Tx, double: &Double, back: String) -> Result<Self> {
        let (kept, other) = sides::of(tx, double).await?;
        let waits = double.state == State::Proposed;
        let refused = refusal::of(&kept.person, &other.person).filter(|_| waits);
        let (first, second) = headings(double.state);
        let shown = [SidePart::build(tx, first, &kept).await?, SidePart::build(tx, second, &other).await?];
        let undo = double.is_undoable(tx.now());
        Ok(Self {
            status: status(double.state),
            reasons: Some(reasons(double)).filter(|it| !it.is_empty()).map(|it| W.double_reasons(it)),
            notice: refused.map(|it| Notice::attention(it.word())),
            sides: shown.into_iter().collect(),
            address: address(double),
            merge: (waits && refused.is_none()).then(|| Button::primary(W.double_merge()).icon("fait")),
            ignore: waits.then(|| Button::secondary(W.double_ignore()).icon("fermer")),
            undo: undo.then(|| Button::danger(W.double_undo()).icon("annuler")),
            reopen: (double.state == State::Ignored).then(|| Button::secondary(W.double_reopen()).icon("retablir")),
            back,
        })
    }
}

impl SidePart {
    async fn build(tx: &mut Tx, heading: &'static str, known: &Known) -> Result<Self> {
        let person = &known.person;
        let Holding { places, relatives } = sides::holding(tx, person.id).await?;
        let born = person.birth_day.as_deref().and_then(|day| day.parse().ok()).map(dates::date);
        let level = person.level.as_deref().and_then(aaf::level_of).map(|it| it.label.to_owned());
        let left = person.gone_at.filter(|_| person.merged_into.is_none()).map(|at| dates::date(at.day()));
        let list = |values: Vec<String>| (!values.is_empty()).then(|| values.join(", "));
        let facts = [
            (W.fact_source(), Some(source_word(person.source).to_owned())),
            (W.fact_birth(), born),
            (W.fact_ine(), person.ine.clone()),
            (W.fact_level(), level),
            (W.fact_email(), person.email.clone()),
            (W.fact_places(), list(places)),
            (W.fact_relatives(), list(relatives)),
            (W.fact_account(), Some(account_word(person).to_owned())),
            (W.fact_left(), left),
        ];
        let facts = facts.into_iter().filter_map(|(label, value)| value.map(|value| (label, value))).collect();
        Ok(Self { heading, name: person.name(), facts })
    }
}

fn source_word(source: Source) -> &'static str {
    match source {
        Source::Aaf => W.source_aaf(),
        Source::Onde => W.source_onde(),
        Source::Hand => W.source_hand(),
    }
}

fn account_word(person: &Facts) -> &'static str {
    match (person.account_id, person.activated_at) {
        (None, _) => W.account_none(),
        (Some(_), None) => W.account_waiting(),
        (Some(_), Some(_)) => W.account_in_use(),
    }
}
