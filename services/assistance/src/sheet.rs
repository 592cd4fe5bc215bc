//! Spreadsheets as they are opened here: a semicolon between values, nothing a program would run.

use db::{Error, Result};
use web::paper::harmless;

/// Without it, spreadsheets read accents wrong.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// A spreadsheet under a header whose names are parted by semicolons.
///
/// # Errors
/// A fault of the writer.
pub(crate) fn written(header: &str, rows: &[Vec<String>]) -> Result<Vec<u8>> {
    let mut writer = csv::WriterBuilder::new().delimiter(b';').from_writer(BYTE_ORDER_MARK.to_string().into_bytes());
    writer.write_record(header.split(';')).map_err(Error::fault)?;
    for row in rows {
        writer.write_record(row.iter().map(|value| harmless(value))).map_err(Error::fault)?;
    }
    writer.into_inner().map_err(|error| Error::fault(error.to_string()))
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::written;

    #[test]
    fn no_value_is_run() {
        let text = String::from_utf8(written("Nom;École", &[vec!["=1+1".to_owned(), "Albi".to_owned()]]).unwrap());
        assert_eq!(text.unwrap(), "\u{feff}Nom;École\n'=1+1;Albi\n");
    }
}
