//! `preau bench communication`: what a class lives on every day, on a territory with a year of content; then the opening of
//! Monday morning, when what waited over the weekend leaves.

mod crowd;
mod opening;
mod people;
mod rows;
mod scenario;
mod sheet;
mod sink;
mod year;

use super::{
    child::Server,
    client::{drive, paced, wait_for},
    crowd as territory, http, machine, verdict,
};
use crate::{config::Config, figures::counted};
use clap::Args;
use db::{Ambient, Db, Result};
use scenario::Scenario;
use std::time::Duration;

/// What to measure.
#[derive(Debug, Args)]
pub struct Options {
    /// Nombre d’écoles, si la base est vide ; par défaut la région.
    #[arg(long, default_value_t = 4300)]
    schools: u32,
    /// Graine du territoire.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Part d’un an de contenu écrite dans chaque classe, si la base n’en a pas : 1 pour tout.
    #[arg(long, default_value_t = 1.0)]
    content: f64,
    /// Durée de chaque mesure, en secondes.
    #[arg(long, default_value_t = 5)]
    seconds: u64,
    /// Notifications qui attendent l’ouverture ; 0 pour ne pas la mesurer.
    #[arg(long, default_value_t = 60_000)]
    waiting: usize,
    /// Minutes sur lesquelles elles sont dues.
    #[arg(long, default_value_t = 10)]
    minutes: u64,
    /// Requêtes par seconde servies pendant ce temps.
    #[arg(long, default_value_t = 300)]
    rate: usize,
}

/// Runs the bench and prints its table.
///
/// # Errors
/// A fault of the machine, or an answer that is not the one wanted.
pub async fn run(config: &Config, options: &Options) -> Result<()> {
    let house = config.open(Ambient::system()).await?;
    territory::territory(&house, options.schools, options.seed).await?;
    if figure(&house.db, "select count(*) as n from message").await? == 0 {
        let begun = std::time::Instant::now();
        let rows = year::write(&house.db, options.content).await?;
        println!("Un an de contenu : {rows} lignes en {:.0} s.", begun.elapsed().as_secs_f64());
    }
    let people = people::cast(&house.db).await?;
    println!("{}\n{}, {}\n", machine::describe(), http::name(house.db.engine()), sizes(&house.db).await?);
    if options.seconds > 0 {
        let server = Server::start(http::serve(config)?)?;
        wait_for(&config.listen).await?;
        for scenario in scenario::all(&config.listen, &people).await? {
            measure(config, options, &scenario).await?;
        }
        long_journals(config, options, &people).await?;
        drop(server);
    }
    if options.waiting > 0 {
        opening::run(config, &house, &people, options).await?;
    }
    house.db.close().await;
    Ok(())
}

async fn figure(db: &Db, sql: &'static str) -> Result<i64> {
    db.read().await?.count(sql, &[]).await
}

async fn sizes(db: &Db) -> Result<String> {
    let mut parts = Vec::new();
    for (sql, one, many) in [
        ("select count(*) as n from school where gone_at is null", "école", "écoles"),
        ("select count(*) as n from person where gone_at is null", "personne", "personnes"),
        ("select count(*) as n from post", "billet", "billets"),
        ("select count(*) as n from mot", "mot", "mots"),
        ("select count(*) as n from receipt", "accusé", "accusés"),
        ("select count(*) as n from message", "message", "messages"),
        ("select count(*) as n from message_reader", "destinataire", "destinataires"),
    ] {
        parts.push(counted(figure(db, sql).await?, one, many));
    }
    Ok(parts.join(", "))
}

/// Reads are judged at the pace of the opening, after the rate at which the machine is full; writes as fast as they come.
async fn measure(config: &Config, options: &Options, scenario: &Scenario) -> Result<()> {
    let lasting = Duration::from_secs(options.seconds);
    let mut samples = drive(&config.listen, scenario.connections, lasting, &scenario.ask, scenario.wanted).await?;
    let full = samples.per_second();
    if scenario.is_read {
        let (address, ask) = (config.listen.clone(), std::sync::Arc::clone(&scenario.ask));
        samples = paced(address, options.rate, lasting, ask, scenario.wanted).await?;
    }
    let p99 = samples.quantile(0.99);
    println!(
        "{:44} {full:6.0} /s sur {:13}  à {:4.0} /s : médiane {:6.2} ms   p99 {p99:7.2} ms = {:4.2} × la limite de {:.0} ms  {}",
        scenario.name,
        counted(scenario.connections, "connexion", "connexions"),
        samples.per_second(),
        samples.quantile(0.5),
        p99 / scenario.limit,
        scenario.limit,
        verdict(p99 <= scenario.limit),
    );
    Ok(())
}

/// The price of a feed must not follow the length of the journal: it is compared with that of a class of thousands of posts.
async fn long_journals(config: &Config, options: &Options, people: &people::People) -> Result<()> {
    const MOST: f64 = 1.25;
    let lasting = Duration::from_secs(options.seconds);
    let mut medians = Vec::new();
    // Each twice, in turn: the machine is noisy.
    for users in [&people.parents, &people.long, &people.parents, &people.long] {
        let ask = scenario::home(users);
        let mut samples = drive(&config.listen, 1, lasting, &ask, axum::http::StatusCode::OK).await?;
        medians.push(samples.quantile(0.5));
    }
    let (usual, long) = (medians[0].min(medians[2]), medians[1].min(medians[3]));
    println!(
        "{:44} médiane {usual:.2} ms, {long:.2} ms avec 2 000 billets de plus : × {:.2} (limite {MOST})  {}",
        "accueil selon la longueur du journal",
        long / usual,
        verdict(long <= usual * MOST)
    );
    Ok(())
}
