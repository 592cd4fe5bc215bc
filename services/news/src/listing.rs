//! News in lists: those one reads, those one looks after, and what is said over every page.

use crate::{
    W,
    news::{KIND, State},
    rubric::Rubric,
};
use commons::{ThingId, flash::Flash};
use db::{FromRow, Moment, Result, Tx, args, id_list};
use school::{CircleId, PersonId, Right, Viewer, person};

/// How many news a page shows; then comes a link to older ones.
pub const PAGE: i64 = 20;
/// How far back news are looked for, in days: a school year, and a little more.
const FAR_BACK: i64 = 400;
/// How many news those who look after them find.
const MOST_MANAGED: i64 = 100;

/// A news as a list shows it.
#[derive(Debug, Clone, FromRow)]
pub struct Line {
    /// The news.
    pub id: ThingId,
    /// Its title.
    pub title: String,
    /// Its first words.
    pub excerpt: String,
    /// Where it stands.
    pub state: State,
    /// What it is about.
    pub rubric: Rubric,
    /// Whether it stands before the others.
    pub front: bool,
    /// When its readers see it; it may be to come.
    pub delivered_at: Option<Moment>,
    /// From when they see it no more.
    pub expires_at: Option<Moment>,
    /// When it was changed last.
    pub updated_at: Moment,
    /// From where it comes.
    pub place: String,
    first_name: String,
    last_name: String,
}

impl Line {
    /// The whole name of who wrote it; empty for somebody of no directory.
    pub fn author(&self) -> String {
        person::full(&self.first_name, &self.last_name).trim().to_owned()
    }
}

/// One list of columns for the two lists.
macro_rules! select_lines {
    ($delivered:literal, $rest:literal) => {
        concat!(
            "select t.id, t.title, t.excerpt, n.state, n.rubric, n.front, ",
            $delivered,
            " as delivered_at, n.expires_at, t.updated_at, coalesce(t.from_label, c.name, '') as place, ",
            "coalesce(p.first_name, '') as first_name, coalesce(p.last_name, '') as last_name ",
            $rest
        )
    };
}

/// The news a viewer reads: those that stand first, those said over the first page, then the newest.
///
/// # Errors
/// A fault of the database.
pub async fn read(tx: &mut Tx, viewer: &Viewer, rubric: Option<Rubric>, offset: i64, limit: i64) -> Result<Vec<Line>> {
    let now = tx.now();
    let rubric = rubric.map_or("", Rubric::as_str);
    tx.all(
        select_lines!(
            "s.visible_from",
            "from (select w.thing_id, min(w.visible_from) as visible_from from share w \
                 where w.circle_id in (select unhex(value) from json_each($1)) and w.visible_from <= $2 \
                 and w.visible_from > $3 and w.level < 3 group by w.thing_id) s \
             join news n on n.thing_id = s.thing_id and n.state = 'published' \
                 and (n.expires_at is null or n.expires_at > $2) and ($4 = '' or n.rubric = $4) \
             join thing t on t.id = n.thing_id and t.school_id = n.school_id and t.withdrawn_at is null \
             left join circle c on c.id = n.circle_id left join person p on p.id = t.author_id \
             order by n.front desc, n.flash desc, s.visible_from desc, t.id desc limit $5 offset $6"
        ),
        args![viewer.circle_list(), now, now.plus_days(-FAR_BACK), rubric, limit, offset],
    )
    .await
}

/// The news a viewer looks after, the last changed first: those of the classes taught, of the schools headed and of the
/// territories of one's tasks. The draft of a class or a school is its author's alone.
///
/// # Errors
/// A fault of the database.
pub async fn managed(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Line>> {
    let wide = || viewer.territories(Right::WriteNews).map(|territory| territory.school());
    let schools = id_list(viewer.headed().into_iter().map(|seat| seat.school).chain(wide()));
    let own = id_list(viewer.people.iter().map(|me| me.id));
    tx.all(
        select_lines!(
            "n.delivered_at",
            "from news n join thing t on t.id = n.thing_id and t.school_id = n.school_id \
             left join circle c on c.id = n.circle_id left join person p on p.id = t.author_id \
             where n.thing_id in (select k.thing_id from news k where k.school_id in (select unhex(value) from json_each($1)) \
                 union select k.thing_id from news k where k.circle_id in (select unhex(value) from json_each($2))) \
             and (n.state <> 'draft' or t.author_id in (select unhex(value) from json_each($3)) \
                 or n.school_id in (select unhex(value) from json_each($4))) \
             order by t.updated_at desc, t.id desc limit $5"
        ),
        args![schools, id_list(viewer.taught()), own, id_list(wide()), MOST_MANAGED],
    )
    .await
}

#[derive(FromRow)]
struct Row {
    id: ThingId,
    title: String,
    excerpt: String,
    place: String,
    author_id: PersonId,
    expires_at: Moment,
    circle_id: CircleId,
    visible_from: Moment,
}

const FLASHES: &str = "\
select t.id, t.title, t.excerpt, coalesce(t.from_label, c.name, '') as place, t.author_id, n.expires_at, s.circle_id, \
    s.visible_from \
from news n join thing t on t.id = n.thing_id and t.school_id = n.school_id and t.withdrawn_at is null \
join share s on s.thing_id = n.thing_id and s.level < 3 \
left join circle c on c.id = n.circle_id \
where n.flash and n.state = 'published' and n.expires_at > $1 order by t.id";

/// What is said over every page, by whomever it is read: this node keeps it for a while.
///
/// # Errors
/// A fault of the database.
pub async fn flashes(tx: &mut Tx) -> Result<Vec<Flash>> {
    let rows: Vec<Row> = tx.all(FLASHES, args![tx.now()]).await?;
    let mut flashes: Vec<Flash> = Vec::new();
    for row in rows {
        let reader = (row.circle_id, row.visible_from);
        match flashes.last_mut().filter(|flash| flash.id == row.id) {
            Some(flash) => flash.readers.push(reader),
            None => flashes.push(row.flash(reader)),
        }
    }
    Ok(flashes)
}

impl Row {
    fn flash(self, reader: (CircleId, Moment)) -> Flash {
        let href = KIND.path(self.id);
        Flash {
            id: self.id,
            title: W.flash_from(&self.title, &self.place),
            text: self.excerpt,
            close: format!("{href}/fermeture"),
            href,
            author: self.author_id,
            until: self.expires_at,
            readers: vec![reader],
        }
    }
}
