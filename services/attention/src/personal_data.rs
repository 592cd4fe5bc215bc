//! How somebody chose to be told, on which devices, and what left to tell them, for a copy of all that is kept of them.

use crate::W;
use db::{FromRow, Moment, Result, Tx, args};
use school::AccountId;
use web::personal::{Datum, Part, Subject};

/// Choices, devices, and what left.
///
/// # Errors
/// A fault of the database.
pub async fn of(tx: &mut Tx, subject: &Subject) -> Result<Vec<Part>> {
    let Some(account) = subject.account else { return Ok(Vec::new()) };
    let parts = [choices(tx, account).await?, devices(tx, account).await?, left(tx, account).await?];
    Ok(parts.into_iter().filter_map(Part::unless_empty).collect())
}

#[derive(FromRow)]
struct Chosen {
    push: bool,
    letters: bool,
    digest: bool,
    week: bool,
    updated_at: Moment,
}

async fn choices(tx: &mut Tx, account: AccountId) -> Result<Part> {
    let chosen: Vec<Chosen> = tx
        .all(
            "select push, letters, digest_at is not null as digest, week, updated_at from attention_preference \
             where account_id = $1",
            args![account],
        )
        .await?;
    let columns = [W.data_push(), W.data_letters(), W.data_digest(), W.data_week(), W.data_changed()];
    let word = |yes: bool| Datum::from(if yes { W.data_yes() } else { W.data_no() });
    let row = |it: Chosen| vec![word(it.push), word(it.letters), word(it.digest), word(it.week), it.updated_at.into()];
    Ok(Part::new("notifications", W.data_choices(), &columns).rows(chosen.into_iter().map(row)))
}

async fn devices(tx: &mut Tx, account: AccountId) -> Result<Part> {
    let devices: Vec<(String, Moment, Option<Moment>)> = tx
        .all(
            "select device, created_at, ended_at from push_subscription where account_id = $1 order by created_at, id",
            args![account],
        )
        .await?;
    let rows = devices.into_iter().map(|(device, since, until)| vec![device.into(), since.into(), until.into()]);
    let columns = [W.data_device(), W.data_since(), W.data_until()];
    Ok(Part::new("appareils-notifies", W.data_devices(), &columns).rows(rows))
}

async fn left(tx: &mut Tx, account: AccountId) -> Result<Part> {
    let left: Vec<(String, Moment, Option<Moment>)> = tx
        .all(
            "select channel, ready_at, settled_at from outing where account_id = $1 \
             order by ready_at desc, id limit 5000",
            args![account],
        )
        .await?;
    let rows = left.into_iter().map(|(way, ready, sent)| vec![W.data_way(way).into(), ready.into(), sent.into()]);
    let columns = [W.data_by(), W.data_ready(), W.data_left()];
    Ok(Part::new("envois", W.data_outings(), &columns).rows(rows))
}
