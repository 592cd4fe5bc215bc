//! The doors: how somebody gets in, stays in, and gets out.
//!
//! A *connection sheet* carries a login and an activation *code*, derived and never stored. The code is exchanged for a
//! password of one's own; then a login and a password begin a session, with a *second factor* for whoever administers
//! a territory. Some acts ask for it again (*verification*): a browser found open is not its owner. The *charter* is
//! accepted before anything else. What passes between two pages is a *proof*: an address or a hidden field that lives a
//! short time and dies when it has served.
//!
//! Those in charge of a class or a school see how far each account is (the *board*), hand over or send *invitations*, give a new
//! code, a *temporary* password, close an account: each is an *act*, which its owner hears of.
//!
//! An adult may *lend* the telephone to a child: a session of the child takes the place of the adult's, and the password gives
//! it back.
//!
//! Somebody refused reads the same words whether the account exists or not, but who holds a sheet whose time is over.
//! Hashing happens outside of transactions, at two desks at most.

mod act;
mod activation;
mod administrator;
mod blocking;
mod board;
pub mod charter;
mod code;
mod device;
mod email;
mod erasure;
mod holder;
mod invitation;
mod joining;
mod kept;
mod lending;
mod mass_renewal;
mod owner;
mod pages;
mod password;
mod proof;
mod recovery;
mod renewal;
mod second_factor;
mod sheet;
mod sign_in;
pub mod strength;
mod task;
mod temporary;
mod verification;

use axum::{
    Router,
    routing::{get, post},
};
use db::{Migration, migration};
use pages::{
    account, blocking as blocks, board as accounts, charter as charters, joining as joinings, lending as loans,
    mass_renewal as mass, recovery as forgotten, second_factor as factor, sheet as sheets, temporary as temporaries,
};
use school::{CircleId, Right, SchoolId, Viewer};
use web::{
    Service, Site,
    component::{Chapter, LinkButton},
};

::words::include_words!();

pub use administrator::{create_administrator, grant_task, renew_administrator};
pub use commons::activation::{CODE_DAYS, activation_code};
pub use password::set_password;
pub use second_factor::must_enrol;
pub use sheet::sheets_of_heads;

/// The service.
pub const SERVICE: Service = Service {
    migrations: MIGRATIONS,
    jobs: &[recovery::RECOVER],
    links_of_school,
    links_of_class,
    tasks: |tx, viewer| Box::pin(task::of(tx, viewer)),
    retention: kept::RETENTION,
    phrase_given: |tx, viewer, account| Box::pin(act::note(tx, viewer, account, act::Kind::Phrase, None)),
    personal_data: |tx, subject| Box::pin(act::kept(tx, subject)),
    erase: |tx, leaver| Box::pin(erasure::erase(tx, leaver)),
    readers: true,
    ..Service::new("doors", routes, PATHS)
};

const MIGRATIONS: &[Migration] =
    &[migration!("doors", "001_doors"), migration!("doors", "002_accounts"), migration!("doors", "003_leaving")];

/// The accounts of a school, for its head and deputies; for whoever renews those of a territory, the whole school at once.
fn links_of_school(viewer: &Viewer, school: SchoolId) -> Vec<LinkButton> {
    let path = if sheet::runs(viewer, school, Right::RenewAccess) {
        Some(format!("/ecoles/{school}/comptes"))
    } else {
        viewer.may_over(Right::RenewAccess).then(|| format!("/ecoles/{school}/comptes/renouveler"))
    };
    path.map(accounts_link).into_iter().collect()
}

/// The accounts of a class.
fn links_of_class(viewer: &Viewer, circle: CircleId, school: SchoolId) -> Vec<LinkButton> {
    let renews = viewer.may_in(Right::RenewAccess, circle, school);
    renews.then(|| accounts_link(format!("/classes/{circle}/comptes"))).into_iter().collect()
}

fn accounts_link(address: String) -> LinkButton {
    LinkButton::secondary(W.accounts(), address).icon("personnes").under(Chapter::Doors)
}

fn routes() -> Router<Site> {
    Router::new()
        .route("/activation", get(pages::activation::show).post(pages::activation::begin))
        .route("/activation/{proof}", get(pages::activation::show_choice).post(pages::activation::finish))
        .route("/activation/{proof}/compte", get(joinings::show_kept).post(joinings::keep))
        .route("/connexion", get(pages::sign_in::show).post(pages::sign_in::enter))
        .route("/connexion/code", get(pages::sign_in::show_second_step).post(pages::sign_in::enter_second_step))
        .route("/deconnexion", post(pages::sign_in::leave))
        .route("/mot-de-passe-oublie", get(forgotten::show_password).post(forgotten::ask_password))
        .route("/identifiant-oublie", get(forgotten::show_login).post(forgotten::ask_login))
        .route("/nouveau-mot-de-passe", get(forgotten::show_new_password).post(forgotten::renew))
        .route("/courriel", get(forgotten::show_email).post(forgotten::confirm_email))
        .route("/.well-known/change-password", get(account::lead))
        .route("/compte", get(account::show))
        .route("/compte/mot-de-passe", post(account::change_password))
        .route("/compte/courriel", post(account::change_email))
        .route("/compte/appareils/fin", post(account::end_devices))
        .route("/compte/appareils/{token}/fin", post(account::end_device))
        .route("/compte/second-facteur", get(factor::show).post(factor::enrol))
        .route("/compte/rattachement", get(joinings::show).post(joinings::take))
        .route("/verification", get(pages::verification::show).post(pages::verification::verify))
        .route("/charte", get(charters::show).post(charters::accept))
        .route("/classes/{circle}/fiches", get(sheets::show_class).post(sheets::print_class))
        .route("/classes/{circle}/fiches/{person}/code", post(sheets::renew_in_class))
        .route("/ecoles/{school}/fiches", get(sheets::show_team).post(sheets::print_team))
        .route("/ecoles/{school}/fiches/{person}/code", post(sheets::renew_in_school))
        .route("/classes/{circle}/comptes", get(accounts::show_class))
        .route("/classes/{circle}/comptes/impression", post(accounts::print_class))
        .route("/classes/{circle}/comptes/envoi", post(accounts::send_class))
        .route("/classes/{circle}/comptes/{person}/mot-de-passe", get(temporaries::ask).post(temporaries::give))
        .route("/ecoles/{school}/comptes", get(accounts::show_school))
        .route("/ecoles/{school}/comptes/impression", post(accounts::print_school))
        .route("/ecoles/{school}/comptes/envoi", post(accounts::send_school))
        .route("/ecoles/{school}/comptes/renouveler", get(mass::show).post(mass::renew))
        .route("/ecoles/{school}/comptes/{person}/blocage", get(blocks::ask).post(blocks::block))
        .route("/ecoles/{school}/comptes/{person}/deblocage", get(blocks::ask_to_open).post(blocks::open))
        .route("/enfants/{person}/pret", post(loans::lend))
        .route("/pret/retour", get(loans::ask).post(loans::give_back))
}

const PATHS: &[&str] = &[
    "GET /activation",
    "POST /activation",
    "GET /activation/{proof}",
    "POST /activation/{proof}",
    "GET /activation/{proof}/compte",
    "POST /activation/{proof}/compte",
    "GET /connexion",
    "POST /connexion",
    "GET /connexion/code",
    "POST /connexion/code",
    "POST /deconnexion",
    "GET /mot-de-passe-oublie",
    "POST /mot-de-passe-oublie",
    "GET /identifiant-oublie",
    "POST /identifiant-oublie",
    "GET /nouveau-mot-de-passe",
    "POST /nouveau-mot-de-passe",
    "GET /courriel",
    "POST /courriel",
    "GET /.well-known/change-password",
    "GET /compte",
    "POST /compte/mot-de-passe",
    "POST /compte/courriel",
    "POST /compte/appareils/fin",
    "POST /compte/appareils/{token}/fin",
    "GET /compte/second-facteur",
    "POST /compte/second-facteur",
    "GET /compte/rattachement",
    "POST /compte/rattachement",
    "GET /verification",
    "POST /verification",
    "GET /charte",
    "POST /charte",
    "GET /classes/{circle}/fiches",
    "POST /classes/{circle}/fiches",
    "POST /classes/{circle}/fiches/{person}/code",
    "GET /ecoles/{school}/fiches",
    "POST /ecoles/{school}/fiches",
    "POST /ecoles/{school}/fiches/{person}/code",
    "GET /classes/{circle}/comptes",
    "POST /classes/{circle}/comptes/impression",
    "POST /classes/{circle}/comptes/envoi",
    "GET /classes/{circle}/comptes/{person}/mot-de-passe",
    "POST /classes/{circle}/comptes/{person}/mot-de-passe",
    "GET /ecoles/{school}/comptes",
    "POST /ecoles/{school}/comptes/impression",
    "POST /ecoles/{school}/comptes/envoi",
    "GET /ecoles/{school}/comptes/renouveler",
    "POST /ecoles/{school}/comptes/renouveler",
    "GET /ecoles/{school}/comptes/{person}/blocage",
    "POST /ecoles/{school}/comptes/{person}/blocage",
    "GET /ecoles/{school}/comptes/{person}/deblocage",
    "POST /ecoles/{school}/comptes/{person}/deblocage",
    "POST /enfants/{person}/pret",
    "GET /pret/retour",
    "POST /pret/retour",
];
