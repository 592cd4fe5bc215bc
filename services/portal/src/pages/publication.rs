//! Before everybody reads a page: the director sees it as it will be read, is reminded of what to watch for, and publishes.

use super::page::preview;
use crate::{
    W, naming,
    page::{PageId, SitePage},
    publication::{self, AUTHORISED, Said},
    site::{Desk, SiteId},
};
use askama::Template;
use axum::response::{IntoResponse, Redirect};
use db::{Error, Problems, Result, Tx};
use serde::Deserialize;
use web::{
    Answer, Form, Path, SignedIn,
    component::{Button, Checkbox, ErrorSummary, LinkButton, Notice, SafeHtml},
};

#[derive(Template)]
#[template(path = "publication.html")]
struct PublicationPage {
    title: String,
    summary: Option<ErrorSummary>,
    notices: Vec<Notice>,
    criteria: [&'static str; 5],
    when: Option<String>,
    parts: Vec<SafeHtml>,
    address: String,
    edition: i64,
    authorised: Option<Checkbox>,
    publish: Button,
    edit: LinkButton,
    back: String,
}

/// What the director says with the button.
#[derive(Deserialize)]
pub(crate) struct PublishForm {
    edition: i64,
    autorisations: Option<String>,
}

/// `GET /mon-site/{site}/pages/{page}/publication`
pub(crate) async fn ask(mut visit: SignedIn, Path((site, id)): Path<(SiteId, PageId)>) -> Answer {
    let mut tx = visit.read().await?;
    let desk = Desk::load_to_publish(&mut tx, &visit.viewer, site).await?;
    let page = SitePage::load(&mut tx, &desk, id).await?;
    if !page.may_be_published() {
        return Ok(Redirect::to(&page.desk()).into_response());
    }
    let shown = PublicationPage::build(&mut tx, &desk, &page, &Problems::default()).await?;
    drop(tx);
    visit.page(W.publication(), &shown)
}

/// `POST /mon-site/{site}/pages/{page}/publication`
pub(crate) async fn publish(
    mut visit: SignedIn,
    Path((site, id)): Path<(SiteId, PageId)>,
    Form(form): Form<PublishForm>,
) -> Answer {
    let mut tx = visit.write().await?;
    let desk = Desk::load_to_publish(&mut tx, &visit.viewer, site).await?;
    let page = SitePage::load(&mut tx, &desk, id).await?;
    let said = Said { edition: form.edition, authorised: form.autorisations.is_some() };
    match publication::publish(&mut tx, &visit.viewer, &desk, &page, &said).await {
        Ok(()) => {
            tx.commit().await?;
            let is_open = desk.site.opened_at.is_some();
            Ok(visit.done(&page.desk(), if is_open { W.page_published() } else { W.page_published_closed() }))
        }
        Err(Error::Invalid(problems)) => {
            let shown = PublicationPage::build(&mut tx, &desk, &page, &problems).await?;
            drop(tx);
            visit.again(W.publication(), &shown)
        }
        Err(error) => Err(error.into()),
    }
}

impl PublicationPage {
    async fn build(tx: &mut Tx, desk: &Desk, page: &SitePage, problems: &Problems) -> Result<Self> {
        let (when, parts) = preview(tx, desk, page).await?;
        let words = [page.title.as_str(), &page.place, &page.blocks.plain()].join("\n");
        let names = naming::found(tx, &desk.site, &words).await?;
        let named =
            (!names.is_empty()).then(|| Notice::attention(W.names_found(names.join(", "))).title(W.names_title()));
        let authorised = page
            .blocks
            .has_picture()
            .then(|| Checkbox::new(AUTHORISED, W.authorised()).required().error(problems.of(AUTHORISED)));
        Ok(Self {
            title: page.title.clone(),
            summary: web::summary(problems),
            notices: named.into_iter().collect(),
            criteria: [
                W.criterion_neutrality(),
                W.criterion_discretion(),
                W.criterion_dignity(),
                W.criterion_law(),
                W.criterion_pupils(),
            ],
            when,
            parts,
            address: format!("{}/publication", page.desk()),
            edition: page.edition,
            authorised,
            publish: Button::primary(W.publish()).icon("globe"),
            edit: LinkButton::secondary(W.edit(), format!("{}/modifier", page.desk())).icon("crayon"),
            back: page.desk(),
        })
    }
}
