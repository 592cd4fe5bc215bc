//! The import of the directory, from the files of an académie to the rows of both databases.
//!
//! Most stories are told in académie 11 (Montpellier), where the named world has nobody. They are told in every house:
//! one where people have accounts, whose deliveries go over the bench, and one where nobody has come in yet, whose first
//! delivery goes straight into the tables.

#![expect(clippy::unwrap_used, reason = "tests")]

mod adoption;
mod again;
mod archives;
mod circles;
mod delta;
mod delta_adults;
mod delta_order;
mod differences;
mod dump;
mod envelope;
mod hamlet;
mod house;
mod meanwhile;
mod packaging;
mod parcel;
mod people;
mod places;
mod record;
mod safety;
mod samples;
mod see;
mod summer;
mod territory;
mod trial;
mod twice;
mod whole;

use web::Service;

const SERVICES: &[&Service] = &[&directory::SERVICE];
