//! What is measured of the use of pages (domain.md §5): who opened a page of which service, where, on what kind of device.
//!
//! Nothing leaves the house, nothing is put into the browser. A page leaves a [`Hit`] in memory; the indicators write them by
//! the batch, under pseudonyms that change each week and cannot be worked out again once the week is counted.

mod chance;
mod device;
mod hit;
mod waiting;

pub use chance::Chance;
pub use device::Device;
pub use hit::{Hit, UsedBy};
pub use waiting::{Usage, Waiting};

use db::Uuid;
use hmac::{Hmac, KeyInit, Mac};
use school::AccountId;
use sha2::Sha256;

/// The pseudonym of an account under the key of a week: 64 bits, enough to count a région without mixing two people up.
pub fn pseudonym(key: &[u8; 16], account: AccountId) -> i64 {
    let id: Uuid = account.into();
    let mut bytes = [0; 8];
    // A key of 16 bytes is always accepted; the zeros of the impossible case would count everybody as one.
    if let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(key) {
        mac.update(id.as_bytes());
        bytes.copy_from_slice(&mac.finalize().into_bytes()[..8]);
    }
    i64::from_be_bytes(bytes)
}

/// The number a place has in the tables of the measure: it follows from its scope, so that nobody has to hand numbers out.
pub fn place_number(scope: &str) -> i64 {
    let mut bytes = [0; 8];
    bytes.copy_from_slice(&blake3::hash(scope.as_bytes()).as_bytes()[..8]);
    i64::from_be_bytes(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pseudonym_says_nothing_without_its_key() {
        let (one, other) = (AccountId(Uuid::from_u128(1)), AccountId(Uuid::from_u128(2)));
        assert_eq!(pseudonym(&[1; 16], one), pseudonym(&[1; 16], one));
        assert_ne!(pseudonym(&[1; 16], one), pseudonym(&[1; 16], other));
        assert_ne!(pseudonym(&[1; 16], one), pseudonym(&[2; 16], one));
    }
}
