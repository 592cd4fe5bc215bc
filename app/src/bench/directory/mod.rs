//! `preau bench directory`: the people of a region, as many as it has. Somebody is looked for by name among them, the sheets of
//! a school are printed, then the school year turns.
//!
//! The night comes first, then the pages, once the house is served.

mod night;
mod search;
mod sheets;
mod turn;

use super::{
    child::Server,
    client::wait_for,
    crowd, http, machine,
    page::{Pace, measure},
    settled,
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
    /// Recherches par seconde servies pendant ce temps.
    #[arg(long, default_value_t = 50)]
    rate: usize,
}

/// Runs the bench and prints its table.
///
/// # Errors
/// A fault of the machine, or an answer that is not the one wanted.
pub async fn run(config: &Config, options: &Options) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let config = &settled(config, folder.path());
    let house = config.open(Ambient::system()).await?;
    crowd::territory(&house, options.schools, options.seed).await?;
    house.db.settle(&["person", "member", "circle", "guardianship"]).await?;
    let people = counted(search::count(&house.db).await?, "personne", "personnes");
    println!("{}\n{}, {people}\n", machine::describe(), http::name(house.db.engine()));
    night::pass(&house).await?;
    let pages = search::pages(&house.db).await?;
    let printed = sheets::school(&house).await?;
    house.db.close().await;
    let pace = Pace { seconds: options.seconds, rate: options.rate };
    if pace.seconds > 0 {
        let _server = Server::start(http::serve(config)?)?;
        wait_for(&config.listen).await?;
        for page in pages {
            measure(&config.listen, &pace, page).await?;
        }
        sheets::measure(config, &printed).await?;
    }
    // The classes of this year are over then: nothing is measured after.
    let house = config.open(Ambient::system()).await?;
    turn::measure(&house).await?;
    house.db.close().await;
    Ok(())
}
