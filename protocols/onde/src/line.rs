//! One row being read, and what is to be said of it.

use crate::columns::{Field, normalised};
use crate::header::Header;
use crate::table::Row;
use crate::value::{clean, is_formula};
use crate::{Problem, Remark};

/// A row under its header.
pub(crate) struct Line<'a> {
    /// The line of the file.
    pub(crate) number: u64,
    /// What columns hold.
    pub(crate) header: &'a Header,
    /// What was remarked so far.
    pub(crate) remarks: Vec<Remark>,
    row: &'a Row,
}

impl<'a> Line<'a> {
    /// A row; what it has beyond its header is left, and remarked.
    pub(crate) fn new(header: &'a Header, row: &'a Row) -> Self {
        let mut line = Self { number: row.number, header, remarks: Vec::new(), row };
        let beyond = row.cells.iter().skip(header.width()).map(clean).find(|it| !it.is_empty());
        if let Some(value) = beyond {
            line.remark(Problem::Cells, None, &value, false);
        }
        line
    }

    /// Says something of the line, or of a cell of it.
    pub(crate) fn remark(&mut self, problem: Problem, position: Option<usize>, value: &str, rejected: bool) {
        let column = position.and_then(|it| self.header.name(it));
        let value = Some(value.to_owned()).filter(|it| !it.is_empty());
        let who = self.who();
        self.remarks.push(Remark { line: self.number, problem, column, value, rejected, who });
    }

    /// Whom the line is about, as written.
    fn who(&self) -> Option<String> {
        let [usage_name, last_name, first_name] =
            [Field::UsageName, Field::LastName, Field::FirstName].map(|field| self.cell(self.header.position(field)));
        let last_name = if usage_name.is_empty() { last_name } else { usage_name };
        let name = format!("{last_name} {first_name}").trim().to_owned();
        Some(name).filter(|it| !it.is_empty())
    }

    /// Says that the same person was there before.
    pub(crate) fn remark_double(&mut self, last_name: &str, first_name: &str, rejected: bool) {
        self.remark(Problem::Repeated, None, &format!("{last_name} {first_name}"), rejected);
    }

    /// Whether something said of the line leaves it out.
    pub(crate) fn is_rejected(&self) -> bool {
        self.remarks.iter().any(|it| it.rejected)
    }

    /// What a cell says, empty when the row ends before or the column is not there.
    pub(crate) fn cell(&self, position: Option<usize>) -> String {
        clean(self.raw(position))
    }

    /// A cell as written.
    pub(crate) fn raw(&self, position: Option<usize>) -> &'a str {
        position.and_then(|it| self.row.cells.get(it)).unwrap_or_default()
    }

    /// A text, kept whatever it is.
    pub(crate) fn text(&mut self, field: Field) -> Option<String> {
        self.text_at(self.header.position(field))
    }

    /// A text, by its place.
    pub(crate) fn text_at(&mut self, position: Option<usize>) -> Option<String> {
        let text = self.cell(position);
        if is_formula(&text) {
            self.remark(Problem::Formula, position, &text, false);
        }
        Some(text).filter(|it| !it.is_empty())
    }

    /// A text without which the line is left out.
    pub(crate) fn needed(&mut self, field: Field) -> String {
        let text = self.text(field);
        if text.is_none() {
            self.remark(Problem::Missing, self.header.position(field), "", true);
        }
        text.unwrap_or_default()
    }

    /// Something that has a syntax; what has not is remarked and passed over.
    pub(crate) fn checked<T>(&mut self, field: Field, problem: Problem, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        let position = self.header.position(field);
        let text = self.cell(position);
        let value = read(&text);
        if value.is_none() && !text.is_empty() {
            self.remark(problem, position, &text, false);
        }
        value
    }

    /// Family name and name in use; the second stands for the first where only it is written, which is remarked.
    pub(crate) fn last_names(&mut self) -> (String, Option<String>) {
        let usage_name = self.text(Field::UsageName);
        if usage_name.is_none() {
            return (self.needed(Field::LastName), None);
        }
        match self.text(Field::LastName) {
            Some(last_name) => (last_name, usage_name),
            None => {
                self.remark(Problem::Missing, self.header.position(Field::LastName), "", false);
                (usage_name.unwrap_or_default(), None)
            }
        }
    }

    /// Street, postcode, town, country; a country alone is no address.
    pub(crate) fn address(&mut self) -> Option<[String; 4]> {
        let address = [Field::Street, Field::Postcode, Field::Town, Field::Country]
            .map(|field| self.text(field).unwrap_or_default());
        address.iter().take(3).any(|part| !part.is_empty()).then_some(address)
    }
}

/// A name as two files that write it each in their way have it in common.
pub(crate) fn folded(name: &str) -> String {
    normalised(name).replace('-', "")
}
