//! What the papers of a convention are.

use school::text_enum;

text_enum! {
    /// What a paper is.
    Topic {
        /// The convention, signed.
        SignedAgreement = "signed-agreement",
        /// The certified extract of the decision.
        Decision = "decision",
        /// Something else.
        Other = "other",
    }
}
