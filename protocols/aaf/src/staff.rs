//! `PersEducNat`: a member of staff (interfaces.md §1.7).

use crate::Reason;
use crate::reading::Reading;
use crate::value;

/// Labels of a function that make its holder a director (interfaces.md §1.7, derivation 3).
const DIRECTOR_LABELS: [&str; 4] = [
    "DIRECTION",
    "DIRECTION CHEF D'ETABLISSEMENT",
    "DIRECTION ADJOINT AU CHEF ETABLISSEMENT",
    "CHEF D'ETABLISSEMENT ADJOINT",
];

/// A member of staff, as AAF describes him or her.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Staff {
    /// Jointure.
    pub id: i64,
    /// Birth date, ISO.
    pub birth_day: Option<String>,
    /// Name in use.
    pub last_name: String,
    /// Birth name.
    pub birth_name: Option<String>,
    /// First name.
    pub first_name: String,
    /// `M.`, `Mme` or `Mlle`.
    pub civility: Option<String>,
    /// Academic e-mail address: the key by which the académie signs staff in.
    pub email: Option<String>,
    /// Jointures of the administrative attachments, which are not where the person works.
    pub attached: Vec<i64>,
    /// What the person does, and where.
    pub functions: Vec<Function>,
    /// Jointures of the schools the person directs, as listed.
    pub directs: Vec<i64>,
    /// Whether AAF says the person is a teacher.
    pub teacher: Option<bool>,
}

/// What a person does in a school.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Function {
    /// Jointure of the school.
    pub school: i64,
    /// Code, such as `ENS`; absent for « no function ».
    pub code: Option<String>,
    /// Label of the code.
    pub label: Option<String>,
    /// Code of the speciality, such as `G0000`.
    pub speciality_code: Option<String>,
    /// Label of the speciality.
    pub speciality_label: Option<String>,
}

impl Staff {
    /// Teacher or not: what AAF says, else what the functions say (derivation 1).
    pub fn is_teacher(&self) -> bool {
        self.teacher.unwrap_or_else(|| self.functions.iter().any(Function::is_teaching))
    }

    /// Where the person works: the schools of the functions, each once (derivation 2). A director without function
    /// works nowhere by that rule; see [`Self::directed_schools`].
    pub fn schools(&self) -> Vec<i64> {
        each_once(self.functions.iter().map(|function| function.school))
    }

    /// The schools the person directs, by list or by function (derivation 3).
    pub fn directed_schools(&self) -> Vec<i64> {
        let by_function = self.functions.iter().filter(|function| function.is_direction());
        each_once(self.directs.iter().copied().chain(by_function.map(|function| function.school)))
    }

    pub(crate) fn set(&mut self, values: &[&str], reading: &mut Reading<'_>) -> bool {
        match reading.attribute {
            "ENTPersonJointure" | "categoriePersonne" | "ENTPersonAutresPrenoms" | "ENTEnsSpecialites" => {}
            "ENTPersonDateNaissance" => self.birth_day = reading.birth_day(values),
            "ENTPersonNomPatro" => self.birth_name = reading.name(values),
            "ENTPersonNom" => reading.replace_name(values, &mut self.last_name),
            "ENTPersonPrenom" => reading.replace_first_name(values, &mut self.first_name),
            "ENTPersonCivilite" => self.civility = reading.text(values),
            "ENTPersonMail" => self.email = reading.email(values),
            "ENTPersonStructRattach" => self.attached = reading.identifiers(values),
            "ENTPersonFonctions" => self.functions = functions(values, reading),
            "ENTEnsFonctionDir" => self.directs = reading.identifiers(values),
            "ENTPersonCategorieEnseignant" => self.teacher = reading.boolean(values),
            // The syntax of the dated variants is not published.
            "ENTPersonStructRattachDate"
            | "ENTPersonFonctionsDate"
            | "ENTEnsFonctionDirDate"
            | "ENTPersonCategorieEnseignantDate" => {}
            _ => return false,
        }
        true
    }
}

impl Function {
    fn is_teaching(&self) -> bool {
        [&self.code, &self.label, &self.speciality_code, &self.speciality_label]
            .into_iter()
            .flatten()
            .any(|text| text.contains("ENS") || text.contains("DOC"))
    }

    fn is_direction(&self) -> bool {
        self.speciality_label.as_deref().is_some_and(|label| DIRECTOR_LABELS.contains(&label))
    }
}

/// `<school>$<code>$<label>$<speciality>$<label>`. `-` and `X` alone mean no function; fields may be missing.
fn functions(values: &[&str], reading: &mut Reading<'_>) -> Vec<Function> {
    let mut functions = Vec::with_capacity(values.len());
    for text in values {
        if matches!(*text, "-" | "X") {
            continue;
        }
        if let Some(function) = function(text, reading)
            && !functions.contains(&function)
        {
            functions.push(function);
        }
    }
    functions
}

fn function(text: &str, reading: &mut Reading<'_>) -> Option<Function> {
    let mut fields = text.split('$');
    let school = fields.next().and_then(|field| reading.identifier(field))?;
    let mut field = || fields.next().and_then(value::present).map(str::to_owned);
    let function = Function {
        school,
        code: field().filter(|code| code != "X"),
        label: field(),
        speciality_code: field(),
        speciality_label: field(),
    };
    if fields.next().is_some() {
        reading.warn(Reason::WrongFieldCount, text);
    }
    Some(function)
}

fn each_once(identifiers: impl Iterator<Item = i64>) -> Vec<i64> {
    let mut once = Vec::new();
    for identifier in identifiers {
        if !once.contains(&identifier) {
            once.push(identifier);
        }
    }
    once
}

#[cfg(test)]
mod tests {
    use super::*;

    fn direction(school: i64) -> Function {
        Function { school, speciality_label: Some("DIRECTION".to_owned()), ..Function::default() }
    }

    #[test]
    fn directors_come_from_the_list_and_from_functions() {
        let staff = Staff { directs: vec![1, 2], functions: vec![direction(2), direction(3)], ..Staff::default() };
        assert_eq!(staff.directed_schools(), [1, 2, 3]);
        assert_eq!(staff.schools(), [2, 3]);
    }

    #[test]
    fn a_function_makes_a_teacher_unless_the_category_denies_it() {
        let teaching = Function { school: 1, code: Some("ENS".to_owned()), ..Function::default() };
        let mut staff = Staff { functions: vec![teaching], ..Staff::default() };
        assert!(staff.is_teacher());
        staff.teacher = Some(false);
        assert!(!staff.is_teacher());
        assert!(!Staff::default().is_teacher());
    }
}
