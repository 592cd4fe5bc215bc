//! What is typed about an authority.

use crate::{Side, W, typed};
use commons::audit::{self, Action};
use db::{Problems, Result, Tx};
use school::{Authority, Viewer, authority::is_siret};
use serde::Deserialize;

pub use super::{
    doubt::{mandate_is_over, siren_differs},
    new_form::NewForm,
};

/// The longest line of the form.
pub const LONGEST: usize = 160;
/// The longest address.
pub const LONGEST_ADDRESS: usize = 400;

/// The form, as typed. An officer of the authority has no name and no SIRET to type.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct AuthorityForm {
    /// Its legal name.
    pub nom: String,
    /// Its SIRET.
    pub siret: String,
    /// Its postal address.
    pub adresse: String,
    /// Its postcode.
    pub code_postal: String,
    /// The town of its address.
    pub ville: String,
    /// Who represents it.
    pub representant: String,
    /// As what.
    pub qualite: String,
    /// The first day of the mandate.
    pub debut: String,
    /// The last one.
    pub fin: String,
    /// Where letters go.
    pub courriel: String,
    /// Its telephone.
    pub telephone: String,
    /// The service code of Chorus Pro.
    pub service: String,
    /// The commitment number of Chorus Pro.
    pub engagement: String,
}

impl AuthorityForm {
    /// What is known, to be changed.
    pub fn of(authority: &Authority) -> Self {
        let text = |it: &Option<String>| it.clone().unwrap_or_default();
        Self {
            nom: authority.name.clone(),
            siret: text(&authority.siret),
            adresse: authority.address.clone(),
            code_postal: authority.postcode.clone(),
            ville: authority.town.clone(),
            representant: authority.representative.clone(),
            qualite: authority.quality.clone(),
            debut: text(&authority.mandate_since),
            fin: text(&authority.mandate_until),
            courriel: text(&authority.email),
            telephone: text(&authority.phone),
            service: text(&authority.chorus_service),
            engagement: text(&authority.chorus_commitment),
        }
    }

    /// Keeps what was typed. For those who loaded the authority, on their side of it.
    ///
    /// # Errors
    /// [`db::Error::Invalid`] beside what cannot be; a fault of the database.
    pub async fn save(&self, tx: &mut Tx, viewer: &Viewer, before: &Authority, side: Side) -> Result<Authority> {
        let mut problems = Problems::default();
        let mut after = self.contact(before, &mut problems);
        if side == Side::Academy {
            self.identity(tx, &mut after, &mut problems).await?;
        }
        let after = problems.or(after)?;
        after.save(tx).await?;
        let subject = Some(after.id.to_string());
        audit::write(tx, Some(viewer.account), Action::AuthorityChanged, subject, Some(&after.name)).await?;
        Ok(after)
    }

    /// What both sides may change.
    fn contact(&self, before: &Authority, problems: &mut Problems) -> Authority {
        let mut after = before.clone();
        after.address = typed::text(&self.adresse, LONGEST_ADDRESS, "adresse", problems);
        after.postcode = self.code_postal.split_whitespace().collect();
        let postcode = after.postcode.is_empty() || is_postcode(&after.postcode);
        problems.require(postcode, "code_postal", W.office_postcode_wrong());
        after.town = typed::line(&self.ville, LONGEST, "ville", problems);
        after.representative = typed::line(&self.representant, LONGEST, "representant", problems);
        after.quality = typed::line(&self.qualite, LONGEST, "qualite", problems);
        after.mandate_since = typed::day(&self.debut, "debut", problems);
        after.mandate_until = typed::day(&self.fin, "fin", problems);
        let in_order = after.mandate_since.as_ref().zip(after.mandate_until.as_ref()).is_none_or(|(a, b)| a <= b);
        problems.require(in_order, "fin", W.office_days_disordered());
        after.email = typed::some(typed::email(&self.courriel, LONGEST, "courriel", problems));
        after.phone = typed::some(typed::line(&self.telephone, 40, "telephone", problems));
        after.chorus_service = typed::some(typed::line(&self.service, 100, "service", problems));
        after.chorus_commitment = typed::some(typed::line(&self.engagement, 50, "engagement", problems));
        after
    }

    /// What the académie alone changes.
    async fn identity(&self, tx: &mut Tx, after: &mut Authority, problems: &mut Problems) -> Result<()> {
        after.name = typed::line(&self.nom, LONGEST, "nom", problems);
        problems.require(!after.name.is_empty(), "nom", W.office_name_missing());
        let siret: String = self.siret.chars().filter(|it| !it.is_whitespace()).collect();
        problems.require(siret.is_empty() || is_siret(&siret), "siret", W.office_siret_wrong());
        if is_siret(&siret)
            && let Some(other) = Authority::by_siret(tx, &siret).await?.filter(|it| it.id != after.id)
        {
            problems.add("siret", W.office_siret_taken(other.name));
        }
        after.siret = typed::some(siret);
        Ok(())
    }
}

fn is_postcode(text: &str) -> bool {
    text.len() == 5 && text.bytes().all(|it| it.is_ascii_digit())
}
