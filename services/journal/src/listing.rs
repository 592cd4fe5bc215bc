//! The posts of a class in lists: what is delivered, what is in hand, what is put away.

use crate::{audience::Audience, author, class::Class, post::State};
use commons::ThingId;
use db::{FromRow, Moment, Result, Tx, Uuid, args, id_list};
use school::{CircleId, PersonKind, Viewer};

/// How many posts a page shows; then comes a link to older ones (product.md §6.3: no infinite scroll).
pub const PAGE: i64 = 20;
/// How many posts in hand are shown.
const IN_HAND: i64 = 60;

/// A post as a list shows it.
#[derive(Debug, Clone, FromRow)]
pub struct Line {
    /// The post.
    pub id: ThingId,
    /// Its title.
    pub title: String,
    /// How many sign it.
    pub signers: i64,
    /// Its first words.
    pub excerpt: String,
    /// Its first picture.
    pub cover: Option<Uuid>,
    /// What the picture shows.
    pub cover_alt: Option<String>,
    /// Where it stands.
    pub state: State,
    /// For whom it is.
    pub audience: Audience,
    /// When its readers see it; it may be to come.
    pub delivered_at: Option<Moment>,
    /// When it was taken from them.
    pub withdrawn_at: Option<Moment>,
    /// When it was changed last.
    pub updated_at: Moment,
    first_name: String,
    last_name: String,
    author_kind: PersonKind,
}

impl Line {
    /// The name of the one who began it.
    pub fn author(&self) -> String {
        author::shown(self.author_kind, &self.first_name, &self.last_name)
    }

    /// Whether a pupil began it.
    pub fn is_by_pupil(&self) -> bool {
        self.author_kind == PersonKind::Pupil
    }

    /// Where the list goes on after this line.
    pub fn mark(&self) -> Option<Mark> {
        self.delivered_at.map(|at| Mark { at, id: self.id })
    }
}

/// Where a page of the list begins: after this delivery. Many posts share Monday 7 h, hence the identifier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// The instant of delivery.
    pub at: Moment,
    /// The post.
    pub id: ThingId,
}

impl Mark {
    /// The newest page.
    pub const TOP: Self = Self { at: Moment(i64::MAX), id: ThingId(Uuid::nil()) };
}

/// One list of columns for the three lists.
macro_rules! select_lines {
    ($condition:literal) => {
        concat!(
            "select p.thing_id as id, t.title, t.excerpt, t.cover, t.cover_alt, p.state, p.audience, p.delivered_at, ",
            "t.withdrawn_at, t.updated_at, a.first_name, a.last_name, a.kind as author_kind, ",
            "(select count(*) from post_author w where w.thing_id = p.thing_id) as signers ",
            "from post p join thing t on t.id = p.thing_id join person a on a.id = t.author_id ",
            "where p.circle_id = $1 and p.school_id = $2 and ",
            $condition
        )
    };
}

/// What is delivered in the journal of a class and visible to the viewer, newest first.
///
/// # Errors
/// A fault of the database.
pub async fn delivered(tx: &mut Tx, viewer: &Viewer, class: &Class, after: Mark, limit: i64) -> Result<Vec<Line>> {
    tx.all(
        select_lines!(
            "p.state = 'published' and t.withdrawn_at is null and p.delivered_at <= $3 \
             and (p.delivered_at, p.thing_id) < ($4, $5) and ($6 or exists (select 1 from share s \
                 where s.thing_id = p.thing_id and s.visible_from <= $3 \
                 and s.circle_id in (select unhex(value) from json_each($7)))) \
             order by p.delivered_at desc, p.thing_id desc limit $8"
        ),
        args![
            class.circle.id,
            class.circle.school_id,
            tx.now(),
            after.at,
            after.id,
            class.manages,
            viewer.circle_list(),
            limit
        ],
    )
    .await
}

/// The newest post of a journal, as the list of journals shows it.
#[derive(Debug, Clone, FromRow)]
pub struct Latest {
    /// The class.
    pub circle_id: CircleId,
    /// The title of the post.
    pub title: String,
    /// When its readers saw it.
    pub delivered_at: Moment,
}

// From each class, a step down the index of its journal: no other post is read.
const LATEST: &str = "\
select p.circle_id, t.title, p.delivered_at from circle c \
join post p on p.school_id = c.school_id and p.thing_id = (select q.thing_id from post q join thing u on u.id = q.thing_id \
    where q.circle_id = c.id and q.school_id = c.school_id and q.state = 'published' and u.withdrawn_at is null \
    and q.delivered_at <= $2 and (c.id in (select unhex(value) from json_each($3)) or exists (select 1 from share s \
        where s.thing_id = q.thing_id and s.visible_from <= $2 \
        and s.circle_id in (select unhex(value) from json_each($4)))) \
    order by q.delivered_at desc, q.thing_id desc limit 1) \
join thing t on t.id = p.thing_id where c.id in (select unhex(value) from json_each($1))";

/// The newest post visible to the viewer in each of some journals, where there is one.
///
/// # Errors
/// A fault of the database.
pub async fn latest(tx: &mut Tx, viewer: &Viewer, classes: &[Class]) -> Result<Vec<Latest>> {
    let all = id_list(classes.iter().map(|class| class.circle.id));
    let managed = id_list(classes.iter().filter(|class| class.manages).map(|class| class.circle.id));
    tx.all(LATEST, args![all, tx.now(), managed, viewer.circle_list()]).await
}

/// What is in hand in a class, the last changed first: the posts one signs, and for those who manage the journal what
/// pupils write, what waits to be read over and what waits for its hour.
///
/// # Errors
/// A fault of the database.
pub async fn in_hand(tx: &mut Tx, viewer: &Viewer, class: &Class) -> Result<Vec<Line>> {
    let own = id_list(viewer.people.iter().map(|me| me.id));
    tx.all(
        select_lines!(
            "(p.state in ('draft', 'review', 'returned') or (p.state = 'published' and p.delivered_at > $3)) \
             and (exists (select 1 from post_author w where w.school_id = p.school_id and w.thing_id = p.thing_id \
                     and w.person_id in (select unhex(value) from json_each($4))) \
                 or ($5 and (p.state <> 'draft' or a.kind = 'pupil'))) \
             order by t.updated_at desc, p.thing_id desc limit $6"
        ),
        args![class.circle.id, class.circle.school_id, tx.now(), own, class.manages, IN_HAND],
    )
    .await
}

/// What was withdrawn or put away in a class, newest first. For those who manage its journal.
///
/// # Errors
/// A fault of the database.
pub async fn put_away(tx: &mut Tx, class: &Class) -> Result<Vec<Line>> {
    tx.all(
        select_lines!("t.withdrawn_at is not null order by t.withdrawn_at desc, p.thing_id desc limit 100"),
        args![class.circle.id, class.circle.school_id],
    )
    .await
}
