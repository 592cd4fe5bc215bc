//! Two accounts of one person that become one: a parent with children in two schools got two sheets.
//!
//! Whoever joins proves both: one by being signed in with it or by its password, the other by its password or by the code of
//! its sheet; and says to be the person of both before anything is joined. A refusal reads the same whether there is such an account or not, and counts on it as at the door.

use crate::{
    W,
    activation::{self, Exchange},
    owner::Owner,
    password,
    proof::{self, Purpose},
    second_factor,
    sign_in::{self, Browser, Opened},
    temporary,
};
use commons::{
    House,
    audit::{self, Action},
    mail::{self, Letter},
};
use db::{Error, Result, Tx};
use school::{
    AccountId, PersonKind, Viewer,
    account::{self, Account},
    merge,
};

/// What somebody types of another account of theirs.
pub(crate) struct Typed<'a> {
    /// Its login.
    pub(crate) login: &'a str,
    /// Its password, or the code of its sheet.
    pub(crate) secret: &'a str,
    /// The code of its second factor, where it has one.
    pub(crate) code: &'a str,
}

/// What comes of it.
pub(crate) enum Joining {
    /// Wrong, unknown or closed.
    Refused,
    /// The code of a sheet, after its time.
    TooLate,
    /// Both are proved, and may not be one: a pupil's, one with a task over a territory, the same twice.
    Impossible,
    /// Both are proved, the names differ, and nobody said yet to be the person of the other.
    Unsaid,
    /// They are one.
    Done,
}

/// What comes of another account typed in one's own: nothing is joined before a yes.
pub(crate) enum Proposed {
    /// Why it is not proposed.
    Not(Joining),
    /// Whether it is one's own is asked.
    Asked(Asked),
}

/// Another account, proved, as its bearer is asked about it.
pub(crate) struct Asked {
    /// What stands for the code or the password in the next step; for this account alone, a few minutes.
    pub(crate) proof: String,
    /// Who holds it.
    pub(crate) name: String,
    /// The first names of the children it would bring.
    pub(crate) children: Vec<String>,
    /// Whether it bears the name of who asks.
    pub(crate) alike: bool,
}

impl Asked {
    async fn of(tx: &mut Tx, kept: &Viewer, other: &Account, proof: String) -> Result<Self> {
        let theirs = Viewer::load(tx, other.id).await?;
        Ok(Self {
            proof,
            name: theirs.name(),
            children: theirs.children().into_iter().map(|child| child.first_name).collect(),
            alike: merge::are_alike(kept, &theirs),
        })
    }
}

/// What comes of the account somebody has already, typed with a new sheet at hand.
pub(crate) enum Kept {
    /// Why they are still two.
    Not(Joining),
    /// Come in, with both.
    Opened(Opened),
}

/// Whether an account may take the persons of another: an adult's, without a task over a territory.
pub(crate) fn may_take(viewer: &Viewer) -> bool {
    let holds_adults = !viewer.people.is_empty() && viewer.people.iter().all(|me| me.kind != PersonKind::Pupil);
    holds_adults && viewer.grants.is_empty()
}

/// Proves another account of the person signed in, and proposes to join it. The caller holds no transaction: hashing takes a
/// while.
///
/// # Errors
/// A fault of the database or of the machine.
pub(crate) async fn propose(house: &House, kept: &Viewer, typed: &Typed<'_>) -> Result<Proposed> {
    let compared = Compared::of(house, typed).await?;
    let mut tx = house.db.write().await?;
    let proposed = match compared.settle(&mut tx, house, typed).await? {
        Proof::Refused => Proposed::Not(Joining::Refused),
        Proof::TooLate => Proposed::Not(Joining::TooLate),
        Proof::Given(other) if merge::may_join(&mut tx, kept.account, other.id).await? => {
            let proof = proof::write(house, Purpose::Joining, &other, &about(kept), tx.now());
            Proposed::Asked(Asked::of(&mut tx, kept, &other, proof).await?)
        }
        Proof::Given(_) => Proposed::Not(Joining::Impossible),
    };
    if let Proposed::Not(joining) = &proposed {
        compared.note(&mut tx, joining).await?;
    }
    tx.commit().await?;
    Ok(proposed)
}

/// What a proof of [`propose`] is about: nobody else joins with it.
fn about(kept: &Viewer) -> String {
    kept.account.to_string()
}

async fn proved(tx: &mut Tx, house: &House, kept: &Viewer, proof: &str) -> Result<Account> {
    proof::read(tx, house, Purpose::Joining, &about(kept), proof).await?.ok_or(Error::NotFound)
}

/// The question again, for who did not say to be the person of the other account.
///
/// # Errors
/// [`Error::NotFound`] when the proof is dead; a fault of the database.
pub(crate) async fn asked(tx: &mut Tx, house: &House, kept: &Viewer, proof: &str) -> Result<Asked> {
    let other = proved(tx, house, kept, proof).await?;
    Asked::of(tx, kept, &other, proof.to_owned()).await
}

/// Takes the persons of an account that was proposed; `sure`: the person signed in said to be the one it names.
///
/// # Errors
/// [`Error::NotFound`] when the proof is dead; [`Error::Conflict`] when it was joined at this very moment; a fault of the
/// database.
pub(crate) async fn take(tx: &mut Tx, house: &House, kept: &Viewer, proof: &str, sure: bool) -> Result<Joining> {
    let other = proved(tx, house, kept, proof).await?;
    if !sure && !merge::are_alike(kept, &Viewer::load(tx, other.id).await?) {
        return Ok(Joining::Unsaid);
    }
    unite(tx, kept.account, &other).await
}

/// Lets the account somebody has already take the persons of a sheet, whose code was typed; `sure`: they said to be
/// the person it names.
///
/// # Errors
/// [`Error::NotFound`] when the proof of the code is dead; a fault of the database or of the machine.
pub(crate) async fn keep(house: &House, proof: &str, typed: &Typed<'_>, sure: bool, browser: &Browser) -> Result<Kept> {
    let compared = Compared::of(house, typed).await?;
    let mut tx = house.db.write().await?;
    let newcomer = activation::newcomer(&mut tx, house, proof).await?;
    let kept = match compared.settle(&mut tx, house, typed).await? {
        // Nothing is kept of a try that only lacks a word: the code of a second factor serves again.
        Proof::Given(mine) if mine.activated_at.is_some() && !sure && !is_alike(&mut tx, &mine, &newcomer).await? => {
            return Ok(Kept::Not(Joining::Unsaid));
        }
        // The code of another sheet gives no account to come in with.
        Proof::Given(mine) if mine.activated_at.is_some() => match unite(&mut tx, mine.id, &newcomer.account).await? {
            Joining::Done => Kept::Opened(sign_in::open(&mut tx, &mine, Action::SignedIn, browser).await?),
            other => Kept::Not(other),
        },
        Proof::Given(_) | Proof::Refused => Kept::Not(Joining::Refused),
        Proof::TooLate => Kept::Not(Joining::TooLate),
    };
    if let Kept::Not(joining) = &kept {
        compared.note(&mut tx, joining).await?;
    }
    tx.commit().await?;
    Ok(kept)
}

async fn is_alike(tx: &mut Tx, mine: &Account, newcomer: &Owner) -> Result<bool> {
    let viewer = Viewer::load(tx, mine.id).await?;
    Ok(merge::are_alike(&viewer, &newcomer.viewer))
}

/// What is shown of another account.
enum Proof {
    Refused,
    TooLate,
    Given(Box<Account>),
}

/// The account of a login, its password compared with what was typed.
struct Compared {
    seen: Option<Account>,
    right: bool,
}

impl Compared {
    async fn of(house: &House, typed: &Typed<'_>) -> Result<Self> {
        let mut tx = house.db.read().await?;
        let seen = Account::by_login(&mut tx, typed.login).await?;
        drop(tx);
        let hash = seen.as_ref().and_then(|account| account.password.as_deref());
        let right = password::matches(hash, typed.secret).await?;
        Ok(Self { seen, right })
    }

    async fn settle(&self, tx: &mut Tx, house: &House, typed: &Typed<'_>) -> Result<Proof> {
        let Some(seen) = &self.seen else { return Ok(Proof::Refused) };
        // Read again: a hundred attempts sent at once must not all find the account open.
        let account = Account::load(tx, seen.id).await?;
        if account.is_closed(tx.now()) || account.password != seen.password {
            return Ok(Proof::Refused);
        }
        if account.activated_at.is_none() {
            return Ok(match activation::exchange(tx, house, &account, typed.secret).await? {
                Exchange::Refused => Proof::Refused,
                Exchange::TooLate => Proof::TooLate,
                Exchange::Proof(_) => Proof::Given(Box::new(account)),
            });
        }
        // Somebody else knows a temporary password: it leads to another, and to nothing before.
        if self.right && temporary::since(tx, &account).await?.is_some() {
            return Ok(Proof::Refused);
        }
        // A password alone must not get round the second factor of its account.
        if self.right && (account.totp.is_none() || second_factor::accept(tx, &account, typed.code).await?) {
            account::forgive(tx, account.id).await?;
            return Ok(Proof::Given(Box::new(account)));
        }
        account::note_failure(tx, account.id).await?;
        Ok(Proof::Refused)
    }

    /// Keeps in the journal that somebody was refused.
    async fn note(&self, tx: &mut Tx, joining: &Joining) -> Result<()> {
        match joining {
            Joining::Refused | Joining::TooLate => {
                sign_in::note_refusal(tx, self.seen.as_ref().map(|account| account.id)).await
            }
            Joining::Impossible | Joining::Unsaid | Joining::Done => Ok(()),
        }
    }
}

async fn unite(tx: &mut Tx, kept: AccountId, other: &Account) -> Result<Joining> {
    if !merge::may_join(tx, kept, other.id).await? {
        return Ok(Joining::Impossible);
    }
    // Its sheet opens nothing while they are one, and opens it again when they are parted.
    merge::join(tx, kept, other.id, Some(kept)).await?;
    audit::write(tx, Some(kept), Action::AccountsJoined, Some(other.id.to_string()), None).await?;
    tell(tx, kept, other).await?;
    Ok(Joining::Done)
}

/// Whoever stole a password may join accounts: the confirmed addresses of both hear of it.
async fn tell(tx: &mut Tx, kept: AccountId, other: &Account) -> Result<()> {
    let kept = Account::load(tx, kept).await?;
    let mut addresses: Vec<String> = [kept.email, other.email.clone()].into_iter().flatten().collect();
    addresses.dedup();
    for to in addresses {
        let said = W.letter_joined(&kept.login, &other.login);
        let text = web::letter(&[&said]);
        mail::post(tx, &Letter { to, subject: W.letter_joined_subject().to_owned(), text }).await?;
    }
    Ok(())
}
