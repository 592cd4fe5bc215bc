//! Comments: off by default; when they are on, a teacher reads each before anybody else does.

use crate::{W, author, class, post::Post, report, verb::Verb};
use commons::{Level, delivery, notification, report::Outcome};
use db::{Error, FromRow, Moment, Problems, Result, Tx, args, id, id_list};
use school::{PersonId, PersonKind, Viewer, text_enum};

id! {
    /// A comment.
    CommentId
}

text_enum! {
    /// Where a comment stands.
    CommentState {
        /// It waits for a teacher.
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
    /// Who wrote it, as readers of the post or those in charge of it read the name.
    pub fn signature(&self, post: &Post) -> String {
        let name = if post.is_managed() { author::told_apart } else { author::shown };
        name(self.kind, &self.first_name, &self.last_name)
    }

    /// Whether the viewer wrote it.
    pub fn is_by(&self, viewer: &Viewer) -> bool {
        viewer.people.iter().any(|me| me.id == self.author_id)
    }
}

/// The comments the viewer may read, oldest first: all for those who manage the post; for others those published and
/// their own, while comments are open: a teacher who closes them hides those written before. Nothing to whoever signs the
/// post without being of those it is for, and nothing of later to whoever left.
///
/// # Errors
/// A fault of the database.
pub async fn of(tx: &mut Tx, viewer: &Viewer, post: &Post) -> Result<Vec<Comment>> {
    if !post.is_discussed() {
        return Ok(Vec::new());
    }
    let own = id_list(viewer.people.iter().map(|me| me.id));
    let until = post.read_until.unwrap_or_else(|| tx.now());
    tx.all(
        "select c.id, c.body, c.state, c.created_at, c.author_id, p.first_name, p.last_name, p.kind \
         from comment c join person p on p.id = c.author_id \
         where c.thing_id = $1 and c.school_id = $2 and ($3 or (c.state = 'published' and c.visible_from <= $5) \
             or (c.state in ('pending', 'published') and c.author_id in (select unhex(value) from json_each($4)))) \
         order by c.created_at, c.id",
        args![post.thing.id, post.thing.school_id, post.is_managed(), own, until],
    )
    .await
}

/// A comment of a post, when the viewer may read it.
///
/// # Errors
/// [`Error::NotFound`] when the viewer reads no such comment there.
pub async fn load(tx: &mut Tx, viewer: &Viewer, post: &Post, id: CommentId) -> Result<Comment> {
    of(tx, viewer, post).await?.into_iter().find(|comment| comment.id == id).ok_or(Error::NotFound)
}

/// Whether the viewer may comment on a post now. In a class of a past year comments are read, and no longer written.
pub fn may_write(post: &Post, now: Moment) -> bool {
    let is_there = post.is_managed() || post.in_audience;
    post.terms.comments && is_there && post.is_delivered(now) && post.thing.level >= Level::Comment
}

/// Writes a comment: published at once for those who manage the post, waiting for them otherwise.
///
/// # Errors
/// [`Error::Forbidden`] where comments are closed; [`Error::Invalid`] when it is empty or too long.
pub async fn write(tx: &mut Tx, viewer: &Viewer, post: &Post, typed: &str) -> Result<CommentState> {
    let now = tx.now();
    if !may_write(post, now) {
        return Err(Error::Forbidden);
    }
    let words = check(typed)?;
    let thing = &post.thing;
    let author = post.acting(viewer)?;
    // The pause is for comments too: readers find it at the next opening of the school.
    let visible_from = delivery::instant(tx, post.thing.school_id, None).await?;
    let state = if post.is_managed() { CommentState::Published } else { CommentState::Pending };
    let id: CommentId = tx.id();
    tx.change(
        "insert into comment (id, school_id, thing_id, author_id, body, state, created_at, visible_from) \
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        args![id, thing.school_id, thing.id, author, words, state, now, visible_from],
    )
    .await?;
    Verb::Commented.record(tx, thing.school_id, thing.id, author, None).await?;
    if state == CommentState::Pending {
        for keeper in class::keepers(tx, thing.circle_id, thing.school_id).await? {
            notification::tell(tx, keeper, thing.id, Verb::Commented.as_str(), None).await?;
        }
    }
    Ok(state)
}

fn check(typed: &str) -> Result<&str> {
    let words = typed.trim();
    let mut problems = Problems::default();
    problems.require(!words.is_empty(), "comment", W.comment_missing());
    problems.require(words.chars().count() <= LONGEST, "comment", W.comment_too_long());
    problems.or(words)
}

/// Takes back a comment that still waits: it is kept nowhere.
///
/// # Errors
/// [`Error::NotFound`] when the viewer reads no such comment there; [`Error::Forbidden`] to those who did not write it;
/// [`Error::Conflict`] when it waits no more.
pub async fn take_back(tx: &mut Tx, viewer: &Viewer, post: &Post, id: CommentId) -> Result<()> {
    let comment = load(tx, viewer, post, id).await?;
    if !comment.is_by(viewer) {
        return Err(Error::Forbidden);
    }
    let thing = &post.thing;
    let taken = tx
        .changed_rows(
            "delete from comment where id = $1 and thing_id = $2 and school_id = $3 and state = 'pending'",
            args![id, thing.id, thing.school_id],
        )
        .await?;
    if taken == 0 {
        return Err(Error::Conflict);
    }
    Verb::CommentTakenBack.record(tx, thing.school_id, thing.id, comment.author_id, None).await
}

#[derive(FromRow)]
struct Written {
    author_id: PersonId,
}

/// Lets a comment be read, and tells its author; does nothing when readers have it already.
///
/// # Errors
/// [`Error::NotFound`] when the post has no such comment; [`Error::Forbidden`] to those who do not manage the post.
pub async fn let_read(tx: &mut Tx, viewer: &Viewer, post: &Post, id: CommentId) -> Result<()> {
    let Some((actor, author)) = set_state(tx, viewer, post, id, CommentState::Published).await? else { return Ok(()) };
    let thing = &post.thing;
    Verb::CommentPublished.record(tx, thing.school_id, thing.id, actor, None).await?;
    notification::tell(tx, author, thing.id, Verb::CommentPublished.as_str(), None).await
}

/// Hides a comment from everybody but those who manage the post, settles what was reported about it and tells its author;
/// does nothing when it is hidden already.
///
/// # Errors
/// As [`let_read`].
pub async fn hide(tx: &mut Tx, viewer: &Viewer, post: &Post, id: CommentId) -> Result<()> {
    let Some((actor, author)) = set_state(tx, viewer, post, id, CommentState::Hidden).await? else { return Ok(()) };
    let thing = &post.thing;
    Verb::CommentHidden.record(tx, thing.school_id, thing.id, actor, None).await?;
    report::settle(tx, viewer, post, Some(id), Outcome::Heard).await?;
    if author == actor {
        return Ok(());
    }
    notification::tell(tx, author, thing.id, Verb::CommentHidden.as_str(), None).await
}

/// Changes where a comment stands; answers who did, and who wrote it, or nothing when it stands there already.
async fn set_state(
    tx: &mut Tx,
    viewer: &Viewer,
    post: &Post,
    id: CommentId,
    state: CommentState,
) -> Result<Option<(PersonId, PersonId)>> {
    if !post.is_managed() {
        return Err(Error::Forbidden);
    }
    let actor = post.acting(viewer)?;
    let visible_from = delivery::instant(tx, post.thing.school_id, None).await?;
    let changed: Option<Written> = tx
        .first(
            "update comment set state = $4, visible_from = $5 \
             where id = $1 and thing_id = $2 and school_id = $3 and state <> $4 returning author_id",
            args![id, post.thing.id, post.thing.school_id, state, visible_from],
        )
        .await?;
    match changed {
        Some(written) => Ok(Some((actor, written.author_id))),
        None => load(tx, viewer, post, id).await.map(|_| None),
    }
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
