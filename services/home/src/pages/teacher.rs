//! « Aujourd’hui » of a teacher: in the class of today, what to treat, what was published.

use super::{card, children_links, end_of, note_look, notice, notice::Notice, replacement_link, task, task::Task};
use crate::{W, news::News};
use askama::Template;
use commons::share::NEWS_DAYS;
use school::{CircleId, CircleKind, Role, Seat, Viewer, circle};
use web::{
    Answer, SignedIn,
    component::{Avatar, EmptyState, LinkButton, Tab, Tabs, ThingCard},
    dates,
};

#[derive(Template)]
#[template(path = "teacher.html")]
struct TeacherPage {
    about: String,
    /// Where a substitute types the code of a class.
    code: Option<LinkButton>,
    tabs: Option<Tabs>,
    actions: Option<Actions>,
    children: Vec<Avatar>,
    tasks: Vec<Task>,
    notices: Vec<Notice>,
    cards: Vec<ThingCard>,
    empty: EmptyState,
    end: &'static str,
}

/// What is done most in a class, one tap away.
pub(super) struct Actions {
    pub(super) publish: LinkButton,
    pub(super) mot: LinkButton,
    pub(super) message: LinkButton,
    pub(super) class: LinkButton,
}

impl Actions {
    pub(super) fn of(class: CircleId) -> Self {
        let address = format!("/classes/{class}");
        Self {
            publish: LinkButton::primary(W.publish(), format!("{address}/billets/nouveau")).icon("ajouter"),
            mot: LinkButton::secondary(W.write_mot(), format!("{address}/mots/nouveau")).icon("carnet"),
            message: LinkButton::secondary(W.write_message(), "/messages/nouveau").icon("message"),
            class: LinkButton::secondary(W.open_class(), address).icon("classe"),
        }
    }
}

/// `GET /` for a teacher; `wanted` is the class chosen among several.
pub(super) async fn show(mut visit: SignedIn, wanted: Option<CircleId>) -> Answer {
    let classes = taught(&visit.viewer);
    let class = classes.iter().find(|seat| Some(seat.circle) == wanted).or(classes.first()).copied().cloned();
    let groups: Vec<CircleId> = visit.viewer.groups_taught().collect();
    let several = classes.len() + groups.len() > 1;
    let tabs = class.as_ref().and_then(|class| class_tabs(&classes, class.circle));
    let taught: Vec<CircleId> = classes.iter().map(|seat| seat.circle).chain(groups).collect();
    let mut tx = visit.read().await?;
    let mut circles = circle::told_with(&mut tx, &visit.viewer, taught).await?;
    circles.extend(visit.viewer.territory_circles());
    let news = News::read(&mut tx, visit.site.services, &visit.viewer, &circles, NEWS_DAYS).await?;
    let tasks = task::all(&mut tx, visit.site.services, &visit.viewer, None).await?;
    drop(tx);
    note_look(&mut visit, &news).await;
    visit.set_unread(news.unread());
    let sentence = if class.is_some() { W.nothing_for_teacher() } else { W.no_class() };
    let today = dates::long_day(news.now.day());
    let page = TeacherPage {
        about: class.as_ref().map_or_else(|| today.clone(), |seat| format!("{} · {today}", seat.name)),
        tabs,
        actions: class.map(|seat| Actions::of(seat.circle)),
        children: children_links(&visit.viewer),
        tasks,
        notices: notice::all(visit.site.services, &news.notices, news.now),
        cards: if several { card::of_classes(&news) } else { card::of_one_class(&news) },
        empty: EmptyState::new("classe", sentence, None),
        code: replacement_link(&visit.viewer),
        end: end_of(&visit),
    };
    visit.page(W.today(), &page)
}

/// The classes somebody teaches in.
pub(super) fn taught(viewer: &Viewer) -> Vec<&Seat> {
    let classes = viewer.seats_in(CircleKind::Class).into_iter();
    classes.filter(|seat| seat.role == Role::Teacher).collect()
}

fn class_tabs(classes: &[&Seat], current: CircleId) -> Option<Tabs> {
    let tab = |seat: &&Seat| Tab::new(&seat.name, format!("/?classe={}", seat.circle), seat.circle == current);
    (classes.len() > 1).then(|| Tabs::new(W.my_classes(), classes.iter().map(tab).collect()))
}
