//! What opening a thing notes: that an adult saw it for a child, and that the notices about it are read. Most openings note
//! nothing, and then nothing is written.

use crate::{notification, receipt, thing::ThingId};
use db::{FromRow, Result, Tx, args, id_list};
use school::{PersonId, Viewer};

/// What one opening of a thing would note.
#[derive(Debug)]
pub struct Opening {
    thing: ThingId,
    version: i64,
    /// Each child concerned with the adult who opens, where it is the first time.
    first_time: Vec<(PersonId, PersonId)>,
    /// The viewer's persons, when one of them has an unread notice about the thing.
    told: Option<String>,
}

#[derive(FromRow)]
struct Opened {
    child_id: PersonId,
    adult_id: PersonId,
}

impl Opening {
    /// Looks what there is to note of a thing the viewer loaded, in this version: the children it concerns, each with the
    /// person of the viewer who is responsible for it; none for what its readers do not see yet.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn of(
        tx: &mut Tx,
        viewer: &Viewer,
        thing: ThingId,
        version: i64,
        mut concerned: Vec<(PersonId, PersonId)>,
    ) -> Result<Self> {
        let people = id_list(viewer.people.iter().map(|me| me.id));
        if !concerned.is_empty() {
            let opened: Vec<Opened> = tx
                .all(
                    "select child_id, adult_id from receipt where thing_id = $1 and version = $2 \
                     and opened_at is not null and adult_id in (select unhex(value) from json_each($3))",
                    args![thing, version, &people],
                )
                .await?;
            concerned.retain(|pair| opened.iter().all(|it| (it.child_id, it.adult_id) != *pair));
        }
        let unread = tx
            .count(
                "select count(*) as n from notification where thing_id = $2 and read_at is null \
                 and person_id in (select unhex(value) from json_each($1))",
                args![&people, thing],
            )
            .await?;
        Ok(Self { thing, version, first_time: concerned, told: (unread > 0).then_some(people) })
    }

    /// Whether there is anything to write.
    pub fn is_new(&self) -> bool {
        !self.first_time.is_empty() || self.told.is_some()
    }

    /// Writes it.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn note(self, tx: &mut Tx) -> Result<()> {
        for (child, adult) in self.first_time {
            receipt::opened(tx, self.thing, self.version, child, adult).await?;
        }
        if let Some(people) = self.told {
            notification::mark_read(tx, people, self.thing).await?;
        }
        Ok(())
    }
}
