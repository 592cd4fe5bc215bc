//! The pages of the indicators.

pub(crate) mod board;
pub(crate) mod board_page;
pub(crate) mod charts;
pub(crate) mod data;
pub(crate) mod sender;
pub(crate) mod sheet;

use crate::{
    period::{Length, Period, last_week},
    report::Report,
    scope,
    week::Week,
};
use db::{Error, Result, Tx};
use school::{Territory, Viewer};
use serde::Deserialize;

/// What is asked for: which place, over which period.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    lieu: Option<String>,
    periode: Option<String>,
    du: Option<String>,
    /// Which data set, for the file.
    jeu: Option<String>,
}

impl Asked {
    /// The place, as somebody who may see it.
    async fn place(&self, tx: &mut Tx, viewer: &Viewer) -> Result<Territory> {
        let own = scope::own(viewer);
        let first = own.first().cloned().ok_or(Error::NotFound)?;
        let place = match &self.lieu {
            Some(scope) => scope::read(scope)?,
            None => first,
        };
        scope::seen(tx, viewer, &place).await?;
        Ok(place)
    }

    /// The period; the last week that is counted where none is said.
    fn period(&self, last: Week) -> Period {
        let length = self.periode.clone().and_then(|it| Length::try_from(it).ok()).unwrap_or(Length::Week);
        let day = self.du.as_deref().and_then(|it| it.parse().ok()).unwrap_or(last.monday());
        Period::of(length, day)
    }

    /// All that is told of it; none as long as no week is counted.
    async fn report(&self, tx: &mut Tx, viewer: &Viewer) -> Result<(Territory, Option<Report>)> {
        let place = self.place(tx, viewer).await?;
        let Some(last) = last_week(tx).await? else { return Ok((place, None)) };
        let report = Report::gather(tx, place.clone(), self.period(last), last).await?;
        Ok((place, Some(report)))
    }
}

/// The address of a page or a file about a place and a period.
pub(crate) fn address(path: &str, place: &Territory, period: Period) -> String {
    // A period is found again by a Monday in it.
    let day = Week::of(period.first.saturating_add(jiff::ToSpan::days(6_i64))).monday();
    format!("{path}?lieu={place}&periode={}&du={day}", period.length.as_str())
}
