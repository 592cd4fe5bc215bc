//! Which right, how a request came, where it stands.

use school::text_enum;

text_enum! {
    /// Which right.
    Kind {
        /// To be told what is done with the data.
        Information = "information",
        /// To see it, and have a copy.
        Access = "access",
        /// To have it put right.
        Rectification = "rectification",
        /// To have a use of it stopped, for reasons of one's own situation.
        Objection = "objection",
        /// To have it kept and nothing else, for a time.
        Restriction = "restriction",
        /// To say what becomes of it after death.
        Directives = "directives",
    }
}

text_enum! {
    /// How it came.
    Channel {
        /// From the account of whoever asks.
        Account = "account",
        /// By letter, entered by the desk.
        Paper = "paper",
    }
}

text_enum! {
    /// Where it stands.
    State {
        /// It came; who asks is to be made sure of.
        Received = "received",
        /// Who asks is who they say.
        IdentityChecked = "identity-checked",
        /// Somebody works on it.
        InProgress = "in-progress",
        /// It takes two months more, and who asks was told why.
        Extended = "extended",
        /// It was answered.
        Answered = "answered",
        /// It was refused, with a reason.
        Refused = "refused",
    }
}

impl State {
    /// Whether nothing is to be done any more.
    pub fn is_over(self) -> bool {
        matches!(self, Self::Answered | Self::Refused)
    }
}
