//! The pages of protection, and the few words they share.

pub(crate) mod class_image;
pub(crate) mod image;
pub(crate) mod queue;
pub(crate) mod report;
pub(crate) mod request;
pub(crate) mod setting;
pub(crate) mod talk;

use crate::W;
use commons::image_right::{Answer, Purpose, State};
use school::{Profile, Viewer};

/// Whether the viewer is spoken to as a child.
fn is_pupil(viewer: &Viewer) -> bool {
    viewer.profile() == Profile::Pupil
}

/// What an image is used for, as pages name it.
fn purpose_word(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Class => W.purpose_class(),
        Purpose::School => W.purpose_school(),
        Purpose::ClassBook => W.purpose_class_book(),
        Purpose::PublicSite => W.purpose_public_site(),
        Purpose::Press => W.purpose_press(),
    }
}

/// What counts once all answers are read together.
fn state_word(state: State) -> &'static str {
    match state {
        State::Yes => W.state_yes(),
        State::No => W.state_no(),
        State::Unanswered => W.state_unanswered(),
    }
}

/// An answer, in the infinitive of a choice.
fn answer_word(answer: Answer) -> &'static str {
    match answer {
        Answer::Yes => W.answer_yes(),
        Answer::No => W.answer_no(),
    }
}
