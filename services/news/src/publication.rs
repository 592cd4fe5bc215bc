//! Publishing: to which profiles, at the hour the school or the nation allows. Until that hour it can be taken back.

use crate::{W, ending, news::News, scope::Hand, verb::Verb};
use commons::{
    Level, attention,
    audit::{self, Action},
    delivery, flash,
    pause::{Calendar, Hours},
    share,
};
use db::{Error, Moment, PARIS, Result, Tx, args};
use school::Viewer;

/// Publishes a news and tells when its readers see it. `urgent` is why it does not wait for the hours, when it does not.
///
/// # Errors
/// [`Error::Forbidden`] to those who do not manage it, or may not hurry; [`Error::Invalid`] for a reason that is none, and
/// for a last day before its delivery; [`Error::Conflict`] when it is published already.
pub async fn publish(tx: &mut Tx, viewer: &Viewer, news: &News, urgent: Option<&str>) -> Result<Moment> {
    if !news.is_managed() || (urgent.is_some() && !news.may_be_urgent(viewer)) {
        return Err(Error::Forbidden);
    }
    let hand = news.hand(viewer)?;
    let urgent = urgent.map(web::reason::check).transpose()?;
    let thing = &news.thing;
    let now = tx.now();
    let published = tx
        .changed_rows(
            "update news set state = 'published', published_at = $3, urgent = $4 \
             where thing_id = $1 and school_id = $2 and state = 'draft'",
            args![thing.id, thing.school_id, now, urgent],
        )
        .await?;
    if published == 0 {
        return Err(Error::Conflict);
    }
    let news = News::load(tx, viewer, thing.id, Level::Manage).await?;
    let delivered_at = share_out(tx, &news, hand).await?;
    is_shown(&news, Some(delivered_at))?;
    ending::plan(tx, &news).await?;
    Verb::Published.record(tx, &news, Some(hand), urgent).await?;
    if let Some(why) = urgent {
        delivery::urgent(tx, viewer, thing.id, why).await?;
        // What is urgent does not wait for the digest.
        let circles = news.scope.circles(tx, &news.publics).await?;
        attention::alert_circles(tx, thing.id, &circles, delivered_at).await?;
    }
    Ok(delivered_at)
}

/// Refuses a last day before the delivery: nobody would ever see it.
pub(crate) fn is_shown(news: &News, delivered_at: Option<Moment>) -> Result<()> {
    match news.expires_at.zip(delivered_at) {
        Some((end, delivery)) if end <= delivery => Err(Error::invalid("until", W.over_before_delivery())),
        Some(_) | None => Ok(()),
    }
}

/// When a news published now reaches its readers.
///
/// # Errors
/// A fault of the database.
pub async fn instant(tx: &mut Tx, news: &News) -> Result<Moment> {
    let now = tx.now();
    match (&news.urgent, news.scope.is_wide()) {
        (Some(_), _) => Ok(now),
        (None, true) => Ok(national(news.publish_at.map_or(now, |at| at.max(now)))),
        (None, false) => delivery::instant(tx, news.thing.school_id, news.publish_at).await,
    }
}

/// The hours of a territory are those of the nation: each school may have others, a commune has one news.
fn national(ready: Moment) -> Moment {
    let calendar = Calendar { hours: &Hours::default(), holidays: &[], zone: PARIS.clone() };
    Moment::from(calendar.delivery(ready.timestamp()).instant(ready.timestamp()))
}

/// Shares a published news with its profiles, a row for each of them. Those who see it already go on seeing it.
pub(crate) async fn share_out(tx: &mut Tx, news: &News, hand: Hand) -> Result<Moment> {
    let at = instant(tx, news).await?;
    let circles = news.scope.circles(tx, &news.publics).await?;
    let thing = &news.thing;
    let level = if news.comments { Level::Comment } else { Level::See };
    let delivered_at = delivery::share_out(tx, thing.id, &circles, level, at, hand.by).await?;
    flash::changed(tx);
    tx.change(
        "update news set delivered_at = $3 where thing_id = $1 and school_id = $2",
        args![thing.id, thing.school_id, delivered_at],
    )
    .await?;
    Ok(delivered_at)
}

/// Takes back a news whose hour has not come: it is a draft again.
///
/// # Errors
/// [`Error::Forbidden`] to those who do not manage it; [`Error::Conflict`] when it is delivered, or was never published.
pub async fn cancel(tx: &mut Tx, viewer: &Viewer, news: &News) -> Result<()> {
    if !news.is_managed() {
        return Err(Error::Forbidden);
    }
    let hand = news.hand(viewer)?;
    let thing = &news.thing;
    let now = tx.now();
    let changed = tx
        .changed_rows(
            "update news set state = 'draft', published_at = null, delivered_at = null, urgent = null \
             where thing_id = $1 and school_id = $2 and state = 'published' and delivered_at > $3",
            args![thing.id, thing.school_id, now],
        )
        .await?;
    if changed == 0 {
        return Err(Error::Conflict);
    }
    share::revoke_readers(tx, thing.id).await?;
    flash::changed(tx);
    Verb::Unscheduled.record(tx, news, Some(hand), None).await?;
    if hand.by != thing.author_id {
        let subject = Some(thing.id.to_string());
        audit::write(tx, Some(viewer.account), Action::PublicationCancelled, subject, None).await?;
    }
    Verb::Unscheduled.tell_author(tx, news, Some(hand), None).await
}
