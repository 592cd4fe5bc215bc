//! A file as rows of cells: which separator it has, and whether its quotes close.

use csv::{ReaderBuilder, StringRecord};

use crate::Refusal;
use crate::columns::{is_known, normalised};
use crate::value::clean;

/// Lines beyond which no school is read.
const MOST_LINES: usize = 20_000;
/// Columns beyond which a line is no header.
const MOST_COLUMNS: usize = 500;
/// The separator of ONDE, then those of spreadsheets that saved the file again.
const SEPARATORS: [u8; 3] = *b";,\t";

/// The rows of a file; those without a word are left out.
pub(crate) struct Table {
    /// The names of the columns, as written.
    pub(crate) names: Vec<String>,
    /// What follows.
    pub(crate) rows: Vec<Row>,
}

/// One row.
pub(crate) struct Row {
    /// The line of the file it begins on, from 1.
    pub(crate) number: u64,
    /// Its cells: fewer or more than columns.
    pub(crate) cells: StringRecord,
}

impl Table {
    /// Cuts a text in rows.
    pub(crate) fn read(text: &str) -> Result<Self, Refusal> {
        let separator = separator_of(text).ok_or(Refusal::NotAnExtraction)?;
        if let Some(line) = unclosed_quote(text, separator) {
            return Err(Refusal::Unbalanced(line));
        }
        let mut rows = rows_of(text, separator)?.into_iter();
        let names: Vec<String> = rows.next().map(|it| it.cells.iter().map(clean).collect()).unwrap_or_default();
        if names.len() > MOST_COLUMNS {
            return Err(Refusal::TooLong);
        }
        Ok(Self { names, rows: rows.collect() })
    }
}

/// The separator that makes the most known columns of the first line.
fn separator_of(text: &str) -> Option<u8> {
    let header = text.lines().find(|line| line.chars().any(char::is_alphanumeric))?;
    let known = |separator: u8| {
        header.split(char::from(separator)).take(MOST_COLUMNS).filter(|name| is_known(&normalised(name))).count()
    };
    // The last of equals is taken: from the rarest to the commonest.
    SEPARATORS.into_iter().rev().map(|it| (known(it), it)).max_by_key(|it| it.0).filter(|it| it.0 > 0).map(|it| it.1)
}

/// Where a reader is in a row.
#[derive(Clone, Copy)]
enum Place {
    /// Before the first letter of a cell.
    Start,
    /// In a cell without quotes, where a quote is a letter.
    Plain,
    /// Between quotes that opened on this line.
    Quoted(u64),
    /// After a quote that closes, or that stands for itself when another follows.
    Closing(u64),
}

/// The line of a quote that nothing closes. Where the next quote of the file was meant to open a cell, it closes that one, some
/// lines below, and letters follow it: nobody writes so otherwise.
fn unclosed_quote(text: &str, separator: u8) -> Option<u64> {
    let mut place = Place::Start;
    let mut line = 1;
    for byte in text.bytes() {
        let ends_cell = byte == separator || byte == b'\n';
        place = match place {
            Place::Start if byte == b'"' => Place::Quoted(line),
            Place::Quoted(since) if byte == b'"' => Place::Closing(since),
            Place::Quoted(since) => Place::Quoted(since),
            Place::Closing(since) if byte == b'"' => Place::Quoted(since),
            Place::Closing(since) if !ends_cell && line > since => return Some(since),
            Place::Start | Place::Plain | Place::Closing(_) if ends_cell => Place::Start,
            Place::Start | Place::Plain | Place::Closing(_) => Place::Plain,
        };
        line += u64::from(byte == b'\n');
    }
    match place {
        Place::Quoted(since) => Some(since),
        Place::Start | Place::Plain | Place::Closing(_) => None,
    }
}

fn rows_of(text: &str, separator: u8) -> Result<Vec<Row>, Refusal> {
    let mut reader =
        ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for record in reader.records() {
        // A text in memory, rows of any length: nothing is left to fail.
        let Ok(cells) = record else { return Err(Refusal::NotAnExtraction) };
        if cells.iter().all(|cell| clean(cell).is_empty()) {
            continue;
        }
        if rows.len() > MOST_LINES {
            return Err(Refusal::TooLong);
        }
        rows.push(Row { number: line_of(text, &cells), cells });
    }
    Ok(rows)
}

/// The line a record begins on: it counts the empty lines before it as its own.
fn line_of(text: &str, record: &StringRecord) -> u64 {
    let Some(position) = record.position() else { return 0 };
    let start = usize::try_from(position.byte()).unwrap_or(usize::MAX);
    let before = text.as_bytes().get(start..).unwrap_or_default();
    position.line() + before.iter().take_while(|byte| **byte == b'\n').count() as u64
}
