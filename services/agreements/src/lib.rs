//! Conventions between the région académique and the communes: campaigns, enrolled schools, signatures, sums due.
//!
//! A *campaign* opens a school year with its tariff. An *enrolment* puts a school on the convention of the authority that pays
//! for it, once a year. An *agreement* (convention) is proposed, decided by the council, signed by both parties in any order,
//! and ends on 5 September (domain.md §1). Its [`Side`]: the académie manages, the authority handles its own.

pub mod agreement;
pub mod authority;
pub mod board;
pub mod breach;
pub mod campaign;
pub mod day;
pub mod deadline;
pub mod decision;
pub mod document;
pub mod enrolment;
pub mod identity_form;
pub mod money;
pub mod open_directory;
pub mod sum;
mod typed;

mod pages;

use axum::{
    Router,
    routing::{get, post},
};
use db::{Migration, migration};
use pages::{
    agreement as agreements, articles, authority as authorities, authority_list, authority_new, board as boards,
    breach as breaches, campaign as campaigns, campaign_list, charge as charges, decision as decisions, directory,
    document as documents, enrolment as enrolments, identity, move_on, paper as papers, reason, renewal as renewals,
    request as requests, signature as signatures, sum as sum_page, sums as sum_pages,
};
use school::{Right, Viewer};
use web::{Place, Service, Site};

::words::include_words!();

// The folders say where things are; here they are called by their names.
pub use agreement::{
    Agreement, AgreementId, Side, State, awaited, check, ending, held, letter, parties, party, preparation, proposal,
    reminder, renewal, signature, step, task, topic,
};
pub use authority::{charge, commune, form as authority_form};
pub use board::{bulk, export as board_export};
pub use breach::{entry as breach_entry, form as breach_form, letter as breach_letter, reminder as breach_reminder};
pub use campaign::{Campaign, form as campaign_form};
pub use decision::form as decision_form;
pub use document::template;
pub use enrolment::{coverage, enrolling, request, school_line};
pub use sum::{
    due as sum_due, export as sum_export, form as sum_form, list as sum_list, state as sum_state,
    statement as sum_statement,
};

/// The service.
pub const SERVICE: Service = Service {
    migrations: MIGRATIONS,
    label: "SERVICE_COLLECTIVITE",
    places,
    jobs: &[bulk::PROPOSE_ALL],
    nightly: &[renewal::EXPIRE, breach_reminder::REMIND_BREACH, reminder::REMIND],
    school_line: |tx, school| Box::pin(coverage::line(tx, school)),
    tasks: |tx, viewer| Box::pin(task::tasks(tx, viewer)),
    ..Service::new("agreements", routes, PATHS)
};

const MIGRATIONS: &[Migration] = &[
    migration!("agreements", "001_agreements"),
    migration!("agreements", "002_breach"),
    migration!("agreements", "003_sums"),
    migration!("agreements", "004_open_directory"),
    migration!("agreements", "005_board"),
];

const PATHS: &[&str] = &[
    "GET /collectivites",
    "POST /collectivites/communes",
    "GET /collectivites/nouvelle",
    "POST /collectivites/nouvelle",
    "GET /collectivites/{id}",
    "POST /collectivites/{id}",
    "POST /collectivites/{id}/ecoles",
    "POST /collectivites/{id}/ecoles/{school}/retrait",
    "GET /conventions/annuaire",
    "POST /conventions/annuaire",
    "GET /conventions/annuaire/{trial}",
    "POST /conventions/annuaire/{trial}",
    "GET /conventions/campagnes",
    "POST /conventions/campagnes",
    "GET /conventions/campagnes/{year}",
    "POST /conventions/campagnes/{year}",
    "POST /conventions/campagnes/{year}/preparation",
    "GET /conventions/identite",
    "POST /conventions/identite",
    "GET /conventions/inscriptions",
    "POST /conventions/inscriptions",
    "POST /conventions/inscriptions/{id}/retrait",
    "GET /conventions/{id}/ecoles",
    "POST /conventions/{id}/ecoles",
    "POST /conventions/{id}/ecoles/confirmation",
    "POST /conventions/{id}/ecoles/{school}/retrait",
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
    "GET /conventions",
    "POST /conventions",
    "GET /conventions/liste.csv",
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
        .route("/collectivites", get(authority_list::list))
        .route("/collectivites/communes", post(authority_list::found))
        .route("/collectivites/nouvelle", get(authority_new::blank).post(authority_new::create))
        .route("/collectivites/{id}", get(authorities::show).post(authorities::save))
        .route("/collectivites/{id}/ecoles", post(charges::add))
        .route("/collectivites/{id}/ecoles/{school}/retrait", post(charges::remove))
        .route("/conventions/annuaire", get(directory::show).post(directory::send))
        .route("/conventions/annuaire/{trial}", get(directory::look).post(directory::apply))
        .route("/conventions/campagnes", get(campaign_list::list).post(campaign_list::open))
        .route("/conventions/campagnes/{year}", get(campaigns::show).post(campaigns::correct))
        .route("/conventions/campagnes/{year}/preparation", post(campaigns::prepare))
        .route("/conventions/identite", get(identity::show).post(identity::save))
        .route("/conventions/inscriptions", get(requests::show).post(requests::ask))
        .route("/conventions/inscriptions/{id}/retrait", post(requests::take_back))
        .route("/conventions/{id}/ecoles", get(enrolments::show).post(enrolments::add))
        .route("/conventions/{id}/ecoles/confirmation", post(enrolments::confirm))
        .route("/conventions/{id}/ecoles/{school}/retrait", post(enrolments::remove))
        .route("/conventions/sommes", get(sum_pages::show).post(sum_pages::request))
        .route("/conventions/sommes.csv", get(sum_pages::csv))
        .route("/conventions/sommes.xlsx", get(sum_pages::xlsx))
        .route("/conventions/{id}/somme", get(sum_page::show).post(sum_page::create))
        .route("/conventions/{id}/somme/etat", post(sum_page::change))
        .route("/conventions/{id}/etat-des-sommes.pdf", get(sum_page::statement))
        .route("/conventions/{id}/manquement", get(breaches::show).post(breaches::give_notice))
        .route("/conventions/{id}/manquement/reception", post(breaches::receive))
        .route("/conventions/{id}/manquement/conciliation", post(breaches::conciliate))
        .route("/conventions/{id}/manquement/accord", post(breaches::settle))
        .route("/conventions/{id}/manquement/resiliation", post(breaches::terminate))
        .route("/conventions/{id}/manquement/tribunal", post(breaches::go_to_court))
        .route("/conventions/{id}/manquement/{letter}", get(breaches::letter))
        .route("/conventions/{id}/manquement/pieces/{paper}", get(breaches::scan))
        .route("/conventions", get(boards::show).post(boards::act))
        .route("/conventions/liste.csv", get(boards::csv))
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

fn places(viewer: &Viewer) -> Vec<Place> {
    if viewer.may_over(Right::ManageAgreements) {
        return vec![Place::new(W.office_place(), "/conventions", "document", 45).with(["/collectivites"])];
    }
    match viewer.may_over(Right::HandleAgreement) {
        true => vec![Place::new(W.office_place_town(), "/conventions", "document", 50).with(["/collectivites"])],
        false => Vec::new(),
    }
}
