//! « Aujourd’hui » of those without a class: other staff of a school, and whoever has a task over a territory.

use super::{card, children_links, end_of, note_look, notice, notice::Notice, replacement_link, task, task::Task};
use crate::{W, news::News};
use askama::Template;
use school::CircleId;
use web::{
    Answer, Place, SignedIn,
    component::{Avatar, EmptyState, LinkButton, ThingCard},
};

const DAYS: i64 = 14;

#[derive(Template)]
#[template(path = "staff.html")]
struct StaffPage {
    /// Where a substitute types the code of a class.
    code: Option<LinkButton>,
    children: Vec<Avatar>,
    tasks: Vec<Task>,
    notices: Vec<Notice>,
    cards: Vec<ThingCard>,
    empty: EmptyState,
    end: &'static str,
}

#[derive(Template)]
#[template(path = "administrator.html")]
struct AdministratorPage {
    tasks: Vec<Task>,
    notices: Vec<Notice>,
    places: Vec<LinkButton>,
    empty: EmptyState,
}

/// `GET /` for other staff
pub(super) async fn staff(mut visit: SignedIn) -> Answer {
    let circles: Vec<CircleId> = visit.viewer.circles().collect();
    let mut tx = visit.read().await?;
    let news = News::read(&mut tx, visit.site.services, &visit.viewer, &circles, DAYS).await?;
    let tasks = task::all(&mut tx, visit.site.services, &visit.viewer, None).await?;
    drop(tx);
    note_look(&mut visit, &news).await;
    visit.set_unread(news.unread());
    let sentence = if visit.viewer.seats.is_empty() { W.no_seat() } else { W.nothing_for_staff() };
    let page = StaffPage {
        children: children_links(&visit.viewer),
        tasks,
        notices: notice::all(visit.site.services, &news.notices, news.now),
        cards: card::of_classes(&news),
        empty: EmptyState::new("classe", sentence, None),
        code: replacement_link(&visit.viewer),
        end: end_of(&visit),
    };
    visit.page(W.today(), &page)
}

/// `GET /` for whoever has a task over a territory: what is to be treated, then every place of theirs.
pub(super) async fn administrator(mut visit: SignedIn) -> Answer {
    let services = visit.site.services;
    let mut tx = visit.read().await?;
    let tasks = task::all(&mut tx, services, &visit.viewer, None).await?;
    drop(tx);
    let mut places: Vec<Place> = services.iter().flat_map(|service| (service.places)(&visit.viewer)).collect();
    places.sort_by_key(|place| place.rank);
    places.retain(|place| place.href != "/");
    let page = AdministratorPage {
        tasks,
        notices: Vec::new(),
        places: places.into_iter().map(|it| LinkButton::secondary(it.label, it.href).icon(it.icon)).collect(),
        empty: EmptyState::new("termine", W.nothing_to_treat(), None),
    };
    visit.page(W.today(), &page)
}
