//! What is typed about a breach.

use super::{DataBreach, Nature, Risk};
use crate::W;
use db::{Moment, PARIS, Problems, Result};
use jiff::civil::{Date, Time};
use serde::Deserialize;

/// The longest text of a field.
const LONGEST: usize = 6000;

/// The form, as typed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct BreachForm {
    /// The day of the discovery.
    pub jour: String,
    /// Its hour.
    pub heure: String,
    /// When it happened.
    pub survenue: String,
    /// Ticked for each nature.
    pub confidentialite: String,
    /// Ticked for each nature.
    pub integrite: String,
    /// Ticked for each nature.
    pub disponibilite: String,
    /// What happened.
    pub recit: String,
    /// Which people.
    pub personnes: String,
    /// How many.
    pub nombre: String,
    /// Which data.
    pub donnees: String,
    /// How many records.
    pub enregistrements: String,
    /// What is likely to follow.
    pub consequences: String,
    /// What was done.
    pub mesures: String,
    /// The risk.
    pub risque: String,
    /// Why it is written again.
    pub motif: String,
    /// The edition it was filled in from; 0 for a new one.
    pub edition: i64,
}

/// What is known of a breach, checked.
#[derive(Debug, Clone)]
pub struct Facts {
    /// When it was discovered.
    pub discovered_at: Moment,
    /// When it happened.
    pub happened: String,
    /// What was harmed, words with spaces between.
    pub natures: String,
    /// What happened.
    pub story: String,
    /// Which people.
    pub people: String,
    /// How many.
    pub people_count: Option<i64>,
    /// Which data.
    pub data: String,
    /// How many records.
    pub records_count: Option<i64>,
    /// What is likely to follow.
    pub consequences: String,
    /// What was done.
    pub measures: String,
    /// The risk.
    pub risk: Risk,
}

impl BreachForm {
    /// The form of what is known now.
    pub fn of(breach: &DataBreach) -> Self {
        let ticked = |nature| if breach.natures().contains(&nature) { "on".to_owned() } else { String::new() };
        let counted = |count: Option<i64>| count.map_or_else(String::new, |it| it.to_string());
        let local = PARIS.to_datetime(breach.discovered_at.timestamp());
        Self {
            jour: local.date().to_string(),
            heure: format!("{:02}:{:02}", local.hour(), local.minute()),
            survenue: breach.happened.clone(),
            confidentialite: ticked(Nature::Confidentiality),
            integrite: ticked(Nature::Integrity),
            disponibilite: ticked(Nature::Availability),
            recit: breach.story.clone(),
            personnes: breach.people.clone(),
            nombre: counted(breach.people_count),
            donnees: breach.data.clone(),
            enregistrements: counted(breach.records_count),
            consequences: breach.consequences.clone(),
            mesures: breach.measures.clone(),
            risque: breach.risk.as_str().to_owned(),
            motif: String::new(),
            edition: breach.edition,
        }
    }

    /// The facts typed. `again` when they are written over others: that asks for a reason.
    ///
    /// # Errors
    /// [`db::Error::Invalid`] beside what is missing, too long, or to come.
    pub fn check(&self, now: Moment, again: bool) -> Result<Facts> {
        let mut problems = Problems::default();
        let discovered = instant(&self.jour, &self.heure);
        problems.require(discovered.is_some(), "jour", W.breach_when_wrong());
        problems.require(discovered.is_none_or(|it| it <= now), "jour", W.breach_when_to_come());
        for (name, text) in [("recit", &self.recit), ("personnes", &self.personnes), ("donnees", &self.donnees)] {
            problems.require(!text.trim().is_empty(), name, W.breach_missing());
        }
        for (name, text) in [
            ("survenue", &self.survenue),
            ("recit", &self.recit),
            ("personnes", &self.personnes),
            ("donnees", &self.donnees),
            ("consequences", &self.consequences),
            ("mesures", &self.mesures),
            ("motif", &self.motif),
        ] {
            problems.require(text.chars().count() <= LONGEST, name, W.too_long());
        }
        let natures = self.natures();
        problems.require(!natures.is_empty(), "confidentialite", W.breach_nature_missing());
        let people_count = count(&self.nombre, "nombre", &mut problems);
        let records_count = count(&self.enregistrements, "enregistrements", &mut problems);
        let risk = Risk::try_from(self.risque.clone()).ok();
        problems.require(risk.is_some(), "risque", W.breach_risk_missing());
        problems.require(!again || !self.motif.trim().is_empty(), "motif", W.breach_reason_missing());
        problems.or(Facts {
            discovered_at: discovered.unwrap_or(now),
            happened: self.survenue.trim().to_owned(),
            natures,
            story: self.recit.trim().to_owned(),
            people: self.personnes.trim().to_owned(),
            people_count,
            data: self.donnees.trim().to_owned(),
            records_count,
            consequences: self.consequences.trim().to_owned(),
            measures: self.mesures.trim().to_owned(),
            risk: risk.unwrap_or(Risk::High),
        })
    }

    fn natures(&self) -> String {
        let ticked = [
            (&self.confidentialite, Nature::Confidentiality),
            (&self.integrite, Nature::Integrity),
            (&self.disponibilite, Nature::Availability),
        ];
        let words: Vec<&str> =
            ticked.iter().filter(|(tick, _)| !tick.is_empty()).map(|(_, nature)| nature.as_str()).collect();
        words.join(" ")
    }
}

/// The instant of a day and an hour typed, in France.
pub fn instant(day: &str, hour: &str) -> Option<Moment> {
    let day: Date = day.trim().parse().ok()?;
    let hour: Time = hour.trim().parse().ok()?;
    PARIS.to_timestamp(day.to_datetime(hour)).ok().map(Moment::from)
}

/// A number nobody need know.
fn count(typed: &str, name: &'static str, problems: &mut Problems) -> Option<i64> {
    let typed: String = typed.chars().filter(|it| !it.is_whitespace()).collect();
    if typed.is_empty() {
        return None;
    }
    let count = typed.parse::<i64>().ok().filter(|it| (0..=100_000_000).contains(it));
    problems.require(count.is_some(), name, W.breach_count_wrong());
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_instant_is_a_day_and_an_hour() {
        assert!(instant("2026-10-01", "08:30").is_some());
        assert!(instant("2026-10-01", "").is_none());
        assert!(instant("hier", "08:30").is_none());
    }
}
