//! `/ecoles/{school}/transferts/{transfer}`: a pupil another school entered, as each of both schools sees it and answers.

use super::transfer_part::{facts, status};
use crate::{
    W,
    onde::run::{Run, Undoing},
    transfer::{self, REASON, State, Transfer, TransferId},
};
use askama::Template;
use commons::access::Topic;
use db::{Error, Problems, Result, Tx};
use school::{SchoolId, Viewer};
use serde::Deserialize;
use web::{
    Answer, Form, Path, SignedIn,
    component::{Button, ErrorSummary, Field, LinkButton, Status},
    summary,
};

#[derive(Template)]
#[template(path = "transfer.html")]
pub(super) struct TransferPage {
    name: String,
    status: Status,
    summary: Option<ErrorSummary>,
    facts: Vec<(&'static str, String)>,
    about: &'static str,
    /// Where the files that were applied can be put back.
    files: Option<LinkButton>,
    /// Where each act is done, and its button.
    acts: Vec<(String, Button)>,
    contest: Option<ContestPart>,
    back: String,
}

struct ContestPart {
    action: String,
    reason: Field,
    send: Button,
}

/// What the form sends.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Typed {
    motif: String,
}

/// `GET /ecoles/{school}/transferts/{transfer}`
pub(crate) async fn show(mut visit: SignedIn, Path((school, id)): Path<(SchoolId, TransferId)>) -> Answer {
    let mut tx = visit.read().await?;
    let transfer = Transfer::load(&mut tx, &visit.viewer, school, id).await?;
    let page = page(&mut tx, &visit.viewer, school, &transfer, "", &Problems::default()).await?;
    drop(tx);
    visit.looked(vec![transfer.person_id], Topic::Quality, None).await;
    visit.page(&transfer.name(), &page)
}

/// `POST /ecoles/{school}/transferts/{transfer}/accord`
pub(crate) async fn agree(mut visit: SignedIn, Path((school, id)): Path<(SchoolId, TransferId)>) -> Answer {
    let mut tx = visit.write().await?;
    let transfer = Transfer::load(&mut tx, &visit.viewer, school, id).await?;
    transfer::agree(&mut tx, &visit.viewer, &transfer).await?;
    tx.commit().await?;
    Ok(visit.done(&list(school), W.transfer_was_agreed()))
}

/// `POST /ecoles/{school}/transferts/{transfer}/contestation`
pub(crate) async fn contest(
    mut visit: SignedIn,
    Path((school, id)): Path<(SchoolId, TransferId)>,
    Form(typed): Form<Typed>,
) -> Answer {
    let house = visit.site.house.clone();
    let mut tx = visit.write().await?;
    let transfer = Transfer::load(&mut tx, &visit.viewer, school, id).await?;
    match transfer::contest(&mut tx, &house, &visit.viewer, &transfer, &typed.motif).await {
        Ok(()) => tx.commit().await?,
        Err(Error::Invalid(problems)) => return again(visit, tx, school, &transfer, &typed.motif, &problems).await,
        Err(other) => return Err(other.into()),
    }
    Ok(visit.done(&list(school), W.transfer_was_contested()))
}

async fn again(
    visit: SignedIn,
    mut tx: Tx,
    school: SchoolId,
    transfer: &Transfer,
    typed: &str,
    problems: &Problems,
) -> Answer {
    let page = page(&mut tx, &visit.viewer, school, transfer, typed, problems).await?;
    drop(tx);
    visit.again(&transfer.name(), &page)
}

/// `POST /ecoles/{school}/transferts/{transfer}/maintien`
pub(crate) async fn keep(mut visit: SignedIn, Path((school, id)): Path<(SchoolId, TransferId)>) -> Answer {
    let mut tx = visit.write().await?;
    let transfer = Transfer::load(&mut tx, &visit.viewer, school, id).await?;
    transfer::keep(&mut tx, &visit.viewer, &transfer).await?;
    tx.commit().await?;
    Ok(visit.done(&list(school), W.transfer_was_kept()))
}

fn list(school: SchoolId) -> String {
    format!("/ecoles/{school}/transferts")
}

async fn page(
    tx: &mut Tx,
    viewer: &Viewer,
    school: SchoolId,
    transfer: &Transfer,
    typed: &str,
    problems: &Problems,
) -> Result<TransferPage> {
    let address = format!("{}/{}", list(school), transfer.id);
    let page = match school == transfer.school_id {
        true => left(transfer, &address, typed, problems),
        false => joined(transfer, &address, files(tx, viewer, transfer).await?),
    };
    Ok(TransferPage { summary: summary(problems), ..page })
}

/// For the school the child leaves.
fn left(transfer: &Transfer, address: &str, typed: &str, problems: &Problems) -> TransferPage {
    let agree = || (format!("{address}/accord"), Button::primary(W.transfer_agree()).icon("fait"));
    let contest = || ContestPart {
        action: format!("{address}/contestation"),
        reason: Field::area(REASON, W.transfer_reason_label(), 3)
            .hint(W.transfer_reason_hint())
            .value(typed)
            .required()
            .error(problems.of(REASON)),
        send: Button::secondary(W.transfer_contest()).icon("attention"),
    };
    let about = match transfer.state {
        State::Asked => W.transfer_ask_about(),
        State::Contested | State::Kept => W.transfer_contested_about(),
        State::Agreed | State::Settled | State::Undone => W.transfer_closed(),
    };
    let acts = transfer.closed_at.is_none().then(agree).into_iter().collect();
    let page = TransferPage::new(transfer, about, acts, list(transfer.school_id));
    TransferPage { contest: (transfer.state == State::Asked).then(contest), ..page }
}

/// For the school that entered the child.
fn joined(transfer: &Transfer, address: &str, files: Option<LinkButton>) -> TransferPage {
    let keep = || (format!("{address}/maintien"), Button::secondary(W.transfer_keep()).icon("fait"));
    let about = match transfer.state {
        State::Asked => W.transfer_waits_about(),
        State::Contested => W.transfer_answer_about(),
        State::Kept => W.transfer_kept_about(),
        State::Agreed | State::Settled | State::Undone => W.transfer_closed(),
    };
    let acts = (transfer.state == State::Contested).then(keep).into_iter().collect();
    TransferPage { files, ..TransferPage::new(transfer, about, acts, list(transfer.to_school)) }
}

/// The page where the files can be put back, as long as they can.
async fn files(tx: &mut Tx, viewer: &Viewer, transfer: &Transfer) -> Result<Option<LinkButton>> {
    let run = match Run::load(tx, viewer, transfer.to_school, transfer.run_id).await {
        Ok(run) => run,
        // The files are not kept any more.
        Err(Error::NotFound) => return Ok(None),
        Err(other) => return Err(other),
    };
    let address = format!("/ecoles/{}/onde/{}", transfer.to_school, transfer.run_id);
    let link = || LinkButton::secondary(W.transfer_files(), address).icon("retablir");
    // Files applied since are put back first: their page says so.
    Ok((run.undoing(false, tx.now()) == Undoing::Offered).then(link))
}

impl TransferPage {
    /// What all who see it read, with what they may do.
    pub(super) fn new(transfer: &Transfer, about: &'static str, acts: Vec<(String, Button)>, back: String) -> Self {
        Self {
            name: transfer.name(),
            status: status(transfer.state),
            summary: None,
            facts: facts(transfer),
            about,
            files: None,
            acts,
            contest: None,
            back,
        }
    }
}
