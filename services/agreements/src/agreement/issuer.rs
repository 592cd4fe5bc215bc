//! The académie, as a convention and its letters name it.

use commons::identity::Identity;
use serde::{Deserialize, Serialize};

/// The académie, as a convention names it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Issuer {
    /// Its name.
    pub name: String,
    /// Its postal address, on several lines.
    pub address: String,
    /// Who signs.
    pub signatory: String,
    /// As what.
    pub quality: String,
    /// By which delegation.
    pub delegation: String,
    /// The administrative court that hears disputes.
    pub court: String,
}

impl From<Identity> for Issuer {
    fn from(identity: Identity) -> Self {
        Self {
            name: identity.name,
            address: identity.address,
            signatory: identity.signatory,
            quality: identity.quality,
            delegation: identity.delegation,
            court: identity.court,
        }
    }
}

impl Issuer {
    /// Its address as the head of a letter shows it, its name first.
    pub fn lines(&self) -> Vec<String> {
        let lines = std::iter::once(self.name.as_str()).chain(self.address.lines().map(str::trim));
        lines.filter(|line| !line.is_empty()).map(str::to_owned).collect()
    }
}
