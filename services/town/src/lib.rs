//! « Ma commune »: menus, services, notices, what a commune offers to the families of its schools; municipal profiles; network
//! advice.
//!
//! A *charge* is a commune or a grouping somebody runs, with its schools: whoever has the task `RunTown` over it. A *menu* is
//! for a week, an *offer* a service around the school day, a *notice* what families are told, a *strike* what stays open on a
//! day of strike. A *profile* is asked for and granted by the académie until a day (domain.md §1.3, 3.1). Nothing here holds
//! or shows a pupil: the network advice alone counts them.

pub mod advice;
pub mod allergen;
pub mod charge;
pub mod clock;
pub mod dish;
pub mod fields;
pub mod meal_form;
pub mod menu;
pub mod menu_begin;
pub mod menu_change;
pub mod menu_list;
pub mod network;
pub mod network_advice;
pub mod network_scope;
pub mod notice;
pub mod notice_draft;
pub mod notice_flash;
pub mod notice_kind;
pub mod notice_list;
pub mod notice_send;
pub mod notice_withdrawal;
pub mod offer;
pub mod offer_change;
pub mod offer_draft;
pub mod offer_kind;
mod personal_data;
pub mod profile;
pub mod profile_account;
pub mod profile_asking;
pub mod profile_bounds;
pub mod profile_end;
pub mod profile_grant;
pub mod profile_letter;
pub mod profile_list;
pub mod profile_place;
pub mod profile_refusal;
pub mod profile_state;
mod retention;
pub mod served;
pub mod strike;
pub mod strike_change;
pub mod strike_line;
pub mod strike_open;
pub mod task;
mod town_near;
pub mod waiting;

mod pages;

use axum::{
    Router,
    routing::{get, post},
};
use db::{Migration, migration};
use pages::{
    asking, canteen, day, home, menus, network as networks, network_table, notice_form, notice_page,
    notice_withdrawal as withdrawal, notices, offer_page, offers, papers, profile_page, profiles, strike_page,
    strike_tell, strikes, team, town_papers,
};
use school::{CircleKind, PersonId, Profile, Right, SchoolId, Viewer};
use web::{Place, Service, Site, component::LinkButton};

::words::include_words!();

/// The service.
pub const SERVICE: Service = Service {
    label: "SERVICE_COLLECTIVITE",
    migrations: MIGRATIONS,
    jobs: &[waiting::FOLLOW],
    nightly: &[profile_end::NIGHT],
    places,
    links_of_school,
    links_of_child,
    hours_changed: |tx, school| Box::pin(waiting::hours_changed(tx, school)),
    tasks: |tx, viewer| Box::pin(task::of(tx, viewer)),
    flashes: |tx| Box::pin(notice_flash::flashes(tx)),
    retention: retention::RULES,
    personal_data: |tx, subject| Box::pin(personal_data::of(tx, subject)),
    reading: |tx, bearer| Box::pin(notice_list::by_link(tx, bearer)),
    ..Service::new("town", routes, PATHS)
};

const MIGRATIONS: &[Migration] = &[
    migration!("town", "001_profile"),
    migration!("town", "002_menu"),
    migration!("town", "003_offer"),
    migration!("town", "004_notice"),
    migration!("town", "005_notice_end"),
];

fn routes() -> Router<Site> {
    Router::new()
        .route("/ma-commune", get(home::show))
        .route("/ma-commune/equipe", get(team::show).post(team::ask))
        .route("/ma-commune/equipe/{profile}/suspension", post(team::suspend))
        .route("/ma-commune/cantine", get(menus::show))
        .route("/ma-commune/cantine/menus", post(menus::begin))
        .route("/ma-commune/cantine/menus/{menu}/{day}", get(day::show).post(day::save))
        .route("/ma-commune/cantine/menus/{menu}/publication", post(menus::publish))
        .route("/ma-commune/cantine/menus/{menu}/retrait", post(menus::withdraw))
        .route("/ma-commune/cantine/menus/{menu}/reprise", post(menus::take_up))
        .route("/ma-commune/services", get(offers::show).post(offers::create))
        .route("/ma-commune/services/{offer}", get(offer_page::show).post(offer_page::save))
        .route("/ma-commune/services/{offer}/fin", post(offer_page::end))
        .route("/ma-commune/avis", get(notices::show).post(notice_form::send))
        .route("/ma-commune/avis/nouveau", get(notice_form::blank))
        .route("/avis/{id}", get(notice_page::show))
        .route("/avis/{id}/retrait", get(withdrawal::ask).post(withdrawal::withdraw))
        .route("/avis/{id}/fermeture", post(notice_page::close))
        .route("/ma-commune/greves", get(strikes::show).post(strikes::begin))
        .route("/ma-commune/greves/{strike}", get(strike_page::show).post(strike_page::save))
        .route("/ma-commune/greves/{strike}/publication", get(strike_tell::ask).post(strike_tell::publish))
        .route("/ma-commune/reseau", get(networks::show))
        .route("/ma-commune/reseau/{school}/fiche.pdf", get(networks::sheet))
        .route("/ma-commune/documents", get(town_papers::show).post(town_papers::add))
        .route("/ma-commune/documents/{paper}/retrait", post(town_papers::remove))
        .route("/documents-de-la-commune", get(papers::list))
        .route("/documents-de-la-commune/{scope}/{paper}", get(papers::serve))
        .route("/cantine", get(canteen::show))
        .route("/mairie/demande", get(asking::show).post(asking::ask))
        .route("/mairies/profils", get(profiles::show).post(profiles::ask))
        .route("/mairies/profils/{profile}", get(profile_page::show))
        .route("/mairies/profils/{profile}/accord", post(profile_page::grant))
        .route("/mairies/profils/{profile}/refus", post(profile_page::refuse))
        .route("/mairies/profils/{profile}/suspension", post(profile_page::suspend))
        .route("/mairies/profils/{profile}/courrier.pdf", post(profile_page::letter))
        .route("/mairies/reseau", get(network_table::show).post(network_table::save))
}

const PATHS: &[&str] = &[
    "GET /ma-commune",
    "GET /ma-commune/equipe",
    "POST /ma-commune/equipe",
    "POST /ma-commune/equipe/{profile}/suspension",
    "GET /ma-commune/cantine",
    "POST /ma-commune/cantine/menus",
    "GET /ma-commune/cantine/menus/{menu}/{day}",
    "POST /ma-commune/cantine/menus/{menu}/{day}",
    "POST /ma-commune/cantine/menus/{menu}/publication",
    "POST /ma-commune/cantine/menus/{menu}/retrait",
    "POST /ma-commune/cantine/menus/{menu}/reprise",
    "GET /ma-commune/services",
    "POST /ma-commune/services",
    "GET /ma-commune/services/{offer}",
    "POST /ma-commune/services/{offer}",
    "POST /ma-commune/services/{offer}/fin",
    "GET /ma-commune/avis",
    "POST /ma-commune/avis",
    "GET /ma-commune/avis/nouveau",
    "GET /avis/{id}",
    "GET /avis/{id}/retrait",
    "POST /avis/{id}/retrait",
    "POST /avis/{id}/fermeture",
    "GET /ma-commune/greves",
    "POST /ma-commune/greves",
    "GET /ma-commune/greves/{strike}",
    "POST /ma-commune/greves/{strike}",
    "GET /ma-commune/greves/{strike}/publication",
    "POST /ma-commune/greves/{strike}/publication",
    "GET /ma-commune/reseau",
    "GET /ma-commune/reseau/{school}/fiche.pdf",
    "GET /ma-commune/documents",
    "POST /ma-commune/documents",
    "POST /ma-commune/documents/{paper}/retrait",
    "GET /documents-de-la-commune",
    "GET /documents-de-la-commune/{scope}/{paper}",
    "GET /cantine",
    "GET /mairie/demande",
    "POST /mairie/demande",
    "GET /mairies/profils",
    "POST /mairies/profils",
    "GET /mairies/profils/{profile}",
    "POST /mairies/profils/{profile}/accord",
    "POST /mairies/profils/{profile}/refus",
    "POST /mairies/profils/{profile}/suspension",
    "POST /mairies/profils/{profile}/courrier.pdf",
    "GET /mairies/reseau",
    "POST /mairies/reseau",
];

/// The commune of those who run one, the canteen of families and of children who read, the requests of communes for the
/// académie.
fn places(viewer: &Viewer) -> Vec<Place> {
    let mut places = Vec::new();
    if viewer.may_over(Right::RunTown) {
        places.push(Place::new(W.my_town(), "/ma-commune", "mairie", 5));
        places.push(Place::new(W.canteen_place(), "/ma-commune/cantine", "cantine", 15).with([
            "/ma-commune/services",
            "/ma-commune/avis",
            "/ma-commune/greves",
            "/avis",
        ]));
    }
    if viewer.may_over(Right::GrantTownProfiles) {
        places.push(Place::new(W.profiles_place(), "/mairies/profils", "mairie", 62).with(["/mairies"]));
    }
    let eats = matches!(viewer.profile(), Profile::Guardian | Profile::Pupil) && !viewer.seats.is_empty();
    if eats && !viewer.is_of_first_cycle() {
        places.push(Place::new(W.canteen(), "/cantine", "cantine", 58).with(["/avis"]));
    }
    places
}

/// The canteen of a school for those who work there; for heads what the commune gave them.
fn links_of_school(viewer: &Viewer, school: SchoolId) -> Vec<LinkButton> {
    let works = viewer.seats.iter().any(|seat| seat.school == school && seat.kind == CircleKind::Staff);
    let papers = || LinkButton::secondary(W.town_papers(), papers::PATH).icon("document");
    works.then(canteen_link).into_iter().chain(viewer.heads(school).then(papers)).collect()
}

/// The canteen of a child for those responsible.
fn links_of_child(viewer: &Viewer, child: PersonId) -> Vec<LinkButton> {
    let is_theirs = viewer.children().iter().any(|it| it.id == child);
    is_theirs.then(canteen_link).into_iter().collect()
}

fn canteen_link() -> LinkButton {
    LinkButton::secondary(W.canteen_place(), "/cantine").icon("cantine")
}
