//! What people asked to be taken off line, for those who answer.

use super::desk;
use crate::{
    W,
    publication::LONGEST,
    report::{self, Open, PortalReportId},
    site::{Desk, SiteId},
    wrong::Wrong,
};
use askama::Template;
use db::{Error, Moment, Problems};
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

/// The words typed about a report, and what is wrong with them.
struct Typed<'a> {
    report: PortalReportId,
    word: &'a str,
    wrong: Wrong,
}

/// `GET /mon-site/{site}/signalements`
pub(crate) async fn list(mut visit: SignedIn, Path(id): Path<SiteId>) -> Answer {
    let mut tx = visit.read().await?;
    let desk = Desk::load_to_publish(&mut tx, &visit.viewer, id).await?;
    let open = report::open(&mut tx, &desk).await?;
    let page = ReportsPage::new(&desk, &open, tx.now(), None);
    drop(tx);
    visit.page(W.reports(), &page)
}

/// `POST /mon-site/{site}/signalements/{report}/classement`
pub(crate) async fn settle(
    mut visit: SignedIn,
    Path((site, id)): Path<(SiteId, PortalReportId)>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Answer {
    let mut tx = visit.write().await?;
    let desk = Desk::load_to_publish(&mut tx, &visit.viewer, site).await?;
    let word = word_of(&fields, id);
    match report::settle(&mut tx, &visit.viewer, &desk, id, word).await {
        Ok(()) => {
            tx.commit().await?;
            Ok(visit.done(&format!("{}/signalements", desk.site.desk()), W.report_settled()))
        }
        Err(Error::Invalid(problems)) => {
            let open = report::open(&mut tx, &desk).await?;
            let typed = Typed::of(id, word, &problems);
            let page = ReportsPage::new(&desk, &open, tx.now(), Some(&typed));
            drop(tx);
            visit.again(W.reports(), &page)
        }
        Err(error) => Err(error.into()),
    }
}

impl<'a> Typed<'a> {
    fn of(report: PortalReportId, word: &'a str, problems: &Problems) -> Self {
        let mut wrong = Wrong::default();
        if let Some(message) = problems.of("word") {
            wrong.add(field_of(report), message);
        }
        Self { report, word, wrong }
    }
}

/// Each card has its field: two of one identifier would be one for whoever does not see the page.
fn field_of(report: PortalReportId) -> String {
    format!("word-{report}")
}

fn word_of(fields: &[(String, String)], report: PortalReportId) -> &str {
    let name = field_of(report);
    fields.iter().find(|(it, _)| *it == name).map_or("", |(_, word)| word.as_str())
}

impl ReportsPage {
    fn new(desk: &Desk, open: &[Open], now: Moment, typed: Option<&Typed<'_>>) -> Self {
        Self {
            tabs: desk::tabs(desk, "/signalements"),
            summary: typed.and_then(|it| it.wrong.summary()),
            cards: open.iter().map(|it| Card::of(desk, it, now, typed)).collect(),
            empty: open.is_empty().then(|| EmptyState::new("termine", W.no_report(), None)),
        }
    }
}

impl Card {
    fn of(desk: &Desk, open: &Open, now: Moment, typed: Option<&Typed<'_>>) -> Self {
        let base = desk.site.desk();
        let name = field_of(open.id);
        let word = Field::area(name.clone(), W.settle_label(), 2).maxlength(LONGEST).required();
        Self {
            title: open.title.clone().unwrap_or_else(|| desk.site.title.clone()),
            about: W.report_about(dates::past(open.created_at, now)),
            reason: open.reason.clone(),
            email: open.email.clone(),
            look: open.page_id.map(|page| LinkButton::secondary(W.look(), format!("{base}/pages/{page}"))),
            address: format!("{base}/signalements/{}/classement", open.id),
            word: match typed.filter(|it| it.report == open.id) {
                Some(typed) => word.value(typed.word).error(typed.wrong.of(&name)),
                None => word,
            },
            settle: Button::secondary(W.settle()),
        }
    }
}
