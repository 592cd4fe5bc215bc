//! `preau`: the espace numérique de travail of primary schools, in one binary.

use clap::{CommandFactory, FromArgMatches};
use preau::command::{Cli, told};
use std::process::ExitCode;

// The import makes and forgets millions of short texts.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[tokio::main]
async fn main() -> ExitCode {
    let filter = tracing_subscriber::EnvFilter::try_from_env("PREAU_LOG").unwrap_or_else(|_| "warn,preau=info".into());
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
    let matches = Cli::command().get_matches();
    let cli = match Cli::from_arg_matches(&matches) {
        Ok(cli) => cli,
        Err(error) => error.exit(),
    };
    match cli.run(&matches).await {
        Ok(code) => code,
        Err(error) => {
            eprintln!("preau : {}", told(&error));
            ExitCode::FAILURE
        }
    }
}
