//! The register of processing (RGPD, article 30): what the product does, shipped with it, amended by those who keep it.
//!
//! An *entry* is one processing. Those shipped say what the services of the product really do; a test sees to it that each
//! service has one. A *version* of an entry stands in its place, or is an entry of the région's own. How long data is kept is
//! read from the schedule: the register and what is executed cannot disagree.

pub mod form;
pub mod paper;
pub mod version;

use crate::{W, schedule::Schedule};
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

/// One processing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Entry {
    /// Its name in addresses.
    pub key: String,
    /// The services that do it; none for what no service does by itself.
    pub services: Vec<String>,
    /// Its title.
    pub title: String,
    /// What it is for.
    pub purposes: Vec<String>,
    /// On which legal ground.
    pub ground: String,
    /// Whose data.
    pub persons: Vec<String>,
    /// Which data.
    pub data: Vec<String>,
    /// Who receives it.
    pub recipients: Vec<String>,
    /// Transfers out of the Union.
    pub transfers: String,
    /// The topics of the schedule that say how long it is kept.
    pub retention: Vec<String>,
    /// How long the rest is kept.
    pub kept: Vec<String>,
    /// How it is protected.
    pub measures: Vec<String>,
    /// Whether it is done no more.
    pub ended: bool,
}

/// The file shipped: what all entries share, and the entries.
#[derive(Default, Deserialize)]
struct Shipped {
    ground: String,
    transfers: String,
    security: Vec<String>,
    entries: Vec<Entry>,
}

// A test reads it: a file that cannot be read never ships.
static SHIPPED: LazyLock<Vec<Entry>> = LazyLock::new(|| read().unwrap_or_default());

fn read() -> serde_json::Result<Vec<Entry>> {
    let file: Shipped = serde_json::from_str(include_str!("processing.json"))?;
    let mut entries = file.entries;
    for entry in &mut entries {
        if entry.ground.is_empty() {
            entry.ground.clone_from(&file.ground);
        }
        entry.transfers.clone_from(&file.transfers);
        entry.measures.extend(file.security.iter().cloned());
    }
    Ok(entries)
}

/// The entries shipped with the product, in their order.
pub fn shipped() -> &'static [Entry] {
    &SHIPPED
}

impl Entry {
    /// What article 30 asks of an entry, a label with its lines each.
    pub fn sections(&self, schedule: &Schedule) -> Vec<(&'static str, Vec<String>)> {
        vec![
            (W.register_purposes(), self.purposes.clone()),
            (W.register_ground(), vec![self.ground.clone()]),
            (W.register_persons(), self.persons.clone()),
            (W.register_data(), self.data.clone()),
            (W.register_recipients(), self.recipients.clone()),
            (W.register_transfers(), vec![self.transfers.clone()]),
            (W.register_retention(), self.times(schedule)),
            (W.register_measures(), self.measures.clone()),
        ]
    }

    /// How long its data is kept: as the schedule says, then the rest.
    pub fn times(&self, schedule: &Schedule) -> Vec<String> {
        let executed = self.retention.iter().filter_map(|topic| schedule.line(topic));
        let times: Vec<String> = executed.chain(self.kept.iter().cloned()).collect();
        if times.is_empty() { vec![W.register_no_time().to_owned()] } else { times }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_entries_shipped_are_whole() {
        let entries = read().unwrap_or_default();
        assert!(entries.len() >= 18, "{}", entries.len());
        for entry in &entries {
            let filled = [&entry.purposes, &entry.persons, &entry.data, &entry.recipients, &entry.measures];
            assert!(filled.iter().all(|it| !it.is_empty()), "{}", entry.key);
            assert!(
                !entry.title.is_empty() && !entry.ground.is_empty() && !entry.transfers.is_empty(),
                "{}",
                entry.key
            );
        }
        let mut keys: Vec<&str> = entries.iter().map(|it| it.key.as_str()).collect();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), entries.len());
    }
}
