//! People of the directory.

use crate::text_enum;
use db::{FromRow, Result, Tx, args, id, search_key, sort_key};

id! {
    /// A directory entry of one source.
    PersonId
}

text_enum! {
    /// What the directory says a person is.
    PersonKind {
        /// A pupil, from TPS to CM2.
        Pupil = "pupil",
        /// An adult responsible for a pupil.
        Guardian = "guardian",
        /// Somebody the Éducation nationale employs.
        Staff = "staff",
        /// Somebody a commune employs.
        Agent = "agent",
        /// Somebody else a school lets in for a time: a speaker, a grandparent who reads.
        Guest = "guest",
    }
}

text_enum! {
    /// Where an entry of the directory comes from. What one source says, another does not undo.
    Source {
        /// A delivery of the académie.
        Aaf = "aaf",
        /// An extraction of ONDE the head gave.
        Onde = "onde",
        /// Somebody of the school.
        Hand = "hand",
    }
}

impl PersonKind {
    /// Whether such a person works in a school, for whoever pays them.
    pub fn works(self) -> bool {
        matches!(self, Self::Staff | Self::Agent)
    }
}

/// A name as lists show it.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Name {
    /// The person.
    pub id: PersonId,
    /// First name.
    pub first_name: String,
    /// Last name, as in use.
    pub last_name: String,
}

impl Name {
    /// « Zoé Martin ».
    pub fn full(&self) -> String {
        full(&self.first_name, &self.last_name)
    }

    /// « Zoé M. », the form shown beside a child's work.
    pub fn short(&self) -> String {
        short(&self.first_name, &self.last_name)
    }
}

/// « Zoé Martin » from a first and a last name. Somebody erased has one name, « Ancien élève », and no last one.
pub fn full(first_name: &str, last_name: &str) -> String {
    match last_name {
        "" => first_name.to_owned(),
        last_name => format!("{first_name} {last_name}"),
    }
}

/// « Zoé M. » from a first and a last name.
pub fn short(first_name: &str, last_name: &str) -> String {
    match last_name.chars().find(|it| it.is_alphabetic()) {
        Some(initial) => format!("{first_name} {initial}."),
        None => first_name.to_owned(),
    }
}

/// The figures of a telephone number after its country or the 0 that stands for it.
pub const PHONE_FIGURES: usize = 9;

/// The key two telephone numbers are compared by, however they are written: their last figures, for with the code of the country
/// or without it is one number. A short number is all of it.
pub fn phone_key(number: &str) -> String {
    let figures: Vec<char> = number.chars().filter(char::is_ascii_digit).collect();
    figures.iter().skip(figures.len().saturating_sub(PHONE_FIGURES)).collect()
}

/// The ten figures of a French number, with the code of the country or without it.
fn national(number: &str) -> Option<String> {
    let abroad = number.trim_start().starts_with('+');
    let figures: String = number.chars().filter(char::is_ascii_digit).collect();
    let after_country = if abroad { figures.strip_prefix("33") } else { figures.strip_prefix("0033") };
    let rest = match after_country {
        Some(rest) => rest.strip_prefix('0').unwrap_or(rest),
        None if abroad => return None,
        None => figures.strip_prefix('0')?,
    };
    let is_whole = rest.len() == PHONE_FIGURES && !number.chars().any(char::is_alphabetic);
    is_whole.then(|| format!("0{rest}"))
}

/// A telephone number as it is read: « 06 00 00 00 01 », two figures at a time. What is no French number stays as it was written.
pub fn phone_shown(number: &str) -> String {
    let Some(figures) = national(number) else { return number.to_owned() };
    let figures: Vec<char> = figures.chars().collect();
    let pairs: Vec<String> = figures.chunks(2).map(|pair| pair.iter().collect()).collect();
    pairs.join("\u{a0}")
}

/// A telephone number as a telephone dials it: the end of a `tel:` link.
pub fn phone_called(number: &str) -> String {
    // « 05 61 00 00 03 poste 2 »: the words are for whoever reads.
    let mut parts = number.split(char::is_alphabetic);
    let part = parts.find(|part| part.chars().any(|it| it.is_ascii_digit())).unwrap_or(number);
    national(part).unwrap_or_else(|| part.chars().filter(|it| it.is_ascii_digit() || *it == '+').collect())
}

/// What is needed to enter somebody beside the deliveries.
#[derive(Debug, Clone)]
pub struct NewPerson<'a> {
    /// What the person is.
    pub kind: PersonKind,
    /// Where it comes from: anything but a delivery.
    pub source: Source,
    /// Code of the académie of the school that enters it.
    pub academy: &'a str,
    /// Last name, as in use.
    pub last_name: &'a str,
    /// First name.
    pub first_name: &'a str,
    /// « Mme », « M. ».
    pub civility: Option<&'a str>,
    /// The day of birth, ISO.
    pub birth_day: Option<&'a str>,
    /// The address of a letter box.
    pub email: Option<&'a str>,
    /// The national number of a pupil.
    pub ine: Option<&'a str>,
    /// Level code of a pupil (MEFSTAT4, interfaces.md §1.8).
    pub level: Option<&'a str>,
}

impl<'a> NewPerson<'a> {
    /// Somebody of whom no more than a name is known.
    pub const fn named(
        kind: PersonKind,
        source: Source,
        academy: &'a str,
        (first_name, last_name): (&'a str, &'a str),
    ) -> Self {
        Self {
            kind,
            source,
            academy,
            last_name,
            first_name,
            civility: None,
            birth_day: None,
            email: None,
            ine: None,
            level: None,
        }
    }
}

/// Enters somebody in the directory.
///
/// # Errors
/// A fault of the database.
pub async fn enter(tx: &mut Tx, new: &NewPerson<'_>) -> Result<PersonId> {
    let (id, now): (PersonId, _) = (tx.id(), tx.now());
    tx.change(
        "insert into person (id, kind, source, academy, last_name, first_name, civility, birth_day, email, ine, level, \
         details, sort_key, search_key, incomplete, created_at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, '{}', $12, $13, false, $14)",
        args![
            id,
            new.kind,
            new.source,
            new.academy,
            new.last_name,
            new.first_name,
            new.civility,
            new.birth_day,
            new.email,
            new.ine,
            new.level,
            sort_key(new.last_name, new.first_name),
            search_key(new.first_name, new.last_name),
            now
        ],
    )
    .await?;
    Ok(id)
}

#[cfg(test)]
mod tests {
    use super::{phone_called, phone_key, phone_shown};

    #[test]
    fn a_telephone_number_is_one_with_its_country_or_without() {
        for number in ["06 11 22 33 44", "0611223344", "+33611223344", "+33 (0)6.11-22.33.44", "0033 6 11 22 33 44"] {
            assert_eq!(phone_key(number), "611223344", "{number}");
        }
        assert_eq!(phone_key("30 20"), "3020");
    }

    #[test]
    fn a_telephone_number_is_read_two_figures_at_a_time() {
        for number in ["0611223344", "06.11.22.33.44", "+33611223344", "+33 (0)6.11-22.33.44", "0033 6 11 22 33 44"] {
            assert_eq!(phone_shown(number), "06\u{a0}11\u{a0}22\u{a0}33\u{a0}44", "{number}");
            assert_eq!(phone_called(number), "0611223344", "{number}");
        }
        for (number, called) in
            [("+34 611 22 33 44", "+34611223344"), ("3020", "3020"), ("0561000003 poste 2", "0561000003")]
        {
            assert_eq!((phone_shown(number).as_str(), phone_called(number).as_str()), (number, called));
        }
    }
}
