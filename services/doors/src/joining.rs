//! Two accounts of one person that become one: a parent with children in two schools got two sheets.
//!
//! Whoever joins proves both: one by being signed in with it or by its password, the other by its password or by the code of
//! its sheet. A refusal reads the same whether there is such an account or not, and counts on it as at the door.

use crate::{
    W,
    activation::{self, Exchange},
    password, second_factor,
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
    /// They are one.
    Done,
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

/// Takes the persons of another account of the person signed in. The caller holds no transaction: hashing takes a while.
///
/// # Errors
/// A fault of the database or of the machine.
pub(crate) async fn take(house: &House, kept: AccountId, typed: &Typed<'_>) -> Result<Joining> {
    let compared = Compared::of(house, typed).await?;
    let mut tx = house.db.write().await?;
    let joining = match compared.settle(&mut tx, house, typed).await? {
        Proof::Refused => Joining::Refused,
        Proof::TooLate => Joining::TooLate,
        Proof::Given(other) => unite(&mut tx, kept, &other).await?,
    };
    compared.note(&mut tx, &joining).await?;
    tx.commit().await?;
    Ok(joining)
}

/// Lets the account somebody has already take the persons of a sheet, whose code was typed: it is used up.
///
/// # Errors
/// [`Error::NotFound`] when the proof of the code is dead; a fault of the database or of the machine.
pub(crate) async fn keep(house: &House, proof: &str, typed: &Typed<'_>, browser: &Browser) -> Result<Kept> {
    let compared = Compared::of(house, typed).await?;
    let mut tx = house.db.write().await?;
    let newcomer = activation::newcomer(&mut tx, house, proof).await?;
    let kept = match compared.settle(&mut tx, house, typed).await? {
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
            Joining::Impossible | Joining::Done => Ok(()),
        }
    }
}

async fn unite(tx: &mut Tx, kept: AccountId, other: &Account) -> Result<Joining> {
    if !merge::may_join(tx, kept, other.id).await? {
        return Ok(Joining::Impossible);
    }
    // The sheet is used up; of two who use it at once, one does.
    if !account::next_sheet(tx, other).await? {
        return Err(Error::NotFound);
    }
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
