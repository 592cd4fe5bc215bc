//! How much a request presses, and where it stands.

use crate::W;
use school::text_enum;

text_enum! {
    /// How much it presses.
    Priority {
        /// As the delay of its kind says.
        Normal = "normal",
        /// Sooner.
        Urgent = "urgent",
        /// Somebody may be hurt.
        Danger = "danger",
    }
}

text_enum! {
    /// Where a request stands.
    State {
        /// Nobody took it yet.
        Received = "received",
        /// Somebody takes care of it.
        InProgress = "in-progress",
        /// The school is asked something.
        Waiting = "waiting-school",
        /// It has its day.
        Planned = "planned",
        /// It is done.
        Done = "done",
        /// It will not be done.
        Refused = "refused",
    }
}

impl Priority {
    /// Its word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Normal => W.priority_normal(),
            Self::Urgent => W.priority_urgent(),
            Self::Danger => W.priority_danger(),
        }
    }
}

impl State {
    /// Its word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Received => W.state_received(),
            Self::InProgress => W.state_in_progress(),
            Self::Waiting => W.state_waiting(),
            Self::Planned => W.state_planned(),
            Self::Done => W.state_done(),
            Self::Refused => W.state_refused(),
        }
    }

    /// Whether something is still to be done.
    pub fn is_open(self) -> bool {
        match self {
            Self::Received | Self::InProgress | Self::Waiting | Self::Planned => true,
            Self::Done | Self::Refused => false,
        }
    }
}
