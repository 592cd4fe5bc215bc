//! A group: a circle of pupils and adults somebody made, for something, until a day.

use crate::{
    challenge, part,
    part::{Part, State},
};
use db::{Day, Error, FromRow, Moment, Result, Tx, args};
use jiff::civil::Date;
use school::{
    CircleId, CircleKind, PersonId, Right, Role, SchoolId, SchoolYear, Seat, Viewer, person::full, rights::carries,
    text_enum, viewer::or_not_found,
};

text_enum! {
    /// What a group is for.
    Purpose {
        /// A need of some pupils for some time.
        Need = "need",
        /// A level taught across classes.
        Level = "level",
        /// A project.
        Project = "project",
        /// A workshop, a choir, a club.
        Club = "club",
        /// What the inspection proposes to the classes of a territory (*défi*).
        Challenge = "challenge",
    }
}

/// A group.
#[derive(Debug, Clone, FromRow)]
pub struct Group {
    /// Its circle.
    #[sqlx(rename = "circle_id")]
    pub id: CircleId,
    /// The school that holds it.
    pub school_id: SchoolId,
    /// The name of that school.
    pub school_name: String,
    /// Code of the académie of that school.
    pub academy: String,
    /// Its name.
    pub name: String,
    /// What tells its circle from others.
    pub key: String,
    /// Its school year.
    pub year: i64,
    /// What it is for.
    pub purpose: Purpose,
    /// Whether its pupils follow a rule.
    pub by_rule: bool,
    /// The territory a challenge is proposed to.
    pub scope: Option<String>,
    /// Who made it, when it is somebody of the school.
    pub owner_id: Option<PersonId>,
    owner_first: Option<String>,
    owner_last: Option<String>,
    /// Its last day.
    pub ends_on: Day,
    /// When it ended.
    pub ended_at: Option<Moment>,
}

/// One list of columns for the ways groups are found.
macro_rules! select_groups {
    ($condition:literal) => {
        concat!(
            "select g.circle_id, g.school_id, s.name as school_name, s.academy, c.name, c.key, c.year, g.purpose, \
                g.by_rule, g.scope, g.owner_id, p.first_name as owner_first, p.last_name as owner_last, g.ends_on, \
                g.ended_at \
             from groups_group g join circle c on c.id = g.circle_id join school s on s.id = g.school_id \
             left join person p on p.id = g.owner_id ",
            $condition
        )
    };
}
pub(crate) use select_groups;

impl Group {
    /// Reads a group. For whoever asks next whether the viewer may know of it.
    pub(crate) async fn read(tx: &mut Tx, id: CircleId) -> Result<Self> {
        tx.one(select_groups!("where g.circle_id = $1"), args![id]).await
    }

    /// The address of its page.
    pub fn path(&self) -> String {
        format!("/groupes/{}", self.id)
    }

    /// The address of what one school gives to it.
    pub fn part_path(&self, school: SchoolId) -> String {
        format!("/groupes/{}/ecoles/{school}", self.id)
    }

    /// Who made it, by name.
    pub fn owner(&self) -> Option<String> {
        Some(full(self.owner_first.as_deref()?, self.owner_last.as_deref()?))
    }

    /// Whether it is a challenge.
    pub fn is_challenge(&self) -> bool {
        self.scope.is_some()
    }

    /// The kind of its circle: a challenge has its own, in which nothing is published.
    pub(crate) fn kind(&self) -> CircleKind {
        if self.is_challenge() { CircleKind::Challenge } else { CircleKind::Group }
    }

    /// Whether it is of the school year of a day: a group of a past year is read, and no longer changed.
    pub fn is_of_year(&self, day: Date) -> bool {
        self.year == SchoolYear::of(day).0
    }

    /// Whether the viewer changes it: who made it, those who teach in it, the head of the school that holds it. A challenge is
    /// meant for a territory: whoever has a task over it alone, and no school that lends it a place.
    fn is_managed_by(&self, viewer: &Viewer) -> bool {
        if self.is_challenge() {
            return self.is_proposed_by(viewer);
        }
        let works = schools(viewer).contains(&self.school_id);
        let owns = self.owner_id.is_some_and(|owner| viewer.people.iter().any(|me| me.id == owner));
        let sits = || viewer.seats.iter().any(|seat| seat.circle == self.id && seat.role == Role::Teacher);
        runs(viewer, self.school_id) || (works && (owns || sits()))
    }

    fn is_proposed_by(&self, viewer: &Viewer) -> bool {
        let scope = self.scope.as_deref();
        scope.is_some_and(|scope| viewer.territories(Right::MakeGroups).any(|it| it.to_string() == scope))
    }
}

/// A group, as somebody of a school or of the inspection sees it.
#[derive(Debug, Clone)]
pub struct Desk {
    /// The group.
    pub group: Group,
    /// The other schools.
    pub parts: Vec<Part>,
    /// Whether the viewer changes it, asks other schools, ends it.
    pub manages: bool,
    /// The schools where the viewer makes groups.
    pub own: Vec<SchoolId>,
    /// Whether the viewer sits in it.
    sits: bool,
}

impl Desk {
    /// A group the viewer sees: those who teach in a school of it or sit in it as adults; a head asked to join; for a
    /// challenge, those who teach in the territory and those who have it in charge.
    ///
    /// # Errors
    /// [`Error::NotFound`] to everybody else; a fault of the database.
    pub async fn load(tx: &mut Tx, viewer: &Viewer, id: CircleId) -> Result<Self> {
        let group = Group::read(tx, id).await?;
        let parts = part::of(tx, &group).await?;
        let adult = |role: Role| matches!(role, Role::Teacher | Role::Staff | Role::Guest);
        let sits = viewer.seats.iter().any(|seat| seat.circle == id && adult(seat.role));
        let desk = Self { manages: group.is_managed_by(viewer), own: schools(viewer), sits, group, parts };
        let asked = || desk.parts.iter().any(|part| part.is_asked() && runs(viewer, part.school_id));
        let sees = desk.manages || desk.is_inside() || asked() || desk.is_proposed(tx).await?;
        or_not_found(sees)?;
        Ok(desk)
    }

    /// The same, to change it.
    ///
    /// # Errors
    /// As [`Desk::load`]; [`Error::Forbidden`] to those who only see it, and for a group of a past year.
    pub async fn load_to_manage(tx: &mut Tx, viewer: &Viewer, id: CircleId) -> Result<Self> {
        let desk = Self::load(tx, viewer, id).await?;
        let changes = desk.manages && desk.group.is_of_year(tx.now().day());
        if changes { Ok(desk) } else { Err(Error::Forbidden) }
    }

    /// Whether the viewer is of the group: sits in it, or works in a school of it.
    fn is_inside(&self) -> bool {
        let joined = || self.parts.iter().filter(|part| part.is_in()).map(|part| part.school_id);
        self.sits || [self.group.school_id].into_iter().chain(joined()).any(|school| self.own.contains(&school))
    }

    async fn is_proposed(&self, tx: &mut Tx) -> Result<bool> {
        let Some(scope) = &self.group.scope else { return Ok(false) };
        for school in &self.own {
            if challenge::reaches(tx, scope, *school).await? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Whether the viewer reads the names of the pupils of a school: those of one's own, and of the others of a group one is
    /// of. In a challenge the classes of other schools stay a name and a number.
    pub fn names(&self, school: Option<SchoolId>) -> bool {
        let own = school.is_some_and(|school| self.own.contains(&school));
        own || (!self.group.is_challenge() && self.is_inside())
    }

    /// Whether the viewer says which pupils and adults of a school are in it: for the school that holds it those who manage
    /// the group, for another its head, and its teachers who sit in the group.
    pub fn keeps(&self, viewer: &Viewer, school: SchoolId) -> bool {
        if self.group.is_challenge() || self.group.ended_at.is_some() {
            return false;
        }
        if school == self.group.school_id {
            return self.manages;
        }
        let Some(part) = self.parts.iter().find(|part| part.school_id == school) else { return false };
        let teaches = |it: &Seat| it.circle == self.group.id && it.role == Role::Teacher && it.school == school;
        match part.state {
            State::Asked => runs(viewer, school),
            State::In => runs(viewer, school) || viewer.seats.iter().any(teaches),
            State::Out => false,
        }
    }
}

/// The schools where the viewer makes groups.
pub fn schools(viewer: &Viewer) -> Vec<SchoolId> {
    let mut schools: Vec<SchoolId> = Vec::new();
    for seat in viewer.seats.iter().filter(|seat| seat.kind == CircleKind::Staff) {
        if carries(seat.role, Right::MakeGroups) && !schools.contains(&seat.school) {
            schools.push(seat.school);
        }
    }
    schools
}

/// Whether the viewer answers for a school: its head, a deputy.
pub fn runs(viewer: &Viewer, school: SchoolId) -> bool {
    let answers = |role: Role| matches!(role, Role::Head | Role::Deputy);
    viewer.seats.iter().any(|seat| seat.school == school && seat.kind == CircleKind::Staff && answers(seat.role))
}
