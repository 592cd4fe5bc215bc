//! Each night: those announced leave, those who came back are let in again, those newly gone begin to leave, each is told what
//! comes, accounts whose days are over close. Twice is the same as once.

use super::{begin, closing, notice, plan, returning};
use commons::{House, job::JobKind};
use db::{Result, Tx};

/// The job.
pub const NIGHT: JobKind = JobKind { name: "years.departures", run: |house, _| Box::pin(night(house)) };

#[derive(Clone, Copy)]
enum Step {
    Leave,
    Return,
    Begin,
    Tell,
    Close,
}

async fn night(house: House) -> Result<()> {
    for step in [Step::Leave, Step::Return, Step::Begin, Step::Tell, Step::Close] {
        // A transaction for each batch: nobody waits behind a summer of departures.
        loop {
            let mut tx = house.db.write().await?;
            let done = some(&mut tx, &house, step).await?;
            tx.commit().await?;
            if done == 0 {
                break;
            }
        }
    }
    Ok(())
}

/// Does a batch of a step; tells how many that was.
async fn some(tx: &mut Tx, house: &House, step: Step) -> Result<usize> {
    match step {
        Step::Leave => plan::next(tx).await,
        Step::Return => returning::next(tx, house).await,
        Step::Begin => begin::next(tx).await,
        Step::Tell => notice::next(tx, house).await,
        Step::Close => closing::next(tx).await,
    }
}
