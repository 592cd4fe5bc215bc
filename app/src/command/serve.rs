//! `preau serve`: the site and its jobs, until asked to stop.

use crate::{config::Config, services};
use commons::{House, audit, job, nightly};
use db::{Ambient, Error, Result};
use std::{io, net::SocketAddr, process::ExitCode, time::Duration};
use tokio::{net::TcpListener, signal::unix, sync::watch, task::JoinHandle};
use web::Site;

pub(super) async fn run(config: &Config) -> Result<ExitCode> {
    let listener = listen(config).await?;
    let house = config.open(Ambient::system()).await?;
    serve(config, house, listener).await?;
    Ok(ExitCode::SUCCESS)
}

/// Takes the address, before anything is prepared or said to be open.
pub(super) async fn listen(config: &Config) -> Result<TcpListener> {
    let address = &config.listen;
    TcpListener::bind(address).await.map_err(|cause| {
        Error::fault(match cause.kind() {
            io::ErrorKind::AddrInUse => {
                format!("L’adresse {address} est déjà prise : choisissez-en une autre avec --listen.")
            }
            _ => format!("L’adresse {address} ne peut pas être écoutée : {}.", aaf::said_of(&cause)),
        })
    })
}

/// Serves a house until SIGTERM or Ctrl-C, then lets requests end and closes the database.
pub(super) async fn serve(config: &Config, house: House, listener: TcpListener) -> Result<()> {
    let (close, closing) = watch::channel(false);
    let site = Site {
        house: house.clone(),
        services: services::SERVICES,
        behind_proxy: config.behind_proxy,
        closing: closing.clone(),
    };
    let workers = workers(&house);
    if config.address().starts_with("https://") && !config.behind_proxy {
        tracing::warn!("an https address without --behind-proxy: every visitor counts as one");
    }
    tracing::info!(address = %house.address, "preau is open");
    let router = web::router(site).into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, router)
        .with_graceful_shutdown(async move {
            stop_asked().await;
            // Live channels end at once; requests under way go on.
            let _ = close.send(true);
        })
        .await?;
    workers.iter().for_each(JoinHandle::abort);
    count_last_pages(&house).await;
    house.db.close().await;
    Ok(())
}

async fn count_last_pages(house: &House) {
    if let Err(error) = indicators::hit::flush(house).await {
        tracing::warn!(%error, "the last pages opened are not counted");
    }
}

/// What goes on beside the pages, on every node.
fn workers(house: &House) -> [JoinHandle<()>; 5] {
    [
        tokio::spawn(job::work(house.clone(), services::jobs())),
        tokio::spawn(attention::work(house.clone(), services::SERVICES)),
        tokio::spawn(keep_sealing(house.clone())),
        tokio::spawn(keep_nights(house.clone())),
        tokio::spawn(indicators::hit::work(house.clone())),
    ]
}

async fn stop_asked() {
    let term = async {
        match unix::signal(unix::SignalKind::terminate()) {
            Ok(mut signal) => drop(signal.recv().await),
            Err(_) => std::future::pending().await,
        }
    };
    tokio::select! {
        () = term => {}
        _ = tokio::signal::ctrl_c() => {}
    }
}

/// Asks for the work of each night, on whichever node comes first.
async fn keep_nights(house: House) {
    loop {
        if let Err(error) = nightly::ask(&house, &services::nightly()).await {
            tracing::error!(%error, "the work of the night was not asked for");
        }
        tokio::time::sleep(Duration::from_secs(300)).await;
    }
}

/// Seals the audit journal every few minutes, on whichever node comes first.
async fn keep_sealing(house: House) {
    loop {
        tokio::time::sleep(Duration::from_secs(300)).await;
        if let Err(error) = enqueue_sealing(&house).await {
            tracing::error!(%error, "the audit journal was not sealed");
        }
    }
}

async fn enqueue_sealing(house: &House) -> Result<()> {
    let mut tx = house.db.write().await?;
    let now = tx.now();
    job::enqueue(&mut tx, audit::SEAL.name, "", now).await?;
    tx.commit().await
}
