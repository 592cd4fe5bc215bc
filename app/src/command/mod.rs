//! The commands of the program.

mod admin;
mod audit;
mod bench;
mod demo;
mod generate;
mod import;
mod refusal;
mod serve;
mod turn;

use crate::config::Config;
use clap::{ArgMatches, Parser, Subcommand};
use db::Result;
pub(crate) use refusal::at;
pub use refusal::told;
use std::{pin::Pin, process::ExitCode};

/// L’espace numérique de travail des écoles primaires.
#[derive(Debug, Parser)]
#[command(name = "preau", version, about)]
pub struct Cli {
    #[command(flatten)]
    config: Config,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Sert l’ENT.
    Serve,
    /// Prépare un petit territoire fictif, dit qui peut se connecter, et sert l’ENT.
    Demo(demo::Demo),
    /// Importe un annuaire.
    #[command(subcommand)]
    Import(import::Import),
    /// Écrit un territoire fictif sous forme de livraisons AAF-1D.
    Generate(generate::Generate),
    /// Gère les administrateurs.
    #[command(subcommand)]
    Admin(admin::Admin),
    /// Relit le journal des actions sensibles et dit si la chaîne de ses sceaux est entière.
    Audit,
    /// Mesure.
    #[command(subcommand)]
    Bench(bench::Bench),
    /// Montre les réglages en vigueur et leur origine.
    Config,
}

/// A command at work. Boxed: the binary would compile the whole program again to know the type of what it waits for.
type Running<'a> = Pin<Box<dyn Future<Output = Result<ExitCode>> + 'a>>;

impl Cli {
    /// Runs the command.
    ///
    /// # Errors
    /// What stopped it, to be shown on the terminal.
    pub fn run(self, matches: &ArgMatches) -> Running<'_> {
        Box::pin(self.follow(matches))
    }

    async fn follow(self, matches: &ArgMatches) -> Result<ExitCode> {
        match self.command {
            Command::Serve => serve::run(&self.config).await,
            Command::Demo(demo) => demo.run(&self.config).await,
            Command::Import(import) => import.run(&self.config).await,
            Command::Generate(generate) => generate.run(),
            Command::Admin(admin) => admin.run(&self.config).await,
            Command::Audit => audit::run(&self.config).await,
            Command::Bench(bench) => bench.run(&self.config).await,
            Command::Config => {
                println!("{}", self.config.print(matches));
                Ok(ExitCode::SUCCESS)
            }
        }
    }
}
