//! Comments under the news of a class or a school: closed unless the news opens them; whoever looks after it reads each
//! before anybody else does. The same states as in the journal of a class; a reader who is hurt reports the news.

use crate::{W, news::News, verb::Verb};
use commons::{Level, delivery, notification};
use db::{Error, FromRow, Moment, Problems, Result, Tx, args, id, id_list};
use school::{PersonId, PersonKind, Viewer, person, text_enum};

id! {
    /// A comment.
    CommentId
}

text_enum! {
    /// Where a comment stands.
    CommentState {
        /// It waits to be read over.
        Pending = "pending",
        /// Readers see it.
        Published = "published",
        /// It was hidden.
        Hidden = "hidden",
    }
}

/// The longest comment, in characters.
pub const LONGEST: usize = 1000;

/// A comment the viewer may read.
#[derive(Debug, Clone, FromRow)]
pub struct Comment {
    /// The comment.
    pub id: CommentId,
    /// Its words, plain.
    pub body: String,
    /// Where it stands.
    pub state: CommentState,
    /// When it was written.
    pub created_at: Moment,
    author_id: PersonId,
    first_name: String,
    last_name: String,
    kind: PersonKind,
}

impl Comment {
    /// Who wrote it, as its readers see the name.
    pub fn author(&self) -> String {
        shown(self.kind, &self.first_name, &self.last_name)
    }

    /// Whether the viewer wrote it.
    pub fn is_by(&self, viewer: &Viewer) -> bool {
        viewer.people.iter().any(|me| me.id == self.author_id)
    }
}

/// Children and parents by first name and initial, those who work at the school in full.
pub(crate) fn shown(kind: PersonKind, first_name: &str, last_name: &str) -> String {
    match kind {
        PersonKind::Pupil | PersonKind::Guardian => person::short(first_name, last_name),
        PersonKind::Staff | PersonKind::Agent | PersonKind::Guest => person::full(first_name, last_name),
    }
}

/// The comments the viewer may read, oldest first: all for those who look after the news; for others those published and
/// their own, while comments are open, and nothing of later for whoever left.
///
/// # Errors
/// A fault of the database.
pub async fn of(tx: &mut Tx, viewer: &Viewer, news: &News) -> Result<Vec<Comment>> {
    if news.scope.is_wide() || !(news.comments || news.is_managed()) {
        return Ok(Vec::new());
    }
    let own = id_list(viewer.people.iter().map(|me| me.id));
    let until = news.thing.until.unwrap_or_else(|| tx.now());
    tx.all(
        "select c.id, c.body, c.state, c.created_at, c.author_id, p.first_name, p.last_name, p.kind \
         from news_comment c join person p on p.id = c.author_id \
         where c.thing_id = $1 and c.school_id = $2 and ($3 or (c.state = 'published' and c.visible_from <= $5) \
             or (c.state in ('pending', 'published') and c.author_id in (select unhex(value) from json_each($4)))) \
         order by c.created_at, c.id",
        args![news.thing.id, news.thing.school_id, news.is_managed(), own, until],
    )
    .await
}

/// A comment of a news, when the viewer may read it.
///
/// # Errors
/// [`Error::NotFound`] when the viewer reads no such comment there.
pub async fn load(tx: &mut Tx, viewer: &Viewer, news: &News, id: CommentId) -> Result<Comment> {
    of(tx, viewer, news).await?.into_iter().find(|comment| comment.id == id).ok_or(Error::NotFound)
}

/// Whether the viewer may comment on a news now.
pub fn may_write(news: &News, now: Moment) -> bool {
    news.comments && !news.scope.is_wide() && news.is_delivered(now) && news.thing.level >= Level::Comment
}

/// Writes a comment: published at once for those who look after the news, waiting for them otherwise.
///
/// # Errors
/// [`Error::Forbidden`] where comments are closed; [`Error::Invalid`] when it is empty or too long.
pub async fn write(tx: &mut Tx, viewer: &Viewer, news: &News, typed: &str) -> Result<CommentState> {
    let now = tx.now();
    if !may_write(news, now) {
        return Err(Error::Forbidden);
    }
    let words = check(typed)?;
    let thing = &news.thing;
    let hand = news.hand(viewer)?;
    // The pause is for comments too: readers find it at the next opening of the school.
    let visible_from = delivery::instant(tx, thing.school_id, None).await?;
    let state = if news.is_managed() { CommentState::Published } else { CommentState::Pending };
    let id: CommentId = tx.id();
    tx.change(
        "insert into news_comment (id, school_id, thing_id, author_id, body, state, created_at, visible_from) \
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        args![id, thing.school_id, thing.id, hand.by, words, state, now, visible_from],
    )
    .await?;
    Verb::Commented.record(tx, news, Some(hand), None).await?;
    if state == CommentState::Pending {
        Verb::Commented.tell_author(tx, news, Some(hand), None).await?;
    }
    Ok(state)
}

fn check(typed: &str) -> Result<&str> {
    let words = typed.trim();
    let mut problems = Problems::default();
    problems.require(!words.is_empty(), "comment", W.reason_missing());
    problems.require(words.chars().count() <= LONGEST, "comment", W.reason_too_long());
    problems.or(words)
}

/// Takes back a comment that still waits: it is kept nowhere.
///
/// # Errors
/// [`Error::NotFound`] when the viewer reads no such comment there; [`Error::Forbidden`] to those who did not write it;
/// [`Error::Conflict`] when it waits no more.
pub async fn take_back(tx: &mut Tx, viewer: &Viewer, news: &News, id: CommentId) -> Result<()> {
    let comment = load(tx, viewer, news, id).await?;
    if !comment.is_by(viewer) {
        return Err(Error::Forbidden);
    }
    let hand = news.hand(viewer)?;
    let taken = tx
        .changed_rows(
            "delete from news_comment where id = $1 and thing_id = $2 and school_id = $3 and state = 'pending'",
            args![id, news.thing.id, news.thing.school_id],
        )
        .await?;
    if taken == 0 {
        return Err(Error::Conflict);
    }
    Verb::CommentTakenBack.record(tx, news, Some(hand), None).await
}

/// Lets a comment be read, or hides it, and tells its author; does nothing when it stands there already.
///
/// # Errors
/// [`Error::NotFound`] when the news has no such comment; [`Error::Forbidden`] to those who do not look after the news.
pub async fn settle(tx: &mut Tx, viewer: &Viewer, news: &News, id: CommentId, read: bool) -> Result<()> {
    if !news.is_managed() {
        return Err(Error::Forbidden);
    }
    let (state, verb) = match read {
        true => (CommentState::Published, Verb::CommentPublished),
        false => (CommentState::Hidden, Verb::CommentHidden),
    };
    let hand = news.hand(viewer)?;
    let thing = &news.thing;
    let visible_from = delivery::instant(tx, thing.school_id, None).await?;
    let changed: Option<PersonId> = tx
        .value(
            "update news_comment set state = $4, visible_from = $5 \
             where id = $1 and thing_id = $2 and school_id = $3 and state <> $4 returning author_id",
            args![id, thing.id, thing.school_id, state, visible_from],
        )
        .await?;
    let Some(author) = changed else { return load(tx, viewer, news, id).await.map(drop) };
    verb.record(tx, news, Some(hand), None).await?;
    if hand.by == author {
        return Ok(());
    }
    notification::tell(tx, author, thing.id, verb.as_str(), None).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comment_says_something_and_is_short() {
        assert!(check(" \n").is_err());
        assert!(check(&"a".repeat(LONGEST + 1)).is_err());
        assert!(check(" Bravo\u{a0}! ").is_ok_and(|it| it == "Bravo\u{a0}!"));
    }
}
