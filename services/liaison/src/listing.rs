//! Mots in lists: those a family received, those a pupil may see, those of a class for the people of the school.

use crate::{
    child::named_adult,
    departure,
    mot::{KIND, State},
    terms::{Reply, Theme},
    version,
};
use commons::ThingId;
use db::{Day, FromRow, Moment, Result, Tx, args, id_list};
use school::{CircleId, PersonId, SchoolId, Viewer, person};

/// How many mots a list shows.
const MOST: i64 = 60;

/// A mot a family received for a child.
#[derive(Debug, Clone, FromRow)]
pub struct Received {
    /// The mot.
    pub id: ThingId,
    /// Its title.
    pub title: String,
    /// What it is about.
    pub theme: Theme,
    /// When it was delivered.
    pub delivered_at: Moment,
    /// The child.
    pub child_id: PersonId,
    first_name: String,
    last_name: String,
    sort_key: String,
    /// Whether the viewer opened it.
    pub opened: bool,
    school_id: SchoolId,
    /// The version that asked last.
    asked_version: i64,
    /// The last version the viewer signed or answered.
    signed_version: Option<i64>,
}

impl Received {
    /// « Zoé M. ».
    pub fn child(&self) -> String {
        person::short(&self.first_name, &self.last_name)
    }

    /// Its address.
    pub fn path(&self) -> String {
        KIND.path(self.id)
    }

    /// Whether the viewer signed or answered what it asked last.
    pub fn is_signed(&self) -> bool {
        self.signed_version.is_some_and(|it| it >= self.asked_version)
    }
}

const RECEIVED: &str = "\
select distinct m.thing_id as id, t.title, m.theme, m.delivered_at, c.child_id, p.first_name, p.last_name, p.sort_key, \
    exists (select 1 from receipt r where r.thing_id = m.thing_id and r.child_id = c.child_id and r.opened_at is not null \
        and r.adult_id in (select unhex(value) from json_each($1))) as opened, m.school_id, m.asked_version, \
    (select max(r.version) from receipt r where r.thing_id = m.thing_id and r.child_id = c.child_id \
        and r.signed_at is not null and r.adult_id in (select unhex(value) from json_each($1))) as signed_version \
from guardianship g join mot_child c on c.child_id = g.child_id \
join mot m on m.thing_id = c.thing_id and m.school_id = c.school_id and m.state = 'sent' and m.delivered_at <= $2 \
join thing t on t.id = m.thing_id and t.withdrawn_at is null \
join person p on p.id = c.child_id \
where g.adult_id in (select unhex(value) from json_each($1)) and g.until is null \
    and exists (select 1 from share s where s.thing_id = m.thing_id and s.visible_from <= $2 \
        and s.circle_id in (select unhex(value) from json_each($3))) \
order by m.delivered_at desc, m.thing_id desc, c.child_id limit $4";

/// The mots of the viewer's children, by child, newest first. The oldest are left out, whichever child they are for. Where the
/// children left the school, a mot is as its page shows it: as it was that day.
///
/// # Errors
/// A fault of the database.
pub async fn received(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Received>> {
    let own = id_list(viewer.people.iter().map(|me| me.id));
    let mut received: Vec<Received> = tx.all(RECEIVED, args![own, tx.now(), viewer.circle_list(), MOST * 4]).await?;
    let mots: Vec<(ThingId, SchoolId)> = received.iter().map(|it| (it.id, it.school_id)).collect();
    let untils = departure::until(tx, viewer, &mots).await?;
    let then = version::titles_at(tx, &untils).await?;
    // What came after the departure was never theirs.
    let was_given =
        |it: &Received| untils.get(&it.id).is_none_or(|until| it.delivered_at <= *until && then.contains_key(&it.id));
    received.retain(was_given);
    for mot in &mut received {
        if let Some(version) = then.get(&mot.id) {
            mot.title.clone_from(&version.title);
            mot.asked_version = mot.asked_version.min(version.version);
        }
    }
    received.sort_by(|one, other| (&one.sort_key, one.child_id).cmp(&(&other.sort_key, other.child_id)));
    Ok(received)
}

/// A mot a pupil may see.
#[derive(Debug, Clone, FromRow)]
pub struct Shown {
    /// The mot.
    pub id: ThingId,
    /// Its title.
    pub title: String,
    /// What it is about.
    pub theme: Theme,
    /// When it was delivered.
    pub delivered_at: Moment,
}

/// The mots a pupil may see, newest first.
///
/// # Errors
/// A fault of the database.
pub async fn shown(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Shown>> {
    let own = id_list(viewer.people.iter().map(|me| me.id));
    tx.all(
        "select m.thing_id as id, t.title, m.theme, m.delivered_at from share s \
         join mot m on m.thing_id = s.thing_id and m.state = 'sent' \
         join thing t on t.id = m.thing_id and t.school_id = m.school_id and t.withdrawn_at is null \
         where s.circle_id in (select unhex(value) from json_each($1)) and s.visible_from <= $2 and s.level < 3 \
         order by m.delivered_at desc, m.thing_id desc limit $3",
        args![own, tx.now(), MOST],
    )
    .await
}

/// A mot as the people of the school find it.
#[derive(Debug, Clone, FromRow)]
pub struct Line {
    /// The mot.
    pub id: ThingId,
    /// Its title.
    pub title: String,
    /// Where it stands.
    pub state: State,
    /// What it is about.
    pub theme: Theme,
    /// What it asks.
    pub reply: Reply,
    /// The last day.
    pub due_day: Option<Day>,
    /// When its readers see it; it may be to come.
    pub delivered_at: Option<Moment>,
    /// When it was changed last.
    pub updated_at: Moment,
    /// The circle it is aimed at.
    pub circle_name: String,
    /// Who wrote it.
    pub author_first: String,
    /// See [`Line::author_first`].
    pub author_last: String,
    /// How many children it is for.
    pub children: i64,
    /// For how many of them it was opened.
    pub opened: i64,
    /// For how many of them all is done.
    pub done: i64,
}

// Done is as in `follow`: a receipt is enough, unless each adult or an adult named must act.
const LINES: &str = concat!(
    "select m.thing_id as id, t.title, m.state, m.theme, m.reply, m.due_day, m.delivered_at, t.updated_at, \
    k.name as circle_name, a.first_name as author_first, a.last_name as author_last, \
    (select count(*) from mot_child c where c.thing_id = m.thing_id and c.school_id = m.school_id) as children, \
    (select count(distinct r.child_id) from receipt r where r.thing_id = m.thing_id and r.opened_at is not null) as opened, \
    (select count(*) from mot_child c where c.thing_id = m.thing_id and c.school_id = m.school_id \
        and exists (select 1 from receipt r where r.thing_id = m.thing_id and r.child_id = c.child_id \
            and r.version >= m.asked_version and r.signed_at is not null \
            and (m.acts <> 'named' or r.adult_id = c.child_id or ",
    named_adult!(),
    " is null or r.adult_id = ",
    named_adult!(),
    ")) and (m.acts <> 'each' or not exists (select 1 from guardianship g \
            join person d on d.id = g.adult_id and d.gone_at is null \
            where g.child_id = c.child_id and g.until is null and not exists (select 1 from receipt r \
                where r.thing_id = m.thing_id and r.child_id = c.child_id and r.adult_id = g.adult_id \
                and r.version >= m.asked_version and r.signed_at is not null)))) as done \
from mot m join thing t on t.id = m.thing_id join circle k on k.id = m.target_id join person a on a.id = t.author_id \
where m.circle_id in (select unhex(value) from json_each($1)) and m.school_id in (select unhex(value) from json_each($2)) \
    and (m.state <> 'draft' or t.author_id in (select unhex(value) from json_each($3))) \
order by case when m.state = 'draft' then 0 else 1 end, m.delivered_at desc, m.thing_id desc limit $4"
);

/// The mots of some circles for those who write there: one's own drafts, then what was sent, newest first. `circles` are
/// of [`crate::class::of`].
///
/// # Errors
/// A fault of the database.
pub async fn lines(tx: &mut Tx, viewer: &Viewer, circles: &[(CircleId, SchoolId)]) -> Result<Vec<Line>> {
    let homes = id_list(circles.iter().map(|it| it.0));
    let schools = id_list(circles.iter().map(|it| it.1));
    let own = id_list(viewer.people.iter().map(|me| me.id));
    tx.all(LINES, args![homes, schools, own, MOST]).await
}
