//! What a breach harmed, and what it may do to people.

use school::text_enum;

text_enum! {
    /// What it may do to people.
    Risk {
        /// Nothing likely: the CNIL need not be notified.
        Unlikely = "none",
        /// Something: the CNIL is notified.
        Likely = "some",
        /// Something grave: people are told too.
        High = "high",
    }
}

text_enum! {
    /// What was harmed.
    Nature {
        /// Somebody read who should not have.
        Confidentiality = "confidentiality",
        /// Somebody changed who should not have.
        Integrity = "integrity",
        /// Data was lost, or could not be reached.
        Availability = "availability",
    }
}
