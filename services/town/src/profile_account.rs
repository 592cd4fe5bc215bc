//! The account of somebody who is granted a municipal profile.

use crate::profile::TownProfile;
use db::{Result, Tx, args, fold};
use school::{AccountId, account};

/// The account of the person: the one of this profile, or of another profile of the same person; a new one else. Several
/// people of a mairie share one address: the name counts too.
pub(crate) async fn account_of(tx: &mut Tx, profile: &TownProfile) -> Result<AccountId> {
    if let Some(account) = profile.account_id {
        return Ok(account);
    }
    let known: Vec<(AccountId, String, String)> = tx
        .all(
            "select account_id, first_name, last_name from town_profile where email = $1 and account_id is not null \
             order by decided_at desc",
            args![&profile.email],
        )
        .await?;
    let is_same =
        |first: &str, last: &str| fold(first) == fold(&profile.first_name) && fold(last) == fold(&profile.last_name);
    if let Some(row) = known.iter().find(|row| is_same(&row.1, &row.2)) {
        return Ok(row.0);
    }
    let login = account::free_login(tx, &profile.first_name, &profile.last_name).await?;
    let account = account::create(tx, &login).await?;
    account::set_name(tx, account, &profile.name()).await?;
    Ok(account)
}
