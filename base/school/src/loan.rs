//! A telephone lent to a child: the session of an adult gives way, in the same browser, to one of the child, which remembers whom it
//! is given back to. The session of the adult is ended, not put aside: nothing the child holds leads back to it.

use crate::{
    AccountId, Door,
    session::{self, Session, Stay},
};
use db::{FromRow, Result, Tx, args};

/// Whom a session is given back to.
#[derive(Debug, Clone, FromRow)]
pub struct Loan {
    /// The account that lent.
    pub lender: AccountId,
    /// How long its session would have lived.
    pub stay: Stay,
}

/// Begins a session of a child in the place of an adult's; returns the token for the cookie.
///
/// # Errors
/// A fault of the database.
pub async fn lend(tx: &mut Tx, from: &Session, child: AccountId, device: &str) -> Result<String> {
    let token = session::begin_by(tx, child, device, Stay::Pupil, Door::Lent).await?;
    tx.change(
        "update session set lent_by = $2, lent_stay = $3 where token = $1",
        args![session::digest(&token), from.account_id, from.stay],
    )
    .await?;
    session::end(tx, from.account_id, &from.token).await?;
    Ok(token)
}

/// Whom a session is given back to.
///
/// # Errors
/// [`db::Error::NotFound`] when nobody lent it; a fault of the database.
pub async fn of(tx: &mut Tx, session: &Session) -> Result<Loan> {
    tx.one(
        "select lent_by as lender, lent_stay as stay from session \
         where token = $1 and lent_by is not null and lent_stay is not null",
        args![session.token.clone()],
    )
    .await
}
