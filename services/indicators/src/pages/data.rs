//! The figures as files in the layout of the national open data.

use super::Asked;
use crate::{
    dnma::{self, Set},
    period::{Length, Period, last_week},
};
use db::Error;
use school::Territory;
use web::{Answer, Query, SignedIn, paper};

/// `GET /indicateurs/dnma.csv`
pub(crate) async fn show(mut visit: SignedIn, Query(asked): Query<Asked>) -> Answer {
    let viewer = visit.viewer.clone();
    let mut tx = visit.read().await?;
    let place = asked.place(&mut tx, &viewer).await?;
    let set = asked.jeu.clone().and_then(|it| Set::try_from(it).ok()).unwrap_or(Set::Profiles);
    let last = last_week(&mut tx).await?.ok_or(Error::NotFound)?;
    let period = asked.period(last);
    // A year of the schools of an académie is no file to make while somebody waits: its last week is.
    let period = match place {
        Territory::Region | Territory::Academy(_) | Territory::Department(_) => {
            Period::of(Length::Week, period.last.min(last.monday()))
        }
        Territory::District(..) | Territory::Town(..) | Territory::Authority(_) | Territory::School(_) => period,
    };
    let bytes = dnma::write(&mut tx, &place, period, set).await?;
    let name = format!("dnma-par-uai-{}-{}.csv", set.as_str(), period.first);
    Ok(paper::made(bytes, "text/csv", &name))
}
