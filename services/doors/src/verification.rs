//! A fresh proof that the owner of the account is there: asked before what could harm many people.
//!
//! The code comes from the telephone, when the account has a second factor; else from a letter to the confirmed
//! address. A code of a letter is derived from the house's secret, the session that asked and the instant of the letter:
//! it is written nowhere, opens nothing elsewhere, and serves once.

use crate::{W, proof::same, recovery, second_factor, sign_in};
use commons::{
    House,
    audit::{self, Action},
    mail::{self, Letter},
};
use data_encoding::HEXLOWER;
use db::{Error, Moment, Result, Tx, args};
use school::{
    AccountId,
    account::{self, Account},
    session,
};

/// What letters of this door are noted under.
const KIND: &str = "verification";
/// How long the code of a letter is good.
const LETTER_SECONDS: i64 = 600;

/// By what somebody can show being there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// The code of the telephone.
    Telephone,
    /// The code of a letter.
    Letter,
    /// What was added lately shows nothing before this instant.
    Later(Moment),
    /// Nothing yet: one of them must be set first.
    None,
}

impl Way {
    /// The way of an account: the telephone before letters, which whoever holds the mailbox reads too.
    pub(crate) fn of(account: &Account, now: Moment) -> Self {
        let awaited = |from: Option<Moment>| from.filter(|from| *from > now);
        let telephone = account.totp.as_ref().map(|_| awaited(account.totp_from));
        let letter = account.email.as_ref().map(|_| awaited(account.email_from));
        match (telephone, letter) {
            (Some(None), _) => Self::Telephone,
            (_, Some(None)) => Self::Letter,
            (Some(Some(one)), Some(Some(other))) => Self::Later(one.min(other)),
            (Some(Some(at)), None) | (None, Some(Some(at))) => Self::Later(at),
            (None, None) => Self::None,
        }
    }
}

/// Sends a code to the confirmed address; false when one left a moment ago.
///
/// # Errors
/// [`Error::Forbidden`] when letters are not the way of this account; a fault of the database.
pub(crate) async fn send(tx: &mut Tx, house: &House, account: AccountId, session: &[u8]) -> Result<bool> {
    let account = Account::load(tx, account).await?;
    let (Way::Letter, Some(to)) = (Way::of(&account, tx.now()), account.email.clone()) else {
        return Err(Error::Forbidden);
    };
    if !recovery::may_write(tx, account.id, KIND).await? {
        return Ok(false);
    }
    let code = code(house, &account, session, tx.now());
    let text = web::letter(&[W.letter_verification(), &code, W.letter_verification_end()]);
    let subject = W.letter_verification_subject().to_owned();
    mail::post(tx, &Letter { to, subject, text }).await?;
    Ok(true)
}

/// Whether a code shows that the owner is there; a wrong one counts as a wrong password does.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn accept(
    tx: &mut Tx,
    house: &House,
    account: AccountId,
    session: &[u8],
    typed: &str,
) -> Result<bool> {
    let account = Account::load(tx, account).await?;
    if account.is_closed(tx.now()) {
        return Ok(false);
    }
    let right = match Way::of(&account, tx.now()) {
        Way::Telephone => second_factor::accept(tx, &account, typed).await?,
        Way::Letter => answers_letter(tx, house, &account, session, typed).await?,
        Way::Later(_) | Way::None => return Ok(false),
    };
    if !right {
        account::note_failure(tx, account.id).await?;
        sign_in::note_refusal(tx, Some(account.id)).await?;
        return Ok(false);
    }
    account::forgive(tx, account.id).await?;
    session::prove(tx, account.id, session).await?;
    audit::write(tx, Some(account.id), Action::IdentityProved, None, None).await?;
    Ok(true)
}

async fn answers_letter(tx: &mut Tx, house: &House, account: &Account, session: &[u8], typed: &str) -> Result<bool> {
    let sent: Option<Moment> =
        tx.value("select at from door_letter where account_id = $1 and kind = $2", args![account.id, KIND]).await?;
    let now = tx.now();
    let Some(at) = sent.filter(|at| at.plus_seconds(LETTER_SECONDS) > now) else { return Ok(false) };
    let figures: String = typed.chars().filter(|it| !it.is_whitespace()).collect();
    if !same(code(house, account, session, at).as_bytes(), figures.as_bytes()) {
        return Ok(false);
    }
    // Of two who type it at once, one is right.
    let used = tx
        .changed_rows(
            "delete from door_letter where account_id = $1 and kind = $2 and at = $3",
            args![account.id, KIND, at],
        )
        .await?;
    Ok(used > 0)
}

/// Six figures that only this house can tell.
fn code(house: &House, account: &Account, session: &[u8], at: Moment) -> String {
    let password = account.password.as_deref().unwrap_or_default();
    let email = account.email.as_deref().unwrap_or_default();
    let words = format!("{}:{password}:{email}:{}:{}", account.id, HEXLOWER.encode(session), at.0);
    let number = u128::from_be_bytes(house.derive("verification", &words)) % 1_000_000;
    format!("{number:06}")
}
