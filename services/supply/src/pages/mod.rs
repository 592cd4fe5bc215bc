//! The pages of what a school gives the directory.

pub(crate) mod corrections;
pub(crate) mod double_list;
pub(crate) mod double_page;
mod double_part;
pub(crate) mod entry_adult;
mod entry_adult_page;
pub(crate) mod entry_list;
pub(crate) mod entry_pupil;
mod entry_pupil_page;
pub(crate) mod onde_files;
pub(crate) mod onde_run;
mod row_part;
mod run_line;
mod run_page;
pub(crate) mod transfer_list;
pub(crate) mod transfer_over;
pub(crate) mod transfer_page;
mod transfer_part;

use db::{Result, Tx};
use web::Site;

/// Lets every service take note, within the transaction, of who has just left the directory.
async fn note_departures(site: &Site, tx: &mut Tx) -> Result<()> {
    for service in site.services {
        (service.people_left)(tx).await?;
    }
    Ok(())
}
