//! By which door somebody came in: what a child opens with three pictures is less than what a password opens.

use crate::text_enum;

text_enum! {
    /// A door of the house.
    Door {
        /// A login and a password, or the code of a sheet.
        Password = "password",
        /// The wall of avatars of a device of the class, in front of the teacher.
        Tablet = "tablet",
        /// The badge of a pupil, on a device of the class or while the teacher lets badges in.
        Badge = "badge",
        /// The code given to the family: the child's own work, at home, and nothing of others.
        Home = "home",
        /// The telephone of an adult responsible for the child, who hands it over and gets it back with the password: what the code
        /// for home opens.
        Lent = "lent",
    }
}

impl Door {
    /// The doors of a child in class: the teacher is there.
    pub const IN_CLASS: &'static [Self] = &[Self::Password, Self::Tablet, Self::Badge];

    /// Whether an adult of the family opened it for the child: the child's own work is behind it, and nothing of others. A parent
    /// would read there what the class keeps for itself, or write in the child's name.
    pub fn is_at_home(self) -> bool {
        matches!(self, Self::Home | Self::Lent)
    }

    /// Whether it asks less of a child than a password: nothing private is behind it.
    pub fn is_narrow(self) -> bool {
        self != Self::Password
    }
}
