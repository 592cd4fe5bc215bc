//! The viewer: somebody signed in, with all persons, seats, children and grants.

use crate::{
    AccountId, CircleId, CircleKind, Door, PersonId, PersonKind, Right, Role, School, SchoolId, Territory, Whom,
    closed, person::short, rights::carries, territory,
};
use db::{Error, FromRow, Result, Tx, args, id_list};
use std::borrow::Cow;

/// Somebody signed in. Every loader of the house takes one.
#[derive(Debug, Clone)]
pub struct Viewer {
    /// The account signed in with.
    pub account: AccountId,
    /// The directory entries it holds; none for an administrator who is in no directory.
    pub people: Vec<Me>,
    /// The name given to an account that is in no directory.
    pub given_name: Option<String>,
    /// Every circle the viewer sits in, as oneself or for a child.
    pub seats: Vec<Seat>,
    /// Tasks given over a territory.
    pub grants: Vec<Grant>,
    /// The door of the session.
    pub door: Door,
    /// The seats that give nothing here, for this door does not lead to them, or their school closed the service the viewer is
    /// in ([`Viewer::within`]). What their school closed stays closed.
    pub behind: Vec<Seat>,
}

/// One directory entry of the viewer.
#[derive(Debug, Clone, FromRow)]
pub struct Me {
    /// The person.
    pub id: PersonId,
    /// What the directory says the person is.
    pub kind: PersonKind,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// Level code of a pupil (MEFSTAT4, interfaces.md §1.8).
    pub level: Option<String>,
    /// Whether the directory holds the person no more.
    pub gone: bool,
    /// Whether the person was entered to read with a family, that family still inviting or not.
    pub invited: bool,
}

/// A seat in a circle.
#[derive(Debug, Clone, FromRow)]
pub struct Seat {
    /// The circle.
    pub circle: CircleId,
    /// Its school; for a group that gathers several, the one of whoever sits there.
    pub school: SchoolId,
    /// The school's name.
    pub school_name: String,
    /// Its kind.
    pub kind: CircleKind,
    /// Its name.
    pub name: String,
    /// The circle it is a part of, or whose families it gathers.
    pub of_circle: Option<CircleId>,
    /// The role held in it.
    pub role: Role,
    /// Which of the viewer's persons sits there.
    pub person: PersonId,
    /// For which child, when the seat is a guardian's.
    pub child: Option<PersonId>,
    /// The child's first name.
    pub child_first_name: Option<String>,
    /// The child's last name.
    pub child_last_name: Option<String>,
    /// Code of the school's académie.
    pub academy: String,
    /// The school's national code; its département begins it.
    pub uai: String,
    /// The number of the school's circonscription in the deliveries of its académie.
    pub district: Option<i64>,
    /// The school's town.
    pub town: Option<String>,
    /// What the school closed to whom: « messages:pupil ».
    pub closed: String,
}

/// A child of the viewer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Child {
    /// The child.
    pub id: PersonId,
    /// First name.
    pub first_name: String,
    /// « Zoé M. »
    pub short_name: String,
}

/// A task over a territory: « academy:16 ».
#[derive(Debug, Clone, FromRow)]
pub struct Grant {
    /// The task.
    pub role: Role,
    /// The territory, kind and code.
    pub scope: String,
}

/// What pages are laid out for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Profile {
    /// A child.
    Pupil,
    /// A parent.
    Guardian,
    /// Other staff.
    Staff,
    /// A teacher.
    Teacher,
    /// A head.
    Head,
    /// Somebody of a commune or a grouping.
    Town,
    /// Somebody of the académie.
    Administrator,
}

impl Viewer {
    /// Gathers a viewer from the database.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn load(tx: &mut Tx, account: AccountId) -> Result<Self> {
        let people = tx.all(PEOPLE, args![account]).await?;
        let seats = tx.all(SEATS, args![account, tx.now()]).await?;
        let grants = match people.is_empty() {
            true => tx.all(GRANTS, args![account, tx.now()]).await?,
            // Nobody of a school holds a task over a territory with the same account: two hats, two accounts.
            false => Vec::new(),
        };
        let named: Option<Option<String>> = match people.is_empty() {
            true => tx.value("select name from account where id = $1", args![account]).await?,
            false => None,
        };
        let given_name = named.flatten();
        let mut viewer = Self { account, people, given_name, seats, grants, door: Door::Password, behind: Vec::new() };
        viewer.seat_readers();
        Ok(viewer)
    }

    /// Somebody a family lets read sits with those readers, not with the families.
    fn seat_readers(&mut self) {
        for seat in self.seats.iter_mut().filter(|seat| seat.role == Role::Reader) {
            seat.circle = CircleId::readers_of(seat.circle);
        }
    }

    /// The same, come in by another door. By those of the family a child has no seat: nothing of others is behind them.
    pub fn by(mut self, door: Door) -> Self {
        self.door = door;
        if door.is_at_home() {
            self.behind = std::mem::take(&mut self.seats);
        }
        self
    }

    /// Whether a school of the viewer opens a service to whom the viewer is there ([`Whom`]): one seat in which it is open is
    /// enough, so that a parent keeps what one of two schools opens. A reader counts with the families; teachers, other staff,
    /// agents of the commune and guests are one team; the head and a deputy are closed out of nothing.
    pub fn is_open(&self, service: &str) -> bool {
        let mut seats = self.seats.iter().chain(&self.behind).peekable();
        seats.peek().is_none() || seats.any(|seat| !self.is_closed(seat, service))
    }

    /// The viewer as the pages of a service know them: the seats of a school that closed it to whom the viewer is there are
    /// behind, and give nothing.
    pub fn within(&self, service: &str) -> Cow<'_, Self> {
        let (closed, seats): (Vec<&Seat>, Vec<&Seat>) = self.seats.iter().partition(|it| self.is_closed(it, service));
        if closed.is_empty() {
            return Cow::Borrowed(self);
        }
        let behind = self.behind.iter().chain(closed).cloned().collect();
        Cow::Owned(Self { seats: seats.into_iter().cloned().collect(), behind, ..self.clone() })
    }

    /// Whether all the seats of the viewer in a school are behind, and there is one.
    pub fn is_shut_out_of(&self, school: SchoolId) -> bool {
        let there = |seat: &Seat| seat.school == school;
        self.behind.iter().any(there) && !self.seats.iter().any(there)
    }

    /// Whether the school of a seat closed a service to whom the viewer is there. Whoever runs a school and teaches in it, or has
    /// a child there, keeps every seat in it.
    fn is_closed(&self, seat: &Seat, service: &str) -> bool {
        let closes = Whom::of(seat.role).is_some_and(|whom| closed::holds(&seat.closed, service, whom));
        let mut all = self.seats.iter().chain(&self.behind);
        closes && !all.any(|it| it.school == seat.school && Whom::of(it.role).is_none())
    }

    /// Whether the viewer is nothing but a reader: somebody a family let read with it, who holds no other seat in a school. It
    /// stays true once no family invites them any more: they read nothing then, and no page takes them for somebody else.
    pub fn only_reads(&self) -> bool {
        match self.seats.as_slice() {
            [] => !self.people.is_empty() && self.people.iter().all(|me| me.invited),
            seats => seats.iter().all(|seat| seat.role == Role::Reader),
        }
    }

    /// Whether everybody behind the account has left: nothing is open to it any more but what is its own.
    pub fn has_left(&self) -> bool {
        !self.people.is_empty() && self.people.iter().all(|me| me.gone)
    }

    /// The profile pages are laid out for: the widest the viewer has.
    pub fn profile(&self) -> Profile {
        let seated = self.seats.iter().map(|seat| profile_of(seat.role));
        let granted = self.grants.iter().map(|grant| profile_of(grant.role));
        let reads = self.seats.iter().any(|seat| seat.role == Role::Reader);
        let listed = self.people.iter().map(|me| match me.kind {
            PersonKind::Guest if reads || me.invited => Profile::Guardian,
            PersonKind::Pupil => Profile::Pupil,
            PersonKind::Guardian => Profile::Guardian,
            PersonKind::Staff | PersonKind::Agent | PersonKind::Guest => Profile::Staff,
        });
        seated.chain(granted).chain(listed).max().unwrap_or(Profile::Pupil)
    }

    /// Whether the viewer is a pupil of the first cycle (levels TPS to GS of interfaces.md §1.8), who does not read yet.
    pub fn is_of_first_cycle(&self) -> bool {
        self.people.iter().any(|me| matches!(me.level.as_deref(), Some("1110" | "1111" | "1112" | "1113")))
    }

    /// The name shown in the header: the whole name of an adult, the first name of a child.
    pub fn name(&self) -> String {
        match self.people.first() {
            None => self.given_name.clone().unwrap_or_default(),
            Some(me) if me.kind == PersonKind::Pupil => me.first_name.clone(),
            Some(me) => format!("{} {}", me.first_name, me.last_name),
        }
    }

    /// The children of the viewer, each once, by school and class.
    pub fn children(&self) -> Vec<Child> {
        let mut children: Vec<Child> = Vec::new();
        for seat in self.seats.iter().filter(|seat| seat.role == Role::Guardian) {
            let (Some(id), Some(first), Some(last)) = (seat.child, &seat.child_first_name, &seat.child_last_name)
            else {
                continue;
            };
            if children.iter().all(|child| child.id != id) {
                children.push(Child { id, first_name: first.clone(), short_name: short(first, last) });
            }
        }
        children
    }

    /// The seats in circles of a kind, each circle once.
    pub fn seats_in(&self, kind: CircleKind) -> Vec<&Seat> {
        let mut seats: Vec<&Seat> = Vec::new();
        for seat in self.seats.iter().filter(|seat| seat.kind == kind) {
            if seats.iter().all(|known| known.circle != seat.circle) {
                seats.push(seat);
            }
        }
        seats
    }

    /// A seat in each school the viewer heads.
    pub fn headed(&self) -> Vec<&Seat> {
        let mut seats: Vec<&Seat> = Vec::new();
        for seat in self.seats.iter().filter(|seat| seat.role == Role::Head) {
            if seats.iter().all(|known| known.school != seat.school) {
                seats.push(seat);
            }
        }
        seats
    }

    /// Whether the viewer heads a school.
    pub fn heads(&self, school: SchoolId) -> bool {
        self.seats.iter().any(|seat| seat.role == Role::Head && seat.school == school)
    }

    /// The classes the viewer teaches in.
    pub fn taught(&self) -> impl Iterator<Item = CircleId> + '_ {
        let classes = self.seats.iter().filter(|seat| seat.kind == CircleKind::Class && seat.role == Role::Teacher);
        classes.map(|seat| seat.circle)
    }

    /// The groups the viewer teaches in.
    pub fn groups_taught(&self) -> impl Iterator<Item = CircleId> + '_ {
        let groups = self.seats.iter().filter(|seat| seat.kind == CircleKind::Group && seat.role == Role::Teacher);
        groups.map(|seat| seat.circle)
    }

    /// Every circle the viewer receives in, the viewer's own persons included, as one bound value.
    pub fn circle_list(&self) -> String {
        id_list(self.circles())
    }

    /// Every circle the viewer receives in: those sat in, and those without rows.
    pub fn circles(&self) -> impl Iterator<Item = CircleId> + '_ {
        let seats = self.seats.iter().map(|seat| seat.circle);
        let people = self.people.iter().map(|me| CircleId::from(me.id));
        let families = self.children().into_iter().map(|child| CircleId::family_of(child.id));
        let teams = self.taught().map(CircleId::team_of);
        seats.chain(people).chain(families).chain(teams).chain(self.territory_circles())
    }

    /// The circles of the schools the viewer sits in and of the territories these are in, for who the viewer is there.
    pub fn territory_circles(&self) -> Vec<CircleId> {
        territory::circles_of(&self.seats)
    }

    /// The person who acts when the viewer writes in a circle: the one seated there, else in its school, else in its families,
    /// for those whom a group brings from another school.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the viewer has no seat there.
    pub fn acting_in(&self, circle: CircleId, school: SchoolId) -> Result<PersonId> {
        let there = self.seats.iter().find(|seat| seat.circle == circle);
        let near = || self.seats.iter().find(|seat| seat.school == school);
        let family = || self.seats.iter().find(|seat| seat.of_circle == Some(circle));
        there.or_else(near).or_else(family).map(|seat| seat.person).ok_or(Error::NotFound)
    }

    /// Whether one of the viewer's roles in a circle, the headship of its school or a delegation of it, or a task over the territory whose
    /// place it is, carries a right.
    pub fn may_in(&self, right: Right, circle: CircleId, school: SchoolId) -> bool {
        let over_school = |seat: &Seat| {
            seat.school == school && matches!(seat.role, Role::Head | Role::Deputy) && carries(seat.role, right)
        };
        self.seats.iter().any(over_school)
            || self.seats.iter().any(|seat| seat.circle == circle && carries(seat.role, right))
            || self.territories(right).any(|territory| territory.place() == circle)
    }

    /// Whether the viewer has a seat in a school whose role carries a right over the whole school.
    pub fn may_at(&self, right: Right, school: SchoolId) -> bool {
        self.seats
            .iter()
            .any(|seat| seat.school == school && seat.kind == CircleKind::Staff && carries(seat.role, right))
    }

    /// The territories the viewer was given a task over that carries a right.
    pub fn territories(&self, right: Right) -> impl Iterator<Item = Territory> + '_ {
        let tasks = self.grants.iter().filter(move |grant| carries(grant.role, right));
        tasks.filter_map(|grant| Territory::of(&grant.scope))
    }

    /// Whether the viewer may do something about a school: by a role over the whole school, or by a task over a territory the
    /// school lies in.
    pub fn may_about(&self, right: Right, school: &School) -> bool {
        let around = || Territory::around(school);
        self.may_at(right, school.id) || self.territories(right).any(|territory| around().contains(&territory))
    }

    /// The scopes of the tasks that carry a right, as one bound JSON list: for columns that hold a territory.
    pub fn scope_list(&self, right: Right) -> String {
        let scopes = self.territories(right).map(|territory| format!("\"{territory}\""));
        format!("[{}]", scopes.collect::<Vec<_>>().join(","))
    }

    /// Whether the viewer was given a task that carries a right.
    pub fn may_over(&self, right: Right) -> bool {
        self.grants.iter().any(|grant| carries(grant.role, right))
    }
}

/// Answers « not found » to those who may not know, `Ok` to those who may.
///
/// # Errors
/// [`Error::NotFound`] when `allowed` is false.
pub fn or_not_found(allowed: bool) -> Result<()> {
    if allowed { Ok(()) } else { Err(Error::NotFound) }
}

fn profile_of(role: Role) -> Profile {
    match role {
        Role::Pupil => Profile::Pupil,
        Role::Guardian | Role::Reader => Profile::Guardian,
        Role::Staff | Role::TownAgent | Role::Guest | Role::Deputy => Profile::Staff,
        Role::Teacher => Profile::Teacher,
        Role::Head => Profile::Head,
        Role::TownEditor | Role::TownOfficer => Profile::Town,
        Role::AcademyAdmin
        | Role::DistrictAdmin
        | Role::DistrictAdviser
        | Role::HelpAgent
        | Role::DataOfficer
        | Role::SchemeOfficer => Profile::Administrator,
    }
}

const PEOPLE: &str = "select p.id, p.kind, p.first_name, p.last_name, p.level, p.gone_at is not null as gone, \
        p.kind = 'guest' and exists (select 1 from reader r where r.person_id = p.id) as invited \
     from account_person a join person p on p.id = a.person_id where a.account_id = $1 order by a.since, p.id";

const GRANTS: &str =
    "select role, scope from account_grant where account_id = $1 and since <= $2 and (until is null or until > $2)";

/// The school a seat counts in. A group made by hand and a challenge may gather several schools: a seat there makes nobody one of the
/// school that holds it, and counts in the school the person sits in otherwise; in the same one when that may be.
macro_rules! school_of {
    ($group:literal, $person:literal) => {
        concat!(
            "coalesce(case when ",
            $group,
            " and not exists (select 1 from member n join circle h on h.id = n.circle_id \
                    and h.kind in ('school', 'staff', 'class') and h.until is null \
                where n.person_id = ",
            $person,
            " and h.school_id = c.school_id and n.since <= $2 and (n.until is null or n.until > $2)) \
            then (select h.school_id from member n join circle h on h.id = n.circle_id \
                    and h.kind in ('school', 'staff', 'class') and h.until is null \
                where n.person_id = ",
            $person,
            " and n.since <= $2 and (n.until is null or n.until > $2) order by h.id limit 1) end, c.school_id)"
        )
    };
}

// Own seats, then the seats in the families of the circles one's children are pupils of, then those of readers, as long as who
// invited them is responsible for the child, and never in a group, which pupils of other schools may share; whoever left sits
// nowhere.
const SEATS: &str = concat!(
    "select c.id as circle, s.id as school, s.name as school_name, c.kind, c.name, c.of_circle, m.role, \
        m.person_id as person, cast(null as uuid) as child, null as child_first_name, null as child_last_name, \
        s.academy, s.uai, s.district, s.town, s.closed \
    from account_person a \
    join person me on me.id = a.person_id and me.gone_at is null \
    join member m on m.person_id = a.person_id and m.since <= $2 and (m.until is null or m.until > $2) \
    join circle c on c.id = m.circle_id and c.until is null \
    join school s on s.id = ",
    school_of!("c.kind in ('group', 'challenge') and c.key like 'hand:%'", "m.person_id"),
    " where a.account_id = $1 \
    union all \
    select c.id, s.id, s.name, c.kind, c.name, c.of_circle, 'guardian', \
        g.adult_id, g.child_id, p.first_name, p.last_name, s.academy, s.uai, s.district, s.town, s.closed \
    from account_person a \
    join person me on me.id = a.person_id and me.gone_at is null \
    join guardianship g on g.adult_id = a.person_id and g.until is null \
    join person p on p.id = g.child_id \
    join member m on m.person_id = g.child_id and m.role = 'pupil' and m.since <= $2 and (m.until is null or m.until > $2) \
    join circle c on c.of_circle = m.circle_id and c.kind = 'families' and c.until is null \
    join school s on s.id = ",
    school_of!("c.key like 'group:hand:%'", "m.person_id"),
    " where a.account_id = $1 \
    union all \
    select c.id, s.id, s.name, c.kind, c.name, c.of_circle, 'reader', \
        r.person_id, r.child_id, p.first_name, p.last_name, s.academy, s.uai, s.district, s.town, s.closed \
    from account_person a \
    join reader r on r.person_id = a.person_id and r.until is null \
    join person p on p.id = r.child_id \
    join member m on m.person_id = r.child_id and m.role = 'pupil' and m.since <= $2 and (m.until is null or m.until > $2) \
    join circle k on k.id = m.circle_id and k.kind not in ('group', 'challenge') \
    join circle c on c.of_circle = k.id and c.kind = 'families' and c.until is null \
    join school s on s.id = c.school_id \
    where a.account_id = $1 and exists (select 1 from person w where w.id = r.invited_by \
        and (w.merged_into is not null or exists (select 1 from guardianship g \
            where g.child_id = r.child_id and g.adult_id = w.id and g.until is null))) \
    order by 3, 5, 11, 10, 1"
);
