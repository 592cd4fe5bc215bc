//! What is awaited about a convention, and of whom, as the pages of both sides and the board tell it.

use crate::State;

/// What is awaited next, as words name it: a state, or which part of the way to the signatures.
pub fn step(state: State, authority_signed: bool, authorised: bool) -> &'static str {
    match state {
        State::Proposed if !authorised => "decision",
        State::Proposed => "both",
        State::SignedByOne if authority_signed => "academy",
        State::SignedByOne if !authorised => "decision-signed",
        State::SignedByOne => "authority",
        state => state.as_str(),
    }
}

/// Whether something is awaited of the authority: it decides, or it signs.
pub fn is_of_authority(state: State, authority_signed: bool) -> bool {
    matches!(state, State::Proposed | State::SignedByOne) && !authority_signed
}

#[cfg(test)]
mod tests {
    use super::{is_of_authority, step};
    use crate::State;

    #[test]
    fn the_council_decides_before_its_authority_signs_whoever_signed_first() {
        for (state, authority_signed, authorised, awaited, of_authority) in [
            (State::Draft, false, false, "draft", false),
            (State::Proposed, false, false, "decision", true),
            (State::Proposed, false, true, "both", true),
            (State::SignedByOne, false, false, "decision-signed", true),
            (State::SignedByOne, false, true, "authority", true),
            (State::SignedByOne, true, true, "academy", false),
            (State::Active, true, true, "active", false),
        ] {
            assert_eq!(step(state, authority_signed, authorised), awaited);
            assert_eq!(is_of_authority(state, authority_signed), of_authority, "{awaited}");
        }
    }
}
