//! The peer of our pages: a bare axum route that answers a constant page.

use crate::config::Config;
use axum::{Router, response::Html, routing::get};
use clap::Args;
use db::Result;
use tokio::net::TcpListener;

/// What to serve.
#[derive(Debug, Args)]
pub struct Options {
    /// Octets de la page.
    #[arg(long)]
    bytes: usize,
}

/// Serves a constant page at `/` until killed.
///
/// # Errors
/// A fault of the machine.
pub async fn run(config: &Config, options: &Options) -> Result<()> {
    let page: &'static str = "a".repeat(options.bytes).leak();
    let router = Router::new().route("/", get(move || async move { Html(page) }));
    axum::serve(TcpListener::bind(&config.listen).await?, router).await?;
    Ok(())
}
