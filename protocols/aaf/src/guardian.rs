//! `PersRelEleve`: a person related to a pupil (interfaces.md §1.6).

use crate::reading::Reading;

/// A guardian, as AAF describes him or her.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Guardian {
    /// Jointure.
    pub id: i64,
    /// Birth date, ISO; usually absent.
    pub birth_day: Option<String>,
    /// Name in use.
    pub last_name: String,
    /// Birth name.
    pub birth_name: Option<String>,
    /// First name.
    pub first_name: String,
    /// `M.`, `Mme` or `Mlle`.
    pub civility: Option<String>,
    /// Telephone at home, as written.
    pub home_phone: Option<String>,
    /// Telephone at work, as written.
    pub work_phone: Option<String>,
    /// Mobile telephone, as written.
    pub mobile: Option<String>,
    /// Postal address, one line per line.
    pub address: Option<String>,
    /// Postcode.
    pub postcode: Option<String>,
    /// Town.
    pub city: Option<String>,
    /// Country.
    pub country: Option<String>,
    /// Whether the address may be given to parents' associations.
    pub address_shown: Option<bool>,
    /// E-mail address.
    pub email: Option<String>,
    /// Jointures of the children; redundant with what pupils say.
    pub children: Vec<i64>,
}

impl Guardian {
    pub(crate) fn set(&mut self, values: &[&str], reading: &mut Reading<'_>) -> bool {
        match reading.attribute {
            "ENTPersonJointure" | "categoriePersonne" | "ENTPersonAutresPrenoms" => {}
            "ENTPersonDateNaissance" => self.birth_day = reading.birth_day(values),
            "ENTPersonNomPatro" => self.birth_name = reading.name(values),
            "ENTPersonNom" => reading.replace_name(values, &mut self.last_name),
            "ENTPersonPrenom" => reading.replace_first_name(values, &mut self.first_name),
            "ENTPersonCivilite" => self.civility = reading.text(values),
            "ENTPersonTelPerso" => self.home_phone = reading.text(values),
            "ENTPersRelEleveTelPro" => self.work_phone = reading.text(values),
            "ENTPersRelEleveTelMobile" => self.mobile = reading.text(values),
            "ENTPersonAdresse" => self.address = reading.lines(values),
            "ENTPersonCodePostal" => self.postcode = reading.text(values),
            "ENTPersonVille" => self.city = reading.text(values),
            "ENTPersonPays" => self.country = reading.text(values),
            "ENTPersonAdresseDiffusion" => self.address_shown = reading.boolean(values),
            "ENTPersonMail" => self.email = reading.email(values),
            "ENTPersRelEleveEleve" => self.children = reading.identifiers(values),
            _ => return false,
        }
        true
    }
}
