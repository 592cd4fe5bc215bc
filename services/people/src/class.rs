//! « La classe »: who is in it, as one viewer sees them.

use crate::{
    card::name,
    face::{self, Face},
    looker::{Looker, Seen, Subject},
    matrix::Sight,
    place, shown,
};
use commons::image_right::State;
use db::{FromRow, Result, Tx, args, fold, id_list};
use school::{
    Circle, CircleId, CircleKind, PersonId, Right, Role, SchoolYear, Viewer, select_circles, viewer::or_not_found,
};

/// A class, as a viewer sees it.
#[derive(Debug, Clone)]
pub struct Class {
    /// Its circle.
    pub circle: Circle,
    /// Whether the viewer is in charge of it: keeps the faces, reaches the families.
    pub manages: bool,
}

/// Somebody of a class.
#[derive(Debug, Clone)]
pub struct Member {
    /// The person.
    pub id: PersonId,
    /// The name, as much of it as is seen.
    pub name: String,
    /// The role in the class.
    pub role: Role,
    /// Level code of a pupil (MEFSTAT4, interfaces.md §1.8).
    pub level: Option<String>,
    /// What is seen.
    pub sight: Sight,
    /// The face, when it is shown.
    pub face: Option<Face>,
    first_key: String,
}

/// In which order pupils stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Order {
    /// By last name.
    #[default]
    Last,
    /// By first name.
    First,
}

#[derive(FromRow)]
struct Row {
    id: PersonId,
    first_name: String,
    last_name: String,
    level: Option<String>,
    role: Role,
}

impl Class {
    /// A class the viewer sees: its pupils and their parents, those who work with the pupils of the school.
    ///
    /// # Errors
    /// [`db::Error::NotFound`] to everybody else, for circles of another kind, and for a class that is over.
    pub async fn load(tx: &mut Tx, viewer: &Viewer, id: CircleId) -> Result<(Self, Looker)> {
        let circle = Circle::load_current(tx, id).await?;
        let looker = Looker::of(tx, viewer).await?;
        let sees = looker.works_in(circle.school_id) || looker.is_of_class(id);
        or_not_found(circle.kind == CircleKind::Class && sees)?;
        let manages = viewer.may_in(Right::SeeClass, id, circle.school_id);
        Ok((Self { circle, manages }, looker))
    }

    /// A class the viewer is in charge of: its teachers, the head, a deputy.
    ///
    /// # Errors
    /// As [`Class::load`]; [`db::Error::Forbidden`] to those who only see it.
    pub async fn load_to_manage(tx: &mut Tx, viewer: &Viewer, id: CircleId) -> Result<Self> {
        let (class, _) = Self::load(tx, viewer, id).await?;
        if class.manages { Ok(class) } else { Err(db::Error::Forbidden) }
    }

    /// The address of its faces.
    pub fn path(&self) -> String {
        path(self.circle.id)
    }

    /// Its pupils, whoever looks. For those in charge of it.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn pupils(&self, tx: &mut Tx) -> Result<Vec<school::person::Name>> {
        school::circle::members(tx, self.circle.id, Role::Pupil).await
    }

    /// Those the viewer sees: pupils, then adults.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn members(&self, tx: &mut Tx, looker: &Looker, order: Order) -> Result<[Vec<Member>; 2]> {
        let rows: Vec<Row> = tx.all(MEMBERS, args![self.circle.id, tx.now()]).await?;
        let ids: Vec<PersonId> = rows.iter().map(|row| row.id).collect();
        let mut places = place::of(tx, &ids).await?;
        let mut faces = face::of(tx, &ids).await?;
        let shown = shown::of(tx, &ids).await?;
        let pupils: Vec<PersonId> = rows.iter().filter(|row| row.role == Role::Pupil).map(|row| row.id).collect();
        let rights = face::rights(tx, &self.circle, &pupils).await?;
        let mut seen_members = [Vec::new(), Vec::new()];
        for row in rows {
            let places = places.remove(&row.id).unwrap_or_default();
            let mut seen = looker.sees(&Subject { id: row.id, places: &places, academy: None, listed: false });
            if !seen.is_something() {
                continue;
            }
            let is_pupil = row.role == Role::Pupil;
            if is_pupil && looker.is_child() {
                seen.sight = Sight::Initial;
            }
            let chosen = shown.get(&row.id).cloned().unwrap_or_default();
            let shows = match is_pupil {
                true => seen.face && rights.get(&row.id) == Some(&State::Yes),
                false => seen.sight == Sight::Contacts || chosen.photo_to.reaches(&seen.audiences),
            };
            let face = faces.remove(&row.id).filter(|_| shows);
            seen_members[usize::from(!is_pupil)].push(row.member(&seen, face));
        }
        if order == Order::First {
            seen_members[0].sort_by(|one, other| one.first_key.cmp(&other.first_key));
        }
        Ok(seen_members)
    }
}

/// The address of the faces of a class.
pub fn path(class: CircleId) -> String {
    format!("/classes/{class}/trombinoscope")
}

const MEMBERS: &str = "\
select distinct p.id, p.first_name, p.last_name, p.level, m.role, p.sort_key from member m \
join person p on p.id = m.person_id and p.gone_at is null \
where m.circle_id = $1 and m.role in ('pupil', 'teacher', 'staff', 'town-agent', 'guest') \
and m.since <= $2 and (m.until is null or m.until > $2) order by p.sort_key, p.id, m.role";

impl Row {
    fn member(self, seen: &Seen, face: Option<Face>) -> Member {
        Member {
            id: self.id,
            name: name(seen.sight, &self.first_name, &self.last_name),
            role: self.role,
            level: self.level,
            sight: seen.sight,
            face,
            first_key: fold(&self.first_name),
        }
    }
}

/// The classes a viewer is of, in the order of their names; those of a level or of all the school are none.
///
/// # Errors
/// A fault of the database.
pub async fn own(tx: &mut Tx, looker: &Looker) -> Result<Vec<Circle>> {
    tx.all(
        select_circles!(
            "c.id in (select unhex(value) from json_each($1)) and c.kind = 'class' and c.until is null \
             order by c.sort_key, c.id"
        ),
        args![id_list(looker.own_classes())],
    )
    .await
}

/// The classes whose people a viewer may look for: all those of a school for those who work there, else one's own.
///
/// # Errors
/// A fault of the database.
pub async fn searched(tx: &mut Tx, looker: &Looker) -> Result<Vec<Circle>> {
    let year = SchoolYear::of(tx.now().day()).0;
    let mut classes = own(tx, looker).await?;
    for school in looker.schools() {
        for class in school::circle::classes(tx, school, year).await? {
            if classes.iter().all(|known| known.id != class.id) {
                classes.push(class);
            }
        }
    }
    Ok(classes)
}
