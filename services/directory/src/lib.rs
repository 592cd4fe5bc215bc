//! The directory: importing what an académie delivers, and the people of a school as its head sees them.
//!
//! Three readers: whoever runs imports for an académie ([`launch`], [`running`], [`import_run`]), the head of a school
//! ([`quality`], [`hours`], [`teaching`]) and the teachers of a class ([`class`]). A parent or a pupil finds nothing here.

pub mod class;
pub mod days;
pub mod hours;
pub mod import;
pub mod import_run;
pub mod last_lines;
pub mod launch;
pub mod namesakes;
mod pages;
pub mod quality;
mod record;
pub mod run_file;
pub mod running;
pub mod scope;
pub mod teaching;

use axum::{
    Extension, Router,
    extract::DefaultBodyLimit,
    routing::{get, post},
};
use commons::retention::{Rule, Work};
use db::{Migration, migration};
use pages::{
    class as class_pages, days as days_pages, hours as hours_pages, imports, quality as quality_pages, run,
    school as school_pages,
};
use running::Running;
use school::{CircleKind, Right, Role, Viewer};
use web::{Place, Service, Site};

::words::include_words!();

/// The service.
pub const SERVICE: Service = Service {
    migrations: MIGRATIONS,
    places,
    retention: RETENTION,
    facts_in_class: |tx, _, class, people| Box::pin(days::facts(tx, class, people)),
    erase: |tx, leaver| Box::pin(days::erase(tx, leaver)),
    ..Service::new("directory", routes, PATHS)
};

/// The lines of a report quote what a delivery said of people; its figures quote nobody and stay.
const RETENTION: &[Rule] = &[Rule {
    topic: "import-lines",
    label: || W.retention_lines(),
    why: || W.retention_lines_why(),
    default_days: 400,
    least_days: 180,
    most_days: 1095,
    work: Work::Rows {
        count: "select count(*) as n from import_finding f join import_run r on r.id = f.run_id where r.finished_at < $1",
        erase: "delete from import_finding where (run_id, position) in (select f.run_id, f.position \
                from import_finding f join import_run r on r.id = f.run_id where r.finished_at < $1 limit $2)",
    },
}];

const MIGRATIONS: &[Migration] = &[
    migration!("directory", "001_import"),
    migration!("directory", "002_awaited_link"),
    migration!("directory", "003_class_days"),
];

/// The largest académie weighs a few hundred megabytes once compressed.
const MOST_ARCHIVE_BYTES: usize = 2 * 1024 * 1024 * 1024;

const PATHS: &[&str] = &[
    "GET /annuaire/imports",
    "POST /annuaire/imports",
    "GET /annuaire/imports/{run}",
    "GET /annuaire/imports/{run}/lignes",
    "GET /annuaire/imports/{run}/rapport.json",
    "GET /annuaire/imports/{run}/rapport.csv",
    "GET /annuaire/imports/{run}/ecoles.csv",
    "GET /ecoles/{school}",
    "GET /ecoles/{school}/qualite",
    "GET /ecoles/{school}/heures",
    "POST /ecoles/{school}/heures",
    "GET /classes/{circle}",
    "POST /classes/{circle}/enseignants",
    "POST /classes/{circle}/enseignants/{person}/fin",
    "GET /classes/{circle}/enseignants/{person}/jours",
    "POST /classes/{circle}/enseignants/{person}/jours",
];

fn routes() -> Router<Site> {
    let archives = DefaultBodyLimit::max(MOST_ARCHIVE_BYTES);
    Router::new()
        .route("/annuaire/imports", get(imports::list).post(imports::start).layer(archives))
        .route("/annuaire/imports/{run}", get(run::show))
        .route("/annuaire/imports/{run}/lignes", get(run::lines))
        .route("/annuaire/imports/{run}/rapport.json", get(run::json))
        .route("/annuaire/imports/{run}/rapport.csv", get(run::lines_csv))
        .route("/annuaire/imports/{run}/ecoles.csv", get(run::schools_csv))
        .route("/ecoles/{school}", get(school_pages::show))
        .route("/ecoles/{school}/qualite", get(quality_pages::show))
        .route("/ecoles/{school}/heures", get(hours_pages::show).post(hours_pages::save))
        .route("/classes/{circle}", get(class_pages::show))
        .route("/classes/{circle}/enseignants", post(class_pages::attach))
        .route("/classes/{circle}/enseignants/{person}/fin", post(class_pages::detach))
        .route("/classes/{circle}/enseignants/{person}/jours", get(days_pages::show).post(days_pages::save))
        // Routes are made once for a site: each has its own.
        .layer(Extension(Running::default()))
}

/// The first class of a teacher, the first school of a head or a deputy, the imports of an administrator. The other classes a head
/// opens are within the school.
fn places(viewer: &Viewer) -> Vec<Place> {
    let teaches = viewer.seats.iter().filter(|seat| seat.kind == CircleKind::Class && seat.role == Role::Teacher);
    let taught: Vec<String> = teaches.map(|seat| format!("/classes/{}", seat.circle)).collect();
    let class = taught.first().map(|first| Place::new(web::W.class_entry(), first, "classe", 35).with(&taught));
    let runs_part = viewer.seats.iter().find(|seat| viewer.may_at(Right::AttachTeachers, seat.school));
    let school = viewer.headed().first().copied().or(runs_part).map(|seat| {
        Place::new(web::W.school_entry(), format!("/ecoles/{}", seat.school), "ecole", 38).with(["/ecoles", "/classes"])
    });
    let runs = viewer.may_over(Right::RunImports);
    let imports = runs.then(|| Place::new(web::W.imports_entry(), "/annuaire/imports", "importer", 42));
    [class, school, imports].into_iter().flatten().collect()
}
