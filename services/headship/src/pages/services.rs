//! `/ecoles/{school}/services`: what the school opens to whom; a change is shown before it is made.

use crate::{
    W,
    opening::{self, Change, Closable},
};
use askama::Template;
use db::{Result, Tx};
use school::{Right, School, SchoolId, Whom, closed, viewer::or_not_found};
use web::{
    Answer, Form, Path, Query, SignedIn,
    component::{Button, Choice, Hidden, LinkButton, Opt},
};

#[derive(Template)]
#[template(path = "services.html")]
struct ServicesPage {
    school: String,
    preview: String,
    back: String,
    choices: Vec<Choice>,
    look: Button,
}

#[derive(Template)]
#[template(path = "preview.html")]
struct PreviewPage {
    school: String,
    address: String,
    changes: Vec<String>,
    fields: Vec<Hidden>,
    apply: Button,
    back: LinkButton,
}

/// What a form sent: a pair for each box ticked.
type Ticked = Vec<(String, String)>;

/// The mark of an address that says which boxes are ticked: a box that is not is in no address.
const CHOSEN: &str = "choix";

/// `GET /ecoles/{school}/services`; with the boxes of whoever comes back from the preview.
pub(crate) async fn show(mut visit: SignedIn, Path(id): Path<SchoolId>, Query(ticked): Query<Ticked>) -> Answer {
    or_not_found(visit.viewer.may_at(Right::RunSchool, id))?;
    let services = opening::closable(visit.site.services, &visit.viewer);
    let mut tx = visit.read().await?;
    let school = School::load(&mut tx, id).await?;
    let chosen = ticked.iter().any(|(name, _)| name == CHOSEN);
    let closed = if chosen { opening::closed_by(&ticked, &services) } else { School::closed(&mut tx, id).await? };
    drop(tx);
    let page = ServicesPage {
        school: school.name,
        preview: format!("{}/apercu", address(id)),
        back: format!("/ecoles/{id}/reglages"),
        choices: services.iter().map(|service| choice(service, &closed)).collect(),
        look: Button::primary(W.services_look()),
    };
    visit.page(W.services(), &page)
}

fn address(school: SchoolId) -> String {
    format!("/ecoles/{school}/services")
}

/// The address of the form with what stays open ticked.
fn choice_address(school: SchoolId, closed: &str, services: &[Closable]) -> String {
    let mut choice = format!("{}?{CHOSEN}=1", address(school));
    for service in services {
        for whom in Whom::ALL.iter().filter(|whom| !closed::holds(closed, service.name, **whom)) {
            choice.push_str(&format!("&{}={}", service.name, whom.as_str()));
        }
    }
    choice
}

fn choice(service: &Closable, closed: &str) -> Choice {
    let option = |whom: &Whom| {
        let opens = !closed::holds(closed, service.name, *whom);
        Opt::new(whom.as_str(), opening::whom_word(*whom)).checked(opens)
    };
    Choice::checkboxes(service.name, W.open_to(&service.label), Whom::ALL.iter().map(option).collect())
}

/// `GET /ecoles/{school}/services/apercu`
pub(crate) async fn preview(mut visit: SignedIn, Path(id): Path<SchoolId>, Query(ticked): Query<Ticked>) -> Answer {
    or_not_found(visit.viewer.may_at(Right::RunSchool, id))?;
    let services = opening::closable(visit.site.services, &visit.viewer);
    let then = opening::closed_by(&ticked, &services);
    let mut tx = visit.read().await?;
    let school = School::load(&mut tx, id).await?;
    let now = School::closed(&mut tx, id).await?;
    let changes = opening::changes(&now, &then, &services);
    let sentences = sentences(&mut tx, id, &changes).await?;
    drop(tx);
    if sentences.is_empty() {
        return Ok(visit.not_done(&address(id), W.services_same()));
    }
    let page = PreviewPage {
        school: school.name,
        address: address(id),
        changes: sentences,
        fields: fields(&ticked, &services),
        apply: Button::primary(W.services_apply()),
        back: LinkButton::secondary(W.services_change(), choice_address(id, &then, &services)),
    };
    visit.page(W.services_preview(), &page)
}

/// What each change does, and to how many.
async fn sentences(tx: &mut Tx, school: SchoolId, changes: &[Change]) -> Result<Vec<String>> {
    let mut sentences = Vec::new();
    for change in changes {
        let count = opening::counted(tx, school, change.whom).await?;
        let (label, whom) = (change.label.as_str(), opening::whom_word(change.whom));
        let said = if change.closes { W.closes(label, whom) } else { W.opens(label, whom) };
        sentences.push(format!("{said} {}", W.concerned(count)));
    }
    Ok(sentences)
}

/// The boxes ticked, carried to the form that applies them: those of our own page alone.
fn fields(ticked: &[(String, String)], services: &[Closable]) -> Vec<Hidden> {
    let ours = ticked.iter().filter(|(name, _)| services.iter().any(|service| service.name == name));
    ours.map(|(name, value)| Hidden::new(name, value)).collect()
}

/// `POST /ecoles/{school}/services`
pub(crate) async fn save(mut visit: SignedIn, Path(id): Path<SchoolId>, Form(ticked): Form<Ticked>) -> Answer {
    or_not_found(visit.viewer.may_at(Right::RunSchool, id))?;
    let services = opening::closable(visit.site.services, &visit.viewer);
    let closed = opening::closed_by(&ticked, &services);
    let mut tx = visit.write().await?;
    opening::set(&mut tx, &visit.viewer, id, &closed).await?;
    tx.commit().await?;
    Ok(visit.done(&address(id), W.services_saved()))
}
