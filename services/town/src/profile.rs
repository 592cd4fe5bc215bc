//! Municipal profiles: who asked for one, where it stands, until when.

use db::{Error, FromRow, Moment, Result, Tx, args, id};
use jiff::civil::Date;
use school::{AccountId, Right, Role, Territory, Viewer, person};

pub use crate::{
    profile_list::{Other, academies_of, in_state, of_scope, others},
    profile_state::{Origin, ProfileState, ROLES, role_word},
};

id! {
    /// A municipal profile.
    ProfileId
}

/// A municipal profile.
#[derive(Debug, Clone, FromRow)]
pub struct TownProfile {
    /// The profile.
    pub id: ProfileId,
    /// The commune or the grouping.
    pub scope: String,
    /// The académie that decides.
    pub academy: String,
    /// What it lets do.
    pub role: Role,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// What the person does there.
    pub position: String,
    /// Where letters go.
    pub email: String,
    /// Why it is asked for.
    pub reason: String,
    /// Where it stands.
    pub state: ProfileState,
    /// Who asked.
    pub origin: Origin,
    /// When.
    pub asked_at: Moment,
    /// Why it was refused or suspended.
    pub decision: Option<String>,
    until_day: Option<String>,
    /// The account that holds it.
    pub account_id: Option<AccountId>,
}

/// One list of columns for the ways profiles are found.
macro_rules! select_profiles {
    ($condition:literal) => {
        concat!(
            "select id, scope, academy, role, first_name, last_name, position, email, reason, state, origin, asked_at, ",
            "decision, until_day, account_id from town_profile where ",
            $condition
        )
    };
}
pub(crate) use select_profiles;

impl TownProfile {
    /// A profile, for those who decide of it in the académie.
    ///
    /// # Errors
    /// [`Error::NotFound`] for everybody else.
    pub async fn load(tx: &mut Tx, viewer: &Viewer, id: ProfileId) -> Result<Self> {
        let profile: Self = tx.one(select_profiles!("id = $1"), args![id]).await?;
        if profile.is_decided_by(viewer) { Ok(profile) } else { Err(Error::NotFound) }
    }

    /// A profile of a commune, for the officers of that commune.
    ///
    /// # Errors
    /// [`Error::NotFound`] for everybody else.
    pub async fn load_of_team(tx: &mut Tx, viewer: &Viewer, id: ProfileId) -> Result<Self> {
        let profile: Self = tx.one(select_profiles!("id = $1"), args![id]).await?;
        if is_officer(viewer, &profile.scope) { Ok(profile) } else { Err(Error::NotFound) }
    }

    fn is_decided_by(&self, viewer: &Viewer) -> bool {
        viewer.territories(Right::GrantTownProfiles).any(|territory| match territory {
            Territory::Region => true,
            Territory::Academy(code) => code == self.academy,
            Territory::Department(_)
            | Territory::District(..)
            | Territory::Town(..)
            | Territory::Authority(_)
            | Territory::School(_) => false,
        })
    }

    /// The whole name.
    pub fn name(&self) -> String {
        person::full(&self.first_name, &self.last_name)
    }

    /// Its last day.
    pub fn until(&self) -> Option<Date> {
        self.until_day.as_deref()?.parse().ok()
    }
}

/// Whether the viewer is an officer of what a scope says: who handles the convention handles the team.
pub fn is_officer(viewer: &Viewer, scope: &str) -> bool {
    viewer.territories(Right::HandleAgreement).any(|territory| territory.to_string() == scope)
}
