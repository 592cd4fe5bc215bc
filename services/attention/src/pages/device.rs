//! The browsers that may be woken: one gives itself, its owner takes it away.

use crate::W;
use commons::attention::subscription::{self, SubscriptionId};
use db::Error;
use school::{Profile, viewer::or_not_found};
use serde::Deserialize;
use web::{Answer, Form, NOTIFICATIONS, Path, SignedIn};

/// What a browser gives.
#[derive(Deserialize)]
pub(crate) struct Given {
    endpoint: String,
    p256dh: String,
    auth: String,
}

/// `POST /notifications/abonnements`
pub(crate) async fn add(mut visit: SignedIn, form: Form<Given>) -> Answer {
    or_not_found(visit.viewer.profile() != Profile::Pupil)?;
    let Form(given) = form;
    let (account, local) = (visit.viewer.account, visit.site.house.is_local());
    let device = visit.session.as_ref().map(|it| it.device.clone()).unwrap_or_default();
    let mut tx = visit.write().await?;
    let keys = (given.endpoint.as_str(), given.p256dh.as_str(), given.auth.as_str());
    match subscription::add(&mut tx, account, keys, &device, local).await {
        Ok(_) => {}
        Err(Error::Invalid(_)) => return Ok(visit.not_done(NOTIFICATIONS, W.device_refused())),
        Err(other) => return Err(other.into()),
    }
    tx.commit().await?;
    Ok(visit.done(NOTIFICATIONS, W.device_added()))
}

/// `POST /notifications/abonnements/{subscription}/fin`
pub(crate) async fn end(mut visit: SignedIn, Path(id): Path<SubscriptionId>) -> Answer {
    let account = visit.viewer.account;
    let mut tx = visit.write().await?;
    subscription::end(&mut tx, account, id).await?;
    tx.commit().await?;
    Ok(visit.done(NOTIFICATIONS, W.device_removed()))
}
