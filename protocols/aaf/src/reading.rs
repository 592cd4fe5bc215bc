//! One attribute being put into a record: the values it accepts, and the findings about those it does not.

use crate::value;
use crate::{Entity, Finding, Origin, Reason, Severity};

/// Characters of an offending value that are kept.
const VALUE_LIMIT: usize = 80;

/// Who is being read, and where findings go. `values` are trimmed and never empty, here and in every record.
pub(crate) struct Reading<'a> {
    pub(crate) origin: &'a Origin,
    pub(crate) entity: Entity,
    pub(crate) id: Option<i64>,
    pub(crate) attribute: &'a str,
    pub(crate) findings: &'a mut Vec<Finding>,
}

impl Reading<'_> {
    /// Reports a value that was ignored or put right.
    pub(crate) fn warn(&mut self, reason: Reason, value: &str) {
        self.report(reason, value, Severity::Warning);
    }

    /// Reports why the whole record is rejected.
    pub(crate) fn reject(&mut self, reason: Reason, value: &str) {
        self.report(reason, value, Severity::Rejected);
    }

    fn report(&mut self, reason: Reason, value: &str, severity: Severity) {
        self.findings.push(Finding {
            file: self.origin.file.clone(),
            record: self.id,
            entity: Some(self.entity),
            attribute: Some(self.attribute.to_owned()).filter(|attribute| !attribute.is_empty()),
            reason,
            value: Some(value.chars().take(VALUE_LIMIT).collect()).filter(|value: &String| !value.is_empty()),
            severity,
        });
    }

    /// The only value of an attribute that has one.
    pub(crate) fn one<'v>(&mut self, values: &[&'v str]) -> Option<&'v str> {
        let first = *values.first()?;
        if let Some(other) = values.iter().find(|other| **other != first) {
            self.warn(Reason::SeveralValues, other);
        }
        Some(first)
    }

    /// Free text.
    pub(crate) fn text(&mut self, values: &[&str]) -> Option<String> {
        self.one(values).map(str::to_owned)
    }

    /// An address: `$` separates its lines.
    pub(crate) fn lines(&mut self, values: &[&str]) -> Option<String> {
        let text = self.one(values)?;
        let lines: Vec<&str> = text.split('$').map(str::trim).filter(|line| !line.is_empty()).collect();
        Some(lines.join("\n")).filter(|lines| !lines.is_empty())
    }

    /// A name, kept as it is written.
    pub(crate) fn name(&mut self, values: &[&str]) -> Option<String> {
        let text = self.one(values)?;
        let (name, is_cut) = value::limited_name(text);
        if is_cut {
            self.warn(Reason::LongName, text);
        }
        Some(name.to_owned())
    }

    /// Replaces a name that may not be empty: an empty value leaves what is there.
    pub(crate) fn replace_name(&mut self, values: &[&str], name: &mut String) {
        match self.name(values) {
            Some(new) => *name = new,
            None if name.is_empty() => {}
            None => self.warn(Reason::EmptyName, ""),
        }
    }

    /// As [`Self::replace_name`], out of capitals.
    pub(crate) fn replace_first_name(&mut self, values: &[&str], name: &mut String) {
        self.replace_name(values, name);
        if let Some(tidy) = value::out_of_capitals(name) {
            *name = tidy;
        }
    }

    /// All first names, out of capitals, each once.
    pub(crate) fn other_first_names(&mut self, values: &[&str]) -> Vec<String> {
        let mut names = Vec::with_capacity(values.len());
        for text in values {
            let (name, is_cut) = value::limited_name(text);
            if is_cut {
                self.warn(Reason::LongName, text);
            }
            let name = value::out_of_capitals(name).unwrap_or_else(|| name.to_owned());
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }

    /// A date, ISO.
    pub(crate) fn date(&mut self, values: &[&str]) -> Option<String> {
        let text = self.one(values)?;
        let date = value::iso_date(text);
        if date.is_none() {
            self.warn(Reason::InvalidDate, text);
        }
        date
    }

    /// A date that is not after the delivery, ISO.
    pub(crate) fn birth_day(&mut self, values: &[&str]) -> Option<String> {
        let date = self.date(values)?;
        if !self.origin.date.is_empty() && date > self.origin.date {
            self.warn(Reason::FutureBirthDate, &date);
            return None;
        }
        Some(date)
    }

    /// `O` or `N`.
    pub(crate) fn boolean(&mut self, values: &[&str]) -> Option<bool> {
        let text = self.one(values)?;
        let answer = value::boolean(text);
        if answer.is_none() {
            self.warn(Reason::InvalidBoolean, text);
        }
        answer
    }

    /// An address that may exist, as it is written.
    pub(crate) fn email(&mut self, values: &[&str]) -> Option<String> {
        let text = self.one(values)?;
        if !value::email_is_plausible(text) {
            self.warn(Reason::InvalidEmail, text);
            return None;
        }
        Some(text.to_owned())
    }

    /// One jointure.
    pub(crate) fn identifier(&mut self, text: &str) -> Option<i64> {
        let identifier = value::identifier(text.trim());
        if identifier.is_none() {
            self.warn(Reason::InvalidIdentifier, text);
        }
        identifier
    }

    /// Jointures, each once, in their order.
    pub(crate) fn identifiers(&mut self, values: &[&str]) -> Vec<i64> {
        let mut identifiers = Vec::with_capacity(values.len());
        for text in values {
            if let Some(identifier) = self.identifier(text)
                && !identifiers.contains(&identifier)
            {
                identifiers.push(identifier);
            }
        }
        identifiers
    }
}
