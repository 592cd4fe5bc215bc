//! Something new as a card, whatever service it comes from.

use crate::{
    W,
    news::{News, children_concerned},
};
use commons::{share::FeedItem, thing};
use school::{PersonKind, Viewer, person};
use web::{
    component::{AudienceChip, Picture, ThingCard},
    dates,
};

/// The size the small form of a photograph is shown at; the sheet crops to it.
const WIDTH: u32 = 640;
const HEIGHT: u32 = 400;

/// The cards of a class page: who wrote and when are enough, but for what comes from elsewhere.
pub(super) fn of_one_class(news: &News) -> Vec<ThingCard> {
    let named = |item: &FeedItem| {
        let class_label = item.from_label.clone().unwrap_or_default();
        ThingCard { class_label, ..card(news, item) }
    };
    news.items.iter().map(named).collect()
}

/// The cards of several classes, each with the name of its own.
pub(super) fn of_classes(news: &News) -> Vec<ThingCard> {
    let named = |item: &FeedItem| ThingCard { class_label: item.circle_name.clone(), ..card(news, item) };
    news.items.iter().map(named).collect()
}

/// The cards of a parent, each with the children it concerns.
pub(super) fn of_children(news: &News, viewer: &Viewer) -> Vec<ThingCard> {
    let chosen = |item: &FeedItem| {
        let names = children_concerned(viewer, item);
        let chip = (!names.is_empty()).then(|| AudienceChip::new(web::listed(&names), "personne", None));
        ThingCard { class_label: item.circle_name.clone(), audience: chip, ..card(news, item) }
    };
    news.items.iter().map(chosen).collect()
}

fn card(news: &News, item: &FeedItem) -> ThingCard {
    ThingCard {
        title: item.title.clone(),
        href: thing::path(&item.kind, item.id),
        excerpt: item.excerpt.clone(),
        when: dates::past(item.visible_from, news.now),
        author: author(item),
        picture: picture(item),
        class_label: String::new(),
        new_word: item.is_new.then(|| W.is_new().to_owned()),
        audience: None,
        status: None,
    }
}

/// A child's last name is nobody's business on a page.
fn author(item: &FeedItem) -> String {
    if item.author_kind == PersonKind::Pupil.as_str() {
        person::short(&item.first_name, &item.last_name)
    } else {
        person::full(&item.first_name, &item.last_name).trim().to_owned()
    }
}

fn picture(item: &FeedItem) -> Option<Picture> {
    let file = item.cover?.simple();
    let src = format!("{}/photos/{file}/petit", thing::path(&item.kind, item.id));
    Some(Picture { src, alt: item.cover_alt.clone().unwrap_or_default(), width: WIDTH, height: HEIGHT })
}
