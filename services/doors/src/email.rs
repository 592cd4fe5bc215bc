//! The address of an account's owner, kept once a letter sent to it has been answered.

use crate::{
    W,
    proof::{self, Purpose},
    second_factor::DELAY_SECONDS,
};
use commons::{
    House,
    audit::{self, Action},
    mail::{self, Letter},
};
use db::{Error, Result, Tx};
use school::account::{self, Account};

/// The field of an address.
pub(crate) const FIELD: &str = "courriel";
/// The longest address there can be (RFC 5321).
const LONGEST: usize = 254;

/// Whether letters could reach this address.
pub(crate) fn is_address(typed: &str) -> bool {
    let domain = typed.rsplit('@').next().unwrap_or_default();
    typed.len() <= LONGEST && domain.contains('.') && typed.parse::<lettre::Address>().is_ok()
}

/// Sends the letter that confirms an address; until it is answered, the address is not kept. `trusted` says whether who asks
/// showed more than the password, `back` the page its answer leads to.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn ask(
    tx: &mut Tx,
    house: &House,
    account: &Account,
    typed: &str,
    trusted: bool,
    back: &str,
) -> Result<()> {
    let address = typed.trim().to_lowercase();
    let proof = proof::write(house, Purpose::Email, account, &bound(&address, trusted), tx.now());
    let back = if back == "/" { String::new() } else { format!("&retour={}", escaped(back)) };
    let link = format!("{}/courriel?adresse={}&jeton={proof}{back}", house.address, escaped(&address));
    let text = web::letter(&[&W.letter_email(&account.login, link), W.letter_not_you()]);
    mail::post(tx, &Letter { to: address, subject: W.letter_email_subject().to_owned(), text }).await
}

/// Keeps the address of a proof that came back.
///
/// # Errors
/// [`Error::NotFound`] when the proof is dead or for another address; a fault of the database.
pub(crate) async fn confirm(tx: &mut Tx, house: &House, address: &str, proof: &str) -> Result<()> {
    let trusted = proof::read(tx, house, Purpose::Email, &bound(address, true), proof).await?;
    let delayed = trusted.is_none();
    let account = match trusted {
        Some(account) => account,
        None => {
            let found = proof::read(tx, house, Purpose::Email, &bound(address, false), proof).await?;
            found.ok_or(Error::NotFound)?
        }
    };
    account::set_email(tx, account.id, Some(address)).await?;
    if delayed && account.email.as_deref() != Some(address) {
        let from = tx.now().plus_seconds(DELAY_SECONDS);
        account::delay_email(tx, account.id, from).await?;
    }
    // Whoever answered a letter receives letters, whatever a server said before.
    mail::forgive_bounce(tx, &address.trim().to_lowercase()).await?;
    audit::write(tx, Some(account.id), Action::EmailChanged, None, None).await?;
    warn_old_address(tx, &account, address).await
}

/// What a proof is bound to: the address, and whether it was asked for with more than the password. No address has a space.
fn bound(address: &str, trusted: bool) -> String {
    if trusted { format!("{address} trusted") } else { address.to_owned() }
}

/// Whoever takes an account over takes its address first: the old one hears of it.
async fn warn_old_address(tx: &mut Tx, account: &Account, address: &str) -> Result<()> {
    let Some(to) = account.email.clone().filter(|old| old != address) else { return Ok(()) };
    let text = web::letter(&[&W.letter_email_changed(&account.login)]);
    mail::post(tx, &Letter { to, subject: W.letter_email_changed_subject().to_owned(), text }).await
}

/// A text as a part of a link: letters, figures and dots as they are, the rest in hexadecimal.
pub(crate) fn escaped(address: &str) -> String {
    let mut escaped = String::with_capacity(address.len() + 2);
    for byte in address.bytes() {
        match byte {
            b'a'..=b'z' | b'0'..=b'9' | b'.' | b'-' | b'_' => escaped.push(char::from(byte)),
            other => escaped.push_str(&format!("%{other:02X}")),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::{escaped, is_address};

    #[test]
    fn addresses_that_can_be_reached() {
        for (typed, fine) in [
            ("camille.durand@example.org", true),
            ("camille+ecole@mairie.example.fr", true),
            ("camille", false),
            ("camille@localhost", false),
            ("camille@@example.org", false),
            ("camille durand@example.org", false),
            ("", false),
        ] {
            assert_eq!(is_address(typed), fine, "{typed}");
        }
    }

    #[test]
    fn an_address_survives_in_a_link() {
        assert_eq!(escaped("a+b@c.fr"), "a%2Bb%40c.fr");
    }
}
