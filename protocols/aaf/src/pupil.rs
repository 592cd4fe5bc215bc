//! `Eleve`: a pupil (interfaces.md §1.5).

use crate::reading::Reading;
use crate::value;
use crate::{Reason, level_of, relation_label};

/// A pupil, as AAF describes him or her.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pupil {
    /// Jointure.
    pub id: i64,
    /// INE: eleven letters and digits, in capitals.
    pub ine: Option<String>,
    /// Birth date, ISO.
    pub birth_day: Option<String>,
    /// Name in use.
    pub last_name: String,
    /// Birth name.
    pub birth_name: Option<String>,
    /// First name.
    pub first_name: String,
    /// All first names as listed, each once; the list usually repeats the first.
    pub other_first_names: Vec<String>,
    /// `M.`, `Mme` or `Mlle`.
    pub civility: Option<String>,
    /// E-mail address, nearly always absent.
    pub email: Option<String>,
    /// Who has authority over the pupil; each person once.
    pub authorities: Vec<Authority>,
    /// Jointures of the schools.
    pub schools: Vec<i64>,
    /// Classes.
    pub classes: Vec<ClassRef>,
    /// Groups.
    pub groups: Vec<ClassRef>,
    /// Level of schooling.
    pub level: Option<Level>,
    /// Label of the cycle; it may follow the cycles of before 2016.
    pub cycle: Option<String>,
    /// Type of class, such as `ordinaire`.
    pub class_type: Option<String>,
    /// First day in the school, ISO.
    pub entered_school: Option<String>,
    /// Last day in the school, past or to come, ISO.
    pub left_school: Option<String>,
    /// Eats at the school.
    pub canteen: Option<bool>,
    /// Comes by school transport.
    pub transport: Option<bool>,
    /// Is looked after before school.
    pub morning_care: Option<bool>,
    /// Is looked after after school.
    pub evening_care: Option<bool>,
    /// Stays for supervised study.
    pub study: Option<bool>,
}

/// A person with authority over a pupil.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Authority {
    /// Jointure of the person.
    pub guardian: i64,
    /// Code of the relation; see [`relation_label`].
    pub relation: Option<i64>,
}

/// A class or a group a pupil is in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClassRef {
    /// Jointure of the school it belongs to.
    pub school: i64,
    /// Stable identifier in the académie. Opaque.
    pub id: String,
    /// Name to show.
    pub name: String,
}

/// A level of schooling.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Level {
    /// MEFSTAT4, when it is in the national table.
    pub code: Option<String>,
    /// Label, as written.
    pub label: String,
}

impl Pupil {
    pub(crate) fn set(&mut self, values: &[&str], reading: &mut Reading<'_>) -> bool {
        match reading.attribute {
            "ENTPersonJointure" | "categoriePersonne" => {}
            "ENTEleveINE" => self.ine = ine(values, reading),
            "ENTPersonDateNaissance" => self.birth_day = reading.birth_day(values),
            "ENTPersonNomPatro" => self.birth_name = reading.name(values),
            "ENTPersonNom" => reading.replace_name(values, &mut self.last_name),
            "ENTPersonPrenom" => reading.replace_first_name(values, &mut self.first_name),
            "ENTPersonAutresPrenoms" => self.other_first_names = reading.other_first_names(values),
            "ENTPersonCivilite" => self.civility = reading.text(values),
            "ENTPersonMail" => self.email = reading.email(values),
            "ENTEleveAutoriteParentale" => self.authorities = authorities(values, reading),
            "ENTPersonStructRattach" => self.schools = reading.identifiers(values),
            "ENTPersonClasses" => self.classes = class_refs(values, reading),
            "ENTPersonGroupes" => self.groups = class_refs(values, reading),
            "ENTEleveNiveau" => self.level = level(values, reading),
            "ENTEleveCycle" => self.cycle = reading.text(values),
            "ENTEleveTypeClasse" => self.class_type = reading.text(values),
            "ENTEleveDateEntreeStructRattach" => self.entered_school = reading.date(values),
            "ENTEleveDateSortieStructRattach" => self.left_school = reading.date(values),
            "ENTEleveRestaurantScolaire" => self.canteen = reading.boolean(values),
            "ENTEleveTransport" => self.transport = reading.boolean(values),
            "ENTEleveGarderieMatin" => self.morning_care = reading.boolean(values),
            "ENTEleveGarderieSoir" => self.evening_care = reading.boolean(values),
            "ENTEleveEtudesSurveillees" => self.study = reading.boolean(values),
            // Nothing says which class each date is about.
            "ENTEleveDateEntreeClasses" | "ENTEleveDateSortieClasses" => {}
            _ => return false,
        }
        true
    }
}

fn ine(values: &[&str], reading: &mut Reading<'_>) -> Option<String> {
    let text = reading.one(values)?;
    let ine = value::ine(text);
    if ine.is_none() {
        reading.warn(Reason::InvalidIne, text);
    }
    ine
}

/// `<guardian>$<relation>`; with any other number of fields the first is still used.
fn authorities(values: &[&str], reading: &mut Reading<'_>) -> Vec<Authority> {
    let mut authorities: Vec<Authority> = Vec::with_capacity(values.len());
    for text in values {
        let mut fields = text.split('$');
        let guardian = fields.next().and_then(|field| reading.identifier(field));
        let relation = fields.next();
        if relation.is_none() || fields.next().is_some() {
            reading.warn(Reason::WrongFieldCount, text);
        }
        let Some(guardian) = guardian else { continue };
        if authorities.iter().any(|known| known.guardian == guardian) {
            reading.warn(Reason::RepeatedGuardian, text);
            continue;
        }
        let relation = relation.and_then(value::present).and_then(|code| relation_code(code, reading));
        authorities.push(Authority { guardian, relation });
    }
    authorities
}

fn relation_code(text: &str, reading: &mut Reading<'_>) -> Option<i64> {
    let code = value::identifier(text);
    if code.and_then(relation_label).is_none() {
        reading.warn(Reason::UnknownRelation, text);
    }
    code
}

fn class_refs(values: &[&str], reading: &mut Reading<'_>) -> Vec<ClassRef> {
    let mut classes = Vec::with_capacity(values.len());
    for text in values {
        if let Some(class) = class_ref(text, reading)
            && !classes.contains(&class)
        {
            classes.push(class);
        }
    }
    classes
}

/// `<school>$…$…$<id>$<name>`: exactly five fields.
fn class_ref(text: &str, reading: &mut Reading<'_>) -> Option<ClassRef> {
    let mut fields = text.split('$').map(str::trim);
    let taken = [(); 5].map(|()| fields.next());
    let ([Some(school), Some(_), Some(_), Some(id), Some(name)], None) = (taken, fields.next()) else {
        reading.warn(Reason::WrongFieldCount, text);
        return None;
    };
    let school = reading.identifier(school)?;
    if id.is_empty() {
        reading.warn(Reason::EmptyClassId, text);
        return None;
    }
    if name.is_empty() {
        reading.warn(Reason::EmptyClassName, text);
    }
    let (name, is_cut) = value::limited_name(if name.is_empty() { id } else { name });
    if is_cut {
        reading.warn(Reason::LongName, name);
    }
    Some(ClassRef { school, id: id.to_owned(), name: name.to_owned() })
}

/// `<MEFSTAT4>$<label>`, or a bare label in old data.
fn level(values: &[&str], reading: &mut Reading<'_>) -> Option<Level> {
    let text = reading.one(values)?;
    let (code, label) = match text.split_once('$') {
        Some((code, label)) => (value::present(code), label.trim()),
        None => (None, text),
    };
    let known = code.and_then(level_of);
    match (code, known) {
        (None, _) => reading.warn(Reason::LevelWithoutCode, text),
        (Some(code), None) => reading.warn(Reason::UnknownLevel, code),
        (Some(_), Some(_)) => {}
    }
    let label = match known {
        Some(level) if label.is_empty() => level.label,
        _ => label,
    };
    let is_empty = known.is_none() && label.is_empty();
    (!is_empty).then(|| Level { code: known.map(|level| level.code.to_owned()), label: label.to_owned() })
}
