//! Entries that may be one person: a parent with children in two schools is sometimes entered twice.
//!
//! Looked for at night, in each académie, among adults responsible for children whose folded names are equal: the same birth
//! day, address, telephone or electronic address, or a child in common. What is found is a question, never a fact: its page
//! shows nothing of the other entry before whoever reads it has proved to be that person.

use crate::{onde::Details, telling};
use commons::{
    House,
    audit::{self, Action},
    job::JobKind,
};
use db::{Error, FromRow, Moment, Result, Tx, args, fold};
use school::{
    AccountId, PersonId, Viewer,
    account::{self, Account},
    merge,
    person::Name,
};

/// The job of the night.
pub(crate) const FIND: JobKind =
    JobKind { name: "family.find-doubles", run: |house, _| Box::pin(async move { find(&house).await }) };

/// More of one name are not compared one by one: what tells them apart is not there.
const MOST_OF_A_NAME: usize = 200;

#[derive(Debug, Clone, FromRow)]
struct Entry {
    id: PersonId,
    sort_key: String,
    birth_day: Option<String>,
    email: Option<String>,
    details: String,
    account_id: Option<AccountId>,
}

// Names borne once are left aside by the database: most are.
const ENTRIES: &str = "\
select p.id, p.sort_key, p.birth_day, p.email, p.details, h.account_id from person p \
left join account_person h on h.person_id = p.id \
where p.kind = 'guardian' and p.academy = $1 and p.gone_at is null and p.merged_into is null \
and p.sort_key in (select sort_key from person where kind = 'guardian' and academy = $1 and gone_at is null \
    and merged_into is null group by sort_key having count(*) > 1) order by p.sort_key, p.id";

const OF_ONE_CHILD: &str = "\
select g.adult_id, o.adult_id from guardianship g \
join guardianship o on o.child_id = g.child_id and o.adult_id > g.adult_id and o.until is null \
join person p on p.id = g.adult_id and p.academy = $1 and p.gone_at is null and p.merged_into is null \
join person q on q.id = o.adult_id and q.academy = $1 and q.gone_at is null and q.merged_into is null \
    and q.sort_key = p.sort_key \
where g.until is null";

async fn find(house: &House) -> Result<()> {
    let mut tx = house.db.read().await?;
    let academies: Vec<(String,)> = tx.all("select code from academy order by code", &[]).await?;
    drop(tx);
    for (academy,) in academies {
        // Read apart from the writing: others write meanwhile.
        let mut tx = house.db.read().await?;
        let entries: Vec<Entry> = tx.all(ENTRIES, args![&academy]).await?;
        let mut pairs: Vec<(PersonId, PersonId)> = tx.all(OF_ONE_CHILD, args![&academy]).await?;
        drop(tx);
        pairs.extend(alike(&entries));
        let mut tx = house.db.write().await?;
        for (one, other) in pairs {
            note(&mut tx, one, other).await?;
        }
        tx.commit().await?;
    }
    Ok(())
}

/// The pairs of one name that something besides tells to be one person.
fn alike(entries: &[Entry]) -> Vec<(PersonId, PersonId)> {
    let mut pairs = Vec::new();
    let groups = entries.chunk_by(|one, other| one.sort_key == other.sort_key);
    for group in groups.filter(|group| group.len() <= MOST_OF_A_NAME) {
        for (rank, one) in group.iter().enumerate() {
            let others = group.iter().skip(rank + 1).filter(|other| one.is_like(other));
            pairs.extend(others.map(|other| (one.id, other.id)));
        }
    }
    pairs
}

impl Entry {
    fn is_like(&self, other: &Self) -> bool {
        let born_alike = self.birth_day.as_deref().zip(other.birth_day.as_deref()).map(|(one, two)| one == two);
        let one_account = self.account_id.is_some() && self.account_id == other.account_id;
        // Two days of birth are two people, whatever else is equal: a father and a son live together.
        !one_account && born_alike.unwrap_or_else(|| self.is_reached_like(other))
    }

    fn is_reached_like(&self, other: &Self) -> bool {
        let email =
            |entry: &Self| entry.email.as_deref().map(|it| it.trim().to_lowercase()).filter(|it| !it.is_empty());
        let (mine, theirs) = (Details::read(&self.details), Details::read(&other.details));
        let postal = |details: &Details| details.postal().map(|it| fold(&it));
        let phones = || mine.phones().filter_map(number);
        email(self).is_some_and(|it| email(other) == Some(it))
            || postal(&mine).is_some_and(|it| postal(&theirs) == Some(it))
            || phones().any(|it| theirs.phones().filter_map(number).any(|known| known == it))
    }
}

/// The last nine figures of a telephone: with the code of the country or without, it is the same.
fn number(phone: &str) -> Option<String> {
    let figures: Vec<char> = phone.chars().filter(char::is_ascii_digit).collect();
    (figures.len() >= 9).then(|| figures[figures.len() - 9..].iter().collect())
}

/// Each asks about the other.
async fn note(tx: &mut Tx, one: PersonId, other: PersonId) -> Result<()> {
    let now = tx.now();
    tx.run(
        "insert into family_double (person_id, other_id, found_at) values ($1, $2, $3), ($2, $1, $3) \
         on conflict (person_id, other_id) do nothing",
        args![one, other, now],
    )
    .await
    .map(drop)
}

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
    tx.run(
        "update family_double set settled_at = $3 where other_id = $2 and settled_at is null \
         and person_id in (select unhex(value) from json_each($1))",
        args![crate::household::guardians(viewer), double.other_id, now],
    )
    .await
    .map(drop)
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
        // The sheet of the entry is used up.
        if !may || !account::next_sheet(tx, &other).await? {
            return Err(Error::Conflict);
        }
        merge::join(tx, mine.id, other.id, Some(mine.id)).await?;
        audit::write(tx, Some(mine.id), Action::AccountsJoined, Some(other.id.to_string()), None).await?;
        telling::joined(tx, &mine, &other).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use db::Uuid;

    fn entry(id: u128, birth_day: Option<&str>, email: Option<&str>, details: &str) -> Entry {
        Entry {
            id: PersonId(Uuid::from_u128(id)),
            sort_key: "benali  karim".to_owned(),
            birth_day: birth_day.map(str::to_owned),
            email: email.map(str::to_owned),
            details: details.to_owned(),
            account_id: None,
        }
    }

    #[test]
    fn a_name_alone_is_not_enough() {
        let phone = |it: &str| format!(r#"{{"mobile":"{it}"}}"#);
        for (one, other, like) in [
            (entry(1, None, None, "{}"), entry(2, None, None, "{}"), false),
            (entry(1, Some("1984-03-01"), None, "{}"), entry(2, Some("1984-03-01"), None, "{}"), true),
            (entry(1, None, Some("K@example.org"), "{}"), entry(2, None, Some("k@example.org "), "{}"), true),
            (entry(1, None, None, &phone("06 11 22 33 44")), entry(2, None, None, &phone("+33611223344")), true),
            (entry(1, None, None, &phone("06 11 22 33 44")), entry(2, None, None, &phone("06 11 22 33 45")), false),
            (
                entry(1, Some("1984-03-01"), Some("k@example.org"), "{}"),
                entry(2, Some("2001-03-01"), Some("k@example.org"), "{}"),
                false,
            ),
        ] {
            assert_eq!(alike(&[one.clone(), other.clone()]).len(), usize::from(like), "{one:?} {other:?}");
        }
    }
}
