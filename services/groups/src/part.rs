//! The other schools of a group: one is asked by the head of the school that holds it, and joins once its own head accepts.

use crate::{
    W,
    group::{Desk, Group, runs},
    roll,
};
use commons::audit::{self, Action};
use db::{Error, FromRow, Moment, Result, Tx, args};
use school::{CircleId, SchoolId, Viewer, text_enum};

text_enum! {
    /// Where another school stands.
    State {
        /// Asked; its head has not answered.
        Asked = "asked",
        /// Of the group.
        In = "in",
        /// It refused, or left, or was let go.
        Out = "out",
    }
}

/// Another school of a group.
#[derive(Debug, Clone, FromRow)]
pub struct Part {
    /// The school.
    pub school_id: SchoolId,
    /// Its name.
    pub name: String,
    /// Where it stands.
    pub state: State,
}

impl Part {
    /// Whether its head has to answer.
    pub fn is_asked(&self) -> bool {
        self.state == State::Asked
    }

    /// Whether it is of the group.
    pub fn is_in(&self) -> bool {
        self.state == State::In
    }
}

/// The other schools of a group, by name.
pub(crate) async fn of(tx: &mut Tx, group: &Group) -> Result<Vec<Part>> {
    tx.all(
        "select x.school_id, s.name, x.state from groups_school x join school s on s.id = x.school_id \
         where x.circle_id = $1 order by s.sort_key, s.id",
        args![group.id],
    )
    .await
}

/// Asks the head of a school, known by its national code, whether it joins. For the head of the school that holds the group.
///
/// # Errors
/// [`Error::Forbidden`] to others; [`Error::Invalid`] when nothing is typed, there is no such school, or it was asked already.
pub async fn ask(tx: &mut Tx, viewer: &Viewer, desk: &Desk, uai: &str) -> Result<()> {
    let group = &desk.group;
    if !asks(viewer, group) {
        return Err(Error::Forbidden);
    }
    if uai.trim().is_empty() {
        return Err(Error::invalid("uai", W.uai_missing()));
    }
    let found: Option<SchoolId> = tx
        .value(
            "select id from school where uai = $1 and academy = $2 and gone_at is null",
            args![uai.trim().to_uppercase(), &group.academy],
        )
        .await?;
    let Some(school) = found else { return Err(Error::invalid("uai", W.uai_unknown())) };
    if school == group.school_id {
        return Err(Error::invalid("uai", W.uai_own()));
    }
    let now = tx.now();
    let asked = tx
        .changed_rows(
            "insert into groups_school (circle_id, school_id, state, asked_at) values ($1, $2, $3, $4) \
             on conflict (circle_id, school_id) do update set state = excluded.state, asked_at = excluded.asked_at, \
             answered_at = null, answered_by = null where groups_school.state = 'out'",
            args![group.id, school, State::Asked, now],
        )
        .await?;
    if asked == 0 {
        return Err(Error::invalid("uai", W.uai_asked()));
    }
    note(tx, viewer, group.id, school, State::Asked).await
}

/// Whether the viewer asks other schools to join.
pub fn asks(viewer: &Viewer, group: &Group) -> bool {
    !group.is_challenge() && group.ended_at.is_none() && runs(viewer, group.school_id)
}

/// Says that a school is of a group. Twice is the same as once.
pub(crate) async fn join(tx: &mut Tx, viewer: &Viewer, circle: CircleId, school: SchoolId) -> Result<()> {
    let now = tx.now();
    let joined = tx
        .changed_rows(
            "insert into groups_school (circle_id, school_id, state, asked_at, answered_at, answered_by) \
             values ($1, $2, $3, $4, $4, $5) on conflict (circle_id, school_id) do update set state = excluded.state, \
             answered_at = excluded.answered_at, answered_by = excluded.answered_by where groups_school.state <> 'in'",
            args![circle, school, State::In, now, viewer.account],
        )
        .await?;
    if joined == 0 { Ok(()) } else { note(tx, viewer, circle, school, State::In).await }
}

/// Takes a school out of a group, or refuses for it: its head, or the head of the school that holds the group. Its pupils and
/// adults leave.
///
/// # Errors
/// [`Error::NotFound`] when it is not asked nor in; [`Error::Forbidden`] to others; a fault of the database.
pub async fn leave(tx: &mut Tx, viewer: &Viewer, desk: &Desk, school: SchoolId) -> Result<()> {
    let group = &desk.group;
    let there = desk.parts.iter().any(|part| part.school_id == school && (part.is_asked() || part.is_in()));
    if !there || group.is_challenge() {
        return Err(Error::NotFound);
    }
    if !runs(viewer, school) && !asks(viewer, group) {
        return Err(Error::Forbidden);
    }
    put_out(tx, viewer, group, school).await
}

/// Takes a school and its lines of the rule out of a group.
pub(crate) async fn put_out(tx: &mut Tx, viewer: &Viewer, group: &Group, school: SchoolId) -> Result<()> {
    let now: Moment = tx.now();
    tx.change(
        "update groups_school set state = $3, answered_at = $4, answered_by = $5 where circle_id = $1 and school_id = $2",
        args![group.id, school, State::Out, now, viewer.account],
    )
    .await?;
    tx.change("delete from groups_rule where circle_id = $1 and school_id = $2", args![group.id, school]).await?;
    note(tx, viewer, group.id, school, State::Out).await?;
    roll::settle(tx, group).await
}

async fn note(tx: &mut Tx, viewer: &Viewer, circle: CircleId, school: SchoolId, state: State) -> Result<()> {
    let detail = format!("{school} {}", state.as_str());
    audit::write(tx, Some(viewer.account), Action::GroupShared, Some(circle.to_string()), Some(&detail)).await
}
