//! One request being read: its texts lie in one buffer that serves again for the next request.

use std::ops::Range;

/// Bytes of text one request may hold.
const TEXT_LIMIT: usize = 4 * 1024 * 1024;
/// Attributes one request may hold: ten times what AAF has.
const ATTRIBUTE_LIMIT: usize = 500;
/// Unknown references remembered per request.
const REFERENCE_LIMIT: usize = 20;

/// What a request asks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Operation {
    #[default]
    Add,
    Modify,
    Delete,
}

/// The parts of one request, before they are judged.
#[derive(Debug, Default)]
pub(crate) struct Draft {
    pub(crate) operation: Operation,
    pub(crate) category: String,
    pub(crate) id: String,
    /// An operation of a `modification` other than `replace`.
    pub(crate) refused_operation: Option<String>,
    /// Attribute and text of the references nobody knows.
    pub(crate) unknown_references: Vec<(String, String)>,
    /// Attributes written twice.
    pub(crate) repeated: Vec<String>,
    text: String,
    value_start: usize,
    values: Vec<Range<usize>>,
    attributes: Vec<Attribute>,
}

#[derive(Debug)]
struct Attribute {
    name: Range<usize>,
    values: Range<usize>,
}

impl Draft {
    /// Forgets the previous request and keeps its memory.
    pub(crate) fn begin(&mut self, operation: Operation) {
        self.operation = operation;
        self.category.clear();
        self.id.clear();
        self.refused_operation = None;
        self.unknown_references.clear();
        self.repeated.clear();
        self.text.clear();
        self.values.clear();
        self.attributes.clear();
    }

    /// Opens an attribute.
    pub(crate) fn open(&mut self, name: &str) {
        if self.attributes.iter().any(|attribute| self.text[attribute.name.clone()] == *name) {
            self.repeated.push(name.to_owned());
        }
        let start = self.text.len();
        self.text.push_str(name);
        let values = self.values.len()..self.values.len();
        self.attributes.push(Attribute { name: start..self.text.len(), values });
    }

    /// Opens a value of the last attribute.
    pub(crate) const fn open_value(&mut self) {
        self.value_start = self.text.len();
    }

    /// Adds text to the open value.
    pub(crate) fn push(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Closes the open value; an empty one is the same as none (interfaces.md §1.2).
    pub(crate) fn close_value(&mut self) {
        let written = &self.text[self.value_start..];
        let trimmed = written.trim();
        if trimmed.is_empty() {
            return;
        }
        let start = self.value_start + written.len() - written.trim_start().len();
        self.values.push(start..start + trimmed.len());
        if let Some(attribute) = self.attributes.last_mut() {
            attribute.values.end = self.values.len();
        }
    }

    /// Remembers a reference that was kept as it is written.
    pub(crate) fn note_unknown_reference(&mut self, literal: &str) {
        if self.unknown_references.len() == REFERENCE_LIMIT {
            return;
        }
        let attribute = self.attributes.last().map(|attribute| self.text[attribute.name.clone()].to_owned());
        self.unknown_references.push((attribute.unwrap_or_default(), literal.to_owned()));
    }

    /// True when no honest request is that large.
    pub(crate) const fn is_too_large(&self) -> bool {
        self.text.len() > TEXT_LIMIT
            || self.attributes.len() > ATTRIBUTE_LIMIT
            || self.category.len() + self.id.len() > 1000
    }

    /// Puts the values of an attribute written twice behind one another (interfaces.md §1.13, row 9).
    pub(crate) fn unite_repeated(&mut self) {
        let mut united: Vec<(Range<usize>, Vec<Range<usize>>)> = Vec::with_capacity(self.attributes.len());
        for attribute in &self.attributes {
            let values = &self.values[attribute.values.clone()];
            let name = &self.text[attribute.name.clone()];
            match united.iter_mut().find(|(known, _)| self.text[known.clone()] == *name) {
                Some((_, known_values)) => known_values.extend_from_slice(values),
                None => united.push((attribute.name.clone(), values.to_vec())),
            }
        }
        self.attributes.clear();
        self.values.clear();
        for (name, values) in united {
            let start = self.values.len();
            self.values.extend(values);
            self.attributes.push(Attribute { name, values: start..self.values.len() });
        }
    }

    /// All values, to be given to [`Self::attributes`].
    pub(crate) fn values(&self) -> Vec<&str> {
        self.values.iter().map(|value| &self.text[value.clone()]).collect()
    }

    /// Each attribute with its values, trimmed and never empty.
    pub(crate) fn attributes<'d>(&'d self, values: &'d [&'d str]) -> impl Iterator<Item = (&'d str, &'d [&'d str])> {
        self.attributes.iter().map(|attribute| (&self.text[attribute.name.clone()], &values[attribute.values.clone()]))
    }
}
