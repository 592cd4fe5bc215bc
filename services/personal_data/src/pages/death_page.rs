//! A death: its paper, the directives left, and taking it back when it was a mistake.

use super::{PaperLink, death::about, paper_links};
use crate::{
    W,
    death::{
        self, Death, DeathId,
        after::{self, Directive},
    },
};
use askama::Template;
use commons::paper::{self, PaperId};
use db::{Error, Problems};
use web::{
    Answer, Form, Path, SignedIn,
    component::{Button, LinkButton},
    dates,
    reason::{self, ReasonForm, ReasonPage, ReasonQuestion},
};

#[derive(Template)]
#[template(path = "death.html")]
struct DeathPage {
    title: String,
    about: String,
    directive: Vec<(String, String)>,
    papers: Vec<PaperLink>,
    take_back: LinkButton,
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
