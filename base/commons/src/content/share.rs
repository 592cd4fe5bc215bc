//! Shares: who may do what with a thing, from when. And the feed, which is nothing but the shares of one's circles.

mod unseen;

pub use unseen::{NEWS_DAYS, unseen};

use crate::thing::ThingId;
use db::{FromRow, Moment, Result, Tx, Uuid, args, id_list};
use school::{CircleId, PersonId, SchoolId, Viewer};

/// What may be done with a thing; ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Level {
    /// Read it.
    #[default]
    See = 1,
    /// Answer it.
    Comment = 2,
    /// Change it.
    Write = 3,
    /// Publish, withdraw, share it.
    Manage = 4,
}

impl Level {
    /// The level stored as a number.
    pub fn of(number: i64) -> Option<Self> {
        [Self::See, Self::Comment, Self::Write, Self::Manage].into_iter().find(|it| *it as i64 == number)
    }
}

/// A share as panels show it.
#[derive(Debug, Clone, FromRow)]
pub struct Share {
    /// With whom.
    pub circle_id: CircleId,
    /// The instant it becomes visible.
    pub visible_from: Moment,
}

/// Gives a circle a level on a thing from an instant on; giving again revises.
///
/// # Errors
/// A fault of the database.
pub async fn grant(
    tx: &mut Tx,
    thing: ThingId,
    circle: CircleId,
    level: Level,
    visible_from: Moment,
    by: PersonId,
) -> Result<()> {
    let now = tx.now();
    tx.change(
        "insert into share (thing_id, circle_id, level, visible_from, given_by, given_at) \
         values ($1, $2, $3, $4, $5, $6) on conflict (thing_id, circle_id) do update \
         set level = excluded.level, visible_from = excluded.visible_from, given_by = excluded.given_by, given_at = excluded.given_at",
        args![thing, circle, level as i64, visible_from, by, now],
    )
    .await
}

/// Gives circles the same level on a thing from an instant on, each named once, as [`grant`] does for one.
///
/// # Errors
/// A fault of the database.
pub async fn grant_all(
    tx: &mut Tx,
    thing: ThingId,
    circles: impl IntoIterator<Item = CircleId>,
    level: Level,
    visible_from: Moment,
    by: PersonId,
) -> Result<()> {
    let now = tx.now();
    tx.change(
        "insert into share (thing_id, circle_id, level, visible_from, given_by, given_at) \
         select $1, unhex(value), $2, $4, $5, $6 from json_each($3) where true \
         on conflict (thing_id, circle_id) do update \
         set level = excluded.level, visible_from = excluded.visible_from, given_by = excluded.given_by, given_at = excluded.given_at",
        args![thing, level as i64, id_list(circles), visible_from, by, now],
    )
    .await
}

/// Lets circles have a level on a thing from an instant on; those that see it earlier already go on doing so.
///
/// # Errors
/// A fault of the database.
pub async fn reach(
    tx: &mut Tx,
    thing: ThingId,
    circles: &[CircleId],
    level: Level,
    visible_from: Moment,
    by: PersonId,
) -> Result<()> {
    let (now, circles) = (tx.now(), id_list(circles.iter().copied()));
    tx.change(
        "insert into share (thing_id, circle_id, level, visible_from, given_by, given_at) \
         select $1, unhex(value), $2, $4, $5, $6 from json_each($3) where true \
         on conflict (thing_id, circle_id) do update set visible_from = case \
             when share.visible_from < excluded.visible_from then share.visible_from else excluded.visible_from end",
        args![thing, level as i64, circles, visible_from, by, now],
    )
    .await
}

/// Moves to another instant what some circles wait for of some things. What they see already stays.
///
/// # Errors
/// A fault of the database.
pub async fn move_circles(tx: &mut Tx, things: String, circles: String, visible_from: Moment) -> Result<()> {
    let now = tx.now();
    tx.change(
        "update share set visible_from = $3 where visible_from > $4 \
         and thing_id in (select unhex(value) from json_each($1)) \
         and circle_id in (select unhex(value) from json_each($2))",
        args![things, circles, visible_from, now],
    )
    .await
}

/// Takes a thing back from some circles, as one bound value; others keep it.
///
/// # Errors
/// A fault of the database.
pub async fn revoke_from(tx: &mut Tx, thing: ThingId, circles: String) -> Result<()> {
    tx.change(
        "delete from share where thing_id = $1 and circle_id in (select unhex(value) from json_each($2))",
        args![thing, circles],
    )
    .await
}

/// Takes a thing back from its readers. Those it was given to write keep it.
///
/// # Errors
/// A fault of the database.
pub async fn revoke_readers(tx: &mut Tx, thing: ThingId) -> Result<()> {
    tx.change("delete from share where thing_id = $1 and level < $2", args![thing, Level::Write as i64]).await
}

/// Moves what waits for its instant to another one. Circles that see the thing already go on seeing it.
///
/// # Errors
/// A fault of the database.
pub async fn move_waiting(tx: &mut Tx, thing: ThingId, visible_from: Moment) -> Result<()> {
    let now = tx.now();
    tx.change(
        "update share set visible_from = $2 where thing_id = $1 and visible_from > $3",
        args![thing, visible_from, now],
    )
    .await
}

/// Says which persons write a thing besides its author: these from now on, and nobody else any more.
///
/// # Errors
/// A fault of the database.
pub async fn set_writers(tx: &mut Tx, thing: ThingId, writers: &[PersonId], by: PersonId) -> Result<()> {
    let (now, writers) = (tx.now(), id_list(writers.iter().copied()));
    tx.change(
        "delete from share where thing_id = $1 and level = $2 \
         and circle_id not in (select unhex(value) from json_each($3))",
        args![thing, Level::Write as i64, &writers],
    )
    .await?;
    tx.change(
        "insert into share (thing_id, circle_id, level, visible_from, given_by, given_at) \
         select $1, unhex(value), $2, $4, $5, $4 from json_each($3) where true \
         on conflict (thing_id, circle_id) do nothing",
        args![thing, Level::Write as i64, &writers, now, by],
    )
    .await
}

/// The shares of a thing. For those who already loaded it.
///
/// # Errors
/// A fault of the database.
pub async fn of(tx: &mut Tx, thing: ThingId) -> Result<Vec<Share>> {
    tx.all("select circle_id, visible_from from share where thing_id = $1 order by circle_id", args![thing]).await
}

/// A thing in somebody's feed.
#[derive(Debug, Clone, FromRow)]
pub struct FeedItem {
    /// The thing.
    pub id: ThingId,
    /// Its kind's name, the first part of its address.
    pub kind: String,
    /// Its school.
    pub school_id: SchoolId,
    /// The circle it lives in.
    pub circle_id: CircleId,
    /// From where it comes: [`Self::from_label`], else that circle's name.
    pub circle_name: String,
    /// From whom it comes in words, for what comes from elsewhere than a class.
    pub from_label: Option<String>,
    /// Its title.
    pub title: String,
    /// Its first words.
    pub excerpt: String,
    /// Its first picture.
    pub cover: Option<Uuid>,
    /// What the picture shows.
    pub cover_alt: Option<String>,
    /// Who wrote it.
    pub author_id: PersonId,
    /// The author's first name; none for somebody of no directory, whom the label stands for.
    pub first_name: String,
    /// The author's last name.
    pub last_name: String,
    /// What the directory says the author is.
    pub author_kind: String,
    /// Since when the reader sees it.
    pub visible_from: Moment,
    /// Whether somebody else made it visible since the visit before this one, and it was not opened for a child.
    pub is_new: bool,
    /// Whether somebody else made it visible since the reader last looked.
    pub is_unseen: bool,
}

/// What has become visible to a viewer in some circles after `since`, newest first. `circles` is `Viewer::circle_list` or a
/// part of it. What somebody was given to write (level 3) is work, no news.
///
/// # Errors
/// A fault of the database.
pub async fn feed(tx: &mut Tx, viewer: &Viewer, circles: String, since: Moment, limit: i64) -> Result<Vec<FeedItem>> {
    let own = id_list(viewer.people.iter().map(|me| me.id));
    let (now, visit_start) = (tx.now(), visit_start(tx));
    tx.all(FEED, args![circles, since, now, limit, viewer.account, own, visit_start]).await
}

// The newest of each circle come straight from the index, however many things a circle was given, and all that share an
// instant with the last of them: a whole weekend is delivered on Monday at 7 h. What several circles were given is then
// one thing. A territory is no circle with a row, and who runs the scheme is in no directory: hence the outer joins. What asks an act is no news: it
// stands among what is to be done, one place per intent (product.md §3.3); twice as many are read, so that enough remain.
const FEED: &str = "\
select t.id, t.kind, t.school_id, t.circle_id, coalesce(t.from_label, c.name, '') as circle_name, t.from_label, \
    t.title, t.excerpt, t.cover, t.cover_alt, t.author_id, coalesce(p.first_name, '') as first_name, coalesce(p.last_name, '') as last_name, \
    coalesce(p.kind, 'staff') as author_kind, s.visible_from, \
    s.visible_from > coalesce((select case when at <= $7 then at else known_until end from feed_seen \
            where account_id = $5), 0) \
        and t.author_id not in (select unhex(value) from json_each($6)) \
        and not exists (select 1 from receipt r where r.thing_id = t.id and r.opened_at is not null \
            and r.adult_id in (select unhex(value) from json_each($6))) as is_new, \
    s.visible_from > coalesce((select at from feed_seen where account_id = $5), 0) \
        and t.author_id not in (select unhex(value) from json_each($6)) as is_unseen \
from (select n.thing_id, min(n.visible_from) as visible_from \
      from (select k.id, coalesce((select o.visible_from from share o where o.circle_id = k.id and o.visible_from > $2 \
                and o.visible_from <= $3 and o.level < 3 order by o.visible_from desc limit 1 offset $4 * 2), $2 + 1) as oldest \
            from (select unhex(value) as id from json_each($1)) k) w \
      join share n on n.circle_id = w.id and n.visible_from >= w.oldest and n.visible_from <= $3 and n.level < 3 \
      group by n.thing_id order by 2 desc, n.thing_id desc limit $4 * 2) s \
join thing t on t.id = s.thing_id and t.withdrawn_at is null and t.attention <> 'action' \
left join circle c on c.id = t.circle_id \
left join person p on p.id = t.author_id \
order by s.visible_from desc, t.id desc limit $4";

/// How long after a look another one is a new visit, in seconds.
const VISIT: i64 = 4 * 3600;

/// A look before this instant belongs to a visit that is over.
fn visit_start(tx: &Tx) -> Moment {
    tx.now().plus_seconds(-VISIT)
}

/// Notes that the account has looked at its feed. At the first look of a visit, all that the visit before showed becomes
/// known.
///
/// # Errors
/// A fault of the database.
pub async fn mark_seen(tx: &mut Tx, account: Uuid) -> Result<()> {
    let (now, visit_start) = (tx.now(), visit_start(tx));
    tx.change(
        "insert into feed_seen (account_id, at, known_until) values ($1, $2, 0) on conflict (account_id) do update \
         set known_until = case when feed_seen.at <= $3 then feed_seen.at else feed_seen.known_until end, at = excluded.at",
        args![account, now, visit_start],
    )
    .await
}
