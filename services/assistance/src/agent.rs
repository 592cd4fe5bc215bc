//! Those who answer at a desk by their tasks.

use crate::{desk::json_list, level::Level};
use db::{Result, Tx, args, fold};
use school::{AccountId, Role, Territory};

/// The roles, with the scopes, by which somebody answers at a desk over these territories.
fn posts(level: Level, around: &[Territory]) -> Vec<String> {
    let mut posts = Vec::new();
    for territory in around {
        for role in Role::ALL.iter().filter(|role| Level::of(**role, territory) == Some(level)) {
            posts.push(format!("{} {territory}", role.as_str()));
        }
    }
    posts
}

/// Somebody who answers at a desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agent {
    /// The account.
    pub id: AccountId,
    /// The name.
    pub name: String,
}

/// Those who answer at a desk over some territories by their tasks, by name.
///
/// # Errors
/// A fault of the database.
pub async fn agents(tx: &mut Tx, level: Level, around: &[Territory]) -> Result<Vec<Agent>> {
    let now = tx.now();
    let rows: Vec<(AccountId, String)> = tx
        .all(
            "select distinct a.id, coalesce(a.name, a.login) as name from account_grant g \
             join account a on a.id = g.account_id and a.blocked_at is null \
             where (g.role || ' ' || g.scope) in (select value from json_each($1)) \
             and g.since <= $2 and (g.until is null or g.until > $2)",
            args![json_list(&posts(level, around)), now],
        )
        .await?;
    let mut agents: Vec<Agent> = rows.into_iter().map(|(id, name)| Agent { id, name }).collect();
    agents.sort_by_cached_key(|agent| fold(&agent.name));
    Ok(agents)
}

/// Whether somebody answers at a desk over these territories.
///
/// # Errors
/// A fault of the database.
pub async fn is_held(tx: &mut Tx, level: Level, around: &[Territory]) -> Result<bool> {
    Ok(!agents(tx, level, around).await?.is_empty())
}
