//! Where a request stands.

use crate::W;
use school::text_enum;

text_enum! {
    /// Where a request stands.
    State {
        /// Nobody took it yet.
        New = "new",
        /// Somebody takes care of it.
        Assigned = "assigned",
        /// Its author is asked something.
        Waiting = "waiting",
        /// Passed on to the provider, who has not taken it yet.
        Escalated = "escalated",
        /// Solved, until its author says otherwise.
        Solved = "solved",
        /// Solved for a week.
        Closed = "closed",
    }
}

impl State {
    /// Its word.
    pub fn word(self) -> &'static str {
        match self {
            Self::New => W.state_new(),
            Self::Assigned => W.state_assigned(),
            Self::Waiting => W.state_waiting(),
            Self::Escalated => W.state_escalated(),
            Self::Solved => W.state_solved(),
            Self::Closed => W.state_closed(),
        }
    }

    /// Whether something is still to be done.
    pub fn is_open(self) -> bool {
        match self {
            Self::New | Self::Assigned | Self::Waiting | Self::Escalated => true,
            Self::Solved | Self::Closed => false,
        }
    }
}
