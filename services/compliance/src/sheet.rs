//! Tables as text, for any spreadsheet.

use db::{Error, Result};

/// How spreadsheets know UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// A head and its lines.
///
/// # Errors
/// A fault of serialisation.
pub(crate) fn csv(head: &[String], lines: impl Iterator<Item = Vec<String>>) -> Result<Vec<u8>> {
    let mut writer = ::csv::WriterBuilder::new().delimiter(b';').from_writer(Vec::from(BYTE_ORDER_MARK));
    writer.write_record(head).map_err(Error::fault)?;
    for line in lines {
        writer.write_record(line.iter().map(|cell| harmless(cell))).map_err(Error::fault)?;
    }
    writer.into_inner().map_err(|error| Error::fault(error.to_string()))
}

/// A value that begins like a formula would be run by the spreadsheet that opens it.
fn harmless(value: &str) -> String {
    let is_formula = value.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if is_formula { format!("'{value}") } else { value.to_owned() }
}
