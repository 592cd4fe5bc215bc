//! Reports: anybody who reads a post or one of its comments may say that something is wrong with it.

use crate::{
    class,
    comment::{Comment, CommentId},
    post::Post,
    reason,
    verb::Verb,
};
use commons::{
    audit::{self, Action},
    notification,
};
use db::{Error, FromRow, Moment, Result, Tx, Uuid, args};
use school::{PersonId, PersonKind, Right, Viewer, rights::carries};
use std::collections::BTreeSet;

/// A report nobody has settled yet.
#[derive(Debug, Clone, FromRow)]
pub struct Report {
    /// Which comment it is about; none for the post itself.
    pub comment_id: Option<CommentId>,
    /// What is wrong, in the reporter's words.
    pub reason: String,
    /// When it was said.
    pub created_at: Moment,
    /// Who said it, first name.
    pub first_name: String,
    /// Who said it, last name.
    pub last_name: String,
    /// What the directory says the reporter is.
    #[sqlx(try_from = "String")]
    pub kind: PersonKind,
}

/// Whether the viewer may report something of this school.
pub fn may_report(viewer: &Viewer, post: &Post) -> bool {
    viewer.seats.iter().any(|seat| seat.school == post.thing.school_id && carries(seat.role, Right::Report))
}

/// Files a report of a post, or of one of its comments the viewer reads, and tells the heads and the teachers of the class.
/// Whoever reported is named to the heads only.
///
/// # Errors
/// [`Error::Invalid`] without a reason; [`Error::Forbidden`] to those who may not report.
pub async fn file(tx: &mut Tx, viewer: &Viewer, post: &Post, comment: Option<&Comment>, why: &str) -> Result<()> {
    if !may_report(viewer, post) {
        return Err(Error::Forbidden);
    }
    let why = reason::check(why)?;
    let reporter = post.acting(viewer)?;
    let thing = &post.thing;
    let id: Uuid = tx.id();
    let (now, comment) = (tx.now(), comment.map(|it| it.id));
    tx.run(
        "insert into report (id, school_id, thing_id, comment_id, reporter_id, reason, created_at) \
         values ($1, $2, $3, $4, $5, $6, $7)",
        args![id, thing.school_id, thing.id, comment, reporter, why, now],
    )
    .await?;
    let verb = if comment.is_some() { Verb::CommentReported } else { Verb::Reported };
    verb.record(tx, thing.school_id, thing.id, reporter, Some(why)).await?;
    audit::write(tx, Some(viewer.account), Action::ContentReported, subject(post, comment), Some(why)).await?;
    for person in those_in_charge(tx, post).await? {
        notification::tell(tx, person, thing.id, verb.as_str(), Some(why)).await?;
    }
    Ok(())
}

/// What the audit journal names: the comment, or the post itself.
fn subject(post: &Post, comment: Option<CommentId>) -> Option<String> {
    Some(comment.map_or_else(|| post.thing.id.to_string(), |id| id.to_string()))
}

/// Who is told that a post is wrong: those who look after the journal, and the heads.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn those_in_charge(tx: &mut Tx, post: &Post) -> Result<Vec<PersonId>> {
    let mut people = class::keepers(tx, post.thing.circle_id, post.thing.school_id).await?;
    people.extend(class::heads(tx, post.thing.school_id).await?.into_iter().map(|head| head.id));
    people.sort();
    people.dedup();
    Ok(people)
}

/// The reports of a post and of its comments nobody has settled yet, oldest first. For those who manage it.
///
/// # Errors
/// A fault of the database.
pub async fn open(tx: &mut Tx, post: &Post) -> Result<Vec<Report>> {
    tx.all(
        "select r.comment_id, r.reason, r.created_at, p.first_name, p.last_name, p.kind from report r \
         join person p on p.id = r.reporter_id \
         where r.thing_id = $1 and r.school_id = $2 and r.settled_at is null order by r.created_at, r.id",
        args![post.thing.id, post.thing.school_id],
    )
    .await
}

/// Settles the open reports of a post, or of one of its comments, and answers those who reported with what came of it,
/// never with who decided; does nothing when there is none.
///
/// # Errors
/// [`Error::Forbidden`] to those who do not manage the post.
pub async fn settle(
    tx: &mut Tx,
    viewer: &Viewer,
    post: &Post,
    comment: Option<CommentId>,
    outcome: Verb,
) -> Result<()> {
    if !post.is_managed() {
        return Err(Error::Forbidden);
    }
    let actor = post.acting(viewer)?;
    let thing = &post.thing;
    let now = tx.now();
    let settled: Vec<(PersonId,)> = tx
        .all(
            "update report set settled_at = $3, settled_by = $4 \
             where thing_id = $1 and school_id = $2 and comment_id is not distinct from $5 and settled_at is null \
             returning reporter_id",
            args![thing.id, thing.school_id, now, actor, comment],
        )
        .await?;
    if settled.is_empty() {
        return Ok(());
    }
    audit::write(tx, Some(viewer.account), Action::ReportsSettled, subject(post, comment), None).await?;
    Verb::ReportSettled.record(tx, thing.school_id, thing.id, actor, None).await?;
    let reporters: BTreeSet<PersonId> = settled.into_iter().map(|(reporter,)| reporter).collect();
    for reporter in reporters.into_iter().filter(|reporter| *reporter != actor) {
        notification::tell(tx, reporter, thing.id, outcome.as_str(), None).await?;
    }
    Ok(())
}
