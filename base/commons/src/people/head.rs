//! Where letters reach those who run a school: the addresses they confirmed, as long as their accounts open and letters do not come
//! back. Who heads a school otherwise is [`school::circle::heads`].

use db::{FromRow, Result, Tx, args};
use school::{AccountId, SchoolId};

/// Somebody who runs a school, with an address.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Reached {
    /// The account.
    pub account_id: AccountId,
    /// Its address.
    pub email: String,
}

/// The heads of a school whom letters reach, and those they let run a part of it when these are asked for too, by address.
///
/// # Errors
/// A fault of the database.
pub async fn reached(tx: &mut Tx, school: SchoolId, with_deputies: bool) -> Result<Vec<Reached>> {
    tx.all(
        "select distinct a.id as account_id, a.email from circle c join member m on m.circle_id = c.id \
             and (m.role = 'head' or (m.role = 'deputy' and $3 = true)) \
             and m.since <= $2 and (m.until is null or m.until > $2) \
         join person p on p.id = m.person_id and p.gone_at is null join account_person h on h.person_id = p.id \
         join account a on a.id = h.account_id and a.email is not null and a.blocked_at is null \
         where c.school_id = $1 and c.kind = 'staff' and c.until is null \
         and not exists (select 1 from mail_bounce b where b.email = a.email) order by a.email, a.id",
        args![school, tx.now(), with_deputies],
    )
    .await
}
