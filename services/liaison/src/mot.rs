//! A mot: a thing with a text and terms. Loading it is being allowed to.

use crate::{
    departure,
    terms::{Acts, Reminders, Reply, Terms, Theme, choices_of},
    version::{self, Version},
};
use commons::{Kind, Level, Thing, ThingId};
use db::{Day, Error, FromRow, Moment, Result, Tx, args};
use richtext::Doc;
use school::{CircleId, PersonId, Right, Viewer, text_enum, viewer::or_not_found};

/// What mots are: whoever writes in the carnet de liaison of the class manages them.
pub const KIND: Kind = Kind { name: "mots", managed_by: Some(Right::WriteLiaison) };

text_enum! {
    /// Where a mot stands.
    State {
        /// Its author works on it.
        Draft = "draft",
        /// It is delivered, or will be.
        Sent = "sent",
        /// It was taken from its readers, with a reason.
        Withdrawn = "withdrawn",
    }
}

/// A mot the viewer may see.
#[derive(Debug, Clone)]
pub struct Mot {
    /// The thing it is, with what the viewer may do with it.
    pub thing: Thing,
    /// The circle its children are taken from: the one it lives in, or a level of it.
    pub target: CircleId,
    /// Where it stands.
    pub state: State,
    /// Its text.
    pub body: Doc,
    /// What it asks.
    pub terms: Terms,
    /// Whether it is for all the children of its target; some chosen ones otherwise.
    pub whole: bool,
    /// Raised by each change after the delivery: receipts name the version signed.
    pub version: i64,
    /// The version that asked last: receipts of it and of later ones count.
    pub asked_version: i64,
    /// Raised by each change: a form says which edition it was filled in from.
    pub edition: i64,
    /// When it was sent.
    pub sent_at: Option<Moment>,
    /// When its readers see it; it may be to come.
    pub delivered_at: Option<Moment>,
    /// The last day on which those who had not answered were reminded by hand.
    pub relanced_on: Option<Day>,
    /// Why it was withdrawn.
    pub withdrawn_reason: Option<String>,
}

#[derive(FromRow)]
struct Row {
    target_id: CircleId,
    state: State,
    theme: Theme,
    body: String,
    reply: Reply,
    choices: String,
    acts: Acts,
    due_day: Option<Day>,
    reminders: Reminders,
    pupils: bool,
    whole: bool,
    version: i64,
    asked_version: i64,
    edition: i64,
    urgent_reason: Option<String>,
    sent_at: Option<Moment>,
    delivered_at: Option<Moment>,
    relanced_on: Option<Day>,
    withdrawn_reason: Option<String>,
}

const LOAD: &str = "\
select target_id, state, theme, body, reply, choices, acts, due_day, reminders, pupils, whole, version, asked_version, \
    edition, urgent_reason, sent_at, delivered_at, relanced_on, withdrawn_reason \
from mot where thing_id = $1 and school_id = $2";

impl Mot {
    /// Reads a mot when the viewer may do `needed` with it. A draft is its author's business.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it is absent or hidden from the viewer; [`Error::Forbidden`] when it is seen but the
    /// level is not enough.
    pub async fn load(tx: &mut Tx, viewer: &Viewer, id: ThingId, needed: Level) -> Result<Self> {
        let mut thing = Thing::load(tx, viewer, &KIND, id, needed).await?;
        let row: Row = tx.one(LOAD, args![id, thing.school_id]).await?;
        if thing.until.is_none() && thing.level < Level::Write {
            thing.until = departure::until(tx, viewer, &[(id, thing.school_id)]).await?.remove(&id);
        }
        let mut mot = Self::of(thing, row)?;
        if let Some(until) = mot.thing.until {
            // Whoever left before its hour never had it.
            let was_given = mot.delivered_at.is_some_and(|at| at <= until);
            let last = version::of(tx, &mot).await?.pop().filter(|_| was_given);
            mot.go_back_to(last.ok_or(Error::NotFound)?);
        }
        or_not_found(mot.state != State::Draft || mot.is_by(viewer))?;
        Ok(mot)
    }

    fn of(thing: Thing, row: Row) -> Result<Self> {
        let terms = Terms {
            theme: row.theme,
            reply: row.reply,
            choices: choices_of(&row.choices),
            acts: row.acts,
            due: row.due_day.and_then(|day| day.date()),
            reminders: row.reminders,
            pupils: row.pupils,
            urgent: row.urgent_reason,
        };
        Ok(Self {
            thing,
            target: row.target_id,
            state: row.state,
            body: richtext::parse(&row.body).map_err(Error::fault)?,
            terms,
            whole: row.whole,
            version: row.version,
            asked_version: row.asked_version,
            edition: row.edition,
            sent_at: row.sent_at,
            delivered_at: row.delivered_at,
            relanced_on: row.relanced_on,
            withdrawn_reason: row.withdrawn_reason,
        })
    }

    /// As it was in a version: whoever left reads nothing of what was changed later.
    fn go_back_to(&mut self, version: Version) {
        self.thing.title = version.title;
        self.body = version.body;
        self.terms.choices = version.choices;
        self.terms.due = version.due.and_then(|day| day.date());
        self.version = version.number;
        self.asked_version = self.asked_version.min(version.number);
    }

    /// Whether the viewer wrote it.
    pub fn is_by(&self, viewer: &Viewer) -> bool {
        viewer.people.iter().any(|me| me.id == self.thing.author_id)
    }

    /// Whether the viewer sends, follows and withdraws it.
    pub fn is_managed(&self) -> bool {
        self.thing.level == Level::Manage
    }

    /// Whether its readers see it now.
    pub fn is_delivered(&self, now: Moment) -> bool {
        self.state == State::Sent && self.delivered_at.is_some_and(|at| at <= now)
    }

    /// Whether it is sent and waits for its hour.
    pub fn is_waiting(&self, now: Moment) -> bool {
        self.state == State::Sent && self.delivered_at.is_some_and(|at| at > now)
    }

    /// Whether its last day is past.
    pub fn is_late(&self, now: Moment) -> bool {
        self.terms.due.is_some_and(|day| day < now.day())
    }

    /// Whether the viewer may change it: those who manage it, until it is withdrawn.
    pub fn may_be_edited(&self) -> bool {
        self.is_managed() && self.state != State::Withdrawn
    }

    /// The person who acts when the viewer does something to it.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the viewer has no seat in the school.
    pub fn acting(&self, viewer: &Viewer) -> Result<PersonId> {
        viewer.acting_in(self.thing.circle_id, self.thing.school_id)
    }

    /// Its address.
    pub fn path(&self) -> String {
        KIND.path(self.thing.id)
    }
}
