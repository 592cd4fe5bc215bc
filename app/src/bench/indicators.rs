//! `preau bench indicators`: the nights of a week of the région, with a year of figures behind it, then the pages at every
//! level.

use super::{
    child::Server,
    client::{FORM, paced, request, wait_for},
    crowd as territory, http, machine, verdict,
};
use crate::{config::Config, figures::counted};
use axum::http::{Method, StatusCode};
use clap::Args;
use commons::House;
use db::{Ambient, Db, Result, Tx};
use indicators::{fictive, night, period::last_week, week::Week};
use school::{
    Profile, Role, account,
    charter::{self, Audience},
    session::{self, Stay},
};
use std::{
    sync::Arc,
    time::{Duration, Instant},
};

/// What to measure.
#[derive(Debug, Args)]
pub struct Options {
    /// Nombre d’écoles, si la base est vide ; par défaut la région.
    #[arg(long, default_value_t = 4300)]
    schools: u32,
    /// Graine du territoire et des chiffres.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Semaines déjà comptées, si la base n’en a pas.
    #[arg(long, default_value_t = 40)]
    weeks: i64,
    /// Visites d’un jour d’école.
    #[arg(long, default_value_t = 300_000)]
    visits: usize,
    /// Durée de chaque mesure de page, en secondes.
    #[arg(long, default_value_t = 5)]
    seconds: u64,
    /// Pages demandées par seconde.
    #[arg(long, default_value_t = 40)]
    rate: usize,
}

/// A night within so many seconds.
const NIGHT: f64 = 300.0;
/// A page: p99 within so many milliseconds.
const PAGE: f64 = 100.0;

/// Runs the bench and prints its table.
///
/// # Errors
/// A fault of the machine, or an answer that is not the one wanted.
pub async fn run(config: &Config, options: &Options) -> Result<()> {
    let house = config.open(Ambient::system()).await?;
    territory::territory(&house, options.schools, options.seed).await?;
    if figure(&house.db, "select count(*) as n from usage_key where closed_at is not null").await? == 0 {
        let begun = Instant::now();
        fictive::fill(&house.db, options.seed, options.weeks).await?;
        println!("{} semaines de chiffres écrites en {:.0} s.", options.weeks, begun.elapsed().as_secs_f64());
    }
    println!("{}\n{}, {}\n", machine::describe(), http::name(house.db.engine()), sizes(&house.db).await?);
    if options.visits > 0 {
        nights(&house, options).await?;
    }
    let pages = pages(&house.db).await?;
    house.db.close().await;
    if options.seconds == 0 {
        return Ok(());
    }
    let server = Server::start(http::serve(config)?)?;
    wait_for(&config.listen).await?;
    for (level, token, path) in pages {
        measure(config, options, level, &token, &path).await?;
    }
    drop(server);
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
        ("select count(*) as n from usage_key where closed_at is not null", "semaine", "semaines"),
        ("select count(*) as n from usage_week", "compte gardé", "comptes gardés"),
    ] {
        parts.push(counted(figure(db, sql).await?, one, many));
    }
    Ok(parts.join(", "))
}

/// The seven nights of the next week; the last one counts the week.
async fn nights(house: &House, options: &Options) -> Result<()> {
    let mut tx = house.db.read().await?;
    let last = last_week(&mut tx).await?;
    let week = last.map_or_else(|| Week::of(tx.now().day()), |it| it.earlier(-1));
    drop(tx);
    for (number, day) in week.days().enumerate() {
        let visits = if number < 5 { options.visits } else { options.visits / 5 };
        let hits = fictive::hits(&house.db, options.seed, day, visits).await?;
        let begun = Instant::now();
        night::count(house, &day.to_string()).await?;
        let took = begun.elapsed().as_secs_f64();
        println!(
            "nuit du {day}, {:24} {took:6.1} s = {:4.2} × la limite de {NIGHT:.0} s  {}",
            counted(hits, "page ouverte", "pages ouvertes"),
            took / NIGHT,
            verdict(took <= NIGHT)
        );
    }
    Ok(())
}

/// A page of each level, with somebody who may see it.
async fn pages(db: &Db) -> Result<Vec<(&'static str, String, String)>> {
    let mut tx = db.write().await?;
    let (academy, department, town, district): (String, String, Option<String>, Option<i64>) = tx
        .one(
            "select academy, substr(uai, 1, 3) as department, town, district from school \
             where gone_at is null and town is not null and district is not null order by id limit 1",
            &[],
        )
        .await?;
    let town = school::territory::town_key(&town.unwrap_or_default());
    let school: school::SchoolId =
        tx.one_value("select id from school where gone_at is null order by id limit 1", &[]).await?;
    let region = somebody(&mut tx, Role::AcademyAdmin, "region").await?;
    let commune = format!("town:{department}:{town}");
    let officer = somebody(&mut tx, Role::TownOfficer, &commune).await?;
    tx.commit().await?;
    let district = format!("district:{academy}:{}", district.unwrap_or_default());
    let mut pages = Vec::new();
    for (level, place, token) in [
        ("région", "region".to_owned(), &region),
        ("académie", format!("academy:{academy}"), &region),
        ("département", format!("department:{department}"), &region),
        ("circonscription", district, &region),
        ("commune", commune, &officer),
        ("école", format!("school:{school}"), &region),
    ] {
        for period in ["semaine", "annee"] {
            pages.push((level, token.clone(), format!("/indicateurs?lieu={place}&periode={period}")));
        }
    }
    Ok(pages)
}

async fn somebody(tx: &mut Tx, role: Role, scope: &str) -> Result<String> {
    let login = format!("bench.{scope}");
    let id = match account::Account::by_login(tx, &login).await? {
        Some(account) => account.id,
        None => {
            let id = account::create(tx, &login).await?;
            account::grant(tx, id, role, scope).await?;
            id
        }
    };
    // Nobody signs in with it: the second factor must only be there.
    account::set_totp(tx, id, Some("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")).await?;
    let profile = if role == Role::TownOfficer { Profile::Town } else { Profile::Administrator };
    charter::accept(tx, id, Audience::of(profile)).await?;
    session::begin(tx, id, "bench", Stay::Device).await
}

async fn measure(config: &Config, options: &Options, level: &str, token: &str, path: &str) -> Result<()> {
    let (token, asked) = (token.to_owned(), path.to_owned());
    let ask = Arc::new(move |_: usize, _: usize| request(Method::GET, &asked, &token, Vec::new(), FORM));
    let lasting = Duration::from_secs(options.seconds);
    let mut samples = paced(config.listen.clone(), options.rate, lasting, ask, StatusCode::OK).await?;
    let p99 = samples.quantile(0.99);
    let period = path.rsplit('=').next().unwrap_or_default();
    println!(
        "{level:16} {period:8} {:4.0} /s   médiane {:6.2} ms   p99 {p99:7.2} ms = {:4.2} × la limite de {PAGE:.0} ms  {}",
        samples.per_second(),
        samples.quantile(0.5),
        p99 / PAGE,
        verdict(p99 <= PAGE)
    );
    Ok(())
}
