//! `preau bench directory`: the people of a region, as many as it has. Somebody is looked for by name among them, the sheets of
//! a school are printed, then the school year turns.
//!
//! Measures that work on the house itself come first, one after the other; those of pages follow, once it is served.

mod search;
mod sheets;
mod turn;

use super::{
    child::Server,
    client::{FORM, paced, request, wait_for},
    crowd, http, machine,
};
use crate::{config::Config, figures::counted};
use axum::http::{Method, StatusCode};
use clap::Args;
use db::{Ambient, Result};
use std::{path::Path, sync::Arc, time::Duration};

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
    let people = counted(search::count(&house.db).await?, "personne", "personnes");
    println!("{}\n{}, {people}\n", machine::describe(), http::name(house.db.engine()));
    let pages = search::pages(&house.db).await?;
    let printed = sheets::school(&house).await?;
    house.db.close().await;
    if options.seconds > 0 {
        let _server = Server::start(http::serve(config)?)?;
        wait_for(&config.listen).await?;
        for page in pages {
            measure(config, options, page).await?;
        }
        sheets::measure(config, &printed).await?;
    }
    // The classes of this year are over then: nothing is measured after.
    let house = config.open(Ambient::system()).await?;
    turn::measure(&house).await?;
    house.db.close().await;
    Ok(())
}

/// The house of the bench: the one asked for, else one that goes with the bench.
fn settled(config: &Config, folder: &Path) -> Config {
    let usual = config.database.is_none() && config.data == Path::new("./preau-data");
    let data = if usual { folder.to_owned() } else { config.data.clone() };
    Config { data, ..config.clone() }
}

/// Pages to measure: what they are, who opens them, their addresses in turn, how long they may take.
struct Page {
    name: &'static str,
    token: String,
    paths: Vec<String>,
    limit_millis: f64,
}

async fn measure(config: &Config, options: &Options, page: Page) -> Result<()> {
    let Page { name, token, paths, limit_millis } = page;
    // Neighbouring requests ask for different addresses.
    let ask = move |number: usize, turn: usize| {
        let path = paths.get((number * 7 + turn) % paths.len().max(1))?;
        request(Method::GET, path, &token, Vec::new(), FORM)
    };
    let lasting = Duration::from_secs(options.seconds);
    let mut samples = paced(config.listen.clone(), options.rate, lasting, Arc::new(ask), StatusCode::OK).await?;
    let p99 = samples.quantile(0.99);
    println!(
        "{name:44} à {:4.0} /s : médiane {:6.2} ms   p99 {p99:7.2} ms = {:4.2} × la limite de {limit_millis:.0} ms  {}",
        samples.per_second(),
        samples.quantile(0.5),
        p99 / limit_millis,
        if p99 <= limit_millis { "tenu" } else { "NON TENU" }
    );
    Ok(())
}
