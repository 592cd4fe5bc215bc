//! A school as the house knows it when files are compared with it.

use super::{details, names::Names};
use db::{Error, FromRow, Moment, Result, Tx, args, id_list};
use school::{CircleId, CircleKind, PersonId, PersonKind, Role, School, SchoolId, SchoolYear, Source};
use std::collections::{BTreeMap, BTreeSet};

/// Somebody of the directory.
#[derive(Debug, Clone, FromRow)]
pub(super) struct Person {
    pub(super) id: PersonId,
    pub(super) kind: PersonKind,
    pub(super) source: Source,
    pub(super) last_name: String,
    pub(super) first_name: String,
    pub(super) civility: Option<String>,
    pub(super) birth_day: Option<String>,
    pub(super) email: Option<String>,
    pub(super) ine: Option<String>,
    pub(super) level: Option<String>,
    pub(super) details: String,
    pub(super) gone: bool,
}

impl Person {
    pub(super) fn names(&self) -> Names {
        let birth_name = self.birth_name().unwrap_or_default();
        Names::new(&self.first_name, [self.last_name.as_str(), birth_name.as_str()])
    }

    pub(super) fn birth_name(&self) -> Option<String> {
        details::get(&self.details, "birth_name")
    }

    /// « MARTY Zoé ».
    pub(super) fn listed(&self) -> String {
        format!("{} {}", self.last_name, self.first_name)
    }
}

/// A seat in a circle of the school, in force.
#[derive(Debug, Clone, FromRow)]
pub(super) struct Seat {
    pub(super) circle: CircleId,
    pub(super) person: PersonId,
    pub(super) role: Role,
    pub(super) source: Source,
}

/// A circle of the school, in force.
#[derive(Debug, Clone, FromRow)]
pub(super) struct Room {
    pub(super) id: CircleId,
    pub(super) kind: CircleKind,
    pub(super) key: String,
    pub(super) of_circle: Option<CircleId>,
    pub(super) name: String,
}

/// Who is responsible for whom.
#[derive(Debug, Clone, FromRow)]
pub(super) struct Link {
    pub(super) child: PersonId,
    pub(super) adult: PersonId,
    pub(super) source: Source,
    pub(super) over: bool,
}

/// The school.
#[derive(Debug, Clone)]
pub(super) struct Known {
    pub(super) school: School,
    pub(super) year: i64,
    pub(super) rooms: Vec<Room>,
    pub(super) seats: Vec<Seat>,
    /// Who is or was a pupil there.
    pub(super) pupils: Vec<Person>,
    pub(super) links: Vec<Link>,
    pub(super) adults: Vec<Person>,
    /// Who works there.
    pub(super) team: Vec<Person>,
    active: BTreeSet<PersonId>,
}

/// One list of columns for the ways people are found.
macro_rules! people {
    ($condition:literal) => {
        concat!(
            "select p.id, p.kind, p.source, p.last_name, p.first_name, p.civility, p.birth_day, p.email, p.ine, p.level, ",
            "p.details, p.gone_at is not null as gone from person p where p.merged_into is null and ",
            $condition,
            " order by p.sort_key, p.id"
        )
    };
}

impl Known {
    pub(super) async fn load(tx: &mut Tx, school: SchoolId) -> Result<Self> {
        let (now, year) = (tx.now(), SchoolYear::of(tx.now().day()).0);
        let rooms: Vec<Room> = tx
            .all(
                "select id, kind, key, of_circle, name from circle where school_id = $1 and (year = $2 or year = 0) \
                 and until is null and kind in ('school', 'staff', 'class', 'level', 'group') order by sort_key, id",
                args![school, year],
            )
            .await?;
        let seats: Vec<Seat> = tx.all(SEATS, args![school, now]).await?;
        let pupils: Vec<Person> = tx
            .all(
                people!(
                    "p.kind = 'pupil' and p.id in (select m.person_id from circle c join member m on m.circle_id = c.id \
                     where c.school_id = $1 and c.kind = 'school' and m.role = 'pupil')"
                ),
                args![school],
            )
            .await?;
        let team: Vec<Person> = tx
            .all(
                people!(
                    "p.kind <> 'pupil' and p.gone_at is null and p.id in (select m.person_id from circle c \
                     join member m on m.circle_id = c.id where c.school_id = $1 and c.kind = 'staff')"
                ),
                args![school],
            )
            .await?;
        let lasting: BTreeSet<CircleId> =
            rooms.iter().filter(|it| it.kind == CircleKind::School).map(|it| it.id).collect();
        let seated = seats.iter().filter(|it| it.role == Role::Pupil && lasting.contains(&it.circle));
        let active = seated.map(|it| it.person).collect();
        let school = School::load(tx, school).await?;
        let mut known =
            Self { school, year, rooms, seats, pupils, links: Vec::new(), adults: Vec::new(), team, active };
        let ids: Vec<PersonId> = known.pupils.iter().map(|it| it.id).collect();
        known.add_families(tx, &ids).await?;
        Ok(known)
    }

    /// Reads who is responsible for some children.
    pub(super) async fn add_families(&mut self, tx: &mut Tx, children: &[PersonId]) -> Result<()> {
        let links: Vec<Link> = tx
            .all(
                "select child_id as child, adult_id as adult, source, until is not null as over from guardianship \
                 where child_id in (select unhex(value) from json_each($1)) order by child_id, position, adult_id",
                args![id_list(children.iter().copied())],
            )
            .await?;
        let known: BTreeSet<PersonId> = self.adults.iter().map(|it| it.id).collect();
        let new = links.iter().map(|it| it.adult).filter(|it| !known.contains(it));
        let adults: Vec<Person> =
            tx.all(people!("p.id in (select unhex(value) from json_each($1))"), args![id_list(new)]).await?;
        self.links.extend(links);
        self.adults.extend(adults);
        Ok(())
    }

    /// Whether somebody is a pupil there now.
    pub(super) fn is_active(&self, pupil: PersonId) -> bool {
        self.active.contains(&pupil)
    }

    /// The pupils who are there now.
    pub(super) fn active(&self) -> impl Iterator<Item = &Person> {
        self.pupils.iter().filter(|it| self.is_active(it.id))
    }

    pub(super) fn room(&self, id: CircleId) -> Option<&Room> {
        self.rooms.iter().find(|it| it.id == id)
    }

    pub(super) fn classes(&self) -> impl Iterator<Item = &Room> {
        self.rooms.iter().filter(|it| it.kind == CircleKind::Class)
    }

    /// The circle of all pupils, or of the team.
    pub(super) fn whole(&self, kind: CircleKind) -> Option<&Room> {
        self.rooms.iter().find(|it| it.kind == kind)
    }

    /// The classes a pupil sits in.
    pub(super) fn classes_of(&self, pupil: PersonId) -> Vec<&Room> {
        let seats = self.seats.iter().filter(|it| it.person == pupil && it.role == Role::Pupil);
        let mut rooms: Vec<&Room> = seats.filter_map(|it| self.room(it.circle)).collect();
        rooms.retain(|it| it.kind == CircleKind::Class);
        rooms.sort_by_key(|it| it.id);
        rooms.dedup_by_key(|it| it.id);
        rooms
    }

    /// Whether a source seats somebody among the pupils of the school.
    pub(super) fn is_seated_by(&self, source: Source, pupil: PersonId) -> bool {
        self.whole(CircleKind::School).is_some_and(|it| self.seats(source, it.id, pupil, Role::Pupil))
    }

    /// Whether a source seats somebody in a circle.
    pub(super) fn seats(&self, source: Source, circle: CircleId, person: PersonId, role: Role) -> bool {
        let same = |it: &Seat| it.source == source && it.circle == circle && it.person == person && it.role == role;
        self.seats.iter().any(same)
    }
}

const SEATS: &str = "\
select m.circle_id as circle, m.person_id as person, m.role, m.source from circle c join member m on m.circle_id = c.id \
where c.school_id = $1 and c.until is null and m.since <= $2 and (m.until is null or m.until > $2) \
order by m.circle_id, m.person_id, m.role, m.source";

/// A pupil of another school.
#[derive(Debug, Clone)]
pub(super) struct Elsewhere {
    pub(super) person: Person,
    /// The name of the school.
    pub(super) school: String,
}

#[derive(FromRow)]
struct Home {
    person: PersonId,
    school: SchoolId,
    name: String,
    town: Option<String>,
    until: Option<Moment>,
    over: bool,
}

impl Home {
    fn named(self) -> String {
        match self.town {
            Some(town) => format!("{} ({town})", self.name),
            None => self.name,
        }
    }
}

/// The pupils of other schools who have one of these numbers, or one of these names.
pub(super) async fn elsewhere(
    tx: &mut Tx,
    known: &Known,
    ines: &[String],
    sort_keys: &[String],
) -> Result<Vec<Elsewhere>> {
    let mut people: Vec<Person> = Vec::new();
    if !ines.is_empty() {
        let by_ine = people!("p.kind = 'pupil' and p.ine in (select value from json_each($1))");
        people.extend(tx.all::<Person>(by_ine, args![json(ines)?]).await?);
    }
    if !sort_keys.is_empty() {
        let by_name = people!("p.kind = 'pupil' and p.sort_key in (select value from json_each($1))");
        people.extend(tx.all::<Person>(by_name, args![json(sort_keys)?]).await?);
    }
    let here: BTreeSet<PersonId> = known.pupils.iter().map(|it| it.id).collect();
    people.retain(|it| !here.contains(&it.id));
    people.sort_by_key(|it| it.id);
    people.dedup_by_key(|it| it.id);
    let homes = homes(tx, people.iter().map(|it| it.id)).await?;
    let with_home = people.into_iter().filter_map(|person| {
        let school = homes.get(&person.id)?.clone();
        Some(Elsewhere { person, school })
    });
    Ok(with_home.collect())
}

/// The school where each of those who left this one sits now.
pub(super) async fn moved_on(tx: &mut Tx, known: &Known) -> Result<BTreeMap<PersonId, String>> {
    let (now, here) = (tx.now(), known.school.id);
    let left = known.pupils.iter().map(|it| it.id).filter(|it| !known.is_active(*it));
    let rows = seats_of(tx, left).await?;
    let current = rows.into_iter().filter(|it| it.school != here && !it.over && it.until.is_none_or(|at| at > now));
    Ok(current.map(|it| (it.person, it.named())).collect())
}

/// The school each sits in, or sat in last.
async fn homes(tx: &mut Tx, people: impl Iterator<Item = PersonId>) -> Result<BTreeMap<PersonId, String>> {
    Ok(seats_of(tx, people).await?.into_iter().map(|it| (it.person, it.named())).collect())
}

/// The seats some have or had among the pupils of schools.
async fn seats_of(tx: &mut Tx, people: impl Iterator<Item = PersonId>) -> Result<Vec<Home>> {
    let mut rows: Vec<Home> = tx
        .all(
            "select m.person_id as person, s.id as school, s.name, s.town, m.until, c.until is not null as over \
             from member m \
             join circle c on c.id = m.circle_id and c.kind = 'school' join school s on s.id = c.school_id \
             where m.person_id in (select unhex(value) from json_each($1)) and m.role = 'pupil'",
            args![id_list(people)],
        )
        .await?;
    // The last seat comes last, one in force after all.
    rows.sort_by_key(|it| (it.until.is_none(), it.until));
    Ok(rows)
}

fn json(texts: &[String]) -> Result<String> {
    serde_json::to_string(texts).map_err(Error::fault)
}
