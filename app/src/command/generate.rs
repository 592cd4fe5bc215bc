//! `preau generate`: a fictive territory as deliveries.

use crate::figures::{counted, size};
use clap::Args;
use db::Result;
use indicatif::ProgressBar;
use std::{path::PathBuf, process::ExitCode};

/// Écrit un territoire fictif sous forme de livraisons AAF-1D.
#[derive(Debug, Args)]
pub(super) struct Generate {
    /// Nombre d’écoles.
    #[arg(long, default_value_t = 20)]
    schools: u32,
    /// Graine : la même donne le même territoire.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Dossier à écrire.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Année scolaire, par celle de sa rentrée : le même territoire, où chacun est monté d’un niveau chaque été.
    #[arg(long, default_value_t = fiction::FIRST_YEAR)]
    year: u32,
    /// Jour : 0 pour la livraison complète, ensuite les livraisons partielles de la première année.
    #[arg(long, default_value_t = 0)]
    day: u32,
}

impl Generate {
    pub(super) fn run(self) -> Result<ExitCode> {
        let bar = ProgressBar::new(u64::from(self.schools));
        let Self { schools, seed, year, day, .. } = self;
        let options = fiction::Options { schools, seed, year, day, ..fiction::Options::default() };
        let summary =
            fiction::write(&self.out, &options, &mut |done| bar.set_position(done)).map_err(super::at(&self.out))?;
        bar.finish_and_clear();
        println!(
            "{} : {}, {}, {}, {}, {}, {}.",
            self.out.display(),
            counted(summary.schools, "école", "écoles"),
            counted(summary.classes, "classe", "classes"),
            counted(summary.pupils, "élève", "élèves"),
            counted(summary.guardians, "responsable", "responsables"),
            counted(summary.staff, "personnel", "personnels"),
            size(summary.bytes)
        );
        Ok(ExitCode::SUCCESS)
    }
}
