//! A page, for those who make it: as it would be read, where it stands, what was done with it, what can be.

use super::{event_line, history::Line, kind_word, parts, parts::Reader, status};
use crate::{
    W,
    file::{self, Shown},
    page::{PageId, SitePage, State},
    site::{Desk, SiteId},
    step,
};
use askama::Template;
use db::{Result, Tx, Uuid};
use web::{
    Answer, Path, SignedIn,
    component::{Button, LinkButton, Notice, SafeHtml, Status},
    dates, paper,
};

#[derive(Template)]
#[template(path = "page.html")]
struct DeskPage {
    title: String,
    about: String,
    status: Status,
    notices: Vec<Notice>,
    when: Option<String>,
    parts: Vec<SafeHtml>,
    on_line: Option<String>,
    links: Vec<LinkButton>,
    buttons: Vec<(String, Button)>,
    history: Vec<Line>,
    back: String,
}

/// `GET /mon-site/{site}/pages/{page}`
pub(crate) async fn show(mut visit: SignedIn, Path((site, id)): Path<(SiteId, PageId)>) -> Answer {
    let mut tx = visit.read().await?;
    let desk = Desk::load(&mut tx, &visit.viewer, site).await?;
    let page = SitePage::load(&mut tx, &desk, id).await?;
    let shown = DeskPage::build(&mut tx, &desk, &page).await?;
    drop(tx);
    visit.page(&page.title, &shown)
}

/// `GET /mon-site/{site}/fichiers/{file}`
pub(crate) async fn file(mut visit: SignedIn, Path((site, id)): Path<(SiteId, Uuid)>) -> Answer {
    let mut tx = visit.read().await?;
    let desk = Desk::load(&mut tx, &visit.viewer, site).await?;
    let found = file::one(&mut tx, desk.site.id, id).await?;
    drop(tx);
    match found {
        Shown::Document(found) => paper::serve(&visit.site, &found).await,
        Shown::Picture(picture) => {
            let bytes = visit.site.house.files.get(&picture.hash).await?;
            Ok(super::on_line::still(bytes))
        }
    }
}

/// A page as it would be read, for those who make it.
pub(super) async fn preview(tx: &mut Tx, desk: &Desk, page: &SitePage) -> Result<(Option<String>, Vec<SafeHtml>)> {
    let when = event_line::when(page.starts_on.as_ref(), page.starts_at.as_deref(), page.ends_on.as_ref(), &page.place);
    Ok((when, parts::drawn(tx, &desk.site, &page.blocks, Reader::Author).await?))
}

impl DeskPage {
    async fn build(tx: &mut Tx, desk: &Desk, page: &SitePage) -> Result<Self> {
        let now = tx.now();
        let (when, parts) = preview(tx, desk, page).await?;
        let steps = step::history(tx, desk.site.id, Some(page.id)).await?;
        let is_read = page.is_on_line() && desk.site.opened_at.is_some();
        Ok(Self {
            title: page.title.clone(),
            about: W.page_about(kind_word(page.kind), dates::past(page.changed_at, now)),
            status: status(page),
            notices: notices(page),
            when,
            parts,
            on_line: is_read.then(|| format!("{}/{}", desk.site.address(), page.slug)),
            links: links(desk, page),
            buttons: buttons(desk, page),
            history: steps.iter().map(|step| Line::of(step, now)).collect(),
            back: desk.site.desk(),
        })
    }
}

/// What the authors must know first.
fn notices(page: &SitePage) -> Vec<Notice> {
    let mut notices = Vec::new();
    if let Some(word) = &page.word {
        let title = if page.state == State::Withdrawn { W.withdrawn_because() } else { W.returned_because() };
        notices.push(Notice::attention(word).title(title));
    }
    if page.is_on_line() && page.state != State::Published {
        notices.push(Notice::info(W.older_on_line_explained()));
    }
    notices
}

fn links(desk: &Desk, page: &SitePage) -> Vec<LinkButton> {
    let at = |noun: &str| format!("{}/{noun}", page.desk());
    let mut links = Vec::new();
    if desk.access.publishes && page.may_be_published() {
        links.push(LinkButton::primary(W.look_and_publish(), at("publication")).icon("globe"));
    }
    if page.may_be_edited(desk) {
        links.push(LinkButton::secondary(W.edit(), at("modifier")).icon("crayon"));
    }
    if desk.access.publishes && page.state == State::Proposed {
        links.push(LinkButton::secondary(W.give_back(), at("retour")).icon("annuler"));
    }
    if desk.access.publishes && page.is_on_line() {
        links.push(LinkButton::danger(W.withdraw(), at("retrait")).icon("retire"));
    }
    links
}

fn buttons(desk: &Desk, page: &SitePage) -> Vec<(String, Button)> {
    let at = |noun: &str| format!("{}/{noun}", page.desk());
    let mut buttons = Vec::new();
    if !desk.access.publishes && page.may_be_proposed() {
        buttons.push((at("proposition"), Button::primary(W.propose())));
    }
    if desk.access.publishes && page.state != State::Archived {
        buttons.push((at("archive"), Button::secondary(W.archive()).icon("archive")));
    }
    buttons
}
