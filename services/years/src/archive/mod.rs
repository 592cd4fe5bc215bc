//! « Années passées »: the classes of the years before, over, read by those who were there. Nothing is written in them any more. A
//! class a child left with its school is among them, as it was until that day.

pub(crate) mod pages;

use commons::{Level, ThingId, kept_text};
use db::{Error, FromRow, Moment, Result, Tx, Uuid, args, id_list};
use school::{CircleId, CircleKind, PersonId, Viewer, past, person};
use std::collections::HashMap;
use web::Service;

/// How many things a page shows.
pub const PAGE: i64 = 20;

/// A class of a past year, as the viewer was there.
#[derive(Debug, Clone)]
pub struct Room {
    /// The class, or the group.
    pub id: CircleId,
    /// Its name.
    pub name: String,
    /// Its school year.
    pub year: i64,
    /// The school's name.
    pub school_name: String,
    /// The first names of the viewer's children who were there.
    pub children: Vec<String>,
    /// When the viewer, or the viewer's child, left it with its school; none for a class that is over.
    pub left_at: Option<Moment>,
    /// The circles of it the viewer sat in: the class itself, a level of it, its families; each with when the last seat there was
    /// left with the school.
    circles: Vec<(CircleId, Option<Moment>)>,
}

/// The class a circle belongs to.
#[derive(FromRow)]
struct Base {
    circle: CircleId,
    id: CircleId,
    name: String,
}

/// The classes of past years a viewer still reads, the last year first.
///
/// # Errors
/// A fault of the database.
pub async fn rooms(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Room>> {
    let seats = past::seats(tx, viewer).await?;
    let rows: Vec<Base> = tx.all(BASES, args![id_list(seats.iter().map(|it| it.circle))]).await?;
    let bases: HashMap<CircleId, Base> = rows.into_iter().map(|it| (it.circle, it)).collect();
    let names = first_names(tx, seats.iter().filter_map(|it| it.child)).await?;
    let mut rooms: Vec<Room> = Vec::new();
    // Nothing is written in a challenge: there is nothing of it to read again.
    for seat in seats.into_iter().filter(|it| it.kind != CircleKind::Challenge) {
        let Some(base) = bases.get(&seat.circle) else { continue };
        let place = rooms.iter().position(|it| it.id == base.id);
        let place = place.unwrap_or_else(|| {
            rooms.push(Room {
                id: base.id,
                name: base.name.clone(),
                year: seat.year,
                school_name: seat.school_name.clone(),
                children: Vec::new(),
                left_at: seat.left_at,
                circles: Vec::new(),
            });
            rooms.len() - 1
        });
        let Some(room) = rooms.get_mut(place) else { continue };
        room.sat(seat.circle, seat.left_at);
        if let Some(name) = seat.child.and_then(|child| names.get(&child)).filter(|it| !room.children.contains(it)) {
            room.children.push(name.clone());
        }
    }
    Ok(rooms)
}

/// The later of two: of two children, the one who stayed to the end saw it all.
fn later(one: Option<Moment>, other: Option<Moment>) -> Option<Moment> {
    one.zip(other).map(|(one, other)| one.max(other))
}

// A level, or its families, is read with its class; families with what they are the families of.
const BASES: &str = "\
select c.id as circle, b.id, b.name from circle c left join circle p on p.id = c.of_circle \
join circle b on b.id = case when p.kind = 'level' then p.of_circle else coalesce(p.id, c.id) end \
where c.id in (select unhex(value) from json_each($1))";

async fn first_names(tx: &mut Tx, children: impl Iterator<Item = PersonId>) -> Result<HashMap<PersonId, String>> {
    let rows: Vec<(PersonId, String)> = tx
        .all(
            "select id, first_name from person where id in (select unhex(value) from json_each($1))",
            args![id_list(children)],
        )
        .await?;
    Ok(rows.into_iter().collect())
}

/// A thing of a past class.
#[derive(Debug, Clone, FromRow)]
pub struct Kept {
    /// The thing.
    pub id: ThingId,
    /// Its kind's name.
    pub kind: String,
    /// Its title.
    pub title: String,
    /// Its first words.
    pub excerpt: String,
    /// Its first picture.
    pub cover: Option<Uuid>,
    /// What the picture shows.
    pub cover_alt: Option<String>,
    /// From whom it comes in words, for what comes from elsewhere than a class.
    pub from_label: Option<String>,
    first_name: String,
    last_name: String,
    author_kind: String,
    /// Since when its readers saw it.
    pub visible_from: Moment,
    /// Whether it was changed after the viewer left: what its card says now is none of theirs.
    pub changed: bool,
    until: Moment,
}

impl Kept {
    /// Who wrote it. A child's last name is nobody's business on a page.
    pub fn author(&self) -> String {
        if self.author_kind == school::PersonKind::Pupil.as_str() {
            person::short(&self.first_name, &self.last_name)
        } else {
            person::full(&self.first_name, &self.last_name).trim().to_owned()
        }
    }
}

/// Of things of a past class, the titles of before where their services keep them, of those changed after the viewer left.
///
/// # Errors
/// A fault of the database.
pub async fn titles_then(
    tx: &mut Tx,
    services: &[&'static Service],
    kept: &[Kept],
) -> Result<HashMap<ThingId, String>> {
    let changed: Vec<(ThingId, Moment)> = kept.iter().filter(|it| it.changed).map(|it| (it.id, it.until)).collect();
    let mut titles = HashMap::new();
    if changed.is_empty() {
        return Ok(titles);
    }
    titles.extend(kept_text::titles(tx, &changed).await?);
    for service in services {
        titles.extend((service.titles_kept)(tx, &changed).await?);
    }
    Ok(titles)
}

impl Room {
    /// A class of a past year, for whoever was there.
    ///
    /// # Errors
    /// [`Error::NotFound`] to everybody else; a fault of the database.
    pub async fn load(tx: &mut Tx, viewer: &Viewer, id: CircleId) -> Result<Self> {
        rooms(tx, viewer).await?.into_iter().find(|it| it.id == id).ok_or(Error::NotFound)
    }

    /// Its address.
    pub fn path(&self) -> String {
        format!("{}/{}", web::PAST_YEARS, self.id)
    }

    /// Adds a seat in one of its circles.
    fn sat(&mut self, circle: CircleId, left_at: Option<Moment>) {
        self.left_at = later(self.left_at, left_at);
        match self.circles.iter_mut().find(|it| it.0 == circle) {
            Some(known) => known.1 = later(known.1, left_at),
            None => self.circles.push((circle, left_at)),
        }
    }

    /// Its circles as one bound value, each followed by until when what was shared with it is read. Whoever changed level inside the
    /// class reads what each level had until then, as [`commons::thing::Thing::load`] lets it be read.
    fn readable(&self, now: Moment) -> String {
        let until = |left_at: Option<Moment>| left_at.map_or(now, |at| at.min(now)).0;
        let circles = self.circles.iter().map(|(circle, left_at)| format!("\"{circle}{}\"", until(*left_at)));
        format!("[{}]", circles.collect::<Vec<_>>().join(","))
    }

    /// How many things it holds for the viewer.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn count(&self, tx: &mut Tx) -> Result<i64> {
        let circles = self.readable(tx.now());
        tx.count(COUNT, args![circles, Level::Write as i64]).await
    }

    /// A page of its things, the newest first; pages are counted from 1.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn things(&self, tx: &mut Tx, page: i64) -> Result<Vec<Kept>> {
        let circles = self.readable(tx.now());
        let before = (page - 1) * PAGE;
        tx.all(THINGS, args![circles, Level::Write as i64, PAGE, before]).await
    }
}

/// What was shared with circles (`$1`), with each until its own instant, below a level (`$2`).
macro_rules! shares_read {
    () => {
        "(select unhex(substr(value, 1, 32)) as circle_id, cast(substr(value, 33) as bigint) as until from json_each($1)) r \
         join share o on o.circle_id = r.circle_id and o.visible_from <= r.until and o.level < $2 "
    };
}

const COUNT: &str = concat!(
    "select count(distinct o.thing_id) as n from ",
    shares_read!(),
    "join thing t on t.id = o.thing_id and t.withdrawn_at is null"
);

const THINGS: &str = concat!(
    "select t.id, t.kind, t.title, t.excerpt, t.cover, t.cover_alt, t.from_label, coalesce(p.first_name, '') as first_name, \
         coalesce(p.last_name, '') as last_name, coalesce(p.kind, 'staff') as author_kind, s.visible_from, \
         t.updated_at > s.until as changed, s.until \
     from (select o.thing_id, min(o.visible_from) as visible_from, max(r.until) as until from ",
    shares_read!(),
    "group by o.thing_id) s \
     join thing t on t.id = s.thing_id and t.withdrawn_at is null left join person p on p.id = t.author_id \
     order by s.visible_from desc, t.id desc limit $3 offset $4"
);
