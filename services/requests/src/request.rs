//! A request of a school to its commune. Loading it is asking for that school, or answering for whom it goes to.

use crate::{
    clock,
    extra::{self, Said},
    side::{Side, side_of},
};
use commons::{Kind, ThingId};
use db::{Error, FromRow, Moment, Result, Tx, args};
use jiff::civil::Date;
use school::{SchoolId, Viewer};

pub use crate::state::{Priority, State};

/// What requests are, for those who are told of them. Nobody manages one by a role: the two sides alone do.
pub const KIND: Kind = Kind { name: "demandes", managed_by: None };

/// How many days after its end a school may open a request again.
pub const REOPENS_DAYS: i64 = 30;

/// A request the viewer may read.
#[derive(Debug, Clone, FromRow)]
pub struct Request {
    /// The request, which is a thing.
    pub id: ThingId,
    /// The school that asks.
    pub school_id: SchoolId,
    /// Its name.
    pub school_name: String,
    /// Whom it asks, as the scope of a task.
    pub scope: String,
    /// The kind of request, by its label on the day it was made.
    pub label: String,
    /// In a few words.
    pub title: String,
    /// Its text, plain.
    pub body: String,
    pub(crate) answers: String,
    /// How much it presses.
    pub priority: Priority,
    /// Where it stands.
    pub state: State,
    /// Who asked.
    pub author: String,
    /// The service of the commune that handles it; empty when nobody said.
    pub service: String,
    /// Where that service is written to.
    pub email: Option<String>,
    /// How many files came with it.
    pub files: i64,
    /// The day its delay ends.
    pub due_on: String,
    /// The day it is planned for.
    pub planned_on: Option<String>,
    /// The day it is awaited now; none while the school is asked, and once it is over.
    pub deadline: Option<String>,
    /// Since which day the school is asked something.
    pub waiting_since: Option<String>,
    /// When it was asked.
    pub created_at: Moment,
    /// When it was done.
    pub done_at: Option<Moment>,
    /// On which side of it the viewer stands.
    #[sqlx(skip)]
    pub side: Side,
}

const LOAD: &str = "\
select r.id, r.school_id, s.name as school_name, r.scope, r.label, r.title, r.body, r.answers, r.priority, r.state, \
    r.author, r.service, r.email, r.files, r.due_on, r.planned_on, r.deadline, r.waiting_since, r.created_at, r.done_at \
from town_request r join school s on s.id = r.school_id where r.id = $1";

impl Request {
    /// Reads a request the viewer's school made, or that came to whom the viewer answers for.
    ///
    /// # Errors
    /// [`Error::NotFound`] for everybody else; a fault of the database.
    pub async fn load(tx: &mut Tx, viewer: &Viewer, id: ThingId) -> Result<Self> {
        let mut request: Self = tx.one(LOAD, args![id]).await?;
        request.side = side_of(viewer, request.school_id, &request.scope).ok_or(Error::NotFound)?;
        Ok(request)
    }

    /// The same for one of its sides.
    ///
    /// # Errors
    /// [`Error::NotFound`] for those who may not read it, [`Error::Forbidden`] for those of the other side.
    pub async fn load_as(tx: &mut Tx, viewer: &Viewer, id: ThingId, side: Side) -> Result<Self> {
        let request = Self::load(tx, viewer, id).await?;
        if request.side == side { Ok(request) } else { Err(Error::Forbidden) }
    }

    /// What its kind asked, and what was said.
    ///
    /// # Errors
    /// A fault when what is stored is unreadable.
    pub fn answers(&self) -> Result<Vec<Said>> {
        extra::parsed(&self.answers)
    }

    /// Its address.
    pub fn path(&self) -> String {
        KIND.path(self.id)
    }

    /// The day it is awaited now.
    pub fn awaited_on(&self) -> Option<Date> {
        self.deadline.as_deref().and_then(clock::read)
    }

    /// Whether the school may open it again on a day.
    pub fn reopens(&self, today: Date) -> bool {
        let recent = |done: Moment| clock::days_between(done.day(), today) <= REOPENS_DAYS;
        self.state == State::Done && self.done_at.is_some_and(recent)
    }
}
