//! A breach on paper, and the notebook as a table.

use crate::{
    W,
    breach::{DataBreach, DataBreachId, paper as breach_paper, step},
    controller::Controller,
};
use db::Error;
use web::{Answer, Path, SignedIn, paper};

/// `GET /violations/{id}/fiche.pdf`
pub(crate) async fn print(mut visit: SignedIn, Path(id): Path<DataBreachId>) -> Answer {
    let mut tx = visit.read().await?;
    let breach = DataBreach::load(&mut tx, &visit.viewer, id).await?;
    let steps = step::of(&mut tx, id).await?;
    let controller = Controller::load(&mut tx).await?;
    let document = breach_paper::document(&breach, &steps, &controller, tx.now());
    drop(tx);
    let bytes = pdf::document(&document).map_err(Error::fault)?;
    Ok(paper::made(bytes, "application/pdf", &W.breach_file(breach.number)))
}

/// `GET /violations.csv`
pub(crate) async fn csv(mut visit: SignedIn) -> Answer {
    let mut tx = visit.read().await?;
    let breaches = DataBreach::all(&mut tx, &visit.viewer).await?;
    let now = tx.now();
    drop(tx);
    Ok(paper::made(breach_paper::csv(&breaches, now)?, "text/csv", W.breach_file_csv()))
}
