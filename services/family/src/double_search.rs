//! The search of the night for entries that may be one person: in each académie, among adults responsible for children whose
//! folded names are equal, the same birth day, address, telephone or electronic address, or a child in common.
//!
//! Names are read in their order, some thousands of entries at a time: a région has eight hundred thousand of them, and pages
//! are served meanwhile.

use crate::onde::Details;
use commons::{House, job::JobKind};
use db::{FromRow, Result, Tx, Uuid, args, fold};
use school::{
    AccountId, PersonId,
    person::{PHONE_FIGURES, phone_key},
};

/// The job of the night.
pub(crate) const FIND: JobKind =
    JobKind { name: "family.find-doubles", run: |house, _| Box::pin(async move { find(&house).await }) };

/// How many entries are read at a time.
const AT_A_TIME: i64 = 2_000;
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

// The index of names must lead: by that of the académie everybody would be sorted again for each piece.
const ENTRIES: &str = "\
select p.id, p.sort_key, p.birth_day, p.email, p.details, h.account_id from ( \
    select id, sort_key, birth_day, email, details from person \
    where (sort_key, id) > ($2, $3) and kind = 'guardian' and coalesce(academy, '') = $1 and gone_at is null \
        and merged_into is null \
    order by sort_key, id limit $4 \
) p left join account_person h on h.person_id = p.id order by p.sort_key, p.id";

const OF_ONE_CHILD: &str = "\
select g.adult_id, o.adult_id from guardianship g \
join guardianship o on o.child_id = g.child_id and o.adult_id > g.adult_id and o.until is null \
join person p on p.id = g.adult_id and p.academy = $1 and p.gone_at is null and p.merged_into is null \
join person q on q.id = o.adult_id and q.academy = $1 and q.gone_at is null and q.merged_into is null \
    and q.sort_key = p.sort_key \
where g.until is null";

async fn find(house: &House) -> Result<()> {
    let mut tx = house.db.read().await?;
    let academies: Vec<String> = tx.column("select code from academy order by code", &[]).await?;
    drop(tx);
    for academy in academies {
        let mut tx = house.db.read().await?;
        let of_one_child = tx.all(OF_ONE_CHILD, args![&academy]).await?;
        drop(tx);
        note(house, of_one_child).await?;
        find_alike(house, &academy).await?;
    }
    Ok(())
}

/// Goes through the names of an académie in their order. Reading holds nobody who writes up, nor a page the comparing.
async fn find_alike(house: &House, academy: &str) -> Result<()> {
    let mut last = (String::new(), PersonId(Uuid::nil()));
    // The entries of the last name read: the next ones may bear it too.
    let mut group: Vec<Entry> = Vec::new();
    loop {
        let mut tx = house.db.read().await?;
        let read: Vec<Entry> = tx.all(ENTRIES, args![academy, &last.0, last.1, AT_A_TIME]).await?;
        drop(tx);
        let mut pairs = Vec::new();
        match read.last() {
            Some(entry) => last = (entry.sort_key.clone(), entry.id),
            None => return note(house, alike(&group)).await,
        }
        for entry in read {
            if group.first().is_some_and(|first| first.sort_key != entry.sort_key) {
                pairs.extend(alike(&group));
                group.clear();
            }
            group.push(entry);
        }
        note(house, pairs).await?;
    }
}

/// The pairs of one name that something besides tells to be one person.
fn alike(group: &[Entry]) -> Vec<(PersonId, PersonId)> {
    if group.len() < 2 || group.len() > MOST_OF_A_NAME {
        return Vec::new();
    }
    let group: Vec<(&Entry, Reach)> = group.iter().map(|entry| (entry, Reach::of(entry))).collect();
    let mut pairs = Vec::new();
    for (rank, (one, reach)) in group.iter().enumerate() {
        let others = group.iter().skip(rank + 1).filter(|(other, their)| one.is_like(reach, other, their));
        pairs.extend(others.map(|(other, _)| (one.id, other.id)));
    }
    pairs
}

impl Entry {
    fn is_like(&self, reach: &Reach, other: &Self, their: &Reach) -> bool {
        let born_alike = self.birth_day.as_deref().zip(other.birth_day.as_deref()).map(|(one, two)| one == two);
        let one_account = self.account_id.is_some() && self.account_id == other.account_id;
        // Two days of birth are two people, whatever else is equal: a father and a son live together.
        !one_account && born_alike.unwrap_or_else(|| reach.meets(their))
    }
}

/// How somebody is reached, as it is compared.
struct Reach {
    email: Option<String>,
    postal: Option<String>,
    phones: Vec<String>,
}

impl Reach {
    fn of(entry: &Entry) -> Self {
        let details = Details::read(&entry.details);
        Self {
            email: entry.email.as_deref().map(|it| it.trim().to_lowercase()).filter(|it| !it.is_empty()),
            postal: details.postal().map(|it| fold(&it)),
            // A short number is of a switchboard or a service, which many have.
            phones: details.phones().map(phone_key).filter(|key| key.len() == PHONE_FIGURES).collect(),
        }
    }

    fn meets(&self, other: &Self) -> bool {
        (self.email.is_some() && self.email == other.email)
            || (self.postal.is_some() && self.postal == other.postal)
            || self.phones.iter().any(|it| other.phones.contains(it))
    }
}

/// Each of a pair asks about the other.
async fn note(house: &House, pairs: Vec<(PersonId, PersonId)>) -> Result<()> {
    if pairs.is_empty() {
        return Ok(());
    }
    let mut tx = house.db.write().await?;
    for (one, other) in pairs {
        note_pair(&mut tx, one, other).await?;
    }
    tx.commit().await
}

async fn note_pair(tx: &mut Tx, one: PersonId, other: PersonId) -> Result<()> {
    let now = tx.now();
    tx.change(
        "insert into family_double (person_id, other_id, found_at) values ($1, $2, $3), ($2, $1, $3) \
         on conflict (person_id, other_id) do nothing",
        args![one, other, now],
    )
    .await
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
