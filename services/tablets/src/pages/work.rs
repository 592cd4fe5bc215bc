//! « Mes travaux »: what the child who looks made.

use crate::{
    W,
    work::{self, Made},
};
use askama::Template;
use commons::thing;
use db::{Error, Moment};
use web::{
    Answer, SignedIn,
    component::{EmptyState, Picture, ThingCard},
    dates, is_pupil,
};

/// The size the small form of a photograph is shown at; the sheet crops to it.
const WIDTH: u32 = 640;
const HEIGHT: u32 = 400;

#[derive(Template)]
#[template(path = "work.html")]
struct WorkPage {
    cards: Vec<ThingCard>,
    empty: Option<EmptyState>,
}

/// What the viewer made and may read here; for children alone.
pub(crate) async fn show(mut visit: SignedIn) -> Answer {
    if !is_pupil(&visit.viewer) {
        return Err(Error::NotFound.into());
    }
    let (site, viewer) = (visit.site.clone(), visit.viewer.clone());
    let mut tx = visit.read().await?;
    let now = tx.now();
    let mut cards = Vec::new();
    for made in work::made_by(&mut tx, &viewer).await? {
        // Only what a service open to this door shows: a message one wrote is not named here.
        if site.shows(&mut tx, &viewer, &made.kind, made.id).await? {
            cards.push(card(&made, now));
        }
    }
    drop(tx);
    let empty = cards.is_empty().then(|| EmptyState::new("journal", W.no_work_yet(), None));
    visit.page(W.my_work(), &WorkPage { cards, empty })
}

fn card(made: &Made, now: Moment) -> ThingCard {
    let href = thing::path(&made.kind, made.id);
    let picture = made.cover.map(|file| Picture {
        src: format!("{href}/photos/{}/petit", file.simple()),
        alt: made.cover_alt.clone().unwrap_or_default(),
        width: WIDTH,
        height: HEIGHT,
    });
    ThingCard {
        title: made.title.clone(),
        href,
        excerpt: made.excerpt.clone(),
        when: dates::past(made.created_at, now),
        author: String::new(),
        picture,
        class_label: String::new(),
        new_word: None,
        audience: None,
        status: None,
    }
}
