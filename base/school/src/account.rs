//! Accounts: what signs in.

use crate::{PersonId, person::Name};
use db::{FromRow, Moment, Result, Tx, args, fold, id};

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
    /// Number of the connection sheet in force; a higher one voids the older.
    pub sheet: i64,
    /// Base32 secret of the second factor.
    pub totp: Option<String>,
    /// Version of the charter accepted last; 0 for none.
    pub charter: i64,
    /// Wrong passwords in a row.
    pub failures: i64,
    /// Closed until then, after too many of them.
    pub locked_until: Option<Moment>,
    /// When the first password was chosen.
    pub activated_at: Option<Moment>,
    /// When it was closed by somebody in charge.
    pub blocked_at: Option<Moment>,
}

/// One list of columns for the three ways an account is found.
macro_rules! select_account {
    ($condition:literal) => {
        concat!(
            "select id, login, password, email, sheet, totp, charter, failures, locked_until, activated_at, ",
            "blocked_at from account where ",
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
}

/// The account of a person, opened when the person has none yet: it is then ready for its connection sheet.
///
/// # Errors
/// A fault of the database.
pub async fn open_for(tx: &mut Tx, person: &Name) -> Result<AccountId> {
    let held: Option<(AccountId,)> =
        tx.first("select account_id from account_person where person_id = $1", args![person.id]).await?;
    if let Some((account,)) = held {
        return Ok(account);
    }
    let login = free_login(tx, &person.first_name, &person.last_name).await?;
    let account = create(tx, &login).await?;
    link(tx, account, person.id, None).await?;
    Ok(account)
}

/// A new account with a login nobody has.
///
/// # Errors
/// [`db::Error::Conflict`] when somebody has it.
pub async fn create(tx: &mut Tx, login: &str) -> Result<AccountId> {
    let account: AccountId = tx.id();
    let now = tx.now();
    tx.run(
        "insert into account (id, login, sheet, charter, failures, created_at) values ($1, $2, 1, 0, 0, $3)",
        args![account, login, now],
    )
    .await?;
    Ok(account)
}

/// Lets an account hold a person. Linking is all a merge is: nothing is rewritten, and unlinking undoes it.
///
/// # Errors
/// [`db::Error::Conflict`] when another account holds the person.
pub async fn link(tx: &mut Tx, account: AccountId, person: PersonId, by: Option<PersonId>) -> Result<()> {
    let now = tx.now();
    tx.run(
        "insert into account_person (person_id, account_id, since, linked_by) values ($1, $2, $3, $4)",
        args![person, account, now, by],
    )
    .await
    .map(drop)
}

/// `prenom.nom`, then `prenom.nom2`, `prenom.nom3` … (interfaces.md §3.2).
async fn free_login(tx: &mut Tx, first_name: &str, last_name: &str) -> Result<String> {
    let stem = format!("{}.{}", login_part(first_name), login_part(last_name));
    let taken: Vec<(String,)> = tx
        .all("select login from account where login >= $1 and login < $2", args![&stem, format!("{stem}:")])
        .await?;
    let is_free = |login: &String| taken.iter().all(|(it,)| it != login);
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
    use super::login_part;

    #[test]
    fn a_login_is_typed_without_accents() {
        assert_eq!(login_part("Zélie-Anne"), "zelieanne");
        assert_eq!(login_part("D’Orval-Némoz"), "dorvalnemoz");
        assert_eq!(login_part("李"), "x");
    }
}
