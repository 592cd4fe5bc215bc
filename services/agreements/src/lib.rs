//! Conventions between the région académique and the communes: campaigns, enrolled schools, signatures, sums due.
//!
//! A *campaign* opens a school year with its tariff. An *enrolment* puts a school on the convention of the authority that pays
//! for it, once a year. An *agreement* (convention) is proposed, decided by the council, signed by both parties in any order,
//! and ends on 5 September (domain.md §1). Its [`Side`]: the académie manages, the authority handles its own.

pub mod agreement;
pub mod campaign;
pub mod check;
pub mod day;
pub mod decision;
pub mod decision_form;
pub mod document;
pub mod ending;
pub mod enrolment;
pub mod letter;
pub mod money;
pub mod parties;
pub mod proposal;
pub mod renewal;
pub mod signature;
pub mod step;
pub mod template;
pub mod topic;

mod pages;

use axum::{
    Router,
    routing::{get, post},
};
use db::{Migration, migration};
use pages::{
    agreement as agreements, articles, decision as decisions, document as documents, move_on, paper as papers, reason,
    renewal as renewals, signature as signatures,
};
use web::{Service, Site};

::words::include_words!();

pub use agreement::{Agreement, AgreementId, Side, State};
pub use campaign::Campaign;

/// The service.
pub const SERVICE: Service = Service {
    migrations: MIGRATIONS,
    label: "SERVICE_COLLECTIVITE",
    nightly: &[renewal::EXPIRE],
    ..Service::new("agreements", routes, PATHS)
};

const MIGRATIONS: &[Migration] = &[
    migration!("agreements", "001_agreements"),
    migration!("agreements", "002_breach"),
    migration!("agreements", "003_sums"),
];

const PATHS: &[&str] = &[
    "GET /conventions/articles",
    "GET /conventions/articles/{version}",
    "POST /conventions/articles/{version}",
    "POST /conventions/articles/{version}/vigueur",
    "GET /conventions/articles/{version}/apercu.pdf",
    "POST /conventions/campagnes/{year}/reconduire",
    "GET /conventions/{id}",
    "GET /conventions/{id}/convention.pdf",
    "GET /conventions/{id}/annexe.pdf",
    "GET /conventions/{id}/projet-de-deliberation.pdf",
    "GET /conventions/{id}/note-explicative.pdf",
    "GET /conventions/{id}/courrier.pdf",
    "POST /conventions/{id}/proposer",
    "POST /conventions/{id}/brouillon",
    "GET /conventions/{id}/deliberation",
    "POST /conventions/{id}/deliberation",
    "GET /conventions/{id}/signatures",
    "POST /conventions/{id}/signatures",
    "GET /conventions/{id}/signatures/{party}/retrait",
    "POST /conventions/{id}/signatures/{party}/retrait",
    "GET /conventions/{id}/refuser",
    "POST /conventions/{id}/refuser",
    "GET /conventions/{id}/annuler",
    "POST /conventions/{id}/annuler",
    "POST /conventions/{id}/pieces",
    "GET /conventions/{id}/pieces/{paper}",
];

fn routes() -> Router<Site> {
    Router::new()
        .route("/conventions/articles", get(articles::list))
        .route("/conventions/articles/{version}", get(articles::show).post(articles::write))
        .route("/conventions/articles/{version}/vigueur", post(articles::put_in_force))
        .route("/conventions/articles/{version}/apercu.pdf", get(articles::preview))
        .route("/conventions/campagnes/{year}/reconduire", post(renewals::start))
        .route("/conventions/{id}", get(agreements::show))
        .route("/conventions/{id}/convention.pdf", get(documents::convention))
        .route("/conventions/{id}/annexe.pdf", get(documents::annex))
        .route("/conventions/{id}/projet-de-deliberation.pdf", get(documents::decision_draft))
        .route("/conventions/{id}/note-explicative.pdf", get(documents::note))
        .route("/conventions/{id}/courrier.pdf", get(documents::letter))
        .route("/conventions/{id}/proposer", post(move_on::propose))
        .route("/conventions/{id}/brouillon", post(move_on::prepare_again))
        .route("/conventions/{id}/deliberation", get(decisions::ask).post(decisions::enter))
        .route("/conventions/{id}/signatures", get(signatures::ask).post(signatures::sign))
        .route("/conventions/{id}/signatures/{party}/retrait", get(reason::ask_taking_back).post(reason::take_back))
        .route("/conventions/{id}/refuser", get(reason::ask_refusal).post(reason::refuse))
        .route("/conventions/{id}/annuler", get(reason::ask_cancellation).post(reason::cancel))
        .route("/conventions/{id}/pieces", post(papers::add))
        .route("/conventions/{id}/pieces/{paper}", get(papers::show))
}
