//! Signing in: login and password, then the second factor of those who have one.
//!
//! Whoever is refused reads the same words after the same time, whether the account exists, waits for its first
//! password, or is closed after too many attempts. Two refusals say why: the right code of a sheet, typed after its
//! time, and the right password of an account that was closed. Whoever typed it is its bearer, and must know whom to ask.

use crate::{
    W,
    activation::{self, Exchange},
    board, password,
    proof::{self, Purpose},
    second_factor, temporary,
    verification::Way,
};
use commons::{
    House,
    audit::{self, Action},
};
use db::{Error, Result, Tx};
use school::{
    AccountId, PersonKind, Viewer,
    account::{self, Account},
    merge,
    session::{self, Stay},
};

/// What comes of a login and a password.
pub(crate) enum Outcome {
    /// Wrong, unknown or closed.
    Refused,
    /// The code of the sheet was typed for a password, after its time.
    TooLate,
    /// The code of the sheet was typed for a password: the proof to choose one with.
    ToActivate(String),
    /// The temporary password was typed: the proof to choose another with.
    ToRenew(String),
    /// The temporary password was typed, after its time.
    Over,
    /// The right password of an account that was closed for good, and why nobody comes in with it.
    Closed(&'static str),
    /// The proof to type a code of the second factor with.
    SecondStep(String),
    /// Come in.
    Opened(Opened),
}

/// What somebody comes in with.
pub(crate) struct Browser {
    /// The browser and its system, in words.
    pub(crate) device: String,
    /// Whether to stay signed in was asked for.
    pub(crate) stays: bool,
}

/// A session just begun.
pub(crate) struct Opened {
    /// For the cookie.
    pub(crate) token: String,
    /// How long it lives.
    pub(crate) stay: Stay,
    /// Whether a second factor must be set before anything else.
    pub(crate) must_enrol: bool,
}

/// Tries a login and a password. The caller holds no transaction: hashing takes a while.
///
/// # Errors
/// A fault of the database or of the machine.
pub(crate) async fn attempt(house: &House, login: &str, typed: &str, browser: &Browser) -> Result<Outcome> {
    let mut tx = house.db.read().await?;
    let known = Account::by_login(&mut tx, login).await?;
    drop(tx);
    let hash = known.as_ref().and_then(|account| account.password.as_deref());
    let right = password::matches(hash, typed).await?;
    let mut tx = house.db.write().await?;
    let outcome = match &known {
        Some(account) => settle(&mut tx, house, account, typed, right, browser).await?,
        None => Outcome::Refused,
    };
    if matches!(outcome, Outcome::Refused | Outcome::TooLate | Outcome::Over | Outcome::Closed(_)) {
        note_refusal(&mut tx, known.map(|account| account.id)).await?;
    }
    tx.commit().await?;
    Ok(outcome)
}

async fn settle(
    tx: &mut Tx,
    house: &House,
    seen: &Account,
    typed: &str,
    right: bool,
    browser: &Browser,
) -> Result<Outcome> {
    // Read again: a hundred attempts sent at once must not all find the account open.
    let account = Account::load(tx, seen.id).await?;
    if account.locked_until.is_some_and(|until| until > tx.now()) || account.password != seen.password {
        return Ok(Outcome::Refused);
    }
    if account.blocked_at.is_some() {
        return closed(tx, &account, right).await;
    }
    if account.activated_at.is_none() {
        return Ok(match activation::exchange(tx, house, &account, typed).await? {
            Exchange::Refused => Outcome::Refused,
            Exchange::TooLate => Outcome::TooLate,
            Exchange::Proof(proof) => Outcome::ToActivate(proof),
        });
    }
    if !right {
        account::note_failure(tx, account.id).await?;
        return Ok(Outcome::Refused);
    }
    if let Some(given) = temporary::since(tx, &account).await? {
        if temporary::is_over(given, tx.now()) {
            return Ok(Outcome::Over);
        }
        // Nobody comes in with it: the page of a new password does not either, until one is chosen.
        return Ok(Outcome::ToRenew(proof::write(house, Purpose::NewPassword, &account, "", tx.now())));
    }
    if account.totp.is_some() {
        let proof = proof::write(house, Purpose::SecondStep, &account, "", tx.now());
        return Ok(Outcome::SecondStep(proof));
    }
    open(tx, &account, Action::SignedIn, browser).await.map(Outcome::Opened)
}

/// What is said of an account that was closed: to the right password why, and to wrong ones, which count, nothing.
async fn closed(tx: &mut Tx, account: &Account, right: bool) -> Result<Outcome> {
    if !right {
        account::note_failure(tx, account.id).await?;
        return Ok(Outcome::Refused);
    }
    if merge::is_taken(tx, account.id).await? {
        return Ok(Outcome::Closed(W.closed_joined()));
    }
    let viewer = Viewer::load(tx, account.id).await?;
    let reads = !viewer.people.is_empty() && viewer.people.iter().all(|me| me.kind == PersonKind::Guest);
    Ok(Outcome::Closed(if reads { W.closed_reader() } else { W.closed_account() }))
}

/// Tries a code of the second factor; nothing when it is wrong or the account closed.
///
/// # Errors
/// [`Error::NotFound`] when the proof is dead; a fault of the database.
pub(crate) async fn second_step(house: &House, proof: &str, code: &str, browser: &Browser) -> Result<Option<Opened>> {
    let mut tx = house.db.write().await?;
    let account = proof::read(&mut tx, house, Purpose::SecondStep, "", proof).await?.ok_or(Error::NotFound)?;
    let closed = account.is_closed(tx.now());
    let opened = if !closed && second_factor::accept(&mut tx, &account, code).await? {
        let opened = open(&mut tx, &account, Action::SignedIn, browser).await?;
        if Way::of(&account, tx.now()) == Way::Telephone {
            session::prove(&mut tx, account.id, &session::digest(&opened.token)).await?;
        }
        Some(opened)
    } else {
        if !closed {
            account::note_failure(&mut tx, account.id).await?;
        }
        note_refusal(&mut tx, Some(account.id)).await?;
        None
    };
    tx.commit().await?;
    Ok(opened)
}

/// Begins a session for somebody who has shown enough.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn open(tx: &mut Tx, account: &Account, action: Action, browser: &Browser) -> Result<Opened> {
    account::forgive(tx, account.id).await?;
    let viewer = Viewer::load(tx, account.id).await?;
    let stay = Stay::of(viewer.profile(), browser.stays);
    let token = session::begin(tx, account.id, &browser.device, stay).await?;
    board::note_seen(tx, account.id).await?;
    audit::write(tx, Some(account.id), action, None, None).await?;
    Ok(Opened { token, stay, must_enrol: second_factor::must_enrol(&viewer, account) })
}

/// Keeps in the journal that somebody was refused. What was typed is not kept: it is often a password.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn note_refusal(tx: &mut Tx, account: Option<AccountId>) -> Result<()> {
    audit::write(tx, account, Action::SignInRefused, None, None).await
}

/// Whether somebody already signed in knows the password; wrong ones count as at the door.
///
/// # Errors
/// A fault of the database or of the machine.
pub(crate) async fn confirm(house: &House, account: &Account, typed: &str) -> Result<bool> {
    let right = password::matches(account.password.as_deref(), typed).await?;
    let mut tx = house.db.write().await?;
    let closed = Account::load(&mut tx, account.id).await?.is_closed(tx.now());
    if !right && !closed {
        account::note_failure(&mut tx, account.id).await?;
    }
    tx.commit().await?;
    Ok(right && !closed)
}

/// Ends one session, at its owner's wish.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn close(tx: &mut Tx, account: AccountId, token: &[u8]) -> Result<()> {
    session::end(tx, account, token).await?;
    audit::write(tx, Some(account), Action::SessionsEnded, None, None).await
}

/// Ends the other sessions of an account, at its owner's wish.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn close_others(tx: &mut Tx, account: AccountId, kept: &[u8]) -> Result<()> {
    session::end_others(tx, account, kept).await?;
    audit::write(tx, Some(account), Action::SessionsEnded, None, None).await
}
