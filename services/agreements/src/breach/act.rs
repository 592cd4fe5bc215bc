//! What a party does about a breach, and how pages and forms call it.

/// What may be entered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// Formal notice.
    Notice,
    /// The day it was received.
    Receipt,
    /// Conciliation: its meeting, or what it came to.
    Conciliation,
    /// The parties agree again.
    Settlement,
    /// The letter of termination.
    Termination,
    /// The court was asked.
    Court,
}

impl Act {
    /// The last part of its address, and the topic its scans are kept under.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Notice => "mise-en-demeure",
            Self::Receipt => "reception",
            Self::Conciliation => "conciliation",
            Self::Settlement => "accord",
            Self::Termination => "resiliation",
            Self::Court => "tribunal",
        }
    }

    /// The field its scans come in.
    pub const fn scan(self) -> &'static str {
        match self {
            Self::Notice => "scan-mise-en-demeure",
            Self::Receipt => "scan-reception",
            Self::Conciliation => "scan-conciliation",
            Self::Settlement => "scan-accord",
            Self::Termination => "scan-resiliation",
            Self::Court => "scan-tribunal",
        }
    }

    /// The field of its day.
    pub const fn day(self) -> &'static str {
        match self {
            Self::Notice => "jour-mise-en-demeure",
            Self::Receipt => "jour-reception",
            Self::Conciliation => "jour-conciliation",
            Self::Settlement => "jour-accord",
            Self::Termination => "jour-resiliation",
            Self::Court => "jour-tribunal",
        }
    }
}
