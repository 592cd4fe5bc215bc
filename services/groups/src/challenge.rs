//! Challenges (*défis*): what the inspection proposes to the classes of a territory. A class joins by whoever teaches it, and leaves the
//! same way; a school of the territory holds the circle. No head was asked for it: its circle is of a kind of its own, which neither the
//! journal nor the carnet nor messages know. A challenge gathers classes, counts them, and ends.

use crate::{
    W,
    group::{Desk, Group, Purpose, runs, select_groups},
    group_form::{MOST_LETTERS, Wanted, last_day},
    making, part, roll, rule,
};
use commons::audit::{self, Action};
use db::{Error, Problems, Result, Tx, args};
use jiff::civil::Date;
use school::{Circle, CircleId, PersonId, Right, Role, School, SchoolId, SchoolYear, Territory, Viewer, circle};

/// What was typed to propose one.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default)]
pub struct ChallengeForm {
    /// The name.
    pub name: String,
    /// The national code of the school that holds it.
    pub uai: String,
    /// Its last day.
    pub last: String,
}

impl ChallengeForm {
    /// The name and the last day, with what is wrong in them.
    fn check(&self, today: Date) -> (Problems, String, Option<Date>) {
        let mut problems = Problems::default();
        let name = self.name.split_whitespace().collect::<Vec<_>>().join(" ");
        let fits = !name.is_empty() && name.chars().count() <= MOST_LETTERS;
        problems.require(fits, "name", W.name_missing());
        let last = last_day(&self.last, today, &mut problems);
        (problems, name, last)
    }
}

/// Proposes a challenge to the territory of the viewer in which a school lies; the smallest, when several hold it.
///
/// # Errors
/// [`Error::Invalid`] for what was typed wrong; a fault of the database.
pub async fn propose(tx: &mut Tx, viewer: &Viewer, form: &ChallengeForm) -> Result<CircleId> {
    let (mut problems, name, last) = form.check(tx.now().day());
    let found: Option<SchoolId> = tx
        .value("select id from school where uai = $1 and gone_at is null", args![form.uai.trim().to_uppercase()])
        .await?;
    let mut place: Option<(School, Territory)> = None;
    if let Some(id) = found {
        let school = School::load(tx, id).await?;
        let scope = Territory::around(&school)
            .into_iter()
            .rev()
            .find(|around| viewer.territories(Right::MakeGroups).any(|it| it == *around));
        place = scope.map(|scope| (school, scope));
    }
    problems.require(place.is_some(), "uai", W.host_unknown());
    problems.or(())?;
    let ((school, scope), last) = place.zip(last).ok_or(Error::NotFound)?;
    let wanted = Wanted { name, purpose: Purpose::Challenge, by_rule: true, last };
    making::add(tx, viewer, &school, &wanted, None, Some(&scope.to_string())).await
}

/// Whether a challenge is proposed to a school.
pub(crate) async fn reaches(tx: &mut Tx, scope: &str, school: SchoolId) -> Result<bool> {
    let school = School::load(tx, school).await?;
    Ok(Territory::around(&school).iter().any(|it| it.to_string() == scope))
}

/// The challenges of this year the viewer has in charge.
///
/// # Errors
/// A fault of the database.
pub async fn in_charge(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Group>> {
    of_scopes(tx, viewer.scope_list(Right::MakeGroups)).await
}

/// The challenges of this year proposed to a school.
///
/// # Errors
/// A fault of the database.
pub async fn for_school(tx: &mut Tx, school: &School) -> Result<Vec<Group>> {
    let around: Vec<String> = Territory::around(school).iter().map(|it| format!("\"{it}\"")).collect();
    of_scopes(tx, format!("[{}]", around.join(","))).await
}

async fn of_scopes(tx: &mut Tx, scopes: String) -> Result<Vec<Group>> {
    let year = SchoolYear::of(tx.now().day()).0;
    tx.all(
        select_groups!(
            "where g.scope in (select value from json_each($1)) and c.year = $2 order by g.ends_on desc, g.circle_id"
        ),
        args![scopes, year],
    )
    .await
}

/// The classes of the viewer that may join a challenge: those taught, all those of a school one runs, but those that are in it.
///
/// # Errors
/// A fault of the database.
pub async fn free_classes(tx: &mut Tx, viewer: &Viewer, desk: &Desk) -> Result<Vec<Circle>> {
    let Some(scope) = desk.group.scope.as_deref().filter(|_| desk.group.ended_at.is_none()) else {
        return Ok(Vec::new());
    };
    let year = SchoolYear::of(tx.now().day()).0;
    let joined: Vec<CircleId> =
        rule::lines(tx, desk.group.id).await?.into_iter().filter_map(|it| it.class_id).collect();
    let taught: Vec<CircleId> = viewer.taught().collect();
    let mut free = Vec::new();
    for school in &desk.own {
        if reaches(tx, scope, *school).await? {
            let classes = circle::classes(tx, *school, year).await?.into_iter();
            free.extend(classes.filter(|class| taught.contains(&class.id) || runs(viewer, *school)));
        }
    }
    free.retain(|class| !joined.contains(&class.id));
    Ok(free)
}

/// A class joins a challenge, by whoever teaches it or runs its school; who teaches it sits in the challenge.
///
/// # Errors
/// [`Error::NotFound`] for a class that may not; a fault of the database.
pub async fn join(tx: &mut Tx, viewer: &Viewer, desk: &Desk, class: CircleId) -> Result<String> {
    let free = free_classes(tx, viewer, desk).await?;
    let class = free.into_iter().find(|it| it.id == class).ok_or(Error::NotFound)?;
    let (group, school) = (&desk.group, class.school_id);
    rule::add(tx, group.id, school, Some(class.id), None).await?;
    if school != group.school_id {
        part::join(tx, viewer, group.id, school).await?;
    }
    for teacher in circle::members(tx, class.id, Role::Teacher).await? {
        circle::seat(tx, group.id, teacher.id, Role::Teacher, None).await?;
    }
    note(tx, viewer, group, class.id, "joined").await?;
    roll::settle(tx, group).await?;
    Ok(class.name)
}

/// Whether the viewer takes a class out of a challenge: who has it in charge, who teaches the class, who runs its school.
pub fn may_leave(viewer: &Viewer, desk: &Desk, class: CircleId, school: SchoolId) -> bool {
    let open = desk.group.is_challenge() && desk.group.ended_at.is_none();
    let own = || viewer.taught().any(|it| it == class) || runs(viewer, school);
    open && (desk.manages || own())
}

/// A class leaves a challenge; those who teach it leave too, but for another class of theirs that stays.
///
/// # Errors
/// [`Error::NotFound`] when it is not in; [`Error::Forbidden`] to those who may not; a fault of the database.
pub async fn leave(tx: &mut Tx, viewer: &Viewer, desk: &Desk, class: CircleId) -> Result<()> {
    let group = &desk.group;
    let mut lines = rule::lines(tx, group.id).await?;
    let line = lines.iter().position(|it| it.class_id == Some(class)).map(|at| lines.remove(at));
    let line = line.ok_or(Error::NotFound)?;
    if !may_leave(viewer, desk, class, line.school_id) {
        return Err(Error::Forbidden);
    }
    tx.change(
        "delete from groups_rule where circle_id = $1 and school_id = $2 and class_id = $3",
        args![group.id, line.school_id, class],
    )
    .await?;
    let mut stay: Vec<PersonId> = Vec::new();
    for other in lines.iter().filter_map(|it| it.class_id) {
        stay.extend(circle::members(tx, other, Role::Teacher).await?.into_iter().map(|it| it.id));
    }
    for teacher in circle::members(tx, class, Role::Teacher).await? {
        if !stay.contains(&teacher.id) {
            roll::unseat(tx, group.id, teacher.id, Role::Teacher).await?;
        }
    }
    note(tx, viewer, group, class, "left").await?;
    let last_of_school = lines.iter().all(|it| it.school_id != line.school_id);
    if last_of_school && line.school_id != group.school_id {
        return part::put_out(tx, viewer, group, line.school_id).await;
    }
    roll::settle(tx, group).await
}

async fn note(tx: &mut Tx, viewer: &Viewer, group: &Group, class: CircleId, what: &str) -> Result<()> {
    let detail = format!("{class} {what}");
    audit::write(tx, Some(viewer.account), Action::GroupShared, Some(group.id.to_string()), Some(&detail)).await
}

/// Whether the viewer has challenges in charge.
pub fn may_propose(viewer: &Viewer) -> bool {
    viewer.may_over(Right::MakeGroups)
}
