//! Where people stand: the schools and classes they are in, and as whom. Adults responsible for a pupil stand where the pupil is.

use crate::matrix::Whom;
use db::{FromRow, Result, Tx, args, id_list};
use school::{CircleId, CircleKind, PersonId, Role, SchoolId};
use std::collections::HashMap;

/// A place of somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// As whom.
    pub whom: Whom,
    /// The role held there.
    pub role: Role,
    /// The school.
    pub school: SchoolId,
    /// Its name.
    pub school_name: String,
    /// Code of its académie.
    pub academy: String,
    /// The class, when it is a place in one.
    pub class: Option<CircleId>,
    /// Its name.
    pub class_name: Option<String>,
    /// The child it is held for.
    pub child: Option<PersonId>,
}

#[derive(FromRow)]
struct Row {
    person: PersonId,
    school: SchoolId,
    school_name: String,
    academy: String,
    kind: CircleKind,
    circle: CircleId,
    name: String,
    role: Role,
    child: Option<PersonId>,
}

// Classes come before schools: the nearest is said first.
const PLACES: &str = "\
select m.person_id as person, c.school_id as school, s.name as school_name, s.academy, c.kind, c.id as circle, c.name, \
    m.role, cast(null as uuid) as child, c.sort_key \
from member m join circle c on c.id = m.circle_id and c.until is null and c.kind in ('school', 'staff', 'class') \
join school s on s.id = c.school_id \
where m.person_id in (select unhex(value) from json_each($1)) and m.since <= $2 and (m.until is null or m.until > $2) \
union all \
select g.adult_id, c.school_id, s.name, s.academy, c.kind, c.id, c.name, 'guardian', g.child_id, c.sort_key \
from guardianship g join member m on m.person_id = g.child_id and m.role = 'pupil' \
    and m.since <= $2 and (m.until is null or m.until > $2) \
join circle c on c.id = m.circle_id and c.until is null and c.kind in ('school', 'class') \
join school s on s.id = c.school_id \
where g.adult_id in (select unhex(value) from json_each($1)) and g.until is null \
order by 1, 5, 10, 6, 8, 9";

/// The places of some people. Names and seats only: what is shown of them is the business of [`crate::looker`].
///
/// # Errors
/// A fault of the database.
pub async fn of(tx: &mut Tx, people: &[PersonId]) -> Result<HashMap<PersonId, Vec<Place>>> {
    let rows: Vec<Row> = tx.all(PLACES, args![id_list(people.iter().copied()), tx.now()]).await?;
    let mut places: HashMap<PersonId, Vec<Place>> = HashMap::new();
    for row in rows {
        let person = row.person;
        if let Some(place) = row.place() {
            places.entry(person).or_default().push(place);
        }
    }
    Ok(places)
}

impl Row {
    fn place(self) -> Option<Place> {
        let in_class = self.kind == CircleKind::Class;
        Some(Place {
            whom: whom(self.role)?,
            role: self.role,
            school: self.school,
            school_name: self.school_name,
            academy: self.academy,
            class: in_class.then_some(self.circle),
            class_name: in_class.then_some(self.name),
            child: self.child,
        })
    }
}

fn whom(role: Role) -> Option<Whom> {
    match role {
        Role::Pupil => Some(Whom::Pupil),
        Role::Guardian => Some(Whom::Parent),
        Role::Teacher | Role::Head | Role::Deputy => Some(Whom::Teacher),
        Role::Staff | Role::TownAgent => Some(Whom::Staff),
        Role::Guest => Some(Whom::Guest),
        Role::Reader
        | Role::AcademyAdmin
        | Role::DistrictAdmin
        | Role::DistrictAdviser
        | Role::TownEditor
        | Role::TownOfficer
        | Role::HelpAgent
        | Role::DataOfficer
        | Role::SchemeOfficer => None,
    }
}
