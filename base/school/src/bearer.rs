//! Whose name the account of a parent bears: somebody may have joined the sheet of another name to the own account.

use crate::{PersonId, SchoolId, Viewer, person};
use db::{FromRow, Moment, Result, Tx, args, fold, id_list};
use std::collections::HashSet;

/// A parent whose account bears another name.
#[derive(Debug, Clone)]
pub struct Borne {
    /// The entry.
    pub person: PersonId,
    /// Its name.
    pub name: String,
    /// The name the account bears.
    pub bearer: String,
    /// Since when the account holds the entry.
    pub since: Moment,
}

#[derive(FromRow)]
struct Row {
    person_id: PersonId,
    first_name: String,
    last_name: String,
    since: Moment,
    bearer_first_name: String,
    bearer_last_name: String,
}

// The account bears the name of whom it held first.
const BORNE: &str = "\
select p.id as person_id, p.first_name, p.last_name, h.since, o.first_name as bearer_first_name, \
    o.last_name as bearer_last_name \
from account_person h join person p on p.id = h.person_id and p.kind = 'guardian' \
join account_person k on k.account_id = h.account_id join person o on o.id = k.person_id \
where h.person_id in (select unhex(value) from json_each($1)) order by p.id, k.since, o.id";

/// Of some people, the parents whose account bears another name. For those who look after them: nothing is told of the adults who
/// are or were responsible for a child together with the viewer.
///
/// # Errors
/// A fault of the database.
pub async fn borne(tx: &mut Tx, viewer: &Viewer, people: &[PersonId]) -> Result<Vec<Borne>> {
    if people.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows: Vec<Row> = tx.all(BORNE, args![id_list(people.iter().copied())]).await?;
    let mut known: HashSet<PersonId> = HashSet::new();
    rows.retain(|row| known.insert(row.person_id) && !row.is_alike());
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let beside = beside(tx, viewer).await?;
    rows.retain(|row| !beside.contains(&row.person_id));
    Ok(rows.into_iter().map(Row::borne).collect())
}

impl Row {
    fn is_alike(&self) -> bool {
        let same = |mine: &str, theirs: &str| fold(mine) == fold(theirs);
        same(&self.first_name, &self.bearer_first_name) && same(&self.last_name, &self.bearer_last_name)
    }

    fn borne(self) -> Borne {
        Borne {
            person: self.person_id,
            name: person::full(&self.first_name, &self.last_name),
            bearer: person::full(&self.bearer_first_name, &self.bearer_last_name),
            since: self.since,
        }
    }
}

const FRESH: &str = "\
select distinct h.person_id from circle c join member m on m.circle_id = c.id and m.role = 'pupil' \
    and m.since <= $2 and (m.until is null or m.until > $2) \
join guardianship g on g.child_id = m.person_id and g.until is null \
join account_person h on h.person_id = g.adult_id and h.since > $3 \
where c.school_id = $1 and c.kind = 'class' and c.until is null";

/// The parents of a school who passed to an account of another name since an instant. For its head.
///
/// # Errors
/// A fault of the database.
pub async fn borne_since(tx: &mut Tx, viewer: &Viewer, school: SchoolId, from: Moment) -> Result<Vec<Borne>> {
    let people: Vec<PersonId> = tx.column(FRESH, args![school, tx.now(), from]).await?;
    borne(tx, viewer, &people).await
}

// Two halves: the adults of the same children, then the other entries of those who are listed twice. Those who were so, too: who
// lost authority is the very one not to be told.
const BESIDE: &str = "\
select o.adult_id from guardianship g join guardianship o on o.child_id = g.child_id \
where g.adult_id in (select unhex(value) from json_each($1)) \
union select n.person_id from guardianship g join guardianship o on o.child_id = g.child_id \
join account_person a on a.person_id = o.adult_id join account_person n on n.account_id = a.account_id \
where g.adult_id in (select unhex(value) from json_each($1))";

/// The adults who are or were responsible for a child together with the viewer: parents who live apart read nothing of each other,
/// whatever else they are in the school, and whatever other children they have.
///
/// # Errors
/// A fault of the database.
pub async fn beside(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<PersonId>> {
    let own = id_list(viewer.people.iter().map(|me| me.id));
    tx.column(BESIDE, args![own]).await
}
