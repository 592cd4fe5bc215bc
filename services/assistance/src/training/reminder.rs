//! The night: those who have a place in a session of the next day are written to, once.

use super::{Session, paper, seat, select_sessions};
use crate::W;
use commons::{House, job::JobKind};
use db::{Day, Error, Result, Tx, args, id_list};
use jiff::{ToSpan, civil::Date};
use school::AccountId;

/// The nightly job.
pub const REMIND: JobKind = JobKind { name: "training.remind", run: |house, over| Box::pin(remind(house, over)) };

async fn remind(house: House, over: String) -> Result<()> {
    let over: Date = over.parse().map_err(Error::fault)?;
    // The night after Monday, on Tuesday: those of Wednesday.
    let eve = over.saturating_add(2.days());
    let mut tx = house.db.write().await?;
    let sessions: Vec<Session> =
        tx.all(select_sessions!("s.day = $1 and s.state = 'planned'"), args![Day::from(eve)]).await?;
    for session in sessions {
        remind_of(&mut tx, &session, &house.address).await?;
    }
    tx.commit().await
}

async fn remind_of(tx: &mut Tx, session: &Session, address: &str) -> Result<()> {
    let people: Vec<AccountId> = tx
        .column(
            "select account_id from training_seat where session_id = $1 and state = 'registered' and reminded_at is null",
            args![session.id],
        )
        .await?;
    let link = format!("{address}{}", session.path());
    let said = W.training_letter_reminder(&session.title, paper::when(session), paper::place(session), link);
    seat::write(tx, session, &people, W.training_letter_reminder_subject(), &said).await?;
    let now = tx.now();
    tx.change(
        "update training_seat set reminded_at = $3 where session_id = $1 \
         and account_id in (select unhex(value) from json_each($2))",
        args![session.id, id_list(people), now],
    )
    .await
}
