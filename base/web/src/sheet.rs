//! Tables as text, as spreadsheets here open them: a semicolon between values, nothing a program would run.

use db::{Error, Result};

/// Without it, spreadsheets read accents wrong.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// Rows under a header whose names are parted by semicolons. All rows have as many values.
///
/// # Errors
/// A fault of the writer.
pub fn csv<R>(header: &str, rows: impl IntoIterator<Item = R>) -> Result<Vec<u8>>
where
    R: IntoIterator<Item = String>,
{
    let mut writer = ::csv::WriterBuilder::new().delimiter(b';').from_writer(Vec::from(BYTE_ORDER_MARK));
    writer.write_record(header.split(';')).map_err(Error::fault)?;
    for row in rows {
        writer.write_record(row.into_iter().map(|value| harmless(&value))).map_err(Error::fault)?;
    }
    writer.into_inner().map_err(|error| Error::fault(error.to_string()))
}

/// A value that begins like a formula would be run by the spreadsheet that opens it.
pub fn harmless(value: &str) -> String {
    let is_formula = value.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if is_formula { format!("'{value}") } else { value.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::csv;

    #[test]
    fn no_value_is_run() {
        for value in ["=1+1", "+33 5", "-2", "@SUM(A1)", "\t=1", "\r=1"] {
            let bytes = csv("Nom;École", [[value.to_owned(), "Albi".to_owned()]]).unwrap_or_default();
            let text = String::from_utf8(bytes).unwrap_or_default();
            assert!(text.starts_with("\u{feff}Nom;École\n") && text.contains(&format!("'{value}")), "{text}");
        }
    }
}
