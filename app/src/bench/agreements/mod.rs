//! `preau bench agreements`: the campaign of a region, from its communes to its sums due, all its conventions as PDF, then the
//! board and its search.

mod campaign;
mod office;

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
    /// Requêtes par seconde servies pendant ce temps.
    #[arg(long, default_value_t = 300)]
    rate: usize,
}

/// The limits: all conventions as PDF on two cores; the board and its search.
const PDF_MINUTES: f64 = 10.0;
const PAGE_MILLIS: f64 = 60.0;

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
    if options.seconds > 0 {
        let _server = Server::start(http::serve(config)?)?;
        wait_for(&config.listen).await?;
        for page in pages {
            measure(config, options, page).await?;
        }
    }
    Ok(())
}

/// The house of the bench: the one asked for, else one that goes with the bench.
fn settled(config: &Config, folder: &Path) -> Config {
    let usual = config.database.is_none() && config.data == Path::new("./preau-data");
    let data = if usual { folder.to_owned() } else { config.data.clone() };
    Config { data, ..config.clone() }
}

/// A page to measure: what it is, who opens it, its addresses in turn.
struct Page {
    name: &'static str,
    token: String,
    paths: Vec<String>,
}

async fn measure(config: &Config, options: &Options, page: Page) -> Result<()> {
    let Page { name, token, paths } = page;
    // Neighbouring requests ask for different addresses.
    let ask = move |number: usize, turn: usize| {
        let path = paths.get((number * 7 + turn) % paths.len().max(1))?;
        request(Method::GET, path, &token, Vec::new(), FORM)
    };
    let lasting = Duration::from_secs(options.seconds);
    let mut samples = paced(config.listen.clone(), options.rate, lasting, Arc::new(ask), StatusCode::OK).await?;
    let p99 = samples.quantile(0.99);
    println!(
        "{name:44} à {:4.0} /s : médiane {:6.2} ms   p99 {p99:7.2} ms = {:4.2} × la limite de {PAGE_MILLIS:.0} ms  {}",
        samples.per_second(),
        samples.quantile(0.5),
        p99 / PAGE_MILLIS,
        verdict(p99 <= PAGE_MILLIS)
    );
    Ok(())
}

fn verdict(held: bool) -> &'static str {
    if held { "tenu" } else { "NON TENU" }
}
