//! Who has which task over which territory: what somebody who keeps data protection looks over, and suspends with a reason.
//!
//! A task over a territory is seen by those who have theirs over it or over a wider one; nobody suspends their own.

use commons::audit::{self, Action};
use db::{Error, FromRow, Moment, Result, Tx, args};
use school::{AccountId, Right, Role, Territory, Viewer, account, schools_in, session};
use std::collections::HashSet;

/// A task.
#[derive(Debug, Clone, FromRow)]
pub struct TaskHeld {
    /// Of which account.
    pub account_id: AccountId,
    /// Its name; none where none was given.
    name: Option<String>,
    /// What it signs in with.
    pub login: String,
    /// The task.
    pub role: Role,
    /// Over which territory.
    pub scope: String,
    /// Since when.
    pub since: Moment,
    /// Until when.
    pub until: Option<Moment>,
    /// When the account was used last, to ten minutes; none without a session.
    pub seen_at: Option<Moment>,
    /// Whether the account has a second factor.
    pub second_factor: bool,
}

impl TaskHeld {
    /// The name of its holder.
    pub fn holder(&self) -> &str {
        self.name.as_deref().filter(|it| !it.is_empty()).unwrap_or(&self.login)
    }
}

/// One list of columns for the ways tasks are found.
macro_rules! select_tasks {
    ($condition:literal) => {
        concat!(
            "select g.account_id, a.name, a.login, g.role, g.scope, g.since, g.until, ",
            "(select max(s.seen_at) from session s where s.account_id = g.account_id) as seen_at, ",
            "a.totp is not null as second_factor ",
            "from account_grant g join account a on a.id = g.account_id ",
            "where (g.until is null or g.until > $1) ",
            $condition
        )
    };
}

/// The tasks in force that the viewer looks over, the widest roles first.
///
/// # Errors
/// [`Error::NotFound`] for those who do not keep data protection.
pub async fn all(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<TaskHeld>> {
    crate::allowed::keeper(viewer)?;
    let now = tx.now();
    let tasks: Vec<TaskHeld> =
        tx.all(select_tasks!("order by g.role, g.scope, a.login, g.account_id"), args![now]).await?;
    let reach = Reach::of(tx, viewer).await?;
    Ok(tasks.into_iter().filter(|task| reach.holds(&task.scope)).collect())
}

/// One task in force that the viewer may suspend.
///
/// # Errors
/// [`Error::NotFound`] when it is none, or over a territory the viewer does not look over; [`Error::Forbidden`] for one's own.
pub async fn one(tx: &mut Tx, viewer: &Viewer, account: AccountId, role: Role, scope: &str) -> Result<TaskHeld> {
    crate::allowed::keeper(viewer)?;
    let now = tx.now();
    let task: TaskHeld = tx
        .one(select_tasks!("and g.account_id = $2 and g.role = $3 and g.scope = $4"), args![now, account, role, scope])
        .await?;
    if !Reach::of(tx, viewer).await?.holds(&task.scope) {
        return Err(Error::NotFound);
    }
    if task.account_id == viewer.account {
        return Err(Error::Forbidden);
    }
    Ok(task)
}

/// Suspends a task from now on: its holder is signed out, and finds nothing any more.
///
/// # Errors
/// [`Error::Conflict`] when it ended meanwhile; a fault of the database.
pub async fn suspend(tx: &mut Tx, viewer: &Viewer, task: &TaskHeld, reason: &str) -> Result<()> {
    if !account::end_grant(tx, task.account_id, task.role, &task.scope).await? {
        return Err(Error::Conflict);
    }
    session::end_all(tx, task.account_id).await?;
    let detail = format!("{} {} : {reason}", task.role.as_str(), task.scope);
    audit::write(tx, Some(viewer.account), Action::TaskSuspended, Some(task.account_id.to_string()), Some(&detail))
        .await
}

/// The territories the viewer looks over.
enum Reach {
    Everywhere,
    Within(HashSet<String>),
}

impl Reach {
    async fn of(tx: &mut Tx, viewer: &Viewer) -> Result<Self> {
        if crate::allowed::is_of_region(viewer) {
            return Ok(Self::Everywhere);
        }
        let own: Vec<Territory> = viewer.territories(Right::ManageData).collect();
        let mut scopes: HashSet<String> = own.iter().map(ToString::to_string).collect();
        for territory in &own {
            for school in schools_in(tx, territory).await? {
                // The widest first: what comes after one's own territory lies within it.
                let around = Territory::around(&school);
                let within = around.iter().skip_while(|it| *it != territory);
                scopes.extend(within.map(ToString::to_string));
            }
        }
        Ok(Self::Within(scopes))
    }

    fn holds(&self, scope: &str) -> bool {
        match self {
            Self::Everywhere => true,
            Self::Within(scopes) => scopes.contains(scope),
        }
    }
}
