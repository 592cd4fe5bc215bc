//! Passwords: what is asked of a new one, and how its owner changes it. Hashing is [`commons::secret`].

use crate::{
    W,
    owner::Owner,
    sign_in,
    strength::{self, Weakness},
};
use commons::{
    House,
    audit::{self, Action},
    secret::LONGEST_BYTES,
};
use db::{Problems, Result, Tx};
use school::{AccountId, account, session};

pub(crate) use commons::secret::{hash, matches};

/// The field of a new password.
pub(crate) const NEW: &str = "nouveau";
/// The field where it is typed again.
pub(crate) const AGAIN: &str = "confirmation";
/// The field of the password in force.
pub(crate) const OLD: &str = "ancien";

/// Gives an account a password, whatever it had before; the rules of strength are the caller's. For people without a
/// sheet at hand: the demonstration, tests.
///
/// # Errors
/// A fault of the database or of the machine.
pub async fn set_password(tx: &mut Tx, account: AccountId, password: &str) -> Result<()> {
    let dice = tx.ambient().dice.clone();
    let hash = hash(&dice, password).await?;
    account::set_password(tx, account, &hash).await
}

/// What is wrong with a new password typed twice.
pub(crate) fn problems(owner: &Owner, typed: &str, again: &str) -> Problems {
    let mut problems = Problems::default();
    if typed.len() > LONGEST_BYTES {
        problems.add(NEW, W.password_too_long());
    } else if let Err(weakness) = strength::check(typed, owner.strength(), &owner.identity()) {
        problems.add(NEW, advice(weakness));
    } else {
        problems.require(typed == again, AGAIN, W.password_differs());
    }
    problems
}

fn advice(weakness: Weakness) -> String {
    match weakness {
        Weakness::TooShort { min } => W.password_too_short(min),
        Weakness::TooSimple => W.password_too_simple().to_owned(),
        Weakness::Common => W.password_common().to_owned(),
        Weakness::ContainsIdentity => W.password_identity().to_owned(),
        Weakness::Repeated => W.password_repeated().to_owned(),
    }
}

/// A change of password by its owner: the other sessions end.
///
/// # Errors
/// [`Error::Invalid`] with what is wrong; a fault of the database or of the machine.
pub(crate) async fn change(
    house: &House,
    owner: &Owner,
    session: &[u8],
    old: &str,
    typed: &str,
    again: &str,
) -> Result<()> {
    let mut problems = problems(owner, typed, again);
    if !sign_in::confirm(house, &owner.account, old).await? {
        problems.add(OLD, W.password_wrong());
    }
    problems.or(())?;
    let hash = hash(house.db.dice(), typed).await?;
    let mut tx = house.db.write().await?;
    let id = owner.account.id;
    account::set_password(&mut tx, id, &hash).await?;
    session::end_others(&mut tx, id, session).await?;
    audit::write(&mut tx, Some(id), Action::PasswordChanged, None, None).await?;
    tx.commit().await
}
