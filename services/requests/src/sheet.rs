//! Spreadsheets as they are opened here: a semicolon between values, nothing a program would run.

use db::{Error, Result};

/// Without it, spreadsheets read accents wrong.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// A spreadsheet of these rows, the first of which names the columns.
///
/// # Errors
/// A fault of the writer.
pub(crate) fn written(rows: &[Vec<String>]) -> Result<Vec<u8>> {
    let mut writer = csv::WriterBuilder::new().delimiter(b';').from_writer(BYTE_ORDER_MARK.to_string().into_bytes());
    for row in rows {
        writer.write_record(row.iter().map(|value| harmless(value))).map_err(Error::fault)?;
    }
    writer.into_inner().map_err(|error| Error::fault(error.to_string()))
}

/// A value that begins like a formula would be run by the spreadsheet that opens it.
fn harmless(value: &str) -> String {
    if value.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{value}") } else { value.to_owned() }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::written;

    #[test]
    fn no_value_is_run() {
        let rows = [vec!["Type".to_owned(), "Total".to_owned()], vec!["=1+1".to_owned(), "3".to_owned()]];
        let text = String::from_utf8(written(&rows).unwrap());
        assert_eq!(text.unwrap(), "\u{feff}Type;Total\n'=1+1;3\n");
    }
}
