//! What opening a mot notes: that an adult opened it for a child, and that notices about it are read.

use crate::{mot::Mot, reply::Concern};
use commons::{notification, receipt};
use db::{FromRow, Result, Tx, args, id_list};
use school::{PersonId, Viewer};

/// What one opening of a mot would note.
#[derive(Debug)]
pub struct Reading {
    /// Each child concerned with the adult who opens, where it is the first time.
    first_time: Vec<(PersonId, PersonId)>,
    /// The viewer's persons, when one of them has an unread notice about the mot.
    told: Option<String>,
}

#[derive(FromRow)]
struct Opened {
    child_id: PersonId,
    adult_id: PersonId,
}

impl Reading {
    /// Looks what there is to note.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn of(tx: &mut Tx, viewer: &Viewer, mot: &Mot, concerns: &[Concern]) -> Result<Self> {
        let people = id_list(viewer.people.iter().map(|me| me.id));
        let opened: Vec<Opened> = tx
            .all(
                "select child_id, adult_id from receipt where thing_id = $1 and version = $2 and opened_at is not null \
                 and adult_id in (select unhex(value) from json_each($3))",
                args![mot.thing.id, mot.version, &people],
            )
            .await?;
        let pairs = concerns.iter().flat_map(Concern::pairs);
        let is_new = |pair: &(PersonId, PersonId)| opened.iter().all(|it| (it.child_id, it.adult_id) != *pair);
        let first_time = match mot.is_delivered(tx.now()) {
            true => pairs.filter(is_new).collect(),
            false => Vec::new(),
        };
        let unread = tx
            .count(
                "select count(*) as n from notification where thing_id = $2 and read_at is null \
                 and person_id in (select unhex(value) from json_each($1))",
                args![&people, mot.thing.id],
            )
            .await?;
        Ok(Self { first_time, told: (unread > 0).then_some(people) })
    }

    /// Whether there is anything to write.
    pub fn is_new(&self) -> bool {
        !self.first_time.is_empty() || self.told.is_some()
    }

    /// Writes it.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn note(self, tx: &mut Tx, mot: &Mot) -> Result<()> {
        for (child, adult) in self.first_time {
            receipt::opened(tx, mot.thing.id, mot.version, child, adult).await?;
        }
        if let Some(people) = self.told {
            notification::mark_read(tx, people, mot.thing.id).await?;
        }
        Ok(())
    }
}
