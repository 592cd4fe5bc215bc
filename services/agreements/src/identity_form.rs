//! What is typed about the région académique, or about one of its académies.

use crate::{W, agreement::academies, typed};
use commons::{
    audit::{self, Action},
    identity::{Identity, REGION},
};
use db::{Problems, Result, Tx};
use school::{Right, Territory, Viewer};
use serde::Deserialize;

/// The longest text of the form.
const LONGEST: usize = 1000;

/// The form, as typed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct IdentityForm {
    /// `region`, or `academy:16`.
    pub portee: String,
    /// Its name.
    pub nom: String,
    /// Its postal address.
    pub adresse: String,
    /// Who signs.
    pub signataire: String,
    /// As what.
    pub qualite: String,
    /// By which delegation.
    pub delegation: String,
    /// Where people write.
    pub courriel: String,
    /// Its telephone.
    pub telephone: String,
    /// Who hosts the service.
    pub hebergeur: String,
    /// The data protection officer.
    pub delegue: String,
    /// The administrative court.
    pub tribunal: String,
}

/// The scopes whose identity somebody may set, the région first.
///
/// # Errors
/// A fault of the database.
pub async fn scopes(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<String>> {
    if !viewer.may_over(Right::SetIdentity) {
        return Ok(Vec::new());
    }
    let region = viewer.territories(Right::SetIdentity).any(|it| it == Territory::Region);
    let academies = academies(tx, viewer).await?.into_iter().map(|code| format!("academy:{code}"));
    Ok(region.then(|| REGION.to_owned()).into_iter().chain(academies).collect())
}

impl IdentityForm {
    /// What is written for a scope.
    pub fn of(scope: &str, identity: Identity) -> Self {
        Self {
            portee: scope.to_owned(),
            nom: identity.name,
            adresse: identity.address,
            signataire: identity.signatory,
            qualite: identity.quality,
            delegation: identity.delegation,
            courriel: identity.email,
            telephone: identity.phone,
            hebergeur: identity.host,
            delegue: identity.officer,
            tribunal: identity.court,
        }
    }

    /// Keeps what was typed. For those whose scope it is.
    ///
    /// # Errors
    /// [`db::Error::Invalid`] beside what cannot be; a fault of the database.
    pub async fn save(&self, tx: &mut Tx, viewer: &Viewer) -> Result<()> {
        let mut problems = Problems::default();
        // Only the région must have a name: an académie that leaves a line empty says what the région says.
        let named = self.portee != REGION || !self.nom.trim().is_empty();
        problems.require(named, "nom", W.office_name_missing());
        let mut line = |typed: &str, field: &'static str| typed::line(typed, LONGEST, field, &mut problems);
        let (name, signatory, quality) =
            (line(&self.nom, "nom"), line(&self.signataire, "signataire"), line(&self.qualite, "qualite"));
        let (phone, court) = (line(&self.telephone, "telephone"), line(&self.tribunal, "tribunal"));
        let email = typed::email(&self.courriel, LONGEST, "courriel", &mut problems);
        let mut text = |typed: &str, field: &'static str| typed::text(typed, LONGEST, field, &mut problems);
        let identity = Identity {
            name,
            address: text(&self.adresse, "adresse"),
            signatory,
            quality,
            delegation: text(&self.delegation, "delegation"),
            email,
            phone,
            host: text(&self.hebergeur, "hebergeur"),
            officer: text(&self.delegue, "delegue"),
            court,
        };
        problems.or(identity)?.save(tx, &self.portee).await?;
        let subject = Some(self.portee.clone());
        audit::write(tx, Some(viewer.account), Action::IdentityChanged, subject, None).await
    }
}
