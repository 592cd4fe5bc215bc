//! Conventions between the région académique and the communes: campaigns, enrolled schools, signatures, sums due.
//!
//! A *campaign* opens a school year with its tariff. An *enrolment* puts a school on the convention of the authority that pays
//! for it, once a year. An *agreement* (convention) is proposed, decided by the council, signed by both parties in any order,
//! and ends on 5 September (domain.md §1). Its [`Side`]: the académie manages, the authority handles its own.

pub mod agreement;
pub mod breach;
pub mod breach_entry;
pub mod breach_form;
pub mod breach_letter;
pub mod breach_reminder;
pub mod campaign;
pub mod deadline;
pub mod enrolment;
pub mod money;
pub mod party;
pub mod step;
pub mod sum_due;
pub mod sum_export;
pub mod sum_form;
pub mod sum_list;
pub mod sum_state;
pub mod sum_statement;

mod pages;

use axum::{
    Router,
    routing::{get, post},
};
use db::{Migration, migration};
use pages::{breach as breaches, sum, sums};
use web::{Service, Site};

::words::include_words!();

pub use agreement::{Agreement, AgreementId, Side, State};
pub use campaign::Campaign;

/// The service.
pub const SERVICE: Service = Service {
    migrations: MIGRATIONS,
    label: "SERVICE_COLLECTIVITE",
    nightly: &[breach_reminder::REMIND_BREACH],
    tasks: |tx, viewer| Box::pin(breach_reminder::tasks(tx, viewer)),
    ..Service::new("agreements", routes, PATHS)
};

const MIGRATIONS: &[Migration] = &[
    migration!("agreements", "001_agreements"),
    migration!("agreements", "002_breach"),
    migration!("agreements", "003_sums"),
];

const PATHS: &[&str] = &[
    "GET /conventions/sommes",
    "POST /conventions/sommes",
    "GET /conventions/sommes.csv",
    "GET /conventions/sommes.xlsx",
    "GET /conventions/{id}/somme",
    "POST /conventions/{id}/somme",
    "POST /conventions/{id}/somme/etat",
    "GET /conventions/{id}/etat-des-sommes.pdf",
    "GET /conventions/{id}/manquement",
    "POST /conventions/{id}/manquement",
    "POST /conventions/{id}/manquement/reception",
    "POST /conventions/{id}/manquement/conciliation",
    "POST /conventions/{id}/manquement/accord",
    "POST /conventions/{id}/manquement/resiliation",
    "POST /conventions/{id}/manquement/tribunal",
    "GET /conventions/{id}/manquement/{letter}",
    "GET /conventions/{id}/manquement/pieces/{paper}",
];

fn routes() -> Router<Site> {
    Router::new()
        .route("/conventions/sommes", get(sums::show).post(sums::request))
        .route("/conventions/sommes.csv", get(sums::csv))
        .route("/conventions/sommes.xlsx", get(sums::xlsx))
        .route("/conventions/{id}/somme", get(sum::show).post(sum::create))
        .route("/conventions/{id}/somme/etat", post(sum::change))
        .route("/conventions/{id}/etat-des-sommes.pdf", get(sum::statement))
        .route("/conventions/{id}/manquement", get(breaches::show).post(breaches::give_notice))
        .route("/conventions/{id}/manquement/reception", post(breaches::receive))
        .route("/conventions/{id}/manquement/conciliation", post(breaches::conciliate))
        .route("/conventions/{id}/manquement/accord", post(breaches::settle))
        .route("/conventions/{id}/manquement/resiliation", post(breaches::terminate))
        .route("/conventions/{id}/manquement/tribunal", post(breaches::go_to_court))
        .route("/conventions/{id}/manquement/{letter}", get(breaches::letter))
        .route("/conventions/{id}/manquement/pieces/{paper}", get(breaches::scan))
}
