//! Flashes: what is said over every page of its readers for a few days, until they close it.
//!
//! They are few and every page asks for them: each node keeps in memory those of the house. A request that finds them older
//! than some seconds, or hears that one has changed, reads them again in its own transaction; the others ask nothing of the
//! database.

use crate::ThingId;
use db::{Moment, Tx};
use school::{CircleId, PersonId, Viewer};
use std::{
    cmp::Reverse,
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard},
};
use tokio::sync::broadcast::{Receiver, error::TryRecvError};

/// How long what was read serves, in seconds.
const FRESH_SECONDS: i64 = 20;
/// More than this would push the page out of sight.
const MOST: usize = 3;
/// What nodes are told when one has changed.
const WORD: &str = "flash";

/// What is said over the pages of its readers.
#[derive(Debug, Clone)]
pub struct Flash {
    /// The thing that says it.
    pub id: ThingId,
    /// Its title, with from whom it comes.
    pub title: String,
    /// Its first words.
    pub text: String,
    /// Where the whole of it is read.
    pub href: String,
    /// Where a form closes it.
    pub close: String,
    /// Who wrote it, to whom it is not said.
    pub author: PersonId,
    /// From when it is said no more.
    pub until: Moment,
    /// Its readers, and since when each circle of them sees it; it may be to come.
    pub readers: Vec<(CircleId, Moment)>,
}

/// Tells every node that a flash was published, changed or taken back.
pub fn changed(tx: &mut Tx) {
    tx.notify(WORD);
}

/// The flashes of the house, as this node knows them. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Flashes(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    words: Mutex<Receiver<String>>,
    kept: RwLock<Kept>,
}

#[derive(Debug, Default)]
struct Kept {
    flashes: Vec<Flash>,
    /// The places of the flashes of a circle in the list, with the instant it sees each.
    by_circle: HashMap<CircleId, Vec<(Moment, usize)>>,
    read_at: Option<Moment>,
    round: u64,
}

/// The turn of whoever reads the flashes again.
#[derive(Debug, Clone, Copy)]
pub struct Turn(u64);

impl Flashes {
    /// No flash yet; `words` are those said to this node.
    pub fn new(words: Receiver<String>) -> Self {
        Self(Arc::new(Shared { words: Mutex::new(words), kept: RwLock::default() }))
    }

    /// A turn to read the flashes again, when it is time to and nobody else does. To be asked before the transaction that
    /// reads begins, so that it sees what was said.
    pub fn turn(&self, now: Moment) -> Option<Turn> {
        if !self.has_heard() && self.kept().is_fresh(now) {
            return None;
        }
        let mut kept = self.keeping();
        kept.read_at = Some(now);
        kept.round += 1;
        Some(Turn(kept.round))
    }

    /// Whether somebody said that a flash has changed.
    fn has_heard(&self) -> bool {
        let mut words = self.0.words.lock().unwrap_or_else(PoisonError::into_inner);
        let mut heard = false;
        loop {
            match words.try_recv() {
                Ok(word) => heard |= word == WORD,
                // Too much was said while nobody came: reading again is always right.
                Err(TryRecvError::Lagged(_)) => heard = true,
                Err(TryRecvError::Empty | TryRecvError::Closed) => return heard,
            }
        }
    }

    /// Keeps what was read in a turn, unless another one began since.
    pub fn keep(&self, turn: Turn, flashes: Vec<Flash>) {
        let mut kept = self.keeping();
        if kept.round != turn.0 {
            return;
        }
        kept.by_circle.clear();
        for (place, flash) in flashes.iter().enumerate() {
            for (circle, at) in &flash.readers {
                kept.by_circle.entry(*circle).or_default().push((*at, place));
            }
        }
        kept.flashes = flashes;
    }

    /// Gives a turn back: nothing could be read.
    pub fn give_back(&self, turn: Turn) {
        let mut kept = self.keeping();
        if kept.round == turn.0 {
            kept.read_at = None;
        }
    }

    /// What is said to a viewer now, the newest first.
    pub fn said_to(&self, viewer: &Viewer, now: Moment) -> Vec<Flash> {
        let kept = self.kept();
        if kept.flashes.is_empty() {
            return Vec::new();
        }
        let mut seen: Vec<(Reverse<Moment>, usize)> = Vec::new();
        for circle in viewer.circles() {
            for (at, place) in kept.by_circle.get(&circle).into_iter().flatten() {
                if *at <= now && seen.iter().all(|(_, known)| known != place) {
                    seen.push((Reverse(*at), *place));
                }
            }
        }
        seen.sort();
        let flashes = seen.into_iter().filter_map(|(_, place)| kept.flashes.get(place));
        let others = flashes.filter(|it| it.until > now && viewer.people.iter().all(|me| me.id != it.author));
        others.take(MOST).cloned().collect()
    }

    // What a panic left half written is read again soon: nothing here is lost.
    fn kept(&self) -> RwLockReadGuard<'_, Kept> {
        self.0.kept.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn keeping(&self) -> RwLockWriteGuard<'_, Kept> {
        self.0.kept.write().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Kept {
    fn is_fresh(&self, now: Moment) -> bool {
        self.read_at.is_some_and(|at| at <= now && now < at.plus_seconds(FRESH_SECONDS))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::sync::broadcast;

    const NOW: Moment = Moment(1_788_595_200_000);

    #[test]
    fn one_request_in_twenty_seconds_reads_again() {
        let (_say, words) = broadcast::channel(4);
        let flashes = Flashes::new(words);
        assert!(flashes.turn(NOW).is_some());
        assert!(flashes.turn(NOW.plus_seconds(19)).is_none());
        assert!(flashes.turn(NOW.plus_seconds(20)).is_some());
    }

    #[test]
    fn a_word_makes_the_next_request_read_and_so_does_a_failure() {
        let (say, words) = broadcast::channel(4);
        let flashes = Flashes::new(words);
        let first = flashes.turn(NOW);
        assert!(say.send("circles 01".to_owned()).is_ok() && flashes.turn(NOW).is_none());
        assert!(say.send(WORD.to_owned()).is_ok());
        let second = flashes.turn(NOW);
        assert!(second.is_some() && flashes.turn(NOW).is_none());
        // A turn that is over changes nothing.
        if let Some(turn) = first {
            flashes.give_back(turn);
        }
        assert!(flashes.turn(NOW).is_none());
        if let Some(turn) = second {
            flashes.give_back(turn);
        }
        assert!(flashes.turn(NOW).is_some());
    }
}
