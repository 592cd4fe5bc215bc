//! What the owner of an account hears for a day of what was added to it with the password alone.

use crate::{W, second_factor::DELAY_SECONDS};
use db::{Moment, Result, Tx};
use school::{Profile, Viewer, account::Account};
use web::Task;

/// What was added to the account of the viewer and shows nothing yet.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn of(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Task>> {
    if viewer.profile() == Profile::Pupil {
        return Ok(Vec::new());
    }
    let account = Account::load(tx, viewer.account).await?;
    let now = tx.now();
    let added = [(account.totp_from, W.second_factor_added()), (account.email_from, W.address_added())];
    let waiting = added.into_iter().filter_map(|(from, title)| Some((from.filter(|from| *from > now)?, title)));
    Ok(waiting.map(|(from, title)| task(title, from)).collect())
}

fn task(title: &str, from: Moment) -> Task {
    Task {
        title: title.to_owned(),
        href: "/compte".to_owned(),
        icon: "cle",
        about: W.added_about().to_owned(),
        child: None,
        act: W.look_at_account(),
        due: None,
        since: from.plus_seconds(-DELAY_SECONDS),
    }
}
