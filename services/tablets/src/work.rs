//! « Mes travaux »: what a child made, and nothing of others.

use commons::{Level, ThingId};
use db::{FromRow, Moment, Result, Tx, Uuid, args};
use school::Viewer;

/// No list of a child is longer.
const MOST: i64 = 50;

/// A thing the viewer made.
#[derive(Debug, Clone, FromRow)]
pub(crate) struct Made {
    /// The thing.
    pub(crate) id: ThingId,
    /// Its kind's name.
    pub(crate) kind: String,
    /// Its title.
    pub(crate) title: String,
    /// Its first words.
    pub(crate) excerpt: String,
    /// Its first picture.
    pub(crate) cover: Option<Uuid>,
    /// What the picture shows.
    pub(crate) cover_alt: Option<String>,
    /// When it was made.
    pub(crate) created_at: Moment,
}

/// What the viewer made and nobody withdrew, the newest first: what one began, and what one signs with others (a share of
/// one's own gives it to write) once its readers see it.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn made_by(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Made>> {
    let people = db::id_list(viewer.people.iter().map(|me| me.id));
    tx.all(MADE, args![people, MOST, Level::Write as i64, tx.now()]).await
}

const MADE: &str = "\
select t.id, t.kind, t.title, t.excerpt, t.cover, t.cover_alt, t.created_at from thing t \
where t.id in ( \
    select begun.id from thing begun where begun.author_id in (select unhex(value) from json_each($1)) \
    union \
    select own.thing_id from share own \
    where own.circle_id in (select unhex(value) from json_each($1)) and own.level = $3 and exists ( \
        select 1 from share seen where seen.thing_id = own.thing_id and seen.level < $3 and seen.visible_from <= $4)) \
and t.withdrawn_at is null order by t.created_at desc, t.id desc limit $2";
