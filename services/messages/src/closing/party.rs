//! To whom messages are closed.

use crate::W;
use school::{Profile, Role, SchoolId, Viewer, text_enum};

text_enum! {
    /// To whom messages are closed.
    Party {
        /// The pupils.
        Pupils = "pupils",
        /// The families.
        Families = "families",
        /// Those who work at the school, its head included: a stolen account of theirs harms most.
        Team = "team",
        /// Everybody.
        Everybody = "everybody",
    }
}

impl Party {
    /// The party somebody writes with in a school.
    pub fn of(viewer: &Viewer, school: SchoolId) -> Self {
        let roles = || viewer.seats.iter().filter(|seat| seat.school == school).map(|seat| seat.role);
        if roles().any(|role| !matches!(role, Role::Pupil | Role::Guardian)) {
            return Self::Team;
        }
        if roles().any(|role| role == Role::Guardian) {
            return Self::Families;
        }
        match viewer.profile() {
            Profile::Pupil => Self::Pupils,
            Profile::Guardian => Self::Families,
            Profile::Staff | Profile::Teacher | Profile::Head | Profile::Town | Profile::Administrator => Self::Team,
        }
    }

    /// Whether what is closed to this party is closed to that one.
    pub(super) fn includes(self, other: Self) -> bool {
        self == Self::Everybody || self == other
    }

    /// « les élèves ».
    pub fn word(self) -> &'static str {
        match self {
            Self::Pupils => W.party_pupils(),
            Self::Families => W.party_families(),
            Self::Team => W.party_team(),
            Self::Everybody => W.party_everybody(),
        }
    }
}
