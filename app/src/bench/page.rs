//! Pages measured at a steady pace, in a program of their own, beside the limit they are held to.

use super::{
    client::{Ask, FORM, paced, request},
    verdict,
};
use axum::http::{Method, StatusCode};
use db::Result;
use std::{sync::Arc, time::Duration};

/// Pages to measure: what they are, who opens them, their addresses in turn, how long they may take at p99.
pub(crate) struct Page {
    pub(crate) name: &'static str,
    pub(crate) token: String,
    pub(crate) paths: Vec<String>,
    pub(crate) limit_millis: f64,
}

/// How they are asked for.
pub(crate) struct Pace {
    /// How long, in seconds.
    pub(crate) seconds: u64,
    /// Requests a second.
    pub(crate) rate: usize,
}

/// For so long first, unmeasured: connections are opened and their statements prepared, as for a server of the day before.
const WARMING: Duration = Duration::from_secs(1);

/// Measures pages of the server that listens there, and prints a line.
///
/// # Errors
/// A fault of the machine, or an answer that is not the one wanted.
pub(crate) async fn measure(listen: &str, pace: &Pace, page: Page) -> Result<()> {
    let Page { name, token, paths, limit_millis } = page;
    // Neighbouring requests ask for different addresses.
    let ask = move |number: usize, turn: usize| {
        let path = paths.get((number * 7 + turn) % paths.len().max(1))?;
        request(Method::GET, path, &token, Vec::new(), FORM)
    };
    let ask: Ask = Arc::new(ask);
    paced(listen.to_owned(), pace.rate, WARMING, Arc::clone(&ask), StatusCode::OK).await?;
    let lasting = Duration::from_secs(pace.seconds);
    let mut samples = paced(listen.to_owned(), pace.rate, lasting, ask, StatusCode::OK).await?;
    let p99 = samples.quantile(0.99);
    println!(
        "{name:44} à {:4.0} /s : médiane {:6.2} ms   p99 {p99:7.2} ms = {:4.2} × la limite de {limit_millis:.0} ms  {}",
        samples.per_second(),
        samples.quantile(0.5),
        p99 / limit_millis,
        verdict(p99 <= limit_millis)
    );
    Ok(())
}
