//! Proofs that live a short time, in an address or a hidden field. Nothing of them is stored.
//!
//! A proof names an account and an instant, sealed with the house's key over the password and the sheet in force: it
//! dies when its time is over, and when it has been used to change either of them.

use commons::House;
use data_encoding::BASE64URL_NOPAD;
use db::{Error, Moment, Result, Tx, Uuid};
use school::{AccountId, account::Account};

pub(crate) use commons::secret::same;

/// What a proof opens. One made for a door opens no other.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Purpose {
    /// Choosing the first password, the code having been typed.
    Activation,
    /// Typing the code of the second factor, the password having been typed.
    SecondStep,
    /// Choosing a password in place of a forgotten one.
    NewPassword,
    /// Showing that letters sent to an address are read.
    Email,
    /// Saying that one is the person of another account, its code or its password having been typed.
    Joining,
}

impl Purpose {
    fn word(self) -> &'static str {
        match self {
            Self::Activation => "proof-activation",
            Self::SecondStep => "proof-second-step",
            Self::NewPassword => "proof-new-password",
            Self::Email => "proof-email",
            Self::Joining => "proof-joining",
        }
    }

    fn seconds(self) -> i64 {
        match self {
            Self::SecondStep => 300,
            Self::Joining => 600,
            // Long enough to read a charter aloud with a child.
            Self::Activation => 1800,
            Self::NewPassword => 3600,
            Self::Email => 86_400,
        }
    }
}

/// A proof for an account; `about` is what it is bound to besides, such as an address, or nothing.
pub(crate) fn write(house: &House, purpose: Purpose, account: &Account, about: &str, now: Moment) -> String {
    let until = now.plus_seconds(purpose.seconds());
    let mut bytes = account.id.0.as_bytes().to_vec();
    bytes.extend(until.0.to_be_bytes());
    bytes.extend(seal(house, purpose, account, about, until));
    BASE64URL_NOPAD.encode(&bytes)
}

/// The account a proof is good for at this instant, if any.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn read(
    tx: &mut Tx,
    house: &House,
    purpose: Purpose,
    about: &str,
    proof: &str,
) -> Result<Option<Account>> {
    let Some((id, until, sealed)) = parts(proof).filter(|(_, until, _)| *until > tx.now()) else {
        return Ok(None);
    };
    let account = match Account::load(tx, id).await {
        Err(Error::NotFound) => return Ok(None),
        loaded => loaded?,
    };
    let good = account.blocked_at.is_none() && same(&seal(house, purpose, &account, about, until), &sealed);
    Ok(good.then_some(account))
}

fn seal(house: &House, purpose: Purpose, account: &Account, about: &str, until: Moment) -> [u8; 16] {
    let password = account.password.as_deref().unwrap_or_default();
    // A letter that confirms an address dies once an address was confirmed.
    let email = if matches!(purpose, Purpose::Email) { account.email.as_deref().unwrap_or_default() } else { "" };
    let words = format!("{}:{}:{}:{password}:{email}:{about}", account.id, until.0, account.sheet);
    house.derive(purpose.word(), &words)
}

fn parts(proof: &str) -> Option<(AccountId, Moment, [u8; 16])> {
    let bytes = BASE64URL_NOPAD.decode(proof.as_bytes()).ok()?;
    let (id, rest) = bytes.split_first_chunk::<16>()?;
    let (until, sealed) = rest.split_first_chunk::<8>()?;
    let account = AccountId(Uuid::from_bytes(*id));
    Some((account, Moment(i64::from_be_bytes(*until)), sealed.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn what_is_no_proof_has_no_parts() {
        for proof in ["", "x", "é", "AAAA", &"A".repeat(53), &"A".repeat(55)] {
            assert!(parts(proof).is_none(), "{proof}");
        }
        assert!(parts(&"A".repeat(54)).is_some());
    }
}
