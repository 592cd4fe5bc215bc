//! Who has not answered yet, adult by adult: the ones reminders are for, and nobody else.

use crate::{child::named_adult, mot::Mot};
use commons::ThingId;
use db::{FromRow, Result, Tx, args};
use school::{PersonId, SchoolId, person};

/// An adult from whom something is awaited for a child.
#[derive(Debug, Clone, FromRow)]
pub struct Pending {
    /// The adult.
    pub adult_id: PersonId,
    adult_first: String,
    adult_last: String,
    child_first: String,
    child_last: String,
}

impl Pending {
    /// « Paul Marty », as those in charge read it.
    pub fn adult(&self) -> String {
        person::full(&self.adult_first, &self.adult_last)
    }

    /// « Zoé M. ».
    pub fn child(&self) -> String {
        person::short(&self.child_first, &self.child_last)
    }
}

// Done for an adult: a receipt of theirs; of anybody when one adult is enough, or when nobody was named; a slip that does
// not say who signed stands for the adult named, and for no adult when each must sign.
macro_rules! pending {
    ($columns:literal, $rest:literal) => {
        concat!(
            "select ",
            $columns,
            " from mot m join mot_child c on c.thing_id = m.thing_id and c.school_id = m.school_id \
             join person p on p.id = c.child_id \
             join guardianship g on g.child_id = c.child_id and g.until is null \
             join person a on a.id = g.adult_id and a.gone_at is null \
             where m.thing_id = $1 and m.school_id = $2 and m.state = 'sent' and m.reply <> 'none' \
             and m.delivered_at <= $3 and (m.acts <> 'named' or ",
            named_adult!(),
            " is null or ",
            named_adult!(),
            " = g.adult_id) and exists (select 1 from member s where s.circle_id = m.target_id \
                and s.person_id = c.child_id and s.role = 'pupil' and s.since <= $3 and (s.until is null or s.until > $3)) \
             and not exists (select 1 from receipt r where r.thing_id = m.thing_id and r.child_id = c.child_id \
                and r.version >= m.asked_version and r.signed_at is not null \
                and (m.acts = 'one' or r.adult_id = g.adult_id \
                    or (m.acts = 'named' and (r.adult_id = c.child_id or ",
            named_adult!(),
            " is null)))) ",
            $rest
        )
    };
}

const ALL: &str = pending!(
    "g.adult_id, a.first_name as adult_first, a.last_name as adult_last, p.first_name as child_first, \
        p.last_name as child_last",
    "order by p.sort_key, p.id, g.position, a.sort_key"
);

// Of the adults of one child, for all their children: a school has hundreds of others.
const AROUND: &str = pending!(
    "distinct g.adult_id",
    "and g.adult_id in (select o.adult_id from guardianship o where o.child_id = $4 and o.until is null)"
);

const ANYBODY: &str = pending!("g.adult_id", "limit 1");

/// The adults from whom something is awaited about a delivered mot, by child. For those who manage it, and for the house.
///
/// # Errors
/// A fault of the database.
pub async fn of(tx: &mut Tx, school: SchoolId, thing: ThingId) -> Result<Vec<Pending>> {
    let now = tx.now();
    tx.all(ALL, args![thing, school, now]).await
}

/// Those of the adults responsible for a child from whom something is awaited about a mot, for any of their children.
pub(crate) async fn around(tx: &mut Tx, mot: &Mot, child: PersonId) -> Result<Vec<PersonId>> {
    let now = tx.now();
    tx.column(AROUND, args![mot.thing.id, mot.thing.school_id, now, child]).await
}

/// Whether something is awaited of anybody about a mot.
pub(crate) async fn is_any(tx: &mut Tx, mot: &Mot) -> Result<bool> {
    let now = tx.now();
    let one: Option<PersonId> = tx.value(ANYBODY, args![mot.thing.id, mot.thing.school_id, now]).await?;
    Ok(one.is_some())
}

/// The adults, each once.
pub fn adults(pending: &[Pending]) -> Vec<PersonId> {
    let mut adults: Vec<PersonId> = pending.iter().map(|it| it.adult_id).collect();
    adults.sort_unstable();
    adults.dedup();
    adults
}
