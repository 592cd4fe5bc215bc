//! All that is told of a place in a period, gathered once for the page and for the sheet.

use crate::{
    adoption::Adoption,
    figure::{self, Figure, Figures},
    period::{Length, Period, year},
    similar::{self, Similar, Size},
    week::Week,
};
use db::{Result, Tx};
use school::{SchoolYear, Territory};

/// The report of a place.
#[derive(Debug)]
pub(crate) struct Report {
    pub(crate) place: Territory,
    pub(crate) name: String,
    pub(crate) period: Period,
    pub(crate) figures: Figures,
    /// The figures of the period just before.
    pub(crate) before: Figures,
    /// The weeks of the school year.
    pub(crate) weeks: Vec<(String, Figure)>,
    pub(crate) adoption: Option<Adoption>,
    pub(crate) similar: Option<Similar>,
    /// The visits of the last week: what schools of the size are compared by.
    pub(crate) last_visits: i64,
    /// Pages nobody could count.
    pub(crate) missed: i64,
    /// The last week that is counted.
    pub(crate) last: Week,
}

impl Report {
    pub(crate) async fn gather(tx: &mut Tx, place: Territory, period: Period, last: Week) -> Result<Self> {
        let week = last.to_string();
        let adoption = figure::adoption(tx, &place, &week).await?;
        let similar = match (&place, adoption) {
            (Territory::School(_), Some(people)) => similar::of(tx, &week, Size::of(people.children)).await?,
            _ => None,
        };
        let (first, end) = year(SchoolYear::of(period.last).0);
        let whole = Period { length: Length::Year, first, last: end };
        let weeks = figure::by_week(tx, &place, whole).await?;
        let last_visits = weeks.iter().find(|it| it.0 == week).map_or(0, |it| it.1.visits);
        Ok(Self {
            name: web::place_name(tx, &place).await?,
            figures: Figures::load(tx, &place, period).await?,
            before: Figures::load(tx, &place, period.before()).await?,
            missed: figure::missed(tx, period).await?,
            weeks,
            adoption,
            similar,
            last_visits,
            last,
            period,
            place,
        })
    }
}
