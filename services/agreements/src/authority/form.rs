//! What is typed about an authority.

use crate::{
    Side, W,
    authority::{departments, towns_without},
    charge,
    commune::{self, Commune},
};
use commons::audit::{self, Action};
use db::{Error, Problems, Result, Tx};
use jiff::civil::Date;
use school::{
    Authority, Viewer,
    authority::{AuthorityKind, is_siret, set_payer},
};
use serde::Deserialize;

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
        after.address = checked(&self.adresse, LONGEST_ADDRESS, "adresse", problems);
        after.postcode = self.code_postal.split_whitespace().collect();
        let postcode = after.postcode.is_empty() || is_postcode(&after.postcode);
        problems.require(postcode, "code_postal", W.office_postcode_wrong());
        after.town = checked(&self.ville, LONGEST, "ville", problems);
        after.representative = checked(&self.representant, LONGEST, "representant", problems);
        after.quality = checked(&self.qualite, LONGEST, "qualite", problems);
        after.mandate_since = day(&self.debut, "debut", problems);
        after.mandate_until = day(&self.fin, "fin", problems);
        let in_order = after.mandate_since.as_ref().zip(after.mandate_until.as_ref()).is_none_or(|(a, b)| a <= b);
        problems.require(in_order, "fin", W.office_days_disordered());
        let email = checked(&self.courriel, LONGEST, "courriel", problems);
        problems.require(email.is_empty() || is_email(&email), "courriel", W.office_email_wrong());
        after.email = some(email);
        after.phone = some(checked(&self.telephone, 40, "telephone", problems));
        after.chorus_service = some(checked(&self.service, 100, "service", problems));
        after.chorus_commitment = some(checked(&self.engagement, 50, "engagement", problems));
        after
    }

    /// What the académie alone changes.
    async fn identity(&self, tx: &mut Tx, after: &mut Authority, problems: &mut Problems) -> Result<()> {
        after.name = checked(&self.nom, LONGEST, "nom", problems);
        problems.require(!after.name.is_empty(), "nom", W.office_name_missing());
        let siret: String = self.siret.chars().filter(|it| !it.is_whitespace()).collect();
        problems.require(siret.is_empty() || is_siret(&siret), "siret", W.office_siret_wrong());
        if is_siret(&siret)
            && let Some(other) = Authority::by_siret(tx, &siret).await?.filter(|it| it.id != after.id)
        {
            problems.add("siret", W.office_siret_taken(other.name));
        }
        after.siret = some(siret);
        Ok(())
    }
}

/// What is typed to add an authority.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct NewForm {
    /// `commune` or `grouping`.
    pub sorte: String,
    /// Its département.
    pub departement: String,
    /// The territory of a commune.
    pub commune: String,
    /// The name of a grouping.
    pub nom: String,
}

impl NewForm {
    /// Adds the authority typed.
    ///
    /// # Errors
    /// [`db::Error::Invalid`] beside what cannot be; a fault of the database.
    pub async fn add(&self, tx: &mut Tx, viewer: &Viewer) -> Result<Authority> {
        let mut problems = Problems::default();
        let managed = departments(tx, viewer).await?.contains(&self.departement);
        problems.require(managed, "departement", W.office_department_wrong());
        problems.or(())?;
        let authority = match self.sorte.as_str() {
            "commune" => self.commune(tx).await?,
            "grouping" => self.grouping(tx).await?,
            _ => return Err(Error::invalid("sorte", W.office_kind_wrong())),
        };
        let subject = Some(authority.id.to_string());
        audit::write(tx, Some(viewer.account), Action::AuthorityChanged, subject, Some(&authority.name)).await?;
        Ok(authority)
    }

    async fn commune(&self, tx: &mut Tx) -> Result<Authority> {
        let towns = towns_without(tx, &self.departement).await?;
        let chosen = towns.iter().find(|(territory, _)| territory.to_string() == self.commune);
        let Some((territory, name)) = chosen else {
            return Err(Error::invalid("commune", W.commune_wrong()));
        };
        let town = Commune { territory, department: &self.departement, name, insee: None };
        let authority = commune::found(tx, &town).await?;
        for school in charge::unclaimed(tx, &authority).await? {
            set_payer(tx, school.school_id, authority.id, "annuaire").await?;
        }
        Ok(authority)
    }

    async fn grouping(&self, tx: &mut Tx) -> Result<Authority> {
        let mut problems = Problems::default();
        let name = checked(&self.nom, LONGEST, "nom", &mut problems);
        problems.require(!name.is_empty(), "nom", W.office_name_missing());
        let (id, now) = (tx.id(), tx.now());
        let authority = problems.or(Authority::new(id, &name, None, &self.departement, now))?;
        authority.save(tx).await?;
        Ok(authority)
    }
}

/// Whether the SIREN of a commune is another one than its INSEE code leads to: 21, département, commune (domain.md §1.6). A
/// reason to look again, never to refuse; overseas numbers are made otherwise.
pub fn siren_differs(authority: &Authority) -> bool {
    let (AuthorityKind::Commune, Some(siret)) = (authority.kind, authority.siret.as_deref()) else { return false };
    if !siret.starts_with("21") {
        return true;
    }
    let Some(insee) = authority.insee.as_deref().filter(|it| it.len() == 5 && !it.starts_with("97")) else {
        return false;
    };
    // Corsica is numbered 20 there.
    let department =
        if insee.starts_with("2A") || insee.starts_with("2B") { "20" } else { insee.get(..2).unwrap_or_default() };
    let expected = format!("21{department}0{}", insee.get(2..).unwrap_or_default());
    !siret.starts_with(&expected)
}

/// Whether the mandate of who represents an authority is over.
pub fn mandate_is_over(until: Option<&str>, today: Date) -> bool {
    until.is_some_and(|it| it < today.to_string().as_str())
}

fn checked(text: &str, longest: usize, field: &'static str, problems: &mut Problems) -> String {
    let text = text.trim().replace("\r\n", "\n");
    problems.require(text.chars().count() <= longest, field, W.office_text_too_long(longest));
    text
}

fn day(text: &str, field: &'static str, problems: &mut Problems) -> Option<String> {
    let day = text.trim().parse::<Date>().ok().map(|it| it.to_string());
    problems.require(day.is_some() || text.trim().is_empty(), field, W.office_day_wrong());
    day
}

fn some(text: String) -> Option<String> {
    Some(text).filter(|it| !it.is_empty())
}

fn is_postcode(text: &str) -> bool {
    text.len() == 5 && text.bytes().all(|it| it.is_ascii_digit())
}

/// Enough to tell a slip of the finger from an address; a letter tells the rest.
fn is_email(text: &str) -> bool {
    let mut parts = text.split('@');
    let (Some(local), Some(host), None) = (parts.next(), parts.next(), parts.next()) else { return false };
    !local.is_empty()
        && host.contains('.')
        && !host.starts_with('.')
        && !host.ends_with('.')
        && !text.chars().any(|it| it.is_whitespace() || it.is_control())
}

#[cfg(test)]
mod tests {
    use super::*;
    use db::{Moment, Uuid};

    fn commune(siret: &str, insee: Option<&str>) -> Authority {
        let town = school::Territory::Town("031".to_owned(), "montaubrac".to_owned());
        let id = school::AuthorityId(Uuid::from_u128(1));
        let mut commune = Authority::new(id, "Montaubrac", Some(&town), "031", Moment::DAWN);
        commune.siret = Some(siret.to_owned());
        commune.insee = insee.map(str::to_owned);
        commune
    }

    #[test]
    fn the_siren_of_a_commune_holds_its_insee_code() {
        assert!(!siren_differs(&commune("21310118100013", Some("31118"))));
        assert!(siren_differs(&commune("21310118100013", Some("31119"))));
        assert!(siren_differs(&commune("35600000000048", None)));
        assert!(!siren_differs(&commune("21310118100013", None)));
        assert!(!siren_differs(&commune("21200004600012", Some("2A004"))));
    }

    #[test]
    fn addresses_with_a_slip_are_told() {
        assert!(is_email("mairie@montaubrac.example.fr"));
        for wrong in ["mairie", "mairie@", "@montaubrac.fr", "a@b@c.fr", "mairie@montaubrac", "ma irie@montaubrac.fr"] {
            assert!(!is_email(wrong), "{wrong}");
        }
    }
}
