//! What of a person is to be corrected.

use crate::W;
use school::text_enum;

text_enum! {
    /// What of a person differs, or is wrong.
    Field {
        /// The last name.
        LastName = "last-name",
        /// The first name.
        FirstName = "first-name",
        /// The day of birth.
        BirthDay = "birth-day",
        /// The national number.
        Ine = "ine",
        /// The sex, or the civility.
        Civility = "civility",
        /// The level.
        Level = "level",
        /// The class.
        Class = "class",
        /// The electronic address.
        Email = "email",
        /// Address and telephone numbers.
        Contact = "contact",
        /// Who is responsible for a pupil.
        Family = "family",
        /// Whether the person is of the school at all.
        Presence = "presence",
        /// Something else.
        Other = "other",
    }
}

impl Field {
    /// Its word.
    pub fn label(self) -> &'static str {
        match self {
            Self::LastName => W.field_last_name(),
            Self::FirstName => W.field_first_name(),
            Self::BirthDay => W.field_birth_day(),
            Self::Ine => W.field_ine(),
            Self::Civility => W.field_civility(),
            Self::Level => W.field_level(),
            Self::Class => W.field_class(),
            Self::Email => W.field_email(),
            Self::Contact => W.field_contact(),
            Self::Family => W.field_family(),
            Self::Presence => W.field_presence(),
            Self::Other => W.field_other(),
        }
    }
}
