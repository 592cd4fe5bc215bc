//! Why a document is refused, for the program (a path and a reason) and for its writer (a sentence).

use std::error::Error;
use std::fmt;

/// A document outside the schema or beyond its limits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Where, from the top of the document: `content[2].marks[0]`; empty for the document as a whole.
    pub path: String,
    /// What is wrong there.
    pub reason: Reason,
}

impl Refused {
    /// The sentence for the person who wrote the document, in French.
    pub fn message(&self) -> &'static str {
        self.reason.message()
    }

    pub(crate) fn at(step: impl Into<String>, reason: Reason) -> Self {
        Self { path: step.into(), reason }
    }

    /// The same refusal seen from one step further up.
    pub(crate) fn inside(self, step: &str) -> Self {
        let path = if self.path.is_empty() { step.to_owned() } else { format!("{step}.{}", self.path) };
        Self { path, ..self }
    }
}

impl From<Reason> for Refused {
    fn from(reason: Reason) -> Self {
        Self { path: String::new(), reason }
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            write!(formatter, "{}\u{a0}: ", self.path)?;
        }
        formatter.write_str(self.message())
    }
}

impl Error for Refused {}

/// What is wrong in a refused document. It holds nothing of the document, so it may be logged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// More than 256 KiB of JSON.
    TooHeavy,
    /// Not JSON.
    NotJson,
    /// JSON, but its top is not a `doc`.
    NotDocument,
    /// A node or mark that lacks its `type`, or whose `content`, `marks`, `attrs` or `text` has the wrong form.
    Shape,
    /// A node the schema does not have.
    UnknownNode,
    /// A node of the schema where it may not stand.
    Misplaced,
    /// A list without items or a table without rows.
    Childless,
    /// A mark the schema does not have.
    UnknownMark,
    /// The same kind of mark twice on one text.
    RepeatedMark,
    /// An attribute that is missing or has no allowed value.
    Attribute,
    /// A link that is not `https`, `http` or `mailto`, or that carries credentials.
    Link,
    /// A link of more than 2,000 characters.
    LinkTooLong,
    /// More than 12 levels.
    TooDeep,
    /// More than 5,000 nodes.
    TooManyNodes,
    /// More than 100,000 characters of text.
    TooMuchText,
    /// A table of more than 50 rows or 12 columns.
    TableTooLarge,
}

impl Reason {
    /// The sentence for the person who wrote the document: French, and neither *tu* nor *vous* since both write.
    pub fn message(self) -> &'static str {
        match self {
            Self::TooHeavy => "Ce texte est trop lourd\u{a0}: 256\u{a0}Kio au plus, mise en forme comprise.",
            Self::NotJson | Self::NotDocument | Self::Shape => {
                "Ce texte est arrivé dans une forme illisible. Rien n’a été enregistré."
            }
            Self::UnknownNode => "Ce texte contient un élément que l’éditeur ne connaît pas.",
            Self::Misplaced => "Ce texte contient un élément à une place qui n’est pas la sienne.",
            Self::Childless => "Ce texte contient une liste ou un tableau vide.",
            Self::UnknownMark => "Ce texte contient une mise en forme que l’éditeur ne connaît pas.",
            Self::RepeatedMark => "Une même mise en forme est appliquée deux fois au même endroit.",
            Self::Attribute => "Un élément de ce texte a un réglage absent ou impossible.",
            Self::Link => {
                "Un lien n’est pas accepté\u{a0}: son adresse doit commencer par https://, http:// ou mailto:, \
                 sans espace, sans identifiant ni mot de passe."
            }
            Self::LinkTooLong => "Un lien est trop long\u{a0}: 2\u{202f}000 caractères au plus.",
            Self::TooDeep => "Trop d’éléments sont placés les uns dans les autres\u{a0}: 12\u{a0}niveaux au plus.",
            Self::TooManyNodes => "Ce texte a trop d’éléments\u{a0}: 5\u{202f}000 au plus.",
            Self::TooMuchText => "Ce texte est trop long\u{a0}: 100\u{202f}000 caractères au plus.",
            Self::TableTooLarge => "Un tableau est trop grand\u{a0}: 50\u{a0}lignes et 12\u{a0}colonnes au plus.",
        }
    }
}
