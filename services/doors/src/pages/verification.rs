//! Showing that one is there, before an act that could harm many people; then back to it.

use super::{
    Back,
    account::{owner_of, token_of},
    second_factor::code_field,
};
use crate::{
    W, email,
    owner::Owner,
    second_factor::{CODE, may_enrol},
    verification::{self, Way},
};
use askama::Template;
use axum::response::{IntoResponse, Redirect};
use db::{Moment, Problems};
use school::viewer::or_not_found;
use serde::Deserialize;
use web::{
    Answer, Form, Paced, Query, SignedIn,
    component::{Button, ErrorSummary, Field, Hidden, LinkButton},
    dates, safe_return, summary,
};

const PATH: &str = "/verification";

#[derive(Template)]
#[template(path = "verification.html")]
struct VerificationPage {
    lead: String,
    summary: Option<ErrorSummary>,
    to: Hidden,
    send: Option<Button>,
    code: Option<(Field, Button)>,
    ways: Vec<LinkButton>,
    /// What is added now serves later, for who showed the password alone.
    later: bool,
}

impl VerificationPage {
    fn new(owner: &Owner, to: &str, problems: &Problems, now: Moment) -> Self {
        let way = Way::of(&owner.account, now);
        let button = || Button::primary(W.verification_button());
        Self {
            lead: match way {
                Way::Telephone => W.second_step_lead().to_owned(),
                Way::Letter => W.verification_by_letter().to_owned(),
                Way::Later(at) => W.verification_later(dates::coming(at, now).unwrap_or_default()),
                Way::None => W.verification_by_nothing().to_owned(),
            },
            summary: summary(problems),
            to: Hidden::new("retour", safe_return(to)),
            send: (way == Way::Letter).then(|| Button::secondary(W.verification_send()).icon("courrier")),
            code: match way {
                Way::Telephone => Some((code_field(problems), button())),
                Way::Letter => Some((letter_code_field(problems), button())),
                Way::Later(_) | Way::None => None,
            },
            ways: if way == Way::None { ways(owner, to) } else { Vec::new() },
            later: way == Way::None,
        }
    }
}

/// What can be set first: a telephone by those who work in a school, an address by everybody.
fn ways(owner: &Owner, to: &str) -> Vec<LinkButton> {
    let back = email::escaped(safe_return(to));
    let telephone = LinkButton::secondary(W.second_factor_set(), format!("{}?retour={back}", web::SECOND_FACTOR));
    let address = LinkButton::secondary(W.verification_address(), format!("/compte?retour={back}"));
    let may = may_enrol(&owner.viewer).then(|| telephone.icon("telephone"));
    may.into_iter().chain([address.icon("courrier")]).collect()
}

fn letter_code_field(problems: &Problems) -> Field {
    Field::text(CODE, W.second_factor_code())
        .hint(W.verification_code_hint())
        .required()
        .autocomplete("one-time-code")
        .inputmode("numeric")
        .maxlength(7)
        .spellcheck_off()
        .error(problems.of(CODE))
}

/// The page; whoever has just shown being there goes on. No pupil is ever asked.
pub(crate) async fn show(mut visit: SignedIn, Query(back): Query<Back>) -> Answer {
    let owner = owner_of(&mut visit).await?;
    or_not_found(!owner.is_pupil())?;
    let now = visit.site.house.db.now();
    if visit.session.as_ref().is_some_and(|it| it.is_proved(now)) {
        return Ok(Redirect::to(safe_return(&back.retour)).into_response());
    }
    let page = VerificationPage::new(&owner, &back.retour, &Problems::default(), now);
    let trusted = visit.session.as_ref().is_some_and(|it| it.is_trusted(now));
    visit.page(W.verification(), &VerificationPage { later: page.later && !trusted, ..page })
}

/// What the page sends: a code, or the wish to receive one.
#[derive(Deserialize)]
pub(crate) struct VerificationForm {
    #[serde(default)]
    code: String,
    #[serde(default)]
    envoyer: String,
    #[serde(default)]
    retour: String,
}

/// Sends a code, or tries one.
pub(crate) async fn verify(_: Paced, mut visit: SignedIn, Form(form): Form<VerificationForm>) -> Answer {
    let owner = owner_of(&mut visit).await?;
    or_not_found(!owner.is_pupil())?;
    let (house, here) = (visit.site.house.clone(), token_of(&visit));
    let mut tx = visit.write().await?;
    if !form.envoyer.is_empty() {
        let sent = verification::send(&mut tx, &house, owner.account.id, &here).await?;
        tx.commit().await?;
        let again = format!("{PATH}?retour={}", email::escaped(safe_return(&form.retour)));
        return Ok(match sent {
            true => visit.done(&again, W.verification_sent()),
            false => visit.not_done(&again, W.verification_just_sent()),
        });
    }
    let right = verification::accept(&mut tx, &house, owner.account.id, &here, &form.code).await?;
    tx.commit().await?;
    if right {
        return Ok(visit.done(safe_return(&form.retour), W.verification_done()));
    }
    let now = house.db.now();
    let wrong = match Way::of(&owner.account, now) {
        Way::Telephone => W.second_factor_wrong(),
        Way::Letter | Way::Later(_) | Way::None => W.verification_wrong(),
    };
    visit.again(W.verification(), &VerificationPage::new(&owner, &form.retour, &Problems::one(CODE, wrong), now))
}
