//! Why a document could not be made.

use std::error::Error;
use std::fmt::{self, Display, Formatter};

/// Why a document could not be made. Names the sheet by its rank, never by a person, so that it can be logged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PdfError {
    /// The list of sheets is empty.
    NoSheet,
    /// A text of this sheet (counted from 1; 0 is the title) does not fit its place in the smallest letters.
    TooLong {
        /// Rank of the sheet, from 1.
        sheet: usize,
    },
    /// The activation address of this sheet (counted from 1) is longer than a QR code can hold.
    AddressTooLong {
        /// Rank of the sheet, from 1.
        sheet: usize,
    },
    /// The fonts built into the program cannot be read.
    Font,
    /// The document breaks a rule of PDF/UA-1; the text is for developers.
    Invalid(String),
}

impl Display for PdfError {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoSheet => write!(formatter, "no sheet to print"),
            Self::TooLong { sheet } => write!(formatter, "a text of sheet {sheet} is too long for its place"),
            Self::AddressTooLong { sheet } => {
                write!(formatter, "the activation address of sheet {sheet} is too long for a QR code")
            }
            Self::Font => write!(formatter, "the built-in fonts cannot be read"),
            Self::Invalid(reason) => write!(formatter, "the PDF would not be accessible: {reason}"),
        }
    }
}

impl Error for PdfError {}
