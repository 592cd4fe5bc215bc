//! What opening a post notes: that a family saw it, and that the notices about it are read. Most openings note nothing,
//! and then nothing is written.

use crate::post::Post;
use commons::{notification, receipt};
use db::{FromRow, Result, Tx, args, id_list};
use school::{CircleKind, PersonId, Viewer};

/// What one opening of a post would note.
#[derive(Debug)]
pub struct Reading {
    /// Each child concerned with the adult who opens, where it is the first time.
    first_time: Vec<(PersonId, PersonId)>,
    /// The viewer's persons, when one of them has an unread notice about the post.
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
    pub async fn of(tx: &mut Tx, viewer: &Viewer, post: &Post) -> Result<Self> {
        let people = id_list(viewer.people.iter().map(|me| me.id));
        let first_time = first_time(tx, viewer, post, &people).await?;
        let unread = tx
            .count(
                "select count(*) as n from notification where thing_id = $2 and read_at is null \
                 and person_id in (select unhex(value) from json_each($1))",
                args![&people, post.thing.id],
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
    pub async fn note(self, tx: &mut Tx, post: &Post) -> Result<()> {
        for (child, adult) in self.first_time {
            receipt::opened(tx, post.thing.id, post.version, child, adult).await?;
        }
        if let Some(people) = self.told {
            notification::mark_read(tx, people, post.thing.id).await?;
        }
        Ok(())
    }
}

/// The children for whom an adult of the viewer opens this version for the first time.
async fn first_time(tx: &mut Tx, viewer: &Viewer, post: &Post, people: &str) -> Result<Vec<(PersonId, PersonId)>> {
    let concerned = concerned(viewer, post);
    if concerned.is_empty() || !post.terms.audience.has_families() || !post.is_delivered(tx.now()) {
        return Ok(Vec::new());
    }
    let opened: Vec<Opened> = tx
        .all(
            "select child_id, adult_id from receipt where thing_id = $1 and version = $2 and opened_at is not null \
             and adult_id in (select unhex(value) from json_each($3))",
            args![post.thing.id, post.version, people],
        )
        .await?;
    let is_new = |pair: &(PersonId, PersonId)| opened.iter().all(|it| (it.child_id, it.adult_id) != *pair);
    Ok(concerned.into_iter().filter(is_new).collect())
}

/// The viewer's children in the class, each with the person who is their adult.
fn concerned(viewer: &Viewer, post: &Post) -> Vec<(PersonId, PersonId)> {
    let here = viewer
        .seats
        .iter()
        .filter(|seat| seat.kind == CircleKind::Families && seat.of_circle == Some(post.thing.circle_id));
    here.filter_map(|seat| Some((seat.child?, seat.person))).collect()
}
