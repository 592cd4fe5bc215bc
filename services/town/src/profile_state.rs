//! Where a municipal profile stands, who asked for it, what it lets do.

use crate::W;
use school::{Role, text_enum};

text_enum! {
    /// Where a profile stands (domain.md §1.4).
    ProfileState {
        /// Somebody asked for it.
        Requested = "requested",
        /// The académie granted it until a day.
        Granted = "granted",
        /// The académie refused it.
        Refused = "refused",
        /// It was suspended by somebody.
        Suspended = "suspended",
        /// Its last day is over.
        Expired = "expired",
    }
}

text_enum! {
    /// Who asked.
    Origin {
        /// Somebody without an account, by the public page.
        Public = "public",
        /// An officer of the commune, for a colleague.
        Officer = "officer",
        /// The académie itself.
        Academy = "academy",
    }
}

/// The roles a commune is given.
pub const ROLES: [Role; 2] = [Role::TownEditor, Role::TownOfficer];

/// The word for a role.
pub fn role_word(role: Role) -> String {
    W.town_role(role.as_str())
}
