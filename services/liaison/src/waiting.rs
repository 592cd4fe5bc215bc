//! What waits for its hour, when the hours of a school change.

use crate::verb::Verb;
use commons::{
    House, ThingId, attention, delivery,
    job::{self, JobKind},
    notification, share,
};
use db::{Error, FromRow, Moment, Result, Tx, args};
use school::{CircleId, PersonId, SchoolId};

/// The job that looks once more after a change of hours, for what was sent meanwhile under those of before.
pub const FOLLOW: JobKind =
    JobKind { name: "liaison.follow-hours", run: |house, payload| Box::pin(follow_once_more(house, payload)) };

/// After so many seconds whatever had read the hours of before has been written.
const LATE: i64 = 120;

/// A sent mot that its readers do not see yet.
#[derive(FromRow)]
struct Waiting {
    thing_id: ThingId,
    author_id: PersonId,
    asks: bool,
    delivered_at: Moment,
}

/// Delivers what waits in a school under its new hours, in the transaction that changes them, and again a little later.
///
/// # Errors
/// A fault of the database.
pub async fn hours_changed(tx: &mut Tx, school: SchoolId) -> Result<()> {
    follow_hours(tx, school).await?;
    let late = tx.now().plus_seconds(LATE);
    job::enqueue(tx, FOLLOW.name, &school.to_string(), late).await
}

async fn follow_once_more(house: House, payload: String) -> Result<()> {
    let school: SchoolId = payload.parse().map_err(Error::fault)?;
    let mut tx = house.db.write().await?;
    follow_hours(&mut tx, school).await?;
    tx.commit().await
}

async fn follow_hours(tx: &mut Tx, school: SchoolId) -> Result<()> {
    let now = tx.now();
    let waiting: Vec<Waiting> = tx
        .all(
            "select m.thing_id, t.author_id, m.reply <> 'none' as asks, m.delivered_at from mot m \
             join thing t on t.id = m.thing_id where m.school_id = $1 and m.state = 'sent' and m.delivered_at > $2",
            args![school, now],
        )
        .await?;
    let at = delivery::instant(tx, school, None).await?;
    for mot in waiting.iter().filter(|mot| mot.delivered_at != at) {
        mot.move_to(tx, school, at).await?;
    }
    Ok(())
}

impl Waiting {
    async fn move_to(&self, tx: &mut Tx, school: SchoolId, at: Moment) -> Result<()> {
        let now = tx.now();
        share::move_waiting(tx, self.thing_id, at).await?;
        tx.run(
            "update mot set delivered_at = $3 where thing_id = $1 and school_id = $2 and delivered_at > $4",
            args![self.thing_id, school, at, now],
        )
        .await?;
        if self.asks {
            let readers = share::of(tx, self.thing_id).await?;
            let circles: Vec<CircleId> = readers.iter().map(|it| it.circle_id).collect();
            attention::hush(tx, self.thing_id).await?;
            attention::alert_circles(tx, self.thing_id, &circles, at).await?;
        }
        Verb::Moved.record(tx, school, self.thing_id, None::<PersonId>, None).await?;
        notification::tell(tx, self.author_id, self.thing_id, Verb::Moved.as_str(), None).await?;
        match at > now {
            // The job of the hour before wakes nobody: it only says « look » to those who see the mot.
            true => delivery::wake_at(tx, self.thing_id, at).await,
            false => delivery::wake(tx, self.thing_id).await,
        }
    }
}
