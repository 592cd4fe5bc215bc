//! Conventions between the région académique and the communes: campaigns, enrolled schools, signatures, sums due.
//!
//! A *campaign* opens a school year with its tariff. An *enrolment* puts a school on the convention of the authority that pays
//! for it, once a year. An *agreement* (convention) is proposed, decided by the council, signed by both parties in any order,
//! and ends on 5 September (domain.md §1). Its [`Side`]: the académie manages, the authority handles its own.

pub mod agreement;
pub mod campaign;
pub mod enrolment;
pub mod money;
pub mod step;

use axum::Router;
use db::{Migration, migration};
use web::{Service, Site};

pub use agreement::{Agreement, AgreementId, Side, State};
pub use campaign::Campaign;

/// The service.
pub const SERVICE: Service =
    Service { migrations: MIGRATIONS, label: "SERVICE_COLLECTIVITE", ..Service::new("agreements", routes, PATHS) };

const MIGRATIONS: &[Migration] = &[
    migration!("agreements", "001_agreements"),
    migration!("agreements", "002_breach"),
    migration!("agreements", "003_sums"),
];

const PATHS: &[&str] = &[];

fn routes() -> Router<Site> {
    Router::new()
}
