//! A pupil no delivery knows leaves when somebody of the school says so: the seats in the school end, and with the last school the
//! person leaves, and the adults who have no other child here. It is undone as long as nothing is erased.

use super::begin;
use commons::audit::{self, Action};
use db::{Error, FromRow, Moment, Result, Tx, args, id_list};
use school::{AccountId, PersonId, SchoolId, Source, person::Name};

/// The longest destination, in characters.
pub const LONGEST: usize = 120;

// The pupils of a school who came otherwise than by the académie: of the others its deliveries say when they leave.
macro_rules! pupils {
    ($condition:literal) => {
        concat!(
            "select distinct p.id, p.first_name, p.last_name, p.sort_key from circle c join member m on m.circle_id = c.id \
             join person p on p.id = m.person_id where c.school_id = $1 and c.kind = 'school' and c.until is null \
             and m.role = 'pupil' and m.since <= $2 and (m.until is null or m.until > $2) and p.gone_at is null \
             and p.source <> 'aaf' and ",
            $condition
        )
    };
}

/// The pupils of a school whose departure is said by hand. For those who run its people.
///
/// # Errors
/// A fault of the database.
pub async fn possible(tx: &mut Tx, school: SchoolId) -> Result<Vec<Name>> {
    tx.all(pupils!("p.kind = 'pupil' order by p.sort_key, p.id"), args![school, tx.now()]).await
}

/// One of them.
///
/// # Errors
/// [`Error::NotFound`] for anybody else; a fault of the database.
pub async fn pupil(tx: &mut Tx, school: SchoolId, person: PersonId) -> Result<Name> {
    tx.one(pupils!("p.id = $3"), args![school, tx.now(), person]).await
}

/// Lets a pupil leave a school now. Who sits in another school too leaves this one only.
///
/// # Errors
/// A fault of the database.
pub async fn leave(
    tx: &mut Tx,
    school: SchoolId,
    person: PersonId,
    destination: &str,
    by: Option<AccountId>,
) -> Result<()> {
    let now = tx.now();
    tx.change(
        "update member set until = $3 where person_id = $1 and (until is null or until > $3) \
         and circle_id in (select id from circle where school_id = $2)",
        args![person, school, now],
    )
    .await?;
    audit::write(tx, by, Action::PersonLeft, Some(person.to_string()), None).await?;
    if sits_elsewhere(tx, person).await? {
        return Ok(());
    }
    tx.change("update person set gone_at = $2 where id = $1 and gone_at is null", args![person, now]).await?;
    let adults: Vec<PersonId> = tx.column(ADULTS, args![person, now]).await?;
    let people: Vec<PersonId> = adults.into_iter().chain([person]).collect();
    begin::of_people(tx, &people).await?;
    tx.change(
        "update departure set by_hand = true, destination = $2 where person_id in (select unhex(value) from json_each($1))",
        args![id_list(people), Some(destination).filter(|it| !it.is_empty())],
    )
    .await
}

async fn sits_elsewhere(tx: &mut Tx, person: PersonId) -> Result<bool> {
    let now = tx.now();
    let seats = tx
        .count(
            "select count(*) as n from member m join circle c on c.id = m.circle_id and c.kind = 'school' \
             and c.until is null where m.person_id = $1 and m.since <= $2 and (m.until is null or m.until > $2)",
            args![person, now],
        )
        .await?;
    Ok(seats > 0)
}

// The adults no delivery knows either, and who have no other child there.
const ADULTS: &str = "\
update person set gone_at = $2 where gone_at is null and merged_into is null and source <> 'aaf' and kind = 'guardian' \
and id in (select g.adult_id from guardianship g where g.child_id = $1 and g.until is null) \
and not exists (select 1 from guardianship o join person k on k.id = o.child_id \
    where o.adult_id = person.id and o.until is null and k.gone_at is null) returning id";

#[derive(FromRow)]
struct Left {
    gone_at: Moment,
    source: Source,
}

/// Undoes the departure of somebody who left a school and did not come by the académie: seats and adults come back with them.
///
/// # Errors
/// [`Error::NotFound`] for somebody who did not leave this school; [`Error::Forbidden`] for those of the académie, which says
/// itself who is there; a fault of the database.
pub async fn come_back(tx: &mut Tx, school: SchoolId, person: PersonId, by: AccountId) -> Result<Name> {
    let left: Option<Left> = tx
        .first(
            "select p.gone_at, p.source from departure d join person p on p.id = d.person_id \
             where d.person_id = $1 and d.left_school = $2 and p.gone_at is not null and p.merged_into is null",
            args![person, school],
        )
        .await?;
    let left = left.ok_or(Error::NotFound)?;
    if left.source == Source::Aaf {
        return Err(Error::Forbidden);
    }
    tx.change("update person set gone_at = null where id = $1", args![person]).await?;
    tx.change(ADULTS_BACK, args![person, left.gone_at]).await?;
    tx.change(SEATS_BACK, args![person, left.gone_at]).await?;
    audit::write(tx, Some(by), Action::PersonCameBack, Some(person.to_string()), None).await?;
    tx.one("select id, first_name, last_name from person where id = $1", args![person]).await
}

const ADULTS_BACK: &str = "\
update person set gone_at = null where gone_at = $2 and source <> 'aaf' and kind = 'guardian' \
and id in (select adult_id from guardianship where child_id = $1)";

// Seats that ended with the departure, in circles that go on.
const SEATS_BACK: &str = "\
update member set until = null where person_id = $1 and until = $2 \
and circle_id in (select c.id from circle c join member m on m.circle_id = c.id where m.person_id = $1 and c.until is null)";
