//! What is asked for, how much it presses, how its author found the help.

use crate::W;
use school::text_enum;

text_enum! {
    /// What is asked for.
    HelpKind {
        /// Something does not work.
        Incident = "incident",
        /// Somebody wants to be shown how.
        Accompaniment = "accompaniment",
    }
}

impl HelpKind {
    /// Its word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Incident => W.kind_incident(),
            Self::Accompaniment => W.kind_accompaniment(),
        }
    }
}

text_enum! {
    /// How much it presses.
    Urgency {
        /// Work is stopped.
        High = "high",
        /// Soon.
        Normal = "normal",
        /// When there is time.
        Low = "low",
    }
}

impl Urgency {
    /// Its word.
    pub fn word(self) -> &'static str {
        match self {
            Self::High => W.urgency_high(),
            Self::Normal => W.urgency_normal(),
            Self::Low => W.urgency_low(),
        }
    }
}

text_enum! {
    /// How its author found the help.
    Rating {
        /// It helped.
        Good = "good",
        /// In part.
        Fair = "fair",
        /// It did not.
        Poor = "poor",
    }
}

impl Rating {
    /// Its word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Good => W.rating_good(),
            Self::Fair => W.rating_fair(),
            Self::Poor => W.rating_poor(),
        }
    }
}
