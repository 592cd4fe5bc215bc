//! The sums due in the layout of an accountant: a line per school, for spreadsheets.

use crate::{W, campaign::year_name, sum_list::Line};
use db::{Error, Result};
use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};

/// The column of the amount, counted from nothing.
const AMOUNT: usize = 9;
/// How wide each column is, in characters.
const WIDTHS: [u8; 12] = [16, 18, 32, 44, 18, 22, 12, 54, 14, 12, 20, 18];

/// The cells of a line, in the order of the header; the amount with a comma.
fn cells(line: &Line) -> [String; 12] {
    let address = [line.address.replace('\n', ", "), format!("{} {}", line.postcode, line.town)];
    let address = address.iter().map(|it| it.trim()).filter(|it| !it.is_empty()).collect::<Vec<_>>().join(", ");
    let or_nothing = |it: &Option<String>| it.clone().unwrap_or_default();
    [
        line.number.clone(),
        or_nothing(&line.siret),
        line.authority.clone(),
        address,
        or_nothing(&line.chorus_service),
        or_nothing(&line.chorus_commitment),
        line.uai.clone(),
        line.label.clone(),
        year_name(line.year),
        decimal(line.amount_cents),
        line.state.word(),
        or_nothing(&line.titre_number),
    ]
}

/// « 45,00 », as spreadsheets in French read a number.
pub(crate) fn decimal(cents: i64) -> String {
    format!("{},{:02}", cents / 100, cents % 100)
}

/// The lines as text, for any spreadsheet.
///
/// # Errors
/// A fault of serialisation.
pub fn csv(lines: &[Line]) -> Result<Vec<u8>> {
    web::sheet::csv(W.sum_columns(), lines.iter().map(cells))
}

/// The lines as a workbook: amounts are numbers, all else is text that is never run.
///
/// # Errors
/// A fault of serialisation.
pub fn xlsx(lines: &[Line], year: i64) -> Result<Vec<u8>> {
    workbook(lines, year).map_err(Error::fault)
}

fn workbook(lines: &[Line], year: i64) -> std::result::Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.set_name(W.sum_sheet(year_name(year)))?;
    let bold = Format::new().set_bold();
    for (column, (title, width)) in (0_u16..).zip(W.sum_columns().split(';').zip(WIDTHS)) {
        sheet.write_string_with_format(0, column, title, &bold)?;
        sheet.set_column_width(column, width)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    let money = Format::new().set_num_format("#,##0.00");
    for (row, line) in (1_u32..).zip(lines) {
        write(sheet, row, line, &money)?;
    }
    workbook.save_to_buffer()
}

fn write(sheet: &mut Worksheet, row: u32, line: &Line, money: &Format) -> std::result::Result<(), XlsxError> {
    for (rank, (column, cell)) in (0_u16..).zip(cells(line)).enumerate() {
        if rank == AMOUNT {
            // A few hundred euros: far from where a number with decimals loses a cent.
            sheet.write_number_with_format(row, column, line.amount_cents as f64 / 100.0, money)?;
        } else {
            sheet.write_string(row, column, cell)?;
        }
    }
    Ok(())
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use crate::{
        sum_due::{SumLine, lines_for, total},
        sum_state::SumState,
    };
    use proptest::prelude::*;

    fn line(school: SumLine) -> Line {
        Line {
            number: "2026-16-0007".to_owned(),
            siret: Some("21310118100013".to_owned()),
            authority: "Commune de Montaubrac".to_owned(),
            address: "1 place de la Mairie".to_owned(),
            postcode: "31000".to_owned(),
            town: "Montaubrac".to_owned(),
            chorus_service: None,
            chorus_commitment: None,
            uai: school.uai,
            label: school.label,
            year: 2026,
            amount_cents: school.amount_cents,
            state: SumState::ToIssue,
            titre_number: None,
        }
    }

    fn read(bytes: &[u8]) -> Vec<Vec<String>> {
        let text = std::str::from_utf8(bytes).unwrap().strip_prefix('\u{feff}').unwrap();
        let mut reader = ::csv::ReaderBuilder::new().delimiter(b';').from_reader(text.as_bytes());
        reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
    }

    #[test]
    fn the_header_names_every_column() {
        assert_eq!(W.sum_columns().split(';').count(), WIDTHS.len());
        let sheet = W.sum_sheet("2026-2027");
        assert!(sheet.chars().count() <= 31, "spreadsheets refuse longer names of sheets");
    }

    #[test]
    fn no_cell_is_run_as_a_formula() {
        for label in ["=1+1", "+33 5", "-2", "@SUM(A1)", "\t=1", "\r=1"] {
            let row = line(SumLine { uai: "0310001H".to_owned(), label: label.to_owned(), amount_cents: 4500 });
            assert_eq!(read(&csv(&[row]).unwrap())[0][7], format!("'{label}"));
        }
    }

    #[test]
    fn a_line_says_all_the_accountant_asks() {
        let row = line(SumLine { uai: "0310001H".to_owned(), label: "LES TILLEULS".to_owned(), amount_cents: 4505 });
        let cells = read(&csv(&[row]).unwrap()).remove(0);
        let expected = [
            "2026-16-0007",
            "21310118100013",
            "Commune de Montaubrac",
            "1 place de la Mairie, 31000 Montaubrac",
            "",
            "",
            "0310001H",
            "LES TILLEULS",
            "2026-2027",
            "45,05",
        ];
        assert_eq!(cells[..10], expected);
    }

    proptest! {
        #[test]
        fn the_file_comes_to_what_the_page_says(
            schools in prop::collection::vec(("[0-9]{7}[A-Z]", "[=+@A-Z;\" é-]{0,30}"), 0..40),
            price in 0_i64..1_000_000,
        ) {
            let due = lines_for(schools, price);
            let said = total(&due);
            let rows = read(&csv(&due.into_iter().map(line).collect::<Vec<_>>()).unwrap());
            let amounts = rows.iter().map(|row| row[AMOUNT].replace(',', "").parse::<i64>().unwrap());
            prop_assert_eq!(amounts.sum::<i64>(), said);
        }
    }
}
