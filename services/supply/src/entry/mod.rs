//! People entered by hand: a pupil of the first morning, a speaker until a day, somebody of the commune, an AESH.
//!
//! An entry is a person of source `hand` with a row that says who entered it and until when. It is not a person of the
//! deliveries: when one of these turns out to be the same, it takes the place of the entry ([`crate::double`]). Whom ONDE or
//! another entry took over is not found here any more, and nobody ends it by hand; the row stays, for what is put back.

mod act;
pub mod adult;
pub mod adult_form;
pub mod day;
mod expiry;
pub mod pupil;
pub mod pupil_form;
pub mod resemblance;
mod seats;
pub mod typed;

use db::{Day, FromRow, Moment, Result, Tx, args};
use jiff::civil::Date;
use school::{
    Circle, CircleId, CircleKind, PersonId, PersonKind, Right, Role, SchoolId, Viewer, person::full, text_enum,
    viewer::or_not_found,
};
use std::collections::HashMap;

pub use act::end;
pub use expiry::NIGHT;

use act::{Correction, correct, leave, note};

text_enum! {
    /// Whom a school enters.
    EntryKind {
        /// A pupil the deliveries do not know yet.
        Pupil = "pupil",
        /// Somebody who comes for a time.
        Guest = "guest",
        /// Somebody the commune employs.
        Agent = "agent",
        /// Somebody who accompanies pupils with a disability.
        Aesh = "aesh",
        /// Somebody who replaces a teacher, and opens a class by the code the head hands over.
        Substitute = "substitute",
    }
}

impl EntryKind {
    /// The adults, in the order of the form.
    pub const ADULTS: [Self; 4] = [Self::Guest, Self::Agent, Self::Aesh, Self::Substitute];

    /// What the directory says such a person is.
    pub fn person(self) -> PersonKind {
        match self {
            Self::Pupil => PersonKind::Pupil,
            Self::Guest => PersonKind::Guest,
            Self::Agent => PersonKind::Agent,
            Self::Aesh | Self::Substitute => PersonKind::Staff,
        }
    }

    /// The seat such a person has.
    pub fn role(self) -> Role {
        match self {
            Self::Pupil => Role::Pupil,
            Self::Guest => Role::Guest,
            Self::Agent => Role::TownAgent,
            Self::Aesh | Self::Substitute => Role::Staff,
        }
    }

    /// Whether such a person is of the team, and not in some classes only.
    pub fn is_of_team(self) -> bool {
        matches!(self, Self::Agent | Self::Aesh | Self::Substitute)
    }
}

/// Somebody entered by hand.
#[derive(Debug, Clone, FromRow)]
pub struct Entry {
    /// The person.
    pub person_id: PersonId,
    /// The school that entered the person.
    pub school_id: SchoolId,
    /// As what.
    pub kind: EntryKind,
    /// The last day, when there is one.
    pub until: Option<Day>,
    /// When it was entered.
    pub entered_at: Moment,
    /// When somebody ended it, or its last day did.
    pub ended_at: Option<Moment>,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// The day of birth, ISO.
    pub birth_day: Option<String>,
    /// The address of a letter box.
    pub email: Option<String>,
    /// Level code of a pupil.
    pub level: Option<String>,
}

macro_rules! select_entries {
    ($condition:literal) => {
        concat!(
            "select e.person_id, e.school_id, e.kind, e.until, e.entered_at, e.ended_at, p.first_name, p.last_name, ",
            "p.birth_day, p.email, p.level from supply_entry e join person p on p.id = e.person_id ",
            "where e.school_id = $1 and p.source = 'hand' and p.merged_into is null and ",
            $condition
        )
    };
}

impl Entry {
    /// An entry of a school, for those who run its people. One whose place was taken is not found.
    ///
    /// # Errors
    /// [`db::Error::NotFound`] when there is none, or the viewer does not run the people of the school.
    pub async fn load(tx: &mut Tx, viewer: &Viewer, school: SchoolId, person: PersonId) -> Result<Self> {
        or_not_found(viewer.may_at(Right::EnterPeople, school))?;
        Self::of(tx, school, person).await
    }

    /// A pupil entered in a class, for those who enter pupils there.
    ///
    /// # Errors
    /// [`db::Error::NotFound`] when there is none, or the viewer does not enter pupils in the class.
    pub async fn load_pupil(tx: &mut Tx, viewer: &Viewer, class: CircleId, person: PersonId) -> Result<(Circle, Self)> {
        let class = class_of(tx, viewer, class).await?;
        let entry = Self::of(tx, class.school_id, person).await?;
        let now = tx.now();
        let seated = tx
            .count(
                "select count(*) as n from member where circle_id = $1 and person_id = $2 and role = 'pupil' \
                 and source = 'hand' and (until is null or until > $3)",
                args![class.id, person, now],
            )
            .await?;
        or_not_found(entry.kind == EntryKind::Pupil && seated > 0)?;
        Ok((class, entry))
    }

    async fn of(tx: &mut Tx, school: SchoolId, person: PersonId) -> Result<Self> {
        tx.one(select_entries!("e.person_id = $2"), args![school, person]).await
    }

    /// « Zoé Martin ».
    pub fn name(&self) -> String {
        full(&self.first_name, &self.last_name)
    }

    /// Whether it is over on a day.
    pub fn is_over(&self, today: Date) -> bool {
        self.ended_at.is_some() || self.last_day().is_some_and(|last| last < today)
    }

    /// The last day, when there is one.
    pub fn last_day(&self) -> Option<Date> {
        self.until.as_ref().and_then(Day::date)
    }
}

/// Everybody a school entered whom no source took over, the last first.
///
/// # Errors
/// [`db::Error::NotFound`] when the viewer does not run the people of the school; a fault of the database.
pub async fn of_school(tx: &mut Tx, viewer: &Viewer, school: SchoolId) -> Result<Vec<Entry>> {
    or_not_found(viewer.may_at(Right::EnterPeople, school))?;
    tx.all(select_entries!("1 = 1 order by e.entered_at desc, p.sort_key, p.id"), args![school]).await
}

/// The pupils entered by hand who sit in a class, in the order of names.
///
/// # Errors
/// A fault of the database.
pub async fn of_class(tx: &mut Tx, class: &Circle) -> Result<Vec<Entry>> {
    let now = tx.now();
    tx.all(
        select_entries!(
            "e.kind = 'pupil' and e.person_id in (select m.person_id from member m \
             where m.circle_id = $2 and m.source = 'hand' and m.role = 'pupil' and (m.until is null or m.until > $3)) \
             order by p.sort_key, p.id"
        ),
        args![class.school_id, class.id, now],
    )
    .await
}

/// The classes and groups the people a school entered sit in, classes first.
///
/// # Errors
/// A fault of the database.
pub async fn places_of(tx: &mut Tx, school: SchoolId) -> Result<HashMap<PersonId, Vec<(CircleId, String)>>> {
    let now = tx.now();
    let rows: Vec<(PersonId, CircleId, String)> = tx
        .all(
            "select m.person_id, c.id, c.name from supply_entry e join member m on m.person_id = e.person_id \
             join circle c on c.id = m.circle_id and c.kind in ('class', 'group') and c.until is null \
             where e.school_id = $1 and m.source = 'hand' and (m.until is null or m.until > $2) \
             order by c.kind, c.sort_key, c.id",
            args![school, now],
        )
        .await?;
    let mut places: HashMap<PersonId, Vec<(CircleId, String)>> = HashMap::new();
    for (person, circle, name) in rows {
        places.entry(person).or_default().push((circle, name));
    }
    Ok(places)
}

/// A class that goes on, in which a viewer may enter pupils.
///
/// # Errors
/// [`db::Error::NotFound`] when it is none, or the viewer may not.
pub async fn class_of(tx: &mut Tx, viewer: &Viewer, id: CircleId) -> Result<Circle> {
    let class = Circle::load_current(tx, id).await?;
    or_not_found(class.kind == CircleKind::Class && viewer.may_in(Right::EnterPupil, id, class.school_id))?;
    Ok(class)
}
