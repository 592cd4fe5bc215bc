//! Erasing somebody for good: what each service does about it, then what the base keeps.
//!
//! Nothing of a person is left but what others must keep or still read: a row without a name then stands for who wrote it. The
//! journal of sensitive actions is never touched; it has a time of its own.

mod account;
mod base;

use crate::House;
use db::{Result, Soon, Tx, id_list};
use school::{AccountId, PersonId, PersonKind};
use std::sync::{Arc, OnceLock};

/// Somebody who left for good and is erased.
#[derive(Clone, Debug)]
pub struct Leaver {
    /// The persons erased.
    pub people: Vec<PersonId>,
    /// Their account, when nobody else is behind it.
    pub account: Option<AccountId>,
    /// Whether what they gave to others stays, without their name; else it goes too (order of 30 November 2006, article 6).
    pub contributions_stay: bool,
}

impl Leaver {
    /// The persons, as one bound value.
    pub fn list(&self) -> String {
        id_list(self.people.iter().copied())
    }
}

/// What a service does when somebody is erased; how many rows it erased or made nobody's.
pub type Erase = for<'a> fn(&'a mut Tx, &'a Leaver) -> Soon<'a, u64>;

/// Whether something a service keeps still leads to the persons of somebody it erased.
pub type Remembers = for<'a> fn(&'a mut Tx, &'a Leaver) -> Soon<'a, bool>;

/// The part of a service.
#[derive(Clone, Copy, Debug)]
pub struct Eraser {
    /// Which service.
    pub service: &'static str,
    /// What it does.
    pub erase: Erase,
    /// Whether something others read still leads to the persons.
    pub remembers: Remembers,
}

/// The parts of all services, told once when the site opens. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct Erasers(Arc<OnceLock<Vec<Eraser>>>);

impl Erasers {
    /// Tells the parts. The first time counts: they do not change while the house is open.
    pub fn declare(&self, erasers: Vec<Eraser>) {
        // Told again, they are the same.
        let _ = self.0.set(erasers);
    }

    /// All parts.
    pub fn all(&self) -> &[Eraser] {
        self.0.get().map(Vec::as_slice).unwrap_or_default()
    }
}

/// The part of the base, beside those of the services.
pub const BASE: &str = "base";

/// The name that stands for somebody erased, by what the person was: « Ancien élève ».
pub type Nobody = fn(PersonKind) -> &'static str;

/// Erases somebody: each service its own, then the base. Tells how many rows each erased or made nobody's, the base last.
///
/// # Errors
/// A fault of the database or of the store. Nothing is erased then: the caller does not commit.
pub async fn erase(house: &House, tx: &mut Tx, leaver: &Leaver, nobody: Nobody) -> Result<Vec<(&'static str, u64)>> {
    let mut leaver = leaver.clone();
    leaver.people = base::with_merged(tx, &leaver).await?;
    let mut counts = Vec::new();
    for part in house.erasers.all() {
        counts.push((part.service, (part.erase)(tx, &leaver).await?));
    }
    let mut remembered = false;
    for part in house.erasers.all() {
        remembered = remembered || (part.remembers)(tx, &leaver).await?;
    }
    let mut rows = base::erase(house, tx, &leaver, remembered, nobody).await?;
    if let Some(account) = leaver.account {
        rows += account::erase(house, tx, account).await?;
    }
    counts.push((BASE, rows));
    Ok(counts)
}
