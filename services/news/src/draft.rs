//! Writing: beginning a news and changing it.

use crate::{
    W,
    draft_form::Draft,
    ending,
    news::{KIND, News, State},
    publication,
    scope::{Hand, Place, Scope},
    verb::Verb,
};
use commons::{
    Attention, Level, ThingId,
    attachment::{self, Holder, Piece},
    flash, kept_text,
    thing::{self, Card, NewThing},
};
use db::{Error, Moment, Result, Tx, args, id_list};
use school::{PersonId, SchoolYear, Viewer};

/// How many characters of the text a card shows.
const EXCERPT: usize = 160;

/// Begins a news in a place the viewer may publish in.
///
/// # Errors
/// [`Error::Invalid`] when nobody there is of its profiles; [`Error::NotFound`] for a piece that is not the viewer's; a
/// fault of the database.
pub async fn create(tx: &mut Tx, viewer: &Viewer, place: &Place, draft: &Draft, pieces: &[Piece]) -> Result<ThingId> {
    is_read(&place.scope, draft)?;
    let hand = Hand::of(viewer, &place.scope, place.circle, place.school)?;
    let excerpt = draft.body.excerpt(EXCERPT);
    let new = NewThing {
        kind: &KIND,
        school: place.school,
        circle: place.circle,
        year: SchoolYear::of(tx.now().day()).0,
        author: hand.by,
        card: card(draft, &excerpt),
        attention: Attention::Info,
    };
    let id = thing::create(tx, &new).await?;
    if let Some(label) = place.from_label() {
        thing::set_from(tx, id, label).await?;
    }
    tx.change(
        "insert into news (thing_id, school_id, circle_id, scope, state, publics, rubric, body, front, flash, comments, \
         edition, publish_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 1, $12, $13)",
        args![
            id,
            place.school,
            place.circle,
            place.scope.to_string(),
            State::Draft,
            draft.publics.to_string(),
            draft.rubric,
            draft.body.to_json(),
            draft.front,
            draft.flash,
            draft.comments && !place.scope.is_wide(),
            draft.publish_at,
            draft.expires_at
        ],
    )
    .await?;
    let news = News::load(tx, viewer, id, Level::Write).await?;
    attachment::set(tx, viewer, &holder(&news, hand.by), pieces).await?;
    Verb::Created.record(tx, &news, Some(hand), None).await?;
    Ok(id)
}

/// Changes a news. What is delivered already changes for its readers at once; new readers wait for the next opening.
///
/// # Errors
/// [`Error::Forbidden`] when the viewer may not change it as it stands; [`Error::Invalid`] under `edition` when it was
/// changed since the form was opened; [`Error::NotFound`] for a piece that is not the viewer's; a fault of the database.
pub async fn edit(tx: &mut Tx, viewer: &Viewer, news: &News, draft: &Draft, pieces: &[Piece]) -> Result<()> {
    if !news.may_be_edited() {
        return Err(Error::Forbidden);
    }
    is_read(&news.scope, draft)?;
    let hand = news.hand(viewer)?;
    save(tx, news, draft).await?;
    match draft.forgets {
        true => kept_text::forget(tx, &id_list([news.thing.id])).await?,
        false => kept_text::keep(tx, news.thing.id, &news.body.to_json()).await?,
    }
    thing::set_card(tx, news.thing.id, card(draft, &draft.body.excerpt(EXCERPT))).await?;
    attachment::set(tx, viewer, &holder(news, hand.by), pieces).await?;
    Verb::Edited.record(tx, news, Some(hand), None).await?;
    if news.state == State::Published {
        flash::changed(tx);
        follow(tx, viewer, news, draft, hand).await?;
    }
    Ok(())
}

/// Refuses what would be for nobody.
fn is_read(scope: &Scope, draft: &Draft) -> Result<()> {
    if scope.reaches(&draft.publics) { Ok(()) } else { Err(Error::invalid("publics", W.publics_nobody())) }
}

/// Writes what was typed, unless somebody changed the news meanwhile.
async fn save(tx: &mut Tx, news: &News, draft: &Draft) -> Result<()> {
    let thing = &news.thing;
    let now = tx.now();
    let changed = tx
        .changed_rows(
            "update news set publics = $3, rubric = $4, body = $5, front = $6, flash = $7, publish_at = $8, \
             expires_at = $9, revised_at = $10, comments = $13, edition = edition + 1 \
             where thing_id = $1 and school_id = $2 and edition = $11 and state = $12",
            args![
                thing.id,
                thing.school_id,
                draft.publics.to_string(),
                draft.rubric,
                draft.body.to_json(),
                draft.front,
                draft.flash,
                wish(news, draft, now),
                draft.expires_at,
                if was_read(news, now) { Some(now) } else { news.revised_at },
                draft.edition,
                news.state,
                draft.comments && !news.scope.is_wide()
            ],
        )
        .await?;
    if changed == 0 { Err(Error::invalid("edition", W.changed_meanwhile())) } else { Ok(()) }
}

/// Whether somebody saw it already, over or not.
fn was_read(news: &News, now: Moment) -> bool {
    news.state == State::Published && news.delivered_at.is_some_and(|at| at <= now)
}

/// What was delivered keeps the hour it was wished for; so does a wish that is past, which no form shows any more.
fn wish(news: &News, draft: &Draft, now: Moment) -> Option<Moment> {
    let is_past = draft.publish_at.is_none() && news.publish_at.is_some_and(|at| at <= now);
    if was_read(news, now) || is_past { news.publish_at } else { draft.publish_at }
}

/// What is published reaches other people, at another hour or for longer, when the form says so.
async fn follow(tx: &mut Tx, viewer: &Viewer, news: &News, draft: &Draft, hand: Hand) -> Result<()> {
    let changed = News::load(tx, viewer, news.thing.id, Level::Manage).await?;
    let mut delivered_at = changed.delivered_at;
    if draft.publics != news.publics || changed.publish_at != news.publish_at {
        delivered_at = Some(publication::share_out(tx, &changed, hand).await?);
        Verb::Rescheduled.record(tx, &changed, Some(hand), None).await?;
    } else if changed.comments != news.comments {
        // Those who see it already go on seeing it; what they may do there is another thing.
        delivered_at = Some(publication::share_out(tx, &changed, hand).await?);
    }
    publication::is_shown(&changed, delivered_at)?;
    if changed.expires_at == news.expires_at { Ok(()) } else { ending::move_to(tx, &changed).await }
}

fn card<'a>(draft: &'a Draft, excerpt: &'a str) -> Card<'a> {
    Card { title: &draft.title, excerpt, cover: None, cover_alt: None }
}

fn holder(news: &News, owner: PersonId) -> Holder {
    Holder { school: news.thing.school_id, owner, thing: news.thing.id, part: None }
}
