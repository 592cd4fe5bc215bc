//! The roll: every person of an académie the house knows, in a few tens of bytes each.
//!
//! It is what lets a delivery be read once, by several threads, and all that did not change be passed over at once.

use db::{Ambient, Dice, FromRow, Result, Tx, Uuid, args};
use std::{
    collections::{HashMap, HashSet},
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicI64, Ordering},
    },
};

/// What is known of a person.
#[derive(Debug)]
pub(super) struct Known {
    pub(super) id: Uuid,
    pub(super) digest: Option<i64>,
    pub(super) gone: bool,
    /// Something it refers to was missing: it is looked at again each time.
    pub(super) incomplete: bool,
    /// 0 when the delivery has not held it so far; else the mark of its last record, see [`Sight`].
    seen: AtomicI64,
}

/// A record of the same person met earlier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Sight {
    /// Its rank among the records.
    pub(super) seq: i64,
    /// Whether it was passed over, being as known.
    pub(super) passed_over: bool,
}

impl Sight {
    fn of_mark(mark: i64) -> Option<Self> {
        (mark != 0).then_some(Self { seq: (mark >> 1) - 1, passed_over: mark & 1 == 1 })
    }

    fn mark(seq: i64) -> i64 {
        (seq + 1) << 1
    }
}

/// The persons of an académie, and those the delivery adds.
#[derive(Debug)]
pub(super) struct Roll {
    known: HashMap<i64, Known>,
    fresh: Mutex<HashSet<i64>>,
    ids: Ids,
}

#[derive(FromRow)]
struct Row {
    jointure: i64,
    id: Uuid,
    digest: Option<i64>,
    gone: bool,
    incomplete: bool,
}

impl Roll {
    pub(super) async fn load(tx: &mut Tx, academy: &str) -> Result<Self> {
        let rows: Vec<Row> = tx
            .all(
                "select jointure, id, digest, gone_at is not null as gone, incomplete from person \
                 where academy = $1 and jointure is not null",
                args![academy],
            )
            .await?;
        let known = rows.into_iter().map(|row| {
            let Row { jointure, id, digest, gone, incomplete } = row;
            (jointure, Known { id, digest, gone, incomplete, seen: AtomicI64::new(0) })
        });
        Ok(Self { known: known.collect(), fresh: Mutex::default(), ids: Ids::new(tx.ambient()) })
    }

    pub(super) fn known(&self, jointure: i64) -> Option<&Known> {
        self.known.get(&jointure)
    }

    /// The identifier of a person, known or not.
    pub(super) fn id(&self, jointure: i64) -> Uuid {
        self.known.get(&jointure).map_or_else(|| self.ids.of_person(jointure), |known| known.id)
    }

    /// Notes that the delivery holds this person; tells the record met before, if any.
    pub(super) fn see(&self, jointure: i64, seq: i64) -> Option<Sight> {
        if let Some(known) = self.known.get(&jointure) {
            return Sight::of_mark(known.seen.fetch_max(Sight::mark(seq), Ordering::Relaxed));
        }
        let first = self.fresh.lock().unwrap_or_else(PoisonError::into_inner).insert(jointure);
        (!first).then_some(Sight { seq: 0, passed_over: false })
    }

    /// Notes that the record just seen was passed over.
    pub(super) fn pass_over(&self, jointure: i64) {
        if let Some(known) = self.known.get(&jointure) {
            known.seen.fetch_or(1, Ordering::Relaxed);
        }
    }

    /// Whether the delivery holds this person.
    pub(super) fn is_seen(&self, jointure: i64) -> bool {
        match self.known.get(&jointure) {
            Some(known) => known.seen.load(Ordering::Relaxed) != 0,
            None => self.fresh.lock().unwrap_or_else(PoisonError::into_inner).contains(&jointure),
        }
    }

    /// Those who were there and whom the delivery does not hold.
    pub(super) fn missing(&self) -> impl Iterator<Item = Uuid> {
        let missing = |known: &&Known| !known.gone && known.seen.load(Ordering::Relaxed) == 0;
        self.known.values().filter(missing).map(|known| known.id)
    }

    /// Identifiers for what is new.
    pub(super) fn ids(&self) -> &Ids {
        &self.ids
    }
}

/// New identifiers that several threads can work out without asking one another: version 7, the instant of the import,
/// then a counter that follows the source's numbers (so that rows arrive nearly in order), then chance.
#[derive(Debug, Clone)]
pub(super) struct Ids {
    millis: u64,
    key: [u8; 32],
}

impl Ids {
    fn new(ambient: &Ambient) -> Self {
        let dice: &Dice = &ambient.dice;
        Self { millis: ambient.clock.now().0.unsigned_abs(), key: dice.bytes() }
    }

    pub(super) fn of_person(&self, jointure: i64) -> Uuid {
        let chance = blake3::keyed_hash(&self.key, &jointure.to_le_bytes());
        self.build(jointure >> 2, chance)
    }

    pub(super) fn of_circle(&self, kind: &str, key: &str) -> Uuid {
        let mut hash = blake3::Hasher::new_keyed(&self.key);
        hash.update(kind.as_bytes());
        hash.update(b"\0");
        hash.update(key.as_bytes());
        self.build(0, hash.finalize())
    }

    /// RFC 9562 §6.2, method 1: 26 bits of counter before the random ones.
    fn build(&self, counter: i64, chance: blake3::Hash) -> Uuid {
        let mut bytes = [0; 10];
        bytes.copy_from_slice(&chance.as_bytes()[..10]);
        let counter = counter.to_be_bytes();
        // `Builder` overwrites the version (4 bits of byte 0) and the variant (2 bits of byte 2).
        bytes[0] = counter[4] & 0x0f;
        bytes[1] = counter[5];
        bytes[2] = counter[6] >> 2;
        bytes[3] = (counter[6] << 6) | (counter[7] >> 2);
        uuid::Builder::from_unix_timestamp_millis(self.millis, &bytes).into_uuid()
    }
}
