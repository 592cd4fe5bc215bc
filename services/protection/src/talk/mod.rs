//! « J’ai besoin de parler »: what a child asks one adult of the school.
//!
//! It is a thing of a private kind, given to that adult to work on (level 3 of a share): it is in no feed, and those
//! responsible for the child find it nowhere. No event tells of it, for events may be read by more people; the audit journal
//! does, without a word of what was said. It is forgotten soon after it is done.

mod care;
mod request;

use crate::{
    W,
    listener::{self, Pupil},
};
use commons::{
    Attention, House, Kind, Level, ThingId, attention,
    audit::{self, Action},
    job::{self, JobKind},
    notification, share,
    thing::{self, Card, NewThing},
};
use db::{Error, FromRow, Moment, Problems, Result, Tx, args};
use school::{SchoolId, SchoolYear, Viewer, person, text_enum};

pub use care::{close, heads, pass_on, see};
pub use request::{Request, Waiting, waiting};

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
/// How long a request is kept at most, in days.
const KEPT: i64 = 180;
/// How long a child sees what was sent, in days.
const SHOWN: i64 = 30;

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
    tx.change(
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

async fn forget_when_due(house: House, payload: String) -> Result<()> {
    let id: ThingId = payload.parse().map_err(Error::fault)?;
    let mut tx = house.db.write().await?;
    forget(&mut tx, id).await?;
    tx.commit().await
}

/// Erases a request.
pub(crate) async fn forget(tx: &mut Tx, id: ThingId) -> Result<()> {
    let school: Option<SchoolId> =
        tx.value("select school_id from thing where id = $1 and kind = $2", args![id, KIND.name]).await?;
    let Some(school) = school else { return Ok(()) };
    tx.change("delete from talk_request where thing_id = $1 and school_id = $2", args![id, school]).await?;
    thing::erase(tx, id).await
}
