//! The table of a month as files: for spreadsheets, and on paper for a council.

use crate::{
    W,
    monthly::{Group, Monthly, heads},
};
use db::{Error, Result};
use pdf::{Column, Document, Part, Table};
use web::sheet;

impl Monthly {
    /// For spreadsheets.
    ///
    /// # Errors
    /// A fault of the writer.
    pub fn spreadsheet(&self) -> Result<Vec<u8>> {
        let head = |first: &'static str| [first].into_iter().chain(heads());
        let row = |group: &Group| [vec![group.label.clone()], group.cells()].concat();
        let mut rows: Vec<Vec<String>> = self.kinds.iter().chain([&self.whole]).map(row).collect();
        if !self.schools.is_empty() {
            rows.push(head(W.school()).map(str::to_owned).collect());
            rows.extend(self.schools.iter().map(row));
        }
        sheet::csv(&head(W.kind()).collect::<Vec<_>>().join(";"), rows)
    }

    /// For the council, on paper.
    ///
    /// # Errors
    /// A fault of the layout.
    pub fn document(&self) -> Result<Vec<u8>> {
        let mut parts = vec![Part::Table(self.table(W.by_kind(), W.kind(), &self.kinds, true))];
        if !self.schools.is_empty() {
            parts.push(Part::Table(self.table(W.by_school(), W.school(), &self.schools, false)));
        }
        let document = Document {
            title: W.monthly_title(self.month.word()),
            issuer: vec![self.place.clone()],
            about: vec![W.monthly_lead().to_owned()],
            footer: W.monthly_footer(&self.place),
            parts,
            ..Document::default()
        };
        pdf::document(&document).map_err(Error::fault)
    }

    fn table(&self, caption: &str, first: &str, groups: &[Group], with_total: bool) -> Table {
        let column = |label: &str, share: u16, numeric: bool| Column { label: label.to_owned(), share, numeric };
        let numbers = heads().into_iter().map(|label| column(label, 3, true));
        let row = |group: &Group| [vec![group.label.clone()], group.cells()].concat();
        Table {
            caption: caption.to_owned(),
            columns: [column(first, 8, false)].into_iter().chain(numbers).collect(),
            rows: groups.iter().map(row).collect(),
            total: with_total.then(|| row(&self.whole)),
        }
    }
}
