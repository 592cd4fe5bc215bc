//! Notices that wait for their hour, when the hours of a school change. Those for several schools follow the hours of the
//! nation and do not move.

use crate::notice::NoticeKind;
use commons::{
    ThingId, attention, delivery,
    event::{self, Event},
    flash,
    job::JobKind,
    rescheduling,
};
use db::{FromRow, Moment, Result, Tx, args};
use school::{Public, SchoolId, Territory};

/// The job that looks once more after a change of hours, for what was sent meanwhile under those of before.
pub const FOLLOW: JobKind = JobKind {
    name: "town.follow-hours",
    run: |house, payload| {
        Box::pin(rescheduling::once_more(house, payload, |tx, school| Box::pin(follow_hours(tx, school))))
    },
};

/// A notice for one school that its readers do not see yet.
#[derive(FromRow)]
struct Waiting {
    thing_id: ThingId,
    kind: NoticeKind,
    delivered_at: Moment,
}

const WAITING: &str = "\
select n.thing_id, n.kind, n.delivered_at from town_notice_school s \
join town_notice n on n.thing_id = s.thing_id and n.withdrawn_at is null and n.urgent is null and n.delivered_at > $2 \
where s.school_id = $1 and not exists (select 1 from town_notice_school o where o.thing_id = s.thing_id \
    and o.school_id <> $1)";

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
    let waiting: Vec<Waiting> = tx.all(WAITING, args![school, now]).await?;
    let at = delivery::instant(tx, school, None).await?;
    for notice in waiting.iter().filter(|notice| notice.delivered_at != at) {
        notice.move_to(tx, school, at).await?;
    }
    Ok(())
}

impl Waiting {
    async fn move_to(&self, tx: &mut Tx, school: SchoolId, at: Moment) -> Result<()> {
        let now = tx.now();
        rescheduling::move_to(tx, self.thing_id, at).await?;
        tx.change(
            "update town_notice set delivered_at = $2 where thing_id = $1 and delivered_at > $3",
            args![self.thing_id, at, now],
        )
        .await?;
        if self.kind.is_pressing() {
            let families = [Territory::School(school).circle(Public::Families)];
            attention::hush(tx, self.thing_id).await?;
            attention::alert_circles(tx, self.thing_id, &families, at).await?;
        }
        flash::changed(tx);
        let verb = "town.notice-moved";
        event::record(tx, Event { school: Some(school), actor: None, verb, thing: Some(self.thing_id), detail: None })
            .await
    }
}
