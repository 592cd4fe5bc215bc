//! A substitute types the code of a pass and comes into the class.

use crate::{
    W, code, days,
    pass::{self, Pass, PassId, State},
    reach,
};
use commons::{
    House,
    audit::{self, Action},
};
use db::{Day, Moment, Result, Tx, args};
use jiff::civil::Date;
use school::{CircleId, PersonId, PersonKind, Role, School, SchoolId, Viewer, account, account::Account, circle};

/// What came of a code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// The class is open.
    Taken {
        /// The class.
        class: CircleId,
        /// Its name.
        name: String,
        /// The last day.
        last: Date,
    },
    /// No such code.
    Unknown,
    /// Too many wrong codes in a row: none is read for a while.
    Paused,
    /// A code that served, was ended or whose time is over.
    Over,
    /// A class of another académie.
    Elsewhere,
    /// Whoever types it teaches there already.
    Teaches,
}

impl Outcome {
    /// Why the class is not open; none when it is.
    pub fn refusal(&self) -> Option<&'static str> {
        match self {
            Self::Taken { .. } => None,
            Self::Unknown => Some(W.code_unknown()),
            Self::Paused => Some(W.code_paused()),
            Self::Over => Some(W.code_over()),
            Self::Elsewhere => Some(W.code_elsewhere()),
            Self::Teaches => Some(W.code_teaches()),
        }
    }
}

/// Whether somebody may type a code: whom the Éducation nationale employs.
pub fn may_type(viewer: &Viewer) -> bool {
    viewer.people.iter().any(|me| me.kind == PersonKind::Staff)
}

/// Reads a code and opens its class. A wrong one counts as a wrong password does: the transaction is committed whatever
/// comes of it.
///
/// # Errors
/// A fault of the database.
pub async fn take(tx: &mut Tx, house: &House, viewer: &Viewer, typed: &str) -> Result<Outcome> {
    let now = tx.now();
    if Account::load(tx, viewer.account).await?.is_closed(now) {
        return Ok(Outcome::Paused);
    }
    let Some(pass) = pass::by_code(tx, &code::fingerprint(house, typed)).await? else {
        account::note_failure(tx, viewer.account).await?;
        return Ok(Outcome::Unknown);
    };
    if pass.state(now) != State::Waiting {
        return Ok(Outcome::Over);
    }
    if viewer.taught().any(|class| class == pass.class_id) {
        return Ok(Outcome::Teaches);
    }
    let school = School::load(tx, pass.school_id).await?;
    let Some(person) = employed(tx, viewer, &school).await? else { return Ok(Outcome::Elsewhere) };
    seat(tx, viewer, &pass, person).await
}

/// Which of the viewer's persons the académie of a school employs.
async fn employed(tx: &mut Tx, viewer: &Viewer, school: &School) -> Result<Option<PersonId>> {
    tx.value(
        "select p.id from account_person a join person p on p.id = a.person_id and p.kind = 'staff' \
         and p.gone_at is null where a.account_id = $1 and p.academy = $2 order by a.since, p.id limit 1",
        args![viewer.account, &school.academy],
    )
    .await
}

async fn seat(tx: &mut Tx, viewer: &Viewer, pass: &Pass, person: PersonId) -> Result<Outcome> {
    let now = tx.now();
    let last = days::last_day(now, pass.days);
    let until = days::end_of(last);
    // In the team as other staff, whose seat carries nothing over other classes.
    let team = reach::team(tx, pass.school_id).await?;
    let staff_seat = !sits(tx, team, person, until).await?;
    if !claim(tx, pass.id, pass.school_id, person, last, staff_seat).await? {
        return Ok(Outcome::Over);
    }
    circle::seat(tx, pass.class_id, person, Role::Teacher, Some(until)).await?;
    if staff_seat {
        circle::seat(tx, team, person, Role::Staff, Some(until)).await?;
    }
    let detail = format!("{} {last}", pass.class_id);
    audit::write(tx, Some(viewer.account), Action::ClassTaken, Some(pass.id.to_string()), Some(&detail)).await?;
    Ok(Outcome::Taken { class: pass.class_id, name: pass.class_name.clone(), last })
}

/// Of two who type a code at once, one is the first.
async fn claim(
    tx: &mut Tx,
    pass: PassId,
    school: SchoolId,
    person: PersonId,
    last: Date,
    staff_seat: bool,
) -> Result<bool> {
    let now = tx.now();
    let claimed = tx
        .changed_rows(
            "update headship_pass set person_id = $3, taken_at = $4, last_on = $5, staff_seat = $6 \
             where id = $1 and school_id = $2 and person_id is null and ended_at is null and expires_at > $4",
            args![pass, school, person, now, Day::from(last), staff_seat],
        )
        .await?;
    Ok(claimed > 0)
}

/// Whether somebody sits in the team until an instant at least, by whatever seat.
async fn sits(tx: &mut Tx, team: CircleId, person: PersonId, until: Moment) -> Result<bool> {
    let now = tx.now();
    let seats = tx
        .count(
            "select count(*) as n from member where circle_id = $1 and person_id = $2 and since <= $3 \
             and (until is null or until >= $4)",
            args![team, person, now, until],
        )
        .await?;
    Ok(seats > 0)
}
