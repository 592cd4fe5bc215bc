//! The account: how its owner signs in, from where, what was accepted.

use super::Reader;
use crate::{W, whose::Whose};
use db::{Error, FromRow, Moment, Result, Tx, args};
use school::{Territory, session};
use web::{
    personal::{Datum, Part},
    place_name,
};

#[derive(FromRow)]
struct Account {
    login: String,
    name: Option<String>,
    email: Option<String>,
    created_at: Moment,
    activated_at: Option<Moment>,
    blocked_at: Option<Moment>,
    second_factor: bool,
}

pub(super) async fn account(tx: &mut Tx, whose: &Whose, reader: Reader) -> Result<Part> {
    let part = Part::new("compte", W.part_account(), &[W.column_datum(), W.column_value()]);
    let Some(id) = whose.account else { return Ok(part) };
    let account: Account = tx
        .one(
            "select login, name, email, created_at, activated_at, blocked_at, totp is not null as second_factor \
             from account where id = $1",
            args![id],
        )
        .await?;
    let factor = if account.second_factor { W.yes() } else { W.no() };
    let rows: [(&str, Datum); 7] = [
        ("login", account.login.into()),
        ("name", account.name.into()),
        ("account-email", account.email.into()),
        ("opened", account.created_at.into()),
        ("activated", account.activated_at.into()),
        ("blocked", account.blocked_at.into()),
        ("second-factor", factor.into()),
    ];
    // No pupil is asked for a second factor.
    let known = rows
        .into_iter()
        .filter(|(key, value)| *value != Datum::Nothing && (reader != Reader::Child || *key != "second-factor"));
    Ok(part.rows(known.map(|(key, value)| vec![W.datum(key).into(), value])))
}

/// The sessions that live; those that ended are forgotten. When and on what a child signs in, the child alone reads: no parent
/// watches it, nor the home of the other one.
pub(super) async fn sessions(tx: &mut Tx, whose: &Whose) -> Result<Part> {
    let sessions = match whose.account.filter(|_| !whose.about_child) {
        Some(account) => session::of(tx, account).await?,
        None => Vec::new(),
    };
    let columns = [W.column_device(), W.column_begun(), W.column_last()];
    let rows = sessions.into_iter().map(|it| vec![it.device.into(), it.created_at.into(), it.seen_at.into()]);
    Ok(Part::new("sessions", W.part_sessions(), &columns).rows(rows))
}

/// The tasks over territories, those that ended too.
pub(super) async fn tasks(tx: &mut Tx, whose: &Whose) -> Result<Part> {
    let tasks: Vec<(String, String, Moment, Option<Moment>)> = tx
        .all(
            "select role, scope, since, until from account_grant where account_id = $1 order by since desc, role, scope",
            args![whose.account],
        )
        .await?;
    let mut rows = Vec::new();
    for (role, scope, since, until) in tasks {
        let place = place(tx, scope).await?;
        rows.push(vec![W.role(role).into(), place.into(), since.into(), until.into()]);
    }
    let columns = [W.column_role(), W.column_territory(), W.column_since(), W.column_until()];
    Ok(Part::new("missions", W.part_tasks(), &columns).rows(rows))
}

/// What a territory is called; as it is kept, when it is no more.
async fn place(tx: &mut Tx, scope: String) -> Result<String> {
    let Some(territory) = Territory::of(&scope) else { return Ok(scope) };
    match place_name(tx, &territory).await {
        Err(Error::NotFound) => Ok(scope),
        named => named,
    }
}

/// The acceptances of the charter.
pub(super) async fn charter(tx: &mut Tx, whose: &Whose) -> Result<Part> {
    let accepted: Vec<(String, i64, Moment)> = tx
        .all(
            "select audience, version, at from charter_acceptance where account_id = $1 order by at desc, audience",
            args![whose.account],
        )
        .await?;
    let columns = [W.column_wording(), W.column_version(), W.column_accepted()];
    let rows = accepted.into_iter().map(|(audience, version, at)| {
        vec![W.charter_audience(audience).into(), version.to_string().into(), at.into()]
    });
    Ok(Part::new("charte", W.part_charter(), &columns).rows(rows))
}
