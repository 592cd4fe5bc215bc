//! Who runs the scheme: what the région académique and each of its académies are called, who signs for them and as what.
//!
//! Letters, conventions, legal notices and the register of processing all say it; it is written once, by those who run the
//! scheme (domain.md §1.2, P1). What an académie leaves empty is what the région says.

use db::{FromRow, Result, Tx, args};

/// The identity of the région, or of an académie.
#[derive(Debug, Clone, Default, PartialEq, Eq, FromRow)]
pub struct Identity {
    /// Its name: « Région académique Occitanie », « Académie de Toulouse ».
    pub name: String,
    /// Its postal address, on several lines.
    pub address: String,
    /// Who signs.
    pub signatory: String,
    /// As what: « recteur de l’académie de Toulouse ».
    pub quality: String,
    /// By which delegation, as the preamble of a convention says it.
    pub delegation: String,
    /// Where people write.
    pub email: String,
    /// Its telephone.
    pub phone: String,
    /// Who hosts the service: name, address, telephone. Said in every legal notice.
    pub host: String,
    /// The data protection officer: name and address.
    pub officer: String,
    /// The administrative court that hears disputes.
    pub court: String,
}

/// The scope of the identity of the région.
pub const REGION: &str = "region";

impl Identity {
    /// What was written for a scope (`region`, `academy:16`): empty where nothing was.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn written(tx: &mut Tx, scope: &str) -> Result<Self> {
        let found = tx
            .first(
                "select name, address, signatory, quality, delegation, email, phone, host, officer, court from identity \
                 where scope = $1",
                args![scope],
            )
            .await?;
        Ok(found.unwrap_or_default())
    }

    /// The identity in force for a scope: the région's where the académie says nothing.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn of(tx: &mut Tx, scope: &str) -> Result<Self> {
        let region = Self::written(tx, REGION).await?;
        match scope {
            REGION => Ok(region),
            _ => Ok(Self::written(tx, scope).await?.over(region)),
        }
    }

    fn over(self, wider: Self) -> Self {
        let or = |own: String, wider: String| if own.trim().is_empty() { wider } else { own };
        Self {
            name: or(self.name, wider.name),
            address: or(self.address, wider.address),
            signatory: or(self.signatory, wider.signatory),
            quality: or(self.quality, wider.quality),
            delegation: or(self.delegation, wider.delegation),
            email: or(self.email, wider.email),
            phone: or(self.phone, wider.phone),
            host: or(self.host, wider.host),
            officer: or(self.officer, wider.officer),
            court: or(self.court, wider.court),
        }
    }

    /// Writes the identity of a scope.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn save(&self, tx: &mut Tx, scope: &str) -> Result<()> {
        let now = tx.now();
        tx.change(
            "insert into identity (scope, name, address, signatory, quality, delegation, email, phone, host, officer, \
             court, changed_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) \
             on conflict (scope) do update set name = excluded.name, address = excluded.address, \
             signatory = excluded.signatory, quality = excluded.quality, delegation = excluded.delegation, \
             email = excluded.email, phone = excluded.phone, host = excluded.host, officer = excluded.officer, \
             court = excluded.court, changed_at = excluded.changed_at",
            args![
                scope,
                &self.name,
                &self.address,
                &self.signatory,
                &self.quality,
                &self.delegation,
                &self.email,
                &self.phone,
                &self.host,
                &self.officer,
                &self.court,
                now
            ],
        )
        .await
    }
}
