//! What is new for one child of a parent.

use super::{card, end_of, task, task::Task};
use crate::{W, news::News};
use askama::Template;
use db::{Error, id_list};
use school::{CircleId, PersonId, Seat, territory};
use web::{
    Answer, Path, SignedIn,
    component::{EmptyState, LinkButton, ThingCard},
    economy,
};

const DAYS: i64 = 30;

#[derive(Template)]
#[template(path = "child.html")]
struct ChildPage {
    name: String,
    schools: String,
    /// « 3 publications cette semaine ».
    budget: String,
    /// « CP de M. Roux : 2 publications cette semaine », for each class.
    by_class: Vec<String>,
    tasks: Vec<Task>,
    journal: LinkButton,
    links: Vec<LinkButton>,
    cards: Vec<ThingCard>,
    empty: EmptyState,
    end: &'static str,
}

/// `GET /enfants/{person}`
pub(crate) async fn show(mut visit: SignedIn, Path(id): Path<PersonId>) -> Answer {
    let child = visit.viewer.children().into_iter().find(|child| child.id == id).ok_or(Error::NotFound)?;
    let seats: Vec<&Seat> = visit.viewer.seats.iter().filter(|seat| seat.child == Some(id)).collect();
    let around = territory::circles_of(seats.iter().copied());
    let circles: Vec<CircleId> = seats.iter().map(|seat| seat.circle).chain(around).collect();
    let told_by = id_list(circles.iter().copied());
    let schools = schools(&seats);
    let mut tx = visit.read().await?;
    // Looking at one child leaves what is new for the others new.
    let news = News::read(&mut tx, visit.site.services, &visit.viewer, &circles, DAYS).await?;
    let tasks = task::all(&mut tx, visit.site.services, &visit.viewer, Some(id)).await?;
    let budget = economy::budget(&mut tx, &told_by).await?;
    let by_class = economy::class_budgets(&mut tx, &told_by).await?;
    drop(tx);
    let page = ChildPage {
        schools,
        budget,
        by_class,
        tasks,
        journal: LinkButton::secondary(W.open_journal(), "/journal").icon("journal"),
        links: visit.links_of_child(id),
        cards: card::of_classes(&news),
        empty: EmptyState::new("journal", W.nothing_for_child(&child.first_name), None),
        end: end_of(&visit),
        name: child.first_name,
    };
    visit.page(&page.name, &page)
}

fn schools(seats: &[&Seat]) -> String {
    let mut names: Vec<&str> = Vec::new();
    for seat in seats {
        if !names.contains(&seat.school_name.as_str()) {
            names.push(&seat.school_name);
        }
    }
    names.join(" · ")
}
