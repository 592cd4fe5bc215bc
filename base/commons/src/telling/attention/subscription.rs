//! The browsers an account may be woken in (Web Push).

use crate::push;
use db::{Error, FromRow, Moment, Result, Tx, args, id, id_list};
use school::AccountId;

id! {
    /// A subscription.
    SubscriptionId
}

/// An account has no more devices than this; a new one ends the oldest.
const MOST: i64 = 10;

/// What a browser gave to be woken by.
#[derive(Debug, Clone, FromRow)]
pub struct Subscription {
    /// The subscription.
    pub id: SubscriptionId,
    /// Where its push service answers.
    pub endpoint: String,
    /// Its public key, base64url.
    pub p256dh: String,
    /// Its secret, base64url.
    pub auth: String,
    /// The browser, as its owner recognises it.
    pub device: String,
    /// Since when.
    pub created_at: Moment,
}

/// The living subscriptions of an account, oldest first.
///
/// # Errors
/// A fault of the database.
pub async fn of(tx: &mut Tx, account: AccountId) -> Result<Vec<Subscription>> {
    tx.all(
        "select id, endpoint, p256dh, auth, device, created_at from push_subscription \
         where account_id = $1 and ended_at is null order by created_at, id",
        args![account],
    )
    .await
}

/// Keeps what a browser gave; giving it again revises. `local` accepts addresses of this machine, for the demonstration.
///
/// # Errors
/// [`Error::Invalid`] when it is no subscription; a fault of the database.
pub async fn add(
    tx: &mut Tx,
    account: AccountId,
    given: (&str, &str, &str),
    device: &str,
    local: bool,
) -> Result<SubscriptionId> {
    let (endpoint, p256dh, auth) = given;
    if !push::is_subscription(endpoint, p256dh, auth, local) {
        return Err(Error::invalid("endpoint", ""));
    }
    let (id, now): (SubscriptionId, _) = (tx.id(), tx.now());
    let kept: SubscriptionId = tx
        .one_value(
            "insert into push_subscription (id, account_id, endpoint, p256dh, auth, device, created_at) \
             values ($1, $2, $3, $4, $5, $6, $7) on conflict (account_id, endpoint) do update \
             set p256dh = excluded.p256dh, auth = excluded.auth, device = excluded.device, ended_at = null, \
                 reason = null returning id",
            args![id, account, endpoint, p256dh, auth, device, now],
        )
        .await?;
    end_oldest(tx, account).await?;
    Ok(kept)
}

async fn end_oldest(tx: &mut Tx, account: AccountId) -> Result<()> {
    let now = tx.now();
    tx.change(
        "update push_subscription set ended_at = $2, reason = 'too-many' where ended_at is null and account_id = $1 \
         and id not in (select k.id from push_subscription k where k.account_id = $1 and k.ended_at is null \
             order by k.created_at desc, k.id desc limit $3)",
        args![account, now, MOST],
    )
    .await
}

/// Ends a subscription of an account.
///
/// # Errors
/// [`Error::NotFound`] when the account has no such subscription; a fault of the database.
pub async fn end(tx: &mut Tx, account: AccountId, id: SubscriptionId) -> Result<()> {
    let now = tx.now();
    let ended = tx
        .changed_rows(
            "update push_subscription set ended_at = $3, reason = 'owner' \
             where id = $1 and account_id = $2 and ended_at is null",
            args![id, account, now],
        )
        .await?;
    if ended == 0 { Err(Error::NotFound) } else { Ok(()) }
}

/// Ends subscriptions their push services know no more.
pub(super) async fn end_gone(tx: &mut Tx, gone: &[SubscriptionId]) -> Result<()> {
    let now = tx.now();
    tx.change(
        "update push_subscription set ended_at = $2, reason = 'gone' \
         where id in (select unhex(value) from json_each($1)) and ended_at is null",
        args![id_list(gone.iter().copied()), now],
    )
    .await
}
