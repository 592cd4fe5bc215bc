//! The commune or the grouping, as a convention and its letters name it.

use school::{Authority, authority::AuthorityKind};
use serde::{Deserialize, Serialize};

/// The commune or the grouping, as a convention names it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Payer {
    /// Its legal name.
    pub name: String,
    /// Whether it is a grouping of communes: its assembly is no municipal council.
    pub grouping: bool,
    /// Its SIRET.
    pub siret: String,
    /// Its postal address, without postcode and town.
    pub address: String,
    /// Postcode and town.
    pub town: String,
    /// Who represents it.
    pub representative: String,
    /// As what.
    pub quality: String,
}

impl From<Authority> for Payer {
    fn from(authority: Authority) -> Self {
        let town = format!("{} {}", authority.postcode, authority.town);
        Self {
            name: authority.name,
            grouping: authority.kind == AuthorityKind::Grouping,
            siret: authority.siret.unwrap_or_default(),
            address: authority.address,
            town: town.trim().to_owned(),
            representative: authority.representative,
            quality: authority.quality,
        }
    }
}

impl Payer {
    /// Its address as the window of an envelope shows it, its name first.
    pub fn lines(&self) -> Vec<String> {
        let address = self.address.lines().map(str::trim).chain([self.town.as_str()]);
        let lines = std::iter::once(self.name.as_str()).chain(address);
        lines.filter(|line| !line.is_empty()).map(str::to_owned).collect()
    }
}
