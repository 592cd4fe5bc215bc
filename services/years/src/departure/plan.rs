//! Departures announced for a day to come: « elle part le 18 décembre ».

use super::hand;
use db::{Day, Error, FromRow, Result, Tx, args};
use jiff::civil::Date;
use school::{AccountId, PersonId, SchoolId};

/// How many leave in one transaction.
const BATCH: i64 = 100;

/// A departure announced.
#[derive(Debug, Clone, FromRow)]
pub struct Plan {
    /// Who leaves.
    pub person_id: PersonId,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// The first day the pupil is not there any more.
    pub leaves_on: Day,
    /// Where to.
    pub destination: String,
}

/// The departures announced in a school. For those who run its people.
///
/// # Errors
/// A fault of the database.
pub async fn of_school(tx: &mut Tx, school: SchoolId) -> Result<Vec<Plan>> {
    tx.all(
        "select d.person_id, p.first_name, p.last_name, d.leaves_on, d.destination from departure_plan d \
         join person p on p.id = d.person_id where d.from_school = $1 order by d.leaves_on, p.sort_key, p.id",
        args![school],
    )
    .await
}

/// Announces a departure; said again, the last word stands.
///
/// # Errors
/// A fault of the database.
pub async fn announce(
    tx: &mut Tx,
    school: SchoolId,
    person: PersonId,
    day: Date,
    destination: &str,
    by: AccountId,
) -> Result<()> {
    let now = tx.now();
    tx.change(
        "insert into departure_plan (person_id, from_school, leaves_on, destination, by_account, at) \
         values ($1, $2, $3, $4, $5, $6) on conflict (person_id) do update set from_school = excluded.from_school, \
         leaves_on = excluded.leaves_on, destination = excluded.destination, by_account = excluded.by_account, \
         at = excluded.at",
        args![person, school, Day::from(day), destination, by, now],
    )
    .await
}

/// Takes an announcement back; tells whether there was one.
///
/// # Errors
/// A fault of the database.
pub async fn give_up(tx: &mut Tx, school: SchoolId, person: PersonId) -> Result<bool> {
    let gone = "delete from departure_plan where person_id = $1 and from_school = $2";
    Ok(tx.changed_rows(gone, args![person, school]).await? > 0)
}

#[derive(FromRow)]
struct Due {
    person_id: PersonId,
    from_school: SchoolId,
    destination: String,
    by_account: AccountId,
}

/// Lets those leave whose day has come, a batch of them; tells how many.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn next(tx: &mut Tx) -> Result<usize> {
    let today = Day::from(tx.now().day());
    let due: Vec<Due> = tx
        .all(
            "select person_id, from_school, destination, by_account from departure_plan where leaves_on <= $1 \
             order by leaves_on, person_id limit $2",
            args![today, BATCH],
        )
        .await?;
    for one in &due {
        tx.change("delete from departure_plan where person_id = $1", args![one.person_id]).await?;
        // A delivery that brought the pupil meanwhile, or a departure it says itself, has the last word.
        match hand::pupil(tx, one.from_school, one.person_id).await {
            Ok(_) => hand::leave(tx, one.from_school, one.person_id, &one.destination, Some(one.by_account)).await?,
            Err(Error::NotFound) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(due.len())
}
