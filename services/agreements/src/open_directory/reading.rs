//! Reading the file, a line at a time: which schools it tells of, and what is wrong with the other lines.

use super::{
    columns::{Columns, Values},
    report::{Remark, Report},
};
use crate::W;
use csv::{ByteRecord, Position, ReaderBuilder, StringRecord};
use db::{Error, Result};
use school::authority::is_uai;
use std::{collections::BTreeMap, future::poll_fn, io::Read, task::Poll};

/// The file of the whole country is half as large.
pub const MOST_BYTES: u64 = 40 * 1024 * 1024;
/// And half as long.
const MOST_LINES: u64 = 150_000;
/// The longest label worth keeping.
const LONGEST: usize = 200;
/// After so many lines, others have their turn.
const LINES_AT_ONCE: u64 = 2000;

/// A school of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The number of its line.
    pub number: u64,
    /// Its national code.
    pub uai: String,
    /// Its name.
    pub name: String,
    /// Its commune.
    pub town: String,
    /// The INSEE code of its commune.
    pub insee: Option<String>,
    /// Its dispersed RPI.
    pub rpi: String,
    /// Whether it is private.
    pub private: bool,
    open: bool,
    changed: String,
}

/// The schools of a file, by national code.
#[derive(Debug, Default)]
pub struct Reading {
    /// The open schools.
    pub lines: BTreeMap<String, Line>,
    /// What is known so far.
    pub report: Report,
}

/// Reads a file. Each school is there once: a line that says it is open counts more than one that says it closed, then the
/// one changed last.
///
/// # Errors
/// [`Error::Invalid`] beside `fichier` when it is no such file, or too large.
pub async fn read(reader: impl Read + Send) -> Result<Reading> {
    let mut csv = ReaderBuilder::new().delimiter(b';').flexible(true).from_reader(reader.take(MOST_BYTES));
    let header = csv.byte_headers().map_err(|error| unreadable(&error))?.clone();
    let columns = Columns::of(&text(header).ok_or_else(|| Error::invalid("fichier", W.directory_not_utf8()))?)?;
    let mut reading = Reading::default();
    let mut record = ByteRecord::new();
    let mut count: u64 = 0;
    while csv.read_byte_record(&mut record).map_err(|error| unreadable(&error))? {
        count += 1;
        if count > MOST_LINES {
            return Err(Error::invalid("fichier", W.directory_too_long()));
        }
        let number = record.position().map_or(0, Position::line);
        reading.take(number, std::mem::take(&mut record), columns);
        if count.is_multiple_of(LINES_AT_ONCE) {
            breathe().await;
        }
    }
    if csv.position().byte() >= MOST_BYTES {
        return Err(Error::invalid("fichier", W.directory_too_large()));
    }
    reading.report.lines = i64::try_from(count).unwrap_or(i64::MAX);
    let before = reading.lines.len();
    reading.lines.retain(|_, line| line.open);
    reading.report.closed = i64::try_from(before - reading.lines.len()).unwrap_or(i64::MAX);
    Ok(reading)
}

fn text(record: ByteRecord) -> Option<StringRecord> {
    StringRecord::from_byte_record(record).ok()
}

fn unreadable(error: &csv::Error) -> Error {
    tracing::debug!(%error, "an open directory was not read");
    Error::invalid("fichier", W.directory_unreadable())
}

/// Reading a large file keeps no other request waiting.
async fn breathe() {
    let mut rested = false;
    poll_fn(|context| {
        if rested {
            return Poll::Ready(());
        }
        rested = true;
        context.waker().wake_by_ref();
        Poll::Pending
    })
    .await;
}

impl Reading {
    fn take(&mut self, number: u64, record: ByteRecord, columns: Columns) {
        let Some(record) = text(record) else {
            return self.refuse(number, String::new(), W.directory_line_not_utf8());
        };
        let values = Values(&record, columns);
        if !values.is_school() {
            self.report.others += 1;
            return;
        }
        let uai = values.uai();
        if !is_uai(&uai) {
            return self.refuse(number, uai, W.directory_line_no_uai());
        }
        let town = short(values.town());
        if town.is_empty() {
            return self.refuse(number, uai, W.directory_line_no_town());
        }
        let insee = self.insee(number, &uai, &values);
        let line = Line {
            number,
            name: short(values.name()),
            town,
            insee,
            rpi: short(values.rpi()),
            private: values.is_private(),
            open: values.is_open(),
            changed: short(values.changed()),
            uai,
        };
        self.keep(line);
    }

    fn keep(&mut self, line: Line) {
        let Some(known) = self.lines.get_mut(&line.uai) else {
            self.lines.insert(line.uai.clone(), line);
            return;
        };
        self.report.repeated += 1;
        if (line.open, &line.changed) > (known.open, &known.changed) {
            *known = line;
        }
    }

    /// The INSEE code of a line. Some files hold the postcode in its place, some the code of another département.
    fn insee(&mut self, number: u64, uai: &str, values: &Values<'_>) -> Option<String> {
        let code = values.insee();
        if code.is_empty() {
            return None;
        }
        let padded = padded(&values.department());
        let department = if padded.is_empty() { department_of(uai) } else { padded };
        let remark = if code == values.postcode() {
            W.directory_line_postcode()
        } else if !is_insee(&code) || !agrees(&code, &department) {
            W.directory_line_insee()
        } else {
            return Some(code);
        };
        self.report.doubtful.push(Remark { line: number, uai: uai.to_owned(), text: remark.to_owned() });
        None
    }

    fn refuse(&mut self, number: u64, uai: String, text: &str) {
        self.report.refused.push(Remark { line: number, uai: short(&uai), text: text.to_owned() });
    }
}

fn short(text: &str) -> String {
    text.chars().filter(|it| !it.is_control()).take(LONGEST).collect()
}

/// « 031 » for 31 and for 031, « 02A » for 2A. Empty for nothing.
fn padded(department: &str) -> String {
    if department.is_empty() { String::new() } else { format!("{department:0>3}") }
}

/// The département of a national code. Corsica is numbered apart there.
fn department_of(uai: &str) -> String {
    match uai.get(..3).unwrap_or_default() {
        "620" => "02A".to_owned(),
        "720" => "02B".to_owned(),
        department => department.to_owned(),
    }
}

fn is_insee(code: &str) -> bool {
    let rest = code.strip_prefix("2A").or_else(|| code.strip_prefix("2B")).unwrap_or(code);
    code.len() == 5 && rest.bytes().all(|it| it.is_ascii_digit())
}

/// Whether a commune is of a département of three characters: 31118 is of 031, 97101 of 971.
fn agrees(insee: &str, department: &str) -> bool {
    insee.starts_with(department) || department.strip_prefix('0').is_some_and(|it| insee.starts_with(it))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn departments_are_padded_in_several_ways() {
        for (written, expected) in [("31", "031"), ("031", "031"), ("2A", "02A"), ("02A", "02A"), ("971", "971")] {
            assert_eq!(padded(written), expected);
        }
        assert!(agrees("31118", "031") && agrees("2A004", "02A") && agrees("97101", "971"));
        assert!(!agrees("81118", "031"));
        assert!(is_insee("2B033") && !is_insee("3111") && !is_insee("2C033"));
        assert_eq!(department_of("6200001A"), "02A");
    }
}
