//! The desk that answers: which requests are its own, and whose data it may look for.

use super::{Request, select_requests};
use db::{Result, Tx, args};
use school::{PersonId, Right, Territory, Viewer};

pub use super::{
    found::{Found, person, search},
    holder::{Holder, holders},
};

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
    let found: Option<Option<String>> = tx
        .value(
            "select coalesce(p.academy, (select min(s.academy) from member m join circle c on c.id = m.circle_id \
                 join school s on s.id = c.school_id where m.person_id = p.id)) as academy from person p where p.id = $1",
            args![person],
        )
        .await?;
    Ok(found.flatten().map_or_else(|| Territory::Region.to_string(), |code| Territory::Academy(code).to_string()))
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
