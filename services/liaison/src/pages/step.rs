//! Steps of a mot that need no more than a button.

use crate::{W, copy as copies, mot::KIND, mot::Mot, relance as relances, sending};
use commons::{Level, ThingId};
use db::Error;
use web::{Answer, Path, SignedIn};

pub(crate) async fn cancel(mut visit: SignedIn, Path(id): Path<ThingId>) -> Answer {
    let mut tx = visit.write().await?;
    let mot = Mot::load(&mut tx, &visit.viewer, id, Level::Manage).await?;
    sending::cancel(&mut tx, &visit.viewer, &mot).await?;
    tx.commit().await?;
    // The draft of a colleague is no longer visible: the list of mots always is.
    Ok(visit.done("/carnet", W.cancelled()))
}

pub(crate) async fn relance(mut visit: SignedIn, Path(id): Path<ThingId>) -> Answer {
    let mut tx = visit.write().await?;
    let mot = Mot::load(&mut tx, &visit.viewer, id, Level::Manage).await?;
    let follow = format!("{}/suivi", mot.path());
    match relances::relance(&mut tx, &visit.viewer, &mot).await {
        Ok(told) => {
            tx.commit().await?;
            Ok(visit.done(&follow, &W.relanced(told)))
        }
        Err(Error::Conflict) => Ok(visit.not_done(&follow, W.relanced_today())),
        Err(error) => Err(error.into()),
    }
}

pub(crate) async fn add_newcomers(mut visit: SignedIn, Path(id): Path<ThingId>) -> Answer {
    let mut tx = visit.write().await?;
    let mot = Mot::load(&mut tx, &visit.viewer, id, Level::Manage).await?;
    let added = sending::add_newcomers(&mut tx, &visit.viewer, &mot).await?;
    tx.commit().await?;
    Ok(visit.done(&format!("{}/suivi", mot.path()), &W.newcomers_added(added)))
}

pub(crate) async fn copy(mut visit: SignedIn, Path(id): Path<ThingId>) -> Answer {
    let mut tx = visit.write().await?;
    let mot = Mot::load(&mut tx, &visit.viewer, id, Level::Manage).await?;
    let copy = copies::copy(&mut tx, &visit.viewer, &mot).await?;
    tx.commit().await?;
    Ok(visit.done(&format!("{}/modifier", KIND.path(copy)), W.copied()))
}
