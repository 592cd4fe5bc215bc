//! Accounts: what signs in.

use crate::{PersonId, Profile, Role, Viewer, person::Name};
use db::{Error, FromRow, Moment, Result, Tx, args, fold, id};

id! {
    /// An account.
    AccountId
}

/// An account as the doors need it.
#[derive(Debug, Clone, FromRow)]
pub struct Account {
    /// The account.
    pub id: AccountId,
    /// What is typed to sign in.
    pub login: String,
    /// Argon2id in PHC form; none until the account is activated.
    pub password: Option<String>,
    /// Where codes are sent; confirmed by the person.
    pub email: Option<String>,
    /// From when letters to it show that the owner is there; none where they do already.
    pub email_from: Option<Moment>,
    /// Number of the connection sheet in force; a higher one voids the older.
    pub sheet: i64,
    /// Since when; its code lives from then on.
    pub sheet_since: Moment,
    /// Base32 secret of the second factor.
    pub totp: Option<String>,
    /// From when its codes show that the owner is there; none where they do already.
    pub totp_from: Option<Moment>,
    /// Version of the charter accepted last, in whichever wording; 0 for none.
    pub charter: i64,
    /// Wrong passwords in a row, none of them a quiet day after the one before.
    pub failures: i64,
    /// Closed until then, after too many of them.
    pub locked_until: Option<Moment>,
    /// When the first password was chosen.
    pub activated_at: Option<Moment>,
    /// When it was closed by somebody in charge.
    pub blocked_at: Option<Moment>,
}

/// From this many wrong passwords in a row, the account closes for a while.
const FAILURES_FORGIVEN: i64 = 5;
/// An account never closes for longer than this by wrong passwords alone: a classmate must not shut a pupil out.
const LONGEST_CLOSED_SECONDS: i64 = 3600;
/// After so long without a wrong password the count begins again: mistakes of months apart are nobody's attack, and a
/// child must not wait an hour for one.
const QUIET_SECONDS: i64 = 86_400;

/// One list of columns for the three ways an account is found.
macro_rules! select_account {
    ($condition:literal) => {
        concat!(
            "select id, login, password, email, email_from, sheet, sheet_since, totp, totp_from, charter, failures, ",
            "locked_until, activated_at, blocked_at from account where ",
            $condition
        )
    };
}

impl Account {
    /// The account with an identifier. For the doors only: it knows no viewer yet.
    ///
    /// # Errors
    /// [`db::Error::NotFound`] when there is none.
    pub async fn load(tx: &mut Tx, id: AccountId) -> Result<Self> {
        tx.one(select_account!("id = $1"), args![id]).await
    }

    /// The account that signs in with a login, whatever its case.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn by_login(tx: &mut Tx, login: &str) -> Result<Option<Self>> {
        tx.first(select_account!("login = $1"), args![login.trim().to_lowercase()]).await
    }

    /// The accounts whose owner gave an address: parents may share one.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn by_email(tx: &mut Tx, email: &str) -> Result<Vec<Self>> {
        tx.all(select_account!("email = $1 order by created_at, id"), args![email.trim().to_lowercase()]).await
    }

    /// Whether nobody signs in with it at this instant: closed by somebody in charge, or after wrong passwords.
    pub fn is_closed(&self, now: Moment) -> bool {
        self.blocked_at.is_some() || self.locked_until.is_some_and(|until| until > now)
    }
}

/// The account of a person, opened when the person has none yet: it is then ready for its connection sheet.
///
/// # Errors
/// A fault of the database.
pub async fn open_for(tx: &mut Tx, person: &Name) -> Result<AccountId> {
    let held: Option<AccountId> =
        tx.value("select account_id from account_person where person_id = $1", args![person.id]).await?;
    if let Some(account) = held {
        return Ok(account);
    }
    let login = free_login(tx, &person.first_name, &person.last_name).await?;
    let account = create(tx, &login).await?;
    link(tx, account, person.id, None).await?;
    Ok(account)
}

/// The account of a child, for the doors that ask no password. The entry of a child held by an adult's account opens nothing there.
///
/// # Errors
/// [`db::Error::Forbidden`] when the account was closed, or is no child's; a fault of the database.
pub async fn open_for_pupil(tx: &mut Tx, pupil: &Name) -> Result<AccountId> {
    let account = open_for(tx, pupil).await?;
    if opens_to_pupil(tx, account).await? { Ok(account) } else { Err(Error::Forbidden) }
}

/// Whether an account is open to a child who types no password: nobody closed it, and it is no adult's.
///
/// # Errors
/// A fault of the database.
pub async fn opens_to_pupil(tx: &mut Tx, account: AccountId) -> Result<bool> {
    let closed = Account::load(tx, account).await?.blocked_at.is_some();
    Ok(!closed && Viewer::load(tx, account).await?.profile() == Profile::Pupil)
}

/// A new account with a login nobody has.
///
/// # Errors
/// [`db::Error::Conflict`] when somebody has it.
pub async fn create(tx: &mut Tx, login: &str) -> Result<AccountId> {
    let account: AccountId = tx.id();
    let now = tx.now();
    tx.change(
        "insert into account (id, login, sheet, sheet_since, charter, failures, created_at) values ($1, $2, 1, $3, 0, 0, $3)",
        args![account, login, now],
    )
    .await?;
    Ok(account)
}

/// Says who holds an account that is in no directory.
///
/// # Errors
/// A fault of the database.
pub async fn set_name(tx: &mut Tx, account: AccountId, name: &str) -> Result<()> {
    tx.change("update account set name = $2 where id = $1", args![account, name]).await
}

/// Lets an account hold a person. Linking is all a merge is: nothing is rewritten, and unlinking undoes it.
///
/// # Errors
/// [`db::Error::Conflict`] when another account holds the person.
pub async fn link(tx: &mut Tx, account: AccountId, person: PersonId, by: Option<PersonId>) -> Result<()> {
    let now = tx.now();
    tx.change(
        "insert into account_person (person_id, account_id, since, linked_by) values ($1, $2, $3, $4)",
        args![person, account, now, by],
    )
    .await
}

/// Keeps the hash of a new password and forgives what was typed wrong; the first one makes the account active.
///
/// # Errors
/// A fault of the database.
pub async fn set_password(tx: &mut Tx, account: AccountId, hash: &str) -> Result<()> {
    let now = tx.now();
    tx.change(
        "update account set password = $2, failures = 0, locked_until = null, \
         activated_at = coalesce(activated_at, $3) where id = $1",
        args![account, hash, now],
    )
    .await
}

/// Voids the connection sheet an account was read with; the life of the next one begins. Tells whether it was still the
/// one in force: of two who void it at once, one does.
///
/// # Errors
/// A fault of the database.
pub async fn next_sheet(tx: &mut Tx, seen: &Account) -> Result<bool> {
    let now = tx.now();
    let voided = tx
        .changed_rows(
            "update account set sheet = sheet + 1, sheet_since = $2 where id = $1 and sheet = $3",
            args![seen.id, now, seen.sheet],
        )
        .await?;
    Ok(voided > 0)
}

/// Makes an account wait for its first password again, with a new sheet. The sessions are ended by the caller.
///
/// # Errors
/// A fault of the database.
pub async fn reopen(tx: &mut Tx, account: AccountId) -> Result<()> {
    let now = tx.now();
    tx.change(
        "update account set password = null, activated_at = null, failures = 0, locked_until = null, \
         sheet = sheet + 1, sheet_since = $2 where id = $1",
        args![account, now],
    )
    .await
}

/// Notes a wrong password or code; from the fifth in a row the account closes for 1 min, 2, 4 … at most 1 h. A quiet
/// day before it forgives those that went before.
///
/// # Errors
/// [`db::Error::NotFound`] when there is no such account; a fault of the database.
pub async fn note_failure(tx: &mut Tx, account: AccountId) -> Result<()> {
    let now = tx.now();
    let failures: i64 = tx
        .one_value(
            "update account set failed_at = $2, failures = case when failed_at > $3 then failures + 1 else 1 end \
             where id = $1 returning failures",
            args![account, now, now.plus_seconds(-QUIET_SECONDS)],
        )
        .await?;
    let Some(seconds) = closed_seconds(failures) else { return Ok(()) };
    tx.change("update account set locked_until = $2 where id = $1", args![account, now.plus_seconds(seconds)]).await
}

/// Forgets the wrong passwords, once the right one was typed.
///
/// # Errors
/// A fault of the database.
pub async fn forgive(tx: &mut Tx, account: AccountId) -> Result<()> {
    tx.change("update account set failures = 0, locked_until = null where id = $1", args![account]).await
}

/// Keeps an address its owner has confirmed; in lower case, as [`Account::by_email`] looks for it. Letters to it show that
/// the owner is there.
///
/// # Errors
/// A fault of the database.
pub async fn set_email(tx: &mut Tx, account: AccountId, email: Option<&str>) -> Result<()> {
    let email = email.map(|it| it.trim().to_lowercase());
    tx.change("update account set email = $2, email_from = null where id = $1", args![account, email]).await
}

/// Lets letters to the address show that the owner is there from an instant on only.
///
/// # Errors
/// A fault of the database.
pub async fn delay_email(tx: &mut Tx, account: AccountId, from: Moment) -> Result<()> {
    tx.change("update account set email_from = $2 where id = $1", args![account, from]).await
}

/// Keeps the base32 secret of a second factor, or forgets it. Its codes show that the owner is there.
///
/// # Errors
/// A fault of the database.
pub async fn set_totp(tx: &mut Tx, account: AccountId, secret: Option<&str>) -> Result<()> {
    tx.change("update account set totp = $2, totp_from = null where id = $1", args![account, secret]).await
}

/// Lets the codes of the second factor show that the owner is there from an instant on only.
///
/// # Errors
/// A fault of the database.
pub async fn delay_totp(tx: &mut Tx, account: AccountId, from: Moment) -> Result<()> {
    tx.change("update account set totp_from = $2 where id = $1", args![account, from]).await
}

/// Closes an account: nobody signs in with it any more. The sessions are ended by the caller.
///
/// # Errors
/// A fault of the database.
pub async fn block(tx: &mut Tx, account: AccountId) -> Result<()> {
    let now = tx.now();
    tx.change("update account set blocked_at = $2 where id = $1 and blocked_at is null", args![account, now]).await
}

/// Opens again an account that was closed.
///
/// # Errors
/// A fault of the database.
pub async fn unblock(tx: &mut Tx, account: AccountId) -> Result<()> {
    tx.change("update account set blocked_at = null where id = $1", args![account]).await
}

/// Gives an account a task over a territory: `academy:16`, `region`.
///
/// # Errors
/// [`db::Error::Conflict`] when it has it already.
pub async fn grant(tx: &mut Tx, account: AccountId, role: Role, scope: &str) -> Result<()> {
    let now = tx.now();
    tx.change(
        "insert into account_grant (account_id, role, scope, since) values ($1, $2, $3, $4)",
        args![account, role, scope, now],
    )
    .await
}

/// Gives an account a task over a territory until an instant; given again, it lasts until the new one.
///
/// # Errors
/// A fault of the database.
pub async fn grant_until(tx: &mut Tx, account: AccountId, role: Role, scope: &str, until: Moment) -> Result<()> {
    let now = tx.now();
    tx.change(
        "insert into account_grant (account_id, role, scope, since, until) values ($1, $2, $3, $4, $5) \
         on conflict (account_id, role, scope) do update set until = excluded.until",
        args![account, role, scope, now, until],
    )
    .await
}

/// Ends a task of an account from now on; tells whether it was still in force.
///
/// # Errors
/// A fault of the database.
pub async fn end_grant(tx: &mut Tx, account: AccountId, role: Role, scope: &str) -> Result<bool> {
    let now = tx.now();
    let ended = tx
        .changed_rows(
            "update account_grant set until = $4 where account_id = $1 and role = $2 and scope = $3 \
             and (until is null or until > $4)",
            args![account, role, scope, now],
        )
        .await?;
    Ok(ended > 0)
}

/// How long an account closes after so many wrong passwords in a row, in seconds.
fn closed_seconds(failures: i64) -> Option<i64> {
    let doublings = (failures - FAILURES_FORGIVEN).min(10);
    (doublings >= 0).then(|| (60 << doublings).min(LONGEST_CLOSED_SECONDS))
}

/// A login nobody has: `prenom.nom`, then `prenom.nom2`, `prenom.nom3` … (interfaces.md §3.2).
///
/// # Errors
/// A fault of the database.
pub async fn free_login(tx: &mut Tx, first_name: &str, last_name: &str) -> Result<String> {
    let stem = format!("{}.{}", login_part(first_name), login_part(last_name));
    let taken: Vec<String> = tx
        .column("select login from account where login >= $1 and login < $2", args![&stem, format!("{stem}:")])
        .await?;
    let is_free = |login: &String| !taken.contains(login);
    let numbered = (2..).map(|number: u64| format!("{stem}{number}"));
    Ok(std::iter::once(stem.clone()).chain(numbered).find(is_free).unwrap_or(stem))
}

/// Letters and digits of a name, at most 30.
fn login_part(name: &str) -> String {
    let letters: String = fold(name).chars().filter(char::is_ascii_alphanumeric).take(30).collect();
    if letters.is_empty() { "x".to_owned() } else { letters }
}

#[cfg(test)]
mod tests {
    use super::{closed_seconds, login_part};

    #[test]
    fn an_account_closes_longer_each_time_but_never_over_an_hour() {
        for (failures, seconds) in
            [(0, None), (4, None), (5, Some(60)), (6, Some(120)), (7, Some(240)), (11, Some(3600)), (900, Some(3600))]
        {
            assert_eq!(closed_seconds(failures), seconds, "{failures} failures");
        }
    }

    #[test]
    fn a_login_is_typed_without_accents() {
        assert_eq!(login_part("Zélie-Anne"), "zelieanne");
        assert_eq!(login_part("D’Orval-Némoz"), "dorvalnemoz");
        assert_eq!(login_part("李"), "x");
    }
}
