//! Hits wait in the memory of a node until they are written.

use super::Hit;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Hits wait here until they are written, at most so many: a page is never slowed down for being counted.
const MOST_WAITING: usize = 20_000;

/// The hits that wait to be written, as this node knows them. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct Usage(Arc<Mutex<Waiting>>);

/// Hits, and how many more there was no room for.
#[derive(Debug, Default)]
pub struct Waiting {
    /// The hits, oldest first.
    pub hits: Vec<Hit>,
    /// How many were not kept.
    pub missed: u64,
}

impl Usage {
    /// Keeps a hit, or counts it as missed when too many wait.
    pub fn note(&self, hit: Hit) {
        let mut waiting = self.waiting();
        match waiting.hits.len() < MOST_WAITING {
            true => waiting.hits.push(hit),
            false => waiting.missed += 1,
        }
    }

    /// Takes all that waits.
    pub fn take(&self) -> Waiting {
        std::mem::take(&mut *self.waiting())
    }

    /// Gives back what could not be written: it comes before what was kept since, as far as there is room.
    pub fn give_back(&self, mut taken: Waiting) {
        let mut waiting = self.waiting();
        taken.hits.append(&mut waiting.hits);
        let over = taken.hits.len().saturating_sub(MOST_WAITING);
        taken.hits.truncate(MOST_WAITING);
        taken.missed += waiting.missed + u64::try_from(over).unwrap_or(0);
        *waiting = taken;
    }

    // What a panic left is a list of hits like any other.
    fn waiting(&self) -> MutexGuard<'_, Waiting> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::usage::{Device, UsedBy};
    use db::{Moment, Uuid};
    use school::AccountId;

    fn hit(at: i64) -> Hit {
        let (account, profile, device) = (AccountId(Uuid::from_u128(1)), UsedBy::Pupil, Device::Other);
        Hit { at: Moment(at), account, place: "region".to_owned(), profile, service: "ACCUEIL", device }
    }

    #[test]
    fn too_many_hits_are_counted_and_not_kept() {
        let usage = Usage::default();
        for at in 0..20_003 {
            usage.note(hit(at));
        }
        let taken = usage.take();
        assert_eq!((taken.hits.len(), taken.missed), (MOST_WAITING, 3));
        usage.note(hit(30_000));
        usage.give_back(taken);
        let again = usage.take();
        assert_eq!((again.hits.len(), again.missed), (MOST_WAITING, 4));
        assert_eq!(again.hits.first().map(|it| it.at), Some(Moment(0)));
    }
}
