//! `preau bench import`.

use super::{
    child::{self, Taken, measure, ourselves},
    machine, median,
    waiting::Writer,
};
use crate::{
    config::Config,
    figures::{counted, size},
};
use clap::Args;
use db::{Error, Result};
use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

/// What to measure.
#[derive(Debug, Args)]
pub struct Options {
    /// Nombre d’écoles ; par défaut la région.
    #[arg(long, default_value_t = 4300)]
    schools: u32,
    /// Graine du territoire.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Nombre de mesures dont on prend la médiane.
    #[arg(long, default_value_t = 3)]
    runs: u32,
    /// Serveur PostgreSQL où créer la base « preau_bench » ; sans lui, SQLite seul est mesuré.
    #[arg(long, env = "PREAU_BENCH_POSTGRES", value_name = "URL")]
    postgres: Option<String>,
    /// Dossier de travail, gardé ; par défaut un dossier temporaire.
    #[arg(long, value_name = "DIR")]
    dir: Option<PathBuf>,
}

/// The limits: full ≤ 2 × xmllint, the same again ≤ 1 ×, a day ≤ 10 s, 512 MiB, nobody waits over 2 s to write.
const FULL: f64 = 2.0;
const SAME: f64 = 1.0;
const DAY_SECONDS: f64 = 10.0;
const PEAK_MIB: f64 = 512.0;
const WAIT_SECONDS: f64 = 2.0;
/// A tenth of the région: on less, starting the program weighs more than what it reads, and the limits mean nothing.
const LEAST_JUDGED: u32 = 430;

impl Options {
    fn is_judged(&self) -> bool {
        self.schools >= LEAST_JUDGED
    }
}

/// Runs the bench and prints its table.
///
/// # Errors
/// A fault of the machine; a limit passed is said, not an error.
pub async fn run(_config: &Config, options: &Options) -> Result<()> {
    let temporary = tempfile::tempdir()?;
    let work = options.dir.clone().unwrap_or_else(|| temporary.path().to_owned());
    fs::create_dir_all(&work)?;
    let sent = Sent { full: work.join("jour-0"), day: work.join("jour-1"), september: work.join("rentree") };
    let summary = generate(options, &sent.full, |_| {})?;
    generate(options, &sent.day, |it| it.day = 1)?;
    generate(options, &sent.september, |it| it.year += 1)?;
    println!("{}", machine::describe());
    println!(
        "{}, {}, {}, {}, {} de XML ; médiane de {}.",
        counted(summary.schools, "école", "écoles"),
        counted(summary.pupils, "élève", "élèves"),
        counted(summary.guardians, "responsable", "responsables"),
        counted(summary.staff, "personnel", "personnels"),
        size(summary.bytes),
        counted(options.runs, "mesure", "mesures")
    );
    let note = if options.is_judged() { "" } else { "Limites : à la taille de la région.\n" };
    println!("{note}");
    let limit = repeated(options.runs, || xmllint(&sent.full))?;
    line("xmllint --stream --noout", limit, limit.seconds, None);
    let parse = repeated(options.runs, || parse(&sent.full))?;
    line("lecture seule", parse, limit.seconds, None);
    let mut engines = vec![Engine::Sqlite(work.join("base"))];
    engines.extend(options.postgres.clone().map(|server| Engine::Postgres(server, work.join("base-pg"))));
    for engine in engines {
        engine.bench(options, &sent, limit.seconds).await?;
    }
    Ok(())
}

/// The folders of what is delivered.
struct Sent {
    full: PathBuf,
    day: PathBuf,
    september: PathBuf,
}

/// Writes the first full delivery, or what is changed in its options.
fn generate(options: &Options, out: &Path, change: impl FnOnce(&mut fiction::Options)) -> Result<fiction::Summary> {
    let mut wanted = fiction::Options { schools: options.schools, seed: options.seed, ..fiction::Options::default() };
    change(&mut wanted);
    Ok(fiction::write(out, &wanted, &mut |_| {})?)
}

fn repeated(runs: u32, mut once: impl FnMut() -> Result<Taken>) -> Result<Taken> {
    let taken: Vec<Taken> = (0..runs).map(|_| once()).collect::<Result<_>>()?;
    Ok(middle(&taken))
}

/// Median time, highest peak.
fn middle(taken: &[Taken]) -> Taken {
    let seconds = median(taken.iter().map(|it| it.seconds).collect());
    Taken { seconds, peak_mib: taken.iter().map(|it| it.peak_mib).fold(0.0, f64::max) }
}

fn line(name: &str, taken: Taken, limit: f64, wanted: Option<bool>) {
    let verdict = verdict(wanted);
    println!(
        "{name:34} {:8.2} s   {:5.2} × xmllint  {:6.0} Mio{verdict}",
        taken.seconds,
        taken.seconds / limit,
        taken.peak_mib
    );
}

fn verdict(held: Option<bool>) -> &'static str {
    match held {
        None => "",
        Some(true) => "  tenu",
        Some(false) => "  NON TENU",
    }
}

fn wait(seconds: f64, judged: bool) {
    let verdict = verdict(judged.then_some(seconds <= WAIT_SECONDS));
    println!("{:34} {seconds:8.2} s   attente la plus longue de qui écrit pendant ce temps{verdict}", "");
}

fn xmllint(folder: &Path) -> Result<Taken> {
    let mut command = Command::new("xmllint");
    command.args(["--stream", "--noout", "--nowarning"]).args(members(folder)?).stderr(Stdio::null());
    measure(command)
}

/// The XML files of every académie.
fn members(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut members = Vec::new();
    for academy in fs::read_dir(folder)?.flatten().filter(|it| it.path().is_dir()) {
        let files = fs::read_dir(academy.path())?.flatten().map(|it| it.path());
        members.extend(files.filter(|path| path.extension().is_some_and(|it| it == "xml")));
    }
    members.sort();
    Ok(members)
}

fn parse(folder: &Path) -> Result<Taken> {
    let mut command = ourselves()?;
    command.args(["bench", "parse"]).arg(folder);
    measure(command)
}

/// The address of a database of a server; what follows a question mark, such as a socket, stays at the end.
fn database(server: &str, name: &str) -> String {
    match server.split_once('?') {
        Some((server, options)) => format!("{}/{name}?{options}", server.trim_end_matches('/')),
        None => format!("{}/{name}", server.trim_end_matches('/')),
    }
}

/// A database to measure on, with the folder of its data.
enum Engine {
    Sqlite(PathBuf),
    Postgres(String, PathBuf),
}

impl Engine {
    async fn bench(&self, options: &Options, sent: &Sent, limit: f64) -> Result<()> {
        let mut first = Vec::new();
        for _ in 0..options.runs {
            self.empty()?;
            first.push(self.import(&sent.full)?);
        }
        let first = middle(&first);
        let same = repeated(options.runs, || self.import(&sent.full))?;
        let loads: Vec<f64> = (0..options.runs).map(|_| self.load()).collect::<Result<_>>()?;
        // Applied once: the second time there is nothing left to do.
        let (delta, waited) = self.import_meanwhile(&sent.day).await?;
        let (september, waited_in_september) = self.import_meanwhile(&sent.september).await?;
        let name = self.name();
        println!();
        let bare = Taken { seconds: median(loads), peak_mib: 0.0 };
        line(&format!("{name} : chargement nu"), bare, limit, None);
        let judged = options.is_judged();
        let held = |taken: Taken, ok: bool| judged.then_some(ok && taken.peak_mib <= PEAK_MIB);
        line(&format!("{name} : première livraison"), first, limit, held(first, first.seconds <= FULL * limit));
        line(&format!("{name} : la même"), same, limit, held(same, same.seconds <= SAME * limit));
        line(&format!("{name} : celle du lendemain"), delta, limit, held(delta, delta.seconds <= DAY_SECONDS));
        wait(waited, judged);
        line(&format!("{name} : la rentrée suivante"), september, limit, None);
        wait(waited_in_september, judged);
        Ok(())
    }

    /// Imports while somebody writes; also tells how long they had to wait at most, in seconds.
    async fn import_meanwhile(&self, folder: &Path) -> Result<(Taken, f64)> {
        let writer = Writer::start(&self.url()).await?;
        let taken = tokio::task::block_in_place(|| self.import(folder));
        let waited = writer.stop().await?;
        Ok((taken?, waited))
    }

    fn name(&self) -> &'static str {
        match self {
            Self::Sqlite(_) => "SQLite",
            Self::Postgres(..) => "PostgreSQL",
        }
    }

    /// Begins again from nothing.
    fn empty(&self) -> Result<()> {
        let data = match self {
            Self::Sqlite(data) => data,
            Self::Postgres(server, data) => {
                for statement in ["drop database if exists preau_bench with (force)", "create database preau_bench"] {
                    let mut command = Command::new("psql");
                    command
                        .args(["--quiet", "--command", statement, &database(server, "postgres")])
                        .stderr(Stdio::null());
                    measure(command)?;
                }
                data
            }
        };
        if data.exists() {
            fs::remove_dir_all(data)?;
        }
        fs::create_dir_all(data)?;
        Ok(())
    }

    fn command(&self, arguments: &[&str]) -> Result<Command> {
        let mut command = ourselves()?;
        command.args(arguments);
        let (Self::Sqlite(data) | Self::Postgres(_, data)) = self;
        command.arg("--data").arg(data).arg("--database").arg(self.url());
        Ok(command)
    }

    fn url(&self) -> String {
        match self {
            Self::Sqlite(data) => format!("sqlite:{}", data.join("preau.sqlite").display()),
            Self::Postgres(server, _) => database(server, "preau_bench"),
        }
    }

    fn import(&self, folder: &Path) -> Result<Taken> {
        let mut command = self.command(&["import", "aaf"])?;
        command.arg(folder).stderr(Stdio::null());
        child::measure(command)
    }

    /// The seconds the bare load says it took.
    fn load(&self) -> Result<f64> {
        let output = self.command(&["bench", "load"])?.output()?;
        let text = String::from_utf8_lossy(&output.stdout);
        text.trim()
            .parse()
            .map_err(|error| Error::fault(format!("bench load: {error}: {}", String::from_utf8_lossy(&output.stderr))))
    }
}
