//! Circles: everything one can share with.
//!
//! The families of a circle are a circle of their own (`of_circle`) without member rows: who sits in it follows from
//! guardianships at the moment of asking, so that it can never drift from the children's memberships. In the same way a
//! single person is a circle whose identifier is the person's; the family of a child and the team of a class are circles whose
//! identifiers follow from the child's and the class's; so are those of a [territory](crate::territory).

use crate::{PersonId, Right, Role, SchoolId, Source, Viewer, person::Name, text_enum};
use db::{FromRow, Moment, Result, Tx, Uuid, args, fold, id, id_list};

id! {
    /// A circle.
    CircleId
}

impl From<PersonId> for CircleId {
    fn from(person: PersonId) -> Self {
        Self(person.0)
    }
}

/// The version of the identifiers this house draws.
const DRAWN: u128 = 7;
/// The version that marks the family of a child. No generator makes such identifiers.
const FAMILY: u128 = 9;
/// The version that marks those who teach in a class.
const TEAM: u128 = 10;
/// The version that marks whom families let read with them.
const READERS: u128 = 11;
/// The version RFC 9562 leaves to identifiers made otherwise: those of a territory.
const HASHED: u128 = 8;

impl CircleId {
    /// The adults responsible for a child: a circle without row, whose identifier follows from the child's.
    pub fn family_of(child: PersonId) -> Self {
        Self(versioned(child.0, FAMILY))
    }

    /// The child whose family this circle is; none for other circles.
    pub fn child(self) -> Option<PersonId> {
        (version(self.0) == FAMILY).then(|| PersonId(versioned(self.0, DRAWN)))
    }

    /// Those who teach in a class, whoever they are at the moment of asking: a circle without row.
    pub fn team_of(class: Self) -> Self {
        Self(versioned(class.0, TEAM))
    }

    /// Those whom the families of a circle let read with them: a circle without row. What is shared with families is theirs
    /// only where it is shared with them too.
    pub fn readers_of(families: Self) -> Self {
        Self(versioned(families.0, READERS))
    }

    /// The class whose teachers this circle is; none for other circles.
    pub fn taught_class(self) -> Option<Self> {
        (version(self.0) == TEAM).then(|| Self(versioned(self.0, DRAWN)))
    }
}

/// Where the version of an identifier stands in it.
const VERSION_SHIFT: u32 = 76;

/// An identifier that follows from a hash, told from all others by its version.
pub(crate) fn hashed(bytes: [u8; 16]) -> Uuid {
    const VARIANT_SHIFT: u32 = 62;
    let bits = u128::from_be_bytes(bytes) & !(0b11 << VARIANT_SHIFT) | (0b10 << VARIANT_SHIFT);
    versioned(Uuid::from_u128(bits), HASHED)
}

fn version(id: Uuid) -> u128 {
    (id.as_u128() >> VERSION_SHIFT) & 0xf
}

fn versioned(id: Uuid, version: u128) -> Uuid {
    Uuid::from_u128(id.as_u128() & !(0xf << VERSION_SHIFT) | (version << VERSION_SHIFT))
}

text_enum! {
    /// The kinds of circles.
    CircleKind {
        /// All pupils of a school.
        School = "school",
        /// The adults who work in a school.
        Staff = "staff",
        /// A class of a year.
        Class = "class",
        /// The pupils of one level in a class of several.
        Level = "level",
        /// A group of the directory, or one made by hand.
        Group = "group",
        /// The families of another circle.
        Families = "families",
        /// Classes of a territory gathered by an inspection (*défi*): counted; nothing is published in it, and those who teach them
        /// may write to one another.
        Challenge = "challenge",
    }
}

/// A circle.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Circle {
    /// The circle.
    pub id: CircleId,
    /// Its school.
    pub school_id: SchoolId,
    /// Its kind.
    pub kind: CircleKind,
    /// Its school year, 0 when it outlives the years.
    pub year: i64,
    /// The circle it is a part of, or whose families it gathers.
    pub of_circle: Option<CircleId>,
    /// Its name.
    pub name: String,
    /// When it ended; none while it goes on.
    pub until: Option<Moment>,
}

/// One list of columns for the ways circles are found, those of [`Circle`]. The condition names the table `c`.
#[macro_export]
macro_rules! select_circles {
    ($condition:literal) => {
        concat!(
            "select c.id, c.school_id, c.kind, c.year, c.of_circle, c.name, c.until from circle c where ",
            $condition
        )
    };
}

impl Circle {
    /// Reads a circle. A name and a kind only, hence no viewer.
    ///
    /// # Errors
    /// [`db::Error::NotFound`] when there is none.
    pub async fn load(tx: &mut Tx, id: CircleId) -> Result<Self> {
        tx.one(select_circles!("c.id = $1"), args![id]).await
    }

    /// Reads a circle that is not over. Those of a class that is over are in other schools by now, some of them: whoever is in
    /// charge of people asks for this one.
    ///
    /// # Errors
    /// [`db::Error::NotFound`] when there is none, or when it is over.
    pub async fn load_current(tx: &mut Tx, id: CircleId) -> Result<Self> {
        let circle = Self::load(tx, id).await?;
        if circle.is_over(tx.now()) { Err(db::Error::NotFound) } else { Ok(circle) }
    }

    /// Whether it ended: nobody sits there any more.
    pub fn is_over(&self, now: Moment) -> bool {
        self.until.is_some_and(|it| it <= now)
    }

    /// The circle that gathers the families of this one.
    ///
    /// # Errors
    /// [`db::Error::NotFound`] when it has none; a fault of the database.
    pub async fn families(tx: &mut Tx, id: CircleId) -> Result<Self> {
        tx.one(select_circles!("c.of_circle = $1 and c.kind = 'families'"), args![id]).await
    }
}

/// The classes of a school in a year, in the order of their names.
///
/// # Errors
/// A fault of the database.
pub async fn classes(tx: &mut Tx, school: SchoolId, year: i64) -> Result<Vec<Circle>> {
    of_kind(tx, school, CircleKind::Class, year).await
}

/// The groups a school holds in a year, in the order of their names.
///
/// # Errors
/// A fault of the database.
pub async fn groups(tx: &mut Tx, school: SchoolId, year: i64) -> Result<Vec<Circle>> {
    of_kind(tx, school, CircleKind::Group, year).await
}

async fn of_kind(tx: &mut Tx, school: SchoolId, kind: CircleKind, year: i64) -> Result<Vec<Circle>> {
    let found =
        select_circles!("c.school_id = $1 and c.kind = $2 and c.year = $3 and c.until is null order by c.sort_key");
    tx.all(found, args![school, kind, year]).await
}

/// The members of a circle with a role, in the order of their names.
///
/// # Errors
/// A fault of the database.
pub async fn members(tx: &mut Tx, circle: CircleId, role: Role) -> Result<Vec<Name>> {
    tx.all(
        "select distinct p.id, p.first_name, p.last_name, p.sort_key from member m join person p on p.id = m.person_id \
         where m.circle_id = $1 and m.role = $2 and m.since <= $3 and (m.until is null or m.until > $3) \
         order by p.sort_key",
        args![circle, role, tx.now()],
    )
    .await
}

/// The heads of a school, its directors of publication, in the order of their names: whoever left it heads nothing.
///
/// # Errors
/// A fault of the database.
pub async fn heads(tx: &mut Tx, school: SchoolId) -> Result<Vec<Name>> {
    tx.all(
        "select distinct p.id, p.first_name, p.last_name, p.sort_key from circle c join member m on m.circle_id = c.id \
             and m.role = 'head' and m.since <= $2 and (m.until is null or m.until > $2) \
         join person p on p.id = m.person_id and p.gone_at is null \
         where c.school_id = $1 and c.kind = 'staff' and c.until is null order by p.sort_key, p.id",
        args![school, tx.now()],
    )
    .await
}

/// A circle to be made beside the deliveries.
#[derive(Debug, Clone, Copy)]
pub struct NewCircle<'a> {
    /// Its school.
    pub school: SchoolId,
    /// Code of the school's académie.
    pub academy: &'a str,
    /// Its kind.
    pub kind: CircleKind,
    /// Its school year, 0 when it outlives the years.
    pub year: i64,
    /// What tells it from others of its kind and year in the académie: the class number of ONDE, which deliveries use too, or
    /// `hand:` and an identifier.
    pub key: &'a str,
    /// The class a level is a part of.
    pub of_circle: Option<CircleId>,
    /// Its name.
    pub name: &'a str,
    /// The name of its families; none for a circle of adults.
    pub families: Option<&'a str>,
}

/// The circle of a key, made with its families when there is none; one that is over begins again.
///
/// # Errors
/// [`db::Error::Conflict`] when the key is that of a circle of another school; a fault of the database.
pub async fn open(tx: &mut Tx, new: &NewCircle<'_>) -> Result<CircleId> {
    let id = put(tx, new).await?;
    if let Some(name) = new.families {
        let key = format!("{}:{}", new.kind.as_str(), new.key);
        let kind = CircleKind::Families;
        put(tx, &NewCircle { kind, key: &key, of_circle: Some(id), name, families: None, ..*new }).await?;
    }
    Ok(id)
}

async fn put(tx: &mut Tx, new: &NewCircle<'_>) -> Result<CircleId> {
    let (fresh, now): (CircleId, Moment) = (tx.id(), tx.now());
    let kept: Option<CircleId> = tx
        .value(
            "insert into circle (id, school_id, kind, year, academy, key, of_circle, name, sort_key, since) \
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) \
             on conflict (academy, kind, year, key) do update \
             set name = excluded.name, sort_key = excluded.sort_key, until = null \
             where circle.school_id = excluded.school_id returning id",
            args![
                fresh,
                new.school,
                new.kind,
                new.year,
                new.academy,
                new.key,
                new.of_circle,
                new.name,
                fold(new.name),
                now
            ],
        )
        .await?;
    kept.ok_or(db::Error::Conflict)
}

/// Ends a circle and its families: nobody sits there any more, nothing of it is lost.
///
/// # Errors
/// A fault of the database.
pub async fn close(tx: &mut Tx, id: CircleId) -> Result<()> {
    let now = tx.now();
    tx.change(
        "update circle set until = $2 where until is null and (id = $1 or (of_circle = $1 and kind = 'families'))",
        args![id, now],
    )
    .await
}

/// Seats a person in a circle as a source says it; what one source says, another does not undo. Twice is the same as once.
///
/// # Errors
/// A fault of the database.
pub async fn seat_from(tx: &mut Tx, source: Source, circle: CircleId, person: PersonId, role: Role) -> Result<()> {
    let now = tx.now();
    tx.change(
        "insert into member (circle_id, person_id, role, source, since) values ($1, $2, $3, $4, $5) \
         on conflict (circle_id, person_id, role, source) do update set since = excluded.since, until = null \
         where member.until is not null",
        args![circle, person, role, source, now],
    )
    .await
}

/// Seats a person in a circle by hand; the seat survives every import. Seating twice is the same as once.
///
/// # Errors
/// A fault of the database.
pub async fn seat(tx: &mut Tx, circle: CircleId, person: PersonId, role: Role, until: Option<Moment>) -> Result<()> {
    let now = tx.now();
    tx.change(
        "insert into member (circle_id, person_id, role, source, since, until) values ($1, $2, $3, 'hand', $4, $5) \
         on conflict (circle_id, person_id, role, source) do update set until = excluded.until",
        args![circle, person, role, now, until],
    )
    .await
}

/// Ends a seat given by hand.
///
/// # Errors
/// [`db::Error::NotFound`] when there is no such seat; a fault of the database.
pub async fn unseat(tx: &mut Tx, circle: CircleId, person: PersonId, role: Role) -> Result<()> {
    let now = tx.now();
    let ended = tx
        .changed_rows(
            "update member set until = $4 where circle_id = $1 and person_id = $2 and role = $3 and source = 'hand' \
             and (until is null or until > $4)",
            args![circle, person, role, now],
        )
        .await?;
    if ended == 0 { Err(db::Error::NotFound) } else { Ok(()) }
}

/// Every circle somebody is told something by: those sat in, the families of the classes taught in, and the classes of
/// a school with their families for its head. As one bound value.
///
/// # Errors
/// A fault of the database.
pub async fn told_by(tx: &mut Tx, viewer: &Viewer) -> Result<String> {
    let taught = id_list(viewer.seats.iter().filter(|seat| seat.role == Role::Teacher).map(|seat| seat.circle));
    let headed = id_list(viewer.headed().into_iter().map(|seat| seat.school));
    let rows: Vec<CircleId> = tx
        .column(
            // Two halves, for each its index: an « or » would read every circle of the région.
            "select id from circle where of_circle in (select unhex(value) from json_each($1)) and kind = 'families' \
                 and until is null \
             union all select id from circle where school_id in (select unhex(value) from json_each($2)) \
                 and kind in ('class', 'group', 'families') and until is null",
            args![taught, headed],
        )
        .await?;
    Ok(id_list(viewer.circles().chain(rows)))
}

/// The circles by which some classes are told something, theirs and those of their families, for those who look after
/// these classes: their teachers, the head. Others get nothing.
///
/// # Errors
/// A fault of the database.
pub async fn told_with(
    tx: &mut Tx,
    viewer: &Viewer,
    classes: impl IntoIterator<Item = CircleId>,
) -> Result<Vec<CircleId>> {
    let rows: Vec<(CircleId, SchoolId, Option<CircleId>)> = tx
        .all(
            "select id, school_id, of_circle from circle where id in (select unhex(value) from json_each($1)) \
             union all select id, school_id, of_circle from circle \
                 where of_circle in (select unhex(value) from json_each($1)) and kind = 'families'",
            args![id_list(classes)],
        )
        .await?;
    let seen = rows.into_iter().filter(|(id, school, of)| viewer.may_in(Right::SeeClass, of.unwrap_or(*id), *school));
    Ok(seen.map(|row| row.0).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_family_and_a_team_lead_back_to_their_child_and_their_class() {
        let drawn = Uuid::from_u128(0x0197_0000_0000_7abc_8000_0000_0000_0042);
        let (child, class) = (PersonId(drawn), CircleId(drawn));
        let (family, team) = (CircleId::family_of(child), CircleId::team_of(class));
        assert_eq!(family.child(), Some(child));
        assert_eq!(team.taught_class(), Some(class));
        assert!(family != team && family != class && team != class);
        assert_eq!((class.child(), class.taught_class(), family.taught_class()), (None, None, None));
    }
}
