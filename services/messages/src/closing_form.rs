//! The form that closes messages: what was typed, and the order it gives.

use crate::{
    W,
    closing::{Offer, Order, Party},
    territory::{self, Territory, may_over},
};
use db::{Error, Moment, Problems, Result, Tx};
use jiff::civil::{Date, Time, time};
use school::{Right, Viewer};

/// The shortest reason that says something, in characters.
const SHORTEST_REASON: usize = 5;
/// The longest: it stands above a page.
pub const LONGEST_REASON: usize = 300;

/// What was typed in the form that closes.
#[derive(Debug, Clone, Default)]
pub struct ClosingForm {
    /// The territory, as stored.
    pub scope: String,
    /// A UAI typed instead, by somebody of the académie.
    pub uai: String,
    /// The parties ticked, as stored.
    pub parties: Vec<String>,
    /// Why.
    pub reason: String,
    /// The day it ends, as typed.
    pub day: String,
    /// The hour it ends, as typed.
    pub hour: String,
}

/// The scope that stands for the UAI typed.
pub const ONE_SCHOOL: &str = "ecole";

impl ClosingForm {
    /// What a browser sent: a party is repeated for each box ticked.
    pub fn read(fields: &[(String, String)]) -> Self {
        let text =
            |name: &str| fields.iter().find(|(it, _)| it == name).map_or("", |(_, value)| value.as_str()).to_owned();
        let parties = fields.iter().filter(|(name, _)| name == "profils").map(|(_, value)| value.clone());
        Self {
            scope: text("portee"),
            uai: text("uai"),
            parties: parties.collect(),
            reason: text("raison"),
            day: text("jour"),
            hour: text("heure"),
        }
    }

    /// The order given.
    ///
    /// # Errors
    /// [`Error::Invalid`] beside the fields that are wrong; a fault of the database.
    pub async fn check(&self, tx: &mut Tx, viewer: &Viewer, offers: &[Offer]) -> Result<Order> {
        let mut problems = Problems::default();
        let territory = match self.scope == ONE_SCHOOL && viewer.may_over(Right::CloseMessages) {
            true => self.school(tx, viewer, &mut problems).await?,
            false => {
                let wanted = Territory::parse(&self.scope);
                let known = wanted.filter(|it| offers.iter().any(|offer| offer.territory == *it));
                problems.require(known.is_some(), "portee", W.closing_scope_missing());
                known
            }
        };
        let parties = self.parties();
        problems.require(!parties.is_empty(), "profils", W.closing_parties_missing());
        let reason = self.reason.trim();
        let length = reason.chars().count();
        problems.require((SHORTEST_REASON..=LONGEST_REASON).contains(&length), "raison", W.closing_reason_missing());
        let until = self.until(tx.now(), &mut problems);
        problems.or(())?;
        let territory = territory.ok_or(Error::NotFound)?;
        Ok(Order { territory, parties, reason: reason.to_owned(), until })
    }

    /// « Tous » makes the others needless.
    fn parties(&self) -> Vec<Party> {
        let known: Vec<Party> = self.parties.iter().filter_map(|it| Party::try_from(it.clone()).ok()).collect();
        if known.contains(&Party::Everybody) { vec![Party::Everybody] } else { known }
    }

    async fn school(&self, tx: &mut Tx, viewer: &Viewer, problems: &mut Problems) -> Result<Option<Territory>> {
        let school = territory::school_of(tx, &self.uai).await?.map(|it| Territory::School(it.id));
        let held = match &school {
            Some(school) => may_over(tx, viewer, Right::CloseMessages, school).await?,
            None => false,
        };
        problems.require(held, "uai", W.uai_unknown());
        Ok(school.filter(|_| held))
    }

    fn until(&self, now: Moment, problems: &mut Problems) -> Option<Moment> {
        if self.day.trim().is_empty() {
            return None;
        }
        let until = instant(self.day.trim(), self.hour.trim());
        problems.require(until.is_some_and(|it| it > now), "jour", W.closing_end_wrong());
        until
    }
}

/// An instant in France from a day and an hour as browsers send them; seven o'clock when no hour was said.
fn instant(day: &str, hour: &str) -> Option<Moment> {
    let day: Date = day.parse().ok()?;
    let hour: Time = if hour.is_empty() { time(7, 0, 0, 0) } else { hour.parse().ok()? };
    let zoned = db::PARIS.to_timestamp(day.to_datetime(hour)).ok()?;
    Some(Moment::from(zoned))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_end_is_read_in_france() {
        assert_eq!(instant("2026-10-02", "07:00"), instant("2026-10-02", ""));
        assert_eq!(instant("2026-10-01", "10:00"), Some(Moment(1_790_841_600_000)));
        assert_eq!((instant("demain", ""), instant("2026-10-02", "x")), (None, None));
    }

    #[test]
    fn everybody_makes_the_others_needless() {
        let form = |parties: &[&str]| ClosingForm {
            parties: parties.iter().map(|it| (*it).to_owned()).collect(),
            ..ClosingForm::default()
        };
        assert_eq!(form(&["pupils", "everybody"]).parties(), [Party::Everybody]);
        assert_eq!(form(&["pupils", "families", "x"]).parties(), [Party::Pupils, Party::Families]);
    }
}
