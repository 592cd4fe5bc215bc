//! Invitations: the sheet was printed, or its letter left. Noted so that those in charge see who was never asked, who was and
//! does not come, and whom no letter reaches.

use crate::{
    W, code,
    holder::Holder,
    recovery,
    sheet::{self, Place, Readers},
};
use commons::{
    House,
    access::{self, Topic},
    activation::activation_code,
    audit::{self, Action},
    mail::{self, Letter},
};
use db::{Result, Tx, args};
use school::{AccountId, Viewer, account::Account, text_enum};

/// What letters of this door are noted under.
const KIND: &str = "invitation";

text_enum! {
    /// How somebody was invited.
    Way {
        /// By a sheet handed over.
        Paper = "paper",
        /// By a letter to the address of the directory.
        Letter = "letter",
    }
}

/// Notes that somebody who has not come in yet is invited now; nothing for who has.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn note(tx: &mut Tx, by: Option<AccountId>, account: &Account, way: Way) -> Result<()> {
    if account.activated_at.is_some() {
        return Ok(());
    }
    let now = tx.now();
    tx.change(
        "insert into door_invitation (account_id, at, by_id, way, sheet) values ($1, $2, $3, $4, $5) \
         on conflict (account_id) do update set at = excluded.at, by_id = excluded.by_id, way = excluded.way, \
             sheet = excluded.sheet",
        args![account.id, now, by, way, account.sheet],
    )
    .await
}

/// What came of sending invitations.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Sent {
    /// Letters that leave.
    pub(crate) sent: i64,
    /// People who get none: without an address, closed, or written to a moment ago.
    pub(crate) left: i64,
    /// Adults among them whose address nobody knows.
    pub(crate) unaddressed: i64,
}

/// Whether no letter can invite an adult who has not come in: nobody knows the address.
pub(crate) fn is_unaddressed(holder: &Holder) -> bool {
    !holder.active && holder.readers != Readers::Pupils && holder.address().is_none()
}

/// Writes to those who have not come in yet what their sheet says.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn send(
    tx: &mut Tx,
    house: &House,
    viewer: &Viewer,
    place: &Place,
    holders: &[Holder],
) -> Result<Sent> {
    let mut sent = Sent::default();
    let mut written = Vec::new();
    for holder in holders.iter().filter(|it| !it.active) {
        match write(tx, house, viewer, place, holder).await? {
            true => written.push(holder.name.id),
            false => {
                sent.left += 1;
                sent.unaddressed += i64::from(is_unaddressed(holder));
            }
        }
    }
    sent.sent = i64::try_from(written.len()).unwrap_or(i64::MAX);
    if sent.sent > 0 {
        let detail = sent.sent.to_string();
        audit::write(tx, Some(viewer.account), Action::InvitationsSent, Some(place.subject()), Some(&detail)).await?;
        access::note(tx, viewer, written, Topic::Sheets, None).await?;
    }
    Ok(sent)
}

async fn write(tx: &mut Tx, house: &House, viewer: &Viewer, place: &Place, holder: &Holder) -> Result<bool> {
    let Some(to) = holder.address() else { return Ok(false) };
    let account = sheet::account_of(tx, holder).await?;
    if account.blocked_at.is_some() || !recovery::may_write(tx, account.id, KIND).await? {
        return Ok(false);
    }
    let subject = W.letter_invitation_subject().to_owned();
    mail::post(tx, &Letter { to, subject, text: text(house, place, holder, &account) }).await?;
    note(tx, Some(viewer.account), &account, Way::Letter).await?;
    Ok(true)
}

fn text(house: &House, place: &Place, holder: &Holder, account: &Account) -> String {
    let code = activation_code(house, account.id, account.sheet);
    let day = web::dates::date(code::last_day(account).day());
    let link = sheet::activation_link(house, account, &code);
    let opening = W.letter_invitation(holder.name.full(), &place.school.name);
    let lines = W.letter_invitation_lines(&account.login, &code, day);
    web::letter(&[&opening, &lines, &W.letter_invitation_link(link), W.letter_invitation_end()])
}
