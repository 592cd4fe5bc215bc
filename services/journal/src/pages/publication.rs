//! Before publishing: who will see it, and when.

use super::{
    chip,
    image_guard::{ImageGuard, VERIFIED, to_hide},
};
use crate::{
    W,
    audience::{self, Family, Readers},
    author::Author,
    photo,
    post::{Post, State},
    publication,
};
use askama::Template;
use axum::response::{IntoResponse, Redirect};
use commons::{Level, ThingId, delivery, image_right::Hidden};
use db::{Problems, Result, Tx};
use school::{Viewer, person::Name};
use serde::Deserialize;
use web::{
    Answer, Form, Path, SignedIn,
    component::{AudienceChip, Button, ErrorSummary, LinkButton, Notice, SeesWho},
    dates,
};

#[derive(Template)]
#[template(path = "publication.html")]
struct PublicationPage {
    title: String,
    chip: AudienceChip,
    sees: SeesWho,
    when: Notice,
    /// That the same families were given much today, that photographs lack a description.
    notices: Vec<Notice>,
    summary: Option<ErrorSummary>,
    guard: Option<ImageGuard>,
    address: String,
    publish: Button,
    edit: LinkButton,
    back: String,
}

/// What the author says of the photographs.
#[derive(Deserialize)]
pub(crate) struct Verified {
    verified: Option<String>,
}

pub(crate) async fn ask(mut visit: SignedIn, Path(id): Path<ThingId>) -> Answer {
    let mut tx = visit.read().await?;
    let post = Post::load(&mut tx, &visit.viewer, id, Level::Manage).await?;
    if !post.may_be_published() {
        return Ok(Redirect::to(&post.path()).into_response());
    }
    let hidden = to_hide(&mut tx, &post).await?;
    let page = PublicationPage::build(&mut tx, &visit.viewer, &post, &hidden, &Problems::default()).await?;
    drop(tx);
    visit.page(W.publication(), &page)
}

pub(crate) async fn publish(mut visit: SignedIn, Path(id): Path<ThingId>, Form(form): Form<Verified>) -> Answer {
    let mut tx = visit.write().await?;
    let post = Post::load(&mut tx, &visit.viewer, id, Level::Manage).await?;
    let hidden = to_hide(&mut tx, &post).await?;
    if post.may_be_published() && !hidden.is_empty() && form.verified.is_none() {
        let problems = Problems::one(VERIFIED, W.images_to_verify());
        let page = PublicationPage::build(&mut tx, &visit.viewer, &post, &hidden, &problems).await?;
        drop(tx);
        return visit.again(W.publication(), &page);
    }
    let delivered_at = publication::publish(&mut tx, &visit.viewer, &post).await?;
    let now = tx.now();
    let said = if delivered_at > now { dates::delivery(delivered_at, now) } else { W.published().to_owned() };
    tx.commit().await?;
    Ok(visit.done(&post.path(), &said))
}

impl PublicationPage {
    async fn build(tx: &mut Tx, viewer: &Viewer, post: &Post, hidden: &[Hidden], problems: &Problems) -> Result<Self> {
        let now = tx.now();
        let readers = audience::readers(tx, post.thing.circle_id, post.thing.school_id).await?;
        let authors = post.authors(tx).await?;
        let delivered_at = delivery::instant(tx, post.thing.school_id, post.terms.publish_at).await?;
        let undescribed = photo::undescribed(tx, &post.thing).await?;
        let circles = post.terms.audience.circles(tx, post.thing.circle_id).await?;
        let economy = web::economy::warning(tx, viewer, &circles).await?;
        let when = dates::delivery(delivered_at, now);
        let to_come = delivered_at > now;
        Ok(Self {
            title: post.thing.title.clone(),
            chip: chip(post.place, State::Published, post.terms.audience, post.by_pupil, post.signers)
                .people(people(post, &readers)),
            sees: SeesWho::new(W.who_will_see(), groups(post, &readers, &authors), Some(when.clone())),
            when: Notice::info(if to_come { W.may_be_taken_back() } else { W.seen_at_once() }).title(when),
            notices: economy
                .into_iter()
                .chain((undescribed > 0).then(|| Notice::attention(W.photos_undescribed(undescribed))))
                .collect(),
            summary: web::summary(problems),
            guard: ImageGuard::of(hidden, problems),
            address: format!("{}/publication", post.path()),
            publish: Button::primary(if to_come { W.publish_later() } else { W.publish() }).icon("journal"),
            edit: LinkButton::secondary(W.edit(), format!("{}/modifier", post.path())).icon("crayon"),
            back: post.path(),
        })
    }
}

/// « 24 élèves, 23 familles ».
fn people(post: &Post, readers: &Readers) -> String {
    let (pupils, families) = (count(&readers.families), reachable(readers));
    match (post.terms.audience.has_pupils(), post.terms.audience.has_families()) {
        (true, true) => W.pupils_and_families(W.pupils(pupils), W.families(families)),
        (true, false) => W.pupils(pupils),
        (false, _) => W.families(families),
    }
}

/// The people of each circle by name, and those who sign the post without being in any.
fn groups(post: &Post, readers: &Readers, authors: &[Author]) -> Vec<(String, Vec<String>)> {
    let mut groups = Vec::new();
    if post.terms.audience.has_pupils() {
        let names = readers.families.iter().map(|family| family.child.clone()).collect();
        groups.push((W.pupils(count(&readers.families)), names));
    }
    if post.terms.audience.has_families() {
        let names = readers.families.iter().map(family_line).collect();
        groups.push((W.families_and_adults(W.families(reachable(readers)), W.adults(readers.adults)), names));
        if readers.invited > 0 {
            groups.push((W.invited_readers(readers.invited), vec![W.invited_by_families().to_owned()]));
        }
    }
    let signers = authors.iter().filter(|author| !readers.includes(post.terms.audience, author.id));
    let signers: Vec<String> = signers.map(Author::shown).collect();
    if !signers.is_empty() {
        groups.push((W.audience_signers().to_owned(), signers));
    }
    groups.push((W.team(post.place.as_str()), readers.team.iter().map(Name::full).collect()));
    if !readers.heads.is_empty() {
        groups.push((W.heads().to_owned(), readers.heads.iter().map(Name::full).collect()));
    }
    groups
}

fn family_line(family: &Family) -> String {
    match family.adults.is_empty() {
        true => W.family_without_adult(&family.child),
        false => W.family(&family.child, family.adults.join(", ")),
    }
}

/// Families with an adult the directory knows.
fn reachable(readers: &Readers) -> i64 {
    count(readers.families.iter().filter(|family| !family.adults.is_empty()))
}

fn count(people: impl IntoIterator) -> i64 {
    i64::try_from(people.into_iter().count()).unwrap_or(i64::MAX)
}
