//! The clock of a breach told in time: letters 24 and 60 hours after its discovery, and what « Aujourd’hui » shows.

use super::{
    DataBreach, DataBreachId, act, clock, select_breaches,
    step::{self, Verb},
};
use crate::{W, barrier, declaration_form::is_address};
use commons::{
    House,
    identity::{Identity, REGION},
    job::{self, JobKind},
    mail::{self, Letter},
};
use db::{Error, Moment, Result, Tx, args};
use school::{Right, Role, Viewer};
use web::Task;

/// Reminds those who keep the notebook; its payload is a breach and a number of hours.
pub const REMIND: JobKind =
    JobKind { name: "compliance.breach", run: |house, payload| Box::pin(remind(house, payload)) };

/// After how many hours, and what the timeline says of it.
const ROUNDS: [(i64, Verb); 2] = [(24, Verb::RemindedDay), (60, Verb::RemindedLast)];

/// Asks for the reminders of a breach discovered at an instant.
///
/// # Errors
/// A fault of the database.
pub async fn ask(tx: &mut Tx, id: DataBreachId, discovered_at: Moment) -> Result<()> {
    for (hours, _) in ROUNDS {
        job::enqueue(tx, REMIND.name, &format!("{id} {hours}"), discovered_at.plus_seconds(hours * 3600)).await?;
    }
    Ok(())
}

async fn remind(house: House, payload: String) -> Result<()> {
    let (id, hours) = payload.split_once(' ').ok_or_else(|| Error::fault("no breach and hours"))?;
    let id: DataBreachId = id.parse().map_err(Error::fault)?;
    let Some((hours, verb)) = ROUNDS.into_iter().find(|(it, _)| it.to_string() == hours) else { return Ok(()) };
    let mut tx = house.db.write().await?;
    let breach: DataBreach = tx.one(select_breaches!("where id = $1"), args![id]).await?;
    if is_due(&mut tx, &breach, hours, verb).await? {
        send(&mut tx, &house, &breach).await?;
        step::record(&mut tx, id, verb, "", None).await?;
    }
    tx.commit().await
}

/// The discovery may have been corrected since: the reminder of its new hour is asked for too, and leaves once.
async fn is_due(tx: &mut Tx, breach: &DataBreach, hours: i64, verb: Verb) -> Result<bool> {
    let settled = breach.closed_at.is_some() || breach.is_notification_settled();
    let now = tx.now();
    let is_past = |hours: i64| breach.discovered_at.plus_seconds(hours * 3600) <= now;
    // Entered late, it has one letter: that of the last hour that is past.
    let overtaken = ROUNDS.iter().any(|(later, _)| *later > hours && is_past(*later));
    Ok(!settled && is_past(hours) && !overtaken && !step::has(tx, breach.id, verb).await?)
}

async fn send(tx: &mut Tx, house: &House, breach: &DataBreach) -> Result<()> {
    let address = format!("{}/violations/{}", house.address, breach.id);
    let text = web::letter(&[&W.breach_letter(breach.number, act::said(clock::deadline(breach)), &address)]);
    let identity = Identity::of(tx, REGION).await?;
    let written = identity.officer.split_whitespace().map(|it| it.trim_matches([',', ';', '<', '>', '(', ')']));
    let written = written.chain([identity.email.trim()]).filter(|it| is_address(it)).map(str::to_lowercase);
    let mut addresses = officers(tx).await?;
    for address in written {
        if !addresses.contains(&address) {
            addresses.push(address);
        }
    }
    for to in addresses {
        let letter = Letter { to, subject: W.breach_letter_subject(breach.number), text: text.clone() };
        mail::post(tx, &letter).await?;
    }
    Ok(())
}

/// The addresses of the data protection officers, each once.
async fn officers(tx: &mut Tx) -> Result<Vec<String>> {
    let now = tx.now();
    let addresses: Vec<String> = tx
        .column(
            "select distinct a.email from account a join account_grant g on g.account_id = a.id \
             where g.role = $1 and g.since <= $2 and (g.until is null or g.until > $2) \
             and a.email is not null and a.blocked_at is null order by a.email",
            args![Role::DataOfficer, now],
        )
        .await?;
    Ok(addresses.into_iter().map(|it| it.to_lowercase()).collect())
}

/// What awaits those who keep the notebook: breaches to notify, difficulties to answer.
///
/// # Errors
/// A fault of the database.
pub async fn tasks(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Task>> {
    if !viewer.may_over(Right::ManageData) {
        return Ok(Vec::new());
    }
    let now = tx.now();
    let mut tasks: Vec<Task> = DataBreach::open(tx).await?.iter().map(|it| task(it, now)).collect();
    tasks.extend(barrier::task(tx).await?);
    Ok(tasks)
}

fn task(breach: &DataBreach, now: Moment) -> Task {
    let settled = breach.is_notification_settled();
    let due = clock::deadline(breach);
    Task {
        title: W.breach_named(breach.number),
        href: format!("/violations/{}", breach.id),
        icon: "attention",
        about: match settled {
            true => W.breach_task_open().to_owned(),
            false if due < now => W.breach_task_late(act::said(due)),
            false => W.breach_task_until(act::said(due)),
        },
        child: None,
        act: if settled { W.breach_task_close() } else { W.breach_task_notify() },
        due: (!settled).then(|| due.day()),
        since: breach.entered_at,
    }
}
