//! Who may write to whom (interfaces.md §3.10, narrowed for primary schools): one function, asked by the pages that
//! propose and again by the one that sends.
//!
//! Those who work at the school write to everybody of it, pupils from CE1 on; agents of the commune to those who work there.
//! Parents write to those who teach their children and to the head, never to one another nor to pupils. Pupils write to
//! their teachers from CE1 on, and to one other by name where the teacher opened it. Those who teach in a group, or in a
//! challenge, write to one another, whatever their schools: each from their own, and to nobody else of the others.

use crate::{class_setting, target::Target};
use db::{Error, FromRow, Result, Tx, args};
use school::{CircleId, CircleKind, PersonId, PersonKind, Role, SchoolId, Seat, Viewer};

/// What a viewer is in a school: the hats under which messages are written.
#[derive(Debug, Clone, Default)]
pub struct Hats {
    /// Teacher, head or other staff.
    pub staff: bool,
    /// Head.
    pub head: bool,
    /// Employed by the commune.
    pub town: bool,
    /// The groups the viewer teaches in.
    pub groups: Vec<CircleId>,
    /// The classes, levels and groups of the viewer's children.
    pub children_circles: Vec<CircleId>,
    /// The classes the viewer is a pupil of, when old enough to write.
    pub own_classes: Vec<CircleId>,
}

impl Hats {
    /// The hats of a viewer in a school.
    pub fn of(viewer: &Viewer, school: SchoolId) -> Self {
        let mut hats = Self::default();
        let writes = viewer.people.iter().any(|me| pupil_writes(me.level.as_deref()));
        for seat in viewer.seats.iter().filter(|seat| seat.school == school) {
            if seat.role == Role::Teacher && seat.kind == CircleKind::Group {
                hats.groups.push(seat.circle);
            }
            match seat.role {
                Role::Head => (hats.staff, hats.head) = (true, true),
                Role::Teacher | Role::Staff => hats.staff = true,
                Role::TownAgent => hats.town = true,
                Role::Guardian => hats.children_circles.extend(seat.of_circle),
                Role::Pupil if writes && seat.kind == CircleKind::Class => hats.own_classes.push(seat.circle),
                Role::Pupil
                | Role::Guest
                | Role::Reader
                | Role::Deputy
                | Role::AcademyAdmin
                | Role::DistrictAdmin
                | Role::DistrictAdviser
                | Role::TownEditor
                | Role::TownOfficer
                | Role::HelpAgent
                | Role::DataOfficer
                | Role::SchemeOfficer => {}
            }
        }
        hats
    }

    /// Whether there is anybody at all to write to.
    pub fn any(&self) -> bool {
        self.staff || self.town || !self.children_circles.is_empty() || !self.own_classes.is_empty()
    }
}

/// Whether a pupil of a level (interfaces.md §1.8) writes and receives messages: from CE1 on.
pub fn pupil_writes(level: Option<&str>) -> bool {
    matches!(level, Some("1122" | "1123" | "1124" | "1125"))
}

/// The schools a viewer may write in, each once.
pub fn schools(viewer: &Viewer) -> Vec<SchoolId> {
    let mut schools: Vec<SchoolId> = Vec::new();
    for seat in &viewer.seats {
        if !schools.contains(&seat.school) && Hats::of(viewer, seat.school).any() {
            schools.push(seat.school);
        }
    }
    schools
}

/// Whether a viewer reads messages: whoever may write in a school; and whoever had them and sits nowhere any more, as long as the
/// account opens, without writing.
pub fn reads(viewer: &Viewer) -> bool {
    !schools(viewer).is_empty() || only_reads(viewer)
}

/// What a school closed is behind the viewer: it stays closed.
fn only_reads(viewer: &Viewer) -> bool {
    let sits_nowhere = viewer.seats.is_empty() && viewer.behind.is_empty() && viewer.grants.is_empty();
    let had = |kind: PersonKind, level: Option<&str>| match kind {
        PersonKind::Pupil => viewer.has_left() && pupil_writes(level),
        PersonKind::Staff | PersonKind::Agent => viewer.has_left(),
        // Of a parent the child may leave alone.
        PersonKind::Guardian => true,
        PersonKind::Guest => false,
    };
    sits_nowhere && viewer.people.iter().any(|me| had(me.kind, me.level.as_deref()))
}

/// The school in which a viewer may write to all of these targets.
///
/// # Errors
/// [`Error::NotFound`] when there is none: somebody sent what no page of ours proposes.
pub async fn school_for(tx: &mut Tx, viewer: &Viewer, targets: &[Target]) -> Result<SchoolId> {
    for school in schools(viewer) {
        let mut all = true;
        for target in targets {
            all = all && may_write(tx, viewer, school, target).await?;
        }
        if all {
            return Ok(school);
        }
    }
    Err(Error::NotFound)
}

/// The groups and the challenges a viewer teaches in as one of a school: a group of several seats each in their own.
pub(crate) fn teams(viewer: &Viewer, school: SchoolId) -> impl Iterator<Item = &Seat> {
    viewer.seats.iter().filter(move |seat| seat.school == school && is_team(seat))
}

/// Whether a viewer teaches in a group or a challenge.
pub(crate) fn is_of_team(viewer: &Viewer, group: CircleId) -> bool {
    viewer.seats.iter().any(|seat| seat.circle == group && is_team(seat))
}

fn is_team(seat: &Seat) -> bool {
    seat.role == Role::Teacher && matches!(seat.kind, CircleKind::Group | CircleKind::Challenge)
}

/// Whether a viewer works in a school.
pub(crate) fn works_in(viewer: &Viewer, school: SchoolId) -> bool {
    let hats = Hats::of(viewer, school);
    hats.staff || hats.town
}

/// The school whose rules a viewer writes under in a school, to the team of a group if it is to one: that school, or their own for
/// whom the group alone brings there to work.
pub(crate) fn school_of_rules(viewer: &Viewer, school: SchoolId, group: Option<CircleId>) -> SchoolId {
    let brought = group.filter(|_| !works_in(viewer, school));
    let seat = viewer.seats.iter().find(|seat| brought == Some(seat.circle) && is_team(seat));
    seat.map_or(school, |seat| seat.school)
}

/// Whether a viewer may write to a target in a school.
///
/// # Errors
/// A fault of the database.
pub async fn may_write(tx: &mut Tx, viewer: &Viewer, school: SchoolId, target: &Target) -> Result<bool> {
    let hats = Hats::of(viewer, school);
    if !hats.any() {
        return Ok(false);
    }
    match *target {
        Target::Person(person) => Addressee::read(tx, person, school).await?.is_reached_by(tx, &hats, school).await,
        Target::Family(child) => Ok(hats.staff && Addressee::read(tx, child, school).await?.is_pupil_of(&hats)),
        Target::Families(circle) => Ok(match kind_of(tx, circle, school).await? {
            Some(CircleKind::School) => hats.head,
            Some(CircleKind::Class | CircleKind::Level) => hats.staff,
            Some(CircleKind::Group) if hats.groups.contains(&circle) => true,
            Some(CircleKind::Group) => hats.staff && !gathers_others(tx, circle, school, Role::Pupil).await?,
            Some(CircleKind::Staff | CircleKind::Families | CircleKind::Challenge) | None => false,
        }),
        // A pupil writes to one other by name, where that is open; never to all of them.
        Target::Pupils(class) => Ok(hats.staff && kind_of(tx, class, school).await? == Some(CircleKind::Class)),
        Target::Team(group) if teams(viewer, school).any(|seat| seat.circle == group) => Ok(true),
        Target::Team(class) => match kind_of(tx, class, school).await? {
            Some(CircleKind::Class) if hats.staff || hats.town || hats.children_circles.contains(&class) => Ok(true),
            Some(CircleKind::Class) if hats.own_classes.contains(&class) => {
                Ok(class_setting::of(tx, class, school).await?.pupils_write)
            }
            _ => Ok(false),
        },
        Target::Staff(wanted) => Ok(wanted == school && (hats.staff || hats.town)),
    }
}

/// The kind of a circle of a school that is still there.
async fn kind_of(tx: &mut Tx, circle: CircleId, school: SchoolId) -> Result<Option<CircleKind>> {
    let kind: Option<String> = tx
        .value("select kind from circle where id = $1 and school_id = $2 and until is null", args![circle, school])
        .await?;
    Ok(kind.and_then(|it| CircleKind::try_from(it).ok()))
}

/// Whether somebody of another school than this one has a role in a group.
pub(crate) async fn gathers_others(tx: &mut Tx, group: CircleId, school: SchoolId, role: Role) -> Result<bool> {
    let now = tx.now();
    Ok(tx.count(OTHERS, args![group, school, now, role]).await? > 0)
}

const OTHERS: &str = "\
select count(*) as n from member m where m.circle_id = $1 and m.role = $4 \
and m.since <= $3 and (m.until is null or m.until > $3) \
and not exists (select 1 from member o join circle c on c.id = o.circle_id \
    and c.kind in ('school', 'staff', 'class') and c.until is null \
    where o.person_id = m.person_id and c.school_id = $2 and o.since <= $3 and (o.until is null or o.until > $3))";

/// Somebody one would write to, with their seats in the school and those of their children.
struct Addressee {
    level: Option<String>,
    seats: Vec<Seated>,
    children: Vec<Seated>,
}

#[derive(FromRow)]
struct Seated {
    circle_id: CircleId,
    kind: CircleKind,
    role: Role,
}

impl Seated {
    /// Whether it makes somebody one of the school to a viewer: a group may gather several, and is that only to who teaches in it.
    fn counts_to(&self, hats: &Hats) -> bool {
        self.kind != CircleKind::Group || hats.groups.contains(&self.circle_id)
    }
}

impl Addressee {
    async fn read(tx: &mut Tx, person: PersonId, school: SchoolId) -> Result<Self> {
        let now = tx.now();
        let level: Option<Option<String>> =
            tx.value("select level from person where id = $1 and gone_at is null", args![person]).await?;
        let Some(level) = level else {
            return Ok(Self { level: None, seats: Vec::new(), children: Vec::new() });
        };
        let seats = tx.all(SEATS, args![person, school, now]).await?;
        let children = tx.all(CHILDREN, args![person, school, now]).await?;
        Ok(Self { level, seats, children })
    }

    fn holds(&self, hats: &Hats, roles: &[Role]) -> bool {
        self.seats.iter().any(|seat| seat.counts_to(hats) && roles.contains(&seat.role))
    }

    fn is_pupil_of(&self, hats: &Hats) -> bool {
        self.holds(hats, &[Role::Pupil])
    }

    fn is_parent_of(&self, hats: &Hats) -> bool {
        self.children.iter().any(|seat| seat.counts_to(hats))
    }

    async fn is_reached_by(&self, tx: &mut Tx, hats: &Hats, school: SchoolId) -> Result<bool> {
        let works_here = self.holds(hats, &[Role::Head, Role::Teacher, Role::Staff]);
        let pupil_reads = self.is_pupil_of(hats) && pupil_writes(self.level.as_deref());
        let to_all = hats.staff
            && (works_here || self.holds(hats, &[Role::TownAgent]) || self.is_parent_of(hats) || pupil_reads);
        let to_staff = hats.town && works_here;
        let to_teachers = !hats.children_circles.is_empty()
            && (self.holds(hats, &[Role::Head])
                || self.seats.iter().any(|seat| {
                    matches!(seat.role, Role::Teacher | Role::Staff) && hats.children_circles.contains(&seat.circle_id)
                }));
        if to_all || to_staff || to_teachers {
            return Ok(true);
        }
        for seat in self.seats.iter().filter(|seat| seat.kind == CircleKind::Class) {
            if !hats.own_classes.contains(&seat.circle_id) {
                continue;
            }
            let setting = class_setting::of(tx, seat.circle_id, school).await?;
            let reached = (seat.role == Role::Teacher && setting.pupils_write)
                || (seat.role == Role::Pupil && pupil_reads && setting.among_themselves());
            if reached {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

// A challenge gathers the classes of many schools: being in it makes nobody one of the school that holds it.
const SEATS: &str = "\
select c.id as circle_id, c.kind, m.role from member m \
join circle c on c.id = m.circle_id and c.until is null and c.kind <> 'challenge' \
where m.person_id = $1 and c.school_id = $2 and m.since <= $3 and (m.until is null or m.until > $3)";

const CHILDREN: &str = "\
select c.id as circle_id, c.kind, m.role from guardianship g join member m on m.person_id = g.child_id and m.role = 'pupil' \
    and m.since <= $3 and (m.until is null or m.until > $3) \
join circle c on c.id = m.circle_id and c.until is null and c.kind <> 'challenge' \
where g.adult_id = $1 and g.until is null and c.school_id = $2";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pupils_write_from_ce1_on() {
        for (level, writes) in
            [("1110", false), ("1113", false), ("1121", false), ("1122", true), ("1125", true), ("1411", false)]
        {
            assert_eq!(pupil_writes(Some(level)), writes, "{level}");
        }
        assert!(!pupil_writes(None));
    }
}
