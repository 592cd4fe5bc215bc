//! The papers of communes, for the heads of their schools.

use super::town_papers::address;
use crate::{W, charge, served};
use askama::Template;
use commons::paper::{self, PaperId};
use db::{Result, Tx};
use school::{Territory, Viewer, viewer::or_not_found};
use web::{Answer, Path, SignedIn, component::EmptyState, dates};

/// Where the list is.
pub(crate) const PATH: &str = "/documents-de-la-commune";

#[derive(Template)]
#[template(path = "papers.html")]
struct PapersPage {
    parts: Vec<Part>,
    empty: Option<EmptyState>,
}

struct Part {
    place: String,
    lines: Vec<(String, String, String)>,
}

/// `GET /documents-de-la-commune`
pub(crate) async fn list(mut visit: SignedIn) -> Answer {
    or_not_found(!visit.viewer.headed().is_empty())?;
    let mut tx = visit.read().await?;
    let mut parts = Vec::new();
    for scope in served::scopes_of_head(&mut tx, &visit.viewer).await? {
        parts.extend(Part::of(&mut tx, &scope).await?);
    }
    drop(tx);
    let empty = parts.is_empty().then(|| EmptyState::new("documents", W.no_paper_for_head(), None));
    visit.page(W.town_papers(), &PapersPage { parts, empty })
}

/// `GET /documents-de-la-commune/{scope}/{paper}`
pub(crate) async fn serve(mut visit: SignedIn, Path((scope, id)): Path<(String, PaperId)>) -> Answer {
    let mut tx = visit.read().await?;
    or_not_found(may_read(&mut tx, &visit.viewer, &scope).await?)?;
    let territory = Territory::of(&scope).ok_or(db::Error::NotFound)?;
    let paper = paper::one(&mut tx, territory.place().0, id).await?;
    drop(tx);
    web::paper::serve(&visit.site, &paper).await
}

/// Those who run a commune, and the heads of its schools.
async fn may_read(tx: &mut Tx, viewer: &Viewer, scope: &str) -> Result<bool> {
    if charge::runs(viewer, scope) {
        return Ok(true);
    }
    Ok(served::scopes_of_head(tx, viewer).await?.iter().any(|it| it == scope))
}

impl Part {
    /// Nothing for a commune that gave nothing.
    async fn of(tx: &mut Tx, scope: &str) -> Result<Option<Self>> {
        let Some(territory) = Territory::of(scope) else { return Ok(None) };
        let papers = paper::about(tx, territory.place().0).await?;
        if papers.is_empty() {
            return Ok(None);
        }
        let now = tx.now();
        let line = |it: &paper::Paper| (web::paper::label(it), address(scope, it), dates::past(it.kept_at, now));
        Ok(Some(Self { place: web::place_name(tx, &territory).await?, lines: papers.iter().map(line).collect() }))
    }
}
