//! What is kept about somebody: seen, exported, corrected, limited; the desk that answers rights requests.
//!
//! « Mes données » shows everybody what the house keeps of them and of the children they are responsible for, who looked at
//! it as a file, and gives a copy of it. The six rights of article 8 are asked for there, or by letter; the desk of the
//! académie answers within a month. What a limit really stops is in [`commons::limitation`].

pub mod copy;
pub mod death;
pub mod kept;
mod leaving;
mod letterbox;
pub mod limit;
mod pages;
pub mod request;
mod retention;
pub mod seen;
pub mod task;
pub mod whose;

use axum::{
    Router,
    routing::{get, post},
};
use db::{Migration, migration};
use pages::{
    after as directives, copy as copies, death as deaths, death_page as one_death, desk as desks,
    desk_decision as decisions, desk_letter as letters, desk_limit as limits, desk_request as files,
    desk_step as steps, home, request as requests, request_page as answers, seen as looks,
};
use school::Viewer;
use web::{Place, Service, Site};

::words::include_words!();

/// The service.
pub const SERVICE: Service = Service {
    migrations: MIGRATIONS,
    jobs: &[copy::PACK],
    nightly: &[copy::FORGET, request::reminder::REMIND],
    places,
    tasks: |tx, viewer| Box::pin(task::of(tx, viewer)),
    retention: retention::RULES,
    readers: true,
    erase: |tx, leaver| Box::pin(leaving::erase(tx, leaver)),
    ..Service::new("personal_data", routes, PATHS)
};

const MIGRATIONS: &[Migration] =
    &[migration!("personal_data", "001_personal_data"), migration!("personal_data", "002_leaving")];

const PATHS: &[&str] = &[
    "GET /mes-donnees",
    "GET /mes-donnees/consultations",
    "POST /mes-donnees/export",
    "GET /mes-donnees/exports/{id}",
    "GET /mes-donnees/demandes",
    "POST /mes-donnees/demandes",
    "GET /mes-donnees/demandes/{id}",
    "GET /mes-donnees/demandes/{id}/reponse.pdf",
    "GET /mes-donnees/demandes/{id}/pieces/{paper}",
    "GET /mes-donnees/directives",
    "POST /mes-donnees/directives",
    "POST /mes-donnees/directives/retrait",
    "GET /demandes-de-droits",
    "GET /demandes-de-droits/nouvelle",
    "POST /demandes-de-droits/nouvelle",
    "GET /demandes-de-droits/deces",
    "POST /demandes-de-droits/deces",
    "GET /demandes-de-droits/deces/{id}",
    "GET /demandes-de-droits/deces/{id}/pieces/{paper}",
    "GET /demandes-de-droits/deces/{id}/retrait",
    "POST /demandes-de-droits/deces/{id}/retrait",
    "GET /demandes-de-droits/{id}",
    "POST /demandes-de-droits/{id}/identite",
    "POST /demandes-de-droits/{id}/prise-en-charge",
    "POST /demandes-de-droits/{id}/direction",
    "POST /demandes-de-droits/{id}/reponse",
    "GET /demandes-de-droits/{id}/reponse.pdf",
    "GET /demandes-de-droits/{id}/prolongation",
    "POST /demandes-de-droits/{id}/prolongation",
    "GET /demandes-de-droits/{id}/refus",
    "POST /demandes-de-droits/{id}/refus",
    "POST /demandes-de-droits/{id}/limites",
    "POST /demandes-de-droits/{id}/limites/{limit}/levee",
    "POST /demandes-de-droits/{id}/export",
    "GET /demandes-de-droits/{id}/pieces/{paper}",
];

fn routes() -> Router<Site> {
    Router::new()
        .route("/mes-donnees", get(home::show))
        .route("/mes-donnees/consultations", get(looks::show))
        .route("/mes-donnees/export", post(copies::ask))
        .route("/mes-donnees/exports/{id}", get(copies::fetch))
        .route("/mes-donnees/demandes", get(requests::show).post(requests::file))
        .route("/mes-donnees/demandes/{id}", get(answers::show))
        .route("/mes-donnees/demandes/{id}/reponse.pdf", get(answers::letter))
        .route("/mes-donnees/demandes/{id}/pieces/{paper}", get(answers::paper))
        .route("/mes-donnees/directives", get(directives::show).post(directives::save))
        .route("/mes-donnees/directives/retrait", post(directives::revoke))
        .route("/demandes-de-droits", get(desks::show))
        .route("/demandes-de-droits/nouvelle", get(letters::blank).post(letters::enter))
        .route("/demandes-de-droits/deces", get(deaths::list).post(deaths::enter))
        .route("/demandes-de-droits/deces/{id}", get(one_death::show))
        .route("/demandes-de-droits/deces/{id}/pieces/{paper}", get(one_death::paper))
        .route("/demandes-de-droits/deces/{id}/retrait", get(one_death::ask_back).post(one_death::take_back))
        .route("/demandes-de-droits/{id}", get(files::show))
        .route("/demandes-de-droits/{id}/identite", post(steps::check_identity))
        .route("/demandes-de-droits/{id}/prise-en-charge", post(steps::take_up))
        .route("/demandes-de-droits/{id}/direction", post(steps::tell_head))
        .route("/demandes-de-droits/{id}/reponse", post(steps::answer))
        .route("/demandes-de-droits/{id}/reponse.pdf", get(files::letter))
        .route("/demandes-de-droits/{id}/prolongation", get(decisions::ask_extension).post(decisions::extend))
        .route("/demandes-de-droits/{id}/refus", get(decisions::ask_refusal).post(decisions::refuse))
        .route("/demandes-de-droits/{id}/limites", post(limits::grant))
        .route("/demandes-de-droits/{id}/limites/{limit}/levee", post(limits::release))
        .route("/demandes-de-droits/{id}/export", post(files::copy))
        .route("/demandes-de-droits/{id}/pieces/{paper}", get(files::paper))
}

fn places(viewer: &Viewer) -> Vec<Place> {
    match request::desk::answers(viewer) {
        true => vec![Place::new(W.desk(), request::desk::PATH, "cadenas", 68)],
        false => Vec::new(),
    }
}
