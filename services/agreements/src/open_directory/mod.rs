//! The open directory of schools (`fr-en-annuaire-education`): a CSV file anybody may download, which tells the INSEE codes of
//! communes and which schools are open (domain.md §9.4).
//!
//! Schools are those the académies delivered: the file founds communes and says who pays for them, it creates no school, and
//! renames nothing. It is hostile until read: by lines, within limits ([`reading`]), then compared ([`comparison`]), then kept
//! until whoever sent it applies it ([`trial`]).

mod columns;
pub mod comparison;
pub mod reading;
pub mod report;
pub mod trial;

use commons::audit::{self, Action};
use comparison::Found;
use db::{Result, Tx};
use report::Report;
use school::{AccountId, Territory};
use std::io::Read;

/// Reads a file and applies it at once, for every académie: what the command line does.
///
/// # Errors
/// [`db::Error::Invalid`] beside `fichier` when it is no such file; a fault of the database.
pub async fn import(tx: &mut Tx, reader: impl Read + Send) -> Result<Report> {
    let reading = reading::read(reader).await?;
    let (mut report, found) = comparison::compare(tx, reading, None).await?;
    (report.founded, report.paid) = apply(tx, &found, None).await?;
    Ok(report)
}

/// Founds the communes of the schools found, and has them pay where nobody said otherwise; tells how many of each.
pub(crate) async fn apply(tx: &mut Tx, found: &[Found], by: Option<AccountId>) -> Result<(i64, i64)> {
    let mut register = crate::commune::Register::read(tx).await?;
    let (mut founded, mut paid) = (0, 0);
    for it in found {
        let Some(territory) = Territory::of(&it.territory) else { continue };
        let commune = crate::commune::Commune {
            territory: &territory,
            department: &it.department,
            name: &it.town,
            insee: it.insee.as_deref(),
        };
        let (authority, is_new) = register.commune(tx, &commune).await?;
        founded += i64::from(is_new);
        paid += i64::from(register.pays(tx, it.school, authority).await?);
    }
    let detail = format!("{founded} {paid}");
    audit::write(tx, by, Action::OpenDirectoryApplied, None, Some(&detail)).await?;
    Ok((founded, paid))
}
