//! Municipal profiles: who asked for one, where it stands, until when.

use crate::{W, served::text_list};
use db::{Error, FromRow, Moment, Result, Tx, args, id};
use jiff::civil::Date;
use school::{AccountId, Right, Role, Territory, Viewer, person, text_enum};

id! {
    /// A municipal profile.
    ProfileId
}

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
    #[sqlx(try_from = "String")]
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
    #[sqlx(try_from = "String")]
    pub state: ProfileState,
    /// Who asked.
    #[sqlx(try_from = "String")]
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

/// The word for a role.
pub fn role_word(role: Role) -> String {
    W.town_role(role.as_str())
}

/// Whether the viewer is an officer of what a scope says: who handles the convention handles the team.
pub fn is_officer(viewer: &Viewer, scope: &str) -> bool {
    viewer.territories(Right::HandleAgreement).any(|territory| territory.to_string() == scope)
}

/// The codes of the académies whose profiles the viewer decides of.
///
/// # Errors
/// [`Error::NotFound`] when there is none.
pub async fn academies_of(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<String>> {
    let mut academies: Vec<String> = Vec::new();
    for territory in viewer.territories(Right::GrantTownProfiles) {
        match territory {
            Territory::Academy(code) => academies.push(code),
            Territory::Region => {
                let all: Vec<(String,)> = tx.all("select code from academy", &[]).await?;
                academies.extend(all.into_iter().map(|row| row.0));
            }
            Territory::Department(_)
            | Territory::District(..)
            | Territory::Town(..)
            | Territory::Authority(_)
            | Territory::School(_) => {}
        }
    }
    if academies.is_empty() { Err(Error::NotFound) } else { Ok(academies) }
}

/// How many profiles a list shows.
const MOST: i64 = 300;

/// The profiles of some académies in a state, the oldest request first.
///
/// # Errors
/// A fault of the database.
pub async fn in_state(tx: &mut Tx, academies: &[String], state: ProfileState) -> Result<Vec<TownProfile>> {
    tx.all(
        select_profiles!("academy in (select value from json_each($1)) and state = $2 order by asked_at, id limit $3"),
        args![text_list(academies.iter().map(String::as_str)), state, MOST],
    )
    .await
}

/// The profiles of a scope but those refused, the newest first. For those who run it.
///
/// # Errors
/// A fault of the database.
pub async fn of_scope(tx: &mut Tx, scope: &str) -> Result<Vec<TownProfile>> {
    tx.all(select_profiles!("scope = $1 and state <> 'refused' order by state, last_name, id limit 200"), args![scope])
        .await
}

/// Somebody who has a task over a scope without a profile: given from the terminal.
#[derive(Debug, Clone, FromRow)]
pub struct Other {
    /// The name, or the login.
    pub name: String,
    /// The task.
    #[sqlx(try_from = "String")]
    pub role: Role,
}

/// Those who have a task over a scope without a profile.
///
/// # Errors
/// A fault of the database.
pub async fn others(tx: &mut Tx, scope: &str) -> Result<Vec<Other>> {
    let now = tx.now();
    tx.all(
        "select coalesce(a.name, a.login) as name, g.role from account_grant g join account a on a.id = g.account_id \
         where g.scope = $1 and g.role in ('town-editor', 'town-officer') and (g.until is null or g.until > $2) \
         and not exists (select 1 from town_profile p where p.account_id = g.account_id and p.role = g.role \
             and p.scope = g.scope) order by a.login",
        args![scope, now],
    )
    .await
}
