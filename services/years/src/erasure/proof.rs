//! The proof of what was erased: how many people a day, how many rows of each service. Nobody is named in it.

use super::due::Due;
use db::{Day, Error, FromRow, Result, Tx, args};
use school::PersonKind;

/// A day of an académie.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct ErasedDay {
    /// The day, in ISO.
    pub day: Day,
    /// How many pupils.
    pub pupils: i64,
    /// How many adults responsible.
    pub guardians: i64,
    /// How many who worked in a school.
    pub staff: i64,
    /// How many others.
    pub guests: i64,
    /// How many accounts.
    pub accounts: i64,
    /// Of how many people what they gave to others stays, without their name.
    pub kept_contributions: i64,
    /// How many rows in all.
    pub erased: i64,
}

/// The rows of a service on a day.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct ErasedRows {
    /// The day.
    pub day: Day,
    /// The service.
    pub service: String,
    /// How many rows it erased or made nobody's.
    pub erased: i64,
}

/// Notes that somebody was erased, with what each service did.
pub(super) async fn note(tx: &mut Tx, due: &Due, counts: &[(&'static str, u64)]) -> Result<()> {
    let (now, day) = (tx.now(), Day::from(tx.now().day()));
    tx.change(
        DAY,
        args![
            &day,
            &due.academy,
            due.count(&[PersonKind::Pupil]),
            due.count(&[PersonKind::Guardian]),
            due.count(&[PersonKind::Staff, PersonKind::Agent]),
            due.count(&[PersonKind::Guest]),
            i64::from(due.account.is_some()),
            i64::from(due.stays.unwrap_or(true)),
            now
        ],
    )
    .await?;
    for (service, rows) in counts.iter().filter(|it| it.1 > 0) {
        let rows = i64::try_from(*rows).map_err(Error::fault)?;
        tx.change(COUNT, args![&day, &due.academy, *service, rows]).await?;
    }
    Ok(())
}

const DAY: &str = "\
insert into erasure_day (day, academy, pupils, guardians, staff, guests, accounts, kept_contributions, at) \
values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (day, academy) do update \
set pupils = erasure_day.pupils + excluded.pupils, guardians = erasure_day.guardians + excluded.guardians, \
    staff = erasure_day.staff + excluded.staff, guests = erasure_day.guests + excluded.guests, \
    accounts = erasure_day.accounts + excluded.accounts, \
    kept_contributions = erasure_day.kept_contributions + excluded.kept_contributions, at = excluded.at";

const COUNT: &str = "\
insert into erasure_count (day, academy, service, erased) values ($1, $2, $3, $4) \
on conflict (day, academy, service) do update set erased = erasure_count.erased + excluded.erased";

/// The days of an académie on which somebody was erased, the last first. Counts: nobody's data.
///
/// # Errors
/// A fault of the database.
pub async fn days(tx: &mut Tx, academy: &str) -> Result<Vec<ErasedDay>> {
    tx.all(
        "select d.day, d.pupils, d.guardians, d.staff, d.guests, d.accounts, d.kept_contributions, \
             (select cast(coalesce(sum(c.erased), 0) as bigint) from erasure_count c \
              where c.day = d.day and c.academy = d.academy) as erased \
         from erasure_day d where d.academy = $1 order by d.day desc limit 400",
        args![academy],
    )
    .await
}

/// What each service erased on each day, the last first.
///
/// # Errors
/// A fault of the database.
pub async fn rows(tx: &mut Tx, academy: &str) -> Result<Vec<ErasedRows>> {
    tx.all(
        "select day, service, erased from erasure_count where academy = $1 order by day desc, service limit 10000",
        args![academy],
    )
    .await
}
