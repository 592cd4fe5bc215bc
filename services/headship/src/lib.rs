//! What a head runs: services opened to whom, delegations with an end, replacements of teachers.
//!
//! *Opening*: what a school closes to its pupils, its families, its team, at once ([`opening`]). *Delegation*: a seat in the
//! team that ends by itself: a deputy of the head, somebody who acts as head ([`delegation`]). *Pass*: a class opened to a
//! substitute for some days of class, by a code typed once ([`pass`], [`taking`]).

mod code;
mod contact;
mod days;
pub mod delegation;
pub mod delegation_form;
pub mod opening;
pub mod pass;
pub mod pass_form;
mod personal_data;
pub mod reach;
pub mod taking;
mod task;

mod pages;

use ::school::{CircleId, Profile, Right, SchoolId, Viewer};
use axum::{
    Router,
    routing::{get, post as posted},
};
use commons::retention::{Rule, Work};
use db::{Migration, Result, Tx, migration};
use pages::{class, delegation as delegations, school as schools, services, settings, slip, take, territory};
use pass::State;
use web::{
    Place, Service, Site,
    component::{Chapter, LinkButton},
};

::words::include_words!();

/// The service.
pub const SERVICE: Service = Service {
    migrations: MIGRATIONS,
    places,
    links_of_school,
    links_of_class,
    tasks: |tx, viewer| Box::pin(task::of(tx, viewer)),
    school_line: |tx, school| Box::pin(line(tx, school)),
    personal_data: |tx, subject| Box::pin(personal_data::of(tx, subject)),
    erase: |tx, leaver| Box::pin(personal_data::erase(tx, leaver)),
    retention: RETENTION,
    ..Service::new("headship", routes, PATHS)
};

const MIGRATIONS: &[Migration] = &[migration!("headship", "001_headship"), migration!("headship", "002_leaving")];

/// Who replaced whom and who was named is known for some years: a family, an inspector may ask. The audit journal has its own
/// time.
const RETENTION: &[Rule] = &[
    Rule {
        topic: "replacements",
        label: || W.retention_passes(),
        why: || W.retention_passes_why(),
        default_days: 730,
        least_days: 365,
        most_days: 1825,
        work: Work::Rows {
            count: "select count(*) as n from headship_pass where school_id is not null and made_at < $1",
            erase: "delete from headship_pass where school_id is not null and id in \
                    (select id from headship_pass where made_at < $1 limit $2)",
        },
    },
    Rule {
        topic: "delegations",
        label: || W.retention_delegations(),
        why: || W.retention_delegations_why(),
        default_days: 730,
        least_days: 400,
        most_days: 1825,
        work: Work::Rows {
            count: "select count(*) as n from headship_delegation where school_id is not null and given_at < $1",
            erase: "delete from headship_delegation where school_id is not null and id in \
                    (select id from headship_delegation where given_at < $1 limit $2)",
        },
    },
];

fn routes() -> Router<Site> {
    Router::new()
        .route("/ecoles/{school}/reglages", get(settings::show))
        .route("/ecoles/{school}/services", get(services::show).post(services::save))
        .route("/ecoles/{school}/services/apercu", get(services::preview))
        .route("/ecoles/{school}/delegations", get(delegations::show).post(delegations::give))
        .route("/ecoles/{school}/delegations/{delegation}/fin", posted(delegations::end))
        .route("/ecoles/{school}/delegations/{delegation}/lecture", posted(delegations::note_seen))
        .route("/ecoles/{school}/remplacements", get(schools::show))
        .route("/classes/{circle}/remplacements", get(class::show).post(class::open))
        .route("/classes/{circle}/remplacements/{pass}", get(slip::show))
        .route("/classes/{circle}/remplacements/{pass}/fin", get(class::ask_end).post(class::end))
        .route("/remplacements", get(territory::show))
        .route("/remplacement", get(take::show).post(take::take))
}

const PATHS: &[&str] = &[
    "GET /ecoles/{school}/reglages",
    "GET /ecoles/{school}/services",
    "POST /ecoles/{school}/services",
    "GET /ecoles/{school}/services/apercu",
    "GET /ecoles/{school}/delegations",
    "POST /ecoles/{school}/delegations",
    "POST /ecoles/{school}/delegations/{delegation}/fin",
    "POST /ecoles/{school}/delegations/{delegation}/lecture",
    "GET /ecoles/{school}/remplacements",
    "GET /classes/{circle}/remplacements",
    "POST /classes/{circle}/remplacements",
    "GET /classes/{circle}/remplacements/{pass}",
    "GET /classes/{circle}/remplacements/{pass}/fin",
    "POST /classes/{circle}/remplacements/{pass}/fin",
    "GET /remplacements",
    "GET /remplacement",
    "POST /remplacement",
];

/// The replacements of a territory, for the inspection; where a code is typed, for who teaches in no class.
fn places(viewer: &Viewer) -> Vec<Place> {
    let inspects = viewer.may_over(Right::OpenClass);
    let territory = inspects.then(|| Place::new(W.replacements(), territory::PATH, "personnes", 40));
    let is_free = taking::may_type(viewer) && viewer.profile() < Profile::Head && viewer.taught().next().is_none();
    let code = is_free.then(|| Place::new(W.take_entry(), take::PATH, "cle", 36));
    territory.into_iter().chain(code).collect()
}

fn links_of_school(viewer: &Viewer, school: SchoolId) -> Vec<LinkButton> {
    let settings = LinkButton::secondary(W.settings(), format!("/ecoles/{school}/reglages"));
    let settings = settings.icon("reglages").under(Chapter::Rules);
    let replacements = || replacements_link(format!("/ecoles/{school}/remplacements"));
    let links = [
        viewer.may_at(Right::RunSchool, school).then_some(settings),
        viewer.may_at(Right::OpenClass, school).then(replacements),
    ];
    links.into_iter().flatten().collect()
}

fn links_of_class(viewer: &Viewer, circle: CircleId, school: SchoolId) -> Vec<LinkButton> {
    let sees = viewer.may_in(Right::SeeClass, circle, school);
    sees.then(|| replacements_link(format!("/classes/{circle}/remplacements"))).into_iter().collect()
}

fn replacements_link(address: String) -> LinkButton {
    LinkButton::secondary(W.replacements(), address).icon("personnes").under(Chapter::People)
}

/// « Un remplacement en cours. », for those who run the school.
async fn line(tx: &mut Tx, school: SchoolId) -> Result<Option<String>> {
    let now = tx.now();
    let passes = pass::of_school(tx, school).await?;
    let running = passes.iter().filter(|it| it.state(now) == State::Running).count();
    let running = i64::try_from(running).unwrap_or(i64::MAX);
    Ok((running > 0).then(|| W.replacements_running(running)))
}
