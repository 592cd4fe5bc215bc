//! Public sites of schools and communes, under a director of publication (domain.md §1.3, art. 6; product.md §3.25).
//!
//! The head of a school is the director of its site, the *référent ville* that of the commune's; teachers and the town hall
//! propose. A page is written in blocks, proposed, put on line by the director or by whoever was given the right for some
//! days, taken off line with a reason. What is on line is a version nothing changes: everybody reads the same bytes, with
//! no session, no script and no cookie, until another version takes its place. Every step is kept.

pub mod block;
pub mod block_form;
pub mod calendar;
pub mod candidate;
pub mod decision;
pub mod delegation;
pub mod delegation_change;
pub mod delegation_form;
pub mod desk;
pub mod director;
pub mod draft;
pub mod file;
pub mod known;
mod leaving;
pub mod leftover;
pub mod naming;
pub mod page;
pub mod page_form;
pub mod page_list;
pub mod page_state;
mod personal_data;
pub mod public;
pub mod publication;
pub mod report;
pub mod report_answer;
pub mod report_filing;
mod retention;
pub mod site;
pub mod site_access;
pub mod site_change;
pub mod slug;
pub mod step;
pub mod wrong;

mod pages;

use axum::{
    Router,
    routing::{get, post as posted},
};
use db::{Migration, migration};
use pages::{
    decision as decisions, delegation as delegations, desk as desks, form, history, hooks, legal, on_line, open,
    page as shown, publication as publishing, report as reports, settings, take_down,
};
use school::{CircleId, Right, SchoolId, Viewer};
use web::{Place, Service, Site, component::LinkButton};

::words::include_words!();

/// The service.
pub const SERVICE: Service = Service {
    label: "PAGE_ENT",
    migrations: MIGRATIONS,
    nightly: &[leftover::NIGHT],
    personal_data: |tx, subject| Box::pin(personal_data::of(tx, subject)),
    places,
    links_of_school,
    links_of_class,
    tasks: |tx, viewer| Box::pin(hooks::tasks(tx, viewer)),
    to_review: |tx, viewer| Box::pin(hooks::to_review(tx, viewer)),
    retention: retention::RULES,
    erase: |tx, leaver| Box::pin(leaving::erase(tx, leaver)),
    ..Service::new("portal", routes, PATHS)
};

const MIGRATIONS: &[Migration] =
    &[migration!("portal", "001_portal"), migration!("portal", "002_hold"), migration!("portal", "003_leaving")];

fn routes() -> Router<Site> {
    Router::new()
        .route("/mon-site", get(desks::list).post(desks::create))
        .route("/mon-site/{site}", get(desks::show))
        .route("/mon-site/{site}/reglages", get(settings::ask).post(settings::set))
        .route("/mon-site/{site}/ouverture", posted(settings::open))
        .route("/mon-site/{site}/fermeture", posted(settings::close))
        .route("/mon-site/{site}/a-publier", get(desks::queue))
        .route("/mon-site/{site}/historique", get(history::show))
        .route("/mon-site/{site}/delegations", get(delegations::list).post(delegations::give))
        .route("/mon-site/{site}/delegations/{delegation}/fin", posted(delegations::end))
        .route("/mon-site/{site}/signalements", get(reports::list))
        .route("/mon-site/{site}/signalements/{report}/classement", posted(reports::settle))
        .route("/mon-site/{site}/fichiers/{file}", get(shown::file))
        .route("/mon-site/{site}/pages", get(desks::back).post(form::create))
        .route("/mon-site/{site}/pages/nouvelle", get(form::blank))
        .route("/mon-site/{site}/pages/{page}", get(shown::show).post(form::update))
        .route("/mon-site/{site}/pages/{page}/modifier", get(form::edit))
        .route("/mon-site/{site}/pages/{page}/proposition", posted(decisions::propose))
        .route("/mon-site/{site}/pages/{page}/retour", get(decisions::ask_return).post(decisions::give_back))
        .route("/mon-site/{site}/pages/{page}/publication", get(publishing::ask).post(publishing::publish))
        .route("/mon-site/{site}/pages/{page}/retrait", get(decisions::ask_withdrawal).post(decisions::withdraw))
        .route("/mon-site/{site}/pages/{page}/archive", posted(decisions::archive))
        .route("/sites/{slug}", get(open::home))
        .route("/sites/{slug}/agenda.ics", get(on_line::agenda))
        .route("/sites/{slug}/mentions-legales", get(legal::show))
        .route("/sites/{slug}/images/{file}", get(on_line::picture))
        .route("/sites/{slug}/documents/{file}", get(on_line::document))
        .route("/sites/{slug}/signalement", get(take_down::ask_site).post(take_down::report_site))
        .route("/sites/{slug}/signalement-recu", get(take_down::received))
        .route("/sites/{slug}/{page}", get(open::page))
        .route("/sites/{slug}/{page}/signalement", get(take_down::ask_page).post(take_down::report_page))
}

const PATHS: &[&str] = &[
    "GET /mon-site",
    "POST /mon-site",
    "GET /mon-site/{site}",
    "GET /mon-site/{site}/reglages",
    "POST /mon-site/{site}/reglages",
    "POST /mon-site/{site}/ouverture",
    "POST /mon-site/{site}/fermeture",
    "GET /mon-site/{site}/a-publier",
    "GET /mon-site/{site}/historique",
    "GET /mon-site/{site}/delegations",
    "POST /mon-site/{site}/delegations",
    "POST /mon-site/{site}/delegations/{delegation}/fin",
    "GET /mon-site/{site}/signalements",
    "POST /mon-site/{site}/signalements/{report}/classement",
    "GET /mon-site/{site}/fichiers/{file}",
    "GET /mon-site/{site}/pages",
    "POST /mon-site/{site}/pages",
    "GET /mon-site/{site}/pages/nouvelle",
    "GET /mon-site/{site}/pages/{page}",
    "POST /mon-site/{site}/pages/{page}",
    "GET /mon-site/{site}/pages/{page}/modifier",
    "POST /mon-site/{site}/pages/{page}/proposition",
    "GET /mon-site/{site}/pages/{page}/retour",
    "POST /mon-site/{site}/pages/{page}/retour",
    "GET /mon-site/{site}/pages/{page}/publication",
    "POST /mon-site/{site}/pages/{page}/publication",
    "GET /mon-site/{site}/pages/{page}/retrait",
    "POST /mon-site/{site}/pages/{page}/retrait",
    "POST /mon-site/{site}/pages/{page}/archive",
    "GET /sites/{slug}",
    "GET /sites/{slug}/agenda.ics",
    "GET /sites/{slug}/mentions-legales",
    "GET /sites/{slug}/images/{file}",
    "GET /sites/{slug}/documents/{file}",
    "GET /sites/{slug}/signalement",
    "POST /sites/{slug}/signalement",
    "GET /sites/{slug}/signalement-recu",
    "GET /sites/{slug}/{page}",
    "GET /sites/{slug}/{page}/signalement",
    "POST /sites/{slug}/{page}/signalement",
];

/// A school finds its site from its own page; a commune has nothing nearer.
fn places(viewer: &Viewer) -> Vec<Place> {
    match viewer.may_over(Right::ProposePages) {
        true => vec![Place::new(W.publications(), "/mon-site", "globe", 20)],
        false => Vec::new(),
    }
}

fn links_of_school(viewer: &Viewer, school: SchoolId) -> Vec<LinkButton> {
    let writes = viewer.may_at(Right::ProposePages, school);
    writes.then(|| LinkButton::secondary(W.school_site(), "/mon-site").icon("globe")).into_iter().collect()
}

fn links_of_class(viewer: &Viewer, _: CircleId, school: SchoolId) -> Vec<LinkButton> {
    links_of_school(viewer, school)
}
