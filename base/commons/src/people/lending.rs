//! To which children a telephone is lent: asked where the button stands, and again once it is pressed.

use crate::limitation::{self, Topic};
use db::{Result, Tx, args, id_list};
use school::{AccountId, PersonId, account};

/// Those of some children a telephone is lent to: their data is not restricted, and no account holds their entry but one that is
/// open and a child's. For whoever is responsible for them.
///
/// # Errors
/// A fault of the database.
pub async fn may_borrow(tx: &mut Tx, children: &[PersonId]) -> Result<Vec<PersonId>> {
    let limited = limitation::limited(tx, children.iter().copied(), Topic::All).await?;
    let pupils: Vec<(PersonId, Option<AccountId>)> = tx
        .all(
            "select p.id, h.account_id from person p left join account_person h on h.person_id = p.id \
             where p.id in (select unhex(value) from json_each($1)) and p.kind = 'pupil' and p.gone_at is null",
            args![id_list(children.iter().copied())],
        )
        .await?;
    let mut able = Vec::new();
    for (child, held) in pupils.into_iter().filter(|(child, _)| !limited.contains(child)) {
        let opens = match held {
            Some(account) => account::opens_to_pupil(tx, account).await?,
            // It is made when it is needed.
            None => true,
        };
        if opens {
            able.push(child);
        }
    }
    Ok(able)
}
