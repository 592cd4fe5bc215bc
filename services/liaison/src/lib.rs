//! The carnet de liaison: mots to families, read, signed or answered by each responsible adult.
//!
//! A mot is a [`commons::Thing`] with terms: what is asked, who must act, until when. It is sent by somebody of the school
//! and delivered at the hour the school allows. Each child it is for has a row ([`child`]); what each adult did about it for
//! that child is a receipt of the house, of the version it was done for. Separated parents are equal and private: each acts
//! alone, and reads nothing of what the other answered.

pub mod child;
pub mod mot;
pub mod terms;

use axum::Router;
use db::{Migration, migration};
use web::{Service, Site};

/// The service.
pub const SERVICE: Service = Service { migrations: MIGRATIONS, ..Service::new("liaison", routes, PATHS) };

const MIGRATIONS: &[Migration] = &[migration!("liaison", "001_liaison")];

fn routes() -> Router<Site> {
    Router::new()
}

const PATHS: &[&str] = &[];
