//! Starting an import from a page. It goes on after the answer; its report says how it ended.

use crate::{
    import::{Options, Progress, Report, import},
    import_run::{self, RunId},
    running::{Ending, Running, Turn},
};
use commons::House;
use db::{Error, Result};
use std::{path::PathBuf, sync::Arc};
use tempfile::TempDir;
use tokio::{runtime::Handle, sync::Notify, task::JoinHandle};

/// An archive waiting in a private folder, which is deleted with it.
#[derive(Debug)]
pub struct Archive {
    /// Keeps the folder alive while the archive is read.
    pub folder: TempDir,
    /// The archive in it.
    pub path: PathBuf,
}

impl Archive {
    /// What is wrong with the archive, beside its field, under the name its sender knows it by.
    fn told(&self, error: Error) -> Error {
        let Error::Invalid(problems) = error else {
            return error;
        };
        let folder = format!("{}/", self.folder.path().display());
        let messages: Vec<String> = problems.all().iter().map(|(_, message)| message.replace(&folder, "")).collect();
        Error::invalid("archive", messages.join(" "))
    }
}

/// What became of an import when the page answers.
#[derive(Debug)]
pub enum Launch {
    /// It is reading, and goes on.
    Begun,
    /// It is over already.
    Ended(Vec<Report>),
}

/// Starts an import and waits until it reads, or until it is known that it cannot.
///
/// # Errors
/// [`Error::Conflict`] when another import is running; [`Error::Invalid`] when the archive holds no delivery; a fault.
pub async fn launch(house: House, archive: Archive, options: Options, running: &Running) -> Result<Launch> {
    let turn = running.begin(options.academy.clone())?;
    let begun = Arc::new(Notify::new());
    let mut task = start(house, archive, options, Arc::clone(&begun), turn);
    tokio::select! {
        biased;
        ended = &mut task => Ok(Launch::Ended(ended.map_err(Error::fault)??)),
        () = begun.notified() => Ok(Launch::Begun),
    }
}

/// On a thread of its own: unpacking keeps a thread busy, and pages need theirs.
fn start(
    house: House,
    archive: Archive,
    options: Options,
    begun: Arc<Notify>,
    turn: Turn,
) -> JoinHandle<Result<Vec<Report>>> {
    let runtime = Handle::current();
    tokio::task::spawn_blocking(move || {
        let outcome = runtime.block_on(run(&house, &archive, &options, &begun, &turn));
        match &outcome {
            // Whoever started it may not be listening any more: the page of imports says that it broke.
            Err(error) if turn.has_begun() || matches!(error, Error::Fault(_)) => {
                tracing::error!(%error, "an import failed");
            }
            Ok(reports) => turn.end(reports.last().map(ending)),
            Err(_) => turn.end(None),
        }
        outcome
    })
}

fn ending(report: &Report) -> Ending {
    Ending { run: RunId(report.id), outcome: report.outcome }
}

async fn run(house: &House, archive: &Archive, options: &Options, begun: &Notify, turn: &Turn) -> Result<Vec<Report>> {
    let progress = |step: Progress| {
        turn.at(step);
        begun.notify_one();
    };
    let reports = import(house, &archive.path, options, &progress).await.map_err(|error| archive.told(error))?;
    let mut tx = house.db.write().await?;
    for report in &reports {
        if let Some(academy) = options.academy.as_deref().filter(|_| report.academy.is_empty()) {
            import_run::adopt(&mut tx, report.id, academy).await?;
        }
    }
    tx.commit().await?;
    Ok(reports)
}
