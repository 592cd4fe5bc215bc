//! What the pages about doubles share.

use super::row_part::RowPart;
use crate::{
    W,
    double::{Double, State, alike::Reason, listing::Line},
};
use db::Moment;
use school::{Right, Viewer, person::full};
use web::component::{LinkButton, Status, StatusKind};

/// A pair in a list.
pub(super) fn row(line: &Line, now: Moment) -> RowPart {
    let (one, other) = (full(&line.first_a, &line.last_a), full(&line.first_b, &line.last_b));
    let title = if one == other { one } else { web::listed(&[one, other]) };
    let mut about: Vec<String> = line.school_name.clone().into_iter().chain([reasons(&line.double)]).collect();
    about.retain(|it| !it.is_empty());
    let word = if line.double.is_undoable(now) { W.double_see(&title) } else { W.double_compare(&title) };
    RowPart {
        status: status(line.double.state),
        about: about.join(" · "),
        look: LinkButton::secondary(word, address(&line.double)).icon("lire"),
        title,
    }
}

/// The page of a pair.
pub(super) fn address(double: &Double) -> String {
    format!("/doublons/{}", double.id)
}

/// The list a viewer comes from: the school's for whoever heads it, else the académie's.
pub(super) fn list_of(viewer: &Viewer, double: &Double) -> String {
    match double.common_school.filter(|school| viewer.may_at(Right::MergeDoubles, *school)) {
        Some(school) => format!("/ecoles/{school}/doublons"),
        None => "/annuaire/doublons".to_owned(),
    }
}

pub(super) fn status(state: State) -> Status {
    match state {
        State::Proposed => Status::new(StatusKind::Review, W.double_proposed()),
        State::Merged => Status::new(StatusKind::Ready, W.double_merged()),
        State::Ignored => Status::new(StatusKind::Archived, W.double_ignored()),
    }
}

/// Why they look like one person, in a line.
pub(super) fn reasons(double: &Double) -> String {
    double.reasons().into_iter().map(reason_word).collect::<Vec<_>>().join(", ")
}

fn reason_word(reason: Reason) -> &'static str {
    match reason {
        Reason::LastName => W.reason_last_name(),
        Reason::FirstName => W.reason_first_name(),
        Reason::NearName => W.reason_near_name(),
        Reason::BirthDay => W.reason_birth_day(),
        Reason::Email => W.reason_email(),
        Reason::Ine => W.reason_ine(),
        Reason::Class => W.reason_class(),
    }
}
