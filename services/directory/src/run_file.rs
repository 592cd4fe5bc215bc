//! The report of an import as files: JSON for programs, CSV as spreadsheets in France open it.

use crate::{
    W,
    import_run::{Line, Run, SchoolTally},
    record,
};
use db::{Error, Result};
use web::sheet;

/// Everything an import says, as one JSON object.
///
/// # Errors
/// A fault of serialisation.
pub fn json(run: &Run, schools: &[SchoolTally], lines: &[Line]) -> Result<String> {
    let object = serde_json::json!({
        "id": run.id,
        "academy": run.academy,
        "kind": run.kind,
        "delivered_on": run.delivered_on,
        "started_at": run.started_at.timestamp().to_string(),
        "finished_at": run.finished_at.timestamp().to_string(),
        "outcome": run.outcome.as_str(),
        "reasons": run.figures.reasons,
        "counts": run.figures.counts,
        "schools": schools,
        "lines": lines,
    });
    serde_json::to_string_pretty(&object).map_err(Error::fault)
}

/// The lines that were not taken as they were.
///
/// # Errors
/// A fault of serialisation.
pub fn lines_csv(lines: &[Line]) -> Result<String> {
    let rows = lines.iter().map(|line| {
        vec![
            line.uai.clone().unwrap_or_default(),
            line.file.clone(),
            line.entity.clone().unwrap_or_default(),
            line.record.map(|it| it.to_string()).unwrap_or_default(),
            line.attribute.clone().unwrap_or_default(),
            line.code.clone(),
            line.message.clone(),
            line.value.clone().unwrap_or_default(),
            rejected_word(line.rejected).to_owned(),
        ]
    });
    spreadsheet(W.lines_header(), rows)
}

/// What changed in each school.
///
/// # Errors
/// A fault of serialisation.
pub fn schools_csv(schools: &[SchoolTally]) -> Result<String> {
    let rows = schools.iter().map(|it| {
        let figures = [it.created, it.changed, it.moved, it.disappeared, it.returned];
        let words = [it.uai.clone(), it.name.clone(), record::word(&it.kind).to_owned()];
        words.into_iter().chain(figures.map(|figure| figure.to_string())).collect()
    });
    spreadsheet(W.schools_header(), rows)
}

fn rejected_word(rejected: bool) -> &'static str {
    if rejected { W.rejected() } else { W.kept() }
}

fn spreadsheet(header: &str, rows: impl Iterator<Item = Vec<String>>) -> Result<String> {
    String::from_utf8(sheet::csv(header, rows)?).map_err(Error::fault)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn a_line_becomes_a_row_that_no_spreadsheet_runs() {
        let line = Line {
            file: "ENT_1.xml".to_owned(),
            entity: Some("Eleve".to_owned()),
            record: Some(12),
            attribute: None,
            code: "bad-date".to_owned(),
            message: "Date illisible ; ignorée.".to_owned(),
            value: Some("=1+1".to_owned()),
            rejected: true,
            uai: None,
        };
        let text = lines_csv(&[line]).unwrap();
        let row = text.lines().nth(1).unwrap();
        assert!(text.starts_with('\u{feff}'));
        assert!(row.starts_with(";ENT_1.xml;Eleve;12;;bad-date;\"Date illisible ; ignorée.\";'=1+1;"), "{row}");
        assert_eq!(text.lines().next().unwrap().split(';').count(), 9);
    }

    #[test]
    fn the_header_of_schools_names_every_column() {
        let text = schools_csv(&[]).unwrap();
        assert_eq!(text.trim_end().split(';').count(), 8);
    }
}
