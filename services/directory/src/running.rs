//! The import started from the pages of this program, while it runs, and how the last one ended.
//!
//! It is in memory only: an import started from a terminal, or by another node of the house, is met at the lock.

use crate::{
    import::{Outcome, Progress},
    import_run::RunId,
    scope::Scope,
};
use db::{Error, Result};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// What a program knows of the imports its pages start. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub struct Running(Arc<Mutex<State>>);

/// The code of an académie comes with each: the one the import is for, none while only its delivery can say it.
#[derive(Debug, Default)]
enum State {
    /// None runs.
    #[default]
    Idle,
    /// One runs, and is there; nowhere yet while its archive is opened.
    Busy(Option<String>, Option<Progress>),
    /// The last one ended, and left this report.
    Done(Option<String>, Ending),
    /// The last one ended by a fault.
    Broken(Option<String>),
}

/// The report an import left, and how it ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ending {
    /// Its report.
    pub run: RunId,
    /// How it ended.
    pub outcome: Outcome,
}

/// What somebody may know of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sight {
    /// Nothing to tell.
    Idle,
    /// An import of theirs runs: for this académie, if it is known, and where it is.
    Theirs(Option<String>, Option<Progress>),
    /// An import of others runs.
    Others,
    /// Their last import ended so.
    Done(Ending),
    /// Their last import ended by a fault.
    Broken,
}

impl Running {
    /// Begins an import for an académie; none lets its delivery say which.
    ///
    /// # Errors
    /// [`Error::Conflict`] when another one runs.
    pub fn begin(&self, academy: Option<String>) -> Result<Turn> {
        let mut state = self.state();
        if matches!(*state, State::Busy(..)) {
            return Err(Error::Conflict);
        }
        *state = State::Busy(academy.clone(), None);
        Ok(Turn { running: self.clone(), academy, over: None })
    }

    /// What somebody who runs the imports of a scope may know.
    pub fn seen_by(&self, scope: &Scope) -> Sight {
        match &*self.state() {
            State::Busy(academy, progress) if scope.covers(academy.as_deref()) => {
                Sight::Theirs(academy.clone(), *progress)
            }
            State::Busy(..) => Sight::Others,
            State::Broken(academy) if scope.covers(academy.as_deref()) => Sight::Broken,
            State::Done(academy, ending) if scope.covers(academy.as_deref()) => Sight::Done(*ending),
            State::Done(..) | State::Broken(_) | State::Idle => Sight::Idle,
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The import that runs. Dropped before it is said to be over, as when its thread panics, it broke.
#[derive(Debug)]
pub struct Turn {
    running: Running,
    academy: Option<String>,
    /// How it ended, once it is over; nothing when it left no report.
    over: Option<Option<Ending>>,
}

impl Turn {
    /// Notes where the import is. It is called for each block read: a lock nobody waits for, and no memory.
    pub fn at(&self, progress: Progress) {
        if let State::Busy(_, place) = &mut *self.running.state() {
            *place = Some(progress);
        }
    }

    /// Whether it reads already: before, what is wrong is answered to whoever started it.
    pub fn has_begun(&self) -> bool {
        matches!(*self.running.state(), State::Busy(_, Some(_)))
    }

    /// It is over: its last report says how it ended, or, when there is none, the answer to whoever started it.
    pub fn end(mut self, ending: Option<Ending>) {
        self.over = Some(ending);
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        let academy = self.academy.take();
        *self.running.state() = match self.over {
            Some(Some(ending)) => State::Done(academy, ending),
            Some(None) => State::Idle,
            None => State::Broken(academy),
        };
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    fn academy(code: &str) -> Scope {
        Scope::Academies(vec![code.to_owned()])
    }

    #[test]
    fn an_import_is_seen_by_its_academy_and_by_the_region() {
        let running = Running::default();
        let turn = running.begin(Some("16".to_owned())).unwrap();
        assert!(!turn.has_begun());
        turn.at(Progress::Comparing);
        assert!(turn.has_begun());
        let seen = Sight::Theirs(Some("16".to_owned()), Some(Progress::Comparing));
        assert_eq!(running.seen_by(&academy("16")), seen);
        assert_eq!(running.seen_by(&Scope::Region), seen);
        assert_eq!(running.seen_by(&academy("11")), Sight::Others);
        assert!(matches!(running.begin(None), Err(Error::Conflict)));
        turn.end(None);
        assert_eq!(running.seen_by(&academy("16")), Sight::Idle);
        assert_eq!(running.seen_by(&academy("11")), Sight::Idle);
    }

    #[test]
    fn an_import_whose_delivery_says_the_academy_is_seen_by_the_region_only() {
        let running = Running::default();
        let _turn = running.begin(None).unwrap();
        assert_eq!(running.seen_by(&Scope::Region), Sight::Theirs(None, None));
        assert_eq!(running.seen_by(&academy("16")), Sight::Others);
    }

    #[test]
    fn how_one_ended_is_told_to_its_academy_until_the_next_begins() {
        let running = Running::default();
        let ending = Ending { run: RunId(db::Uuid::from_u128(7)), outcome: Outcome::Stopped };
        running.begin(Some("16".to_owned())).unwrap().end(Some(ending));
        assert_eq!(running.seen_by(&academy("16")), Sight::Done(ending));
        assert_eq!(running.seen_by(&academy("11")), Sight::Idle);
        let _turn = running.begin(Some("16".to_owned())).unwrap();
        assert_eq!(running.seen_by(&academy("16")), Sight::Theirs(Some("16".to_owned()), None));
    }

    #[test]
    fn one_that_broke_is_told_to_its_academy_until_the_next_begins() {
        let running = Running::default();
        drop(running.begin(Some("16".to_owned())).unwrap());
        assert_eq!(running.seen_by(&academy("16")), Sight::Broken);
        assert_eq!(running.seen_by(&academy("11")), Sight::Idle);
        running.begin(Some("16".to_owned())).unwrap().end(None);
        assert_eq!(running.seen_by(&academy("16")), Sight::Idle);
    }
}
