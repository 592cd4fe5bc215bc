//! What is typed about an entry: an item a line.

use super::Entry;
use crate::{W, controller::lines};
use db::{Problems, Result, Tx, Uuid};
use serde::Deserialize;

/// The longest text of a field.
const LONGEST: usize = 6000;

/// The form, as typed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct EntryForm {
    /// Title.
    pub titre: String,
    /// Purposes.
    pub finalites: String,
    /// Legal ground.
    pub fondement: String,
    /// Whose data.
    pub personnes: String,
    /// Which data.
    pub donnees: String,
    /// Who receives it.
    pub destinataires: String,
    /// Transfers out of the Union.
    pub transferts: String,
    /// How long what is in no rule is kept.
    pub conservation: String,
    /// How it is protected.
    pub mesures: String,
    /// Ticked when it is done no more.
    pub fini: String,
    /// Why it is written again.
    pub note: String,
    /// The number of the version read.
    pub version: i64,
}

impl EntryForm {
    /// The form of an entry in force.
    pub fn of(entry: &Entry, number: i64) -> Self {
        Self {
            titre: entry.title.clone(),
            finalites: entry.purposes.join("\n"),
            fondement: entry.ground.clone(),
            personnes: entry.persons.join("\n"),
            donnees: entry.data.join("\n"),
            destinataires: entry.recipients.join("\n"),
            transferts: entry.transfers.clone(),
            conservation: entry.kept.join("\n"),
            mesures: entry.measures.join("\n"),
            fini: if entry.ended { "on".to_owned() } else { String::new() },
            note: String::new(),
            version: number,
        }
    }

    /// The entry typed, over what stands now; a new one where nothing does.
    ///
    /// # Errors
    /// [`db::Error::Invalid`] beside what is missing or too long.
    pub fn check(&self, tx: &Tx, now: Option<&Entry>) -> Result<Entry> {
        let mut problems = Problems::default();
        for (name, text, missing) in [
            ("titre", &self.titre, W.register_title_missing()),
            ("finalites", &self.finalites, W.register_purposes_missing()),
            ("fondement", &self.fondement, W.register_ground_missing()),
            ("personnes", &self.personnes, W.register_persons_missing()),
            ("donnees", &self.donnees, W.register_data_missing()),
            ("destinataires", &self.destinataires, W.register_recipients_missing()),
            ("transferts", &self.transferts, W.register_transfers_missing()),
            ("mesures", &self.mesures, W.register_measures_missing()),
        ] {
            problems.require(!text.trim().is_empty(), name, missing);
            problems.require(text.chars().count() <= LONGEST, name, W.too_long());
        }
        problems.require(self.conservation.chars().count() <= LONGEST, "conservation", W.too_long());
        problems.require(!self.note.trim().is_empty(), "note", W.register_note_missing());
        problems.require(self.note.chars().count() <= LONGEST, "note", W.too_long());
        let fresh = || Entry { key: format!("local-{}", tx.id::<Uuid>().simple()), ..Entry::default() };
        let base = now.cloned().unwrap_or_else(fresh);
        problems.or(Entry {
            title: self.titre.trim().to_owned(),
            purposes: lines(&self.finalites),
            ground: self.fondement.trim().to_owned(),
            persons: lines(&self.personnes),
            data: lines(&self.donnees),
            recipients: lines(&self.destinataires),
            transfers: self.transferts.trim().to_owned(),
            kept: lines(&self.conservation),
            measures: lines(&self.mesures),
            ended: !self.fini.is_empty(),
            ..base
        })
    }
}
