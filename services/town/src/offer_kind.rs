//! What communes hold open around the school day.

use crate::W;
use school::text_enum;

text_enum! {
    /// What an offer is.
    OfferKind {
        /// Children are looked after before school.
        Morning = "garderie-matin",
        /// Children are looked after behind school.
        Evening = "garderie-soir",
        /// Children learn there what they must.
        Study = "etude",
        /// A centre of leisure tied to the school.
        Alae = "alae",
        /// The bus.
        Transport = "transport",
        /// The canteen.
        Canteen = "cantine",
    }
}

impl OfferKind {
    /// Its word.
    pub fn word(self) -> String {
        W.offer_kind(self.as_str())
    }
}
