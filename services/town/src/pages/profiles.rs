//! The municipal profiles of an académie: those asked for, those in force, and asking for one on behalf of a commune.

use super::{asking, person_form::PersonForm, team::status};
use crate::{
    W,
    fields::Fields,
    profile::{self, Origin, ProfileState, TownProfile, role_word},
    profile_asking::{self, Asked},
};
use askama::Template;
use db::{Error, Problems, Result, Tx};
use school::{Territory, Viewer, schools_in};
use serde::Deserialize;
use web::{
    Answer, Form, Query, SignedIn,
    component::{Button, EmptyState, ErrorSummary, Field, Status, Tab, Tabs},
    dates,
};

/// Where the list is.
pub(crate) const PATH: &str = "/mairies/profils";

#[derive(Template)]
#[template(path = "profiles.html")]
struct ProfilesPage {
    summary: Option<ErrorSummary>,
    tabs: Tabs,
    lines: Vec<Line>,
    empty: Option<EmptyState>,
    siret: Field,
    town: Field,
    department: Field,
    person: PersonForm,
    send: Button,
}

struct Line {
    name: String,
    href: String,
    about: String,
    status: Status,
}

/// Which profiles.
#[derive(Deserialize)]
pub(crate) struct Which {
    etat: Option<String>,
}

/// `GET /mairies/profils`
pub(crate) async fn show(mut visit: SignedIn, Query(which): Query<Which>) -> Answer {
    let state = which.etat.and_then(|it| ProfileState::try_from(it).ok()).unwrap_or(ProfileState::Requested);
    let mut tx = visit.read().await?;
    let page = ProfilesPage::build(&mut tx, &visit.viewer, state, &Fields::default(), &Problems::default()).await?;
    drop(tx);
    visit.page(W.profiles_place(), &page)
}

/// `POST /mairies/profils`
pub(crate) async fn ask(mut visit: SignedIn, Form(fields): Form<Fields>) -> Answer {
    let mut tx = visit.write().await?;
    let academies = profile::academies_of(&mut tx, &visit.viewer).await?;
    match checked(&mut tx, &fields, &academies).await {
        Ok((scope, asked)) => {
            let by = Some(visit.viewer.account);
            let id = profile_asking::ask(&mut tx, &scope, &asked, Origin::Academy, by).await?;
            tx.commit().await?;
            let address = id.map_or_else(|| PATH.to_owned(), |id| format!("{PATH}/{id}"));
            Ok(visit.done(&address, W.request_written()))
        }
        Err(Error::Invalid(problems)) => {
            let state = ProfileState::Requested;
            let page = ProfilesPage::build(&mut tx, &visit.viewer, state, &fields, &problems).await?;
            drop(tx);
            visit.again(W.profiles_place(), &page)
        }
        Err(error) => Err(error.into()),
    }
}

/// What was typed; a commune of another académie is none of the viewer's business, and as unknown as one of nowhere.
async fn checked(tx: &mut Tx, fields: &Fields, academies: &[String]) -> Result<(Territory, Asked)> {
    let (scope, asked) = asking::checked(tx, fields).await?;
    let schools = schools_in(tx, &scope).await?;
    match schools.first() {
        Some(school) if academies.contains(&school.academy) => Ok((scope, asked)),
        Some(_) | None => Err(Error::invalid("town", W.town_unknown())),
    }
}

impl ProfilesPage {
    async fn build(
        tx: &mut Tx,
        viewer: &Viewer,
        state: ProfileState,
        fields: &Fields,
        problems: &Problems,
    ) -> Result<Self> {
        let academies = profile::academies_of(tx, viewer).await?;
        let mut lines = Vec::new();
        for profile in profile::in_state(tx, &academies, state).await? {
            lines.push(Line::of(tx, &profile).await?);
        }
        let field = |field: Field, name: &str| field.value(fields.text(name)).error(problems.of(name));
        Ok(Self {
            summary: web::summary(problems),
            tabs: tabs(state),
            empty: lines.is_empty().then(|| EmptyState::new("termine", W.no_profile(), None)),
            lines,
            siret: field(Field::text("siret", W.siret()).hint(W.siret_hint()).optional(W.optional()), "siret"),
            town: field(Field::text("town", W.town_name()).hint(W.town_hint()), "town"),
            department: field(Field::text("department", W.department()).hint(W.department_hint()), "department"),
            person: PersonForm::new(fields, problems),
            send: Button::primary(W.write_request()).icon("ajouter"),
        })
    }
}

fn tabs(current: ProfileState) -> Tabs {
    let tab = |state: &ProfileState| {
        let address = format!("{PATH}?etat={}", state.as_str());
        Tab::new(W.profiles_in_state(state.as_str()), address, *state == current)
    };
    Tabs::new(W.profiles_place(), ProfileState::ALL.iter().map(tab).collect())
}

impl Line {
    async fn of(tx: &mut Tx, profile: &TownProfile) -> Result<Self> {
        let territory = Territory::of(&profile.scope).ok_or(Error::NotFound)?;
        let place = web::place_name(tx, &territory).await?;
        let asked = W.asked_at(dates::past(profile.asked_at, tx.now()));
        Ok(Self {
            name: profile.name(),
            href: format!("{PATH}/{}", profile.id),
            about: [place, role_word(profile.role), asked].join(" · "),
            status: status(profile),
        })
    }
}
