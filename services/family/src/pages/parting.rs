//! `/foyer/regroupements/{merge}/annulation`: two accounts that were joined are two again. The page asks first: the sheet of the
//! other may be too old to open it.

use super::{HOUSEHOLD, parting_path};
use crate::{W, household, merging};
use school::{Viewer, merge::MergeId};
use web::{
    Answer, AskPage, Path, SignedIn,
    component::{Button, LinkButton},
};

/// `GET /foyer/regroupements/{merge}/annulation`
pub(crate) async fn ask(mut visit: SignedIn, Path(merge): Path<MergeId>) -> Answer {
    household::require(&visit.viewer)?;
    let mut tx = visit.read().await?;
    let joined = merging::load(&mut tx, &visit.viewer, merge).await?;
    drop(tx);
    let opens = match joined.opened {
        true => W.parting_opens(&joined.login),
        false => W.parting_sheet(&joined.login),
    };
    let button = Button::danger(W.parting_now()).icon("annuler");
    let back = LinkButton::secondary(W.back_to_household(), HOUSEHOLD);
    let page = AskPage::new(W.parting_title(&joined.login), parting_path(merge), button, back)
        .says(W.parting_lead())
        .says(opens);
    visit.page(page.title(), &page)
}

/// `POST /foyer/regroupements/{merge}/annulation`
pub(crate) async fn undo(mut visit: SignedIn, Path(merge): Path<MergeId>) -> Answer {
    household::require(&visit.viewer)?;
    let mut tx = visit.write().await?;
    let other = merging::undo(&mut tx, &visit.viewer, merge).await?;
    let left = Viewer::load(&mut tx, visit.viewer.account).await?;
    tx.commit().await?;
    // Nobody came in with it yet: it has no password, and its sheet opens it.
    let said = match other.activated_at {
        Some(_) => W.parted().to_owned(),
        None => W.parted_with_sheet(&other.login),
    };
    // Who works in a school and gave back the only entry of a parent has no household any more.
    let to = if household::opens(&left) { HOUSEHOLD } else { "/" };
    Ok(visit.done(to, &said))
}
