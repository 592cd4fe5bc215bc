//! What is awaited in a breach, told in time: letters a week before each deadline, once, and what « Aujourd’hui » shows.

use crate::{
    Agreement, Side, State, W,
    breach::{self, Breach, Deadline},
    deadline,
    step::{self, Verb},
};
use commons::{
    House,
    identity::Identity,
    job::JobKind,
    mail::{self, Letter},
};
use db::{Day, Error, Result, Tx, args};
use jiff::{ToSpan, civil::Date};
use school::{Authority, Right, Viewer};
use web::{Task, dates};

/// The nightly job that reminds both parties; its payload is the day that is over.
pub const REMIND_BREACH: JobKind =
    JobKind { name: "agreements.breach", run: |house, payload| Box::pin(remind_all(house, payload)) };

/// How many days before a deadline its reminder leaves.
const DAYS_BEFORE: i64 = 7;

async fn remind_all(house: House, over: String) -> Result<()> {
    let over: Date = over.parse().map_err(Error::fault)?;
    let today = over.saturating_add(1.day());
    let mut tx = house.db.write().await?;
    for breach in breach::running(&mut tx).await? {
        let Some(next) = breach.next(today).filter(|it| is_due(&breach, *it, today)) else { continue };
        let agreement: Agreement = tx.one(crate::select_agreement!("a.id = $1"), args![breach.agreement_id]).await?;
        // Nobody is reminded about a convention whose year is over.
        if is_awaited(next, agreement.state) {
            remind(&mut tx, &house, &agreement, &breach, next).await?;
        }
    }
    tx.commit().await
}

/// Whether a reminder of a deadline is to leave: once, in the week before.
fn is_due(breach: &Breach, next: Deadline, today: Date) -> bool {
    let reminded = breach.reminded_on.as_ref().and_then(Day::date) == Some(next.day());
    !reminded && deadline::days_left(today, next.day()) <= DAYS_BEFORE
}

fn is_awaited(next: Deadline, state: State) -> bool {
    match next {
        Deadline::Conciliation(_) => matches!(state, State::Notice | State::Conciliation),
        Deadline::Effect(_) => state == State::TerminationNotice,
        Deadline::Court(_) => matches!(state, State::TerminationNotice | State::Terminated),
    }
}

async fn remind(tx: &mut Tx, house: &House, agreement: &Agreement, breach: &Breach, next: Deadline) -> Result<()> {
    let day = Day::from(next.day());
    tx.change("update breach set reminded_on = $2 where id = $1", args![breach.id, day]).await?;
    let sentence = words(next);
    step::record(tx, agreement.id, Verb::Reminded, &sentence, None).await?;
    let identity = Identity::of(tx, &format!("academy:{}", agreement.academy)).await?;
    let authority = Authority::load(tx, agreement.authority_id).await?;
    let address = format!("{}{}", house.address, path(agreement));
    for to in [Some(identity.email), authority.email].into_iter().flatten() {
        let to = to.trim().to_owned();
        if to.is_empty() {
            continue;
        }
        let subject = W.breach_mail_subject(&agreement.number);
        let said = W.breach_mail(&agreement.number, &agreement.authority, &sentence, &address);
        mail::post(tx, &Letter { to, subject, text: web::letter(&[&said]) }).await?;
    }
    Ok(())
}

/// What is awaited, in a sentence.
pub fn words(next: Deadline) -> String {
    let day = dates::date(next.day());
    match next {
        Deadline::Conciliation(_) => W.breach_conciliation_before(day),
        Deadline::Effect(_) => W.breach_takes_effect(day),
        Deadline::Court(_) => W.breach_court_from(day),
    }
}

fn path(agreement: &Agreement) -> String {
    format!("/conventions/{}/manquement", agreement.id)
}

/// What awaits an act of the viewer: a conciliation to be held, on either side.
///
/// # Errors
/// A fault of the database.
pub async fn tasks(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Task>> {
    if !viewer.may_over(Right::ManageAgreements) && !viewer.may_over(Right::HandleAgreement) {
        return Ok(Vec::new());
    }
    let agreements: Vec<Agreement> =
        tx.all(crate::select_agreement!("a.state in ('notice', 'conciliation') order by a.id"), &[]).await?;
    let mut tasks = Vec::new();
    for agreement in agreements {
        let Some(side) = agreement.side(viewer) else { continue };
        let latest = breach::latest(tx, agreement.id).await?;
        let Some(breach) = latest.filter(|it| it.awaits_conciliation(agreement.state)) else { continue };
        tasks.push(task(&agreement, &breach, side));
    }
    Ok(tasks)
}

fn task(agreement: &Agreement, breach: &Breach, side: Side) -> Task {
    let due = deadline::conciliation(breach.notice());
    let about = match side {
        Side::Academy => W.breach_task_about(&agreement.authority, &agreement.number),
        Side::Authority => W.breach_task_agreement(&agreement.number),
    };
    Task {
        title: W.breach_task_title().to_owned(),
        href: path(agreement),
        icon: "sablier",
        about,
        child: None,
        act: W.breach_task_act(),
        due: Some(due),
        since: breach.entered_at,
    }
}
