//! « Aujourd’hui » of a head: the classes of the school, what to treat, what was published in any of them.

use super::{
    card, children_links, end_of, note_look, notice,
    notice::Notice,
    task,
    task::Task,
    teacher::{self, Actions},
};
use crate::{W, news::News};
use askama::Template;
use commons::share::NEWS_DAYS;
use db::Error;
use school::{Circle, SchoolId, SchoolYear, Seat, circle};
use web::{
    Answer, SignedIn,
    component::{Avatar, EmptyState, LinkButton, Tab, Tabs, ThingCard},
    dates,
};

#[derive(Template)]
#[template(path = "head.html")]
struct HeadPage {
    about: String,
    tabs: Option<Tabs>,
    actions: Option<Actions>,
    children: Vec<Avatar>,
    classes: Vec<Circle>,
    school: LinkButton,
    quality: LinkButton,
    tasks: Vec<Task>,
    notices: Vec<Notice>,
    cards: Vec<ThingCard>,
    empty: EmptyState,
    end: &'static str,
}

/// `GET /` for a head; `wanted` is the school chosen among several.
pub(super) async fn show(mut visit: SignedIn, wanted: Option<SchoolId>) -> Answer {
    let headed = visit.viewer.headed();
    let school = headed.iter().find(|seat| Some(seat.school) == wanted).or(headed.first()).copied().cloned();
    let school = school.ok_or(Error::NotFound)?;
    let tabs = school_tabs(&headed, school.school);
    let mut tx = visit.read().await?;
    let year = SchoolYear::of(tx.now().day());
    let classes = circle::classes(&mut tx, school.school, year.0).await?;
    let groups = circle::groups(&mut tx, school.school, year.0).await?;
    let places = classes.iter().chain(&groups).map(|place| place.id);
    let mut circles = circle::told_with(&mut tx, &visit.viewer, places).await?;
    circles.extend(visit.viewer.territory_circles());
    let news = News::read(&mut tx, visit.site.services, &visit.viewer, &circles, NEWS_DAYS).await?;
    let tasks = task::all(&mut tx, visit.site.services, &visit.viewer, None).await?;
    drop(tx);
    note_look(&mut visit, &news).await;
    visit.set_unread(news.unread());
    let own = teacher::taught(&visit.viewer).into_iter().find(|seat| seat.school == school.school);
    let address = format!("/ecoles/{}", school.school);
    let page = HeadPage {
        about: format!("{} · {}", school.school_name, dates::long_day(news.now.day())),
        tabs,
        actions: own.map(|seat| Actions::of(seat.circle)),
        children: children_links(&visit.viewer),
        classes,
        quality: LinkButton::secondary(W.open_quality(), format!("{address}/qualite")).icon("idee"),
        school: LinkButton::secondary(W.open_school(), address).icon("ecole"),
        tasks,
        notices: notice::all(visit.site.services, &news.notices, news.now),
        cards: card::of_classes(&news),
        empty: EmptyState::new("journal", W.nothing_for_head(), None),
        end: end_of(&visit),
    };
    visit.page(W.today(), &page)
}

fn school_tabs(headed: &[&Seat], current: SchoolId) -> Option<Tabs> {
    let tab = |seat: &&Seat| Tab::new(&seat.school_name, format!("/?ecole={}", seat.school), seat.school == current);
    (headed.len() > 1).then(|| Tabs::new(W.my_schools(), headed.iter().map(tab).collect()))
}
