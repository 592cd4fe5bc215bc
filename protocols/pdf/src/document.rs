//! Letters, conventions, registers, reports: a text with headings, lists and tables, over as many pages as it takes.

/// A document to lay out.
#[derive(Debug, Clone, Default)]
pub struct Document {
    /// Its title, the first heading of the first page.
    pub title: String,
    /// Who issues it, a line each, above the title: name, address.
    pub issuer: Vec<String>,
    /// To whom it is sent, a line each, where the window of an envelope shows it; none for what is no letter.
    pub recipient: Vec<String>,
    /// Place and date, reference, subject: a line each, under the issuer and the recipient.
    pub about: Vec<String>,
    /// What is repeated at the foot of each page, before its number.
    pub footer: String,
    /// Its text.
    pub parts: Vec<Part>,
}

/// A part of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// A heading of the second level.
    Heading(String),
    /// A heading of the third level.
    Subheading(String),
    /// A paragraph.
    Paragraph(String),
    /// A paragraph in bold letters: an amount, a result.
    Strong(String),
    /// A list with dashes.
    List(Vec<String>),
    /// A table; its head is repeated on each page it takes.
    Table(Table),
    /// Places to sign, side by side: two at most.
    Signatures(Vec<Signature>),
    /// What follows begins a page.
    NewPage,
}

/// A table of a document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// What it shows, said above it.
    pub caption: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, a text per column.
    pub rows: Vec<Vec<String>>,
    /// A last row in bold letters, when there is one: a text per column.
    pub total: Option<Vec<String>>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// What its head says.
    pub label: String,
    /// How wide it is beside the others: shares of the whole width.
    pub share: u16,
    /// Whether its texts are amounts or counts, set against its right edge.
    pub numeric: bool,
}

/// A place to sign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// For whom: « Pour l’académie ».
    pub party: String,
    /// Name and quality of who signs, a line each.
    pub signatory: Vec<String>,
    /// What is known already: « Signé à Toulouse le 27 octobre 2022 »; empty space to sign else.
    pub signed: Option<String>,
}
