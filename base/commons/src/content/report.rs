//! Reports: whoever reads a thing may say that something is wrong with it, or with a part of it such as a comment.
//!
//! A report is read by those who look after the place the thing lives in: the teachers of the class, the head of the
//! school; of what people say to one another, by the head alone. Its author never learns who reported.

use crate::{
    audit::{self, Action},
    event::{self, Event},
    kept_text, notification,
    thing::{Kind, Thing, ThingId},
};
use db::{Error, FromRow, Moment, Result, Tx, Uuid, args, id, id_list};
use school::{CircleId, PersonId, PersonKind, Right, SchoolId, Seat, Viewer, circle, rights::carries, text_enum};

id! {
    /// A report.
    ReportId
}

text_enum! {
    /// What came of a report.
    Outcome {
        /// Nothing was taken away.
        Kept = "kept",
        /// What was reported was taken away.
        Heard = "heard",
    }
}

/// The event of a report raised from the page every thing shares, and the notice of those in charge.
pub const RAISED: &str = "report.raised";
/// Where those in charge look at reports: the thing itself may be closed to them.
pub const QUEUE: &str = "/a-valider";
/// The most reports a queue shows.
const MOST: i64 = 200;
/// The kinds of what people say to one another: those who teach a class look after none of it, and may be those it is
/// reported of. The head alone is told, and settles.
const BETWEEN_PEOPLE: [&str; 1] = ["messages"];

/// What reports are about: a thing of a school, or a part of it.
#[derive(Debug, Clone, Copy)]
pub struct About {
    /// The thing.
    pub thing: ThingId,
    /// Its school.
    pub school: SchoolId,
    /// The part, such as a comment.
    pub part: Option<Uuid>,
}

impl About {
    /// What the audit journal names: the part, or the thing itself.
    fn subject(&self) -> String {
        self.part.unwrap_or(self.thing.0).simple().to_string()
    }
}

/// A report nobody has settled yet.
#[derive(Debug, Clone, FromRow)]
pub struct Report {
    /// The part it is about; none for the thing itself.
    pub part: Option<Uuid>,
    /// What is wrong, in the reporter's words.
    pub reason: String,
    /// When it was said.
    pub created_at: Moment,
    /// Who said it, first name.
    pub first_name: String,
    /// Who said it, last name.
    pub last_name: String,
    /// What the directory says the reporter is.
    pub kind: PersonKind,
}

/// Whether the viewer may report a thing: whoever sits in its school, in the circle it lives in, or in the families of that circle.
/// A group of several schools seats people who are of another school than the one that holds it. Whoever loaded what people say to one
/// another received it: a seat anywhere is enough, such as that of who left the group it was written to.
pub fn may_raise(viewer: &Viewer, thing: &Thing) -> bool {
    reporting_seat(viewer, thing).is_some()
}

fn reporting_seat<'a>(viewer: &'a Viewer, thing: &Thing) -> Option<&'a Seat> {
    let (place, received) = (thing.circle_id, is_between_people(&thing.kind));
    let is_near = |seat: &Seat| seat.school == thing.school_id || seat.circle == place || seat.of_circle == Some(place);
    viewer.seats.iter().find(|seat| (received || is_near(seat)) && carries(seat.role, Right::Report))
}

/// Says that something is wrong with a thing the viewer loaded, or with a part of it the viewer reads. `reason` was
/// checked by the page. Those in charge are told, without a word of it, and find it in their queue.
///
/// # Errors
/// [`Error::Forbidden`] to those who may not report.
pub async fn raise(tx: &mut Tx, viewer: &Viewer, thing: &Thing, part: Option<Uuid>, reason: &str) -> Result<()> {
    let reporter = file(tx, viewer, thing, part, reason).await?;
    let event = Event {
        school: Some(thing.school_id),
        actor: Some(reporter),
        verb: RAISED,
        thing: Some(thing.id),
        detail: Some(reason),
    };
    event::record(tx, event).await?;
    for person in in_charge(tx, thing).await?.into_iter().filter(|it| *it != reporter) {
        notification::tell(tx, person, thing.id, RAISED, None).await?;
    }
    Ok(())
}

/// The heads of the school, and those who teach the class the thing lives in, or in whose families it does; the heads alone
/// for what people say to one another.
async fn in_charge(tx: &mut Tx, thing: &Thing) -> Result<Vec<PersonId>> {
    let now = tx.now();
    let mut people: Vec<PersonId> = circle::heads(tx, thing.school_id).await?.into_iter().map(|head| head.id).collect();
    if !is_between_people(&thing.kind) {
        let teachers: Vec<PersonId> = tx.column(TEACHERS, args![thing.circle_id, now]).await?;
        people.extend(teachers);
    }
    people.sort();
    people.dedup();
    Ok(people)
}

fn is_between_people(kind: &str) -> bool {
    BETWEEN_PEOPLE.contains(&kind)
}

const TEACHERS: &str = "\
select m.person_id from member m \
    where m.circle_id = $1 and m.role = 'teacher' and m.since <= $2 and (m.until is null or m.until > $2) \
union select m.person_id from circle f join member m on m.circle_id = f.of_circle \
    where f.id = $1 and m.role = 'teacher' and m.since <= $2 and (m.until is null or m.until > $2)";

/// Keeps a report, journalled, and answers who reports: for a service that tells it with verbs of its own.
///
/// # Errors
/// As [`raise`].
pub async fn file(tx: &mut Tx, viewer: &Viewer, thing: &Thing, part: Option<Uuid>, reason: &str) -> Result<PersonId> {
    let own = reporting_seat(viewer, thing).ok_or(Error::Forbidden)?.person;
    let reporter = match viewer.acting_in(thing.circle_id, thing.school_id) {
        // Of no place it lives in any more.
        Err(Error::NotFound) => own,
        acting => acting?,
    };
    let (id, now): (ReportId, Moment) = (tx.id(), tx.now());
    tx.change(
        "insert into thing_report (id, thing_id, part, school_id, reporter_id, reason, created_at) \
         values ($1, $2, $3, $4, $5, $6, $7)",
        args![id, thing.id, part, thing.school_id, reporter, reason, now],
    )
    .await?;
    let about = About { thing: thing.id, school: thing.school_id, part };
    audit::write(tx, Some(viewer.account), Action::ContentReported, Some(about.subject()), Some(reason)).await?;
    Ok(reporter)
}

/// A thing with a report nobody has settled yet, for the director of publication of its school: also a private one, which
/// nothing else lets a head see, and of which no more than was reported is shown.
///
/// # Errors
/// [`Error::NotFound`] for others, and when there is no such report.
pub async fn reported(tx: &mut Tx, viewer: &Viewer, kind: &Kind, id: ThingId) -> Result<Thing> {
    let found: Option<Thing> = tx
        .first(
            "select t.id, t.kind, t.school_id, t.circle_id, t.author_id, t.title, t.created_at, t.updated_at, t.withdrawn_at, \
                 cast(null as bigint) as shared_level from thing t \
             where t.id = $1 and t.kind = $2 and exists (select 1 from thing_report r \
                 where r.thing_id = t.id and r.school_id = t.school_id and r.settled_at is null)",
            args![id, kind.name],
        )
        .await?;
    found.filter(|thing| viewer.may_at(Right::Unpublish, thing.school_id)).ok_or(Error::NotFound)
}

/// The reports of a thing and of its parts nobody has settled yet, oldest first. For those who manage it.
///
/// # Errors
/// A fault of the database.
pub async fn open_about(tx: &mut Tx, thing: &Thing) -> Result<Vec<Report>> {
    tx.all(
        "select r.part, r.reason, r.created_at, p.first_name, p.last_name, p.kind from thing_report r \
         join person p on p.id = r.reporter_id \
         where r.thing_id = $1 and r.school_id = $2 and r.settled_at is null order by r.created_at, r.id",
        args![thing.id, thing.school_id],
    )
    .await
}

/// Settles the open reports about something. Answers who had reported, whoever settles aside, to be told what came of it;
/// nothing when there was none. For those who manage it.
///
/// # Errors
/// A fault of the database.
pub async fn settle(
    tx: &mut Tx,
    viewer: &Viewer,
    about: &About,
    actor: PersonId,
    outcome: Outcome,
) -> Result<Option<Vec<PersonId>>> {
    let now = tx.now();
    let settled: Vec<PersonId> = tx
        .column(
            "update thing_report set settled_at = $4, settled_by = $5, outcome = $6 \
             where thing_id = $1 and school_id = $2 and part is not distinct from $3 and settled_at is null \
             returning reporter_id",
            args![about.thing, about.school, about.part, now, actor, outcome],
        )
        .await?;
    if settled.is_empty() {
        return Ok(None);
    }
    if outcome == Outcome::Heard && about.part.is_none() {
        kept_text::forget(tx, &id_list([about.thing])).await?;
    }
    let open = "select count(*) as n from thing_report where thing_id = $1 and school_id = $2 and settled_at is null";
    if tx.count(open, args![about.thing, about.school]).await? == 0 {
        notification::forget_told(tx, about.thing, RAISED).await?;
    }
    audit::write(tx, Some(viewer.account), Action::ReportsSettled, Some(about.subject()), None).await?;
    let mut reporters: Vec<PersonId> = settled.into_iter().filter(|it| *it != actor).collect();
    reporters.sort();
    reporters.dedup();
    Ok(Some(reporters))
}

/// A report as a queue shows it, with what the card of its thing says.
#[derive(Debug, Clone, FromRow)]
pub struct Queued {
    /// The report.
    pub id: ReportId,
    /// Its thing.
    pub thing_id: ThingId,
    /// The kind of the thing, the first part of its address.
    pub thing_kind: String,
    /// The title of the thing.
    pub title: String,
    /// The first words of the thing.
    pub excerpt: String,
    /// Where the thing lives.
    pub circle_id: CircleId,
    /// Its school.
    pub school_id: SchoolId,
    /// The part it is about; none for the thing itself.
    pub part: Option<Uuid>,
    /// What is wrong, in the reporter's words.
    pub reason: String,
    /// When it was said.
    pub created_at: Moment,
    /// Who said it, first name.
    pub first_name: String,
    /// Who said it, last name.
    pub last_name: String,
    /// What the directory says the reporter is.
    pub kind: PersonKind,
}

impl Queued {
    /// What it is about.
    pub fn about(&self) -> About {
        About { thing: self.thing_id, school: self.school_id, part: self.part }
    }
}

/// The reports the viewer has to look at, oldest first: those of the classes and groups taught and of the schools headed.
///
/// # Errors
/// A fault of the database.
pub async fn queue(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Queued>> {
    let kept = viewer.seats.iter().filter(|seat| carries(seat.role, Right::SeeClass));
    let schools: Vec<SchoolId> = kept.map(|seat| seat.school).collect();
    if schools.is_empty() {
        return Ok(Vec::new());
    }
    let groups: Vec<CircleId> = viewer.groups_taught().collect();
    let taught: Vec<CircleId> = viewer.taught().chain(groups.iter().copied()).collect();
    let mut circles = circle::told_with(tx, viewer, taught.iter().copied()).await?;
    circles.extend(taught);
    let reports: Vec<Queued> = tx
        .all(
            "select r.id, r.thing_id, t.kind as thing_kind, t.title, t.excerpt, t.circle_id, r.school_id, r.part, \
                 r.reason, r.created_at, p.first_name, p.last_name, p.kind \
             from thing_report r join thing t on t.id = r.thing_id join person p on p.id = r.reporter_id \
             where r.school_id in (select unhex(value) from json_each($1) \
                 union select g.school_id from circle g where g.id in (select unhex(value) from json_each($3))) \
             and r.settled_at is null order by r.created_at, r.id limit $2",
            args![id_list(schools), MOST, id_list(groups)],
        )
        .await?;
    let looked_after = |report: &Queued| {
        viewer.may_at(Right::Unpublish, report.school_id)
            || (!is_between_people(&report.thing_kind) && circles.contains(&report.circle_id))
    };
    Ok(reports.into_iter().filter(looked_after).collect())
}
