//! Papers of a convention: scans that either side keeps with it.

use super::agreement::{AgreementPage, address, title};
use crate::{
    Agreement, AgreementId, W,
    step::{self, Verb},
    topic::Topic,
};
use axum::extract::{FromRequest, Request};
use commons::paper::{self, Judged, PaperId};
use db::{Error, Result, Tx};
use school::Viewer;
use web::{Answer, Path, SignedIn, Upload, paper as shown};

/// More papers than a convention ever has.
const MOST: usize = 40;
/// The field they come in.
pub(super) const FIELD: &str = "fichier";

/// `POST /conventions/{id}/pieces`
pub(crate) async fn add(mut visit: SignedIn, Path(id): Path<AgreementId>, request: Request) -> Answer {
    let mut tx = visit.read().await?;
    Agreement::read(&mut tx, &visit.viewer, id).await?;
    drop(tx);
    let upload = Upload::from_request(request, &visit.site).await?;
    match received(&mut visit, id, &upload).await {
        Ok(()) => Ok(visit.done(&address(id), W.agreement_paper_kept())),
        Err(Error::Invalid(problems)) => {
            let mut tx = visit.read().await?;
            let (agreement, side) = Agreement::load(&mut tx, &visit.viewer, id).await?;
            let page = AgreementPage::build(&mut tx, &visit.viewer, &agreement, side, &problems).await?;
            drop(tx);
            visit.again(&title(&agreement), &page)
        }
        Err(error) => Err(error.into()),
    }
}

async fn received(visit: &mut SignedIn, id: AgreementId, upload: &Upload) -> Result<()> {
    let judged = shown::received(&visit.site, upload, FIELD).await?;
    if judged.is_empty() {
        return Err(Error::invalid(FIELD, W.scan_missing()));
    }
    let topic = Topic::try_from(upload.text("nature").to_owned()).unwrap_or(Topic::Other);
    let mut tx = visit.write().await?;
    let agreement = Agreement::read(&mut tx, &visit.viewer, id).await?;
    keep(&mut tx, &visit.viewer, &agreement, topic, &judged).await?;
    tx.commit().await
}

/// Keeps scans with a convention, whatever the form they came with.
pub(super) async fn keep(
    tx: &mut Tx,
    viewer: &Viewer,
    agreement: &Agreement,
    topic: Topic,
    judged: &[Judged],
) -> Result<()> {
    let about = agreement.id.into();
    if !judged.is_empty() && paper::about(tx, about).await?.len() + judged.len() > MOST {
        return Err(Error::invalid(FIELD, W.scan_too_many(MOST)));
    }
    for scan in judged {
        paper::keep(tx, about, topic.as_str(), scan, Some(viewer.account)).await?;
        let what = W.agreement_nature(topic.as_str());
        step::record(tx, agreement.id, Verb::PaperAdded, &what, Some(viewer.account)).await?;
    }
    Ok(())
}

/// `GET /conventions/{id}/pieces/{paper}`
pub(crate) async fn show(mut visit: SignedIn, Path((id, paper_id)): Path<(AgreementId, PaperId)>) -> Answer {
    let mut tx = visit.read().await?;
    let agreement = Agreement::read(&mut tx, &visit.viewer, id).await?;
    let found = paper::one(&mut tx, agreement.id.into(), paper_id).await?;
    drop(tx);
    shown::serve(&visit.site, &found).await
}
