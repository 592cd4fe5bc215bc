//! Adding to the schools an authority pays for, and taking from them.

use super::authority::{Typed, page};
use crate::{Side, W, authority, charge};
use db::Error;
use school::{AuthorityId, SchoolId};
use serde::Deserialize;
use web::{Answer, Form, Path, SignedIn};

/// Codes of schools, a line each.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Added {
    ecoles: String,
}

/// `POST /collectivites/{id}/ecoles`
pub(crate) async fn add(mut visit: SignedIn, Path(id): Path<AuthorityId>, Form(added): Form<Added>) -> Answer {
    let mut tx = visit.write().await?;
    let authority = authority::managed(&mut tx, &visit.viewer, id).await?;
    match charge::add(&mut tx, &visit.viewer, &authority, &added.ecoles).await {
        Ok(count) => {
            tx.commit().await?;
            Ok(visit.done(&format!("/collectivites/{id}"), &W.charge_added(count)))
        }
        Err(Error::Invalid(problems)) => {
            drop(tx);
            let mut tx = visit.read().await?;
            let typed = Typed { schools: added.ecoles, ..Typed::of(&authority) };
            let page = page(&mut tx, &visit.viewer, &authority, Side::Academy, &typed, &problems).await?;
            drop(tx);
            visit.again(&authority.name, &page)
        }
        Err(other) => Err(other.into()),
    }
}

/// `POST /collectivites/{id}/ecoles/{school}/retrait`
pub(crate) async fn remove(mut visit: SignedIn, Path((id, school)): Path<(AuthorityId, SchoolId)>) -> Answer {
    let mut tx = visit.write().await?;
    let authority = authority::managed(&mut tx, &visit.viewer, id).await?;
    charge::remove(&mut tx, &visit.viewer, authority.id, school).await?;
    tx.commit().await?;
    Ok(visit.done(&format!("/collectivites/{id}"), W.charge_removed()))
}
