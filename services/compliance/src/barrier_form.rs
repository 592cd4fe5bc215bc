//! Telling what one cannot use, signed in or not: so many an hour, beyond it is a machine.

use crate::{
    W,
    barrier::{BarrierId, LONGEST},
    declaration_form::is_address,
};
use db::{Problems, Result, Tx, args};
use school::AccountId;
use serde::Deserialize;

/// So many in an hour from people who are not signed in: beyond, it is a machine.
const MOST_OF_VISITORS: i64 = 60;
/// So many in an hour from one account.
const MOST_OF_ACCOUNT: i64 = 10;

/// What is typed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct BarrierForm {
    /// On which page.
    pub page: String,
    /// What happens there.
    pub texte: String,
    /// An address to answer to.
    pub courriel: String,
}

/// Keeps what somebody told.
///
/// # Errors
/// [`db::Error::Invalid`] beside what is missing, wrong, or too much.
pub async fn tell(tx: &mut Tx, account: Option<AccountId>, form: &BarrierForm) -> Result<()> {
    let mut problems = Problems::default();
    let (page, words, email) = (form.page.trim(), form.texte.trim(), form.courriel.trim());
    problems.require(!words.is_empty(), "texte", W.barrier_missing());
    problems.require(words.chars().count() <= LONGEST, "texte", W.too_long());
    problems.require(page.chars().count() <= 300, "page", W.too_long());
    problems.require(email.is_empty() || is_address(email), "courriel", W.address_wrong());
    problems.require(account.is_some() || !email.is_empty(), "courriel", W.barrier_address_missing());
    problems.require(is_room(tx, account).await?, "texte", W.barrier_too_many());
    problems.or(())?;
    let (id, now): (BarrierId, _) = (tx.id(), tx.now());
    let email = (!email.is_empty()).then_some(email);
    tx.change(
        "insert into accessibility_report (id, account_id, email, page, words, at) values ($1, $2, $3, $4, $5, $6)",
        args![id, account, email, page, words, now],
    )
    .await
}

async fn is_room(tx: &mut Tx, account: Option<AccountId>) -> Result<bool> {
    let since = tx.now().plus_seconds(-3600);
    Ok(match account {
        Some(account) => {
            let told = tx
                .count(
                    "select count(*) as n from accessibility_report where account_id = $1 and at > $2",
                    args![account, since],
                )
                .await?;
            told < MOST_OF_ACCOUNT
        }
        None => {
            let told = tx
                .count(
                    "select count(*) as n from accessibility_report where account_id is null and at > $1",
                    args![since],
                )
                .await?;
            told < MOST_OF_VISITORS
        }
    })
}
