//! What a news is about, to find it among others.

use crate::W;
use school::text_enum;

text_enum! {
    /// What a news is about. The texts stand in addresses.
    Rubric {
        /// The life of a school or a class.
        Life = "vie-de-l-ecole",
        /// Canteen, transport, hours.
        Practical = "pratique",
        /// Outings, meetings, feasts.
        Event = "evenements",
        /// Health and safety.
        Health = "sante-et-securite",
        /// Registrations, formalities.
        Formality = "demarches",
        /// Anything else.
        Other = "divers",
    }
}

impl Rubric {
    /// Its word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Life => W.rubric_life(),
            Self::Practical => W.rubric_practical(),
            Self::Event => W.rubric_event(),
            Self::Health => W.rubric_health(),
            Self::Formality => W.rubric_formality(),
            Self::Other => W.rubric_other(),
        }
    }
}
