//! Invitations: whom the adults responsible for a child let read with them. Ten at most for a child, those that wait for an
//! answer counted; each adult responsible ends any of them.

use crate::{W, household, invitation_form::Draft, telling};
use commons::{
    House,
    audit::{self, Action},
};
use db::{Error, FromRow, Moment, Result, Tx, args, id, id_list};
use school::{PersonId, PersonKind, Viewer, account, person, session};

id! {
    /// An invitation.
    InvitationId
}

/// How many people read for a child.
pub(crate) const MOST: i64 = 10;
/// How long an invitation waits for its answer.
pub(crate) const DAYS: i64 = 7;
/// How many letters leave for a child in a day: nobody's letter box is flooded from here.
const MOST_A_DAY: i64 = 20;

/// An invitation in force, as the adults responsible for the child see it.
#[derive(Debug, Clone, FromRow)]
pub(crate) struct Invited {
    /// The invitation.
    pub(crate) id: InvitationId,
    /// The child.
    pub(crate) child_id: PersonId,
    /// What the family calls the reader: « grand-mère ».
    pub(crate) word: String,
    /// When it was sent.
    pub(crate) at: Moment,
    /// When it was accepted.
    pub(crate) accepted_at: Option<Moment>,
    /// Who sent it.
    pub(crate) invited_by: PersonId,
    first_name: String,
    last_name: String,
    by_first_name: Option<String>,
    by_last_name: Option<String>,
}

impl Invited {
    /// The reader's name, as it was typed.
    pub(crate) fn name(&self) -> String {
        person::full(&self.first_name, &self.last_name)
    }

    /// The name of who sent it; none once erased.
    pub(crate) fn by(&self) -> Option<String> {
        self.by_first_name.as_deref().zip(self.by_last_name.as_deref()).map(|(first, last)| person::full(first, last))
    }
}

/// The invitations in force about some children, as one bound value: those accepted, and those that may still be.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn of(tx: &mut Tx, children: String) -> Result<Vec<Invited>> {
    tx.all(
        "select i.id, i.child_id, i.word, i.at, i.accepted_at, i.invited_by, i.first_name, i.last_name, \
             p.first_name as by_first_name, p.last_name as by_last_name \
         from family_invitation i left join person p on p.id = i.invited_by \
         where i.child_id in (select unhex(value) from json_each($1)) and i.ended_at is null \
         and (i.accepted_at is not null or i.at > $2) order by i.at, i.id",
        args![children, tx.now().plus_days(-DAYS)],
    )
    .await
}

/// Sends an invitation. The other adults responsible for the child are told at the next opening of the school.
///
/// # Errors
/// [`Error::NotFound`] to who is not responsible for the child; [`Error::Invalid`] when ten read already, when the address was
/// invited, after too many letters; a fault of the database.
pub(crate) async fn send(tx: &mut Tx, house: &House, viewer: &Viewer, child: PersonId, draft: &Draft) -> Result<()> {
    let seat = household::seat_for(viewer, child)?;
    let (id, now): (InvitationId, Moment) = (tx.id(), tx.now());
    end_unanswered(tx, child).await?;
    let held: Vec<(i64, String)> = tx
        .all("select slot, email from family_invitation where child_id = $1 and ended_at is null", args![child])
        .await?;
    if held.iter().any(|(_, email)| *email == draft.email) {
        return Err(Error::invalid("courriel", W.reader_invited_already()));
    }
    let free = (1..=MOST).find(|slot| held.iter().all(|(taken, _)| taken != slot));
    let slot = free.ok_or_else(|| Error::invalid("prenom", W.readers_full()))?;
    let sent = tx
        .count(
            "select count(*) as n from family_invitation where child_id = $1 and at > $2",
            args![child, now.plus_days(-1)],
        )
        .await?;
    if sent >= MOST_A_DAY {
        return Err(Error::invalid("courriel", W.readers_too_many_letters()));
    }
    tx.change(
        "insert into family_invitation (id, child_id, slot, invited_by, first_name, last_name, word, email, at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        args![id, child, slot, seat.person, &draft.first_name, &draft.last_name, &draft.word, &draft.email, now],
    )
    .await?;
    audit::write(tx, Some(viewer.account), Action::ReaderInvited, Some(child.to_string()), None).await?;
    telling::invite(tx, house, id).await?;
    telling::others_later(tx, id, seat.school).await
}

/// What nobody answered in time leaves its place.
async fn end_unanswered(tx: &mut Tx, child: PersonId) -> Result<()> {
    let now = tx.now();
    tx.change(
        "update family_invitation set ended_at = $2 where child_id = $1 and ended_at is null and accepted_at is null \
         and at <= $3",
        args![child, now, now.plus_days(-DAYS)],
    )
    .await
}

/// An invitation in force about a child, before it is ended.
///
/// # Errors
/// [`Error::NotFound`] to who is not responsible for the child, and when there is no such invitation in force; a fault of the
/// database.
pub(crate) async fn load(tx: &mut Tx, viewer: &Viewer, child: PersonId, id: InvitationId) -> Result<Invited> {
    household::seat_for(viewer, child)?;
    let all = of(tx, id_list([child])).await?;
    all.into_iter().find(|it| it.id == id).ok_or(Error::NotFound)
}

/// What is left of an invitation that was just ended.
#[derive(FromRow)]
struct Ended {
    person_id: Option<PersonId>,
    first_name: String,
    email: String,
}

/// Ends an invitation: whoever accepted it reads nothing from now on, and is told by letter.
///
/// # Errors
/// [`Error::NotFound`] to who is not responsible for the child, and when there is no such invitation in force; a fault of the
/// database.
pub(crate) async fn end(tx: &mut Tx, viewer: &Viewer, child: PersonId, id: InvitationId) -> Result<()> {
    household::seat_for(viewer, child)?;
    let now = tx.now();
    let ended: Ended = tx
        .one(
            "update family_invitation set ended_at = $3, \
                 ended_by_other = (invited_by not in (select person_id from account_person where account_id = $4)) \
             where id = $1 and child_id = $2 and ended_at is null returning person_id, first_name, email",
            args![id, child, now, viewer.account],
        )
        .await?;
    if let Some(person) = ended.person_id
        && unseat(tx, child, person).await?
    {
        telling::ended(tx, child, &ended.first_name, ended.email).await?;
    }
    audit::write(tx, Some(viewer.account), Action::ReaderRevoked, Some(child.to_string()), None).await
}

/// Tells whether the person reads no more: another invitation, of another adult to another address, may keep the same person there.
async fn unseat(tx: &mut Tx, child: PersonId, person: PersonId) -> Result<bool> {
    let now = tx.now();
    let unseated = tx
        .changed_rows(
            "update reader set until = $3 where child_id = $1 and person_id = $2 and until is null \
             and not exists (select 1 from family_invitation i where i.child_id = $1 and i.person_id = $2 \
                 and i.ended_at is null)",
            args![child, person, now],
        )
        .await?;
    close_empty(tx, person).await?;
    Ok(unseated > 0)
}

/// The account of somebody who was there only to read, and reads nothing any more, is closed.
async fn close_empty(tx: &mut Tx, person: PersonId) -> Result<()> {
    let held: Option<school::AccountId> =
        tx.value("select account_id from account_person where person_id = $1", args![person]).await?;
    let Some(account) = held else { return Ok(()) };
    let viewer = Viewer::load(tx, account).await?;
    if viewer.seats.is_empty() && viewer.people.iter().all(|me| me.kind == PersonKind::Guest) {
        account::block(tx, account).await?;
        session::end_all(tx, account).await?;
    }
    Ok(())
}
