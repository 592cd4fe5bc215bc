//! *Code maison*: ten letters given to the family, by which a child finds their own work at home, and nothing of others.
//!
//! The code is derived from the house's secret and the number of times it was renewed: it is shown again as often as the
//! family asks, and never stored. Its mark finds the child when it is typed.

use crate::code::{letters, mark, normalized, year_end};
use commons::{
    House,
    audit::{self, Action},
};
use db::{FromRow, Moment, Result, Tx, args};
use school::{AccountId, Door, PersonId, account, person::Name, session};

/// The code of a child that is good now. Has no `Debug`: it must not reach a log.
pub(crate) struct HomeCode {
    /// What is typed.
    pub(crate) code: String,
    /// Since when.
    pub(crate) since: Moment,
    /// Until when.
    pub(crate) until: Moment,
}

#[derive(FromRow)]
struct Row {
    number: i64,
    since: Moment,
    until: Moment,
}

/// The code of a child; none before it was made, or once the year is over. For the family, and whoever loaded the class.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn of(tx: &mut Tx, house: &House, child: PersonId) -> Result<Option<HomeCode>> {
    let row: Option<Row> = tx
        .first(
            "select number, since, until from tablet_home where child_id = $1 and until > $2",
            args![child, tx.now()],
        )
        .await?;
    Ok(row.map(|row| HomeCode { code: code(house, child, row.number), since: row.since, until: row.until }))
}

/// Makes a new code for a child; the one before is void, and what was opened with it ends. For the family, and whoever loaded
/// the class.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn renew(tx: &mut Tx, house: &House, child: &Name, by: AccountId) -> Result<HomeCode> {
    let now = tx.now();
    let before: Option<i64> = tx.value("select number from tablet_home where child_id = $1", args![child.id]).await?;
    let number = before.unwrap_or(0) + 1;
    let made = HomeCode { code: code(house, child.id, number), since: now, until: year_end(now) };
    tx.change(
        "insert into tablet_home (child_id, number, mark, since, given_by, until) values ($1, $2, $3, $4, $5, $6) \
         on conflict (child_id) do update set number = excluded.number, mark = excluded.mark, since = excluded.since, \
         given_by = excluded.given_by, until = excluded.until",
        args![child.id, number, mark_of(house, &made.code), now, by, made.until],
    )
    .await?;
    let account = account::open_for_pupil(tx, child).await?;
    session::end_by_door(tx, account, Door::Home).await?;
    audit::write(tx, Some(by), Action::ChildSecretChanged, Some(child.id.to_string()), Some("home code")).await?;
    Ok(made)
}

/// The code of a child, made when there is none.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn ready(tx: &mut Tx, house: &House, child: &Name, by: AccountId) -> Result<HomeCode> {
    match of(tx, house, child.id).await? {
        Some(code) => Ok(code),
        None => renew(tx, house, child, by).await,
    }
}

/// The name of a child. For the family: whoever is responsible for the child.
///
/// # Errors
/// [`db::Error::NotFound`] when nobody has this identifier any more.
pub(crate) async fn name_of(tx: &mut Tx, child: PersonId) -> Result<Name> {
    tx.one("select id, first_name, last_name from person where id = $1 and gone_at is null", args![child]).await
}

/// Whose code was typed.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn child_of(tx: &mut Tx, house: &House, typed: &str) -> Result<Option<Name>> {
    tx.first(
        "select p.id, p.first_name, p.last_name from tablet_home h \
         join person p on p.id = h.child_id and p.gone_at is null and p.kind = 'pupil' \
         where h.mark = $1 and h.until > $2",
        args![mark_of(house, &normalized(typed)), tx.now()],
    )
    .await
}

fn code(house: &House, child: PersonId, number: i64) -> String {
    letters(house.derive("home-code", &format!("{child}:{number}")))
}

fn mark_of(house: &House, code: &str) -> Vec<u8> {
    mark(house, "home-code-mark", code)
}
