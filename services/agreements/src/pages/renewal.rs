//! `POST /conventions/campagnes/{year}/reconduire`: last year's conventions are prepared again.

use crate::{W, agreement::academies, renewal::renew};
use commons::audit::{self, Action};
use school::viewer::or_not_found;
use web::{Answer, Path, SignedIn};

/// Prepares them for each académie the viewer runs the scheme for.
pub(crate) async fn start(mut visit: SignedIn, Path(year): Path<i64>) -> Answer {
    let mut tx = visit.write().await?;
    let academies = academies(&mut tx, &visit.viewer).await?;
    or_not_found(!academies.is_empty())?;
    let mut made = 0;
    for academy in &academies {
        made += renew(&mut tx, year, academy).await?;
    }
    let count = i64::try_from(made).unwrap_or(i64::MAX);
    let (subject, detail) = (Some(format!("campaign {year}")), count.to_string());
    audit::write(&mut tx, Some(visit.viewer.account), Action::AgreementsRenewed, subject, Some(&detail)).await?;
    tx.commit().await?;
    Ok(visit.done("/conventions/campagnes", &W.renewal_done(count)))
}
