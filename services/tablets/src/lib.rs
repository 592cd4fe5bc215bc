//! Doors for children: the tablet of a class and its wall, pictures, badges, the code for home.
//!
//! A child of three gets in by tapping an animal, on a *device* the teacher enrolled; from GS on *three pictures* follow. A
//! *badge* is a card whose code counts on such a device, or while the teacher lets badges in. The *code maison* opens, at home,
//! the child's own work and nothing of others. From CE2 a *phrase* of three words is a password like another.
//!
//! Less is asked of a child than of an adult, so less is behind these doors ([`school::Door`]): each service says in its
//! `doors` which of them lead to it. Nothing here is kept as it is typed or scanned.

mod alert;
mod badge;
mod class;
mod code;
mod device;
mod entry;
mod home_code;
mod pages;
mod pair;
mod pairing;
mod personal_data;
mod phrase;
mod picture;
mod retention;
mod work;

use axum::{
    Router,
    routing::{get, post},
};
use db::{Migration, migration};
use pages::{
    all_pictures, badge as badges, child, codes, family, home, rename, revocation, tablets, wall, work as works,
};
use school::{CircleId, Door, PersonId, Right, SchoolId, Viewer};
use web::{
    Place, Service, Site,
    component::{Chapter, LinkButton},
};

::words::include_words!();

/// The service.
pub const SERVICE: Service = Service {
    migrations: MIGRATIONS,
    doors: Door::ALL,
    retention: retention::RULES,
    places,
    links_of_class,
    links_of_child,
    tasks: |tx, viewer| Box::pin(alert::tasks(tx, viewer)),
    personal_data: |tx, subject| Box::pin(personal_data::of(tx, subject)),
    erase: |tx, leaver| Box::pin(personal_data::erase(tx, leaver)),
    ..Service::new("tablets", routes, PATHS)
};

const MIGRATIONS: &[Migration] = &[
    migration!("tablets", "001_tablets"),
    migration!("tablets", "002_leaving"),
    migration!("tablets", "003_phrase"),
    migration!("tablets", "004_names"),
];

fn routes() -> Router<Site> {
    Router::new()
        .route("/tablette", get(wall::show).post(wall::pair))
        .route("/tablette/eleves/{person}", get(wall::ask_pictures).post(wall::enter))
        .route("/tablette/eleves/{person}/images", post(wall::try_pictures))
        .route("/badge", get(badges::show).post(badges::enter))
        .route("/maison", get(home::show).post(home::enter))
        .route("/mes-travaux", get(works::show))
        .route("/enfants/{person}/code-maison", get(family::show).post(family::renew))
        .route("/classes/{circle}/tablettes", get(tablets::show).post(tablets::enrol))
        .route("/classes/{circle}/tablettes/code", post(tablets::open_code))
        .route("/classes/{circle}/tablettes/charte", post(tablets::read_charter))
        .route("/classes/{circle}/tablettes/badges", post(tablets::open_badges))
        .route("/classes/{circle}/tablettes/badges/fin", post(tablets::close_badges))
        .route("/classes/{circle}/tablettes/fin", get(revocation::ask_all).post(revocation::revoke_all))
        .route("/classes/{circle}/tablettes/{device}/accord", post(tablets::confirm))
        .route("/classes/{circle}/tablettes/{device}/fin", get(revocation::ask).post(revocation::revoke))
        .route("/classes/{circle}/codes", get(codes::show))
        .route("/classes/{circle}/codes/badges", get(codes::ask_badges).post(codes::print_badges))
        .route("/classes/{circle}/codes/charte", post(codes::read_charter))
        .route("/classes/{circle}/codes/maison", post(codes::print_home_codes))
        .route("/classes/{circle}/codes/{person}", get(child::show))
        .route("/classes/{circle}/codes/{person}/images", get(child::choose).post(child::give_pictures))
        .route("/classes/{circle}/codes/{person}/images/fin", get(child::ask_take_pictures).post(child::take_pictures))
        .route("/classes/{circle}/codes/{person}/deblocage", post(child::unlock))
        .route("/classes/{circle}/codes/{person}/animal", post(child::choose_animal))
        .route("/classes/{circle}/codes/{person}/badge", get(child::ask_print_badge).post(child::print_badge))
        .route("/classes/{circle}/codes/{person}/badge/fin", get(child::ask_take_badge).post(child::take_badge))
        .route("/classes/{circle}/codes/{person}/phrase", post(child::give_phrase))
        .route("/classes/{circle}/codes/images", post(all_pictures::give))
        .route("/classes/{circle}/codes/images/tous", get(all_pictures::ask).post(all_pictures::change))
        .route("/classes/{circle}/tablettes/{device}/nom", get(rename::show).post(rename::save))
}

const PATHS: &[&str] = &[
    "GET /tablette",
    "POST /tablette",
    "GET /tablette/eleves/{person}",
    "POST /tablette/eleves/{person}",
    "POST /tablette/eleves/{person}/images",
    "GET /badge",
    "POST /badge",
    "GET /maison",
    "POST /maison",
    "GET /mes-travaux",
    "GET /enfants/{person}/code-maison",
    "POST /enfants/{person}/code-maison",
    "GET /classes/{circle}/tablettes",
    "POST /classes/{circle}/tablettes",
    "POST /classes/{circle}/tablettes/code",
    "POST /classes/{circle}/tablettes/charte",
    "POST /classes/{circle}/tablettes/badges",
    "POST /classes/{circle}/tablettes/badges/fin",
    "GET /classes/{circle}/tablettes/fin",
    "POST /classes/{circle}/tablettes/fin",
    "POST /classes/{circle}/tablettes/{device}/accord",
    "GET /classes/{circle}/tablettes/{device}/fin",
    "POST /classes/{circle}/tablettes/{device}/fin",
    "GET /classes/{circle}/codes",
    "GET /classes/{circle}/codes/badges",
    "POST /classes/{circle}/codes/badges",
    "POST /classes/{circle}/codes/charte",
    "POST /classes/{circle}/codes/maison",
    "GET /classes/{circle}/codes/{person}",
    "GET /classes/{circle}/codes/{person}/images",
    "POST /classes/{circle}/codes/{person}/images",
    "GET /classes/{circle}/codes/{person}/images/fin",
    "POST /classes/{circle}/codes/{person}/images/fin",
    "POST /classes/{circle}/codes/{person}/deblocage",
    "POST /classes/{circle}/codes/{person}/animal",
    "GET /classes/{circle}/codes/{person}/badge",
    "POST /classes/{circle}/codes/{person}/badge",
    "GET /classes/{circle}/codes/{person}/badge/fin",
    "POST /classes/{circle}/codes/{person}/badge/fin",
    "POST /classes/{circle}/codes/{person}/phrase",
    "POST /classes/{circle}/codes/images",
    "GET /classes/{circle}/codes/images/tous",
    "POST /classes/{circle}/codes/images/tous",
    "GET /classes/{circle}/tablettes/{device}/nom",
    "POST /classes/{circle}/tablettes/{device}/nom",
];

/// What a child finds who came in at home.
fn places(viewer: &Viewer) -> Vec<Place> {
    viewer.door.is_at_home().then(|| Place::new(W.my_work(), web::MY_WORK, "cartable", 5)).into_iter().collect()
}

/// The doors of a class, for who opens them.
fn links_of_class(viewer: &Viewer, circle: CircleId, school: SchoolId) -> Vec<LinkButton> {
    if !viewer.may_in(Right::RunTablets, circle, school) {
        return Vec::new();
    }
    let tablets = LinkButton::secondary(W.tablets(), format!("/classes/{circle}/tablettes")).icon("tablette");
    let codes = LinkButton::secondary(W.codes(), format!("/classes/{circle}/codes")).icon("cle");
    vec![tablets.under(Chapter::Doors), codes.under(Chapter::Doors)]
}

/// The code of a child, for the family.
fn links_of_child(viewer: &Viewer, child: PersonId) -> Vec<LinkButton> {
    let is_theirs = viewer.children().iter().any(|it| it.id == child);
    let code = || LinkButton::secondary(W.home_code(), format!("/enfants/{child}/code-maison")).icon("maison");
    is_theirs.then(code).into_iter().collect()
}
