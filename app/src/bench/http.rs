//! `preau bench http`.

use super::{
    child::{Server, cpu_seconds, named, ourselves},
    client::{Ask, Asked, FORM, Samples, drive, request, wait_for},
    crowd::{self, User},
    machine,
};
use crate::{config::Config, figures::counted};
use axum::http::{Method, Request, StatusCode, header};
use clap::Args;
use db::{Ambient, Engine, Error, Result};
use http_body_util::Full;
use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

/// What to measure.
#[derive(Debug, Args)]
pub struct Options {
    /// Nombre d’écoles, si la base est vide ; par défaut la région.
    #[arg(long, default_value_t = 4300)]
    schools: u32,
    /// Graine du territoire.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Durée de chaque mesure, en secondes.
    #[arg(long, default_value_t = 5)]
    seconds: u64,
    /// Nombres de connexions.
    #[arg(long, value_delimiter = ',', default_value = "1,32,256")]
    connections: Vec<usize>,
}

/// The limits, at 32 connections: home ≥ 1/20 of the bare route, ≤ 1.5 ms of processor, p99 ≤ 50 ms;
/// publishing ≥ 200 a second on PostgreSQL.
const BARE_SHARE: f64 = 1.0 / 20.0;
const CPU_MILLIS: f64 = 1.5;
const P99_MILLIS: f64 = 50.0;
const PUBLICATIONS: f64 = 200.0;
const JUDGED_AT: usize = 32;

/// One line to measure.
struct Scenario {
    name: &'static str,
    ask: Ask,
    wanted: StatusCode,
    publishes: bool,
}

/// Runs the bench and prints its table.
///
/// # Errors
/// A fault of the machine, or an answer that is not the one wanted.
pub async fn run(config: &Config, options: &Options) -> Result<()> {
    let house = config.open(Ambient::system()).await?;
    crowd::settle(&house, options.schools, options.seed).await?;
    let [parents, teachers] = crowd::sign_in(&house.db).await?;
    let engine = house.db.engine();
    let (schools, pupils) = crate::demo::figures(&house.db).await?;
    house.db.close().await;
    println!(
        "{}\n{}, {}, {}, {} personnes connectées de chaque profil.\n",
        machine::describe(),
        name(engine),
        counted(schools, "école", "écoles"),
        counted(pupils, "élève", "élèves"),
        crowd::USERS
    );
    let server = Server::start(serve(config)?)?;
    wait_for(&config.listen).await?;
    let scenarios = scenarios(Arc::new(parents), Arc::new(teachers));
    let size = warm(config, &scenarios).await?;
    let bare = bare(config, options, size).await?;
    for scenario in &scenarios {
        for connections in &options.connections {
            let pids = Pids { server: server.pid(), postgres: engine == Engine::Postgres };
            let measured = measure(config, options, scenario, *connections, &pids).await?;
            let peer = bare.iter().find(|it| it.0 == *connections).map_or(f64::NAN, |it| it.1);
            print(scenario, *connections, measured, peer, engine);
        }
    }
    Ok(())
}

pub(crate) fn serve(config: &Config) -> Result<std::process::Command> {
    let mut command = ourselves()?;
    command.arg("serve").arg("--data").arg(&config.data).arg("--listen").arg(&config.listen);
    command.arg("--database").arg(config.database_url());
    Ok(command)
}

fn scenarios(parents: Arc<Vec<User>>, teachers: Arc<Vec<User>>) -> Vec<Scenario> {
    let user = |users: &Arc<Vec<User>>| Arc::clone(users);
    let get = |users: Arc<Vec<User>>, path: fn(&User) -> String| -> Ask {
        Arc::new(move |number, _| {
            asked(Method::GET, &path(&users[number % users.len()]), users.get(number % users.len())?)
        })
    };
    let (publish, published) = (user(&teachers), AtomicUsize::new(0));
    vec![
        Scenario {
            name: "accueil d’un parent",
            ask: get(user(&parents), |_| "/".to_owned()),
            wanted: StatusCode::OK,
            publishes: false,
        },
        Scenario {
            name: "accueil d’un enseignant",
            ask: get(user(&teachers), |_| "/".to_owned()),
            wanted: StatusCode::OK,
            publishes: false,
        },
        Scenario {
            name: "ouvrir un billet",
            ask: get(user(&parents), |user| format!("/billets/{}", user.post.simple())),
            wanted: StatusCode::OK,
            publishes: false,
        },
        Scenario {
            name: "publier un billet",
            ask: Arc::new(move |_, _| draft(&publish, published.fetch_add(1, Ordering::Relaxed))),
            wanted: StatusCode::SEE_OTHER,
            publishes: true,
        },
    ]
}

/// The draft of a rank: each is published once, whatever the number of connections.
fn draft(teachers: &[User], next: usize) -> Option<Asked> {
    let user = teachers.get(next % teachers.len())?;
    let draft = user.drafts.get(next / teachers.len())?;
    asked(Method::POST, &format!("/billets/{}/publication", draft.simple()), user)
}

fn asked(method: Method, path: &str, user: &User) -> Option<Asked> {
    request(method, path, &user.token, Vec::new(), FORM)
}

/// Warms the caches, and tells the size of the home page as it is before compression.
async fn warm(config: &Config, scenarios: &[Scenario]) -> Result<usize> {
    let home = scenarios.first().ok_or(Error::NotFound)?;
    let ask = Arc::clone(&home.ask);
    let plain: Ask = Arc::new(move |number, turn| {
        let mut request = ask(number, turn)?;
        request.headers_mut().remove(header::ACCEPT_ENCODING);
        Some(request)
    });
    Ok(drive(&config.listen, 32, Duration::from_secs(2), &plain, StatusCode::OK).await?.bytes)
}

/// Requests a second of a bare axum route with a page of this size, for each number of connections.
async fn bare(config: &Config, options: &Options, size: usize) -> Result<Vec<(usize, f64)>> {
    let listen = next_port(&config.listen)?;
    let mut command = ourselves()?;
    command.args(["bench", "bare", "--bytes", &size.to_string(), "--listen", &listen]);
    let _server = Server::start(command)?;
    wait_for(&listen).await?;
    let ask: Ask =
        Arc::new(|_, _| Request::builder().uri("/").header(header::HOST, "127.0.0.1").body(Full::default()).ok());
    let mut rates = Vec::new();
    println!("route axum nue, page constante de {size} octets");
    for connections in &options.connections {
        let mut samples =
            drive(&listen, *connections, Duration::from_secs(options.seconds), &ask, StatusCode::OK).await?;
        println!(
            "  {:>16} {:9.0} /s   médiane {:6.2} ms   p99 {:6.2} ms",
            counted(*connections, "connexion", "connexions"),
            samples.per_second(),
            samples.quantile(0.5),
            samples.quantile(0.99)
        );
        rates.push((*connections, samples.per_second()));
    }
    println!();
    Ok(rates)
}

pub(crate) fn name(engine: Engine) -> &'static str {
    match engine {
        Engine::Sqlite => "SQLite",
        Engine::Postgres => "PostgreSQL",
    }
}

pub(crate) fn next_port(listen: &str) -> Result<String> {
    let (host, port) = listen.rsplit_once(':').ok_or(Error::NotFound)?;
    let port: u16 = port.parse().map_err(Error::fault)?;
    Ok(format!("{host}:{}", port + 1))
}

/// Whose processor time is counted.
struct Pids {
    server: u32,
    postgres: bool,
}

struct Measured {
    samples: Samples,
    server_millis: f64,
    database_millis: f64,
}

async fn measure(
    config: &Config,
    options: &Options,
    scenario: &Scenario,
    connections: usize,
    pids: &Pids,
) -> Result<Measured> {
    let database = || if pids.postgres { cpu_seconds(&named("postgres")) } else { 0.0 };
    let before = (cpu_seconds(&[pids.server]), database());
    let samples =
        drive(&config.listen, connections, Duration::from_secs(options.seconds), &scenario.ask, scenario.wanted)
            .await?;
    let after = (cpu_seconds(&[pids.server]), database());
    let each = |before: f64, after: f64| (after - before) * 1000.0 / samples.count().max(1) as f64;
    let (server_millis, database_millis) = (each(before.0, after.0), each(before.1, after.1));
    Ok(Measured { samples, server_millis, database_millis })
}

fn print(scenario: &Scenario, connections: usize, measured: Measured, bare: f64, engine: Engine) {
    let Measured { mut samples, server_millis, database_millis } = measured;
    let (rate, p99) = (samples.per_second(), samples.quantile(0.99));
    let cpu = server_millis + database_millis;
    let held = match scenario.publishes {
        true => engine == Engine::Sqlite || rate >= PUBLICATIONS,
        false => rate >= bare * BARE_SHARE && cpu <= CPU_MILLIS && p99 <= P99_MILLIS,
    };
    let verdict = match connections == JUDGED_AT {
        false => "",
        true if held => "  tenu",
        true => "  NON TENU",
    };
    println!(
        "{:26} {:>16} {rate:8.0} /s (1/{:.1} de la route nue)   UC {server_millis:5.2} + {database_millis:5.2} ms   \
         médiane {:6.2} ms   p99 {p99:7.2} ms{verdict}",
        scenario.name,
        counted(connections, "connexion", "connexions"),
        bare / rate,
        samples.quantile(0.5)
    );
}
