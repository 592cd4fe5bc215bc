//! What waits for its hour, when the hours of a school change. Those of a territory are the nation's and do not.

use crate::verb::Verb;
use commons::{
    ThingId,
    event::{self, Event},
    flash,
    holiday::SchoolCalendar,
    job::JobKind,
    notification, rescheduling,
};
use db::{FromRow, Moment, Result, Tx, args};
use school::{PersonId, School, SchoolId};

/// The job that looks once more after a change of hours, for what was published meanwhile under those of before.
pub const FOLLOW: JobKind = JobKind {
    name: "news.follow-hours",
    run: |house, payload| {
        Box::pin(rescheduling::once_more(house, payload, |tx, school| Box::pin(follow_hours(tx, school))))
    },
};

/// A published news its readers do not see yet.
#[derive(FromRow)]
struct Waiting {
    thing_id: ThingId,
    author_id: PersonId,
    publish_at: Option<Moment>,
    delivered_at: Moment,
}

const WAITING: &str = "\
select n.thing_id, t.author_id, n.publish_at, n.delivered_at from news n \
join thing t on t.id = n.thing_id and t.withdrawn_at is null \
where n.school_id = $1 and n.delivered_at > $2 and n.state = 'published' and n.urgent is null";

/// Delivers what waits in a school under its new hours, in the transaction that changes them, and again a little later.
///
/// # Errors
/// A fault of the database.
pub async fn hours_changed(tx: &mut Tx, school: SchoolId) -> Result<()> {
    follow_hours(tx, school).await?;
    rescheduling::later(tx, &FOLLOW, school).await
}

/// Delivers what waits in a school as if it had been published under the hours in force now, and tells the authors of what
/// moved. An instant somebody wished for stays as long as the school delivers then.
async fn follow_hours(tx: &mut Tx, school: SchoolId) -> Result<()> {
    let now = tx.now();
    let waiting: Vec<Waiting> = tx.all(WAITING, args![school, now]).await?;
    let school = School::load(tx, school).await?;
    let calendar = SchoolCalendar::of(tx, &school).await?;
    for news in waiting {
        let at = calendar.delivered_at(news.publish_at.map_or(now, |wished| wished.max(now)));
        if at != news.delivered_at {
            news.move_to(tx, school.id, at).await?;
        }
    }
    Ok(())
}

impl Waiting {
    async fn move_to(&self, tx: &mut Tx, school: SchoolId, at: Moment) -> Result<()> {
        let now = tx.now();
        rescheduling::move_to(tx, self.thing_id, at).await?;
        flash::changed(tx);
        tx.change(
            "update news set delivered_at = $3 where thing_id = $1 and school_id = $2 and delivered_at > $4",
            args![self.thing_id, school, at, now],
        )
        .await?;
        let verb = Verb::Rescheduled.as_str();
        let event = Event { school: Some(school), actor: None, verb, thing: Some(self.thing_id), detail: None };
        event::record(tx, event).await?;
        notification::tell(tx, self.author_id, self.thing_id, verb, None).await
    }
}
