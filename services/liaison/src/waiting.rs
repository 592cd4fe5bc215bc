//! What waits for its hour, when the hours of a school change.

use crate::verb::Verb;
use commons::{ThingId, attention, delivery, job::JobKind, notification, rescheduling};
use db::{FromRow, Moment, Result, Tx, args};
use school::{CircleId, PersonId, SchoolId};

/// The job that looks once more after a change of hours, for what was sent meanwhile under those of before.
pub const FOLLOW: JobKind = JobKind {
    name: "liaison.follow-hours",
    run: |house, payload| {
        Box::pin(rescheduling::once_more(house, payload, |tx, school| Box::pin(follow_hours(tx, school))))
    },
};

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
    rescheduling::later(tx, &FOLLOW, school).await
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

// A pupil who may read it too is told nothing outside: each has a share of their own.
const FAMILIES: &str = "\
select s.circle_id from share s where s.thing_id = $1 and s.circle_id not in ( \
    select c.child_id from mot_child c where c.thing_id = $1 and c.school_id = $2)";

impl Waiting {
    async fn move_to(&self, tx: &mut Tx, school: SchoolId, at: Moment) -> Result<()> {
        let now = tx.now();
        rescheduling::move_to(tx, self.thing_id, at).await?;
        tx.change(
            "update mot set delivered_at = $3 where thing_id = $1 and school_id = $2 and delivered_at > $4",
            args![self.thing_id, school, at, now],
        )
        .await?;
        if self.asks {
            let families: Vec<CircleId> = tx.column(FAMILIES, args![self.thing_id, school]).await?;
            attention::hush(tx, self.thing_id).await?;
            attention::alert_circles(tx, self.thing_id, &families, at).await?;
        }
        Verb::Moved.record(tx, school, self.thing_id, None::<PersonId>, None).await?;
        notification::tell(tx, self.author_id, self.thing_id, Verb::Moved.as_str(), None).await
    }
}
