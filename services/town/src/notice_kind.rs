//! What notices are about.

use crate::W;
use school::text_enum;

text_enum! {
    /// What a notice is about.
    NoticeKind {
        /// A strike.
        Strike = "greve",
        /// What the commune keeps open on such a day (*service minimum d’accueil*).
        Minimum = "sma",
        /// Something happened.
        Incident = "incident",
        /// Something is closed.
        Closure = "fermeture",
        /// A last day to register.
        Deadline = "inscription",
        /// Something to know, that presses nobody.
        Information = "information",
    }
}

impl NoticeKind {
    /// Its word.
    pub fn word(self) -> String {
        W.notice_kind(self.as_str())
    }

    /// Whether families are told at its hour, and not by the digest of the day: they must look for somebody to keep a child.
    pub fn is_pressing(self) -> bool {
        match self {
            Self::Strike | Self::Minimum | Self::Incident | Self::Closure => true,
            Self::Deadline | Self::Information => false,
        }
    }
}
