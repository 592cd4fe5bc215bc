//! « Mon foyer »: one account for all children, whom a family lets read with it, how it is reached.
//!
//! A parent sees the children of the account in all schools, and who else is responsible for each: a name, nothing else. Each
//! adult responsible for a child invites up to ten *readers* and ends any of these invitations; readers find the journal of the
//! class and nothing else of the school. What a parent gives to be reached stands beside what ONDE says and overwrites nothing.
//! Two entries of one person are looked for at night (`double`) and joined by who proves both; joining is undone for 30 days.

mod class_contact;
pub mod contact;
mod contact_form;
mod double;
mod double_search;
mod fact;
mod household;
pub mod invitation;
mod invitation_form;
mod invitation_link;
mod language;
mod leaving;
mod merging;
mod onde;
mod pages;
mod personal_data;
mod task;
mod telling;

use axum::{Router, routing::get};
use commons::retention::{Rule, Work};
use db::{Migration, migration};
use pages::{
    class_contact as class_contacts, contact as contacts, double as doubles, guest, household as households, parting,
    reader,
};
use school::{CircleId, SchoolId, Viewer};
use web::{
    Place, Service, Site,
    component::{Chapter, LinkButton},
};

::words::include_words!();

/// The service.
pub const SERVICE: Service = Service {
    migrations: MIGRATIONS,
    jobs: &[telling::TELL],
    nightly: &[double_search::FIND],
    retention: RETENTION,
    places,
    links_of_class,
    tasks: |tx, viewer| Box::pin(task::of(tx, viewer)),
    facts_on_cards: |tx, viewer, people| Box::pin(fact::of(tx, viewer, people)),
    personal_data: |tx, subject| Box::pin(personal_data::of(tx, subject)),
    erase: |tx, leaver| Box::pin(leaving::erase(tx, leaver)),
    ..Service::new("family", routes, PATHS)
};

const MIGRATIONS: &[Migration] = &[migration!("family", "001_family"), migration!("family", "002_ended_by_other")];

/// An invitation that is over, or that nobody accepted, is of no use after the year.
const RETENTION: &[Rule] = &[Rule {
    topic: "family-invitations",
    label: || W.retention_invitations(),
    why: || W.retention_invitations_why(),
    default_days: 365,
    least_days: 30,
    most_days: 730,
    work: Work::Rows {
        count: "select count(*) as n from family_invitation \
                where coalesce(ended_at, case when accepted_at is null then at end) < $1",
        erase: "delete from family_invitation where id in (select id from family_invitation \
                where coalesce(ended_at, case when accepted_at is null then at end) < $1 limit $2)",
    },
}];

fn routes() -> Router<Site> {
    Router::new()
        .route("/foyer", get(households::show))
        .route("/foyer/coordonnees", get(contacts::show).post(contacts::keep))
        .route("/foyer/enfants/{child}/lecteurs", get(reader::blank).post(reader::invite))
        .route("/foyer/enfants/{child}/lecteurs/{invitation}/fin", get(reader::ask).post(reader::end))
        .route("/foyer/regroupements/{merge}/annulation", get(parting::ask).post(parting::undo))
        .route("/foyer/fiches/{person}", get(doubles::show).post(doubles::answer))
        .route("/invitations/{invitation}/{token}", get(guest::show).post(guest::accept))
        .route("/classes/{circle}/coordonnees", get(class_contacts::show))
}

const PATHS: &[&str] = &[
    "GET /foyer",
    "GET /foyer/coordonnees",
    "POST /foyer/coordonnees",
    "GET /foyer/enfants/{child}/lecteurs",
    "POST /foyer/enfants/{child}/lecteurs",
    "GET /foyer/enfants/{child}/lecteurs/{invitation}/fin",
    "POST /foyer/enfants/{child}/lecteurs/{invitation}/fin",
    "GET /foyer/regroupements/{merge}/annulation",
    "POST /foyer/regroupements/{merge}/annulation",
    "GET /foyer/fiches/{person}",
    "POST /foyer/fiches/{person}",
    "GET /invitations/{invitation}/{token}",
    "POST /invitations/{invitation}/{token}",
    "GET /classes/{circle}/coordonnees",
];

fn places(viewer: &Viewer) -> Vec<Place> {
    let opens = household::opens(viewer);
    opens.then(|| Place::new(W.household(), "/foyer", "maison", 60)).into_iter().collect()
}

/// What families gave to be reached, for those who work in the school.
fn links_of_class(viewer: &Viewer, circle: CircleId, school: SchoolId) -> Vec<LinkButton> {
    let contacts = || {
        LinkButton::secondary(W.class_contacts(), format!("/classes/{circle}/coordonnees"))
            .icon("telephone")
            .under(Chapter::People)
    };
    class_contact::reach(viewer, circle, school).is_some().then(contacts).into_iter().collect()
}
