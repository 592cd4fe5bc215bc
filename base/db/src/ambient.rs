//! The clock and the chance of the process, passed in: a test can be tomorrow, and can be repeated.

use crate::Moment;
use rand::{Rng, SeedableRng, rngs::ChaCha20Rng};
use std::sync::{
    Arc, Mutex, PoisonError,
    atomic::{AtomicI64, Ordering},
};
use uuid::Uuid;

/// Where the time comes from.
#[derive(Clone, Debug)]
pub enum Clock {
    /// The machine's.
    System,
    /// The machine's, so many days later: a demonstration of another season.
    Ahead(i64),
    /// One that stands still until it is set, in milliseconds.
    Hand(Arc<AtomicI64>),
}

impl Clock {
    /// A clock that a test sets by hand.
    pub fn hand(start: Moment) -> Self {
        Self::Hand(Arc::new(AtomicI64::new(start.0)))
    }

    /// The time now.
    pub fn now(&self) -> Moment {
        match self {
            Self::System => jiff::Timestamp::now().into(),
            Self::Ahead(days) => Moment::from(jiff::Timestamp::now()).plus_days(*days),
            Self::Hand(millis) => Moment(millis.load(Ordering::SeqCst)),
        }
    }

    /// Sets a hand clock; one that follows the machine goes on as it is.
    pub fn set(&self, moment: Moment) {
        if let Self::Hand(millis) = self {
            millis.store(moment.0, Ordering::SeqCst);
        }
    }
}

/// Where chance comes from: a generator seeded by the system, or by a number in tests.
#[derive(Clone, Debug)]
pub struct Dice(Arc<Mutex<ChaCha20Rng>>);

impl Dice {
    /// Chance nobody can foresee.
    pub fn system() -> Self {
        Self(Arc::new(Mutex::new(ChaCha20Rng::from_rng(&mut rand::rng()))))
    }

    /// The same chance each time.
    pub fn seeded(seed: u64) -> Self {
        Self(Arc::new(Mutex::new(ChaCha20Rng::seed_from_u64(seed))))
    }

    /// `N` random bytes.
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.0.lock().unwrap_or_else(PoisonError::into_inner).fill_bytes(&mut bytes);
        bytes
    }
}

/// The clock and the chance together, as the database hands them to every rule.
#[derive(Clone, Debug)]
pub struct Ambient {
    /// The time.
    pub clock: Clock,
    /// The chance.
    pub dice: Dice,
}

impl Ambient {
    /// The machine's time and chance.
    pub fn system() -> Self {
        Self { clock: Clock::System, dice: Dice::system() }
    }

    /// A new time-ordered identifier (UUID version 7).
    pub fn uuid(&self) -> Uuid {
        uuid::Builder::from_unix_timestamp_millis(self.clock.now().0.unsigned_abs(), &self.dice.bytes()).into_uuid()
    }
}
