//! `/annuaire/transferts`: what is contested over an académie, looked at and closed by those who settle it.

use super::{transfer_list, transfer_page::TransferPage, transfer_part};
use crate::{
    W,
    transfer::{self, Transfer, TransferId},
};
use commons::access::Topic;
use web::{Answer, Path, SignedIn, component::Button};

/// The list of the académie.
pub(crate) const PATH: &str = "/annuaire/transferts";

/// `GET /annuaire/transferts`
pub(crate) async fn list(mut visit: SignedIn) -> Answer {
    let mut tx = visit.read().await?;
    let transfers = transfer::over(&mut tx, &visit.viewer).await?;
    let now = tx.now();
    drop(tx);
    let row = |it: &Transfer| {
        let places = W.transfer_between(&it.school_name, it.to_place());
        transfer_part::row(it, &places, format!("{PATH}/{}", it.id), now)
    };
    visit.page(W.transfers(), &transfer_list::over(transfers.iter().map(row).collect()))
}

/// `GET /annuaire/transferts/{transfer}`
pub(crate) async fn show(mut visit: SignedIn, Path(id): Path<TransferId>) -> Answer {
    let mut tx = visit.read().await?;
    let transfer = Transfer::load_over(&mut tx, &visit.viewer, id).await?;
    drop(tx);
    let settle = (format!("{PATH}/{id}/cloture"), Button::primary(W.transfer_settle()).icon("fait"));
    let acts = transfer.closed_at.is_none().then_some(settle);
    let about = if acts.is_some() { W.transfer_settle_about() } else { W.transfer_closed() };
    let page = TransferPage::new(&transfer, about, acts.into_iter().collect(), PATH.to_owned());
    visit.looked(vec![transfer.person_id], Topic::Quality, None).await;
    visit.page(&transfer.name(), &page)
}

/// `POST /annuaire/transferts/{transfer}/cloture`
pub(crate) async fn settle(mut visit: SignedIn, Path(id): Path<TransferId>) -> Answer {
    let mut tx = visit.write().await?;
    let transfer = Transfer::load_over(&mut tx, &visit.viewer, id).await?;
    transfer::settle(&mut tx, &visit.viewer, &transfer).await?;
    tx.commit().await?;
    Ok(visit.done(PATH, W.transfer_was_settled()))
}
