//! Which pupils and adults of one school are in a group: chosen one by one, or brought by levels and classes.

use crate::{
    group::{Desk, runs},
    part, roll, rule,
};
use commons::audit::{self, Action};
use db::{Error, FromRow, Result, Tx, args};
use school::{
    Circle, CircleId, PersonId, Role, SchoolId, SchoolYear, Viewer, circle,
    person::{Name, full},
};
use std::collections::BTreeSet;

/// What a school can give to a group.
#[derive(Debug, Clone)]
pub struct Offer {
    /// Its classes of the year, with their pupils.
    pub classes: Vec<(Circle, Vec<Pupil>)>,
    /// Those who work with its pupils.
    pub team: Vec<Colleague>,
}

/// A pupil of a class.
#[derive(Debug, Clone, FromRow)]
pub struct Pupil {
    class_id: CircleId,
    /// The pupil.
    pub id: PersonId,
    first_name: String,
    last_name: String,
    /// Level code (MEFSTAT4, interfaces.md §1.8).
    pub level: Option<String>,
}

impl Pupil {
    /// The whole name.
    pub fn name(&self) -> String {
        full(&self.first_name, &self.last_name)
    }
}

/// Somebody of the team.
#[derive(Debug, Clone)]
pub struct Colleague {
    /// Who.
    pub name: Name,
    /// As what they would sit in the group.
    pub role: Role,
}

#[derive(FromRow)]
struct TeamRow {
    id: PersonId,
    first_name: String,
    last_name: String,
    role: Role,
}

/// What a form says of one school.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Chosen {
    /// The pupils ticked.
    pub pupils: BTreeSet<PersonId>,
    /// The adults ticked.
    pub adults: BTreeSet<PersonId>,
    /// The levels ticked, by their codes.
    pub levels: BTreeSet<String>,
    /// The classes ticked.
    pub classes: BTreeSet<CircleId>,
}

/// The pupils a form ticks are named by their class, so that each class is a question of its own.
pub const PUPILS: &str = "eleves-";

impl Offer {
    /// What a school can give. For a desk that keeps its part.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn of(tx: &mut Tx, school: SchoolId) -> Result<Self> {
        let now = tx.now();
        let year = SchoolYear::of(now.day()).0;
        let mut classes: Vec<(Circle, Vec<Pupil>)> =
            circle::classes(tx, school, year).await?.into_iter().map(|class| (class, Vec::new())).collect();
        let pupils: Vec<Pupil> = tx
            .all(
                "select distinct m.circle_id as class_id, p.id, p.first_name, p.last_name, p.level, p.sort_key \
                 from circle c join member m on m.circle_id = c.id and m.role = 'pupil' \
                     and m.since <= $3 and (m.until is null or m.until > $3) \
                 join person p on p.id = m.person_id and p.gone_at is null \
                 where c.school_id = $1 and c.kind = 'class' and c.year = $2 and c.until is null \
                 order by p.sort_key, p.id",
                args![school, year, now],
            )
            .await?;
        for pupil in pupils {
            if let Some((_, known)) = classes.iter_mut().find(|(class, _)| class.id == pupil.class_id) {
                known.push(pupil);
            }
        }
        Ok(Self { classes, team: team(tx, school).await? })
    }

    fn pupils(&self) -> impl Iterator<Item = &Pupil> {
        self.classes.iter().flat_map(|(_, pupils)| pupils)
    }

    /// The levels that are taught, in the order of schooling.
    pub fn levels(&self) -> BTreeSet<&str> {
        self.pupils().filter_map(|pupil| pupil.level.as_deref()).collect()
    }

    /// The pupils some levels and classes would bring now, each class with its own.
    pub fn brought<'a>(&'a self, chosen: &'a Chosen) -> Vec<(&'a Circle, Vec<&'a Pupil>)> {
        let mut brought = Vec::new();
        for (class, pupils) in &self.classes {
            let whole = chosen.classes.contains(&class.id);
            let comes = |it: &&Pupil| whole || it.level.as_ref().is_some_and(|level| chosen.levels.contains(level));
            let some: Vec<&Pupil> = pupils.iter().filter(comes).collect();
            if !some.is_empty() {
                brought.push((class, some));
            }
        }
        brought
    }
}

async fn team(tx: &mut Tx, school: SchoolId) -> Result<Vec<Colleague>> {
    let now = tx.now();
    let rows: Vec<TeamRow> = tx
        .all(
            "select distinct p.id, p.first_name, p.last_name, m.role, p.sort_key \
             from circle c join member m on m.circle_id = c.id and m.role in ('head', 'teacher', 'staff') \
                 and m.since <= $2 and (m.until is null or m.until > $2) \
             join person p on p.id = m.person_id and p.gone_at is null \
             where c.school_id = $1 and c.kind = 'staff' and c.until is null order by p.sort_key, p.id, m.role",
            args![school, now],
        )
        .await?;
    let mut team: Vec<Colleague> = Vec::new();
    for row in rows {
        let role = if row.role == Role::Staff { Role::Staff } else { Role::Teacher };
        match team.last_mut() {
            // Somebody with two roles sits once, as who teaches.
            Some(last) if last.name.id == row.id => {
                if role == Role::Teacher {
                    last.role = role;
                }
            }
            _ => {
                let name = Name { id: row.id, first_name: row.first_name, last_name: row.last_name };
                team.push(Colleague { name, role });
            }
        }
    }
    Ok(team)
}

impl Chosen {
    /// What a form sent; what it does not offer is left out.
    pub fn of_form(fields: &[(String, String)], offer: &Offer) -> Self {
        let mut chosen = Self::default();
        let levels = offer.levels();
        for (name, value) in fields {
            match name.as_str() {
                "adults" => chosen.adults.extend(value.parse::<PersonId>().ok()),
                "classes" => chosen.classes.extend(value.parse::<CircleId>().ok()),
                "levels" if levels.contains(value.as_str()) => {
                    chosen.levels.insert(value.clone());
                }
                other if other.starts_with(PUPILS) => chosen.pupils.extend(value.parse::<PersonId>().ok()),
                _ => {}
            }
        }
        chosen.pupils.retain(|id| offer.pupils().any(|it| it.id == *id));
        chosen.adults.retain(|id| offer.team.iter().any(|it| it.name.id == *id));
        chosen.classes.retain(|id| offer.classes.iter().any(|(class, _)| class.id == *id));
        chosen
    }

    /// What is so now. To a school that is asked, the levels of the school that asks are proposed.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn now(tx: &mut Tx, desk: &Desk, school: SchoolId, offer: &Offer) -> Result<Self> {
        let id = desk.group.id;
        let mut chosen = Self::default();
        let asked = desk.parts.iter().any(|part| part.school_id == school && part.is_asked());
        for line in rule::lines(tx, id).await? {
            let proposed = asked && line.level.is_some();
            if line.school_id == school || proposed {
                chosen.levels.extend(line.level);
                chosen.classes.extend(line.class_id);
            }
        }
        let pupils = circle::members(tx, id, Role::Pupil).await?;
        chosen.pupils.extend(pupils.into_iter().map(|it| it.id));
        chosen.adults.extend(roll::adults(tx, id).await?.into_iter().map(|it| it.id));
        let levels = offer.levels();
        chosen.levels.retain(|it| levels.contains(it.as_str()));
        Ok(chosen)
    }
}

/// Puts what was chosen for one school in force; a school that was asked has joined by it. For a desk that keeps this part.
///
/// # Errors
/// [`Error::Forbidden`] to others; a fault of the database.
pub async fn set(
    tx: &mut Tx,
    viewer: &Viewer,
    desk: &Desk,
    school: SchoolId,
    offer: &Offer,
    chosen: &Chosen,
) -> Result<()> {
    if !desk.keeps(viewer, school) {
        return Err(Error::Forbidden);
    }
    let group = &desk.group;
    if school != group.school_id && runs(viewer, school) {
        part::join(tx, viewer, group.id, school).await?;
    }
    if group.by_rule {
        let levels: Vec<String> = chosen.levels.iter().cloned().collect();
        let classes: Vec<CircleId> = chosen.classes.iter().copied().collect();
        rule::set(tx, group.id, school, &levels, &classes).await?;
    } else {
        let held = circle::members(tx, group.id, Role::Pupil).await?;
        let offered = offer.pupils().map(|it| (it.id, Role::Pupil));
        seat(tx, group.id, offered, &chosen.pupils, &held).await?;
    }
    let owner = group.owner_id;
    // Who made the group leaves it by ending it, or by giving it up to a head.
    let adults = offer.team.iter().filter(|it| Some(it.name.id) != owner || runs(viewer, school));
    let held = roll::adults(tx, group.id).await?;
    seat(tx, group.id, adults.map(|it| (it.name.id, it.role)), &chosen.adults, &held).await?;
    roll::settle(tx, group).await?;
    let detail = format!("members {school}");
    audit::write(tx, Some(viewer.account), Action::GroupChanged, Some(group.id.to_string()), Some(&detail)).await
}

/// Seats those of an offer who are chosen and do not sit yet, and unseats those who do and are not.
async fn seat(
    tx: &mut Tx,
    group: CircleId,
    offered: impl Iterator<Item = (PersonId, Role)>,
    chosen: &BTreeSet<PersonId>,
    held: &[Name],
) -> Result<()> {
    for (person, role) in offered {
        let sits = held.iter().any(|it| it.id == person);
        match chosen.contains(&person) {
            true if !sits => circle::seat(tx, group, person, role, None).await?,
            false if sits => roll::unseat(tx, group, person, role).await?,
            true | false => {}
        }
    }
    Ok(())
}
