//! The turn of the year of a whole territory: no school has prepared anything, each gets the proposal and is opened.

use crate::{bench::verdict, figures::counted};
use commons::House;
use db::Result;
use school::SchoolYear;
use std::time::Instant;
use years::turn::sweep::{self, Tally};

/// How long the région may take, in minutes.
const LIMIT_MINUTES: f64 = 5.0;

/// Opens the coming year for every school and prints what it took. The classes of this year are over afterwards: measures that need
/// them come before.
pub(super) async fn measure(house: &House) -> Result<()> {
    let mut tx = house.db.read().await?;
    let year = SchoolYear::of(tx.now().day()).0 + 1;
    let academies: Vec<String> = tx.column("select code from academy order by code", &[]).await?;
    drop(tx);
    let begun = Instant::now();
    let mut all = Tally::default();
    for academy in academies {
        let done = sweep::run(house, &academy, year).await?;
        all.schools += done.schools;
        all.classes += done.classes;
        all.pupils += done.pupils;
    }
    let minutes = begun.elapsed().as_secs_f64() / 60.0;
    println!(
        "{:44} {}, {}, {} en {minutes:.2} min = {:4.2} × la limite de {LIMIT_MINUTES:.0} min  {}",
        "changement d’année",
        counted(all.schools, "école", "écoles"),
        counted(all.classes, "classe", "classes"),
        counted(all.pupils, "élève placé", "élèves placés"),
        minutes / LIMIT_MINUTES,
        verdict(minutes <= LIMIT_MINUTES)
    );
    Ok(())
}
