//! One request for a municipal profile, and what the académie decides of it.

use super::{grant_form::Grant, profiles::PATH, team::status};
use crate::{
    W,
    fields::Fields,
    profile::{ProfileId, ProfileState, TownProfile, role_word},
    profile_asking::LONGEST_REASON,
    profile_end, profile_grant, profile_letter,
};
use askama::Template;
use commons::audit::{self, Action};
use db::{Error, Problems, Result, Tx};
use school::{Territory, account::Account};
use web::{
    Answer, Form, Path, SignedIn,
    component::{Button, ErrorSummary, Field, Notice, Status},
    dates,
};

#[derive(Template)]
#[template(path = "profile.html")]
struct ProfilePage {
    name: String,
    summary: Option<ErrorSummary>,
    status: Status,
    notices: Vec<Notice>,
    facts: Vec<(&'static str, String)>,
    address: String,
    grant: Option<Grant>,
    refusal: Option<(Field, Button)>,
    suspension: Option<(Field, Button)>,
    letter: Option<Button>,
}

/// `GET /mairies/profils/{profile}`
pub(crate) async fn show(mut visit: SignedIn, Path(id): Path<ProfileId>) -> Answer {
    let mut tx = visit.read().await?;
    let profile = TownProfile::load(&mut tx, &visit.viewer, id).await?;
    let page = ProfilePage::build(&mut tx, &profile, &Fields::default(), &Problems::default()).await?;
    drop(tx);
    visit.page(W.profile_title(), &page)
}

/// `POST /mairies/profils/{profile}/accord`
pub(crate) async fn grant(mut visit: SignedIn, Path(id): Path<ProfileId>, Form(fields): Form<Fields>) -> Answer {
    let house = visit.site.house.clone();
    let mut tx = visit.write().await?;
    let profile = TownProfile::load(&mut tx, &visit.viewer, id).await?;
    match profile_grant::typed(&mut tx, &profile, &fields).await {
        Ok(decision) => {
            profile_grant::grant(&mut tx, &house, &visit.viewer, &profile, &decision).await?;
            tx.commit().await?;
            let said = if decision.by_mail { W.profile_granted_by_mail() } else { W.profile_granted() };
            Ok(visit.done(&format!("{PATH}/{id}"), said))
        }
        Err(Error::Invalid(problems)) => again(visit, tx, &profile, &fields, &problems).await,
        Err(error) => Err(error.into()),
    }
}

/// `POST /mairies/profils/{profile}/refus`
pub(crate) async fn refuse(mut visit: SignedIn, Path(id): Path<ProfileId>, Form(fields): Form<Fields>) -> Answer {
    let mut tx = visit.write().await?;
    let profile = TownProfile::load(&mut tx, &visit.viewer, id).await?;
    match profile_grant::refuse(&mut tx, &visit.viewer, &profile, fields.text("reason")).await {
        Ok(()) => {
            tx.commit().await?;
            Ok(visit.done(PATH, W.profile_refused()))
        }
        Err(Error::Invalid(problems)) => again(visit, tx, &profile, &fields, &problems).await,
        Err(error) => Err(error.into()),
    }
}

/// `POST /mairies/profils/{profile}/suspension`
pub(crate) async fn suspend(mut visit: SignedIn, Path(id): Path<ProfileId>, Form(fields): Form<Fields>) -> Answer {
    let mut tx = visit.write().await?;
    let profile = TownProfile::load(&mut tx, &visit.viewer, id).await?;
    match profile_end::suspend(&mut tx, &visit.viewer, &profile, fields.text("reason")).await {
        Ok(()) => {
            tx.commit().await?;
            Ok(visit.done(&format!("{PATH}/{id}"), W.profile_suspended()))
        }
        Err(Error::Invalid(problems)) => again(visit, tx, &profile, &fields, &problems).await,
        Err(error) => Err(error.into()),
    }
}

async fn again(visit: SignedIn, mut tx: Tx, profile: &TownProfile, fields: &Fields, problems: &Problems) -> Answer {
    let page = ProfilePage::build(&mut tx, profile, fields, problems).await?;
    drop(tx);
    visit.again(W.profile_title(), &page)
}

/// `POST /mairies/profils/{profile}/courrier.pdf`: the code is on it, so that it is printed on purpose and written down.
pub(crate) async fn letter(mut visit: SignedIn, Path(id): Path<ProfileId>) -> Answer {
    let house = visit.site.house.clone();
    let mut tx = visit.write().await?;
    let profile = TownProfile::load(&mut tx, &visit.viewer, id).await?;
    if profile.state != ProfileState::Granted {
        return Err(Error::Conflict.into());
    }
    let document = profile_letter::printed(&mut tx, &house, &profile).await?;
    let subject = profile.account_id.map(|it| it.to_string());
    audit::write(&mut tx, Some(visit.viewer.account), Action::TownProfilePrinted, subject, None).await?;
    tx.commit().await?;
    let bytes = pdf::document(&document).map_err(Error::fault)?;
    Ok(web::paper::made(bytes, "application/pdf", "profil-municipal.pdf"))
}

impl ProfilePage {
    async fn build(tx: &mut Tx, profile: &TownProfile, fields: &Fields, problems: &Problems) -> Result<Self> {
        let is_asked = profile.state == ProfileState::Requested;
        let is_granted = profile.state == ProfileState::Granted;
        let reason = |label: &'static str| {
            let field = Field::text("reason", label).maxlength(LONGEST_REASON).required();
            field.value(fields.text("reason")).error(problems.of("reason"))
        };
        Ok(Self {
            name: profile.name(),
            summary: web::summary(problems),
            status: status(profile),
            notices: profile.decision.iter().map(|why| Notice::info(why).title(W.decision_because())).collect(),
            facts: facts(tx, profile).await?,
            address: format!("{PATH}/{}", profile.id),
            grant: match profile.state {
                ProfileState::Refused => None,
                ProfileState::Requested | ProfileState::Granted | ProfileState::Suspended | ProfileState::Expired => {
                    Some(Grant::build(tx, profile, fields, problems).await?)
                }
            },
            refusal: is_asked.then(|| (reason(W.refuse_reason()), Button::danger(W.refuse()).icon("retire"))),
            suspension: is_granted.then(|| (reason(W.suspend_reason()), Button::danger(W.suspend()).icon("retire"))),
            letter: is_granted.then(|| Button::secondary(W.print_letter()).icon("imprimer")),
        })
    }
}

async fn facts(tx: &mut Tx, profile: &TownProfile) -> Result<Vec<(&'static str, String)>> {
    let territory = Territory::of(&profile.scope).ok_or(Error::NotFound)?;
    let place = web::place_name(tx, &territory).await?;
    let mut facts = vec![
        (W.fact_place(), place),
        (W.position(), profile.position.clone()),
        (W.email(), profile.email.clone()),
        (W.role(), role_word(profile.role)),
        (W.fact_origin(), W.origin(profile.origin.as_str())),
        (W.fact_asked(), dates::past(profile.asked_at, tx.now())),
    ];
    if !profile.reason.is_empty() {
        facts.push((W.asking_reason(), profile.reason.clone()));
    }
    if let Some(id) = profile.account_id {
        facts.push((W.fact_login(), Account::load(tx, id).await?.login));
    }
    Ok(facts)
}
