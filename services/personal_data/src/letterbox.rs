//! Letters about one's data: they say where to look, never what.

use commons::mail::{self, Letter};
use db::{Result, Tx, args};
use school::AccountId;

/// Writes to the address an account confirmed, when it has one.
pub(crate) async fn tell(tx: &mut Tx, account: Option<AccountId>, subject: &str, text: &str) -> Result<()> {
    let Some(account) = account else { return Ok(()) };
    let known: Option<Option<String>> =
        tx.value("select email from account where id = $1 and blocked_at is null", args![account]).await?;
    let Some(to) = known.flatten() else { return Ok(()) };
    mail::post(tx, &Letter { to, subject: subject.to_owned(), text: web::letter(&[text]) }).await
}
