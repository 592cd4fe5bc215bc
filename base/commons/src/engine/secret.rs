//! Secrets people type. Passwords are hashed: Argon2id with the parameters OWASP recommends (19 MiB, two passes, one lane), at two desks at most.
//! Outside of transactions: it takes a while.

use argon2::{
    Argon2,
    password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash},
};
use db::{Dice, Error, Result};
use tokio::{sync::Semaphore, task::spawn_blocking};

/// Nobody types more; hashing much more would only cost.
pub const LONGEST_BYTES: usize = 512;
/// A rush of sign-ins at seven o'clock must leave the machine some breath for pages.
static DESKS: Semaphore = Semaphore::const_new(2);
/// What is compared when there is no such account, so that the answer takes as long. No password has this hash.
const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// The hash of a password, in PHC form.
///
/// # Errors
/// A fault of the machine.
pub async fn hash(dice: &Dice, password: &str) -> Result<String> {
    let salt = dice.bytes::<16>();
    let password = password.to_owned();
    let hashed = at_a_desk(move || {
        let hash: argon2::password_hash::Result<PasswordHash> =
            Argon2::default().hash_password_with_salt(password.as_bytes(), &salt);
        hash.map(|it| it.to_string())
    });
    hashed.await?.map_err(Error::fault)
}

/// Whether a password is the one of a hash; without a hash, no, after the same time.
///
/// # Errors
/// A fault of the machine.
pub async fn matches(hash: Option<&str>, password: &str) -> Result<bool> {
    let known = hash.unwrap_or(NOBODY).to_owned();
    let short_enough = password.len() <= LONGEST_BYTES;
    let password = if short_enough { password.to_owned() } else { String::new() };
    let right =
        at_a_desk(move || Argon2::default().verify_password(password.as_bytes(), known.as_str()).is_ok()).await?;
    Ok(right && short_enough && hash.is_some())
}

async fn at_a_desk<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    let _desk = DESKS.acquire().await.map_err(Error::fault)?;
    spawn_blocking(work).await.map_err(Error::fault)
}

/// Compares secrets in a time that does not tell how much of them is right.
pub fn same(known: &[u8], shown: &[u8]) -> bool {
    let difference = known.iter().zip(shown).fold(0, |sum, (one, other)| sum | (one ^ other));
    known.len() == shown.len() && difference == 0
}

#[cfg(test)]
mod tests {
    use super::{NOBODY, PasswordHash, hash, matches, same};
    use db::Dice;

    #[tokio::test]
    async fn only_the_right_password_matches() {
        let known = hash(&Dice::seeded(1), "Tulipenuage7").await.unwrap_or_default();
        assert!(known.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{known}");
        for (hash, typed, right) in [
            (Some(known.as_str()), "Tulipenuage7", true),
            (Some(known.as_str()), "tulipenuage7", false),
            (Some(known.as_str()), "", false),
            (None, "Tulipenuage7", false),
        ] {
            assert_eq!(matches(hash, typed).await.ok(), Some(right), "{typed}");
        }
    }

    #[test]
    fn the_hash_of_nobody_costs_as_much_as_another() {
        let nobody = PasswordHash::new(NOBODY);
        assert!(nobody.is_ok_and(|it| it.salt.is_some() && it.hash.is_some()));
    }

    #[test]
    fn only_equal_secrets_are_the_same() {
        assert!(same(b"abcd", b"abcd"));
        for other in [&b"abce"[..], b"abc", b"abcde", b""] {
            assert!(!same(b"abcd", other));
        }
    }
}
