//! What is told of a place in a period: sums of protected counts, read from a few hundred rows whatever the place.

use crate::{
    facet,
    period::Period,
    protect::{THRESHOLD, nearest},
};
use commons::usage::{UsedBy, place_number};
use db::{FromRow, Result, Tx, args};
use school::Territory;
use std::collections::HashMap;

/// A figure of a period.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Figure {
    /// People, week by week, added up; [`Figures::people`] gives how many come in a week.
    users: i64,
    /// Visits.
    pub visits: i64,
    /// How long they lasted.
    pub seconds: i64,
    /// Whether something of it may be told.
    told: bool,
}

impl Figure {
    fn add(&mut self, cell: &Cell) {
        self.users += cell.users;
        self.visits += cell.visits;
        self.seconds += cell.seconds;
        self.told |= !cell.hidden;
    }

    fn merge(&mut self, other: Self) {
        self.users += other.users;
        self.visits += other.visits;
        self.seconds += other.seconds;
        self.told |= other.told;
    }

    /// How long a visit lasts on average, in seconds.
    pub fn length(&self) -> i64 {
        if self.visits == 0 { 0 } else { self.seconds / self.visits }
    }
}

#[derive(Debug, FromRow)]
struct Cell {
    week: String,
    profile: String,
    facet: String,
    users: i64,
    visits: i64,
    seconds: i64,
    hidden: bool,
}

/// The figures of a place in a period.
#[derive(Debug, Default)]
pub struct Figures {
    cells: HashMap<(String, String), Figure>,
    /// How many weeks of the period are counted for this house.
    pub weeks: i64,
}

impl Figures {
    /// Reads the figures of a place. For those who may see the place: [`crate::scope::seen`].
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn load(tx: &mut Tx, place: &Territory, period: Period) -> Result<Self> {
        let (first, last) = period.bounds();
        let cells: Vec<Cell> = tx
            .all(
                "select week, profile, facet, users, visits, seconds, hidden from usage_week \
                 where place = $1 and week >= $2 and week <= $3",
                args![place_number(&place.to_string()), &first, &last],
            )
            .await?;
        let mut figures = Self { weeks: weeks(tx, &first, &last).await?, ..Self::default() };
        for cell in &cells {
            figures.cells.entry((cell.profile.clone(), cell.facet.clone())).or_default().add(cell);
        }
        Ok(figures)
    }

    /// The figure of a profile and a facet.
    pub fn of(&self, profile: UsedBy, facet: &str) -> Figure {
        self.cells.get(&(profile.as_str().to_owned(), facet.to_owned())).copied().unwrap_or_default()
    }

    /// The figure of a facet, everybody together.
    pub fn all(&self, facet: &str) -> Figure {
        let mut all = self.cells.get(&(String::new(), facet.to_owned())).copied().unwrap_or_default();
        UsedBy::ALL.iter().for_each(|profile| all.merge(self.of(*profile, facet)));
        all
    }

    /// How many people come in a week, on average over the period, to the nearest five; none when they are too few to be told.
    pub fn people(&self, figure: Figure) -> Option<i64> {
        let people = nearest(figure.users / self.weeks.max(1), THRESHOLD);
        (figure.told && people >= THRESHOLD).then_some(people)
    }

    /// The visits of a figure, unless it is too small to be told.
    pub fn visits(&self, figure: Figure) -> Option<i64> {
        figure.told.then_some(figure.visits)
    }

    /// Whether anything is told.
    pub fn is_empty(&self) -> bool {
        self.cells.keys().all(|(_, facet)| facet != facet::ALL)
    }
}

async fn weeks(tx: &mut Tx, first: &str, last: &str) -> Result<i64> {
    tx.count(
        "select count(*) as n from usage_key where closed_at is not null and week >= $1 and week <= $2",
        args![first, last],
    )
    .await
}

/// The people and the visits of each week of a period, oldest first.
///
/// # Errors
/// A fault of the database.
pub async fn by_week(tx: &mut Tx, place: &Territory, period: Period) -> Result<Vec<(String, Figure)>> {
    let (first, last) = period.bounds();
    let cells: Vec<Cell> = tx
        .all(
            "select week, profile, facet, users, visits, seconds, hidden from usage_week \
             where place = $1 and week >= $2 and week <= $3 and facet = '' order by week",
            args![place_number(&place.to_string()), &first, &last],
        )
        .await?;
    let mut weeks: Vec<(String, Figure)> = Vec::new();
    for cell in &cells {
        match weeks.last_mut() {
            Some((week, figure)) if *week == cell.week => figure.add(cell),
            _ => {
                let mut figure = Figure::default();
                figure.add(cell);
                weeks.push((cell.week.clone(), figure));
            }
        }
    }
    Ok(weeks)
}

/// The adoption of a place, as counted with a week.
///
/// # Errors
/// A fault of the database.
pub async fn adoption(tx: &mut Tx, place: &Territory, week: &str) -> Result<Option<crate::adoption::Adoption>> {
    tx.first(
        "select staff, staff_active, adults, adults_active, children, children_reached from usage_adoption \
         where place = $1 and week = $2",
        args![place_number(&place.to_string()), week],
    )
    .await
}

/// Pages that were opened and could not be counted in a period.
///
/// # Errors
/// A fault of the database.
pub async fn missed(tx: &mut Tx, period: Period) -> Result<i64> {
    let (first, last) = period.bounds();
    tx.count(
        "select cast(coalesce(sum(missed), 0) as bigint) as n from usage_key where week >= $1 and week <= $2",
        args![&first, &last],
    )
    .await
}
