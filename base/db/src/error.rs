//! The one error of the house.
//!
//! Rules (nouns, jobs, imports) return [`Error`]; pages turn it into an answer in `web::failure`. Protocol crates have
//! errors of their own and are converted where they are called. What is shown to a person is chosen by the variant; the
//! cause inside [`Error::Fault`] goes to the log only.

use std::{error::Error as Cause, fmt};

/// What can go wrong in a rule.
#[derive(Debug)]
pub enum Error {
    /// There is no such thing, or the viewer may not know that there is.
    NotFound,
    /// The viewer sees the thing but may not do this to it.
    Forbidden,
    /// What was typed cannot be accepted; the page is shown again with these words.
    Invalid(Problems),
    /// A unique rule of the database refused the row, or somebody else was faster.
    Conflict,
    /// A fault of ours or of the machine. Never shown; an incident number is.
    Fault(Box<dyn Cause + Send + Sync>),
}

/// `Result` with the error of the house.
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// A fault described in words for the log.
    pub fn fault(cause: impl Into<Box<dyn Cause + Send + Sync>>) -> Self {
        Self::Fault(cause.into())
    }

    /// One problem with one field; the message is a word of the service, ready to be shown.
    pub fn invalid(field: &'static str, message: impl Into<String>) -> Self {
        Self::Invalid(Problems::one(field, message))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotFound => out.write_str("not found"),
            Self::Forbidden => out.write_str("forbidden"),
            Self::Invalid(problems) => write!(out, "invalid: {problems:?}"),
            Self::Conflict => out.write_str("conflict"),
            Self::Fault(cause) => write!(out, "fault: {cause}"),
        }
    }
}

impl Cause for Error {
    fn source(&self) -> Option<&(dyn Cause + 'static)> {
        match self {
            Self::Fault(cause) => Some(&**cause),
            _ => None,
        }
    }
}

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        match &error {
            sqlx::Error::Database(cause) if cause.is_unique_violation() => Self::Conflict,
            _ => Self::Fault(Box::new(error)),
        }
    }
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        Self::Fault(Box::new(error))
    }
}

/// The problems of a form, in the order of its fields.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Problems(Vec<(&'static str, String)>);

impl Problems {
    /// A list with one problem.
    pub fn one(field: &'static str, message: impl Into<String>) -> Self {
        Self(vec![(field, message.into())])
    }

    /// Adds a problem.
    pub fn add(&mut self, field: &'static str, message: impl Into<String>) {
        self.0.push((field, message.into()));
    }

    /// Adds a problem when `ok` is false.
    pub fn require(&mut self, ok: bool, field: &'static str, message: impl Into<String>) {
        if !ok {
            self.add(field, message);
        }
    }

    /// The first problem of a field.
    pub fn of(&self, field: &str) -> Option<String> {
        self.0.iter().find(|(name, _)| *name == field).map(|(_, message)| message.clone())
    }

    /// All of them, for the summary at the top of the form.
    pub fn all(&self) -> &[(&'static str, String)] {
        &self.0
    }

    /// True when nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// `value` when nothing is wrong, else the problems as an error.
    ///
    /// # Errors
    /// [`Error::Invalid`] with these problems.
    pub fn or<T>(self, value: T) -> Result<T> {
        if self.is_empty() { Ok(value) } else { Err(Error::Invalid(self)) }
    }
}
