//! A request that came by letter, entered by the desk.

use super::{file_field::FileField, rights};
use crate::{
    W,
    request::{
        Kind, desk,
        filing::{self, LONGEST, Letter},
    },
};
use askama::Template;
use axum::extract::{FromRequest, Request};
use commons::paper;
use db::{Error, Problems, Result, Tx};
use school::{PersonId, Viewer, viewer::or_not_found};
use serde::Deserialize;
use web::{
    Answer, Query, SignedIn, Upload,
    component::{Button, Choice, ErrorSummary, Field, Opt},
    dates, summary,
};

/// What the letters that came are called.
pub(super) const CAME: &str = "courrier";

#[derive(Template)]
#[template(path = "desk_letter.html")]
struct LetterPage {
    summary: Option<ErrorSummary>,
    search: Field,
    look: Button,
    found: Option<FoundPart>,
    nobody: bool,
}

/// The form, once somebody was found.
struct FoundPart {
    person: Choice,
    kind: Choice,
    received: Field,
    words: Field,
    scan: FileField,
    identity: Field,
    enter: Button,
}

/// Whom to look for.
#[derive(Default, Deserialize)]
pub(crate) struct Sought {
    #[serde(default)]
    q: String,
}

/// `GET /demandes-de-droits/nouvelle`
pub(crate) async fn blank(mut visit: SignedIn, Query(sought): Query<Sought>) -> Answer {
    or_not_found(desk::answers(&visit.viewer))?;
    let mut tx = visit.read().await?;
    let page = LetterPage::build(&mut tx, &visit.viewer, &sought.q, &Letter::default(), &Problems::default()).await?;
    drop(tx);
    visit.page(W.letter_enter(), &page)
}

/// `POST /demandes-de-droits/nouvelle`
pub(crate) async fn enter(mut visit: SignedIn, request: Request) -> Answer {
    or_not_found(desk::answers(&visit.viewer))?;
    let upload = Upload::from_request(request, &visit.site).await?;
    let letter = Letter {
        personne: upload.text("personne").to_owned(),
        droit: upload.text("droit").to_owned(),
        recue: upload.text("recue").to_owned(),
        texte: upload.text("texte").to_owned(),
        identite: upload.text("identite").to_owned(),
    };
    match keep(&mut visit, &upload, &letter).await {
        Ok(path) => Ok(visit.done(&path, W.letter_entered())),
        Err(Error::Invalid(problems)) => {
            let mut tx = visit.read().await?;
            let page = LetterPage::build(&mut tx, &visit.viewer, upload.text("q"), &letter, &problems).await?;
            drop(tx);
            visit.again(W.letter_enter(), &page)
        }
        Err(error) => Err(error.into()),
    }
}

async fn keep(visit: &mut SignedIn, upload: &Upload, letter: &Letter) -> Result<String> {
    let papers = web::paper::received(&visit.site, upload, CAME).await?;
    let mut tx = visit.write().await?;
    let filed = letter.check(&mut tx, &visit.viewer).await?;
    let id = filing::from_letter(&mut tx, &visit.viewer, &filed, &letter.identite).await?;
    for judged in &papers {
        paper::keep(&mut tx, id.0, CAME, judged, Some(visit.viewer.account)).await?;
    }
    tx.commit().await?;
    Ok(format!("{}/{id}", desk::PATH))
}

impl LetterPage {
    async fn build(tx: &mut Tx, viewer: &Viewer, sought: &str, letter: &Letter, problems: &Problems) -> Result<Self> {
        let people = people(tx, viewer, sought, &letter.personne).await?;
        let nobody = people.is_empty() && !sought.trim().is_empty();
        Ok(Self {
            summary: summary(problems),
            search: Field::search("q", W.search_person()).value(sought).hint(W.search_person_hint()),
            look: Button::secondary(W.search()).icon("chercher"),
            found: (!people.is_empty()).then(|| FoundPart::new(people, letter, problems)),
            nobody,
        })
    }
}

/// Those who may be meant, one of them chosen.
pub(super) async fn people(tx: &mut Tx, viewer: &Viewer, sought: &str, chosen: &str) -> Result<Vec<Opt>> {
    let mut found = desk::search(tx, viewer, sought).await?;
    let chosen_id: Option<PersonId> = chosen.parse().ok();
    if let Some(id) = chosen_id.filter(|id| found.iter().all(|it| it.id != *id)) {
        found.push(desk::person(tx, viewer, id).await?);
    }
    let option = |it: &desk::Found| {
        let born = it.birth_day.as_deref().and_then(|day| day.parse().ok()).map(dates::date);
        let facts = [Some(W.person_kind(it.kind.as_str())), born, it.school.clone()];
        let hint: Vec<String> = facts.into_iter().flatten().collect();
        Opt::new(it.id.to_string(), it.name()).hint(hint.join(" · ")).checked(chosen == it.id.to_string())
    };
    Ok(found.iter().map(option).collect())
}

impl FoundPart {
    fn new(people: Vec<Opt>, letter: &Letter, problems: &Problems) -> Self {
        Self {
            person: Choice::radios("personne", W.letter_person(), people).required().error(problems.of("personne")),
            kind: Choice::radios("droit", W.letter_right(), rights(Kind::ALL, &letter.droit))
                .required()
                .error(problems.of("droit")),
            received: Field::date("recue", W.letter_received())
                .value(&letter.recue)
                .required()
                .error(problems.of("recue")),
            words: Field::area("texte", W.letter_words(), 5)
                .value(&letter.texte)
                .required()
                .maxlength(LONGEST)
                .error(problems.of("texte")),
            scan: FileField::new(CAME, W.letter_scan(), problems.of(CAME)),
            identity: Field::area("identite", W.identity_how(), 2)
                .value(&letter.identite)
                .hint(W.identity_how_hint())
                .optional(W.optional())
                .maxlength(LONGEST)
                .error(problems.of("identite")),
            enter: Button::primary(W.letter_enter()),
        }
    }
}
