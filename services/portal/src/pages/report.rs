//! What people asked to be taken off line, for those who answer.

use super::desk;
use crate::{
    W,
    report::{self, Open, PortalReportId},
    site::{Desk, SiteId},
};
use askama::Template;
use db::{Error, Moment, Problems};
use serde::Deserialize;
use web::{
    Answer, Form, Path, SignedIn,
    component::{Button, EmptyState, ErrorSummary, Field, LinkButton, Tabs},
    dates,
};

#[derive(Template)]
#[template(path = "reports.html")]
struct ReportsPage {
    tabs: Tabs,
    summary: Option<ErrorSummary>,
    cards: Vec<Card>,
    empty: Option<EmptyState>,
}

struct Card {
    title: String,
    about: String,
    reason: String,
    email: Option<String>,
    look: Option<LinkButton>,
    address: String,
    word: Field,
    settle: Button,
}

/// The words typed.
#[derive(Deserialize)]
pub(crate) struct WordForm {
    word: String,
}

/// `GET /mon-site/{site}/signalements`
pub(crate) async fn list(mut visit: SignedIn, Path(id): Path<SiteId>) -> Answer {
    let mut tx = visit.read().await?;
    let desk = Desk::load_to_publish(&mut tx, &visit.viewer, id).await?;
    let open = report::open(&mut tx, &desk).await?;
    let page = ReportsPage::new(&desk, &open, tx.now(), &Problems::default());
    drop(tx);
    visit.page(W.reports(), &page)
}

/// `POST /mon-site/{site}/signalements/{report}/classement`
pub(crate) async fn settle(
    mut visit: SignedIn,
    Path((site, id)): Path<(SiteId, PortalReportId)>,
    Form(form): Form<WordForm>,
) -> Answer {
    let mut tx = visit.write().await?;
    let desk = Desk::load_to_publish(&mut tx, &visit.viewer, site).await?;
    match report::settle(&mut tx, &visit.viewer, &desk, id, &form.word).await {
        Ok(()) => {
            tx.commit().await?;
            Ok(visit.done(&format!("{}/signalements", desk.site.desk()), W.report_settled()))
        }
        Err(Error::Invalid(problems)) => {
            let open = report::open(&mut tx, &desk).await?;
            let page = ReportsPage::new(&desk, &open, tx.now(), &problems);
            drop(tx);
            visit.again(W.reports(), &page)
        }
        Err(error) => Err(error.into()),
    }
}

impl ReportsPage {
    fn new(desk: &Desk, open: &[Open], now: Moment, problems: &Problems) -> Self {
        Self {
            tabs: desk::tabs(desk, "/signalements"),
            summary: web::summary(problems),
            cards: open.iter().map(|it| Card::of(desk, it, now)).collect(),
            empty: open.is_empty().then(|| EmptyState::new("termine", W.no_report(), None)),
        }
    }
}

impl Card {
    fn of(desk: &Desk, open: &Open, now: Moment) -> Self {
        let base = desk.site.desk();
        Self {
            title: open.title.clone().unwrap_or_else(|| desk.site.title.clone()),
            about: W.report_about(dates::past(open.created_at, now)),
            reason: open.reason.clone(),
            email: open.email.clone(),
            look: open.page_id.map(|page| LinkButton::secondary(W.look(), format!("{base}/pages/{page}"))),
            address: format!("{base}/signalements/{}/classement", open.id),
            word: Field::area("word", W.settle_label(), 2).required(),
            settle: Button::secondary(W.settle()),
        }
    }
}
