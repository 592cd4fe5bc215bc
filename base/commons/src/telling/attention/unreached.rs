//! Who cannot be told anything, and why: shown first to those who can do something about it (product.md §3.5).

use db::{FromRow, Result, Tx, args, id_list};
use school::PersonId;

/// Somebody nothing reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unreached {
    /// Who.
    pub person: PersonId,
    /// Why.
    pub why: Why,
}

/// Why nothing reaches somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// No account, or one that was never activated: even the pages are not read.
    NeverSignedIn,
    /// The address was refused by its server.
    MailBounced,
    /// Neither an address nor a device: they read what they come to see.
    NoWay,
}

#[derive(FromRow)]
struct Row {
    id: PersonId,
    active: bool,
    has_email: bool,
    bounced: bool,
    has_push: bool,
}

const WAYS: &str = "\
select k.id, \
    exists (select 1 from account_person ap join account a on a.id = ap.account_id where ap.person_id = k.id \
        and a.activated_at is not null) as active, \
    exists (select 1 from account_person ap join account a on a.id = ap.account_id where ap.person_id = k.id \
        and a.email is not null) as has_email, \
    exists (select 1 from account_person ap join account a on a.id = ap.account_id \
        join mail_bounce b on b.email = a.email where ap.person_id = k.id) as bounced, \
    exists (select 1 from account_person ap join push_subscription s on s.account_id = ap.account_id \
        where ap.person_id = k.id and s.ended_at is null) as has_push \
from (select unhex(value) as id from json_each($1)) k";

/// Of some people those nothing reaches, in the order given.
///
/// # Errors
/// A fault of the database.
pub async fn unreached(tx: &mut Tx, people: &[PersonId]) -> Result<Vec<Unreached>> {
    let rows: Vec<Row> = tx.all(WAYS, args![id_list(people.iter().copied())]).await?;
    let why = |person: &PersonId| {
        let row = rows.iter().find(|row| row.id == *person)?;
        Some(Unreached { person: *person, why: row.why()? })
    };
    Ok(people.iter().filter_map(why).collect())
}

impl Row {
    fn why(&self) -> Option<Why> {
        match (self.active, self.has_push) {
            (false, _) => Some(Why::NeverSignedIn),
            (true, true) => None,
            (true, false) if self.bounced => Some(Why::MailBounced),
            (true, false) if !self.has_email => Some(Why::NoWay),
            (true, false) => None,
        }
    }
}
