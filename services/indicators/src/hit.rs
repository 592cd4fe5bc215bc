//! Hits are written every few seconds, by the batch, under the pseudonyms of their week.

use crate::{key, week::Week};
use commons::{
    House, limitation,
    usage::{Hit, Waiting, place_number, pseudonym},
};
use db::{Result, Tx, args};
use std::{
    collections::{BTreeMap, BTreeSet},
    time::Duration,
};

const PAUSE: Duration = Duration::from_secs(5);

/// Writes the hits of this node until the process ends.
pub async fn work(house: House) {
    loop {
        tokio::time::sleep(PAUSE).await;
        if let Err(error) = flush(&house).await {
            tracing::warn!(%error, "pages opened were not written; they wait");
        }
    }
}

/// Writes the hits that wait on this node.
///
/// # Errors
/// A fault of the database: they wait for the next time.
pub async fn flush(house: &House) -> Result<()> {
    let waiting = house.usage.take();
    if waiting.hits.is_empty() && waiting.missed == 0 {
        return Ok(());
    }
    let written = write(house, &waiting).await;
    if written.is_err() {
        house.usage.give_back(waiting);
    }
    written
}

const COLUMNS: &[&str] = &["visitor", "at", "week", "unit", "profile", "service", "device"];

async fn write(house: &House, waiting: &Waiting) -> Result<()> {
    let mut tx = house.db.write().await?;
    let this = Week::of(tx.now().day());
    let missed = (waiting.missed > 0).then_some(this);
    let weeks: BTreeSet<Week> = waiting.hits.iter().map(|hit| Week::of(hit.at.day())).chain(missed).collect();
    let mut keys = BTreeMap::new();
    for week in weeks {
        keys.insert(week, key::of(&mut tx, house, week).await?);
    }
    key::missed(&mut tx, this, waiting.missed).await?;
    name_places(&mut tx, &waiting.hits).await?;
    // Whoever objected to the measurement is in no figure.
    let unmeasured = limitation::unmeasured(&mut tx).await?;
    let mut rows = tx.rows("usage_hit", COLUMNS);
    for hit in waiting.hits.iter().filter(|hit| !unmeasured.contains(&hit.account)) {
        let week = Week::of(hit.at.day());
        // A week that is counted takes nothing more.
        let Some(key) = keys.get(&week).copied().flatten() else { continue };
        rows.begin();
        rows.int(Some(pseudonym(&key, hit.account)));
        rows.int(Some(hit.at.0));
        rows.text(Some(&week.to_string()));
        rows.int(Some(place_number(&hit.place)));
        rows.text(Some(hit.profile.as_str()));
        rows.text(Some(hit.service));
        rows.text(Some(hit.device.as_str()));
    }
    tx.load(&mut rows).await?;
    tx.commit().await
}

/// Schools are known by the directory; the territories of tasks are noted as they come.
async fn name_places(tx: &mut Tx, hits: &[Hit]) -> Result<()> {
    let territories: BTreeSet<&str> =
        hits.iter().map(|hit| hit.place.as_str()).filter(|scope| !scope.starts_with("school:")).collect();
    for scope in territories {
        tx.change(
            "insert into usage_place (id, scope) values ($1, $2) on conflict (id) do nothing",
            args![place_number(scope), scope],
        )
        .await?;
    }
    Ok(())
}
