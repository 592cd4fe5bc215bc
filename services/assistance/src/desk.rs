//! The desks somebody answers at, and who else answers there.

use crate::level::Level;
use db::{Result, Tx, args, fold};
use school::{AccountId, CircleKind, Right, Role, SchoolId, Territory, Viewer};

/// The desks of a viewer.
#[derive(Debug, Clone, Default)]
pub struct Desk {
    keys: Vec<String>,
}

impl Desk {
    /// The desks of a viewer: by tasks over territories, by the headship of a school, by being named in one.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn of(tx: &mut Tx, viewer: &Viewer) -> Result<Self> {
        let mut desk = Self::default();
        for grant in viewer.grants.iter().filter(|it| school::rights::carries(it.role, Right::AnswerHelp)) {
            let Some(territory) = Territory::of(&grant.scope) else { continue };
            if let Some(level) = Level::of(grant.role, &territory) {
                desk.sit(level, &territory);
            }
        }
        for school in answered_schools(tx, viewer).await? {
            desk.sit(Level::School, &Territory::School(school));
        }
        Ok(desk)
    }

    fn sit(&mut self, level: Level, territory: &Territory) {
        self.keys.push(level.key(territory));
    }

    /// Whether the viewer answers nowhere.
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    /// Its keys as one bound value.
    pub fn list(&self) -> String {
        json_list(&self.keys)
    }
}

/// The schools whose families the viewer answers.
async fn answered_schools(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<SchoolId>> {
    let seated: Vec<SchoolId> =
        viewer.seats.iter().filter(|seat| seat.kind == CircleKind::Staff).map(|seat| seat.school).collect();
    let mut schools: Vec<SchoolId> = Vec::new();
    if seated.is_empty() {
        return Ok(schools);
    }
    let named: Vec<(String,)> =
        tx.all("select place from help_named where account_id = $1", args![viewer.account]).await?;
    for school in seated {
        // Whoever left the team answers no more, whatever was said of them before.
        let is_named = || named.iter().any(|(place,)| *place == Territory::School(school).to_string());
        if !schools.contains(&school) && (viewer.may_at(Right::AnswerHelp, school) || is_named()) {
            schools.push(school);
        }
    }
    Ok(schools)
}

/// Texts as one bound value. They hold no quotation mark: keys of desks, scopes.
pub(crate) fn json_list(texts: &[String]) -> String {
    let quoted: Vec<String> = texts.iter().map(|text| format!("\"{text}\"")).collect();
    format!("[{}]", quoted.join(","))
}

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
