//! The first night of a région after its first delivery: what each service does then, one after the other. Pages are measured
//! once it is over, as on the day after.

use crate::services;
use commons::{House, job, nightly};
use db::Result;
use std::time::Instant;

/// Named on the line when they take longer, in seconds.
const LONG: f64 = 1.0;
/// How its line begins.
const LABEL: &str = "première nuit";

/// Does all that is done once a night, and prints how long it took in all and which jobs were long. Before the hour at which nights
/// begin nothing is asked for, and that is said.
///
/// # Errors
/// A fault of the database.
pub(super) async fn pass(house: &House) -> Result<()> {
    if !nightly::has_begun(house.db.now()) {
        println!("{LABEL:44} la nuit ne commence qu’à {} h : rien de mesuré", nightly::FROM_HOUR);
        return Ok(());
    }
    let kinds = services::jobs();
    let (mut all, mut long) = (0.0, Vec::new());
    for job in services::nightly() {
        let begun = Instant::now();
        nightly::ask(house, &[job]).await?;
        while job::run_one(house, &kinds).await? {}
        let took = begun.elapsed().as_secs_f64();
        all += took;
        if took > LONG {
            long.push(format!("{} {took:.1} s", job.name));
        }
    }
    let among = if long.is_empty() { String::new() } else { format!(", dont {}", long.join(", ")) };
    println!("{LABEL:44} {all:.1} s{among}");
    Ok(())
}
