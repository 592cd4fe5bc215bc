//! The link of an invitation: what its bearer reads, and how it is accepted.
//!
//! The link is derived from the house's key and stored nowhere. Whoever has it came by the letter: the address is theirs. It is
//! accepted with an account one has, or with a new one, whose first password is chosen behind the door of activations.

use crate::invitation::{DAYS, InvitationId};
use commons::{
    House,
    activation::activation_code,
    audit::{self, Action},
};
use db::{Error, FromRow, Moment, Result, Tx, args, fold};
use school::{
    AccountId, PersonId, PersonKind, Source, Viewer,
    account::{self, Account},
    person::{self, Name, NewPerson},
};

/// An invitation as its bearer finds it.
#[derive(Debug, FromRow)]
pub(crate) struct Invitation {
    /// The invitation.
    pub(crate) id: InvitationId,
    /// First name of the reader.
    pub(crate) first_name: String,
    /// The child's first name.
    pub(crate) child_first_name: String,
    /// First name of who invites.
    pub(crate) by_first_name: String,
    /// Last name of who invites.
    pub(crate) by_last_name: String,
    /// Where the letter went.
    pub(crate) email: String,
    last_name: String,
    word: String,
    at: Moment,
    child_id: PersonId,
    invited_by: PersonId,
    accepted_at: Option<Moment>,
    person_id: Option<PersonId>,
}

// Whoever is not responsible for the child any more invites nobody.
const LOAD: &str = "\
select i.id, i.first_name, c.first_name as child_first_name, p.first_name as by_first_name, \
    p.last_name as by_last_name, i.email, i.last_name, i.word, i.at, i.child_id, i.invited_by, i.accepted_at, i.person_id \
from family_invitation i join person c on c.id = i.child_id and c.gone_at is null \
join person p on p.id = i.invited_by \
join guardianship g on g.child_id = i.child_id and g.adult_id = i.invited_by and g.until is null \
where i.id = $1 and i.ended_at is null";

/// The token of an invitation's link.
pub(crate) fn token(house: &House, id: InvitationId) -> String {
    house.derive("family-invitation", &id.to_string()).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The address of an invitation.
pub(crate) fn path(house: &House, id: InvitationId) -> String {
    format!("/invitations/{id}/{}", token(house, id))
}

/// Reads an invitation in force, whoever asks: for letters and for the bearer of its link.
///
/// # Errors
/// [`Error::NotFound`] when it is over; a fault of the database.
pub(crate) async fn load(tx: &mut Tx, id: InvitationId) -> Result<Invitation> {
    let found: Invitation = tx.one(LOAD, args![id]).await?;
    let waits = found.at.plus_days(DAYS) > tx.now();
    if waits || found.accepted_at.is_some() { Ok(found) } else { Err(Error::NotFound) }
}

/// The invitation of a link that may still be answered: one that was accepted may be taken up again until the first password
/// is chosen.
///
/// # Errors
/// [`Error::NotFound`] when the link is dead or forged; a fault of the database.
pub(crate) async fn by_link(tx: &mut Tx, house: &House, id: InvitationId, typed: &str) -> Result<Invitation> {
    if !same(token(house, id).as_bytes(), typed.as_bytes()) {
        return Err(Error::NotFound);
    }
    let found = load(tx, id).await?;
    let waits = found.at.plus_days(DAYS) > tx.now();
    let active = match found.person_id {
        Some(person) => is_active(tx, person).await?,
        None => false,
    };
    if waits && !active { Ok(found) } else { Err(Error::NotFound) }
}

async fn is_active(tx: &mut Tx, person: PersonId) -> Result<bool> {
    let active = tx
        .count(
            "select count(*) as n from account_person h join account a on a.id = h.account_id \
             where h.person_id = $1 and a.activated_at is not null",
            args![person],
        )
        .await?;
    Ok(active > 0)
}

/// Compares secrets in a time that does not tell how much of them is right.
fn same(known: &[u8], shown: &[u8]) -> bool {
    let difference = known.iter().zip(shown).fold(0, |sum, (one, other)| sum | (one ^ other));
    known.len() == shown.len() && difference == 0
}

/// Whether somebody signed in may read with an account they have: an adult's, without a task over a territory.
pub(crate) fn may_accept(viewer: &Viewer) -> bool {
    let adults = !viewer.people.is_empty() && viewer.people.iter().all(|me| me.kind != PersonKind::Pupil);
    adults && viewer.grants.is_empty()
}

/// Somebody who read here before.
pub(crate) struct Former {
    person: PersonId,
    account: AccountId,
    /// Whether a password was chosen.
    pub(crate) active: bool,
}

/// What somebody not signed in accepts with.
pub(crate) enum Access {
    /// A new account, which waits for its first password.
    New(NewAccess),
    /// The account of an earlier invitation, by its login: its password is the same.
    Back(String),
}

/// What a new account is opened with. It goes from page to page in forms: an address would keep it.
pub(crate) struct NewAccess {
    /// What is typed to sign in.
    pub(crate) login: String,
    /// The code a first password is chosen with.
    pub(crate) code: String,
}

impl Invitation {
    /// Accepts it with the account of somebody signed in.
    ///
    /// # Errors
    /// [`Error::Forbidden`] to a child, to who has a task over a territory, to who is responsible for the child already;
    /// [`Error::Conflict`] when it was accepted meanwhile; a fault of the database.
    pub(crate) async fn accept(&self, tx: &mut Tx, viewer: &Viewer) -> Result<()> {
        let person = viewer.people.first().filter(|_| may_accept(viewer)).ok_or(Error::Forbidden)?;
        if viewer.children().iter().any(|child| child.id == self.child_id) {
            return Err(Error::Forbidden);
        }
        self.seat(tx, person.id, viewer.account).await
    }

    /// Accepts it with a new account, or with the one an earlier invitation opened for the same person; answers with what
    /// opens it: the first password of a new one is chosen next.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the child sits in no school any more; [`Error::Conflict`] when it was accepted meanwhile; a
    /// fault of the database.
    pub(crate) async fn accept_anew(&self, tx: &mut Tx, house: &House) -> Result<Access> {
        let opened = match self.person_id {
            Some(person) => account::open_for(tx, &self.named(person)).await?,
            None => match self.former(tx).await? {
                Some(former) => self.let_back(tx, &former).await?,
                None => self.enter_anew(tx).await?,
            },
        };
        let account = Account::load(tx, opened).await?;
        if account.activated_at.is_some() {
            return Ok(Access::Back(account.login));
        }
        let code = activation_code(house, account.id, account.sheet);
        Ok(Access::New(NewAccess { login: account.login, code }))
    }

    /// The reader of the same name who confirmed the address before, with an account that only ever read: whoever else shares
    /// the address, and every other account, stay as they are.
    pub(crate) async fn former(&self, tx: &mut Tx) -> Result<Option<Former>> {
        for account in Account::by_email(tx, &self.email).await? {
            let viewer = Viewer::load(tx, account.id).await?;
            let reads = viewer.grants.is_empty() && viewer.only_reads() && viewer.people.iter().all(|me| me.invited);
            let bears =
                |first: &str, last: &str| fold(first) == fold(&self.first_name) && fold(last) == fold(&self.last_name);
            let known = viewer.people.iter().find(|me| !me.gone && bears(&me.first_name, &me.last_name));
            if let Some(me) = known.filter(|_| reads) {
                return Ok(Some(Former { person: me.id, account: account.id, active: account.activated_at.is_some() }));
            }
        }
        Ok(None)
    }

    async fn let_back(&self, tx: &mut Tx, former: &Former) -> Result<AccountId> {
        self.seat(tx, former.person, former.account).await?;
        // Closed when the earlier invitation ended.
        account::unblock(tx, former.account).await?;
        Ok(former.account)
    }

    fn named(&self, person: PersonId) -> Name {
        Name { id: person, first_name: self.first_name.clone(), last_name: self.last_name.clone() }
    }

    async fn enter_anew(&self, tx: &mut Tx) -> Result<AccountId> {
        let person = self.enter(tx).await?;
        let opened = account::open_for(tx, &self.named(person)).await?;
        // The letter was read: the address is confirmed.
        account::set_email(tx, opened, Some(&self.email)).await?;
        self.seat(tx, person, opened).await?;
        Ok(opened)
    }

    async fn enter(&self, tx: &mut Tx) -> Result<PersonId> {
        let academy: String = tx
            .one_value(
                "select s.academy from member m join circle c on c.id = m.circle_id and c.until is null \
                 join school s on s.id = c.school_id where m.person_id = $1 and m.role = 'pupil' and m.since <= $2 \
                 and (m.until is null or m.until > $2) limit 1",
                args![self.child_id, tx.now()],
            )
            .await?;
        let name = (self.first_name.as_str(), self.last_name.as_str());
        person::enter(tx, &NewPerson::named(PersonKind::Guest, Source::Hand, &academy, name)).await
    }

    async fn seat(&self, tx: &mut Tx, person: PersonId, account: AccountId) -> Result<()> {
        let now = tx.now();
        let taken = tx
            .changed_rows(
                "update family_invitation set accepted_at = $2, person_id = $3 \
                 where id = $1 and accepted_at is null and ended_at is null",
                args![self.id, now, person],
            )
            .await?;
        if taken == 0 {
            return Err(Error::Conflict);
        }
        tx.change(
            "insert into reader (child_id, person_id, invited_by, word, since) values ($1, $2, $3, $4, $5) \
             on conflict (child_id, person_id) do update set invited_by = excluded.invited_by, word = excluded.word, \
                 since = excluded.since, until = null",
            args![self.child_id, person, self.invited_by, &self.word, now],
        )
        .await?;
        audit::write(tx, Some(account), Action::ReaderAccepted, Some(self.child_id.to_string()), None).await
    }
}
