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
        write!(
            formatter,
            "«\u{a0}{}\u{a0}», ligne {} (octet {})",
            self.file, self.line, self.offset
        )
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
        formatter.write_str("Livraison refusée\u{a0}: ")?;
        match self {
            Self::Io { path, cause } => {
                write!(
                    formatter,
                    "«\u{a0}{}\u{a0}» ne peut pas être lu ou écrit ({cause}).",
                    path.display()
                )
            }
            Self::UnknownFormat(path) => {
                write!(
                    formatter,
                    "«\u{a0}{}\u{a0}» n’est ni un dossier ni une archive connue.",
                    path.display()
                )
            }
            Self::NoMember(path) => {
                write!(
                    formatter,
                    "«\u{a0}{}\u{a0}» ne contient aucun fichier AAF.",
                    path.display()
                )
            }
            Self::DirectoryList(path) => {
                write!(
                    formatter,
                    "«\u{a0}{}\u{a0}» n’est pas une liste de dossiers.",
                    path.display()
                )
            }
            Self::MissingDirectory(name) => write!(
                formatter,
                "le dossier d’académie «\u{a0}{name}\u{a0}» manque."
            ),
            Self::DamagedArchive { path, cause } => {
                write!(
                    formatter,
                    "l’archive «\u{a0}{}\u{a0}» est abîmée ({cause}).",
                    path.display()
                )
            }
            Self::PathTraversal(name) => write!(
                formatter,
                "«\u{a0}{name}\u{a0}» sortirait du dossier de l’archive."
            ),
            Self::SpecialEntry(name) => write!(
                formatter,
                "«\u{a0}{name}\u{a0}» n’est pas un fichier ordinaire."
            ),
            Self::NestedArchive(name) => write!(
                formatter,
                "«\u{a0}{name}\u{a0}» est une archive dans l’archive."
            ),
            Self::TooLarge(name) => {
                write!(formatter, "«\u{a0}{name}\u{a0}» dépasse la taille permise.")
            }
            Self::TooManyEntries => formatter.write_str("l’archive contient trop de fichiers."),
            Self::DuplicateMember(name) => {
                write!(formatter, "«\u{a0}{name}\u{a0}» est présent deux fois.")
            }
            Self::KindContradiction { announced, file } => write!(
                formatter,
                "l’archive s’annonce «\u{a0}{}\u{a0}» mais contient «\u{a0}{file}\u{a0}».",
                announced.aaf_name()
            ),
            Self::MixedKinds => {
                formatter.write_str("elle mêle des fichiers complets et des fichiers delta.")
            }
            Self::MixedDates(one, other) => {
                write!(formatter, "elle mêle les dates {one} et {other}.")
            }
            Self::MixedAcademies(one, other) => {
                write!(
                    formatter,
                    "elle mêle deux origines, «\u{a0}{one}\u{a0}» et «\u{a0}{other}\u{a0}»."
                )
            }
            Self::MissingDate(name) => {
                write!(formatter, "la date de «\u{a0}{name}\u{a0}» est inconnue.")
            }
            Self::MissingEntity(entity) => {
                write!(formatter, "le fichier des {} manque.", entity.label())
            }
            Self::EmptyEntity(entity) => {
                write!(formatter, "le fichier des {} est vide.", entity.label())
            }
            Self::WrongAcademy { expected, found } => {
                write!(
                    formatter,
                    "elle vient de l’académie {found} au lieu de l’académie {expected}."
                )
            }
            Self::WrongDegree(degree) => {
                write!(formatter, "elle est du degré {degree} au lieu de 1D.")
            }
            Self::UnknownEncoding { file, encoding } => {
                write!(
                    formatter,
                    "l’encodage «\u{a0}{encoding}\u{a0}» de «\u{a0}{file}\u{a0}» n’est pas admis."
                )
            }
            Self::InvalidUtf8(position) => write!(formatter, "{position} n’est pas de l’UTF-8."),
            Self::Truncated(position) => write!(formatter, "le fichier est tronqué, {position}."),
            Self::Malformed { position, detail } => {
                write!(formatter, "{position}, est mal formé\u{a0}: {detail}.")
            }
            Self::ForbiddenDoctype(position) => {
                write!(formatter, "{position}, contient une DTD interdite.")
            }
            Self::RecordTooLarge(position) => {
                write!(formatter, "{position}, contient une fiche démesurée.")
            }
        }
    }
}

impl std::error::Error for Refusal {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io { cause, .. } => Some(cause),
            _ => None,
        }
    }
}
