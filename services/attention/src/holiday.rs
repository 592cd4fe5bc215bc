//! The table of school holidays, as whoever runs the scheme for a région keeps it.

use crate::W;
use commons::{
    audit::{self, Action},
    holiday, notification,
    pause::{Period, Zone},
};
use db::{Error, Problems, Result, Tx};
use jiff::civil::Date;
use school::{Right, Viewer};
use web::Service;

/// The longest name.
const LONGEST_LABEL: usize = 80;
/// The longest holidays, in days: a summer.
const LONGEST_DAYS: i32 = 100;

/// The zones whose table the viewer keeps: those of the académies the task is for, all of them for the région.
pub fn zones_of(viewer: &Viewer) -> Vec<Zone> {
    let holds = |zone: &Zone| {
        viewer.grants.iter().any(|grant| {
            school::rights::carries(grant.role, Right::SetHolidays)
                && match grant.scope.strip_prefix("academy:") {
                    Some(academy) => Zone::of_academy(academy) == Some(*zone),
                    None => grant.scope == "region",
                }
        })
    };
    Zone::ALL.into_iter().filter(holds).collect()
}

/// What was typed about a period.
#[derive(Debug, Clone, Default, serde::Deserialize)]
pub struct PeriodForm {
    /// The letter of the zone.
    #[serde(default)]
    pub zone: String,
    /// Its name.
    #[serde(default)]
    pub nom: String,
    /// The first day, as typed.
    #[serde(default)]
    pub debut: String,
    /// The last one.
    #[serde(default)]
    pub fin: String,
    /// The first day of the period it replaces, when it revises one.
    #[serde(default)]
    pub avant: String,
}

impl PeriodForm {
    /// The period typed, in a zone the viewer keeps.
    ///
    /// # Errors
    /// [`Error::NotFound`] for another zone; [`Error::Invalid`] beside what cannot be; a fault of the database.
    pub async fn check(&self, tx: &mut Tx, zones: &[Zone]) -> Result<Period> {
        let zone = Zone::read(&self.zone).filter(|it| zones.contains(it)).ok_or(Error::NotFound)?;
        let label = self.nom.trim();
        let mut problems = Problems::default();
        let named = !label.is_empty() && label.chars().count() <= LONGEST_LABEL;
        problems.require(named, "nom", W.holiday_name_wrong());
        let (first, last) = (self.debut.parse::<Date>().ok(), self.fin.parse::<Date>().ok());
        problems.require(first.is_some(), "debut", W.holiday_day_wrong());
        problems.require(last.is_some(), "fin", W.holiday_day_wrong());
        if let Some((first, last)) = first.zip(last) {
            let long = first.until(last).map_or(i32::MAX, |span| span.get_days());
            problems.require((0..LONGEST_DAYS).contains(&long), "fin", W.holiday_order_wrong());
            let known = holiday::all(tx).await?;
            let replaced = self.replaced();
            let others = known.iter().filter(|it| it.zone == zone && Some(it.first) != replaced);
            let meets = others.into_iter().any(|it| it.first <= last && first <= it.last);
            problems.require(!meets, "debut", W.holiday_overlap());
            return problems.or(Period { label: label.to_owned(), zone, first, last });
        }
        Err(Error::Invalid(problems))
    }

    fn replaced(&self) -> Option<Date> {
        self.avant.parse().ok()
    }

    /// Keeps the period in place of the one it revises, and moves what waits in the schools of the zone.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn keep(&self, tx: &mut Tx, viewer: &Viewer, services: &[&Service], period: &Period) -> Result<()> {
        if let Some(before) = self.replaced().filter(|it| *it != period.first) {
            holiday::remove(tx, period.zone, before).await?;
        }
        holiday::set(tx, period).await?;
        let detail = format!("{} {} {} {}", period.zone.as_str(), period.first, period.last, period.label);
        follow(tx, viewer, services, period.zone, &detail).await
    }
}

/// Removes a period of a zone.
///
/// # Errors
/// [`Error::NotFound`] when there is none; a fault of the database.
pub async fn remove(tx: &mut Tx, viewer: &Viewer, services: &[&Service], zone: Zone, first: Date) -> Result<()> {
    holiday::remove(tx, zone, first).await?;
    follow(tx, viewer, services, zone, &format!("{} {first} -", zone.as_str())).await
}

/// What waits for its hour follows the new table.
async fn follow(tx: &mut Tx, viewer: &Viewer, services: &[&Service], zone: Zone, detail: &str) -> Result<()> {
    for school in holiday::schools_waiting(tx, zone).await? {
        notification::move_waiting(tx, school).await?;
        for service in services {
            (service.hours_changed)(tx, school).await?;
        }
    }
    let subject = Some(zone.as_str().to_owned());
    audit::write(tx, Some(viewer.account), Action::HolidaysChanged, subject, Some(detail)).await
}
