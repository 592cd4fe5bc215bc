//! The letters that leave when the house stops an account.

use crate::W;
use commons::mail::{self, Letter};
use db::{Result, Tx, args};
use school::{Profile, School, SchoolId, Viewer};

// The confirmed addresses of the heads of a school.
const HEADS: &str = "\
select distinct a.email from circle c join member m on m.circle_id = c.id and m.role = 'head' \
    and m.since <= $2 and (m.until is null or m.until > $2) \
join account_person p on p.person_id = m.person_id join account a on a.id = p.account_id \
where c.school_id = $1 and c.kind = 'staff' and c.until is null and a.email is not null and a.id <> $3";

// The confirmed addresses of those who run the scheme for an académie.
const ACADEMY: &str = "\
select distinct a.email from account_grant g join account a on a.id = g.account_id \
where g.role = 'academy-admin' and g.scope in ($1, 'region') and g.since <= $2 and (g.until is null or g.until > $2) \
    and a.email is not null";

/// Writes to the head; to the académie too when the account is one of the team, the head's own above all. No name travels.
pub(super) async fn send(tx: &mut Tx, viewer: &Viewer, school: SchoolId) -> Result<()> {
    let now = tx.now();
    let school = School::load(tx, school).await?;
    let mut addresses: Vec<(String,)> = tx.all(HEADS, args![school.id, now, viewer.account]).await?;
    if viewer.profile() >= Profile::Staff {
        let academy: Vec<(String,)> = tx.all(ACADEMY, args![format!("academy:{}", school.academy), now]).await?;
        addresses.extend(academy);
    }
    for (to,) in addresses {
        let text = [W.stop_letter(&school.name), W.stop_letter_end().to_owned()].join("\n\n");
        mail::post(tx, &Letter { to, subject: W.stop_letter_subject().to_owned(), text }).await?;
    }
    Ok(())
}
