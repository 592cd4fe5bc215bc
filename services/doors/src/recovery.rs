//! What was forgotten: a password is chosen again through a letter, a login is told by one.
//!
//! The page says the same whether somebody was found or not; only the owner of an address learns more.

use crate::{
    W, email,
    owner::Owner,
    password::{self, NEW},
    proof::{self, Purpose},
    temporary,
};
use commons::{
    House,
    audit::{self, Action},
    job::{self, JobKind},
    mail::{self, Letter},
};
use db::{Error, Result, Tx, args};
use school::{
    AccountId,
    account::{self, Account},
    session,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// An account gets no second letter of a kind before this: a mailbox must not be flooded from here.
const SECONDS_BETWEEN_LETTERS: i64 = 120;

/// The job that looks for whoever was typed and writes to them. The page answers before: what is known of an address
/// must not be told by the time it takes.
pub(crate) const RECOVER: JobKind =
    JobKind { name: "doors.recover", run: |house, payload| Box::pin(recover(house, payload)) };

/// What somebody forgot.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub(crate) enum Forgotten {
    /// The password: a login or an address was typed.
    Password,
    /// The login: an address was typed.
    Login,
}

/// Nobody has a longer login or address.
const LONGEST_TYPED: usize = 254;

/// Takes note of what was typed; the letters follow.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn ask(tx: &mut Tx, forgotten: Forgotten, typed: &str) -> Result<()> {
    let typed: String = typed.trim().chars().take(LONGEST_TYPED).collect();
    let payload = serde_json::to_string(&(forgotten, typed)).map_err(Error::fault)?;
    let now = tx.now();
    job::enqueue(tx, RECOVER.name, &payload, now).await
}

async fn recover(house: House, payload: String) -> Result<()> {
    let (forgotten, typed): (Forgotten, String) = serde_json::from_str(&payload).map_err(Error::fault)?;
    let mut tx = house.db.write().await?;
    match forgotten {
        Forgotten::Password => forgot_password(&mut tx, &house, &typed).await?,
        Forgotten::Login => forgot_login(&mut tx, &house, &typed).await?,
    }
    tx.commit().await
}

/// Sends a link to choose another password to whoever is found by a login or an address.
///
/// # Errors
/// A fault of the database.
async fn forgot_password(tx: &mut Tx, house: &House, typed: &str) -> Result<()> {
    let mut letters: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (address, owner) in reachable(tx, typed, "password").await? {
        let proof = proof::write(house, Purpose::NewPassword, &owner.account, "", tx.now());
        let link = format!("{}/nouveau-mot-de-passe?jeton={proof}", house.address);
        audit::write(tx, Some(owner.account.id), Action::ResetAsked, None, None).await?;
        letters.entry(address).or_default().push(W.letter_reset_line(owner.first_name(), &owner.account.login, link));
    }
    for (address, lines) in letters {
        let text = letter(W.letter_reset(), &lines, W.letter_reset_hour());
        mail::post(tx, &Letter { to: address, subject: W.letter_reset_subject().to_owned(), text }).await?;
    }
    Ok(())
}

/// Tells an address the logins it belongs to, with first names only.
///
/// # Errors
/// A fault of the database.
async fn forgot_login(tx: &mut Tx, house: &House, typed: &str) -> Result<()> {
    let typed = if email::is_address(typed.trim()) { typed } else { "" };
    let found = reachable(tx, typed, "login").await?;
    let Some((address, _)) = found.first() else { return Ok(()) };
    let lines: Vec<String> =
        found.iter().map(|(_, owner)| W.letter_login_line(owner.first_name(), &owner.account.login)).collect();
    let text = letter(W.letter_login(), &lines, &W.letter_login_address(&house.address));
    mail::post(tx, &Letter { to: address.clone(), subject: W.letter_login_subject().to_owned(), text }).await
}

fn letter(opening: &str, lines: &[String], closing: &str) -> String {
    let mut parts = vec![opening];
    parts.extend(lines.iter().map(String::as_str));
    parts.extend([closing, W.letter_not_you()]);
    web::letter(&parts)
}

/// The owners a letter may be sent to now, with their address. Several may share one.
async fn reachable(tx: &mut Tx, typed: &str, kind: &str) -> Result<Vec<(String, Owner)>> {
    let found = match typed.contains('@') {
        true => Account::by_email(tx, typed).await?,
        false => Account::by_login(tx, typed).await?.into_iter().collect(),
    };
    let mut owners = Vec::new();
    for account in found {
        let Some(address) = account.email.clone() else { continue };
        let open = account.activated_at.is_some() && account.blocked_at.is_none();
        if open && may_write(tx, account.id, kind).await? {
            owners.push((address, Owner::load(tx, account).await?));
        }
    }
    Ok(owners)
}

/// Notes that a letter of a kind leaves for an account now, unless one did a moment ago.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn may_write(tx: &mut Tx, account: AccountId, kind: &str) -> Result<bool> {
    let now = tx.now();
    let noted = tx
        .changed_rows(
            "insert into door_letter (account_id, kind, at) values ($1, $2, $3) \
             on conflict (account_id, kind) do update set at = excluded.at where door_letter.at <= $4",
            args![account, kind, now, now.plus_seconds(-SECONDS_BETWEEN_LETTERS)],
        )
        .await?;
    Ok(noted > 0)
}

/// Whoever holds a link to choose another password.
///
/// # Errors
/// [`Error::NotFound`] when the link is dead; a fault of the database.
pub(crate) async fn holder(tx: &mut Tx, house: &House, proof: &str) -> Result<Owner> {
    let account = proof::read(tx, house, Purpose::NewPassword, "", proof).await?;
    Owner::load(tx, account.ok_or(Error::NotFound)?).await
}

/// Chooses another password by a link; every session ends, and the link is dead.
///
/// # Errors
/// [`Error::Invalid`] with what is wrong; [`Error::NotFound`] when the link is dead; a fault of the database.
pub(crate) async fn renew(house: &House, proof: &str, typed: &str, again: &str) -> Result<()> {
    let mut tx = house.db.read().await?;
    let owner = holder(&mut tx, house, proof).await?;
    let temporary = temporary::since(&mut tx, &owner.account).await?.is_some();
    drop(tx);
    password::problems(&owner, typed, again).or(())?;
    if temporary && password::matches(owner.account.password.as_deref(), typed).await? {
        return Err(Error::invalid(NEW, W.temporary_again()));
    }
    let hash = password::hash(house.db.dice(), typed).await?;
    let mut tx = house.db.write().await?;
    // Read again: the same link may have been used meanwhile.
    let id = holder(&mut tx, house, proof).await?.account.id;
    account::set_password(&mut tx, id, &hash).await?;
    session::end_all(&mut tx, id).await?;
    audit::write(&mut tx, Some(id), Action::PasswordChanged, None, None).await?;
    tx.commit().await
}
