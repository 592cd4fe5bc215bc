//! Municipal profiles in lists: those of an académie, those of a commune.

use crate::{
    profile::{TownProfile, select_profiles},
    profile_state::ProfileState,
    served::text_list,
};
use db::{Error, FromRow, Result, Tx, args};
use school::{Right, Role, Territory, Viewer};

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
                let all: Vec<String> = tx.column("select code from academy", &[]).await?;
                academies.extend(all);
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
