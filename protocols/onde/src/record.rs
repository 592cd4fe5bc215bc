//! What an extraction says, line by line.

/// A file that was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extraction {
    /// Its lines.
    pub content: Content,
    /// The charset it was read in: « UTF-8 », « windows-1252 », « UTF-16 ».
    pub charset: &'static str,
    /// The columns it has, as written, each with whether it is used.
    pub columns: Vec<(String, bool)>,
    /// What could not be read, or was read with a doubt.
    pub remarks: Vec<Remark>,
}

/// The lines of an extraction, by what its header says it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// Pupils.
    Pupils(Vec<Pupil>),
    /// Adults responsible for pupils.
    Guardians(Vec<Guardian>),
    /// Teachers.
    Teachers(Vec<Teacher>),
}

/// What ONDE says of the sex of a pupil.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sex {
    /// `F`.
    Female,
    /// `M` or `H`.
    Male,
}

/// A pupil. Empty cells are none.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pupil {
    /// The line of the file, from 1 for the header.
    pub line: u64,
    /// Family name.
    pub last_name: String,
    /// Name in use.
    pub usage_name: Option<String>,
    /// First name.
    pub first_name: String,
    /// Day of birth, ISO.
    pub birth_day: Option<String>,
    /// Sex.
    pub sex: Option<Sex>,
    /// The national number, 11 characters.
    pub ine: Option<String>,
    /// The level as ONDE words it: `CE1`.
    pub level: Option<String>,
    /// Label of the class.
    pub class: Option<String>,
    /// Number of the class in ONDE.
    pub class_number: Option<String>,
    /// Groups (*regroupements*).
    pub groups: Vec<String>,
    /// First address: street, postcode, town, country.
    pub address: Option<[String; 4]>,
}

/// An adult responsible for pupils.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Guardian {
    /// The line of the file, from 1 for the header.
    pub line: u64,
    /// `M.` or `Mme`.
    pub civility: Option<String>,
    /// Family name.
    pub last_name: String,
    /// Name in use.
    pub usage_name: Option<String>,
    /// First name.
    pub first_name: String,
    /// Street, postcode, town, country.
    pub address: Option<[String; 4]>,
    /// Address of a letter box.
    pub email: Option<String>,
    /// Home, work, mobile, as far as written.
    pub phones: Vec<String>,
    /// The children, in the order of the blocks.
    pub children: Vec<Child>,
}

/// A child as the line of an adult names it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Child {
    /// Family name.
    pub last_name: String,
    /// Name in use.
    pub usage_name: Option<String>,
    /// First name.
    pub first_name: String,
    /// The class, often worded otherwise than in the extraction of pupils.
    pub class: Option<String>,
}

/// A teacher.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Teacher {
    /// The line of the file, from 1 for the header.
    pub line: u64,
    /// `M.` or `Mme`.
    pub civility: Option<String>,
    /// Family name.
    pub last_name: String,
    /// Name in use.
    pub usage_name: Option<String>,
    /// First name.
    pub first_name: String,
    /// Address of a letter box.
    pub email: Option<String>,
    /// Whether the line says this is the head.
    pub heads: bool,
    /// Labels of the classes taught.
    pub classes: Vec<String>,
}

/// What is wrong with a line, or doubtful.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// The line of the file.
    pub line: u64,
    /// What it is.
    pub problem: Problem,
    /// The column, as the header writes it.
    pub column: Option<String>,
    /// What was written there.
    pub value: Option<String>,
    /// Whether the line is left out because of it.
    pub rejected: bool,
    /// Whom the line is about, as it writes the last name, then the first; none when it writes neither.
    pub who: Option<String>,
}

/// What can be wrong with a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Problem {
    /// A first or last name, or a birth day of a pupil, is missing.
    Missing,
    /// A day that is none: 29/02/2019.
    Day,
    /// An INE that is none.
    Ine,
    /// An address of a letter box that is none.
    Email,
    /// A telephone number that is none.
    Phone,
    /// A level this house does not know.
    Level,
    /// A sex that is neither.
    Sex,
    /// More cells than columns.
    Cells,
    /// The same person twice.
    Repeated,
    /// A cell that a spreadsheet would run: it is kept as text.
    Formula,
}

/// Why a file is refused whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// Nothing in it.
    Empty,
    /// A header and no line.
    NoLine,
    /// A spreadsheet or an archive, whatever its name says.
    Spreadsheet,
    /// Neither semicolons, commas nor tabs lead to known columns.
    NotAnExtraction,
    /// A quote that is never closed; from this line on.
    Unbalanced(u64),
    /// Columns without which nothing can be done, as ONDE writes them.
    Lacks(Vec<&'static str>),
    /// A column that is there twice.
    Twice(String),
    /// Columns nobody knows. They may be ignored by name.
    Unknown(Vec<String>),
    /// More bytes or lines than a school ever has.
    TooLong,
}
