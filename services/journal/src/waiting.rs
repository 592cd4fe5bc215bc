//! What waits for its hour, when the hours of a school change.

use crate::verb::Verb;
use commons::{ThingId, holiday::SchoolCalendar, job::JobKind, rescheduling};
use db::{FromRow, Moment, Result, Tx, args};
use school::{PersonId, School, SchoolId};

/// The job that looks once more after a change of hours, for what was published meanwhile under those of before.
pub const FOLLOW: JobKind = JobKind {
    name: "journal.follow-hours",
    run: |house, payload| {
        Box::pin(rescheduling::once_more(house, payload, |tx, school| Box::pin(follow_hours(tx, school))))
    },
};

/// A published post that some of its readers do not see yet.
#[derive(FromRow)]
struct Waiting {
    thing_id: ThingId,
    publish_at: Option<Moment>,
    visible_from: Moment,
}

// From the circles: the index of the feed finds the few shares to come of each.
const WAITING: &str = "\
select distinct p.thing_id, p.publish_at, s.visible_from from circle c \
join share s on s.circle_id = c.id and s.visible_from > $2 \
join post p on p.thing_id = s.thing_id and p.school_id = c.school_id \
join thing t on t.id = p.thing_id and t.withdrawn_at is null where c.school_id = $1 and p.state = 'published'";

// From the circles again, whose journals have an index: comments have one by post only.
const MOVE_COMMENTS: &str = "\
update comment set visible_from = $3 where school_id = $1 and visible_from > $2 and thing_id in ( \
    select p.thing_id from circle c join post p on p.circle_id = c.id and p.school_id = c.school_id where c.school_id = $1)";

/// Delivers what waits in a school under its new hours, in the transaction that changes them, and again a little later.
///
/// # Errors
/// A fault of the database.
pub async fn hours_changed(tx: &mut Tx, school: SchoolId) -> Result<()> {
    follow_hours(tx, school).await?;
    rescheduling::later(tx, &FOLLOW, school).await
}

/// Delivers what waits in a school, posts and comments, as if it had been published under the hours in force now, and
/// tells those who sign the posts that moved. An instant somebody wished for stays as long as the school delivers then.
async fn follow_hours(tx: &mut Tx, school: SchoolId) -> Result<()> {
    let now = tx.now();
    let posts: Vec<Waiting> = tx.all(WAITING, args![school, now]).await?;
    let school = School::load(tx, school).await?;
    let calendar = SchoolCalendar::of(tx, &school).await?;
    for post in posts {
        let at = calendar.delivered_at(post.publish_at.map_or(now, |wished| wished.max(now)));
        if at != post.visible_from {
            post.move_to(tx, school.id, at).await?;
        }
    }
    tx.change(MOVE_COMMENTS, args![school.id, now, calendar.delivered_at(now)]).await
}

impl Waiting {
    async fn move_to(&self, tx: &mut Tx, school: SchoolId, at: Moment) -> Result<()> {
        let now = tx.now();
        rescheduling::move_to(tx, self.thing_id, at).await?;
        tx.change(
            "update post set delivered_at = $3 where thing_id = $1 and school_id = $2 and delivered_at > $4",
            args![self.thing_id, school, at, now],
        )
        .await?;
        Verb::Rescheduled.record(tx, school, self.thing_id, None::<PersonId>, None).await?;
        Verb::Rescheduled.tell_signers(tx, school, self.thing_id, None::<PersonId>, None).await
    }
}
