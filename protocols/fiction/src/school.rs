//! A school: its UAI, its name, its classes, and its record (interfaces.md §1.4).

use crate::academy::{Academy, Source};
use crate::class::{self, Class};
use crate::date::Year;
use crate::dice::Topic;
use crate::level::{CP, GS};
use crate::locality::{Cursor, Locality, Outline};
use crate::numbering;
use crate::town;
use crate::xml::Record;

/// A school in a year.
pub(crate) struct School {
    /// Join number.
    pub(crate) id: u32,
    /// Seven digits and their check letter.
    pub(crate) uai: String,
    /// Commune in capitals.
    pub(crate) town: String,
    /// Post code.
    pub(crate) post_code: String,
    /// Join number of the circonscription.
    pub(crate) district: u32,
    /// Rank of its first member of staff in the academy.
    pub(crate) first_staff: u32,
    /// Teachers who complete others' hours.
    pub(crate) complements: u32,
    /// Accompanying staff (AESH).
    pub(crate) assistants: u32,
    /// Classes; the teacher of class 0 directs the school unless the head is discharged.
    pub(crate) classes: Vec<Class>,
    sigle: &'static str,
    name: &'static str,
    street: String,
    telephone: u32,
    shared_name: String,
    town_code: String,
    year: Year,
}

/// From this number of classes on, the head does not teach.
const CLASSES_FOR_DISCHARGE: usize = 13;
/// From this number of classes on, the school has a choir, which is a group of pupils.
const CLASSES_FOR_CHOIR: usize = 6;
// Real numbers are given out from 0001 on; ours start far above.
const FIRST_UAI_SERIAL: u32 = 8000;
const UAI_LETTERS: &[u8; 23] = b"ABCDEFGHJKLMNPRSTUVWXYZ";

impl School {
    /// The school of an outline, whose numbers start at the cursor.
    pub(crate) fn found(source: Source<'_>, locality: &Locality, outline: &Outline, at: Cursor, town: &str) -> School {
        let mut dice = source.dice(Topic::School, at.school);
        let classes = class::open(source, outline, at, &mut dice);
        let count = classes.len() as u32;
        School {
            id: numbering::SCHOOLS + at.school,
            uai: uai(locality.department, at.serial),
            town: town.to_owned(),
            post_code: locality.post_code(),
            district: locality.district,
            first_staff: at.staff,
            complements: if count >= 4 { 1 + count / 10 } else { dice.below(2) },
            assistants: (count + dice.below(5)) / 5,
            classes,
            sigle: sigle(outline),
            name: town::school_name(&mut dice),
            street: town::street(&mut dice),
            telephone: 500_000_000 + dice.below(10_000),
            shared_name: locality.shared_name(),
            town_code: format!("{:02}{}", locality.department, 900 + locality.rank % 100),
            year: source.year,
        }
    }

    /// Number of pupils.
    pub(crate) fn size(&self) -> u32 {
        self.classes.iter().map(Class::size).sum()
    }

    /// Whether the head does nothing else.
    pub(crate) fn has_discharged_head(&self) -> bool {
        self.classes.len() >= CLASSES_FOR_DISCHARGE
    }

    /// Number of people who work here only.
    pub(crate) fn staff_count(&self) -> u32 {
        let heads = u32::from(self.has_discharged_head());
        self.classes.len() as u32 + heads + self.complements + self.assistants
    }

    /// The value of ENTPersonGroupes for the pupils of the choir, if there is one.
    pub(crate) fn choir(&self) -> Option<String> {
        if self.classes.len() < CLASSES_FOR_CHOIR || self.sigle.starts_with("E.M") {
            return None;
        }
        let group = numbering::group(self.year, self.id);
        Some(format!("{}$GRP$${group}$Chorale", self.id))
    }

    /// Writes the attributes of the school.
    pub(crate) fn describe(&self, record: &mut Record<'_>, academy: &Academy) {
        record.number("ENTStructureJointure", self.id);
        record.one("ENTStructureUAI", &self.uai);
        record.one("ENTStructureSIREN", "");
        record.one("ENTStructureNomCourant", &format!("{}${}${}", self.sigle, self.name, self.town));
        self.describe_kind(record);
        record.one("ENTStructureBoitePostale", "");
        record.one("ENTStructureAdresse", &self.street);
        record.one("ENTStructureCodePostal", &self.post_code);
        record.one("ENTStructureVille", &self.town);
        record.one("ENTStructureTelephone", &format!("{:010}", self.telephone));
        record.one("ENTStructureFax", "");
        record.one("ENTServAcAcademie", academy.name);
        record.one("ENTServAcCodeAcademie", academy.code);
        record.one("ENTEcoleSecteur", "");
        record.number("ENTEcoleCirconscription", self.district);
        record.one("ENTEcoleCommune", &self.town_code);
        record.one("ENTEcoleRPI", &self.shared_name);
        record.one("ENTStructureEmail", &format!("ce.{}@ac-example.fr", self.uai.to_lowercase()));
        record.one("ENTStructureMailSI", "");
        record.one("categorieStructure", "ECOLE");
    }

    fn describe_kind(&self, record: &mut Record<'_>) {
        let nursery = self.sigle.starts_with("E.M");
        let label = if nursery { "ECOLE DE NIVEAU MATERNELLE" } else { "ECOLE DE NIVEAU ELEMENTAIRE" };
        record.one("ENTStructureTypeStruct", label);
        record.one("ENTStructureCodeTypeStruct", if nursery { "101" } else { "151" });
        record.one("ENTEcoleMinistereTutelle", "MINISTERE DE L'EDUCATION NATIONALE");
        record.one("ENTEcoleCodeMinistereTutelle", "06");
        record.one("ENTEtablissementContrat", if self.sigle.ends_with("PR") { "PR" } else { "PU" });
    }
}

fn sigle(outline: &Outline) -> &'static str {
    if !outline.public {
        return "E.P.PR";
    }
    match (outline.first < CP, outline.last > GS) {
        (true, false) => "E.M.PU",
        (false, _) => "E.E.PU",
        (true, true) => "E.P.PU",
    }
}

fn uai(department: u32, serial: u32) -> String {
    let number = department * 10_000 + FIRST_UAI_SERIAL + serial;
    format!("{number:07}{}", uai_letter(number))
}

/// The check letter of the UAI of a number: the number modulo 23 (interfaces.md §1.4).
pub fn uai_letter(number: u32) -> char {
    char::from(UAI_LETTERS[number as usize % UAI_LETTERS.len()])
}

#[cfg(test)]
mod tests {
    use super::uai;

    #[test]
    fn the_check_letter_follows_the_digits() {
        // The number of the specification's sample is 0319991S.
        assert_eq!(uai(31, 1991), "0319991S");
        assert_eq!(uai(9, 0).len(), 8);
    }
}
