//! What somebody chose about being told, read from its form.

use crate::W;
use commons::{
    attention::{OwnHours, Preference},
    holiday::SchoolCalendar,
};
use db::{Problems, Result, Tx};
use jiff::civil::Time;
use school::{SchoolId, Viewer};

/// The first and the last hour a digest may be asked for, in minutes of the day.
pub const DIGESTS: (i64, i64) = (7 * 60, 20 * 60);
/// Digests leave at half hours.
pub const STEP: i64 = 30;
/// Own hours leave at least an hour.
const SHORTEST_SECONDS: i64 = 3600;

/// What was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChoiceForm {
    /// Whether devices are woken.
    pub push: bool,
    /// Whether what awaits an answer comes by letter.
    pub letters: bool,
    /// The minute of the digest, as sent; empty for none.
    pub digest: String,
    /// Whether the week comes on Friday.
    pub week: bool,
    /// Whether hours of one's own are kept.
    pub own: bool,
    /// When they begin, as typed.
    pub from: String,
    /// When they end, as typed.
    pub to: String,
    /// Their days, Monday first.
    pub days: [bool; 7],
}

impl ChoiceForm {
    /// What a browser sent.
    pub fn read(fields: &[(String, String)]) -> Self {
        let text =
            |name: &str| fields.iter().find(|(it, _)| it == name).map_or("", |(_, value)| value.as_str()).to_owned();
        let ticked = |name: &str| fields.iter().any(|(it, _)| it == name);
        let day = |day: usize| fields.iter().any(|(name, value)| name == "jours" && *value == day.to_string());
        Self {
            push: ticked("appareils"),
            letters: ticked("lettres"),
            digest: text("resume"),
            week: ticked("semaine"),
            own: ticked("heures"),
            from: text("debut"),
            to: text("fin"),
            days: std::array::from_fn(day),
        }
    }

    /// The form of what is in force.
    pub fn of(choice: &Preference) -> Self {
        let hours = choice.hours.as_ref();
        let shown = |time: Option<Time>, usual: &str| {
            time.map_or_else(|| usual.to_owned(), |it| it.strftime("%H:%M").to_string())
        };
        Self {
            push: choice.push,
            letters: choice.letters,
            digest: choice.digest_at.map(|it| it.to_string()).unwrap_or_default(),
            week: choice.week,
            own: hours.is_some(),
            from: shown(hours.map(|it| it.from), "08:00"),
            to: shown(hours.map(|it| it.to), "19:00"),
            days: hours.map_or([true, true, true, true, true, false, false], |it| it.days),
        }
    }

    /// What was chosen, for somebody of some schools.
    ///
    /// # Errors
    /// [`db::Error::Invalid`] beside what cannot be; a fault of the database.
    pub async fn check(&self, tx: &mut Tx, viewer: &Viewer) -> Result<Preference> {
        let mut problems = Problems::default();
        let hours = if self.own { self.hours(&mut problems) } else { None };
        if let Some(hours) = &hours {
            for school in schools(viewer) {
                let calendar = SchoolCalendar::find(tx, school).await?;
                if !hours.meet(calendar.hours()) {
                    problems.add("debut", W.hours_never_meet());
                    break;
                }
            }
        }
        let digest_at = self.digest.parse().ok().filter(|it| is_digest_hour(*it));
        problems.require(self.digest.is_empty() || digest_at.is_some(), "resume", W.digest_wrong());
        problems.or(Preference { push: self.push, letters: self.letters, digest_at, week: self.week, hours })
    }

    fn hours(&self, problems: &mut Problems) -> Option<OwnHours> {
        let (from, to) = (read_time(&self.from), read_time(&self.to));
        problems.require(from.is_some(), "debut", W.hour_unreadable());
        problems.require(to.is_some(), "fin", W.hour_unreadable());
        problems.require(self.days.contains(&true), "jours", W.days_none());
        let (from, to) = from.zip(to)?;
        let long = from < to && from.duration_until(to).as_secs() >= SHORTEST_SECONDS;
        problems.require(long, "fin", W.hours_too_short());
        Some(OwnHours { from, to, days: self.days }).filter(|_| problems.is_empty())
    }
}

/// The hours a digest may leave at.
pub fn digest_hours() -> impl Iterator<Item = i64> {
    (DIGESTS.0..=DIGESTS.1).filter(|it| it % STEP == 0)
}

fn is_digest_hour(minute: i64) -> bool {
    digest_hours().any(|it| it == minute)
}

fn read_time(text: &str) -> Option<Time> {
    let (hour, minute) = text.trim().split_once(':')?;
    Time::new(hour.parse().ok()?, minute.get(..2)?.parse().ok()?, 0, 0).ok()
}

/// The schools somebody is told things by, each once.
fn schools(viewer: &Viewer) -> Vec<SchoolId> {
    let mut schools: Vec<SchoolId> = Vec::new();
    for seat in &viewer.seats {
        if !schools.contains(&seat.school) {
            schools.push(seat.school);
        }
    }
    schools
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digests_leave_at_half_hours_of_the_day() {
        let hours: Vec<i64> = digest_hours().collect();
        assert_eq!((hours.len(), hours.first(), hours.last()), (27, Some(&420), Some(&1200)));
        assert!(is_digest_hour(1050) && !is_digest_hour(1051) && !is_digest_hour(0));
    }

    #[test]
    fn hours_are_read_as_browsers_send_them() {
        assert_eq!(read_time("08:30"), Time::new(8, 30, 0, 0).ok());
        assert_eq!(read_time("08:30:00"), Time::new(8, 30, 0, 0).ok());
        for text in ["", "8", "25:00", "08:6", "huit:00"] {
            assert_eq!(read_time(text), None, "{text}");
        }
    }
}
