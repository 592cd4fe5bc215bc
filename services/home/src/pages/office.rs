//! « Aujourd’hui » of those without a class: other staff of a school, and whoever runs the scheme for an académie.

use super::{card, children_links, note_look, notice, notice::Notice, task, task::Task};
use crate::{W, news::News};
use askama::Template;
use school::Right;
use web::{
    Answer, SignedIn,
    component::{Avatar, EmptyState, LinkButton, ThingCard},
};

const DAYS: i64 = 14;

#[derive(Template)]
#[template(path = "staff.html")]
struct StaffPage {
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
    /// For those who run imports.
    imports: Option<LinkButton>,
    /// For those who publish for their territory.
    news: Option<LinkButton>,
    account: LinkButton,
}

/// `GET /` for other staff
pub(super) async fn staff(mut visit: SignedIn) -> Answer {
    let mut tx = visit.read().await?;
    let news = News::read(&mut tx, &visit.viewer, visit.viewer.circle_list(), DAYS).await?;
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
        end: W.end_of_news(),
    };
    visit.page(W.today(), &page)
}

/// `GET /` for whoever runs the scheme
pub(super) async fn administrator(visit: SignedIn) -> Answer {
    let (imports, news) = (visit.viewer.may_over(Right::RunImports), visit.viewer.may_over(Right::WriteNews));
    let page = AdministratorPage {
        imports: imports.then(|| LinkButton::primary(W.open_imports(), "/annuaire/imports").icon("importer")),
        news: news.then(|| LinkButton::secondary(W.publish_news(), "/actualites/nouvelle").icon("crayon")),
        account: LinkButton::secondary(W.open_account(), "/compte").icon("cle"),
    };
    visit.page(W.today(), &page)
}
