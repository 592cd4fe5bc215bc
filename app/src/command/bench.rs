//! `preau bench`.

use crate::config::Config;
use clap::Subcommand;
use db::Result;
use std::process::ExitCode;

#[derive(Debug, Subcommand)]
pub(super) enum Bench {
    /// Import.
    Import,
}

impl Bench {
    pub(super) async fn run(self, _config: &Config) -> Result<ExitCode> {
        Ok(ExitCode::SUCCESS)
    }
}
