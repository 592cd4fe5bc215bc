//! The sites somebody works at, the desk of one: its pages and where they stand, those that wait for the director.

use super::{kind_word, status};
use crate::{
    W,
    desk::{self, Spot},
    page::{self, SitePage, State},
    report,
    site::{self, Desk, SiteId},
};
use askama::Template;
use axum::response::{IntoResponse, Redirect};
use db::{Moment, Result, Tx};
use school::viewer::or_not_found;
use serde::Deserialize;
use web::{
    Answer, Form, Path, SignedIn,
    component::{Button, EmptyState, LinkButton, Notice, SafeHtml, Status, StatusKind, Tab, Tabs},
    dates,
};

#[derive(Template)]
#[template(path = "sites.html")]
struct SitesPage {
    spots: Vec<SpotLine>,
}

struct SpotLine {
    label: String,
    href: Option<String>,
    scope: String,
    make: Option<Button>,
}

#[derive(Template)]
#[template(path = "desk.html")]
struct DeskPage {
    title: String,
    tabs: Tabs,
    notices: Vec<Notice>,
    address: Option<String>,
    write: LinkButton,
    sections: Vec<Section>,
    empty: Option<EmptyState>,
}

struct Section {
    title: &'static str,
    rows: Vec<Row>,
}

/// A page in a list.
struct Row {
    title: String,
    href: String,
    about: String,
    status: Status,
    on_line: Option<SafeHtml>,
}

#[derive(Template)]
#[template(path = "queue.html")]
struct QueuePage {
    tabs: Tabs,
    rows: Vec<Row>,
    empty: Option<EmptyState>,
}

/// What a form asks: the site of which place is to be made.
#[derive(Deserialize)]
pub(crate) struct MakeForm {
    scope: String,
}

/// `GET /mon-site`
pub(crate) async fn list(mut visit: SignedIn) -> Answer {
    or_not_found(desk::may_have(&visit.viewer))?;
    let mut tx = visit.read().await?;
    let spots = desk::spots(&mut tx, &visit.viewer).await?;
    drop(tx);
    or_not_found(!spots.is_empty())?;
    if let [Spot { site: Some(site), .. }] = spots.as_slice() {
        return Ok(Redirect::to(&site.desk()).into_response());
    }
    visit.page(W.publications(), &SitesPage { spots: spots.into_iter().map(SpotLine::of).collect() })
}

/// `POST /mon-site`
pub(crate) async fn create(mut visit: SignedIn, Form(form): Form<MakeForm>) -> Answer {
    let mut tx = visit.write().await?;
    let id = site::create(&mut tx, &visit.viewer, &form.scope).await?;
    tx.commit().await?;
    Ok(visit.done(&format!("/mon-site/{id}/reglages"), W.site_made()))
}

/// `GET /mon-site/{site}`
pub(crate) async fn show(mut visit: SignedIn, Path(id): Path<SiteId>) -> Answer {
    let mut tx = visit.read().await?;
    let desk = Desk::load(&mut tx, &visit.viewer, id).await?;
    let page = DeskPage::build(&mut tx, &desk).await?;
    drop(tx);
    visit.page(&page.title, &page)
}

/// `GET /mon-site/{site}/pages`: where a form is sent has no page of its own.
pub(crate) async fn back(mut visit: SignedIn, Path(id): Path<SiteId>) -> Answer {
    let mut tx = visit.read().await?;
    let desk = Desk::load(&mut tx, &visit.viewer, id).await?;
    drop(tx);
    Ok(Redirect::to(&desk.site.desk()).into_response())
}

/// `GET /mon-site/{site}/a-publier`
pub(crate) async fn queue(mut visit: SignedIn, Path(id): Path<SiteId>) -> Answer {
    let mut tx = visit.read().await?;
    let desk = Desk::load_to_publish(&mut tx, &visit.viewer, id).await?;
    let pages = page::proposed(&mut tx, &db::id_list([desk.site.id])).await?;
    let now = tx.now();
    drop(tx);
    let empty = pages.is_empty().then(|| EmptyState::new("termine", W.nothing_to_publish(), None));
    let rows = pages.iter().map(|page| Row::proposed(page, now)).collect();
    visit.page(W.to_publish(), &QueuePage { tabs: tabs(&desk, "/a-publier"), rows, empty })
}

/// The sides of a site, for those who make it; `here` is what follows its address.
pub(super) fn tabs(desk: &Desk, here: &str) -> Tabs {
    let base = desk.site.desk();
    let tab = |label: &str, rest: &str| Tab::new(label, format!("{base}{rest}"), rest == here);
    let mut tabs = vec![tab(W.pages(), "")];
    if desk.access.publishes {
        tabs.push(tab(W.to_publish(), "/a-publier"));
        tabs.push(tab(W.reports(), "/signalements"));
    }
    if desk.access.directs {
        tabs.push(tab(W.settings(), "/reglages"));
        tabs.push(tab(W.delegations(), "/delegations"));
    }
    tabs.push(tab(W.history(), "/historique"));
    Tabs::new(W.site_sides(), tabs)
}

impl SpotLine {
    fn of(spot: Spot) -> Self {
        Self {
            label: spot.label,
            href: spot.site.as_ref().map(site::PublicSite::desk),
            make: (spot.directs && spot.site.is_none()).then(|| Button::secondary(W.make_site()).icon("ajouter")),
            scope: spot.scope,
        }
    }
}

impl DeskPage {
    async fn build(tx: &mut Tx, desk: &Desk) -> Result<Self> {
        let pages = page::all(tx, desk.site.id).await?;
        let now = tx.now();
        let sections = [
            (W.section_proposed(), &[State::Proposed][..]),
            (W.section_drafts(), &[State::Draft][..]),
            (W.section_published(), &[State::Published][..]),
            (W.section_away(), &[State::Withdrawn, State::Archived][..]),
        ];
        let sections = sections.map(|(title, states)| Section::of(title, &pages, states, now));
        Ok(Self {
            title: desk.site.title.clone(),
            tabs: tabs(desk, ""),
            notices: notices(tx, desk).await?,
            address: desk.site.opened_at.map(|_| desk.site.address()),
            write: LinkButton::primary(W.new_page(), format!("{}/pages/nouvelle", desk.site.desk())).icon("ajouter"),
            sections: sections.into_iter().filter(|section| !section.rows.is_empty()).collect(),
            empty: pages.is_empty().then(|| EmptyState::new("documents", W.no_page(), None)),
        })
    }
}

/// What those who publish must know first.
async fn notices(tx: &mut Tx, desk: &Desk) -> Result<Vec<Notice>> {
    let mut notices = Vec::new();
    if desk.site.opened_at.is_none() {
        let notice = Notice::info(W.site_is_closed());
        let settings = format!("{}/reglages", desk.site.desk());
        notices.push(if desk.access.directs { notice.link(W.settings(), settings) } else { notice });
    }
    if desk.access.publishes
        && let Some((count, _)) = report::waiting(tx, &desk.site).await?
    {
        let reports = format!("{}/signalements", desk.site.desk());
        notices.push(Notice::attention(W.reports_waiting(count)).link(W.reports(), reports));
    }
    Ok(notices)
}

impl Section {
    fn of(title: &'static str, pages: &[SitePage], states: &[State], now: Moment) -> Self {
        let those = pages.iter().filter(|page| states.contains(&page.state));
        Self { title, rows: those.map(|page| Row::of(page, now)).collect() }
    }
}

impl Row {
    fn of(page: &SitePage, now: Moment) -> Self {
        let is_older = page.is_on_line() && page.state != State::Published;
        Self {
            title: page.title.clone(),
            href: page.desk(),
            about: W.page_about(kind_word(page.kind), dates::past(page.changed_at, now)),
            status: status(page),
            on_line: is_older.then(|| {
                let mark = Status::new(StatusKind::Published, W.older_on_line());
                SafeHtml::of(&mark)
            }),
        }
    }

    fn proposed(page: &SitePage, now: Moment) -> Self {
        let by = page.proposed_name.as_deref().unwrap_or_default();
        let at = page.proposed_at.unwrap_or(page.changed_at);
        Self { about: W.proposed_about(kind_word(page.kind), by, dates::past(at, now)), ..Self::of(page, now) }
    }
}
