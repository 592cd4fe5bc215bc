//! Where an agreement stands.

use school::text_enum;

text_enum! {
    /// Where an agreement stands (domain.md §1.4). The council's decision is no state: it gates the authority's signature.
    State {
        /// Being prepared.
        Draft = "draft",
        /// Sent to the authority.
        Proposed = "proposed",
        /// Signed by one party, whichever.
        SignedByOne = "signed-by-one",
        /// Signed by both.
        Active = "active",
        /// A party gave formal notice.
        Notice = "notice",
        /// The parties try to agree.
        Conciliation = "conciliation",
        /// A party ends it: 15 days run.
        TerminationNotice = "termination-notice",
        /// Ended by a party.
        Terminated = "terminated",
        /// Its year is over.
        Expired = "expired",
        /// Its year is over, and the next one has its own.
        Renewed = "renewed",
        /// Refused by the authority.
        Refused = "refused",
        /// Cancelled by the académie before both signed.
        Cancelled = "cancelled",
    }
}

impl State {
    /// Whether both parties signed and none of it is over: its schools are covered.
    pub const fn covers(self) -> bool {
        matches!(self, Self::Active | Self::Notice | Self::Conciliation | Self::TerminationNotice)
    }

    /// Whether nothing more is awaited of anybody.
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Terminated | Self::Expired | Self::Renewed | Self::Refused | Self::Cancelled)
    }
}
