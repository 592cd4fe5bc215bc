//! `GET /`: one address, a page for each profile.

use super::{head, office, parent, pupil, teacher};
use axum::response::{IntoResponse, Redirect};
use school::{CircleId, Profile, SchoolId};
use serde::Deserialize;
use web::{Answer, Query, SignedIn};

/// The class or the school chosen by somebody who has several.
#[derive(Debug, Deserialize)]
pub(crate) struct Wanted {
    classe: Option<CircleId>,
    ecole: Option<SchoolId>,
}

/// `GET /`
pub(crate) async fn show(visit: SignedIn, Query(wanted): Query<Wanted>) -> Answer {
    if visit.viewer.door.is_at_home() {
        return Ok(Redirect::to(web::MY_WORK).into_response());
    }
    match visit.viewer.profile() {
        Profile::Pupil => pupil::show(visit).await,
        Profile::Guardian => parent::show(visit).await,
        Profile::Staff => office::staff(visit).await,
        Profile::Teacher => teacher::show(visit, wanted.classe).await,
        Profile::Head => head::show(visit, wanted.ecole).await,
        Profile::Town | Profile::Administrator => office::administrator(visit).await,
    }
}
