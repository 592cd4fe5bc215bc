//! A table with its caption and headers; on a phone each row becomes a card.

use askama::Template;
use askama::filters::HtmlSafe;

use super::SafeHtml;

/// The head of one column.
#[derive(Clone, Debug)]
pub struct Column {
    /// The header, repeated before each value on a phone.
    pub label: String,
    /// Whether values are figures, aligned on the right.
    pub numeric: bool,
}

impl Column {
    /// A column of words.
    pub fn new(label: impl Into<String>) -> Self {
        Self { label: label.into(), numeric: false }
    }

    /// A column of figures.
    pub fn numeric(label: impl Into<String>) -> Self {
        Self { label: label.into(), numeric: true }
    }
}

/// What stands at the meeting of a row and a column.
#[derive(Clone, Debug)]
pub struct Cell {
    text: String,
    html: Option<SafeHtml>,
    href: Option<String>,
}

impl Cell {
    /// Plain words, escaped.
    pub fn text(text: impl Into<String>) -> Self {
        Self { text: text.into(), html: None, href: None }
    }

    /// Markup already rendered by a component.
    pub fn html(html: SafeHtml) -> Self {
        Self { text: String::new(), html: Some(html), href: None }
    }

    /// A link.
    pub fn link(label: impl Into<String>, href: impl Into<String>) -> Self {
        Self { text: label.into(), html: None, href: Some(href.into()) }
    }
}

/// Rows under columns; the first cell of each row is its header.
#[derive(Clone, Debug, Template)]
#[template(path = "component/table.html")]
pub struct Table {
    caption: String,
    caption_hidden: bool,
    columns: Vec<Column>,
    rows: Vec<Vec<Cell>>,
}

impl HtmlSafe for Table {}

impl Table {
    /// A table; each row has as many cells as there are columns.
    pub fn new(caption: impl Into<String>, columns: Vec<Column>, rows: Vec<Vec<Cell>>) -> Self {
        debug_assert!(rows.iter().all(|row| row.len() == columns.len()), "a row has not one cell per column");
        Self { caption: caption.into(), caption_hidden: false, columns, rows }
    }

    /// Keeps the caption for screen readers alone, where a heading above already says it.
    pub fn caption_hidden(self) -> Self {
        Self { caption_hidden: true, ..self }
    }

    fn pairs<'row>(&'row self, row: &'row [Cell]) -> impl Iterator<Item = (&'row Column, &'row Cell)> {
        self.columns.iter().zip(row)
    }
}
