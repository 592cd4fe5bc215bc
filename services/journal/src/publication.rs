//! Publishing: to whom, at the hour the school allows. Until that hour it can be taken back.

use crate::{
    audience::Audience,
    post::{Post, Terms},
    verb::Verb,
};
use commons::{
    House, Level, Thing, ThingId,
    audit::{self, Action},
    holiday::SchoolCalendar,
    job::{self, JobKind},
    live,
    pause::{Calendar, Delivery, Hours, When},
    share,
};
use db::{Error, FromRow, Moment, PARIS, Result, Tx, args};
use school::{CircleId, PersonId, School, SchoolId, Viewer};

/// The job that wakes the readers' badges when the hour of a post has come. It may run twice: it only says « look ».
pub const DELIVER: JobKind =
    JobKind { name: "journal.deliver", run: |house, payload| Box::pin(deliver(house, payload)) };

/// When something wished for at an instant (none for now) reaches its readers in a school.
///
/// # Errors
/// A fault of the database.
pub async fn delivery(tx: &mut Tx, school: SchoolId, wished: Option<Moment>) -> Result<Moment> {
    let school = School::load(tx, school).await?;
    let calendar = SchoolCalendar::of(tx, &school).await?;
    let now = tx.now();
    Ok(calendar.delivered_at(wished.map_or(now, |at| at.max(now))))
}

/// A delivery as people are told about it: « lundi à 7 h ».
pub fn when(delivered_at: Moment, now: Moment) -> When {
    // The instant is settled: only the clock of the school matters for the words.
    let calendar = Calendar { hours: &Hours::default(), holidays: &[], zone: PARIS.clone() };
    calendar.phrase(Delivery::At(delivered_at.timestamp()), now.timestamp())
}

/// Publishes a post and tells when its readers see it.
///
/// # Errors
/// [`Error::Forbidden`] to those who do not manage it; [`Error::Conflict`] when it is published already.
pub async fn publish(tx: &mut Tx, viewer: &Viewer, post: &Post) -> Result<Moment> {
    if !post.is_managed() {
        return Err(Error::Forbidden);
    }
    let actor = post.acting(viewer)?;
    let thing = &post.thing;
    let now = tx.now();
    // The terms as they are now: another teacher may have narrowed them since the post was read.
    let terms: Option<TermsRow> = tx
        .first(
            "update post set state = 'published', published_at = $3, advice = null \
             where thing_id = $1 and school_id = $2 and state in ('draft', 'review', 'returned') \
             returning audience, comments, publish_at",
            args![thing.id, thing.school_id, now],
        )
        .await?;
    let delivered_at = share_out(tx, thing, terms.ok_or(Error::Conflict)?.into(), actor).await?;
    Verb::Published.record(tx, thing.school_id, thing.id, actor, None).await?;
    Verb::Published.tell_signers(tx, thing.school_id, thing.id, actor, None).await?;
    Ok(delivered_at)
}

/// Takes back a post whose hour has not come: it is a draft again.
///
/// # Errors
/// [`Error::Forbidden`] to those who do not manage it; [`Error::Conflict`] when it is delivered, or was never published.
pub async fn cancel(tx: &mut Tx, viewer: &Viewer, post: &Post) -> Result<()> {
    if !post.is_managed() {
        return Err(Error::Forbidden);
    }
    let actor = post.acting(viewer)?;
    let thing = &post.thing;
    let now = tx.now();
    let changed = tx
        .run(
            "update post set state = 'draft', published_at = null, delivered_at = null \
             where thing_id = $1 and school_id = $2 and state = 'published' and delivered_at > $3",
            args![thing.id, thing.school_id, now],
        )
        .await?;
    if changed == 0 {
        return Err(Error::Conflict);
    }
    share::revoke_readers(tx, thing.id).await?;
    Verb::Unscheduled.record(tx, thing.school_id, thing.id, actor, None).await?;
    if !post.is_by(viewer) {
        let subject = Some(thing.id.to_string());
        audit::write(tx, Some(viewer.account), Action::PublicationCancelled, subject, None).await?;
    }
    Verb::Unscheduled.tell_signers(tx, thing.school_id, thing.id, actor, None).await
}

#[derive(FromRow)]
struct TermsRow {
    #[sqlx(try_from = "String")]
    audience: Audience,
    comments: bool,
    publish_at: Option<Moment>,
}

impl From<TermsRow> for Terms {
    fn from(row: TermsRow) -> Self {
        Self { audience: row.audience, comments: row.comments, publish_at: row.publish_at }
    }
}

/// Shares a published post on its terms. Circles that see it already go on seeing it; the others wait for the delivery,
/// pupils like families: the pause is for both.
pub(crate) async fn share_out(tx: &mut Tx, thing: &Thing, terms: Terms, actor: PersonId) -> Result<Moment> {
    let now = tx.now();
    let delivery = delivery(tx, thing.school_id, terms.publish_at).await?;
    let level = if terms.comments { Level::Comment } else { Level::See };
    let held = share::of(tx, thing.id).await?;
    share::revoke_readers(tx, thing.id).await?;
    let mut instants: Vec<(CircleId, Moment)> = Vec::new();
    for circle in terms.audience.circles(tx, thing.circle_id).await? {
        let seen_since =
            held.iter().find(|it| it.circle_id == circle && it.visible_from <= now).map(|it| it.visible_from);
        let visible_from = seen_since.unwrap_or(delivery);
        share::grant(tx, thing.id, circle, level, visible_from, actor).await?;
        instants.push((circle, visible_from));
    }
    announce(tx, thing.id, &instants).await?;
    let delivered_at = instants.iter().map(|(_, at)| *at).min().unwrap_or(delivery);
    tx.run(
        "update post set delivered_at = $3 where thing_id = $1 and school_id = $2",
        args![thing.id, thing.school_id, delivered_at],
    )
    .await?;
    Ok(delivered_at)
}

/// Wakes the pages of those who see it now; a job wakes the others at their hour.
async fn announce(tx: &mut Tx, thing: ThingId, instants: &[(CircleId, Moment)]) -> Result<()> {
    let now = tx.now();
    live::touched(tx, instants.iter().filter(|(_, at)| *at <= now).map(|(circle, _)| *circle));
    // Whoever waits, waits for one same delivery.
    match instants.iter().map(|(_, at)| *at).find(|at| *at > now) {
        Some(later) => job::enqueue(tx, DELIVER.name, &thing.to_string(), later).await,
        None => Ok(()),
    }
}

async fn deliver(house: House, payload: String) -> Result<()> {
    let thing: ThingId = payload.parse().map_err(Error::fault)?;
    let mut tx = house.db.write().await?;
    wake(&mut tx, thing).await?;
    tx.commit().await
}

/// Wakes the pages of everybody who sees a thing now.
pub(crate) async fn wake(tx: &mut Tx, thing: ThingId) -> Result<()> {
    let now = tx.now();
    let shares = share::of(tx, thing).await?;
    live::touched(tx, shares.iter().filter(|it| it.visible_from <= now).map(|it| it.circle_id));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{Weekday, time};

    /// Saturday 5 September 2026 at 10 h in France.
    const SATURDAY: Moment = Moment(1_788_595_200_000);

    #[test]
    fn a_delivery_is_told_by_its_day() {
        let monday = SATURDAY.plus_seconds(45 * 3600);
        assert_eq!(when(monday, SATURDAY), When::Day(Weekday::Monday, time(7, 0, 0, 0)));
        assert_eq!(when(SATURDAY, SATURDAY), When::Now);
    }
}
