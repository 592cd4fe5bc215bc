//! The desks a request can be at, the nearest first: the school, its circonscription, its académie, the provider.

use crate::W;
use school::{Role, Territory, text_enum};

text_enum! {
    /// Where a request is answered.
    Level {
        /// By the school: what its families ask never leaves it.
        School = "school",
        /// By the advisers of a circonscription or a département.
        District = "district",
        /// By the help desk of an académie.
        Academy = "academy",
        /// By the provider.
        Provider = "provider",
    }
}

impl Level {
    /// The desk somebody sits at by a task over a territory.
    pub fn of(role: Role, scope: &Territory) -> Option<Self> {
        match role {
            Role::DistrictAdmin | Role::DistrictAdviser => Some(Self::District),
            Role::AcademyAdmin => Some(Self::Academy),
            Role::HelpAgent if *scope == Territory::Region => Some(Self::Provider),
            Role::HelpAgent => Some(Self::Academy),
            Role::Pupil
            | Role::Guardian
            | Role::Teacher
            | Role::Head
            | Role::Staff
            | Role::TownAgent
            | Role::Guest
            | Role::Reader
            | Role::Deputy
            | Role::TownEditor
            | Role::TownOfficer
            | Role::DataOfficer
            | Role::SchemeOfficer => None,
        }
    }

    /// The desks further than this one.
    pub fn further(self) -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(move |level| *level > self)
    }

    /// Its word.
    pub fn word(self) -> &'static str {
        match self {
            Self::School => W.level_school(),
            Self::District => W.level_district(),
            Self::Academy => W.level_academy(),
            Self::Provider => W.level_provider(),
        }
    }

    /// The key of this desk for a territory, as requests and those who answer hold it.
    pub fn key(self, territory: &Territory) -> String {
        format!("{} {territory}", self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_provider_answers_for_the_region_and_a_help_agent_of_an_academy_for_it() {
        let academy = Territory::Academy("16".to_owned());
        assert_eq!(Level::of(Role::HelpAgent, &Territory::Region), Some(Level::Provider));
        assert_eq!(Level::of(Role::HelpAgent, &academy), Some(Level::Academy));
        assert_eq!(Level::of(Role::AcademyAdmin, &Territory::Region), Some(Level::Academy));
        assert_eq!(Level::of(Role::TownOfficer, &academy), None);
        assert_eq!(Level::School.further().count(), 3);
    }
}
