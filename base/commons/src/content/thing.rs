//! Things: whatever people make. Loading is authorising: every loader takes the viewer and the level needed.

use crate::{
    attention::Attention,
    file::FileId,
    kept_text::{self, KeptText},
    limitation,
    share::Level,
};
use db::{Error, FromRow, Moment, Result, Tx, Uuid, args, id, id_list};
use school::{CircleId, PersonId, Right, SchoolId, Viewer, past};

id! {
    /// A thing.
    ThingId
}

/// A kind of thing, declared by the service that owns it.
#[derive(Debug, Clone, Copy)]
pub struct Kind {
    /// The word stored, which is also the first part of its address: `billets`.
    pub name: &'static str,
    /// Who carries this right in the thing's circle manages it, whoever wrote it; the head of its school too. None for
    /// what is private: shares alone decide then.
    pub managed_by: Option<Right>,
}

/// A thing with what its card shows, and what the viewer may do with it.
#[derive(Debug, Clone, FromRow)]
pub struct Thing {
    /// The thing.
    pub id: ThingId,
    /// Its kind's name.
    pub kind: String,
    /// Its school.
    pub school_id: SchoolId,
    /// The circle it lives in: a class, a school.
    pub circle_id: CircleId,
    /// Who wrote it.
    pub author_id: PersonId,
    /// Its title.
    pub title: String,
    /// When it was made.
    pub created_at: Moment,
    /// When what it shows was changed last.
    pub updated_at: Moment,
    /// When it was withdrawn from everybody but its author and those who manage it.
    pub withdrawn_at: Option<Moment>,
    /// The widest level a share gives the viewer now.
    shared_level: Option<i64>,
    /// What the viewer may do, shares and roles together; filled by [`Thing::load`].
    #[sqlx(skip)]
    pub level: Level,
    /// Until when the viewer reads it, whom seats of the past alone give it: what was written in it later is none of theirs. None for
    /// whoever reads it by a seat in force. Filled by [`Thing::load`].
    #[sqlx(skip)]
    pub until: Option<Moment>,
    /// What it said when the viewer left, where it was changed since and that was kept. Filled by [`Thing::load`], its title with it.
    #[sqlx(skip)]
    pub kept_text: Option<KeptText>,
}

impl Kind {
    /// The address of a thing of this kind.
    pub fn path(&self, thing: ThingId) -> String {
        path(self.name, thing)
    }
}

/// The address of a thing.
pub fn path(kind: &str, thing: ThingId) -> String {
    format!("/{kind}/{thing}")
}

impl Thing {
    /// Reads a thing of a kind when the viewer may do `needed` with it.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it is absent, or hidden from the viewer; [`Error::Forbidden`] when it is seen but the
    /// level is not enough.
    pub async fn load(tx: &mut Tx, viewer: &Viewer, kind: &Kind, id: ThingId, needed: Level) -> Result<Self> {
        let found: Option<Self> = tx.first(LOAD, args![id, kind.name, viewer.circle_list(), tx.now()]).await?;
        let mut thing = found.ok_or(Error::NotFound)?;
        thing.level = match thing.level_of(viewer, kind) {
            Some(level) => level,
            None => {
                let until = thing.shared_until(tx, viewer).await?.ok_or(Error::NotFound)?;
                thing.read_until(tx, until).await?;
                Level::See
            }
        };
        if thing.level < needed { Err(Error::Forbidden) } else { Ok(thing) }
    }

    /// As it was at an instant, where that was kept.
    async fn read_until(&mut self, tx: &mut Tx, until: Moment) -> Result<()> {
        self.until = Some(until);
        if self.is_changed_since_left() {
            self.kept_text = kept_text::of(tx, self.id, until).await?;
        }
        if let Some(kept) = &self.kept_text {
            self.title.clone_from(&kept.title);
        }
        Ok(())
    }

    fn level_of(&self, viewer: &Viewer, kind: &Kind) -> Option<Level> {
        let managed = kind.managed_by.is_some_and(|right| {
            viewer.may_in(right, self.circle_id, self.school_id) || viewer.may_at(Right::Unpublish, self.school_id)
        });
        if managed {
            return Some(Level::Manage);
        }
        if viewer.people.iter().any(|me| me.id == self.author_id) {
            return Some(Level::Write);
        }
        if self.withdrawn_at.is_some() {
            return None;
        }
        self.shared_level.and_then(Level::of)
    }

    /// Until when the viewer reads it by seats of the past: now, where it was shared with a class of a past year in which the viewer
    /// was; the day the viewer left a class with its school, where it was shared before. None where neither gives it. Those who were
    /// there still read it, nobody of them writes in it any more.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn shared_until(&self, tx: &mut Tx, viewer: &Viewer) -> Result<Option<Moment>> {
        if self.withdrawn_at.is_some() {
            return Ok(None);
        }
        let (seats, now) = (past::seats(tx, viewer).await?, tx.now());
        let over = seats.iter().filter(|seat| seat.left_at.is_none()).map(|seat| seat.circle);
        if self.was_given_to(tx, &id_list(over), now).await? {
            return Ok(Some(now));
        }
        let mut until: Option<Moment> = None;
        for (circle, left_at) in seats.iter().filter_map(|seat| seat.left_at.map(|at| (seat.circle, at))) {
            if until < Some(left_at) && self.was_given_to(tx, &id_list([circle]), left_at).await? {
                until = Some(left_at);
            }
        }
        Ok(until)
    }

    /// Whether one of these circles had it at an instant.
    async fn was_given_to(&self, tx: &mut Tx, circles: &str, at: Moment) -> Result<bool> {
        let shared: Option<Moment> = tx
            .value(
                "select visible_from from share where thing_id = $1 and visible_from <= $3 \
                 and circle_id in (select unhex(value) from json_each($2)) limit 1",
                args![self.id, circles, at],
            )
            .await?;
        Ok(shared.is_some())
    }

    /// Whether what it shows was changed after the day the viewer left: what stands there now is none of theirs, and what stood there
    /// then is read where it was kept.
    pub fn is_changed_since_left(&self) -> bool {
        self.until.is_some_and(|until| self.updated_at > until)
    }

    /// The description of one of its files as the viewer may read it, given the one it has now; nothing for a file that is none of
    /// theirs: of what was changed after the viewer left, what it carried then, and carries still, is shown.
    pub fn described(&self, file: FileId, alt: &str) -> Option<String> {
        if !self.is_changed_since_left() {
            return Some(alt.to_owned());
        }
        self.kept_text.as_ref()?.alt(file).map(str::to_owned)
    }

    /// « Not found » for the files of what was changed after the viewer left that were not there then.
    ///
    /// # Errors
    /// [`Error::NotFound`] for these.
    pub fn shows_file(&self, file: FileId) -> Result<()> {
        let was_there = || self.kept_text.as_ref().is_some_and(|kept| kept.alt(file).is_some());
        if !self.is_changed_since_left() || was_there() { Ok(()) } else { Err(Error::NotFound) }
    }

    /// Its address.
    pub fn path(&self) -> String {
        path(&self.kind, self.id)
    }
}

const LOAD: &str = "\
select t.id, t.kind, t.school_id, t.circle_id, t.author_id, t.title, t.created_at, t.updated_at, t.withdrawn_at, \
    (select max(s.level) from share s where s.thing_id = t.id and s.visible_from <= $4 \
        and s.circle_id in (select unhex(value) from json_each($3))) as shared_level \
from thing t where t.id = $1 and t.kind = $2";

/// What is needed to make a thing.
#[derive(Debug)]
pub struct NewThing<'a> {
    /// Its kind.
    pub kind: &'a Kind,
    /// Its school.
    pub school: SchoolId,
    /// The circle it lives in.
    pub circle: CircleId,
    /// The school year it belongs to.
    pub year: i64,
    /// Who writes it.
    pub author: PersonId,
    /// What its card shows.
    pub card: Card<'a>,
    /// How much it asks of its readers.
    pub attention: Attention,
}

/// What a card shows of a thing.
#[derive(Debug, Clone, Copy)]
pub struct Card<'a> {
    /// The title.
    pub title: &'a str,
    /// The first words, plain.
    pub excerpt: &'a str,
    /// The first picture.
    pub cover: Option<Uuid>,
    /// What the picture shows.
    pub cover_alt: Option<&'a str>,
}

/// Makes a thing nobody else sees yet.
///
/// # Errors
/// A fault of the database.
pub async fn create(tx: &mut Tx, new: &NewThing<'_>) -> Result<ThingId> {
    let id: ThingId = tx.id();
    let now = tx.now();
    tx.change(
        "insert into thing (id, kind, school_id, circle_id, year, author_id, title, excerpt, cover, cover_alt, \
         attention, created_at, updated_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12)",
        args![
            id,
            new.kind.name,
            new.school,
            new.circle,
            new.year,
            new.author,
            new.card.title,
            new.card.excerpt,
            new.card.cover,
            new.card.cover_alt,
            new.attention,
            now
        ],
    )
    .await?;
    Ok(id)
}

/// Changes what the card of a thing shows.
///
/// # Errors
/// A fault of the database.
pub async fn set_card(tx: &mut Tx, id: ThingId, card: Card<'_>) -> Result<()> {
    let now = tx.now();
    tx.change(
        "update thing set title = $2, excerpt = $3, cover = $4, cover_alt = $5, updated_at = $6 where id = $1",
        args![id, card.title, card.excerpt, card.cover, card.cover_alt, now],
    )
    .await
}

/// Says from whom a thing comes, where the name of a circle does not: a school, a territory.
///
/// # Errors
/// A fault of the database.
pub async fn set_from(tx: &mut Tx, id: ThingId, label: &str) -> Result<()> {
    tx.change("update thing set from_label = $2 where id = $1", args![id, label]).await
}

/// Changes how much a thing asks of its readers.
///
/// # Errors
/// A fault of the database.
pub async fn set_attention(tx: &mut Tx, id: ThingId, attention: Attention) -> Result<()> {
    tx.change("update thing set attention = $2 where id = $1", args![id, attention]).await
}

/// Withdraws a thing from everybody but its author and those who manage it, or gives it back.
///
/// # Errors
/// [`Error::Conflict`] when somebody else was faster; [`Error::Forbidden`] for what a restriction hides; a fault of the
/// database.
pub async fn set_withdrawn(tx: &mut Tx, id: ThingId, withdrawn: bool) -> Result<()> {
    if !withdrawn && is_restricted(tx, id).await? {
        return Err(Error::Forbidden);
    }
    let at = withdrawn.then(|| tx.now());
    if withdrawn {
        kept_text::forget(tx, &id_list([id])).await?;
    }
    let change = "update thing set withdrawn_at = $2, taken_at = coalesce($2, taken_at) \
         where id = $1 and (withdrawn_at is null) = $3";
    match tx.changed_rows(change, args![id, at, withdrawn]).await? {
        0 => Err(Error::Conflict),
        _ => Ok(()),
    }
}

/// Whether the data of who wrote a thing is kept and nothing else, at their request.
async fn is_restricted(tx: &mut Tx, id: ThingId) -> Result<bool> {
    let author: Option<PersonId> = tx.value("select author_id from thing where id = $1", args![id]).await?;
    Ok(!limitation::limited(tx, author, limitation::Topic::All).await?.is_empty())
}

/// Erases a thing without pictures of which nothing is to remain, its shares and its notices with it. For the service that
/// made it, once its own rows are gone.
///
/// # Errors
/// A fault of the database.
pub async fn erase(tx: &mut Tx, id: ThingId) -> Result<()> {
    tx.change("delete from notification where thing_id = $1", args![id]).await?;
    tx.change("delete from share where thing_id = $1", args![id]).await?;
    kept_text::forget(tx, &id_list([id])).await?;
    tx.change("delete from thing where id = $1", args![id]).await
}
