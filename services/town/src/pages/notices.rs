//! The notices to families of a commune, for those who run it.

use super::{Wanted, back_to, sides};
use crate::{
    W,
    charge::Office,
    notice_list::{self, Line},
};
use askama::Template;
use db::Moment;
use web::{
    Answer, Query, SignedIn,
    component::{EmptyState, LinkButton, Status, StatusKind, Tabs},
    dates,
};

/// Where the list is.
pub(super) const PATH: &str = "/ma-commune/avis";

#[derive(Template)]
#[template(path = "notices.html")]
struct NoticesPage {
    place: String,
    tabs: Option<Tabs>,
    sides: Tabs,
    write: LinkButton,
    lines: Vec<Shown>,
    empty: Option<EmptyState>,
}

struct Shown {
    title: String,
    href: String,
    about: String,
    status: Status,
}

/// `GET /ma-commune/avis`
pub(crate) async fn show(mut visit: SignedIn, Query(wanted): Query<Wanted>) -> Answer {
    let mut tx = visit.read().await?;
    let office = Office::open(&mut tx, &visit.viewer, wanted.commune.as_deref()).await?;
    let lines = notice_list::of_scope(&mut tx, &office.charge.scope.to_string()).await?;
    let now = tx.now();
    drop(tx);
    let page = NoticesPage {
        place: office.charge.name.clone(),
        tabs: office.tabs(PATH),
        sides: sides(&office.charge, PATH),
        write: LinkButton::primary(W.write_notice(), back_to("/ma-commune/avis/nouveau", &office.charge))
            .icon("crayon"),
        empty: lines.is_empty().then(|| EmptyState::new("documents", W.no_notice(), None)),
        lines: lines.iter().map(|line| Shown::of(line, now)).collect(),
    };
    visit.page(W.notices(), &page)
}

impl Shown {
    fn of(line: &Line, now: Moment) -> Self {
        let status = match line.withdrawn_at {
            Some(_) => Status::new(StatusKind::Withdrawn, W.notice_is_withdrawn()),
            None if line.delivered_at > now => {
                Status::new(StatusKind::Scheduled, dates::delivery(line.delivered_at, now))
            }
            None => Status::new(StatusKind::Published, W.notice_is_sent()),
        };
        Self {
            title: line.title.clone(),
            href: line.path(),
            about: [line.kind.word(), line.days()].join(" · "),
            status,
        }
    }
}
