//! Data protection and accessibility: what the regulation and the law ask for, kept with what the product really does.
//!
//! The *register* of processing ships with the product and is amended by those who keep it. The *schedule* says how long each
//! kind of data is kept; each night the rules of all services are executed, and the proof is kept ([`night`]). The *notices*
//! are made of both. A *data breach* has a clock of 72 hours and a timeline nothing removes. The *declaration* of accessibility
//! says its true state, at the foot of every page too. The space of the DPO leads to all of it.

mod allowed;
pub mod barrier;
mod barrier_form;
pub mod breach;
pub mod chain;
pub mod controller;
pub mod declaration;
pub mod declaration_form;
mod leaving;
pub mod night;
pub mod notice;
mod pages;
mod personal_data;
pub mod register;
pub mod retention_form;
pub mod retention_paper;
pub mod retention_proof;
mod rules;
pub mod schedule;
pub mod task_held;

use axum::{
    Router,
    routing::{get, post},
};
use breach::reminder;
use db::{Migration, migration};
use pages::{
    accessibility, barrier as barriers, breach as breaches, breach_act, breach_file, breach_form, breach_page,
    breach_reason, declaration as declarations, notice as notices, register as registers, register_entry,
    register_file, register_form, retention, space, task_held as tasks,
};
use school::{Right, Viewer};
use web::{Place, Service, Site};

::words::include_words!();

/// The service.
pub const SERVICE: Service = Service {
    migrations: MIGRATIONS,
    jobs: &[night::ERASE, night::CHECK, reminder::REMIND],
    nightly: &[night::NIGHT],
    places,
    tasks: |tx, viewer| Box::pin(reminder::tasks(tx, viewer)),
    retention: rules::RULES,
    personal_data: |tx, subject| Box::pin(personal_data::of(tx, subject)),
    conformity: |tx| Box::pin(declaration::conformity(tx)),
    erase: |tx, leaver| Box::pin(leaving::erase(tx, leaver)),
    ..Service::new("compliance", routes, PATHS)
};

const MIGRATIONS: &[Migration] = &[migration!("compliance", "001_compliance")];

const PATHS: &[&str] = &[
    "GET /accessibilite",
    "POST /accessibilite/signalement",
    "GET /accessibilite/declaration",
    "POST /accessibilite/declaration",
    "GET /accessibilite/signalements",
    "GET /accessibilite/signalements/{id}",
    "POST /accessibilite/signalements/{id}",
    "GET /protection-des-donnees",
    "GET /protection-des-donnees.pdf",
    "GET /protection-des-donnees/enfants",
    "GET /protection-des-donnees/petits",
    "GET /registre",
    "POST /registre",
    "GET /registre.pdf",
    "GET /registre.csv",
    "GET /registre/nouveau",
    "GET /registre/{entry}",
    "GET /registre/{entry}/modifier",
    "POST /registre/{entry}/modifier",
    "GET /registre/{entry}/versions/{number}",
    "GET /conservation",
    "POST /conservation",
    "GET /conservation.pdf",
    "POST /conservation/maintenant",
    "GET /violations",
    "POST /violations",
    "GET /violations.csv",
    "GET /violations/nouvelle",
    "GET /violations/{id}",
    "GET /violations/{id}/fiche.pdf",
    "GET /violations/{id}/modifier",
    "POST /violations/{id}/modifier",
    "GET /violations/{id}/notification",
    "POST /violations/{id}/notification",
    "GET /violations/{id}/personnes",
    "POST /violations/{id}/personnes",
    "GET /violations/{id}/suivi",
    "POST /violations/{id}/suivi",
    "GET /violations/{id}/cloture",
    "POST /violations/{id}/cloture",
    "GET /espace-dpo",
    "GET /espace-dpo/missions",
    "GET /espace-dpo/missions/{account}/{role}/{scope}/suspension",
    "POST /espace-dpo/missions/{account}/{role}/{scope}/suspension",
];

fn routes() -> Router<Site> {
    Router::new()
        .route("/accessibilite", get(accessibility::show))
        .route("/accessibilite/signalement", post(accessibility::tell))
        .route("/accessibilite/declaration", get(declarations::ask).post(declarations::save))
        .route("/accessibilite/signalements", get(barriers::list))
        .route("/accessibilite/signalements/{id}", get(barriers::one).post(barriers::answer))
        .route("/protection-des-donnees", get(notices::adults))
        .route("/protection-des-donnees.pdf", get(notices::print))
        .route("/protection-des-donnees/enfants", get(notices::children))
        .route("/protection-des-donnees/petits", get(notices::little))
        .route("/registre", get(registers::list).post(register_form::create))
        .route("/registre.pdf", get(register_file::print))
        .route("/registre.csv", get(register_file::csv))
        .route("/registre/nouveau", get(register_form::blank))
        .route("/registre/{entry}", get(register_entry::show))
        .route("/registre/{entry}/modifier", get(register_form::ask).post(register_form::amend))
        .route("/registre/{entry}/versions/{number}", get(register_entry::past))
        .route("/conservation", get(retention::show).post(retention::save))
        .route("/conservation.pdf", get(retention::print))
        .route("/conservation/maintenant", post(retention::run_now))
        .route("/violations", get(breaches::list).post(breach_form::create))
        .route("/violations.csv", get(breach_file::csv))
        .route("/violations/nouvelle", get(breach_form::blank))
        .route("/violations/{id}", get(breach_page::show))
        .route("/violations/{id}/fiche.pdf", get(breach_file::print))
        .route("/violations/{id}/modifier", get(breach_form::ask).post(breach_form::correct))
        .route("/violations/{id}/notification", get(breach_act::ask_notify).post(breach_act::notify))
        .route("/violations/{id}/personnes", get(breach_act::ask_tell).post(breach_act::tell))
        .route("/violations/{id}/suivi", get(breach_reason::ask_note).post(breach_reason::note))
        .route("/violations/{id}/cloture", get(breach_reason::ask_close).post(breach_reason::close))
        .route("/espace-dpo", get(space::show))
        .route("/espace-dpo/missions", get(tasks::list))
        .route("/espace-dpo/missions/{account}/{role}/{scope}/suspension", get(tasks::ask).post(tasks::suspend))
}

fn places(viewer: &Viewer) -> Vec<Place> {
    if !viewer.may_over(Right::ManageData) {
        return Vec::new();
    }
    let within =
        ["/registre", "/conservation", "/violations", "/accessibilite/declaration", "/accessibilite/signalements"];
    vec![Place::new(W.space_place(), "/espace-dpo", "bouclier", 59).with(within)]
}
