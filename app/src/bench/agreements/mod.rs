//! `preau bench agreements`: the campaign of a region, from its communes to its sums due, all its conventions as PDF, then the
//! board and its search.

mod campaign;
mod office;

use super::{
    child::Server,
    client::wait_for,
    crowd, http, machine,
    page::{Pace, measure},
    settled, verdict,
};
use crate::{config::Config, figures::counted};
use clap::Args;
use db::{Ambient, Result};

/// What to measure.
#[derive(Debug, Args)]
pub struct Options {
    /// Nombre d’écoles, si la base est vide ; par défaut la région.
    #[arg(long, default_value_t = 4300)]
    schools: u32,
    /// Graine du territoire.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Durée de chaque mesure des pages, en secondes ; 0 pour ne pas les mesurer.
    #[arg(long, default_value_t = 5)]
    seconds: u64,
    /// Requêtes par seconde servies pendant ce temps.
    #[arg(long, default_value_t = 300)]
    rate: usize,
}

/// All conventions as PDF on two cores.
const PDF_MINUTES: f64 = 10.0;

/// Runs the bench and prints its table.
///
/// # Errors
/// A fault of the machine, an answer that is not the one wanted, or sums that are not those of the schools.
pub async fn run(config: &Config, options: &Options) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let config = &settled(config, folder.path());
    let house = config.open(Ambient::system()).await?;
    crowd::territory(&house, options.schools, options.seed).await?;
    let office = office::settle(&house.db).await?;
    println!("{}\n{}, {}\n", machine::describe(), http::name(house.db.engine()), campaign::sizes(&house.db).await?);
    let ids = campaign::run(&house, &office).await?;
    let drawn = campaign::draw(&house, &office, &ids).await?;
    let minutes = drawn.seconds / 60.0;
    println!(
        "{:44} {} en {:.1} min sur deux cœurs, {:.1} Mo = {:4.2} × la limite de {PDF_MINUTES:.0} min  {}",
        "conventions en PDF",
        counted(ids.len(), "document", "documents"),
        minutes,
        drawn.bytes as f64 / 1e6,
        minutes / PDF_MINUTES,
        verdict(minutes <= PDF_MINUTES)
    );
    campaign::sums(&house, &office, &ids).await?;
    let pages = office::pages(&house.db, &office, &ids).await?;
    house.db.close().await;
    let pace = Pace { seconds: options.seconds, rate: options.rate };
    if pace.seconds > 0 {
        let _server = Server::start(http::serve(config)?)?;
        wait_for(&config.listen).await?;
        for page in pages {
            measure(&config.listen, &pace, page).await?;
        }
    }
    Ok(())
}
