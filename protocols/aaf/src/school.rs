//! `EtabEducNat`: a school (interfaces.md §1.4).

use crate::reading::Reading;
use crate::value;
use crate::{Reason, uai_is_valid};

/// A school, as AAF describes it. Classes are unknown here: they exist only through pupils.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct School {
    /// Jointure.
    pub id: i64,
    /// UAI, in capitals; its check letter may be wrong, and then a finding said so.
    pub uai: String,
    /// SIREN or SIRET.
    pub siren: Option<String>,
    /// The name alone, without kind nor town.
    pub name: String,
    /// The kind that precedes the name, such as `E.P.PU`.
    pub kind: Option<String>,
    /// The town that follows the name.
    pub town: Option<String>,
    /// Label of the type, such as `ECOLE DE NIVEAU ELEMENTAIRE`.
    pub type_label: Option<String>,
    /// Code of the type.
    pub type_code: Option<String>,
    /// Label of the ministry.
    pub ministry: Option<String>,
    /// Code of the ministry.
    pub ministry_code: Option<String>,
    /// `PU` or `PR`.
    pub contract: Option<String>,
    /// Post-office box.
    pub post_box: Option<String>,
    /// Postal address, one line per line.
    pub address: Option<String>,
    /// Postcode.
    pub postcode: Option<String>,
    /// Town of the address.
    pub city: Option<String>,
    /// Telephone, as written.
    pub phone: Option<String>,
    /// Fax, as written.
    pub fax: Option<String>,
    /// E-mail address of the school.
    pub email: Option<String>,
    /// Label of the académie.
    pub academy_label: Option<String>,
    /// Code of the académie, as written.
    pub academy_code: Option<String>,
    /// Collège of the catchment area, as written.
    pub sector: Option<String>,
    /// Jointure of the circonscription.
    pub district: Option<i64>,
    /// Commune, as written.
    pub commune: Option<String>,
    /// Regroupement pédagogique intercommunal, as written.
    pub rpi: Option<String>,
}

impl School {
    pub(crate) fn set(&mut self, values: &[&str], reading: &mut Reading<'_>) -> bool {
        match reading.attribute {
            "ENTStructureJointure" | "categorieStructure" => {}
            "ENTStructureUAI" => self.set_uai(values, reading),
            "ENTStructureSIREN" => self.siren = reading.text(values),
            "ENTStructureNomCourant" => self.set_name(values, reading),
            "ENTStructureTypeStruct" => self.type_label = reading.text(values),
            "ENTStructureCodeTypeStruct" => self.type_code = reading.text(values),
            "ENTEcoleMinistereTutelle" => self.ministry = reading.text(values),
            "ENTEcoleCodeMinistereTutelle" => self.ministry_code = reading.text(values),
            "ENTEtablissementContrat" => self.contract = reading.text(values),
            "ENTStructureBoitePostale" => self.post_box = reading.text(values),
            "ENTStructureAdresse" => self.address = reading.lines(values),
            "ENTStructureCodePostal" => self.postcode = reading.text(values),
            "ENTStructureVille" => self.city = reading.text(values),
            "ENTStructureTelephone" => self.phone = reading.text(values),
            "ENTStructureFax" => self.fax = reading.text(values),
            "ENTStructureEmail" => self.email = reading.email(values),
            // The address of the information system serves when the school has no other.
            "ENTStructureMailSI" => self.email = self.email.take().or_else(|| reading.email(values)),
            "ENTServAcAcademie" => self.academy_label = reading.text(values),
            "ENTServAcCodeAcademie" => self.academy_code = reading.text(values),
            "ENTEcoleSecteur" => self.sector = reading.text(values),
            "ENTEcoleCirconscription" => {
                self.district = reading.one(values).and_then(|text| reading.identifier(text));
            }
            "ENTEcoleCommune" => self.commune = reading.text(values),
            "ENTEcoleRPI" => self.rpi = reading.text(values),
            _ => return false,
        }
        true
    }

    fn set_uai(&mut self, values: &[&str], reading: &mut Reading<'_>) {
        let Some(text) = reading.one(values) else {
            if !self.uai.is_empty() {
                reading.warn(Reason::EmptyUai, "");
            }
            return;
        };
        self.uai = text.to_ascii_uppercase();
        if !uai_is_valid(&self.uai) {
            reading.warn(Reason::InvalidUai, text);
        }
    }

    /// `TYPE$NAME$TOWN`. A single part is a name; a fourth says nothing more.
    fn set_name(&mut self, values: &[&str], reading: &mut Reading<'_>) {
        let Some(text) = reading.one(values) else {
            if !self.name.is_empty() {
                reading.warn(Reason::EmptyName, "");
            }
            return;
        };
        let parts: Vec<&str> = text.split('$').map(str::trim).collect();
        let (kind, name, town) = match parts.as_slice() {
            [name] => (None, *name, None),
            [kind, name] => (Some(*kind), *name, None),
            [kind, name, town, ..] => (Some(*kind), *name, Some(*town)),
            [] => (None, "", None),
        };
        let name = without_academy(name);
        let joined = parts.join(" ");
        let (name, is_cut) = value::limited_name(if name.is_empty() { joined.trim() } else { name });
        if is_cut {
            reading.warn(Reason::LongName, text);
        }
        name.clone_into(&mut self.name);
        self.kind = kind.and_then(value::present).map(str::to_owned);
        self.town = town.and_then(value::present).map(without_academy).map(str::to_owned);
    }

    pub(crate) fn complete(&mut self, reading: &mut Reading<'_>) -> bool {
        if self.uai.is_empty() {
            reading.attribute = "ENTStructureUAI";
            reading.reject(Reason::EmptyUai, "");
            return false;
        }
        if self.name.is_empty() {
            reading.attribute = "ENTStructureNomCourant";
            reading.warn(Reason::EmptySchoolName, &self.uai);
            self.name.clone_from(&self.uai);
        }
        true
    }
}

/// Some exports add `-ac-TOULOUSE` to the name.
fn without_academy(name: &str) -> &str {
    match name.to_ascii_lowercase().rfind("-ac-") {
        Some(place) => name[..place].trim_end(),
        None => name,
    }
}
