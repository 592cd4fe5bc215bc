//! Writing: beginning a post and changing it.

use crate::{
    W, author,
    class::Class,
    draft_form::Draft,
    photo::{self, Revision},
    post::{KIND, Post, State, Terms},
    publication,
    verb::Verb,
};
use commons::{
    Attention, Level, Thing, ThingId,
    file::Photo,
    kept_text,
    thing::{self, Card, NewThing},
};
use db::{Error, Result, Tx, args, id_list};
use school::{PersonId, Viewer};

/// How many characters of the text a card shows.
const EXCERPT: usize = 160;

/// Begins a post in the journal of a class.
///
/// # Errors
/// A fault of the database.
pub async fn create(tx: &mut Tx, viewer: &Viewer, class: &Class, draft: &Draft, photos: &[Photo]) -> Result<ThingId> {
    let circle = &class.circle;
    let author = viewer.acting_in(circle.id, circle.school_id)?;
    let new = NewThing {
        kind: &KIND,
        school: circle.school_id,
        circle: circle.id,
        year: circle.year,
        author,
        card: Card { title: &draft.title, excerpt: &draft.body.excerpt(EXCERPT), cover: None, cover_alt: None },
        attention: Attention::Memory,
    };
    let id = thing::create(tx, &new).await?;
    let terms = draft.settings.as_ref().map_or_else(Terms::default, |settings| settings.terms);
    tx.change(
        "insert into post (thing_id, school_id, circle_id, state, body, audience, comments, publish_at, version) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, 1)",
        args![
            id,
            circle.school_id,
            circle.id,
            State::Draft,
            draft.body.to_json(),
            terms.audience,
            terms.comments,
            terms.publish_at
        ],
    )
    .await?;
    author::sign(tx, id, circle.school_id, author).await?;
    let post = Post::load(tx, viewer, id, Level::Write).await?;
    revise_signatures(tx, &post.thing, draft, author).await?;
    photo::revise(tx, &post.thing, author, &Revision::default(), photos).await?;
    set_card(tx, &post.thing, draft).await?;
    Verb::Created.record(tx, circle.school_id, id, author, None).await?;
    Ok(id)
}

/// Changes a post. What is delivered already changes for its readers at once; new readers wait for the next opening.
///
/// # Errors
/// [`Error::Forbidden`] when the viewer may not change it as it stands; [`Error::Invalid`] under `edition` when it was
/// changed since the form was opened: nobody writes over what nobody showed them; a fault of the database.
pub async fn edit(
    tx: &mut Tx,
    viewer: &Viewer,
    post: &Post,
    draft: &Draft,
    revision: &Revision,
    photos: &[Photo],
) -> Result<()> {
    if !post.may_be_edited() {
        return Err(Error::Forbidden);
    }
    let actor = post.acting(viewer)?;
    let thing = &post.thing;
    let already_read = post.delivered_at.is_some_and(|at| at <= tx.now());
    let changed = tx
        .changed_rows(
            "update post set body = $3, version = version + $4, edition = edition + 1 \
             where thing_id = $1 and school_id = $2 and state = $5 and edition = $6",
            args![thing.id, thing.school_id, draft.body.to_json(), i64::from(already_read), post.state, draft.edition],
        )
        .await?;
    if changed == 0 {
        return Err(Error::invalid("edition", W.changed_meanwhile()));
    }
    match draft.forgets {
        true => kept_text::forget(tx, &id_list([thing.id])).await?,
        false => kept_text::keep(tx, thing.id, &post.body.to_json()).await?,
    }
    revise_signatures(tx, thing, draft, actor).await?;
    photo::revise(tx, thing, actor, revision, photos).await?;
    set_card(tx, thing, draft).await?;
    Verb::Edited.record(tx, thing.school_id, thing.id, actor, None).await?;
    let Some(settings) = &draft.settings else { return Ok(()) };
    // What was delivered keeps the hour it was wished for; so does a wish that is past, which no form shows any more.
    let wish_is_past = settings.terms.publish_at.is_none() && post.terms.publish_at.is_some_and(|at| at <= tx.now());
    let keeps_hour = already_read || wish_is_past;
    let publish_at = if keeps_hour { post.terms.publish_at } else { settings.terms.publish_at };
    set_terms(tx, post, Terms { publish_at, ..settings.terms }, actor).await
}

async fn revise_signatures(tx: &mut Tx, thing: &Thing, draft: &Draft, actor: PersonId) -> Result<()> {
    match &draft.settings {
        Some(settings) => author::revise(tx, thing, &settings.authors, actor).await,
        None => Ok(()),
    }
}

async fn set_card(tx: &mut Tx, thing: &Thing, draft: &Draft) -> Result<()> {
    let pictures = photo::of(tx, thing, "petit").await?;
    let cover = pictures.first();
    let card = Card {
        title: &draft.title,
        excerpt: &draft.body.excerpt(EXCERPT),
        cover: cover.map(|it| it.file_id.0),
        cover_alt: cover.map(|it| it.alt.as_str()),
    };
    thing::set_card(tx, thing.id, card).await
}

async fn set_terms(tx: &mut Tx, post: &Post, terms: Terms, actor: PersonId) -> Result<()> {
    if terms == post.terms {
        return Ok(());
    }
    let thing = &post.thing;
    tx.change(
        "update post set audience = $3, comments = $4, publish_at = $5 where thing_id = $1 and school_id = $2",
        args![thing.id, thing.school_id, terms.audience, terms.comments, terms.publish_at],
    )
    .await?;
    if post.state != State::Published {
        return Ok(());
    }
    publication::share_out(tx, thing, terms, actor).await?;
    Verb::Rescheduled.record(tx, thing.school_id, thing.id, actor, None).await
}
