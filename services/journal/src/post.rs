//! A post: a thing with a body, a state and terms. Loading it is being allowed to.

use crate::{W, audience::Audience, author};
use commons::{Kind, Level, Thing, ThingId};
use db::{Error, FromRow, Moment, Result, Tx, args, id_list};
use richtext::Doc;
use school::{CircleKind, PersonId, PersonKind, Right, Viewer, text_enum, viewer::or_not_found};

/// What posts are: whoever publishes in the journal of the class or the group manages them.
pub const KIND: Kind = Kind { name: "billets", managed_by: Some(Right::PublishJournal) };

text_enum! {
    /// Where a post stands.
    State {
        /// Its author works on it.
        Draft = "draft",
        /// Its author asked for it to be read over.
        Review = "review",
        /// It was given back with words.
        Returned = "returned",
        /// It is delivered, or will be.
        Published = "published",
        /// It was put away: kept, no longer shown.
        Archived = "archived",
    }
}

/// To whom a post goes, from when, and whether it is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Terms {
    /// For whom it is.
    pub audience: Audience,
    /// Whether readers may comment; a teacher reads comments first.
    pub comments: bool,
    /// The instant its author wishes it published; none for as soon as possible.
    pub publish_at: Option<Moment>,
}

impl Default for Terms {
    fn default() -> Self {
        Self { audience: Audience::ClassAndFamilies, comments: false, publish_at: None }
    }
}

/// A post the viewer may see.
#[derive(Debug, Clone)]
pub struct Post {
    /// The thing it is, with what the viewer may do with it.
    pub thing: Thing,
    /// Whether it is of a class or of a group.
    pub place: CircleKind,
    /// Where it stands.
    pub state: State,
    /// Its text.
    pub body: Doc,
    /// To whom it goes.
    pub terms: Terms,
    /// Raised by each change after the delivery: receipts name the version opened.
    pub version: i64,
    /// Raised by each change: a form says which edition it was filled in from.
    pub edition: i64,
    /// What the teacher asks to change.
    pub advice: Option<String>,
    /// When its readers see it; it may be to come.
    pub delivered_at: Option<Moment>,
    /// Who withdrew it.
    pub withdrawn_by: Option<PersonId>,
    /// Why.
    pub withdrawn_reason: Option<String>,
    /// Whether a pupil began it.
    pub by_pupil: bool,
    /// Whether the viewer signs it, alone or with others.
    pub signed: bool,
    /// Whether the viewer reads it by now as one of those it is for, and not only because of signing it.
    pub in_audience: bool,
    /// Until when the viewer reads what is said under it, who was one of those it is for in a class of a past year, or in one left
    /// since; none for all others.
    pub read_until: Option<Moment>,
    /// How many sign it.
    pub signers: i64,
}

#[derive(FromRow)]
struct Row {
    place: CircleKind,
    state: State,
    body: String,
    audience: Audience,
    comments: bool,
    publish_at: Option<Moment>,
    version: i64,
    edition: i64,
    advice: Option<String>,
    delivered_at: Option<Moment>,
    withdrawn_by: Option<PersonId>,
    withdrawn_reason: Option<String>,
    author_kind: PersonKind,
    signed: bool,
    in_audience: bool,
    signers: i64,
}

const LOAD: &str = "\
select c.kind as place, p.state, p.body, p.audience, p.comments, p.publish_at, p.version, p.edition, p.advice, p.delivered_at, \
    p.withdrawn_by, p.withdrawn_reason, a.kind as author_kind, \
    exists (select 1 from post_author w where w.thing_id = p.thing_id \
        and w.person_id in (select unhex(value) from json_each($3))) as signed, \
    exists (select 1 from share s where s.thing_id = p.thing_id and s.level < 3 and s.visible_from <= $4 \
        and s.circle_id in (select unhex(value) from json_each($5))) as in_audience, \
    (select count(*) from post_author w where w.thing_id = p.thing_id) as signers \
from post p join thing t on t.id = p.thing_id join circle c on c.id = p.circle_id join person a on a.id = t.author_id \
where p.thing_id = $1 and p.school_id = $2";

impl Post {
    /// Reads a post when the viewer may do `needed` with it. The draft of an adult is the business of those who sign it.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it is absent or hidden from the viewer; [`Error::Forbidden`] when it is seen but the
    /// level is not enough.
    pub async fn load(tx: &mut Tx, viewer: &Viewer, id: ThingId, needed: Level) -> Result<Self> {
        let thing = Thing::load(tx, viewer, &KIND, id, needed).await?;
        let own = id_list(viewer.people.iter().map(|me| me.id));
        let row: Row = tx.one(LOAD, args![id, thing.school_id, own, tx.now(), viewer.circle_list()]).await?;
        let mut post = Self::of(thing, row)?;
        if post.state == State::Published && !post.in_audience && !post.is_managed() {
            post.read_until = post.thing.shared_until(tx, viewer).await?;
        }
        if post.thing.is_changed_since_left() {
            post.body = web::doc_of_before(&mut post.thing, W.changed_since_left_title())?;
        }
        or_not_found(!post.is_private() || post.signed)?;
        Ok(post)
    }

    fn of(thing: Thing, row: Row) -> Result<Self> {
        let body = richtext::parse(&row.body).map_err(Error::fault)?;
        let terms = Terms { audience: row.audience, comments: row.comments, publish_at: row.publish_at };
        Ok(Self {
            thing,
            place: row.place,
            state: row.state,
            body,
            terms,
            version: row.version,
            edition: row.edition,
            advice: row.advice,
            delivered_at: row.delivered_at,
            withdrawn_by: row.withdrawn_by,
            withdrawn_reason: row.withdrawn_reason,
            by_pupil: row.author_kind == PersonKind::Pupil,
            signed: row.signed,
            in_audience: row.in_audience,
            read_until: None,
            signers: row.signers,
        })
    }

    /// Whether those who sign it alone may see it.
    pub fn is_private(&self) -> bool {
        self.state == State::Draft && !self.by_pupil
    }

    /// Whether the viewer began it.
    pub fn is_by(&self, viewer: &Viewer) -> bool {
        viewer.people.iter().any(|me| me.id == self.thing.author_id)
    }

    /// Whether the viewer publishes, withdraws and moderates it.
    pub fn is_managed(&self) -> bool {
        self.thing.level == Level::Manage
    }

    /// Whether it was taken from its readers by a decision.
    pub fn is_withdrawn(&self) -> bool {
        self.state == State::Published && self.thing.withdrawn_at.is_some()
    }

    /// Whether its readers see it now.
    pub fn is_delivered(&self, now: Moment) -> bool {
        self.state == State::Published
            && self.thing.withdrawn_at.is_none()
            && self.delivered_at.is_some_and(|at| at <= now)
    }

    /// Whether it is published and waits for its hour.
    pub fn is_scheduled(&self, now: Moment) -> bool {
        self.state == State::Published && self.delivered_at.is_some_and(|at| at > now)
    }

    /// Whether the viewer has a part in what is said under it: signing a post for families opens nothing of theirs, and those
    /// whom families let read with them read the post alone.
    pub fn is_discussed(&self) -> bool {
        let is_part = (self.in_audience && self.thing.level >= Level::Comment) || self.read_until.is_some();
        self.is_managed() || (self.terms.comments && is_part)
    }

    /// Whether it can be published as it stands.
    pub fn may_be_published(&self) -> bool {
        match self.state {
            State::Draft | State::Review | State::Returned => true,
            State::Published | State::Archived => false,
        }
    }

    /// Whether the viewer may change it: those who manage it until it is put away, those who sign it while it is in hand.
    pub fn may_be_edited(&self) -> bool {
        match (self.thing.level, self.state) {
            (Level::Manage, State::Archived) => false,
            (Level::Manage, _) => true,
            (Level::Write, State::Draft | State::Returned) => true,
            (Level::Write | Level::Comment | Level::See, _) => false,
        }
    }

    /// Whether the viewer may give it back to its readers: what was withdrawn, by whoever withdrew it or the head only.
    pub fn may_be_restored(&self, viewer: &Viewer) -> bool {
        if !self.is_managed() || self.thing.withdrawn_at.is_none() {
            return false;
        }
        self.state == State::Archived
            || viewer.may_at(Right::Unpublish, self.thing.school_id)
            || viewer.people.iter().any(|me| Some(me.id) == self.withdrawn_by)
    }

    /// The person who acts when the viewer does something to it.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the viewer has no seat in the school.
    pub fn acting(&self, viewer: &Viewer) -> Result<PersonId> {
        viewer.acting_in(self.thing.circle_id, self.thing.school_id)
    }

    /// Those it is signed by, pupils first.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn authors(&self, tx: &mut Tx) -> Result<Vec<author::Author>> {
        author::of(tx, &self.thing).await
    }

    /// Its address.
    pub fn path(&self) -> String {
        KIND.path(self.thing.id)
    }
}
