//! Reports: anybody who reads a post may say that something is wrong with it.

use crate::{class, post::Post, reason, verb::Verb};
use commons::{
    audit::{self, Action},
    notification,
};
use db::{Error, FromRow, Moment, Result, Tx, Uuid, args};
use school::{PersonId, PersonKind, Right, Viewer, rights::carries};

/// A report nobody has settled yet.
#[derive(Debug, Clone, FromRow)]
pub struct Report {
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

/// Files a report, and tells the heads and the teachers of the class. Whoever reported is named to the heads only.
///
/// # Errors
/// [`Error::Invalid`] without a reason; [`Error::Forbidden`] to those who may not report.
pub async fn file(tx: &mut Tx, viewer: &Viewer, post: &Post, why: &str) -> Result<()> {
    if !may_report(viewer, post) {
        return Err(Error::Forbidden);
    }
    let why = reason::check(why)?;
    let reporter = post.acting(viewer)?;
    let thing = &post.thing;
    let id: Uuid = tx.id();
    let now = tx.now();
    tx.run(
        "insert into report (id, school_id, thing_id, reporter_id, reason, created_at) values ($1, $2, $3, $4, $5, $6)",
        args![id, thing.school_id, thing.id, reporter, why, now],
    )
    .await?;
    Verb::Reported.record(tx, thing.school_id, thing.id, reporter, Some(why)).await?;
    audit::write(tx, Some(viewer.account), Action::ContentReported, Some(thing.id.to_string()), Some(why)).await?;
    for person in those_in_charge(tx, post).await? {
        notification::tell(tx, person, thing.id, Verb::Reported.as_str(), Some(why)).await?;
    }
    Ok(())
}

/// Who is told that a post is wrong: those who look after the journal, and the heads.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn those_in_charge(tx: &mut Tx, post: &Post) -> Result<Vec<PersonId>> {
    let mut people = class::keepers(tx, post.thing.circle_id, post.thing.school_id).await?;
    people.extend(class::heads(tx, post.thing.school_id).await?);
    people.sort();
    people.dedup();
    Ok(people)
}

/// The reports of a post nobody has settled yet, oldest first. For those who manage it.
///
/// # Errors
/// A fault of the database.
pub async fn open(tx: &mut Tx, post: &Post) -> Result<Vec<Report>> {
    tx.all(
        "select r.reason, r.created_at, p.first_name, p.last_name, p.kind from report r \
         join person p on p.id = r.reporter_id \
         where r.thing_id = $1 and r.school_id = $2 and r.settled_at is null order by r.created_at, r.id",
        args![post.thing.id, post.thing.school_id],
    )
    .await
}

/// Settles the open reports of a post; does nothing when there is none.
///
/// # Errors
/// [`Error::Forbidden`] to those who do not manage the post.
pub async fn settle(tx: &mut Tx, viewer: &Viewer, post: &Post) -> Result<()> {
    if !post.is_managed() {
        return Err(Error::Forbidden);
    }
    let actor = post.acting(viewer)?;
    let thing = &post.thing;
    let now = tx.now();
    let settled = tx
        .run(
            "update report set settled_at = $3, settled_by = $4 \
             where thing_id = $1 and school_id = $2 and settled_at is null",
            args![thing.id, thing.school_id, now, actor],
        )
        .await?;
    if settled == 0 {
        return Ok(());
    }
    let subject = Some(thing.id.to_string());
    audit::write(tx, Some(viewer.account), Action::ReportsSettled, subject, None).await?;
    Verb::ReportSettled.record(tx, thing.school_id, thing.id, actor, None).await
}
