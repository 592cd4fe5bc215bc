//! A request for help. Loading it is being its author, or sitting at a desk it came to.

mod kind;
mod state;

pub use kind::{HelpKind, Rating, Urgency};
pub use state::State;

use crate::{desk::Desk, level::Level};
use commons::{Kind, ThingId};
use db::{Error, FromRow, Moment, Result, Tx, args};
use richtext::Doc;
use school::{AccountId, PersonId, SchoolId, Territory, Viewer};

/// What requests are, for those who are told of them. Nobody manages one by a role: desks alone decide.
pub const KIND: Kind = Kind { name: "assistance", managed_by: None };

/// A request the viewer may read.
#[derive(Debug, Clone, FromRow)]
pub struct HelpRequest {
    /// The request, which is a thing.
    pub id: ThingId,
    /// What is asked for.
    pub kind: HelpKind,
    /// In a few words.
    pub title: String,
    body: String,
    /// How much it presses.
    pub urgency: Urgency,
    /// Whose it is.
    pub account_id: AccountId,
    /// The person who asked, when the account holds one there.
    pub person_id: Option<PersonId>,
    /// The name of the author.
    pub author: String,
    /// As what they asked.
    pub profile: String,
    place: String,
    /// From where.
    pub place_label: String,
    /// Whether a parent asks the school.
    pub family: bool,
    /// The page they came from; empty when unknown.
    pub page: String,
    /// Their browser, in words.
    pub browser: String,
    /// The incident number they saw; empty for none.
    pub incident: String,
    /// How many files came with it.
    pub files: i64,
    /// The desk it is at.
    pub level: Level,
    /// Where it stands.
    pub state: State,
    /// Who takes care of it.
    pub assignee_id: Option<AccountId>,
    /// By name.
    pub assignee: Option<String>,
    /// When it was asked.
    pub created_at: Moment,
    /// When it was answered first.
    pub first_answer_at: Option<Moment>,
    /// When it was solved.
    pub solved_at: Option<Moment>,
    rating: Option<String>,
    /// What the author added to it.
    pub rating_word: Option<String>,
    /// At how many of the viewer's desks it has been.
    followed: i64,
    /// At how many it is now.
    held: i64,
    #[sqlx(skip)]
    own: bool,
}

const LOAD: &str = "\
select r.id, r.kind, r.title, r.body, r.urgency, r.account_id, r.person_id, r.author, r.profile, r.place, r.place_label, \
    r.family, r.page, r.browser, r.incident, r.files, r.level, r.state, r.assignee_id, r.assignee, r.created_at, \
    r.first_answer_at, r.solved_at, r.rating, r.rating_word, \
    (select count(*) from help_desk d where d.request_id = r.id \
        and d.desk in (select value from json_each($2))) as followed, \
    (select count(*) from help_desk d where d.request_id = r.id and d.level = r.level \
        and d.desk in (select value from json_each($2))) as held \
from help_request r where r.id = $1";

impl HelpRequest {
    /// Reads a request: its author's, or one that came to a desk of the viewer.
    ///
    /// # Errors
    /// [`Error::NotFound`] for everybody else; a fault of the database.
    pub async fn load(tx: &mut Tx, viewer: &Viewer, id: ThingId) -> Result<Self> {
        let desk = Desk::of(tx, viewer).await?;
        let mut request: Self = tx.one(LOAD, args![id, desk.list()]).await?;
        request.own = request.account_id == viewer.account;
        if request.own || request.followed > 0 { Ok(request) } else { Err(Error::NotFound) }
    }

    /// The same for those who answer it now.
    ///
    /// # Errors
    /// [`Error::NotFound`] for those who may not read it, [`Error::Forbidden`] for those who only read it.
    pub async fn load_to_answer(tx: &mut Tx, viewer: &Viewer, id: ThingId) -> Result<Self> {
        let request = Self::load(tx, viewer, id).await?;
        if request.is_held() { Ok(request) } else { Err(Error::Forbidden) }
    }

    /// The same for its author.
    ///
    /// # Errors
    /// As [`Self::load_to_answer`].
    pub async fn load_own(tx: &mut Tx, viewer: &Viewer, id: ThingId) -> Result<Self> {
        let request = Self::load(tx, viewer, id).await?;
        if request.is_own() { Ok(request) } else { Err(Error::Forbidden) }
    }

    /// Whether the viewer asked it.
    pub fn is_own(&self) -> bool {
        self.own
    }

    /// Whether the viewer sits at the desk it is at.
    pub fn is_held(&self) -> bool {
        self.held > 0
    }

    /// Whether the viewer sits at a desk it has come to, and reads what desks say among themselves.
    pub fn is_followed(&self) -> bool {
        self.followed > 0
    }

    /// Its text.
    ///
    /// # Errors
    /// A fault when what is stored is no document.
    pub fn doc(&self) -> Result<Doc> {
        richtext::parse(&self.body).map_err(Error::fault)
    }

    /// From where it was asked.
    ///
    /// # Errors
    /// A fault when what is stored is no territory.
    pub fn territory(&self) -> Result<Territory> {
        Territory::of(&self.place).ok_or_else(|| Error::fault("a request from nowhere"))
    }

    /// Its school, when it was asked from one.
    ///
    /// # Errors
    /// As [`Self::territory`].
    pub fn school(&self) -> Result<Option<SchoolId>> {
        Ok(match self.territory()? {
            Territory::School(id) => Some(id),
            _ => None,
        })
    }

    /// How its author found the help.
    pub fn rating(&self) -> Option<Rating> {
        self.rating.clone().and_then(|text| Rating::try_from(text).ok())
    }

    /// Its address.
    pub fn path(&self) -> String {
        KIND.path(self.id)
    }
}
