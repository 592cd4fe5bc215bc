//! Whom nothing reaches in a class or a school, how to call them, and to whom it was handed by hand (product.md §3.5).

use commons::attention::{Why, unreached};
use db::{Error, FromRow, Moment, Result, Tx, args, id_list};
use school::{CircleId, PersonId, SchoolId, SchoolYear, person};
use serde::Deserialize;

/// An adult nothing reaches.
#[derive(Debug, Clone)]
pub struct Contact {
    /// Who.
    pub person: PersonId,
    /// The whole name.
    pub name: String,
    /// « Zoé M., Tom B. ».
    pub children: Vec<String>,
    /// The telephones the directory knows.
    pub phones: Vec<String>,
    /// Why.
    pub why: Why,
    /// When it was handed by hand.
    pub handed_at: Option<Moment>,
}

#[derive(FromRow)]
struct Row {
    id: PersonId,
    first_name: String,
    last_name: String,
    details: String,
    child_first_name: String,
    child_last_name: String,
    handed_at: Option<Moment>,
}

/// The telephones of a responsible adult, as the directory stores them.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Phones {
    mobile: Option<String>,
    home_phone: Option<String>,
    work_phone: Option<String>,
}

// Adults who left no longer count; a child in two groups is one child.
const ADULTS: &str = "\
select distinct a.id, a.first_name, a.last_name, a.details, a.sort_key, k.first_name as child_first_name, \
    k.last_name as child_last_name, h.at as handed_at \
from member m join person k on k.id = m.person_id \
join guardianship g on g.child_id = m.person_id and g.until is null \
join person a on a.id = g.adult_id and a.gone_at is null \
left join handed_over h on h.person_id = a.id and h.school_id = $2 \
where m.circle_id in (select unhex(value) from json_each($1)) and m.role = 'pupil' and m.since <= $3 \
    and (m.until is null or m.until > $3) order by a.sort_key, a.id, k.first_name";

/// The adults of some classes of a school nothing reaches, in the order of their names.
///
/// # Errors
/// A fault of the database.
pub async fn of_classes(tx: &mut Tx, school: SchoolId, classes: &[CircleId]) -> Result<Vec<Contact>> {
    let now = tx.now();
    let rows: Vec<Row> = tx.all(ADULTS, args![id_list(classes.iter().copied()), school, now]).await?;
    let mut people: Vec<PersonId> = rows.iter().map(|row| row.id).collect();
    people.dedup();
    let found = unreached(tx, &people).await?;
    Ok(found.into_iter().filter_map(|it| contact(&rows, it.person, it.why)).collect())
}

/// The same for every class of a school this year.
///
/// # Errors
/// A fault of the database.
pub async fn of_school(tx: &mut Tx, school: SchoolId) -> Result<Vec<Contact>> {
    let year = SchoolYear::of(tx.now().day());
    let classes = school::circle::classes(tx, school, year.0).await?;
    let classes: Vec<CircleId> = classes.into_iter().map(|it| it.id).collect();
    of_classes(tx, school, &classes).await
}

fn contact(rows: &[Row], id: PersonId, why: Why) -> Option<Contact> {
    let own: Vec<&Row> = rows.iter().filter(|row| row.id == id).collect();
    let first = own.first()?;
    let phones: Phones = serde_json::from_str(&first.details).unwrap_or_default();
    let mut children: Vec<String> =
        own.iter().map(|row| person::short(&row.child_first_name, &row.child_last_name)).collect();
    children.dedup();
    Some(Contact {
        person: id,
        name: person::full(&first.first_name, &first.last_name),
        children,
        phones: [phones.mobile, phones.home_phone, phones.work_phone].into_iter().flatten().collect(),
        why,
        handed_at: first.handed_at,
    })
}

impl Contact {
    /// Whether it was handed the day of an instant: what was noted by mistake may still be taken back.
    pub fn is_handed_on_day(&self, now: Moment) -> bool {
        self.handed_at.is_some_and(|at| at.day() == now.day())
    }
}

/// Notes that somebody was given by hand, or told by telephone, what nothing else brings. Twice is the same as once.
///
/// # Errors
/// A fault of the database.
pub async fn hand_over(tx: &mut Tx, school: SchoolId, person: PersonId, by: PersonId) -> Result<()> {
    let now = tx.now();
    tx.change(
        "insert into handed_over (school_id, person_id, at, by_person) values ($1, $2, $3, $4) \
         on conflict (school_id, person_id) do nothing",
        args![school, person, now, by],
    )
    .await
}

/// Takes back what was noted the same day by mistake. Twice is the same as once.
///
/// # Errors
/// [`Error::Conflict`] for what was noted an earlier day; a fault of the database.
pub async fn take_back(tx: &mut Tx, school: SchoolId, contact: &Contact) -> Result<()> {
    let now = tx.now();
    if contact.handed_at.is_some() && !contact.is_handed_on_day(now) {
        return Err(Error::Conflict);
    }
    tx.change("delete from handed_over where school_id = $1 and person_id = $2", args![school, contact.person]).await
}
