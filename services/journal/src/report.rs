//! Reports: anybody who reads a post or one of its comments may say that something is wrong with it. They are kept by
//! `commons::report`; what the journal tells about them is here.

use crate::{
    class,
    comment::{Comment, CommentId},
    post::Post,
    verb::Verb,
};
use commons::{
    notification,
    report::{self, About, Outcome, Report},
};
use db::{Error, Result, Tx};
use school::{PersonId, Viewer, circle};

/// Whether the viewer may report this post, or something of it.
pub fn may_report(viewer: &Viewer, post: &Post) -> bool {
    report::may_raise(viewer, &post.thing)
}

/// Files a report of a post, or of one of its comments the viewer reads, and tells the heads and the teachers of the class or the group.
/// Whoever reported is named to the heads only.
///
/// # Errors
/// [`Error::Invalid`] without a reason; [`Error::Forbidden`] to those who may not report.
pub async fn file(tx: &mut Tx, viewer: &Viewer, post: &Post, comment: Option<&Comment>, why: &str) -> Result<()> {
    if !may_report(viewer, post) {
        return Err(Error::Forbidden);
    }
    let why = web::reason::check(why)?;
    let thing = &post.thing;
    let reporter = report::file(tx, viewer, thing, comment.map(|it| it.id.0), why).await?;
    let verb = if comment.is_some() { Verb::CommentReported } else { Verb::Reported };
    verb.record(tx, thing.school_id, thing.id, reporter, Some(why)).await?;
    for person in those_in_charge(tx, post).await? {
        notification::tell(tx, person, thing.id, verb.as_str(), Some(why)).await?;
    }
    Ok(())
}

/// Who is told that a post is wrong: those who look after the journal, and the heads.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn those_in_charge(tx: &mut Tx, post: &Post) -> Result<Vec<PersonId>> {
    let mut people = class::keepers(tx, post.thing.circle_id, post.thing.school_id).await?;
    people.extend(circle::heads(tx, post.thing.school_id).await?.into_iter().map(|head| head.id));
    people.sort();
    people.dedup();
    Ok(people)
}

/// The reports of a post and of its comments nobody has settled yet, oldest first. For those who manage it.
///
/// # Errors
/// A fault of the database.
pub async fn open(tx: &mut Tx, post: &Post) -> Result<Vec<Report>> {
    report::open_about(tx, &post.thing).await
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
    outcome: Outcome,
) -> Result<()> {
    if !post.is_managed() {
        return Err(Error::Forbidden);
    }
    let actor = post.acting(viewer)?;
    let thing = &post.thing;
    let about = About { thing: thing.id, school: thing.school_id, part: comment.map(|it| it.0) };
    let Some(reporters) = report::settle(tx, viewer, &about, actor, outcome).await? else { return Ok(()) };
    Verb::ReportSettled.record(tx, thing.school_id, thing.id, actor, None).await?;
    let told = match outcome {
        Outcome::Kept => Verb::ReportKept,
        Outcome::Heard => Verb::ReportHeard,
    };
    for reporter in reporters {
        notification::tell(tx, reporter, thing.id, told.as_str(), None).await?;
    }
    Ok(())
}
