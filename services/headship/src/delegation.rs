//! Who runs a school, or a part of it, until a day: a deputy whom the head names, somebody the inspection lets act as head.
//!
//! A delegation is a seat in the team of the school that ends by itself; its row says who gave it and until when.

use crate::{W, days, reach};
use commons::{
    House,
    audit::{self, Action},
    mail::{self, Letter},
};
use db::{Day, Error, FromRow, Moment, Result, Tx, args, id};
use jiff::civil::Date;
use school::{
    PersonId, Right, Role, School, SchoolId, Viewer, circle,
    person::{Name, full},
    viewer::or_not_found,
};

id! {
    /// A delegation.
    DelegationId
}

/// A delegation.
#[derive(Debug, Clone, FromRow)]
pub struct Delegation {
    /// The delegation.
    pub id: DelegationId,
    /// To whom.
    pub person_id: PersonId,
    first_name: String,
    last_name: String,
    /// As what: deputy, or head.
    pub role: Role,
    /// Its last day.
    pub last_on: Day,
    /// When it was given.
    pub given_at: Moment,
    /// When whoever was named said to know it.
    pub seen_at: Option<Moment>,
    /// When it was ended before its day.
    pub ended_at: Option<Moment>,
}

impl Delegation {
    /// To whom, by name.
    pub fn name(&self) -> String {
        full(&self.first_name, &self.last_name)
    }

    /// Whether it holds on a day.
    pub fn holds(&self, today: Date) -> bool {
        self.ended_at.is_none() && self.last_on.date().is_some_and(|last| last >= today)
    }
}

/// What somebody does with the delegations of a school.
#[derive(Debug, Clone)]
pub struct Desk {
    /// The school.
    pub school: School,
    /// What the viewer names people as; none for whoever only reads a delegation of their own.
    pub names: Option<Role>,
    /// The delegations the viewer sees, the newest first.
    pub delegations: Vec<Delegation>,
}

/// The desk of a school: for its head, for the inspection, and for whoever was named.
///
/// # Errors
/// [`Error::NotFound`] to everybody else; a fault of the database.
pub async fn desk(tx: &mut Tx, viewer: &Viewer, school: SchoolId) -> Result<Desk> {
    let school = School::load(tx, school).await?;
    let names = names(viewer, &school);
    let mut delegations = all(tx, school.id).await?;
    if names.is_none() {
        let today = tx.now().day();
        delegations.retain(|it| it.holds(today) && viewer.people.iter().any(|me| me.id == it.person_id));
        or_not_found(!delegations.is_empty())?;
    }
    Ok(Desk { school, names, delegations })
}

/// As what somebody names people in a school.
fn names(viewer: &Viewer, school: &School) -> Option<Role> {
    if viewer.may_at(Right::RunSchool, school.id) {
        return Some(Role::Deputy);
    }
    viewer.may_about(Right::NameHead, school).then_some(Role::Head)
}

async fn all(tx: &mut Tx, school: SchoolId) -> Result<Vec<Delegation>> {
    tx.all(
        "select d.id, d.person_id, p.first_name, p.last_name, d.role, d.last_on, d.given_at, d.seen_at, d.ended_at \
         from headship_delegation d join person p on p.id = d.person_id where d.school_id = $1 \
         order by d.given_at desc, d.id desc",
        args![school],
    )
    .await
}

/// Those of a team who may be named: whom the Éducation nationale employs there, but those who run the school already.
///
/// # Errors
/// A fault of the database.
pub async fn candidates(tx: &mut Tx, school: SchoolId, role: Role) -> Result<Vec<Name>> {
    let now = tx.now();
    tx.all(
        "select distinct p.id, p.first_name, p.last_name, p.sort_key from circle c join member m on m.circle_id = c.id \
         join person p on p.id = m.person_id and p.gone_at is null and p.kind = 'staff' \
         where c.school_id = $1 and c.kind = 'staff' and c.until is null and m.role in ('teacher', 'staff') \
         and m.since <= $2 and (m.until is null or m.until > $2) and not exists (select 1 from member o \
             where o.circle_id = c.id and o.person_id = p.id and o.role in ('head', $3) and o.since <= $2 \
             and (o.until is null or o.until > $2)) order by p.sort_key",
        args![school, now, role],
    )
    .await
}

/// Names somebody until the end of a day, and writes to them. For a desk that names.
///
/// # Errors
/// [`Error::Forbidden`] for a desk that does not; [`Error::NotFound`] for whoever may not be named; a fault of the database.
pub async fn give(
    tx: &mut Tx,
    house: &House,
    viewer: &Viewer,
    desk: &Desk,
    person: PersonId,
    last: Date,
) -> Result<()> {
    let role = desk.names.ok_or(Error::Forbidden)?;
    let school = desk.school.id;
    or_not_found(candidates(tx, school, role).await?.iter().any(|it| it.id == person))?;
    let team = reach::team(tx, school).await?;
    circle::seat(tx, team, person, role, Some(days::end_of(last))).await?;
    let (id, now): (DelegationId, Moment) = (tx.id(), tx.now());
    tx.change(
        "insert into headship_delegation (id, school_id, person_id, role, last_on, given_by, given_at) \
         values ($1, $2, $3, $4, $5, $6, $7)",
        args![id, school, person, role, Day::from(last), viewer.account, now],
    )
    .await?;
    let detail = format!("{school} {} {last}", role.as_str());
    audit::write(tx, Some(viewer.account), Action::HeadNamed, Some(person.to_string()), Some(&detail)).await?;
    tell(tx, house, desk, role, person, last).await
}

/// A letter to whoever was named; the page of the day tells it too.
async fn tell(tx: &mut Tx, house: &House, desk: &Desk, role: Role, person: PersonId, last: Date) -> Result<()> {
    let addresses: Vec<String> = tx
        .column(
            "select a.email from account_person h join account a on a.id = h.account_id \
             where h.person_id = $1 and a.email is not null and a.blocked_at is null",
            args![person],
        )
        .await?;
    let link = format!("{}/ecoles/{}/delegations", house.address, desk.school.id);
    let (school, last) = (desk.school.name.as_str(), web::dates::date(last));
    let said = if role == Role::Head { W.letter_head(school, &last) } else { W.letter_deputy(school, &last) };
    let text = web::letter(&[&said, W.letter_link(), &link]);
    for to in addresses {
        mail::post(tx, &Letter { to, subject: W.letter_subject(school), text: text.clone() }).await?;
    }
    Ok(())
}

/// Ends a delegation before its day; tells whose it was. For a desk that names as what it is.
///
/// # Errors
/// [`Error::NotFound`] when there is none; [`Error::Forbidden`] for another desk; [`Error::Conflict`] when it is over already; a
/// fault of the database.
pub async fn end(tx: &mut Tx, viewer: &Viewer, desk: &Desk, id: DelegationId) -> Result<String> {
    let today = tx.now().day();
    let found = desk.delegations.iter().find(|it| it.id == id).ok_or(Error::NotFound)?;
    if desk.names != Some(found.role) {
        return Err(Error::Forbidden);
    }
    if !found.holds(today) {
        return Err(Error::Conflict);
    }
    let (school, now) = (desk.school.id, tx.now());
    let ended = tx
        .changed_rows(
            "update headship_delegation set ended_at = $3 where id = $1 and school_id = $2 and ended_at is null",
            args![id, school, now],
        )
        .await?;
    if ended == 0 {
        return Err(Error::Conflict);
    }
    let team = reach::team(tx, school).await?;
    circle::unseat(tx, team, found.person_id, found.role).await?;
    let subject = Some(found.person_id.to_string());
    audit::write(tx, Some(viewer.account), Action::HeadNameEnded, subject, Some(&school.to_string())).await?;
    Ok(found.name())
}

/// Whoever was named says to know it.
///
/// # Errors
/// [`Error::NotFound`] when it is not the viewer's; a fault of the database.
pub async fn note_seen(tx: &mut Tx, viewer: &Viewer, desk: &Desk, id: DelegationId) -> Result<()> {
    let own = |it: &&Delegation| it.id == id && viewer.people.iter().any(|me| me.id == it.person_id);
    let found = desk.delegations.iter().find(own).ok_or(Error::NotFound)?;
    let now = tx.now();
    tx.change(
        "update headship_delegation set seen_at = $3 where id = $1 and school_id = $2 and seen_at is null",
        args![found.id, desk.school.id, now],
    )
    .await
}
