//! Deaths: entered with their paper, shown with the directives, taken back when it was a mistake.

use super::{PaperLink, desk_letter::people, file_field::FileField, paper_links};
use crate::{
    W,
    death::{
        self, ACT, Death, DeathId,
        after::{self, Directive},
    },
    request::desk,
};
use askama::Template;
use axum::extract::{FromRequest, Request};
use commons::paper::{self, PaperId};
use db::{Error, Problems, Result, Tx};
use school::{PersonId, Viewer, viewer::or_not_found};
use serde::Deserialize;
use web::{
    Answer, Form, Path, Query, SignedIn, Upload,
    component::{Button, Choice, ErrorSummary, Field, LinkButton},
    dates,
    reason::{self, ReasonForm, ReasonPage, ReasonQuestion},
    summary,
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

#[derive(Template)]
#[template(path = "death.html")]
struct DeathPage {
    title: String,
    about: String,
    directive: Vec<(String, String)>,
    papers: Vec<PaperLink>,
    take_back: LinkButton,
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

/// `GET /demandes-de-droits/deces/{id}`
pub(crate) async fn show(mut visit: SignedIn, Path(id): Path<DeathId>) -> Answer {
    let mut tx = visit.read().await?;
    let death = Death::load(&mut tx, &visit.viewer, id).await?;
    let directive = after::of(&mut tx, death.account_id).await?;
    let papers = paper::about(&mut tx, death.id.0).await?;
    drop(tx);
    let page = DeathPage {
        title: death.name.clone(),
        about: about(&death),
        directive: directive.as_ref().map(facts).unwrap_or_default(),
        papers: paper_links(&papers, &death.path()),
        take_back: LinkButton::danger(W.death_take_back(), format!("{}/retrait", death.path())),
    };
    visit.page(W.deaths_title(), &page)
}

/// `GET /demandes-de-droits/deces/{id}/pieces/{paper}`
pub(crate) async fn paper(mut visit: SignedIn, Path((id, paper)): Path<(DeathId, PaperId)>) -> Answer {
    let mut tx = visit.read().await?;
    let death = Death::load(&mut tx, &visit.viewer, id).await?;
    let found = paper::one(&mut tx, death.id.0, paper).await?;
    drop(tx);
    web::paper::serve(&visit.site, &found).await
}

/// `GET /demandes-de-droits/deces/{id}/retrait`
pub(crate) async fn ask_back(mut visit: SignedIn, Path(id): Path<DeathId>) -> Answer {
    let mut tx = visit.read().await?;
    let death = Death::load(&mut tx, &visit.viewer, id).await?;
    drop(tx);
    visit.page(W.death_take_back(), &question(&death, "", &Problems::default()))
}

/// `POST /demandes-de-droits/deces/{id}/retrait`
pub(crate) async fn take_back(mut visit: SignedIn, Path(id): Path<DeathId>, Form(form): Form<ReasonForm>) -> Answer {
    let house = visit.site.house.clone();
    let mut tx = visit.write().await?;
    let death = Death::load(&mut tx, &visit.viewer, id).await?;
    let reason = match reason::check(&form.reason) {
        Ok(reason) => reason,
        Err(Error::Invalid(problems)) => {
            drop(tx);
            return visit.again(W.death_take_back(), &question(&death, &form.reason, &problems));
        }
        Err(error) => return Err(error.into()),
    };
    death::take_back(&mut tx, &house, &visit.viewer, &death, reason).await?;
    tx.commit().await?;
    Ok(visit.done("/demandes-de-droits/deces", W.death_taken_back()))
}

fn question(death: &Death, typed: &str, problems: &Problems) -> ReasonPage {
    let question = ReasonQuestion::new(
        W.death_back_reason(),
        W.death_back_explained(),
        format!("{}/retrait", death.path()),
        Button::danger(W.death_take_back()),
        death.path(),
    );
    ReasonPage::new(W.death_take_back(), &death.name, question.typed(typed, problems), problems)
}

fn about(death: &Death) -> String {
    let died = death.died_on.date().map(dates::date).unwrap_or_default();
    W.death_about(died, dates::date(death.entered_at.day()))
}

fn facts(directive: &Directive) -> Vec<(String, String)> {
    let facts = [
        (W.column_choice(), W.after_choice(directive.choice.as_str())),
        (W.column_contact(), directive.contact_name.clone()),
        (W.column_address(), directive.contact_address.clone()),
        (W.column_words(), directive.detail.clone()),
        (W.column_at(), dates::date(directive.written_at.day())),
    ];
    let known = facts.into_iter().filter(|(_, value)| !value.is_empty());
    known.map(|(label, value)| (label.to_owned(), value)).collect()
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
