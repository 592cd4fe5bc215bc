//! A push service on this machine: it notes what arrives, and when.

use axum::{
    Router,
    extract::{Path, State},
    http::StatusCode,
    routing::post,
};
use db::{Clock, Moment, Result};
use std::sync::{Arc, Mutex, PoisonError};
use tokio::net::TcpListener;

/// What arrived: the number of the device, the instant.
#[derive(Debug, Clone)]
pub(super) struct Sink {
    arrivals: Arc<Mutex<Vec<(usize, Moment)>>>,
    clock: Clock,
    pub(super) address: String,
}

impl Sink {
    /// Listens on a free port.
    pub(super) async fn open(clock: Clock) -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = format!("http://{}", listener.local_addr()?);
        let sink = Self { arrivals: Arc::default(), clock, address };
        let router = Router::new().route("/{device}", post(receive)).with_state(sink.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        Ok(sink)
    }

    /// What arrived so far.
    pub(super) fn arrivals(&self) -> Vec<(usize, Moment)> {
        self.arrivals.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

async fn receive(State(sink): State<Sink>, Path(device): Path<usize>) -> StatusCode {
    let now = sink.clock.now();
    sink.arrivals.lock().unwrap_or_else(PoisonError::into_inner).push((device, now));
    StatusCode::CREATED
}
