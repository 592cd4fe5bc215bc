//! A record of any kind, and what a delivery asks to do with it.

use crate::reading::Reading;
use crate::{Entity, Guardian, Modification, Pupil, Reason, School, Staff};

/// One record. Boxed, so that handing it over moves a pointer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Record {
    /// `EtabEducNat`.
    School(Box<School>),
    /// `Eleve`.
    Pupil(Box<Pupil>),
    /// `PersRelEleve`.
    Guardian(Box<Guardian>),
    /// `PersEducNat`.
    Staff(Box<Staff>),
}

/// One request of a delivery (interfaces.md §1.2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Request {
    /// Create the record or overwrite it.
    Add(Record),
    /// Replace the values of some attributes.
    Modify(Modification),
    /// End the record.
    Delete {
        /// Its kind.
        entity: Entity,
        /// Its jointure.
        id: i64,
    },
}

impl Record {
    /// An empty record.
    pub fn new(entity: Entity, id: i64) -> Self {
        match entity {
            Entity::School => Self::School(Box::new(School { id, ..School::default() })),
            Entity::Pupil => Self::Pupil(Box::new(Pupil { id, ..Pupil::default() })),
            Entity::Guardian => Self::Guardian(Box::new(Guardian { id, ..Guardian::default() })),
            Entity::Staff => Self::Staff(Box::new(Staff { id, ..Staff::default() })),
        }
    }

    /// The kind of the record.
    pub const fn entity(&self) -> Entity {
        match self {
            Self::School(_) => Entity::School,
            Self::Pupil(_) => Entity::Pupil,
            Self::Guardian(_) => Entity::Guardian,
            Self::Staff(_) => Entity::Staff,
        }
    }

    /// The jointure of the record.
    pub fn id(&self) -> i64 {
        match self {
            Self::School(school) => school.id,
            Self::Pupil(pupil) => pupil.id,
            Self::Guardian(guardian) => guardian.id,
            Self::Staff(staff) => staff.id,
        }
    }

    /// Replaces the values of the attribute being read; false when the attribute is unknown.
    pub(crate) fn set(&mut self, values: &[&str], reading: &mut Reading<'_>) -> bool {
        match self {
            Self::School(school) => school.set(values, reading),
            Self::Pupil(pupil) => pupil.set(values, reading),
            Self::Guardian(guardian) => guardian.set(values, reading),
            Self::Staff(staff) => staff.set(values, reading),
        }
    }

    /// Fills what can be deduced; false, and a finding, when the record lacks what it cannot live without.
    pub(crate) fn complete(&mut self, reading: &mut Reading<'_>) -> bool {
        match self {
            Self::School(school) => school.complete(reading),
            Self::Pupil(pupil) => complete_name(&mut pupil.last_name, &pupil.birth_name, &pupil.first_name, reading),
            Self::Guardian(adult) => complete_name(&mut adult.last_name, &adult.birth_name, &adult.first_name, reading),
            Self::Staff(adult) => complete_name(&mut adult.last_name, &adult.birth_name, &adult.first_name, reading),
        }
    }
}

/// The name in use falls back to the birth name (interfaces.md §1.5); without any name there is nobody.
fn complete_name(
    last_name: &mut String,
    birth_name: &Option<String>,
    first_name: &str,
    reading: &mut Reading<'_>,
) -> bool {
    reading.attribute = "ENTPersonNom";
    if let (true, Some(birth_name)) = (last_name.is_empty(), birth_name) {
        reading.warn(Reason::BirthNameUsed, birth_name);
        last_name.clone_from(birth_name);
    }
    if last_name.is_empty() {
        reading.reject(Reason::EmptyName, "");
        return false;
    }
    if first_name.is_empty() {
        reading.attribute = "ENTPersonPrenom";
        reading.reject(Reason::EmptyName, "");
        return false;
    }
    true
}
