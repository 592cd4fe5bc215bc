//! « Aujourd’hui » of a parent: everything new for one's children, of all schools.

use super::{card, end_of, note_look, notice, notice::Notice, task, task::Task};
use crate::{W, news::News};
use askama::Template;
use school::{CircleId, Viewer};
use web::{
    Answer, SignedIn,
    component::{EmptyState, LinkButton, ThingCard},
};

const DAYS: i64 = 30;

#[derive(Template)]
#[template(path = "parent.html")]
struct ParentPage {
    /// The children who left.
    left: Vec<web::component::Notice>,
    tasks: Vec<Task>,
    notices: Vec<Notice>,
    cards: Vec<ThingCard>,
    empty: EmptyState,
    end: &'static str,
    /// The page of an only child; several have their faces on top.
    child: Option<LinkButton>,
}

/// `GET /` for a parent
pub(super) async fn show(mut visit: SignedIn) -> Answer {
    let circles: Vec<CircleId> = visit.viewer.circles().collect();
    let mut tx = visit.read().await?;
    let news = News::read(&mut tx, visit.site.services, &visit.viewer, &circles, DAYS).await?;
    let tasks = task::all(&mut tx, visit.site.services, &visit.viewer, None).await?;
    let left = web::notices_of_departures(&mut tx, visit.site.services, &visit.viewer).await?;
    let empty_by_departure = web::empty_by_departure(&mut tx, visit.site.services, &visit.viewer).await?;
    drop(tx);
    note_look(&mut visit, &news).await;
    visit.set_unread(news.unread());
    let sentence = match visit.viewer.children().is_empty() {
        _ if visit.viewer.only_reads() && visit.viewer.seats.is_empty() => W.invitation_over(),
        _ if visit.viewer.only_reads() => W.nothing_for_reader(),
        true => W.no_child(),
        false => W.nothing_for_parent(),
    };
    let cards = card::of_children(&news, &visit.viewer);
    // Who has no child here any more reads it in the place of news.
    let said_below = cards.is_empty() && empty_by_departure.is_some();
    let page = ParentPage {
        left: if said_below { Vec::new() } else { left },
        tasks,
        notices: notice::all(visit.site.services, &news.notices, news.now),
        cards,
        empty: empty_by_departure.unwrap_or_else(|| EmptyState::new("journal", sentence, None)),
        end: end_of(&visit),
        child: only_child(&visit.viewer),
    };
    visit.page(W.today(), &page)
}

fn only_child(viewer: &Viewer) -> Option<LinkButton> {
    match viewer.children().as_slice() {
        [child] => Some(
            LinkButton::secondary(W.about_child(web::of_name(&child.first_name)), format!("/enfants/{}", child.id))
                .icon("famille"),
        ),
        _ => None,
    }
}
