//! The mark of where a convention stands, and the words for a party.

use crate::{State, W, agreement::Party};
use web::component::{Status, StatusKind};

/// The mark of a state.
pub(crate) fn status(state: State) -> Status {
    let kind = match state {
        State::Draft => StatusKind::Draft,
        State::Proposed => StatusKind::Scheduled,
        State::SignedByOne | State::Notice | State::Conciliation | State::TerminationNotice => StatusKind::Review,
        State::Active => StatusKind::Published,
        State::Expired | State::Renewed => StatusKind::Archived,
        State::Terminated | State::Refused | State::Cancelled => StatusKind::Withdrawn,
    };
    Status::new(kind, W.agreement_state(state.as_str()))
}

/// « l’académie », « la collectivité ».
pub(crate) fn party(party: Party) -> &'static str {
    match party {
        Party::Academy => W.agreement_the_academy(),
        Party::Authority => W.agreement_the_authority(),
    }
}
