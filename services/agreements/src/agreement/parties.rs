//! How the two parties of a convention are called: frozen in it when it is proposed, as they are today before.

use crate::Agreement;
use commons::identity::Identity;
use db::{Error, Result, Tx};
use school::{Authority, authority::AuthorityKind};
use serde::{Deserialize, Serialize};

/// Both parties.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Parties {
    /// The académie.
    pub academy: Issuer,
    /// The commune or the grouping.
    pub authority: Payer,
}

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

impl Parties {
    /// Those of a convention: as they were when it was proposed, or as they are today.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn of(tx: &mut Tx, agreement: &Agreement) -> Result<Self> {
        match &agreement.parties {
            Some(frozen) => serde_json::from_str(frozen).map_err(Error::fault),
            None => Self::today(tx, agreement).await,
        }
    }

    /// As they are called today.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn today(tx: &mut Tx, agreement: &Agreement) -> Result<Self> {
        let identity = Identity::of(tx, &format!("academy:{}", agreement.academy)).await?;
        let authority = Authority::load(tx, agreement.authority_id).await?;
        Ok(Self { academy: Issuer::from(identity), authority: Payer::from(authority) })
    }

    /// As they are kept in the convention.
    ///
    /// # Errors
    /// None that happens: every part of it is text.
    pub fn frozen(&self) -> Result<String> {
        serde_json::to_string(self).map_err(Error::fault)
    }
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

impl Issuer {
    /// Its address as the head of a letter shows it, its name first.
    pub fn lines(&self) -> Vec<String> {
        let lines = std::iter::once(self.name.as_str()).chain(self.address.lines().map(str::trim));
        lines.filter(|line| !line.is_empty()).map(str::to_owned).collect()
    }
}
