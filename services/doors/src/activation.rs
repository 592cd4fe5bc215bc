//! Activation: the code of a sheet is exchanged for a password of one's own.

use crate::{
    W, charter, code, email,
    owner::Owner,
    password,
    proof::{self, Purpose},
    sign_in::{self, Browser, Opened},
};
use commons::{House, audit::Action};
use db::{Error, Problems, Result, Tx};
use school::{
    account::{self, Account},
    charter::Audience,
    session,
};

/// The field of the charter's box.
pub(crate) const CHARTER: &str = "charte";

/// What a code is good for.
pub(crate) enum Exchange {
    /// Nothing, whatever the reason.
    Refused,
    /// It is the right one, whose time is over: whoever typed it holds the sheet, and may know.
    TooLate,
    /// A proof to choose a password with.
    Proof(String),
}

/// Tries a login and a code.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn begin(house: &House, login: &str, typed: &str) -> Result<Exchange> {
    let mut tx = house.db.write().await?;
    let known = Account::by_login(&mut tx, login).await?;
    let exchange = match &known {
        Some(account) => exchange(&mut tx, house, account, typed).await?,
        None => Exchange::Refused,
    };
    if !matches!(exchange, Exchange::Proof(_)) {
        sign_in::note_refusal(&mut tx, known.map(|account| account.id)).await?;
    }
    tx.commit().await?;
    Ok(exchange)
}

/// Exchanges the code of an account that waits for its first password; a wrong one counts as a wrong password.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn exchange(tx: &mut Tx, house: &House, account: &Account, typed: &str) -> Result<Exchange> {
    if account.activated_at.is_some() || account.is_closed(tx.now()) {
        return Ok(Exchange::Refused);
    }
    if !code::opens(house, account, typed) {
        account::note_failure(tx, account.id).await?;
        return Ok(Exchange::Refused);
    }
    if code::is_over(account, tx.now()) {
        return Ok(Exchange::TooLate);
    }
    Ok(Exchange::Proof(proof::write(house, Purpose::Activation, account, "", tx.now())))
}

/// Whoever holds a proof of [`exchange`].
///
/// # Errors
/// [`Error::NotFound`] when the proof is dead; a fault of the database.
pub(crate) async fn newcomer(tx: &mut Tx, house: &House, proof: &str) -> Result<Owner> {
    let account = proof::read(tx, house, Purpose::Activation, "", proof).await?;
    Owner::load(tx, account.ok_or(Error::NotFound)?).await
}

/// What a newcomer sends.
pub(crate) struct Choice<'a> {
    /// The new password.
    pub(crate) password: &'a str,
    /// The same again.
    pub(crate) again: &'a str,
    /// An address for letters, or nothing; a child gives none.
    pub(crate) email: &'a str,
    /// Whether the charter is accepted.
    pub(crate) charter: bool,
}

impl Choice<'_> {
    fn problems(&self, newcomer: &Owner) -> Problems {
        let mut problems = password::problems(newcomer, self.password, self.again);
        let email_is_fine = self.email.is_empty() || email::is_address(self.email);
        problems.require(email_is_fine, email::FIELD, W.email_wrong());
        problems.require(self.charter, CHARTER, W.charter_needed());
        problems
    }
}

/// Makes an account active: password, charter, session. Its code dies.
///
/// # Errors
/// [`Error::Invalid`] with what is wrong; [`Error::NotFound`] when the proof is dead; a fault of the database.
pub(crate) async fn finish(house: &House, proof: &str, choice: &Choice<'_>, browser: &Browser) -> Result<Opened> {
    let mut tx = house.db.read().await?;
    let owner = newcomer(&mut tx, house, proof).await?;
    drop(tx);
    choice.problems(&owner).or(())?;
    let hash = password::hash(house.db.dice(), choice.password).await?;
    let mut tx = house.db.write().await?;
    // Read again: the same proof may have been used meanwhile, or be in use at this very moment.
    let owner = newcomer(&mut tx, house, proof).await?;
    if !account::next_sheet(&mut tx, &owner.account).await? {
        return Err(Error::NotFound);
    }
    let id = owner.account.id;
    account::set_password(&mut tx, id, &hash).await?;
    charter::accept(&mut tx, id, Audience::of_viewer(&owner.viewer)).await?;
    let account = Account::load(&mut tx, id).await?;
    let is_confirmed = account.email.as_deref() == Some(choice.email.to_lowercase().as_str());
    if !choice.email.is_empty() && !is_confirmed && !owner.is_pupil() {
        email::ask(&mut tx, house, &account, choice.email, true, "/").await?;
    }
    let opened = sign_in::open(&mut tx, &account, Action::Activated, browser).await?;
    session::vouch(&mut tx, id, &session::digest(&opened.token)).await?;
    tx.commit().await?;
    Ok(opened)
}
