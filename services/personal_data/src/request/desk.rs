//! The desk that answers: which requests are its own, and whose data it may look for.

use super::{Request, select_requests};
use db::{FromRow, Result, Tx, args, fold};
use school::{AccountId, PersonId, PersonKind, Right, Territory, Viewer, person::full, rights::carries};

/// Where the desk is.
pub const PATH: &str = "/demandes-de-droits";

/// Whether the viewer answers requests somewhere.
pub fn answers(viewer: &Viewer) -> bool {
    viewer.may_over(Right::ManageData)
}

/// Whether the viewer answers those of a territory: its own, or all of them for the région.
pub fn covers(viewer: &Viewer, scope: &str) -> bool {
    viewer.territories(Right::ManageData).any(|it| it == Territory::Region || it.to_string() == scope)
}

fn covers_all(viewer: &Viewer) -> bool {
    viewer.territories(Right::ManageData).any(|it| it == Territory::Region)
}

/// The requests that wait, those due first at the top.
///
/// # Errors
/// A fault of the database.
pub async fn open(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Request>> {
    tx.all(
        select_requests!(
            "closed_at is null and ($1 = true or scope in (select value from json_each($2))) order by due_on, id limit 500"
        ),
        args![covers_all(viewer), viewer.scope_list(Right::ManageData)],
    )
    .await
}

/// The requests that are over, the latest first.
///
/// # Errors
/// A fault of the database.
pub async fn over(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Request>> {
    tx.all(
        select_requests!(
            "closed_at is not null and ($1 = true or scope in (select value from json_each($2))) \
             order by closed_at desc, id limit 200"
        ),
        args![covers_all(viewer), viewer.scope_list(Right::ManageData)],
    )
    .await
}

/// The territory whose desk answers for a person: the académie of the entry, else that of a school the person sits in.
///
/// # Errors
/// A fault of the database.
pub async fn scope_of_person(tx: &mut Tx, person: PersonId) -> Result<String> {
    let found: Option<(Option<String>,)> = tx
        .first(
            "select coalesce(p.academy, (select min(s.academy) from member m join circle c on c.id = m.circle_id \
                 join school s on s.id = c.school_id where m.person_id = p.id)) as academy from person p where p.id = $1",
            args![person],
        )
        .await?;
    Ok(found
        .and_then(|row| row.0)
        .map_or_else(|| Territory::Region.to_string(), |code| Territory::Academy(code).to_string()))
}

/// The territory whose desk answers for an account: that of its person, else that of its task.
///
/// # Errors
/// A fault of the database.
pub async fn scope_of(tx: &mut Tx, viewer: &Viewer) -> Result<String> {
    match viewer.people.first() {
        Some(me) => scope_of_person(tx, me.id).await,
        None => {
            let mut tasks = viewer.grants.iter().filter_map(|it| Territory::of(&it.scope));
            let academy = tasks.find(|it| matches!(it, Territory::Academy(_)));
            Ok(academy.unwrap_or(Territory::Region).to_string())
        }
    }
}

/// Somebody the desk found.
#[derive(Debug, Clone, FromRow)]
pub struct Found {
    /// The person.
    pub id: PersonId,
    first_name: String,
    last_name: String,
    /// What the directory says the person is.
    #[sqlx(try_from = "String")]
    pub kind: PersonKind,
    /// The day of birth.
    pub birth_day: Option<String>,
    /// A school.
    pub school: Option<String>,
}

impl Found {
    /// The whole name.
    pub fn name(&self) -> String {
        full(&self.first_name, &self.last_name)
    }
}

/// How many people are proposed.
const MOST: i64 = 20;

/// People of the territory whose name has words beginning so.
///
/// # Errors
/// A fault of the database.
pub async fn search(tx: &mut Tx, viewer: &Viewer, typed: &str) -> Result<Vec<Found>> {
    let words = fold(typed);
    if words.len() < 3 {
        return Ok(Vec::new());
    }
    // Folded text holds letters, digits and spaces only: nothing in it is a sign of a pattern.
    let starts: Vec<String> = words.split(' ').map(|word| format!(" {word}")).collect();
    let found: Vec<Found> = tx
        .all(
            "select p.id, p.first_name, p.last_name, p.kind, p.birth_day, \
                 (select min(s.name) from member m join circle c on c.id = m.circle_id \
                     join school s on s.id = c.school_id where m.person_id = p.id) as school \
             from person p where p.search_key like $1 order by p.sort_key, p.id limit 200",
            args![format!("%{}%", starts.join("%"))],
        )
        .await?;
    let mut kept = Vec::new();
    for one in found {
        let full = i64::try_from(kept.len()).unwrap_or(MOST) >= MOST;
        if !full && covers(viewer, &scope_of_person(tx, one.id).await?) {
            kept.push(one);
        }
    }
    Ok(kept)
}

/// The name of a person of the territory of the viewer.
///
/// # Errors
/// [`db::Error::NotFound`] for a person of another; a fault of the database.
pub async fn person(tx: &mut Tx, viewer: &Viewer, id: PersonId) -> Result<Found> {
    let found: Found = tx
        .one(
            "select p.id, p.first_name, p.last_name, p.kind, p.birth_day, cast(null as text) as school \
             from person p where p.id = $1",
            args![id],
        )
        .await?;
    let scope = scope_of_person(tx, id).await?;
    if covers(viewer, &scope) { Ok(found) } else { Err(db::Error::NotFound) }
}

/// An account that answers requests, and where.
#[derive(Debug, Clone, FromRow)]
pub struct Holder {
    /// The account.
    pub account_id: AccountId,
    /// Its task's territory.
    pub scope: String,
    /// Where letters go.
    pub email: Option<String>,
}

/// Who answers requests, everywhere.
///
/// # Errors
/// A fault of the database.
pub async fn holders(tx: &mut Tx) -> Result<Vec<Holder>> {
    let roles = school::Role::ALL.iter().filter(|role| carries(**role, Right::ManageData));
    let roles: Vec<String> = roles.map(|role| format!("\"{}\"", role.as_str())).collect();
    tx.all(
        "select g.account_id, g.scope, a.email from account_grant g join account a on a.id = g.account_id \
         and a.blocked_at is null where g.role in (select value from json_each($1)) \
         and g.since <= $2 and (g.until is null or g.until > $2) order by g.account_id, g.scope",
        args![format!("[{}]", roles.join(",")), tx.now()],
    )
    .await
}
