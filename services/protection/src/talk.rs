//! « J’ai besoin de parler »: what a child asks one adult of the school.
//!
//! It is a thing of a private kind, given to that adult to work on (level 3 of a share): it is in no feed, and those
//! responsible for the child find it nowhere. No event tells of it, for events may be read by more people; the audit journal
//! does, without a word of what was said. It is forgotten soon after it is done.

use crate::{
    W,
    listener::{self, Pupil},
};
use commons::{
    Attention, House, Kind, Level, Thing, ThingId, attention,
    audit::{self, Action},
    job::{self, JobKind},
    notification, share,
    thing::{self, Card, NewThing},
};
use db::{Error, FromRow, Moment, Problems, Result, Tx, args, id_list};
use school::{PersonId, Role, SchoolId, SchoolYear, Viewer, person, person::Name, text_enum, viewer::or_not_found};

/// What requests are: private, shares alone decide.
pub const KIND: Kind = Kind { name: "paroles", managed_by: None };

/// The job that forgets a request. It may run twice: what is forgotten is not there the second time.
pub const FORGET: JobKind =
    JobKind { name: "protection.forget-talk", run: |house, payload| Box::pin(forget_when_due(house, payload)) };

text_enum! {
    /// What an adult is told.
    Verb {
        /// A child asks to talk.
        Asked = "talk.asked",
        /// A colleague passes on what a child asked.
        PassedOn = "talk.passed-on",
    }
}

/// The longest words, in characters.
pub const LONGEST: usize = 600;
/// The most requests of a child in a day: more would bury the first.
const MOST_A_DAY: i64 = 3;
/// How long a request is kept once it is done, in days.
const KEPT_DONE: i64 = 30;
/// How long it is kept at most, in days.
const KEPT: i64 = 180;
/// How long a child sees what was sent, in days.
const SHOWN: i64 = 30;

/// What a child asked, as the adults it was given to read it.
#[derive(Debug, Clone)]
pub struct Request {
    /// The thing it is.
    pub thing: Thing,
    /// What it says.
    row: Row,
}

#[derive(Debug, Clone, FromRow)]
struct Row {
    child_id: PersonId,
    words: String,
    asked_at: Moment,
    seen_at: Option<Moment>,
    closed_at: Option<Moment>,
    first_name: String,
    last_name: String,
    class_name: Option<String>,
}

const LOAD: &str = "\
select r.child_id, r.words, r.asked_at, r.seen_at, r.closed_at, p.first_name, p.last_name, \
    (select min(c.name) from member m join circle c on c.id = m.circle_id and c.kind = 'class' and c.until is null \
     where m.person_id = r.child_id and m.role = 'pupil' and m.since <= $3 and (m.until is null or m.until > $3)) \
        as class_name \
from talk_request r join person p on p.id = r.child_id where r.thing_id = $1 and r.school_id = $2";

impl Request {
    /// Reads a request given to the viewer, who still works in the school.
    ///
    /// # Errors
    /// [`Error::NotFound`] to everybody else; [`Error::Forbidden`] to the child who asked.
    pub async fn load(tx: &mut Tx, viewer: &Viewer, id: ThingId) -> Result<Self> {
        let thing = Thing::load(tx, viewer, &KIND, id, Level::Write).await?;
        if viewer.people.iter().any(|me| me.id == thing.author_id) {
            return Err(Error::Forbidden);
        }
        or_not_found(viewer.seats.iter().any(|seat| seat.school == thing.school_id && works(seat.role)))?;
        let row = tx.one(LOAD, args![id, thing.school_id, tx.now()]).await?;
        Ok(Self { thing, row })
    }

    /// The child's whole name.
    pub fn child(&self) -> String {
        person::full(&self.row.first_name, &self.row.last_name)
    }

    /// The child's class, when there is one.
    pub fn class_name(&self) -> Option<&str> {
        self.row.class_name.as_deref()
    }

    /// What the child wrote; it may be nothing.
    pub fn words(&self) -> &str {
        &self.row.words
    }

    /// When the child asked.
    pub fn asked_at(&self) -> Moment {
        self.row.asked_at
    }

    /// Whether an adult said it was seen.
    pub fn is_seen(&self) -> bool {
        self.row.seen_at.is_some()
    }

    /// Whether an adult said it was done.
    pub fn is_closed(&self) -> bool {
        self.row.closed_at.is_some()
    }
}

fn works(role: Role) -> bool {
    match role {
        Role::Teacher | Role::Head | Role::Staff | Role::TownAgent => true,
        Role::Pupil | Role::Guardian | Role::AcademyAdmin | Role::DistrictAdmin | Role::TownEditor => false,
    }
}

/// Asks an adult to talk; the adult is told at once, whatever the hour, and woken by a push and a letter that say neither
/// which child nor what.
///
/// # Errors
/// [`Error::Invalid`] when the adult is not of those who listen, when the words are too long, when the child has asked
/// enough for a day.
pub async fn ask(tx: &mut Tx, viewer: &Viewer, pupil: &Pupil, adult: &str, words: &str) -> Result<()> {
    let listeners = listener::of_pupil(tx, pupil).await?;
    let adult = listeners.iter().map(|it| it.id).find(|id| id.to_string() == adult);
    let words = words.trim();
    let mut problems = Problems::default();
    problems.require(words.chars().count() <= LONGEST, "words", W.talk_too_long());
    problems.require(adult.is_some(), "adult", W.talk_choose());
    problems.require(asked_today(tx, pupil).await? < MOST_A_DAY, "adult", W.talk_enough());
    let adult = problems.or(adult)?.ok_or(Error::NotFound)?;
    let now = tx.now();
    let new = NewThing {
        kind: &KIND,
        school: pupil.school,
        circle: adult.into(),
        year: SchoolYear::of(now.day()).0,
        author: pupil.person,
        // A title is read over shoulders: it names nobody.
        card: Card { title: W.talk_told(), excerpt: "", cover: None, cover_alt: None },
        attention: Attention::Action,
    };
    let id = thing::create(tx, &new).await?;
    tx.run(
        "insert into talk_request (thing_id, school_id, child_id, adult_id, words, asked_at) \
         values ($1, $2, $3, $4, $5, $6)",
        args![id, pupil.school, pupil.person, adult, words, now],
    )
    .await?;
    share::grant(tx, id, adult.into(), Level::Write, now, pupil.person).await?;
    notification::tell(tx, adult, id, Verb::Asked.as_str(), None).await?;
    attention::alert(tx, id, &[adult], now).await?;
    audit::write(tx, Some(viewer.account), Action::TalkAsked, Some(id.to_string()), None).await?;
    job::enqueue(tx, FORGET.name, &id.to_string(), now.plus_days(KEPT)).await
}

async fn asked_today(tx: &mut Tx, pupil: &Pupil) -> Result<i64> {
    let since = tx.now().plus_days(-1);
    tx.count(
        "select count(*) as n from talk_request where child_id = $1 and school_id = $2 and asked_at > $3",
        args![pupil.person, pupil.school, since],
    )
    .await
}

/// What a child asked lately, as the child is told about it.
#[derive(Debug, Clone, FromRow)]
pub struct Sent {
    /// When the child asked.
    pub asked_at: Moment,
    /// When the adult said it was seen.
    pub seen_at: Option<Moment>,
    first_name: String,
    last_name: String,
}

impl Sent {
    /// The adult asked.
    pub fn adult(&self) -> String {
        person::full(&self.first_name, &self.last_name)
    }
}

/// What a pupil asked lately and is not done yet, newest first.
///
/// # Errors
/// A fault of the database.
pub async fn sent(tx: &mut Tx, pupil: &Pupil) -> Result<Vec<Sent>> {
    let since = tx.now().plus_days(-SHOWN);
    tx.all(
        "select r.asked_at, r.seen_at, p.first_name, p.last_name from talk_request r join person p on p.id = r.adult_id \
         where r.child_id = $1 and r.school_id = $2 and r.asked_at > $3 and r.closed_at is null \
         order by r.asked_at desc, r.thing_id desc",
        args![pupil.person, pupil.school, since],
    )
    .await
}

/// A request that waits for the viewer.
#[derive(Debug, Clone, FromRow)]
pub struct Waiting {
    /// The request.
    pub thing_id: ThingId,
    /// When the child asked.
    pub asked_at: Moment,
}

/// The requests given to the viewer that are not done, oldest first; none to those who work in no school.
///
/// # Errors
/// A fault of the database.
pub async fn waiting(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Waiting>> {
    let schools: Vec<SchoolId> = viewer.seats.iter().filter(|seat| works(seat.role)).map(|seat| seat.school).collect();
    if schools.is_empty() {
        return Ok(Vec::new());
    }
    let people = id_list(viewer.people.iter().map(|me| me.id));
    tx.all(
        "select r.thing_id, r.asked_at from share s join talk_request r on r.thing_id = s.thing_id \
         where s.circle_id in (select unhex(value) from json_each($1)) and r.closed_at is null \
             and r.school_id in (select unhex(value) from json_each($2)) order by r.asked_at, r.thing_id",
        args![people, id_list(schools)],
    )
    .await
}

/// Says that the request was seen: the child reads so. Does nothing the second time.
///
/// # Errors
/// A fault of the database.
pub async fn see(tx: &mut Tx, viewer: &Viewer, request: &Request) -> Result<()> {
    let thing = &request.thing;
    let now = tx.now();
    let people = id_list(viewer.people.iter().map(|me| me.id));
    notification::mark_read(tx, people, thing.id).await?;
    let read: Vec<PersonId> = viewer.people.iter().map(|me| me.id).collect();
    attention::hush_for(tx, thing.id, &read).await?;
    let changed = tx
        .run(
            "update talk_request set seen_at = $3 where thing_id = $1 and school_id = $2 and seen_at is null",
            args![thing.id, thing.school_id, now],
        )
        .await?;
    if changed == 0 {
        return Ok(());
    }
    audit::write(tx, Some(viewer.account), Action::TalkSeen, Some(thing.id.to_string()), None).await
}

/// Says that the request is done: it is forgotten a while later.
///
/// # Errors
/// [`Error::Conflict`] when somebody else was faster; a fault of the database.
pub async fn close(tx: &mut Tx, viewer: &Viewer, request: &Request) -> Result<()> {
    see(tx, viewer, request).await?;
    let thing = &request.thing;
    let now = tx.now();
    let changed = tx
        .run(
            "update talk_request set closed_at = $3 where thing_id = $1 and school_id = $2 and closed_at is null",
            args![thing.id, thing.school_id, now],
        )
        .await?;
    if changed == 0 {
        return Err(Error::Conflict);
    }
    notification::forget_but(tx, thing.id, Vec::new()).await?;
    attention::hush(tx, thing.id).await?;
    audit::write(tx, Some(viewer.account), Action::TalkClosed, Some(thing.id.to_string()), None).await?;
    job::enqueue(tx, FORGET.name, &thing.id.to_string(), now.plus_days(KEPT_DONE)).await
}

// Never to a head whose account is also that of somebody responsible for the child.
const HEADS: &str = "\
select distinct p.id, p.first_name, p.last_name, p.sort_key from circle c \
join member m on m.circle_id = c.id join person p on p.id = m.person_id and p.gone_at is null \
where c.school_id = $1 and c.kind = 'staff' and m.role = 'head' and m.since <= $2 and (m.until is null or m.until > $2) \
    and not exists (select 1 from share s where s.thing_id = $3 and s.circle_id = p.id) \
    and not exists (select 1 from account_person mine join account_person other on other.account_id = mine.account_id \
        join guardianship g on g.adult_id = other.person_id and g.child_id = $4 and g.until is null \
        where mine.person_id = p.id) order by p.sort_key";

/// The heads a request may still be passed on to.
///
/// # Errors
/// A fault of the database.
pub async fn heads(tx: &mut Tx, request: &Request) -> Result<Vec<Name>> {
    let thing = &request.thing;
    tx.all(HEADS, args![thing.school_id, tx.now(), thing.id, request.row.child_id]).await
}

/// Passes a request on to the heads of the school, who are told at once.
///
/// # Errors
/// [`Error::Conflict`] when there is none to pass it on to, or it is done; a fault of the database.
pub async fn pass_on(tx: &mut Tx, viewer: &Viewer, request: &Request) -> Result<()> {
    let heads = heads(tx, request).await?;
    if heads.is_empty() || request.is_closed() {
        return Err(Error::Conflict);
    }
    see(tx, viewer, request).await?;
    let (now, thing) = (tx.now(), &request.thing);
    let actor = viewer.acting_in(thing.circle_id, thing.school_id)?;
    for head in heads {
        share::grant(tx, thing.id, head.id.into(), Level::Write, now, actor).await?;
        notification::tell(tx, head.id, thing.id, Verb::PassedOn.as_str(), None).await?;
        attention::alert(tx, thing.id, &[head.id], now).await?;
    }
    audit::write(tx, Some(viewer.account), Action::TalkPassedOn, Some(thing.id.to_string()), None).await
}

async fn forget_when_due(house: House, payload: String) -> Result<()> {
    let id: ThingId = payload.parse().map_err(Error::fault)?;
    let mut tx = house.db.write().await?;
    forget(&mut tx, id).await?;
    tx.commit().await
}

/// Erases a request.
async fn forget(tx: &mut Tx, id: ThingId) -> Result<()> {
    let school: Option<(SchoolId,)> =
        tx.first("select school_id from thing where id = $1 and kind = $2", args![id, KIND.name]).await?;
    let Some((school,)) = school else { return Ok(()) };
    tx.run("delete from talk_request where thing_id = $1 and school_id = $2", args![id, school]).await?;
    thing::erase(tx, id).await
}
