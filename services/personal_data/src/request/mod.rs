//! Requests about rights: the six of article 8 of the convention, from being filed to being answered.
//!
//! Who asks reads their own; the desk reads those of its territory. What each state allows is in [`step`].

mod by_letter;
pub mod deadline;
pub mod desk;
pub mod filing;
mod found;
mod history;
mod holder;
mod kind;
pub mod letter;
pub mod reminder;
pub mod step;
pub mod to_head;
mod typed;

use db::{Day, Error, FromRow, Moment, Result, Tx, args, id};
use school::{AccountId, PersonId, Viewer};

pub use history::{Step, steps};
pub use kind::{Channel, Kind, State};

id! {
    /// A request about rights.
    RequestId
}

/// A request.
#[derive(Debug, Clone, FromRow)]
pub struct Request {
    /// The request.
    pub id: RequestId,
    /// What letters call it: « D-2026-4F0A12 ».
    pub reference: String,
    /// Whose data; none for somebody who is in no directory.
    pub subject_id: Option<PersonId>,
    /// Their name.
    pub subject_name: String,
    /// Who asked, from an account.
    pub account_id: Option<AccountId>,
    /// Which right.
    pub kind: Kind,
    /// How it came.
    pub channel: Channel,
    /// The territory whose desk answers.
    pub scope: String,
    /// What was asked, in words.
    pub body: String,
    /// What an objection is about, a word each.
    pub topics: String,
    /// Where it stands.
    pub state: State,
    /// How it was made sure who asks: `account`, or the words of the desk.
    pub identity: Option<String>,
    /// The day it came.
    pub received_on: Day,
    /// The last day to answer.
    pub due_on: Day,
    /// Why it takes longer.
    pub extension_reason: Option<String>,
    /// When that was decided.
    pub extended_at: Option<Moment>,
    /// The answer, or why it is refused.
    pub outcome: Option<String>,
    /// When it was answered or refused.
    pub closed_at: Option<Moment>,
    /// When who asked read that.
    pub read_at: Option<Moment>,
    /// When it was filed.
    pub created_at: Moment,
}

/// One list of columns for the ways requests are found.
macro_rules! select_requests {
    ($condition:literal) => {
        concat!(
            "select id, reference, subject_id, subject_name, account_id, kind, channel, scope, body, topics, state, identity, ",
            "received_on, due_on, extension_reason, extended_at, outcome, closed_at, read_at, created_at ",
            "from rights_request where ",
            $condition
        )
    };
}
pub(crate) use select_requests;

impl Request {
    /// The requests an account filed, the latest first.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn of(tx: &mut Tx, account: AccountId) -> Result<Vec<Self>> {
        tx.all(select_requests!("account_id = $1 order by created_at desc, id desc limit 200"), args![account]).await
    }

    /// A request the viewer filed.
    ///
    /// # Errors
    /// [`Error::NotFound`] for those of others.
    pub async fn load(tx: &mut Tx, viewer: &Viewer, id: RequestId) -> Result<Self> {
        tx.one(select_requests!("id = $1 and account_id = $2"), args![id, viewer.account]).await
    }

    /// A request of the territory of the viewer, who answers there.
    ///
    /// # Errors
    /// [`Error::NotFound`] for those of other territories, and for whoever answers none.
    pub async fn at_desk(tx: &mut Tx, viewer: &Viewer, id: RequestId) -> Result<Self> {
        let found: Self = tx.one(select_requests!("id = $1"), args![id]).await?;
        if desk::covers(viewer, &found.scope) { Ok(found) } else { Err(Error::NotFound) }
    }

    /// Where who asked reads it.
    pub fn path(&self) -> String {
        format!("/mes-donnees/demandes/{}", self.id)
    }

    /// Where the desk reads it.
    pub fn desk_path(&self) -> String {
        format!("{}/{}", desk::PATH, self.id)
    }

    /// Notes that who asked read the answer.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn read(tx: &mut Tx, id: RequestId) -> Result<()> {
        let now = tx.now();
        tx.change("update rights_request set read_at = $2 where id = $1 and read_at is null", args![id, now]).await
    }
}
