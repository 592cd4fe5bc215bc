//! The letters: to those who run the school a child leaves, and to those who run the other one when they contest it. No child is
//! named in them.

use super::Transfer;
use crate::W;
use commons::{
    House,
    mail::{self, Letter},
};
use db::{Result, Tx, args};
use school::{School, SchoolId};

/// Tells a school that another one entered some of its pupils.
pub(super) async fn to_school_left(
    tx: &mut Tx,
    house: &House,
    school: &School,
    to: &School,
    pupils: usize,
) -> Result<()> {
    let day = web::dates::date(tx.now().day());
    let said = W.letter_transfer(i64::try_from(pupils).unwrap_or(i64::MAX), &to.name, day);
    let link = format!("{}/ecoles/{}/transferts", house.address, school.id);
    post(tx, school.id, W.letter_transfer_subject(), &[said.as_str(), W.letter_transfer_ask(), link.as_str()]).await
}

/// Tells the school that entered a child that the other one contests it.
pub(super) async fn to_school_joined(tx: &mut Tx, house: &House, transfer: &Transfer) -> Result<()> {
    let said = W.letter_contested(&transfer.school_name);
    let link = format!("{}/ecoles/{}/transferts/{}", house.address, transfer.to_school, transfer.id);
    post(
        tx,
        transfer.to_school,
        W.letter_contested_subject(),
        &[said.as_str(), W.letter_contested_ask(), link.as_str()],
    )
    .await
}

async fn post(tx: &mut Tx, school: SchoolId, subject: &str, parts: &[&str]) -> Result<()> {
    let now = tx.now();
    let addresses: Vec<(String,)> = tx.all(HEADS, args![school, now]).await?;
    let text = format!("{}\n\n{}\n\n{}\n", W.letter_hello(), parts.join("\n\n"), W.letter_end());
    for (to,) in addresses {
        mail::post(tx, &Letter { to, subject: subject.to_owned(), text: text.clone() }).await?;
    }
    Ok(())
}

// The head and those the head lets run a part of the school, unless letters come back from them.
const HEADS: &str = "\
select distinct a.email from circle c join member m on m.circle_id = c.id and m.role in ('head', 'deputy') \
    and m.since <= $2 and (m.until is null or m.until > $2) \
join person p on p.id = m.person_id and p.gone_at is null \
join account_person h on h.person_id = p.id \
join account a on a.id = h.account_id and a.email is not null and a.blocked_at is null \
where c.school_id = $1 and c.kind = 'staff' and c.until is null \
    and not exists (select 1 from mail_bounce b where b.email = a.email) order by a.email";
