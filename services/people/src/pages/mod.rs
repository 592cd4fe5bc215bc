//! The pages about people, and the few words they share.

pub(crate) mod cards;
pub(crate) mod contacts;
pub(crate) mod directory;
pub(crate) mod faces;
pub(crate) mod family;
mod file_field;
pub(crate) mod me;
pub(crate) mod opening;
pub(crate) mod photos;

use crate::{W, face::Face, place::Place};
use school::{PersonId, PersonKind, Role};
use web::component::{Avatar, Size};

/// Where people are looked for.
pub(crate) const DIRECTORY: &str = "/annuaire/personnes";

/// The address of the card of somebody.
fn card_path(person: PersonId) -> String {
    format!("{DIRECTORY}/{person}")
}

/// What somebody is in a place.
fn role_word(role: Role) -> &'static str {
    match role {
        Role::Pupil => W.a_pupil(),
        Role::Guardian => W.a_guardian(),
        Role::Teacher => W.a_teacher(),
        Role::Head => W.a_head(),
        Role::Deputy => W.a_deputy(),
        Role::TownAgent => W.a_town_agent(),
        Role::Guest => W.a_guest(),
        Role::Staff
        | Role::Reader
        | Role::AcademyAdmin
        | Role::DistrictAdmin
        | Role::DistrictAdviser
        | Role::TownEditor
        | Role::TownOfficer
        | Role::HelpAgent
        | Role::DataOfficer
        | Role::SchemeOfficer => W.a_member_of_staff(),
    }
}

/// What somebody is, whose places are not told.
fn kind_word(kind: PersonKind) -> &'static str {
    match kind {
        PersonKind::Pupil => W.a_pupil(),
        PersonKind::Guardian => W.a_guardian(),
        PersonKind::Staff => W.a_member_of_staff(),
        PersonKind::Agent => W.a_town_agent(),
        PersonKind::Guest => W.a_guest_or_reader(),
    }
}

/// The class, or the school where it is no place in a class.
fn place_word(place: &Place) -> String {
    match &place.class_name {
        Some(class) => W.class_in_school(class, &place.school_name),
        None => place.school_name.clone(),
    }
}

/// A face as pages show it: a photograph, or a drawing with initials.
struct Portrait {
    name: String,
    photo: Option<Face>,
    avatar: Avatar,
    href: Option<String>,
    about: Option<String>,
}

impl Portrait {
    fn new(id: PersonId, name: &str, photo: Option<Face>) -> Self {
        let avatar = Avatar::new(name, &id.to_string()).size(Size::Large).name_hidden();
        Self { name: name.to_owned(), photo, avatar, href: None, about: None }
    }
}
