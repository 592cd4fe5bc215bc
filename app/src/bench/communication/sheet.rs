//! Rows written a value at a time, whatever their table.

use db::{Result, Rows, Tx, Uuid};

/// A value of a row.
#[derive(Debug, Clone, Copy)]
pub(super) enum Cell<'a> {
    Id(Uuid),
    Text(&'a str),
    Int(i64),
    Bool(bool),
    NoId,
    NoInt,
}

/// Adds a row, its values in the order of the columns.
pub(super) fn push(rows: &mut Rows, cells: &[Cell<'_>]) {
    rows.begin();
    for cell in cells {
        match *cell {
            Cell::Id(id) => rows.uuid(Some(id)),
            Cell::Text(text) => rows.text(Some(text)),
            Cell::Int(number) => rows.int(Some(number)),
            Cell::Bool(truth) => rows.bool(Some(truth)),
            Cell::NoId => rows.uuid(None),
            Cell::NoInt => rows.int(None),
        }
    }
}

/// Writes what waits for several tables, in their order: those pointed to first.
pub(super) async fn load(tx: &mut Tx, sheets: &mut [&mut Rows]) -> Result<usize> {
    let mut written = 0;
    for rows in sheets {
        written += rows.len();
        tx.load(rows).await?;
    }
    Ok(written)
}
