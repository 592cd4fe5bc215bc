//! How the two parties of a convention are called: frozen in it when it is proposed, as they are today before.

use crate::Agreement;
use commons::identity::Identity;
use db::{Error, Result, Tx};
use school::Authority;
use serde::{Deserialize, Serialize};

pub use super::{issuer::Issuer, payer::Payer};

/// Both parties.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Parties {
    /// The académie.
    pub academy: Issuer,
    /// The commune or the grouping.
    pub authority: Payer,
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
