//! « Équipe mairie »: who has which profile until when, asking for another, suspending a colleague.

use super::{Wanted, person_form::PersonForm};
use crate::{
    W,
    charge::{self, Charge, Office},
    fields::Fields,
    profile::{self, Origin, ProfileId, ProfileState, TownProfile, is_officer, role_word},
    profile_asking, profile_end,
};
use askama::Template;
use axum::response::{IntoResponse, Redirect};
use db::{Error, Problems, Result, Tx};
use school::Viewer;
use web::{
    Answer, Form, Path, Query, SignedIn,
    component::{Button, ErrorSummary, Field, Hidden, Status, StatusKind, Tabs},
    dates,
};

/// Where the page is.
const PATH: &str = "/ma-commune/equipe";

#[derive(Template)]
#[template(path = "team.html")]
struct TeamPage {
    place: String,
    tabs: Option<Tabs>,
    summary: Option<ErrorSummary>,
    lines: Vec<Line>,
    others: Vec<(String, String)>,
    carried: Hidden,
    person: PersonForm,
    send: Button,
}

struct Line {
    name: String,
    about: String,
    status: Status,
    suspension: Option<Suspension>,
}

struct Suspension {
    ask: String,
    address: String,
    reason: Field,
    button: Button,
}

/// `GET /ma-commune/equipe`
pub(crate) async fn show(mut visit: SignedIn, Query(wanted): Query<Wanted>) -> Answer {
    let mut tx = visit.read().await?;
    let office = Office::open(&mut tx, &visit.viewer, wanted.commune.as_deref()).await?;
    let page = TeamPage::build(&mut tx, &visit.viewer, &office, &Fields::default(), &Problems::default()).await?;
    drop(tx);
    visit.page(W.team(), &page)
}

/// `POST /ma-commune/equipe`
pub(crate) async fn ask(mut visit: SignedIn, Form(fields): Form<Fields>) -> Answer {
    let mut tx = visit.write().await?;
    let office = Office::open(&mut tx, &visit.viewer, Some(fields.text("commune"))).await?;
    is_of_team(&visit.viewer, &office.charge)?;
    match profile_asking::typed(&fields, Problems::default()) {
        Ok(asked) => {
            let by = Some(visit.viewer.account);
            profile_asking::ask(&mut tx, &office.charge.scope, &asked, Origin::Officer, by).await?;
            tx.commit().await?;
            Ok(visit.done(&super::back_to(PATH, &office.charge), W.request_sent()))
        }
        Err(Error::Invalid(problems)) => {
            let page = TeamPage::build(&mut tx, &visit.viewer, &office, &fields, &problems).await?;
            drop(tx);
            visit.again(W.team(), &page)
        }
        Err(error) => Err(error.into()),
    }
}

/// `POST /ma-commune/equipe/{profile}/suspension`
pub(crate) async fn suspend(mut visit: SignedIn, Path(id): Path<ProfileId>, Form(fields): Form<Fields>) -> Answer {
    let mut tx = visit.write().await?;
    let profile = TownProfile::load_of_team(&mut tx, &visit.viewer, id).await?;
    let back = charge::at(PATH, &profile.scope);
    match profile_end::suspend(&mut tx, &visit.viewer, &profile, fields.text(&reason_of(id))).await {
        Ok(()) => {
            tx.commit().await?;
            Ok(visit.done(&back, W.profile_suspended()))
        }
        // The field is on each line: what was wrong is said above the list.
        Err(Error::Invalid(problems)) => match problems.of("reason") {
            Some(wrong) => Ok(visit.not_done(&back, &wrong)),
            None => Ok(Redirect::to(&back).into_response()),
        },
        Err(error) => Err(error.into()),
    }
}

/// Whoever publishes for the commune sees it, but its officers alone know its team.
fn is_of_team(viewer: &Viewer, charge: &Charge) -> Result<()> {
    if is_officer(viewer, &charge.scope.to_string()) { Ok(()) } else { Err(Error::Forbidden) }
}

impl TeamPage {
    async fn build(
        tx: &mut Tx,
        viewer: &Viewer,
        office: &Office,
        fields: &Fields,
        problems: &Problems,
    ) -> Result<Self> {
        is_of_team(viewer, &office.charge)?;
        let scope = office.charge.scope.to_string();
        let profiles = profile::of_scope(tx, &scope).await?;
        let others = profile::others(tx, &scope).await?;
        Ok(Self {
            place: office.charge.name.clone(),
            tabs: office.tabs(PATH),
            summary: web::summary(problems),
            lines: profiles.iter().map(|profile| Line::of(viewer, profile)).collect(),
            others: others.into_iter().map(|it| (it.name, role_word(it.role))).collect(),
            carried: super::carried(&office.charge),
            person: PersonForm::new(fields, problems),
            send: Button::primary(W.ask_profile()).icon("a-envoyer"),
        })
    }
}

impl Line {
    fn of(viewer: &Viewer, profile: &TownProfile) -> Self {
        let may = profile.state == ProfileState::Granted && profile.account_id != Some(viewer.account);
        let reason = || {
            Field::text(reason_of(profile.id), W.suspend_reason()).maxlength(profile_asking::LONGEST_REASON).required()
        };
        let suspension = may.then(|| Suspension {
            ask: W.suspend_one(profile.name()),
            address: format!("{PATH}/{}/suspension", profile.id),
            reason: reason(),
            button: Button::danger(W.suspend()).icon("retire"),
        });
        let parts = [role_word(profile.role), profile.position.clone()];
        Self { name: profile.name(), about: parts.join(" · "), status: status(profile), suspension }
    }
}

/// Each line has its field: two of one name would be one for whoever does not see the page.
fn reason_of(profile: ProfileId) -> String {
    format!("reason-{profile}")
}

/// The mark of where a profile stands.
pub(super) fn status(profile: &TownProfile) -> Status {
    let until = profile.until().map(dates::date).unwrap_or_default();
    match profile.state {
        ProfileState::Requested => Status::new(StatusKind::Review, W.state_requested()),
        ProfileState::Granted => Status::new(StatusKind::Published, W.state_granted(until)),
        ProfileState::Refused => Status::new(StatusKind::Withdrawn, W.state_refused()),
        ProfileState::Suspended => Status::new(StatusKind::Withdrawn, W.state_suspended()),
        ProfileState::Expired => Status::new(StatusKind::Archived, W.state_expired(until)),
    }
}
