//! The register on paper and as a table.

use crate::{
    W, allowed,
    controller::Controller,
    register::{paper as register_paper, version},
    schedule::Schedule,
};
use db::Error;
use web::{Answer, SignedIn, paper};

/// `GET /registre.pdf`
pub(crate) async fn print(mut visit: SignedIn) -> Answer {
    allowed::keeper(&visit.viewer)?;
    let house = visit.site.house.clone();
    let mut tx = visit.read().await?;
    let all = version::all(&mut tx).await?;
    let controller = Controller::load(&mut tx).await?;
    let schedule = Schedule::load(&mut tx, &house).await?;
    let today = tx.now().day();
    drop(tx);
    let document = register_paper::document(&all, &controller, &schedule, today);
    let bytes = pdf::document(&document).map_err(Error::fault)?;
    Ok(paper::made(bytes, "application/pdf", W.register_file_pdf()))
}

/// `GET /registre.csv`
pub(crate) async fn csv(mut visit: SignedIn) -> Answer {
    allowed::keeper(&visit.viewer)?;
    let house = visit.site.house.clone();
    let mut tx = visit.read().await?;
    let all = version::all(&mut tx).await?;
    let controller = Controller::load(&mut tx).await?;
    let schedule = Schedule::load(&mut tx, &house).await?;
    drop(tx);
    Ok(paper::made(register_paper::csv(&all, &controller, &schedule)?, "text/csv", W.register_file_csv()))
}
