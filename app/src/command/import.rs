//! `preau import`: a directory from the terminal.

use crate::{config::Config, figures::counted};
use clap::{Args, Subcommand};
use db::{Ambient, Error, Result};
use directory::import::{Counts, Options, Outcome, Progress, Report, import};
use indicatif::{ProgressBar, ProgressStyle};
use std::{path::PathBuf, process::ExitCode};

#[derive(Debug, Subcommand)]
pub(super) enum Import {
    /// Importe des livraisons AAF-1D : archives, dossiers, ou dossier d’académies.
    Aaf(Aaf),
    /// Rattache des enseignants à des classes (CSV : uai;classe;enseignant).
    Links {
        /// Fichiers.
        paths: Vec<PathBuf>,
    },
}

#[derive(Debug, Args)]
pub(super) struct Aaf {
    /// Archives ou dossiers, appliqués dans l’ordre.
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    /// Dit ce qui changerait, sans rien écrire.
    #[arg(long)]
    dry_run: bool,
    /// Applique malgré les doutes qui arrêtent un import.
    #[arg(long)]
    accept: bool,
    /// Code de l’académie attendue.
    #[arg(long, value_name = "CODE")]
    academy: Option<String>,
    /// Part d’une école qui peut disparaître, en pour cent.
    #[arg(long, default_value_t = 10, value_name = "PERCENT")]
    most_departures: i64,
    /// Termine par un objet JSON par livraison.
    #[arg(long)]
    json: bool,
}

impl Import {
    pub(super) async fn run(self, config: &Config) -> Result<ExitCode> {
        match self {
            Self::Aaf(aaf) => aaf.run(config).await,
            Self::Links { paths } => links(config, &paths).await,
        }
    }
}

async fn links(config: &Config, paths: &[PathBuf]) -> Result<ExitCode> {
    let house = config.open(Ambient::system()).await?;
    for path in paths {
        let mut tx = house.db.write().await?;
        let attached = directory::teaching::import_links(&mut tx, path).await?;
        tx.commit().await?;
        println!("{} : {}.", path.display(), counted(attached.done, "rattachement", "rattachements"));
        for line in &attached.unknown {
            println!("  ligne {line} : école, classe ou enseignant inconnu.");
        }
    }
    house.db.close().await;
    Ok(ExitCode::SUCCESS)
}

impl Aaf {
    async fn run(self, config: &Config) -> Result<ExitCode> {
        let house = config.open(Ambient::system()).await?;
        let options = Options {
            dry_run: self.dry_run,
            accept_doubts: self.accept,
            academy: self.academy.clone(),
            most_departures_percent: self.most_departures,
            ..Options::default()
        };
        let bar = bar();
        let mut applied = true;
        for path in &self.paths {
            let reports = import(&house, path, &options, &|progress| show(&bar, progress)).await.map_err(told)?;
            bar.finish_and_clear();
            for report in &reports {
                applied &= matches!(report.outcome, Outcome::Applied | Outcome::DryRun);
                self.print(report);
            }
            if !applied {
                break;
            }
        }
        house.db.close().await;
        Ok(if applied { ExitCode::SUCCESS } else { ExitCode::from(3) })
    }

    fn print(&self, report: &Report) {
        if self.json {
            let object = serde_json::json!({
                "id": report.id, "academy": report.academy, "kind": report.kind, "delivered_on": report.delivered_on,
                "outcome": report.outcome.as_str(), "reasons": report.reasons, "counts": report.counts,
            });
            println!("{object}");
        } else {
            println!("{}", text(report));
        }
    }
}

fn told(error: Error) -> Error {
    match error {
        Error::Conflict => Error::fault("un autre import est en cours"),
        other => other,
    }
}

fn bar() -> ProgressBar {
    let style = ProgressStyle::with_template("{bar:40} {bytes}/{total_bytes} {msg} {elapsed}");
    ProgressBar::new(0).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}

fn show(bar: &ProgressBar, progress: Progress) {
    match progress {
        Progress::Reading { bytes, total } => {
            bar.set_length(total);
            bar.set_position(bytes);
            bar.set_message("lecture");
        }
        Progress::Comparing => bar.set_message("comparaison"),
        Progress::Writing => bar.set_message("écriture"),
    }
}

fn text(report: &Report) -> String {
    let outcome = match report.outcome {
        Outcome::Applied => "appliquée",
        Outcome::Stopped => "arrêtée : relancez avec --accept pour passer outre",
        Outcome::Refused => "refusée",
        Outcome::DryRun => "essayée, rien n’est écrit",
    };
    let mut text = format!("Académie {}, {} du {} : {outcome}.", report.academy, report.kind, report.delivered_on);
    for reason in &report.reasons {
        text.push_str("\n  - ");
        text.push_str(reason);
    }
    text + &table(&report.counts)
}

fn table(counts: &Counts) -> String {
    let mut table = format!(
        "\n{:14}{:>10}{:>10}{:>10}{:>10}{:>10}{:>11}{:>10}",
        "", "créés", "changés", "déplacés", "disparus", "revenus", "inchangés", "rejetés"
    );
    for (name, it) in [
        ("écoles", counts.schools),
        ("classes", counts.classes),
        ("élèves", counts.pupils),
        ("responsables", counts.guardians),
        ("personnels", counts.staff),
        ("liens", counts.links),
    ] {
        table.push_str(&format!(
            "\n{name:14}{:>10}{:>10}{:>10}{:>10}{:>10}{:>11}{:>10}",
            it.created, it.changed, it.moved, it.disappeared, it.returned, it.unchanged, it.rejected
        ));
    }
    table
}
