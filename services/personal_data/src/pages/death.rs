//! Deaths: entered with their paper, listed.

use super::{desk_letter::people, file_field::FileField};
use crate::{
    W,
    death::{self, ACT, Death, DeathId},
    request::desk,
};
use askama::Template;
use axum::extract::{FromRequest, Request};
use db::{Error, Problems, Result, Tx};
use school::{PersonId, Viewer, viewer::or_not_found};
use serde::Deserialize;
use web::{
    Answer, Query, SignedIn, Upload,
    component::{Button, Choice, ErrorSummary, Field},
    dates, summary,
};

#[derive(Template)]
#[template(path = "deaths.html")]
struct DeathsPage {
    summary: Option<ErrorSummary>,
    search: Field,
    look: Button,
    nobody: bool,
    form: Option<EnterForm>,
    entered: Vec<Line>,
}

struct EnterForm {
    person: Choice,
    day: Field,
    act: FileField,
    enter: Button,
}

struct Line {
    name: String,
    href: String,
    about: String,
}

/// Whom to look for.
#[derive(Default, Deserialize)]
pub(crate) struct Sought {
    #[serde(default)]
    q: String,
}

/// What was typed.
#[derive(Default)]
struct Typed {
    person: String,
    day: String,
}

/// `GET /demandes-de-droits/deces`
pub(crate) async fn list(mut visit: SignedIn, Query(sought): Query<Sought>) -> Answer {
    or_not_found(desk::answers(&visit.viewer))?;
    let mut tx = visit.read().await?;
    let page = DeathsPage::build(&mut tx, &visit.viewer, &sought.q, &Typed::default(), &Problems::default()).await?;
    drop(tx);
    visit.page(W.deaths_title(), &page)
}

/// `POST /demandes-de-droits/deces`
pub(crate) async fn enter(mut visit: SignedIn, request: Request) -> Answer {
    or_not_found(desk::answers(&visit.viewer))?;
    let upload = Upload::from_request(request, &visit.site).await?;
    let typed = Typed { person: upload.text("personne").to_owned(), day: upload.text("date").to_owned() };
    match keep(&mut visit, &upload, &typed).await {
        Ok(id) => Ok(visit.done(&death::path(id), W.death_entered())),
        Err(Error::Invalid(problems)) => {
            let mut tx = visit.read().await?;
            let page = DeathsPage::build(&mut tx, &visit.viewer, "", &typed, &problems).await?;
            drop(tx);
            visit.again(W.deaths_title(), &page)
        }
        Err(error) => Err(error.into()),
    }
}

async fn keep(visit: &mut SignedIn, upload: &Upload, typed: &Typed) -> Result<DeathId> {
    let person: PersonId = typed.person.parse().ok().ok_or(Error::NotFound)?;
    let act = web::paper::received(&visit.site, upload, ACT).await?;
    let mut tx = visit.write().await?;
    let id = death::enter(&mut tx, &visit.viewer, person, &typed.day, &act).await?;
    tx.commit().await?;
    Ok(id)
}

/// The day of a death, and when it was entered.
pub(super) fn about(death: &Death) -> String {
    let died = death.died_on.date().map(dates::date).unwrap_or_default();
    W.death_about(died, dates::date(death.entered_at.day()))
}

impl DeathsPage {
    async fn build(tx: &mut Tx, viewer: &Viewer, sought: &str, typed: &Typed, problems: &Problems) -> Result<Self> {
        let found = people(tx, viewer, sought, &typed.person).await?;
        let nobody = found.is_empty() && !sought.trim().is_empty();
        let entered = Death::all(tx, viewer).await?;
        let form = (!found.is_empty()).then(|| EnterForm {
            person: Choice::radios("personne", W.death_person(), found).required().error(problems.of("personne")),
            day: Field::date("date", W.death_day()).value(&typed.day).required().error(problems.of("date")),
            act: FileField::new(ACT, W.death_act(), problems.of(ACT)),
            enter: Button::danger(W.death_enter()),
        });
        Ok(Self {
            summary: summary(problems),
            search: Field::search("q", W.search_person()).value(sought).hint(W.search_person_hint()),
            look: Button::secondary(W.search()).icon("chercher"),
            nobody,
            form,
            entered: entered
                .iter()
                .map(|it| Line { name: it.name.clone(), href: it.path(), about: about(it) })
                .collect(),
        })
    }
}
