//! The conventions of the board as a list for spreadsheets.

use crate::{W, board::Row, sum_export::decimal};
use db::Result;
use web::sheet;

/// The list as text, a line per convention.
///
/// # Errors
/// A fault of serialisation.
pub fn csv(rows: &[Row]) -> Result<Vec<u8>> {
    sheet::csv(W.board_columns(), rows.iter().map(cells))
}

/// The cells of a line, in the order of the header.
fn cells(row: &Row) -> [String; 15] {
    let or_nothing = |it: &Option<String>| it.clone().unwrap_or_default();
    let step = W.board_step(row.step());
    let since = if step.is_empty() { String::new() } else { row.since() };
    [
        row.number.clone(),
        row.authority.clone(),
        or_nothing(&row.siret),
        or_nothing(&row.email),
        row.department.trim_start_matches('0').to_owned(),
        row.schools.to_string(),
        decimal(row.total_cents()),
        W.agreement_state(row.state.as_str()),
        step,
        since,
        or_nothing(&row.proposed_on),
        or_nothing(&row.academy_signed_on),
        or_nothing(&row.authority_signed_on),
        or_nothing(&row.effective_on),
        row.ends_on.clone(),
    ]
}
