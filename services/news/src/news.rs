//! A news: a thing with a place, profiles, a text, and a time. Loading it is being allowed to.

use crate::{
    W,
    publics::Publics,
    rubric::Rubric,
    scope::{Hand, Scope},
};
use commons::{Kind, Level, Thing, ThingId};
use db::{Error, FromRow, Moment, Result, Tx, args};
use richtext::Doc;
use school::{PersonId, Right, Viewer, person, text_enum, viewer::or_not_found};

/// What news are: whoever publishes news in the class, the school or the territory manages them.
pub const KIND: Kind = Kind { name: "actualites", managed_by: Some(Right::WriteNews) };

text_enum! {
    /// Where a news stands.
    State {
        /// Its author works on it.
        Draft = "draft",
        /// It is delivered, or will be; perhaps it is over.
        Published = "published",
        /// It was taken from its readers by a decision.
        Withdrawn = "withdrawn",
    }
}

/// A news the viewer may see.
#[derive(Debug, Clone)]
pub struct News {
    /// The thing it is, with what the viewer may do with it.
    pub thing: Thing,
    /// Where it is for.
    pub scope: Scope,
    /// Where it stands.
    pub state: State,
    /// The profiles it is for.
    pub publics: Publics,
    /// What it is about.
    pub rubric: Rubric,
    /// Its text.
    pub body: Doc,
    /// Whether it stands before the others.
    pub front: bool,
    /// Whether it is said over the pages of its readers.
    pub flash: bool,
    /// Whether its readers may comment on it: only those of a class or a school.
    pub comments: bool,
    /// Why it did not wait for the hours, when it did not.
    pub urgent: Option<String>,
    /// Raised by each change: a form says which edition it was filled in from.
    pub edition: i64,
    /// The instant its author wishes it delivered.
    pub publish_at: Option<Moment>,
    /// When its readers see it; it may be to come.
    pub delivered_at: Option<Moment>,
    /// When it was changed after its delivery.
    pub revised_at: Option<Moment>,
    /// From when its readers see it no more.
    pub expires_at: Option<Moment>,
    /// Who withdrew it.
    pub withdrawn_by: Option<PersonId>,
    /// Why.
    pub withdrawn_reason: Option<String>,
    /// From where it comes: « CP de M. Roux », « Les Tilleuls », « Académie · Toulouse ».
    pub place: String,
    /// The whole name of who wrote it; empty for somebody of no directory.
    pub author: String,
}

#[derive(FromRow)]
struct Row {
    #[sqlx(try_from = "String")]
    scope: Scope,
    state: State,
    #[sqlx(try_from = "String")]
    publics: Publics,
    rubric: Rubric,
    body: String,
    front: bool,
    flash: bool,
    comments: bool,
    urgent: Option<String>,
    edition: i64,
    publish_at: Option<Moment>,
    delivered_at: Option<Moment>,
    revised_at: Option<Moment>,
    expires_at: Option<Moment>,
    withdrawn_by: Option<PersonId>,
    withdrawn_reason: Option<String>,
    place: String,
    first_name: String,
    last_name: String,
}

const LOAD: &str = "\
select n.scope, n.state, n.publics, n.rubric, n.body, n.front, n.flash, n.comments, n.urgent, n.edition, n.publish_at, \
    n.delivered_at, n.revised_at, n.expires_at, n.withdrawn_by, n.withdrawn_reason, \
    coalesce(t.from_label, c.name, '') as place, coalesce(p.first_name, '') as first_name, \
    coalesce(p.last_name, '') as last_name \
from news n join thing t on t.id = n.thing_id left join circle c on c.id = n.circle_id \
left join person p on p.id = t.author_id where n.thing_id = $1 and n.school_id = $2";

impl News {
    /// Reads a news when the viewer may do `needed` with it. The draft of a class or a school is its author's alone; that of
    /// a territory is shared by those who publish for it.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it is absent, over or hidden from the viewer; [`Error::Forbidden`] when it is seen but the
    /// level is not enough.
    pub async fn load(tx: &mut Tx, viewer: &Viewer, id: ThingId, needed: Level) -> Result<Self> {
        let thing = Thing::load(tx, viewer, &KIND, id, Level::See).await?;
        let row: Row = tx.one(LOAD, args![id, thing.school_id]).await?;
        let mut news = Self::of(thing, row)?;
        if news.thing.is_changed_since_left() {
            news.body = web::doc_of_before(&mut news.thing, W.changed_since_left_title())?;
        }
        let is_own = viewer.people.iter().any(|me| me.id == news.thing.author_id);
        let is_private = news.state == State::Draft && !news.scope.is_wide();
        let is_read = news.state == State::Published && !news.is_over(tx.now());
        or_not_found(is_own || (news.is_managed() && !is_private) || (news.thing.level < Level::Write && is_read))?;
        if news.thing.level < needed { Err(Error::Forbidden) } else { Ok(news) }
    }

    fn of(thing: Thing, row: Row) -> Result<Self> {
        Ok(Self {
            thing,
            scope: row.scope,
            state: row.state,
            publics: row.publics,
            rubric: row.rubric,
            body: richtext::parse(&row.body).map_err(Error::fault)?,
            front: row.front,
            flash: row.flash,
            comments: row.comments,
            urgent: row.urgent,
            edition: row.edition,
            publish_at: row.publish_at,
            delivered_at: row.delivered_at,
            revised_at: row.revised_at,
            expires_at: row.expires_at,
            withdrawn_by: row.withdrawn_by,
            withdrawn_reason: row.withdrawn_reason,
            place: row.place,
            author: person::full(&row.first_name, &row.last_name).trim().to_owned(),
        })
    }

    /// Whether the viewer publishes, changes and withdraws it.
    pub fn is_managed(&self) -> bool {
        self.thing.level == Level::Manage
    }

    /// Whether its time is over.
    pub fn is_over(&self, now: Moment) -> bool {
        self.expires_at.is_some_and(|at| at <= now)
    }

    /// Whether its readers see it now.
    pub fn is_delivered(&self, now: Moment) -> bool {
        self.state == State::Published && !self.is_over(now) && self.delivered_at.is_some_and(|at| at <= now)
    }

    /// Whether it is published and waits for its hour.
    pub fn is_scheduled(&self, now: Moment) -> bool {
        self.state == State::Published && self.delivered_at.is_some_and(|at| at > now)
    }

    /// Whether the viewer may change it.
    pub fn may_be_edited(&self) -> bool {
        self.is_managed() && self.state != State::Withdrawn
    }

    /// Whether the viewer may give it back to its readers: by whoever withdrew it, the head, or those of the territory.
    pub fn may_be_restored(&self, viewer: &Viewer, now: Moment) -> bool {
        let withdrew = viewer.people.iter().any(|me| Some(me.id) == self.withdrawn_by);
        let decides = withdrew || self.scope.is_wide() || viewer.may_at(Right::Unpublish, self.thing.school_id);
        self.state == State::Withdrawn && self.is_managed() && decides && !self.is_over(now)
    }

    /// Whether the viewer may have it delivered at once, outside the hours.
    pub fn may_be_urgent(&self, viewer: &Viewer) -> bool {
        viewer.may_in(Right::SendUrgent, self.thing.circle_id, self.thing.school_id)
    }

    /// Who acts when the viewer does something to it.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the viewer has no business there.
    pub fn hand(&self, viewer: &Viewer) -> Result<Hand> {
        Hand::of(viewer, &self.scope, self.thing.circle_id, self.thing.school_id)
    }

    /// « Thomas ROUX · CP de M. Roux », or the territory alone.
    pub fn from(&self) -> String {
        let parts = [self.author.as_str(), self.place.as_str()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    }

    /// Its address.
    pub fn path(&self) -> String {
        KIND.path(self.thing.id)
    }
}
