//! Why a whole delivery is refused: nothing of it may be kept.

use std::fmt;
use std::io;
use std::path::PathBuf;

use crate::{Entity, Kind};

/// A place in a member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Position {
    /// Name of the member, without its folder.
    pub file: String,
    /// Line, from 1.
    pub line: u64,
    /// Bytes before the place, in UTF-8 and without byte order mark.
    pub offset: u64,
}

impl fmt::Display for Position {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "«\u{a0}{}\u{a0}», ligne {} (octet {})", self.file, self.line, self.offset)
    }
}

/// A reason to refuse a delivery. Its `Display` is one sentence in French.
#[derive(Debug)]
pub enum Refusal {
    /// A file or a folder could not be read or written.
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        cause: io::Error,
    },
    /// Neither a folder nor an archive of a known format.
    UnknownFormat(PathBuf),
    /// No AAF-1D member at this path.
    NoMember(PathBuf),
    /// `importDirectories.json` cannot be understood.
    DirectoryList(PathBuf),
    /// A folder named by `importDirectories.json` does not exist, or its name is not a plain folder name.
    MissingDirectory(String),
    /// The archive is damaged, truncated or encrypted.
    DamagedArchive {
        /// The archive.
        path: PathBuf,
        /// What the decoder said.
        cause: String,
    },
    /// An archive entry would be written outside its folder.
    PathTraversal(String),
    /// An archive entry is a link, a device or a sparse file.
    SpecialEntry(String),
    /// An archive within the archive.
    NestedArchive(String),
    /// A member, or everything together, passes the limits.
    TooLarge(String),
    /// The archive holds more entries than allowed.
    TooManyEntries,
    /// Two members of the delivery have the same name or the same part number.
    DuplicateMember(String),
    /// The archive is named as one kind and holds the other.
    KindContradiction {
        /// The kind its name announces.
        announced: Kind,
        /// The member of the other kind.
        file: String,
    },
    /// Full and delta members in one folder.
    MixedKinds,
    /// Members of several dates in one folder.
    MixedDates(String, String),
    /// Members of two académies or two projects in one folder.
    MixedAcademies(String, String),
    /// Neither the member nor the archive name gives the date.
    MissingDate(String),
    /// A full delivery without any member of this entity.
    MissingEntity(Entity),
    /// A full delivery whose members of this entity are empty.
    EmptyEntity(Entity),
    /// The académie in the comments is not the expected one.
    WrongAcademy {
        /// The expected code.
        expected: String,
        /// The code read in the delivery.
        found: String,
    },
    /// The delivery says it is of the second degree.
    WrongDegree(String),
    /// An encoding other than UTF-8 and the ISO-8859 ones.
    UnknownEncoding {
        /// Name of the member.
        file: String,
        /// The encoding it announces.
        encoding: String,
    },
    /// Bytes that are not UTF-8 in a member that says it is.
    InvalidUtf8(Position),
    /// The member stops before its end.
    Truncated(Position),
    /// The member is not XML, or not the XML of interfaces.md §1.2.
    Malformed {
        /// Where.
        position: Position,
        /// What was found.
        detail: String,
    },
    /// A DTD with declarations, a public identifier or an address.
    ForbiddenDoctype(Position),
    /// One record is too large to be one.
    RecordTooLarge(Position),
}

impl fmt::Display for Refusal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Livraison refusée\u{a0}: {}.", self.cause())
    }
}

impl Refusal {
    fn cause(&self) -> String {
        match self {
            Self::Io { path, cause } => {
                format!("{} ne peut pas être lu ou écrit ({})", quoted(path.display()), said_of(cause))
            }
            Self::UnknownFormat(path) => {
                format!("{} n’est ni un dossier ni une archive connue", quoted(path.display()))
            }
            Self::NoMember(path) => {
                format!("{} ne contient aucun fichier AAF", quoted(path.display()))
            }
            Self::DirectoryList(path) => {
                format!("{} n’est pas une liste de dossiers", quoted(path.display()))
            }
            Self::MissingDirectory(name) => {
                format!("le dossier d’académie {} manque", quoted(name))
            }
            Self::DamagedArchive { path, cause } => {
                format!("l’archive {} est abîmée ({cause})", quoted(path.display()))
            }
            Self::PathTraversal(name) => {
                format!("{} sortirait du dossier de l’archive", quoted(name))
            }
            Self::SpecialEntry(name) => format!("{} n’est pas un fichier ordinaire", quoted(name)),
            Self::NestedArchive(name) => format!("{} est une archive dans l’archive", quoted(name)),
            Self::TooLarge(name) => format!("{} dépasse la taille permise", quoted(name)),
            Self::TooManyEntries => "l’archive contient trop de fichiers".to_owned(),
            Self::DuplicateMember(name) => format!("{} est présent deux fois", quoted(name)),
            Self::KindContradiction { announced, file } => {
                let announced = quoted(announced.aaf_name());
                format!("l’archive s’annonce {announced} mais contient {}", quoted(file))
            }
            Self::MixedKinds => "elle mêle des fichiers complets et des fichiers delta".to_owned(),
            Self::MixedDates(one, other) => format!("elle mêle les dates {one} et {other}"),
            Self::MixedAcademies(one, other) => {
                format!("elle mêle deux origines, {} et {}", quoted(one), quoted(other))
            }
            Self::MissingDate(name) => format!("la date de {} est inconnue", quoted(name)),
            Self::MissingEntity(entity) => format!("le fichier des {} manque", entity.label()),
            Self::EmptyEntity(entity) => format!("le fichier des {} est vide", entity.label()),
            Self::WrongAcademy { expected, found } => {
                format!("elle vient de l’académie {found} au lieu de l’académie {expected}")
            }
            Self::WrongDegree(degree) => format!("elle est du degré {degree} au lieu de 1D"),
            Self::UnknownEncoding { file, encoding } => {
                format!("l’encodage {} de {} n’est pas admis", quoted(encoding), quoted(file))
            }
            Self::InvalidUtf8(position) => format!("{position} n’est pas de l’UTF-8"),
            Self::Truncated(position) => format!("le fichier est tronqué, {position}"),
            Self::Malformed { position, detail } => {
                format!("{position} est mal formé\u{a0}: {detail}")
            }
            Self::ForbiddenDoctype(position) => format!("{position} contient une DTD interdite"),
            Self::RecordTooLarge(position) => format!("{position} contient une fiche démesurée"),
        }
    }
}

/// What the system says of a file or a folder, in French where it is usual.
pub fn said_of(cause: &io::Error) -> String {
    match cause.kind() {
        io::ErrorKind::NotFound => "fichier ou dossier introuvable".to_owned(),
        io::ErrorKind::PermissionDenied => "accès refusé par le système".to_owned(),
        io::ErrorKind::StorageFull => "il n’y a plus de place".to_owned(),
        _ => cause.to_string(),
    }
}

fn quoted(name: impl fmt::Display) -> String {
    format!("«\u{a0}{name}\u{a0}»")
}

impl std::error::Error for Refusal {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io { cause, .. } => Some(cause),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_is_one_french_sentence() {
        let position = Position { file: "x_Eleve_0000.xml".to_owned(), line: 12, offset: 345 };
        assert_eq!(
            Refusal::Truncated(position).to_string(),
            "Livraison refusée\u{a0}: le fichier est tronqué, «\u{a0}x_Eleve_0000.xml\u{a0}», ligne 12 (octet 345)."
        );
        assert_eq!(
            Refusal::MissingEntity(Entity::Pupil).to_string(),
            "Livraison refusée\u{a0}: le fichier des élèves manque."
        );
        let absent = Refusal::Io { path: "a.zip".into(), cause: io::ErrorKind::NotFound.into() };
        assert_eq!(
            absent.to_string(),
            "Livraison refusée\u{a0}: «\u{a0}a.zip\u{a0}» ne peut pas être lu ou écrit (fichier ou dossier introuvable)."
        );
    }
}
