//! `preau demo`.

use crate::config::Config;
use clap::Args;
use db::Result;
use std::process::ExitCode;

/// Prépare un petit territoire fictif, dit qui peut se connecter, et sert l’ENT.
#[derive(Debug, Args)]
pub(super) struct Demo {}

impl Demo {
    pub(super) async fn run(self, config: &Config) -> Result<ExitCode> {
        super::serve::run(config).await
    }
}
