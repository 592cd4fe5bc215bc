//! Publishing: to whom, at the hour the school allows. Until that hour it can be taken back.

use crate::{
    audience::Audience,
    post::{Post, Terms},
    verb::Verb,
};
use commons::{
    Level, Thing,
    audit::{self, Action},
    delivery, share,
};
use db::{Error, FromRow, Moment, Result, Tx, args};
use school::{Circle, CircleId, PersonId, Viewer};

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
        .changed_rows(
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
    audience: Audience,
    comments: bool,
    publish_at: Option<Moment>,
}

impl From<TermsRow> for Terms {
    fn from(row: TermsRow) -> Self {
        Self { audience: row.audience, comments: row.comments, publish_at: row.publish_at }
    }
}

/// Shares a published post on its terms: pupils wait like families, the pause is for both. In a group of several schools it is the
/// pause of the school that holds it, for all: nobody reads there before the others.
pub(crate) async fn share_out(tx: &mut Tx, thing: &Thing, terms: Terms, actor: PersonId) -> Result<Moment> {
    let wished = delivery::instant(tx, thing.school_id, terms.publish_at).await?;
    let level = if terms.comments { Level::Comment } else { Level::See };
    let circles = terms.audience.circles(tx, thing.circle_id).await?;
    let delivered_at = delivery::share_out(tx, thing.id, &circles, level, wished, actor).await?;
    if terms.audience.has_families() {
        // Those whom families let read with them read what families read, and answer nothing.
        let families = Circle::families(tx, thing.circle_id).await?;
        let readers = CircleId::readers_of(families.id);
        share::grant(tx, thing.id, readers, Level::See, delivered_at, actor).await?;
    }
    tx.change(
        "update post set delivered_at = $3 where thing_id = $1 and school_id = $2",
        args![thing.id, thing.school_id, delivered_at],
    )
    .await?;
    Ok(delivered_at)
}
