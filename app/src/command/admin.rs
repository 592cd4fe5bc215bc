//! `preau admin`.

use crate::config::Config;
use clap::Subcommand;
use db::Result;
use std::process::ExitCode;

#[derive(Debug, Subcommand)]
pub(super) enum Admin {
    /// Crée un administrateur d’académie.
    Create,
}

impl Admin {
    pub(super) async fn run(self, _config: &Config) -> Result<ExitCode> {
        Ok(ExitCode::SUCCESS)
    }
}
