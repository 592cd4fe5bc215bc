//! The pages of a household.

pub(crate) mod class_contact;
pub(crate) mod contact;
pub(crate) mod double;
pub(crate) mod guest;
pub(crate) mod household;
pub(crate) mod parting;
pub(crate) mod reader;

use school::{PersonId, merge::MergeId};

/// The page of the household.
const HOUSEHOLD: &str = "/foyer";
/// Where another account of the same person is proved and joined: behind the doors.
const JOINING: &str = "/compte/rattachement";

/// Where the telephone is lent to a child: behind the doors.
fn lending(child: PersonId) -> String {
    format!("/enfants/{child}/pret")
}

/// The code by which a child finds the own works at home: among the doors of children.
fn home_code(child: PersonId) -> String {
    format!("/enfants/{child}/code-maison")
}

/// Where two accounts that were joined are parted again.
fn parting_path(merge: MergeId) -> String {
    format!("{HOUSEHOLD}/regroupements/{merge}/annulation")
}
