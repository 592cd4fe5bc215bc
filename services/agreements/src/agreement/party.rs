//! The two parties of a convention, as letters name them.

use commons::identity::Identity;
use pdf::Signature;
use school::Authority;

/// The académie, a line each: name, address.
pub fn of_academy(identity: &Identity) -> Vec<String> {
    let address = identity.address.lines().map(str::to_owned);
    written(std::iter::once(identity.name.clone()).chain(address))
}

/// The authority, a line each: name, address.
pub fn of_authority(authority: &Authority) -> Vec<String> {
    let town = format!("{} {}", authority.postcode, authority.town);
    let address = authority.address.lines().map(str::to_owned);
    written(std::iter::once(authority.name.clone()).chain(address).chain([town]))
}

/// The académie as an envelope names it: who signs for it under its name.
pub fn to_academy(identity: &Identity) -> Vec<String> {
    addressed(of_academy(identity), &identity.signatory, &identity.quality)
}

/// The authority as an envelope names it: who represents it under its name.
pub fn to_authority(authority: &Authority) -> Vec<String> {
    addressed(of_authority(authority), &authority.representative, &authority.quality)
}

fn addressed(mut lines: Vec<String>, name: &str, quality: &str) -> Vec<String> {
    let attention = written([name.to_owned(), quality.to_owned()].into_iter()).join(", ");
    if !attention.is_empty() {
        lines.insert(usize::from(!lines.is_empty()), attention);
    }
    lines
}

/// Where the académie signs.
pub fn sign_academy(identity: &Identity, party: &str) -> Signature {
    let signatory = [&identity.signatory, &identity.quality, &identity.delegation];
    let signatory = written(signatory.into_iter().cloned());
    Signature { party: party.to_owned(), signatory, signed: None }
}

/// Where the authority signs.
pub fn sign_authority(authority: &Authority, party: &str) -> Signature {
    let signatory = written([authority.representative.clone(), authority.quality.clone()].into_iter());
    Signature { party: party.to_owned(), signatory, signed: None }
}

fn written(lines: impl Iterator<Item = String>) -> Vec<String> {
    lines.map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
}
