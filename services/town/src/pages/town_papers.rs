//! What a commune gives to the heads of its schools to read: rules of the canteen, forms, calendars.

use super::{Wanted, back_to, carried};
use crate::{
    W,
    charge::{Charge, Office},
    fields::Fields,
};
use askama::Template;
use axum::extract::{FromRequest, Request};
use commons::paper::{self, Paper, PaperId};
use db::{Error, Problems, Result, Tx};
use web::{
    Answer, Form, Path, Query, SignedIn, Upload,
    component::{Button, EmptyState, ErrorSummary, Hidden, Tabs},
    dates,
};

/// Where the page is.
const PATH: &str = "/ma-commune/documents";
/// What the papers of a commune are in the store of papers.
pub(super) const TOPIC: &str = "commune";

#[derive(Template)]
#[template(path = "town_papers.html")]
struct PapersPage {
    place: String,
    tabs: Option<Tabs>,
    summary: Option<ErrorSummary>,
    lines: Vec<Line>,
    empty: Option<EmptyState>,
    carried: Hidden,
    problem: Option<String>,
    add: Button,
}

struct Line {
    label: String,
    href: String,
    when: String,
    remove: (String, Button),
}

/// `GET /ma-commune/documents`
pub(crate) async fn show(mut visit: SignedIn, Query(wanted): Query<Wanted>) -> Answer {
    let mut tx = visit.read().await?;
    let office = Office::open(&mut tx, &visit.viewer, wanted.commune.as_deref()).await?;
    let page = PapersPage::build(&mut tx, &office, &Problems::default()).await?;
    drop(tx);
    visit.page(W.town_papers(), &page)
}

/// `POST /ma-commune/documents`
pub(crate) async fn add(mut visit: SignedIn, request: Request) -> Answer {
    // Files are read only from whoever runs a commune.
    let mut tx = visit.read().await?;
    Office::open(&mut tx, &visit.viewer, None).await?;
    drop(tx);
    let upload = Upload::from_request(request, &visit.site).await?;
    let received = web::paper::received(&visit.site, &upload, "fichier").await;
    let mut tx = visit.write().await?;
    let office = Office::open(&mut tx, &visit.viewer, Some(upload.text("commune"))).await?;
    let received = received.and_then(|papers| match papers.is_empty() {
        true => Err(Error::invalid("fichier", W.file_missing())),
        false => Ok(papers),
    });
    match received {
        Ok(papers) => {
            for judged in &papers {
                let about = office.charge.scope.place().0;
                paper::keep(&mut tx, about, TOPIC, judged, Some(visit.viewer.account)).await?;
            }
            tx.commit().await?;
            Ok(visit.done(&back_to(PATH, &office.charge), W.paper_added()))
        }
        Err(Error::Invalid(problems)) => {
            let page = PapersPage::build(&mut tx, &office, &problems).await?;
            drop(tx);
            visit.again(W.town_papers(), &page)
        }
        Err(error) => Err(error.into()),
    }
}

/// `POST /ma-commune/documents/{paper}/retrait`
pub(crate) async fn remove(mut visit: SignedIn, Path(id): Path<PaperId>, Form(fields): Form<Fields>) -> Answer {
    let house = visit.site.house.clone();
    let mut tx = visit.write().await?;
    let charge = super::charge_of(&mut tx, &visit.viewer, &fields).await?;
    paper::erase(&mut tx, &house, charge.scope.place().0, id).await?;
    tx.commit().await?;
    Ok(visit.done(&back_to(PATH, &charge), W.paper_removed()))
}

/// Where a paper of a scope is read.
pub(super) fn address(scope: &str, paper: &Paper) -> String {
    format!("/documents-de-la-commune/{scope}/{}", paper.id)
}

impl PapersPage {
    async fn build(tx: &mut Tx, office: &Office, problems: &Problems) -> Result<Self> {
        let now = tx.now();
        let papers = paper::about(tx, office.charge.scope.place().0).await?;
        let line = |paper: &Paper| Line::of(&office.charge, paper, dates::past(paper.kept_at, now));
        Ok(Self {
            place: office.charge.name.clone(),
            tabs: office.tabs(PATH),
            summary: web::summary(problems),
            lines: papers.iter().map(line).collect(),
            empty: papers.is_empty().then(|| EmptyState::new("documents", W.no_paper(), None)),
            carried: carried(&office.charge),
            problem: problems.of("fichier"),
            add: Button::primary(W.add_paper()).icon("deposer"),
        })
    }
}

impl Line {
    fn of(charge: &Charge, paper: &Paper, when: String) -> Self {
        let remove = Button::danger(W.remove_paper(&paper.name)).icon("supprimer");
        Self {
            label: web::paper::label(paper),
            href: address(&charge.scope.to_string(), paper),
            when,
            remove: (format!("{PATH}/{}/retrait", paper.id), remove),
        }
    }
}
