//! The nights: each rule is executed by a job of its own, so that a long one holds up nobody; then the journal is read again.

use crate::chain;
use commons::{
    House,
    job::{self, JobKind},
    retention,
};
use db::{Error, Result, Tx};

/// Asks for the work of the night; its payload is the day that is over.
pub const NIGHT: JobKind = JobKind { name: "compliance.night", run: |house, payload| Box::pin(begin(house, payload)) };

/// Executes one rule; its payload is a day and a topic.
pub const ERASE: JobKind = JobKind { name: "compliance.erase", run: |house, payload| Box::pin(erase(house, payload)) };

/// Reads the journal of sensitive actions again; its payload is a day.
pub const CHECK: JobKind = JobKind { name: "compliance.check", run: |house, payload| Box::pin(check(house, payload)) };

async fn begin(house: House, day: String) -> Result<()> {
    let mut tx = house.db.write().await?;
    ask(&mut tx, &house, &day).await?;
    tx.commit().await
}

/// Asks for the work of the night of a day that is over. Asked twice, it is done once more, and stays one proof.
///
/// # Errors
/// A fault of the database.
pub async fn ask(tx: &mut Tx, house: &House, day: &str) -> Result<()> {
    let now = tx.now();
    for rule in house.rules.all() {
        job::enqueue(tx, ERASE.name, &format!("{day} {}", rule.topic), now).await?;
    }
    job::enqueue(tx, CHECK.name, day, now).await
}

async fn erase(house: House, payload: String) -> Result<()> {
    let (day, topic) = payload.split_once(' ').ok_or_else(|| Error::fault("no day and topic"))?;
    match house.rules.find(topic) {
        Some(rule) => retention::run(&house, rule, day).await,
        // Asked for by a version of the house that had it.
        None => Ok(()),
    }
}

async fn check(house: House, day: String) -> Result<()> {
    chain::check(&house, &day).await
}
