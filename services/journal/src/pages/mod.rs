//! The pages of the journal, and the few words and marks they share.

pub(crate) mod action;
pub(crate) mod alert;
pub(crate) mod comment;
pub(crate) mod form;
pub(crate) mod form_page;
mod image_guard;
pub(crate) mod journal;
pub(crate) mod photo;
pub(crate) mod post;
pub(crate) mod post_page;
pub(crate) mod publication;
pub(crate) mod queue;
pub(crate) mod reason;
pub(crate) mod step;

use crate::{W, audience::Audience, author::Author, post::State};
use db::Moment;
use school::{CircleKind, Viewer};
use web::{
    component::{AudienceChip, Status, StatusKind},
    dates,
};

pub(crate) use web::is_pupil;

/// What a post that was submitted is: for an adult something to read over, for a pupil something that waits.
pub(crate) fn in_review(viewer: &Viewer) -> &'static str {
    if is_pupil(viewer) { W.state_waiting() } else { W.state_review() }
}

/// The mark of where a post stands, as the viewer is told.
pub(crate) fn status(viewer: &Viewer, state: State, taken: bool, delivered_at: Option<Moment>, now: Moment) -> Status {
    match state {
        State::Draft => Status::new(StatusKind::Draft, W.state_draft()),
        State::Review => Status::new(StatusKind::Review, in_review(viewer)),
        State::Returned => Status::new(StatusKind::Draft, W.state_returned()),
        State::Archived => Status::new(StatusKind::Archived, W.state_archived()),
        State::Published if taken => Status::new(StatusKind::Withdrawn, W.state_withdrawn()),
        State::Published => match delivered_at.filter(|at| *at > now) {
            Some(at) => Status::new(StatusKind::Scheduled, dates::delivery(at, now)),
            None => Status::new(StatusKind::Published, W.state_published()),
        },
    }
}

/// The words for an audience of a class or of a group.
pub(crate) fn audience_word(audience: Audience, place: CircleKind) -> String {
    match audience {
        Audience::Class => W.audience_class(place.as_str()),
        Audience::ClassAndFamilies => W.audience_class_and_families(place.as_str()),
        Audience::Families => W.audience_families(place.as_str()),
    }
}

/// Who sees a post as it stands: those who sign it, the team, or its audience.
pub(crate) fn chip(place: CircleKind, state: State, audience: Audience, by_pupil: bool, signers: i64) -> AudienceChip {
    match state {
        State::Draft if !by_pupil && signers > 1 => AudienceChip::new(W.audience_signers(), "cadenas", None),
        State::Draft if !by_pupil => AudienceChip::new(W.audience_me(), "cadenas", None),
        State::Draft | State::Review | State::Returned => {
            AudienceChip::new(W.audience_team(place.as_str()), "cadenas", None)
        }
        State::Published | State::Archived => {
            let icon = if audience.has_families() { "famille" } else { "classe" };
            AudienceChip::new(audience_word(audience, place), icon, None)
        }
    }
}

/// « Léa M., Tom B. et Anne Leroy ».
pub(crate) fn byline(authors: &[Author]) -> String {
    let names: Vec<String> = authors.iter().map(Author::shown).collect();
    web::listed(&names)
}
