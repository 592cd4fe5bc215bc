//! What is worth saying about one value or one record, while reading goes on.

use std::sync::Arc;

use crate::Entity;

/// Where and when what is being read was written: every finding names its file, and a birth date is judged at the
/// date of the delivery.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// Name of the member, without its folder.
    pub file: Arc<str>,
    /// Date of the delivery, `yyyy-mm-dd`; empty when unknown, and then no date is in the future.
    pub date: String,
}

impl Default for Origin {
    fn default() -> Self {
        Self { file: Arc::from(""), date: String::new() }
    }
}

/// One thing to report about a delivery (interfaces.md §1.13).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Name of the member, without its folder.
    pub file: Arc<str>,
    /// Jointure of the record, when it could be read.
    pub record: Option<i64>,
    /// Kind of the record.
    pub entity: Option<Entity>,
    /// AAF name of the attribute.
    pub attribute: Option<String>,
    /// What is wrong.
    pub reason: Reason,
    /// The offending value, 80 characters at most. It may be personal data: the caller decides who reads it.
    pub value: Option<String>,
    /// What was done about it.
    pub severity: Severity,
}

/// What was done about a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The value was ignored or put right; the record is kept.
    Warning,
    /// The record is not handed over.
    Rejected,
}

/// The rules whose breach can be seen while reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// A named or numeric character nobody knows (row 4).
    UnknownReference,
    /// The prolog announces another encoding than the bytes (row 5).
    EncodingContradiction,
    /// An attribute this house does not know (row 8); said once per member.
    UnknownAttribute,
    /// One attribute written twice in a record (row 9).
    RepeatedAttribute,
    /// Several values where one is expected: the first is kept.
    SeveralValues,
    /// `id` and jointure differ (row 10).
    IdentifierMismatch,
    /// An identifier that is not a decimal number.
    InvalidIdentifier,
    /// `operationalAttributes` names another entity than the file.
    WrongCategory,
    /// A modification other than `replace` (row 28).
    UnsupportedOperation,
    /// A change or a deletion in a full delivery.
    UnexpectedRequest,
    /// An INE that does not have eleven letters and digits (row 13).
    InvalidIne,
    /// A date that is not a day of the calendar (row 14).
    InvalidDate,
    /// A birth after the date of the delivery (row 14).
    FutureBirthDate,
    /// A boolean that is neither `O` nor `N`.
    InvalidBoolean,
    /// An e-mail address that cannot exist.
    InvalidEmail,
    /// A person without last or first name (row 27).
    EmptyName,
    /// A name longer than a hundred characters, truncated (row 27).
    LongName,
    /// No name in use: the birth name replaces it.
    BirthNameUsed,
    /// A compound value with too few or too many fields (rows 15, 19 and 22).
    WrongFieldCount,
    /// A class or a group without identifier (row 15).
    EmptyClassId,
    /// A class or a group without name: its identifier replaces it (row 15).
    EmptyClassName,
    /// One guardian named twice by a pupil (row 19).
    RepeatedGuardian,
    /// A relation code outside the national table.
    UnknownRelation,
    /// A level without code (row 21).
    LevelWithoutCode,
    /// A level code outside the national table (row 21).
    UnknownLevel,
    /// A school without UAI (row 25).
    EmptyUai,
    /// A UAI whose check letter is wrong.
    InvalidUai,
    /// A school without name: its UAI replaces it (row 26).
    EmptySchoolName,
}

impl Reason {
    /// A stable key for reports and tests.
    pub const fn code(self) -> &'static str {
        match self {
            Self::UnknownReference => "unknown-reference",
            Self::EncodingContradiction => "encoding-contradiction",
            Self::UnknownAttribute => "unknown-attribute",
            Self::RepeatedAttribute => "repeated-attribute",
            Self::SeveralValues => "several-values",
            Self::IdentifierMismatch => "identifier-mismatch",
            Self::InvalidIdentifier => "invalid-identifier",
            Self::WrongCategory => "wrong-category",
            Self::UnsupportedOperation => "unsupported-operation",
            Self::UnexpectedRequest => "unexpected-request",
            Self::InvalidIne => "invalid-ine",
            Self::InvalidDate => "invalid-date",
            Self::FutureBirthDate => "future-birth-date",
            Self::InvalidBoolean => "invalid-boolean",
            Self::InvalidEmail => "invalid-email",
            Self::EmptyName => "empty-name",
            Self::LongName => "long-name",
            Self::BirthNameUsed => "birth-name-used",
            Self::WrongFieldCount => "wrong-field-count",
            Self::EmptyClassId => "empty-class-id",
            Self::EmptyClassName => "empty-class-name",
            Self::RepeatedGuardian => "repeated-guardian",
            Self::UnknownRelation => "unknown-relation",
            Self::LevelWithoutCode => "level-without-code",
            Self::UnknownLevel => "unknown-level",
            Self::EmptyUai => "empty-uai",
            Self::InvalidUai => "invalid-uai",
            Self::EmptySchoolName => "empty-school-name",
        }
    }

    /// One sentence in French, for the person who checks the delivery.
    pub const fn message(self) -> &'static str {
        match self {
            Self::UnknownReference => "Un caractère codé est inconnu\u{a0}; il est gardé tel qu’il est écrit.",
            Self::EncodingContradiction => "L’encodage annoncé n’est pas celui du fichier\u{a0}; il a été lu en UTF-8.",
            Self::UnknownAttribute => "Cet attribut est inconnu\u{a0}; il est ignoré.",
            Self::RepeatedAttribute => "Cet attribut figure deux fois dans la fiche\u{a0}; ses valeurs sont réunies.",
            Self::SeveralValues => "Une seule valeur est attendue\u{a0}; la première est gardée.",
            Self::IdentifierMismatch => "L’identifiant et la jointure de la fiche diffèrent.",
            Self::InvalidIdentifier => "Cet identifiant n’est pas un nombre.",
            Self::WrongCategory => "La fiche n’est pas de la catégorie annoncée par le fichier.",
            Self::UnsupportedOperation => "Seul le remplacement d’une valeur est possible.",
            Self::UnexpectedRequest => "Une livraison complète ne peut contenir ni modification ni suppression.",
            Self::InvalidIne => "L’INE n’a pas onze lettres et chiffres\u{a0}; il est ignoré.",
            Self::InvalidDate => "Cette date n’existe pas\u{a0}; elle est ignorée.",
            Self::FutureBirthDate => "La date de naissance suit la date de la livraison\u{a0}; elle est ignorée.",
            Self::InvalidBoolean => "Cette réponse n’est ni oui ni non\u{a0}; elle est ignorée.",
            Self::InvalidEmail => "Cette adresse électronique ne peut pas exister\u{a0}; elle est ignorée.",
            Self::EmptyName => "Le nom ou le prénom manque.",
            Self::LongName => "Ce nom dépasse cent caractères\u{a0}; la suite est coupée.",
            Self::BirthNameUsed => "Le nom d’usage manque\u{a0}; le nom de naissance le remplace.",
            Self::WrongFieldCount => "Cette valeur composée n’a pas le nombre de champs attendu.",
            Self::EmptyClassId => "La classe ou le groupe n’a pas d’identifiant\u{a0}; la valeur est ignorée.",
            Self::EmptyClassName => "La classe ou le groupe n’a pas de nom\u{a0}; son identifiant le remplace.",
            Self::RepeatedGuardian => "Ce responsable est cité deux fois par l’élève\u{a0}; le premier lien est gardé.",
            Self::UnknownRelation => "Ce lien de parenté est absent de la nomenclature.",
            Self::LevelWithoutCode => "Le niveau n’a pas de code\u{a0}; seul son libellé est gardé.",
            Self::UnknownLevel => "Ce code de niveau est absent de la nomenclature\u{a0}; seul le libellé est gardé.",
            Self::EmptyUai => "L’école n’a pas d’UAI.",
            Self::InvalidUai => "La lettre de contrôle de l’UAI est fausse\u{a0}; vérifiez le numéro.",
            Self::EmptySchoolName => "L’école n’a pas de nom\u{a0}; son UAI le remplace.",
        }
    }
}
