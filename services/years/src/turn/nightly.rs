//! The schools whose year opens by itself, on the day somebody said.

use super::{State, Turn, opening, season, select_turns};
use commons::{House, job::JobKind};
use db::{Day, Error, Result, Tx, args};

/// Opens the years whose day has come, each night.
pub const OPEN_DUE: JobKind = JobKind { name: "years.open-due", run: |house, _| Box::pin(open_due(house)) };

/// Says the day a turn opens by itself, or that it does not.
///
/// # Errors
/// [`Error::Conflict`] when it is open already; a fault of the database.
pub async fn set_day(tx: &mut Tx, turn: &Turn, day: Option<Day>) -> Result<()> {
    let changed = tx
        .changed_rows(
            "update turn_draft set opens_on = $3 where id = $1 and school_id = $2 and state = 'draft'",
            args![turn.id, turn.school_id, day],
        )
        .await?;
    if changed == 0 { Err(Error::Conflict) } else { Ok(()) }
}

async fn open_due(house: House) -> Result<()> {
    let mut tx = house.db.read().await?;
    let due = due(&mut tx).await?;
    drop(tx);
    // A transaction for each: a school that fails keeps no other from its rentrée.
    for turn in due {
        let mut tx = house.db.write().await?;
        match opening::open(&mut tx, &turn, None).await {
            Ok(_) => tx.commit().await?,
            // Somebody opened it meanwhile.
            Err(Error::Conflict) => drop(tx),
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

async fn due(tx: &mut Tx) -> Result<Vec<Turn>> {
    let today = tx.now().day();
    let found = select_turns!("t.opens_on <= $1 and t.state = $2 order by t.opens_on, t.id");
    let due: Vec<Turn> = tx.all(found, args![Day::from(today), State::Draft]).await?;
    Ok(due.into_iter().filter(|turn| season::may_open(today, turn.year)).collect())
}
