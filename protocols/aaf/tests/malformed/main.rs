//! The malformed and odd inputs of interfaces.md §1.13 that can be judged while reading, one test or more per row.
//!
//! Rows left to the import, which has a database: 11 (same id twice), 12 (same INE), 16 (unknown school), 17 and 18
//! (same class id), the missing person of 19, 20 (guardian of nobody), 23 and 24 beyond what a record says, 25 (same
//! UAI), the unknown id of 28, 29 (old delta), 30 (vanishing pupils).

#![expect(clippy::unwrap_used, reason = "tests")]

mod archives;
mod envelope;
mod packaging;
mod parcel;
mod people;
mod places;
