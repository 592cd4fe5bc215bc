//! « Convention et participation »: the one page of a commune or a grouping, with all its conventions and what is to be done.

use super::{
    agreement::address,
    campaign_list::day,
    commune_card::{self, Card},
    status::status,
};
use crate::{
    Agreement, Campaign, W, authority,
    campaign::year_name,
    held::{self, Held},
};
use askama::Template;
use db::{Result, Tx};
use school::{Authority, Right, Viewer, viewer::or_not_found};
use web::{
    Answer, SignedIn,
    component::{Cell, Column, LinkButton, Notice, SafeHtml, Table},
};

#[derive(Template)]
#[template(path = "commune.html")]
struct CommunePage {
    nothing: Option<Notice>,
    sections: Vec<Section>,
}

/// An authority.
struct Section {
    name: String,
    sheet: LinkButton,
    /// Campaigns it has no convention for: what is said, and where it enrols its schools.
    open: Vec<(Notice, LinkButton)>,
    cards: Vec<Card>,
    over: Option<Table>,
}

/// The page, for those who handle the convention of an authority.
pub(super) async fn show(mut visit: SignedIn) -> Answer {
    or_not_found(visit.viewer.may_over(Right::HandleAgreement))?;
    let mut tx = visit.read().await?;
    let page = page(&mut tx, &visit.viewer).await?;
    drop(tx);
    visit.page(W.office_place_town(), &page)
}

async fn page(tx: &mut Tx, viewer: &Viewer) -> Result<CommunePage> {
    let handled = authority::handled(tx, viewer).await?;
    let mut sections = Vec::new();
    // The first thing to do is the one thing the page is for.
    let mut first = true;
    for authority in &handled {
        let held = held::of(tx, authority).await?;
        sections.push(section(tx, authority, &held, &mut first).await?);
    }
    let nothing = handled.is_empty().then(|| Notice::info(W.request_no_authority()));
    Ok(CommunePage { nothing, sections })
}

async fn section(tx: &mut Tx, authority: &Authority, held: &Held, first: &mut bool) -> Result<Section> {
    let open = held.open.iter().map(|campaign| enrolment(campaign, first)).collect();
    let mut cards = Vec::new();
    for agreement in &held.running {
        cards.push(commune_card::card(tx, agreement, first).await?);
    }
    Ok(Section {
        name: authority.name.clone(),
        sheet: LinkButton::secondary(W.commune_sheet(), format!("/collectivites/{}", authority.id)).icon("mairie"),
        open,
        cards,
        over: (!held.over.is_empty()).then(|| over(&held.over)),
    })
}

fn enrolment(campaign: &Campaign, first: &mut bool) -> (Notice, LinkButton) {
    let said = Notice::info(W.commune_campaign(year_name(campaign.year), day(&campaign.closes_on)));
    (said, act(W.request_title(), "/conventions/inscriptions", first).icon("ecole"))
}

/// A link to something to do; the first one of the page stands out.
pub(super) fn act(label: &str, href: impl Into<String>, first: &mut bool) -> LinkButton {
    match std::mem::take(first) {
        true => LinkButton::primary(label, href),
        false => LinkButton::secondary(label, href),
    }
}

/// The years before, a line each.
fn over(agreements: &[Agreement]) -> Table {
    let columns =
        vec![Column::new(W.agreement_year()), Column::new(W.campaign_state()), Column::new(W.commune_ended())];
    let row = |it: &Agreement| {
        let last = it.ended_early().or_else(|| it.effective_on.as_ref().map(|_| it.ends_on.as_str()));
        vec![
            Cell::link(year_name(it.year), address(it.id)),
            Cell::html(SafeHtml::of(&status(it.state))),
            Cell::text(last.map(crate::day::written).unwrap_or_default()),
        ]
    };
    Table::new(W.commune_over(), columns, agreements.iter().map(row).collect()).caption_hidden()
}
