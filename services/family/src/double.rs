//! Entries that may be one person: a parent with children in two schools is sometimes entered twice.
//!
//! Found at night ([`crate::double_search`]), each is a question, never a fact: its page shows nothing of the other entry before
//! whoever reads it has proved to be that person.

use crate::telling;
use commons::audit::{self, Action};
use db::{Error, FromRow, Moment, Result, Tx, args};
use school::{
    PersonId, Viewer,
    account::{self, Account},
    merge,
    person::Name,
};

/// An entry that may be the viewer's, too.
#[derive(Debug, Clone, FromRow)]
pub(crate) struct Double {
    /// The entry. It bears the viewer's name.
    pub(crate) other_id: PersonId,
    /// Since when it is known.
    pub(crate) found_at: Moment,
    first_name: String,
    last_name: String,
    /// The electronic address of the entry. Never shown.
    email: Option<String>,
    /// Whether somebody came in with it already.
    active: bool,
}

// An entry that is the viewer's by now asks nothing any more.
const MINE: &str = "\
select d.other_id, d.found_at, q.first_name, q.last_name, q.email, a.activated_at is not null as active \
from family_double d join person q on q.id = d.other_id and q.gone_at is null and q.merged_into is null \
left join account_person h on h.person_id = q.id left join account a on a.id = h.account_id \
where d.person_id in (select unhex(value) from json_each($1)) and d.settled_at is null \
and (h.account_id is null or h.account_id <> $2) and (a.blocked_at is null) order by d.found_at, d.other_id";

/// The entries that may be the viewer's, and about which the viewer has said nothing.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn of(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Double>> {
    let mut doubles: Vec<Double> = tx.all(MINE, args![crate::household::guardians(viewer), viewer.account]).await?;
    doubles.dedup_by_key(|it| it.other_id);
    Ok(doubles)
}

/// One of them.
///
/// # Errors
/// [`Error::NotFound`] when there is none; a fault of the database.
pub(crate) async fn load(tx: &mut Tx, viewer: &Viewer, other: PersonId) -> Result<Double> {
    of(tx, viewer).await?.into_iter().find(|it| it.other_id == other).ok_or(Error::NotFound)
}

/// Notes that an entry is not the viewer's: it is asked no more.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn settle(tx: &mut Tx, viewer: &Viewer, double: &Double) -> Result<()> {
    let now = tx.now();
    tx.change(
        "update family_double set settled_at = $3 where other_id = $2 and settled_at is null \
         and person_id in (select unhex(value) from json_each($1))",
        args![crate::household::guardians(viewer), double.other_id, now],
    )
    .await
}

impl Double {
    /// Whether the address the viewer confirmed shows that the entry is the viewer's: it is the entry's, and nobody came in with
    /// that entry yet. An account in use is proved by its password alone.
    pub(crate) fn is_proved(&self, mine: &Account, now: Moment) -> bool {
        let confirmed = mine.email.as_deref().filter(|_| mine.email_from.is_none_or(|from| from <= now));
        let listed = self.email.as_deref().map(|it| it.trim().to_lowercase());
        !self.active && confirmed.is_some_and(|it| listed.as_deref() == Some(it))
    }

    /// Joins the entry to the account of the viewer, who proved to be that person.
    ///
    /// # Errors
    /// [`Error::Forbidden`] without proof; [`Error::Conflict`] when the two may not be one; a fault of the database.
    pub(crate) async fn join(&self, tx: &mut Tx, viewer: &Viewer) -> Result<()> {
        let mine = Account::load(tx, viewer.account).await?;
        if !self.is_proved(&mine, tx.now()) {
            return Err(Error::Forbidden);
        }
        let (first_name, last_name) = (self.first_name.clone(), self.last_name.clone());
        let opened = account::open_for(tx, &Name { id: self.other_id, first_name, last_name }).await?;
        let other = Account::load(tx, opened).await?;
        let may = other.activated_at.is_none() && merge::may_join(tx, mine.id, other.id).await?;
        // Its sheet opens nothing while they are one, and opens the entry again when they are parted.
        if !may {
            return Err(Error::Conflict);
        }
        merge::join(tx, mine.id, other.id, Some(mine.id)).await?;
        audit::write(tx, Some(mine.id), Action::AccountsJoined, Some(other.id.to_string()), None).await?;
        telling::joined(tx, &mine, &other).await
    }
}
