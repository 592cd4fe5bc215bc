//! « Années passées », and one class of them.

use super::{Kept, PAGE, Room, rooms, titles_then};
use crate::W;
use askama::Template;
use commons::thing;
use db::{Moment, Result, Tx};
use school::{CircleId, SchoolYear};
use serde::Deserialize;
use web::{
    Answer, Path, Query, Service, SignedIn,
    component::{EmptyState, Pager, Picture, ThingCard},
    dates, voice,
};

/// The size the small form of a photograph is shown at; the sheet crops to it.
const WIDTH: u32 = 640;
const HEIGHT: u32 = 400;

#[derive(Template)]
#[template(path = "years.html")]
struct YearsPage {
    years: Vec<Year>,
    empty: EmptyState,
}

struct Year {
    title: String,
    rooms: Vec<Line>,
}

struct Line {
    href: String,
    name: String,
    about: String,
}

#[derive(Template)]
#[template(path = "year_class.html")]
struct ClassPage {
    title: String,
    about: String,
    explained: String,
    cards: Vec<ThingCard>,
    empty: EmptyState,
    pager: Pager,
    back: &'static str,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Wanted {
    page: Option<u32>,
}

/// `GET /annees`
pub(crate) async fn list(mut visit: SignedIn) -> Answer {
    let mut tx = visit.read().await?;
    let rooms = rooms(&mut tx, &visit.viewer).await?;
    drop(tx);
    let empty = EmptyState::new("classe", W.no_past_year(voice(&visit.viewer)), None);
    visit.page(W.past_years(), &YearsPage { years: by_year(&rooms), empty })
}

fn by_year(rooms: &[Room]) -> Vec<Year> {
    let mut years: Vec<Year> = Vec::new();
    for room in rooms {
        let title = W.school_year(SchoolYear(room.year));
        if years.last().is_none_or(|it| it.title != title) {
            years.push(Year { title, rooms: Vec::new() });
        }
        if let Some(year) = years.last_mut() {
            year.rooms.push(Line { href: room.path(), name: room.name.clone(), about: about(room) });
        }
    }
    years
}

/// « Les Tilleuls · Zoé, Tom ».
fn about(room: &Room) -> String {
    match room.children.is_empty() {
        true => room.school_name.clone(),
        false => format!("{} · {}", room.school_name, room.children.join(", ")),
    }
}

/// `GET /annees/{circle}`
pub(crate) async fn show(mut visit: SignedIn, Path(id): Path<CircleId>, Query(wanted): Query<Wanted>) -> Answer {
    let mut tx = visit.read().await?;
    let room = Room::load(&mut tx, &visit.viewer, id).await?;
    let asked = i64::from(wanted.page.unwrap_or(1).max(1));
    let page = page(&mut tx, visit.site.services, &room, voice(&visit.viewer), asked).await?;
    drop(tx);
    visit.page(&room.name, &page)
}

async fn page(
    tx: &mut Tx,
    services: &[&'static Service],
    room: &Room,
    voice: &'static str,
    page: i64,
) -> Result<ClassPage> {
    let count = room.count(tx).await?;
    let kept = room.things(tx, page).await?;
    let titles = titles_then(tx, services, &kept).await?;
    let now = tx.now();
    let number = |it: i64| u64::try_from(it).unwrap_or(1);
    let pages = number((count + PAGE - 1) / PAGE);
    Ok(ClassPage {
        title: room.name.clone(),
        about: format!("{} · {}", W.school_year(SchoolYear(room.year)), about(room)),
        explained: match room.left_at {
            Some(at) => W.left_class_explained(voice, dates::date(at.day())),
            None => W.past_class_explained(voice),
        },
        cards: kept.iter().map(|it| card(it, titles.get(&it.id), voice, now)).collect(),
        empty: EmptyState::new("journal", W.nothing_kept(), None),
        pager: Pager::new(room.path(), number(page), pages, W.pages_of_class()).steps(W.newer(), W.older()),
        back: web::PAST_YEARS,
    })
}

/// The card of a thing; of one changed since, the title of before at most.
fn card(it: &Kept, before: Option<&String>, voice: &str, now: Moment) -> ThingCard {
    let path = thing::path(&it.kind, it.id);
    let shown = !it.changed;
    let picture = it.cover.filter(|_| shown).map(|file| Picture {
        src: format!("{path}/photos/{}/petit", file.simple()),
        alt: it.cover_alt.clone().unwrap_or_default(),
        width: WIDTH,
        height: HEIGHT,
    });
    ThingCard {
        title: match (shown, before) {
            (true, _) => it.title.clone(),
            (false, Some(before)) => before.clone(),
            (false, None) => W.changed_since_left(voice),
        },
        href: path,
        excerpt: if shown { it.excerpt.clone() } else { String::new() },
        when: dates::past(it.visible_from, now),
        author: it.author(),
        picture,
        class_label: it.from_label.clone().unwrap_or_default(),
        new_word: None,
        audience: None,
        status: None,
    }
}
