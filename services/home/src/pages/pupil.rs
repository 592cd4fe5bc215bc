//! « Aujourd’hui » of a pupil: two large gestures and the latest of the class. No figure anywhere.

use super::{card, note_look, notice, notice::Notice, task, task::Task};
use crate::{W, news::News};
use askama::Template;
use db::{Result, Tx};
use school::{CircleId, CircleKind, Role, Viewer};
use web::{
    Answer, SignedIn, Site,
    component::{EmptyState, Icon, LinkButton, ThingCard},
};

/// A term: a child who was away finds what the class did.
const DAYS: i64 = 90;

#[derive(Template)]
#[template(path = "pupil.html")]
struct PupilPage {
    hello: String,
    tiles: Vec<Tile>,
    tasks: Vec<Task>,
    notices: Vec<Notice>,
    cards: Vec<ThingCard>,
    empty: EmptyState,
    end: &'static str,
    talk: Option<LinkButton>,
}

/// A large picture to press.
struct Tile {
    word: &'static str,
    href: String,
    icon: Icon,
    colour: &'static str,
}

/// `GET /` for a pupil
pub(super) async fn show(mut visit: SignedIn) -> Answer {
    let circles: Vec<CircleId> = visit.viewer.circles().collect();
    let mut tx = visit.read().await?;
    let mut news = News::read(&mut tx, visit.site.services, &visit.viewer, &circles, DAYS).await?;
    if visit.viewer.door.is_narrow() {
        let site = visit.site.clone();
        keep_shown(&mut tx, &site, &visit.viewer, &mut news).await?;
    }
    let tasks = task::all(&mut tx, visit.site.services, &visit.viewer, None).await?;
    let empty_by_departure = web::empty_by_departure(&mut tx, visit.site.services, &visit.viewer).await?;
    drop(tx);
    note_look(&mut visit, &news).await;
    let class = own_class(&visit.viewer);
    let in_group = !visit.viewer.seats_in(CircleKind::Group).is_empty();
    let page = PupilPage {
        hello: W.hello(visit.viewer.name()),
        tiles: class.map(tiles).unwrap_or_default(),
        tasks,
        notices: notice::all(visit.site.services, &news.notices, news.now),
        cards: if in_group { card::of_classes(&news) } else { card::of_one_class(&news) },
        empty: empty_by_departure.unwrap_or_else(|| {
            let sentence = if class.is_some() { W.nothing_for_pupil() } else { W.pupil_without_class() };
            EmptyState::new("journal", sentence, None)
        }),
        end: W.end_for_pupil(),
        // Discreet, and never far: at the end of the page, like any other button.
        talk: class.map(|_| LinkButton::secondary(W.need_to_talk(), "/parler").icon("oreille")),
    };
    visit.page(W.today(), &page)
}

/// Behind a door for children, what is told is what its pages show: no title of a message.
async fn keep_shown(tx: &mut Tx, site: &Site, viewer: &Viewer, news: &mut News) -> Result<()> {
    let mut items = Vec::new();
    for item in std::mem::take(&mut news.items) {
        if site.shows(tx, viewer, &item.kind, item.id).await? {
            items.push(item);
        }
    }
    let mut notices = Vec::new();
    for notice in std::mem::take(&mut news.notices) {
        if site.shows(tx, viewer, &notice.kind, notice.thing_id).await? {
            notices.push(notice);
        }
    }
    (news.items, news.notices) = (items, notices);
    Ok(())
}

fn own_class(viewer: &Viewer) -> Option<CircleId> {
    let mut classes = viewer.seats_in(CircleKind::Class).into_iter();
    classes.find(|seat| seat.role == Role::Pupil).map(|seat| seat.circle)
}

fn tiles(class: CircleId) -> Vec<Tile> {
    vec![
        Tile {
            word: W.i_write(),
            href: format!("/classes/{class}/billets/nouveau"),
            icon: Icon::new("crayon"),
            colour: "colour-3",
        },
        Tile {
            word: W.journal_of_my_class(),
            href: format!("/classes/{class}/journal"),
            icon: Icon::new("journal"),
            colour: "colour-0",
        },
    ]
}
