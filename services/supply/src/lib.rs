//! What the people of a school give the directory themselves: extractions of ONDE, somebody who is there before the deliveries
//! know it, entries that exist twice, corrections to ask for in ONDE, pupils whom another school entered.

pub mod correction;
pub mod double;
pub mod entry;
pub mod onde;
mod pages;
mod personal_data;
mod retention;
pub mod transfer;
mod who;

use axum::{
    Router,
    routing::{get, post},
};
use db::{Migration, migration};
use pages::{
    corrections, double_list, double_page, entry_adult, entry_list, entry_pupil, onde_files, onde_run, transfer_list,
    transfer_over, transfer_page,
};
use school::{CircleId, Right, SchoolId, Viewer};
use web::{
    Place, Service, Site,
    component::{Chapter, LinkButton},
};

::words::include_words!();

/// The service.
pub const SERVICE: Service = Service {
    migrations: MIGRATIONS,
    jobs: &[double::night::ARRIVED],
    nightly: &[entry::NIGHT, double::night::NIGHT],
    retention: retention::RULES,
    places,
    links_of_school,
    links_of_class,
    tasks: |tx, viewer| Box::pin(transfer::tasks(tx, viewer)),
    personal_data: |tx, subject| Box::pin(personal_data::of(tx, subject)),
    erase: |tx, leaver| Box::pin(personal_data::erase(tx, leaver)),
    ..Service::new("supply", routes, PATHS)
};

const MIGRATIONS: &[Migration] = &[
    migration!("supply", "001_supply"),
    migration!("supply", "002_entries"),
    migration!("supply", "003_leaving"),
    migration!("supply", "004_transfers"),
    migration!("supply", "005_no_difference"),
    migration!("supply", "006_correction_done_by"),
    migration!("supply", "007_run_names"),
];

fn routes() -> Router<Site> {
    Router::new()
        .route("/ecoles/{school}/onde", get(onde_files::show).post(onde_files::send))
        .route("/ecoles/{school}/onde/{run}", get(onde_run::show).post(onde_run::apply))
        .route("/ecoles/{school}/onde/{run}/choix", post(onde_run::choose))
        .route("/ecoles/{school}/onde/{run}/annulation", get(onde_run::ask).post(onde_run::undo))
        .route("/ecoles/{school}/corrections", get(corrections::show).post(corrections::signal))
        .route("/ecoles/{school}/corrections/{correction}/fait", post(corrections::done))
        .route("/ecoles/{school}/corrections/{correction}/reprise", post(corrections::reopen))
        .route("/classes/{circle}/eleves/nouveau", get(entry_pupil::blank).post(entry_pupil::create))
        .route("/classes/{circle}/eleves/{person}", get(entry_pupil::show).post(entry_pupil::save))
        .route("/classes/{circle}/eleves/{person}/fin", post(entry_pupil::end))
        .route("/ecoles/{school}/personnes", get(entry_list::show).post(entry_adult::create))
        .route("/ecoles/{school}/personnes/nouvelle", get(entry_adult::blank))
        .route("/ecoles/{school}/personnes/{person}", get(entry_adult::show).post(entry_adult::save))
        .route("/ecoles/{school}/personnes/{person}/fin", get(entry_list::ask).post(entry_list::end))
        .route("/ecoles/{school}/doublons", get(double_list::of_school))
        .route("/annuaire/doublons", get(double_list::over))
        .route("/doublons/{double}", get(double_page::show))
        .route("/doublons/{double}/fusion", post(double_page::merge))
        .route("/doublons/{double}/ecart", post(double_page::ignore))
        .route("/doublons/{double}/annulation", post(double_page::undo))
        .route("/doublons/{double}/examen", post(double_page::reopen))
        .route("/ecoles/{school}/transferts", get(transfer_list::show))
        .route("/ecoles/{school}/transferts/{transfer}", get(transfer_page::show))
        .route("/ecoles/{school}/transferts/{transfer}/accord", post(transfer_page::agree))
        .route("/ecoles/{school}/transferts/{transfer}/contestation", post(transfer_page::contest))
        .route("/ecoles/{school}/transferts/{transfer}/maintien", post(transfer_page::keep))
        .route("/annuaire/transferts", get(transfer_over::list))
        .route("/annuaire/transferts/{transfer}", get(transfer_over::show))
        .route("/annuaire/transferts/{transfer}/cloture", post(transfer_over::settle))
}

const PATHS: &[&str] = &[
    "GET /ecoles/{school}/onde",
    "POST /ecoles/{school}/onde",
    "GET /ecoles/{school}/onde/{run}",
    "POST /ecoles/{school}/onde/{run}",
    "POST /ecoles/{school}/onde/{run}/choix",
    "GET /ecoles/{school}/onde/{run}/annulation",
    "POST /ecoles/{school}/onde/{run}/annulation",
    "GET /ecoles/{school}/corrections",
    "POST /ecoles/{school}/corrections",
    "POST /ecoles/{school}/corrections/{correction}/fait",
    "POST /ecoles/{school}/corrections/{correction}/reprise",
    "GET /classes/{circle}/eleves/nouveau",
    "POST /classes/{circle}/eleves/nouveau",
    "GET /classes/{circle}/eleves/{person}",
    "POST /classes/{circle}/eleves/{person}",
    "POST /classes/{circle}/eleves/{person}/fin",
    "GET /ecoles/{school}/personnes",
    "POST /ecoles/{school}/personnes",
    "GET /ecoles/{school}/personnes/nouvelle",
    "GET /ecoles/{school}/personnes/{person}",
    "POST /ecoles/{school}/personnes/{person}",
    "GET /ecoles/{school}/personnes/{person}/fin",
    "POST /ecoles/{school}/personnes/{person}/fin",
    "GET /ecoles/{school}/doublons",
    "GET /annuaire/doublons",
    "GET /doublons/{double}",
    "POST /doublons/{double}/fusion",
    "POST /doublons/{double}/ecart",
    "POST /doublons/{double}/annulation",
    "POST /doublons/{double}/examen",
    "GET /ecoles/{school}/transferts",
    "GET /ecoles/{school}/transferts/{transfer}",
    "POST /ecoles/{school}/transferts/{transfer}/accord",
    "POST /ecoles/{school}/transferts/{transfer}/contestation",
    "POST /ecoles/{school}/transferts/{transfer}/maintien",
    "GET /annuaire/transferts",
    "GET /annuaire/transferts/{transfer}",
    "POST /annuaire/transferts/{transfer}/cloture",
];

/// The doubles of those who settle them over a territory.
fn places(viewer: &Viewer) -> Vec<Place> {
    let settles = viewer.may_over(Right::MergeDoubles);
    settles.then(|| Place::new(W.doubles(), double_list::PATH, "copier", 43)).into_iter().collect()
}

/// What the people who run a school do from its page.
fn links_of_school(viewer: &Viewer, school: SchoolId) -> Vec<LinkButton> {
    let link = |may: Right, chapter: Chapter, word: &str, page: &str, icon: &str| {
        let address = format!("/ecoles/{school}/{page}");
        viewer.may_at(may, school).then(|| LinkButton::secondary(word, address).icon(icon).under(chapter))
    };
    let links = [
        link(Right::EnterPeople, Chapter::Directory, W.onde_link(), "onde", "importer"),
        link(Right::EnterPeople, Chapter::Directory, W.corrections_title(), "corrections", "crayon"),
        link(Right::EnterPeople, Chapter::People, W.entries(), "personnes", "personnes"),
        link(Right::MergeDoubles, Chapter::Directory, W.doubles(), "doublons", "copier"),
        link(Right::EnterPeople, Chapter::People, W.transfers(), "transferts", "sortir"),
    ];
    links.into_iter().flatten().collect()
}

/// Whom a class enters.
fn links_of_class(viewer: &Viewer, circle: CircleId, school: SchoolId) -> Vec<LinkButton> {
    let entry = || {
        LinkButton::secondary(W.entry_new_pupil(), format!("/classes/{circle}/eleves/nouveau"))
            .icon("ajouter")
            .under(Chapter::People)
    };
    viewer.may_in(Right::EnterPupil, circle, school).then(entry).into_iter().collect()
}
