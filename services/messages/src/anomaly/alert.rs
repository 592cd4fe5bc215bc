//! The letters that leave when the house stops an account.

use crate::W;
use commons::{
    head,
    mail::{self, Letter},
};
use db::{Result, Tx, args};
use school::{Profile, School, SchoolId, Viewer};

// The confirmed addresses of those who run the scheme for an académie.
const ACADEMY: &str = "\
select distinct a.email from account_grant g join account a on a.id = g.account_id \
where g.role = 'academy-admin' and g.scope in ($1, 'region') and g.since <= $2 and (g.until is null or g.until > $2) \
    and a.email is not null";

/// Writes to the head; to the académie too when the account is one of the team, the head's own above all. No name travels.
pub(super) async fn send(tx: &mut Tx, viewer: &Viewer, school: SchoolId) -> Result<()> {
    let now = tx.now();
    let school = School::load(tx, school).await?;
    let heads = head::reached(tx, school.id, false).await?.into_iter().filter(|it| it.account_id != viewer.account);
    let mut addresses: Vec<String> = heads.map(|it| it.email).collect();
    if viewer.profile() >= Profile::Staff {
        let academy: Vec<String> = tx.column(ACADEMY, args![format!("academy:{}", school.academy), now]).await?;
        addresses.extend(academy);
    }
    for to in addresses {
        let text = web::letter(&[&W.stop_letter(&school.name), W.stop_letter_end()]);
        mail::post(tx, &Letter { to, subject: W.stop_letter_subject().to_owned(), text }).await?;
    }
    Ok(())
}
