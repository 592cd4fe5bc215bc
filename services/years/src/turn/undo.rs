//! Undoing an opening, for thirty days: the classes made are over, those it ended go on, and the draft is there again.

use super::{State, Turn, UNDO_DAYS, delivered, sweep::aside};
use commons::audit::{self, Action};
use db::{Error, Moment, Result, Tx, args};
use school::AccountId;

/// The last instant an opening can be undone; none once the directory has brought the classes of the year, for these would be left
/// without pupils or with too many.
///
/// # Errors
/// A fault of the database.
pub async fn deadline(tx: &mut Tx, turn: &Turn) -> Result<Option<Moment>> {
    let Some(opened_at) = turn.opened_at.filter(|_| turn.state == State::Open) else { return Ok(None) };
    let until = opened_at.plus_days(UNDO_DAYS);
    let adopted = tx.count(ADOPTED, args![turn.id, turn.school_id]).await?;
    let is_late = until <= tx.now() || adopted > 0 || delivered(tx, turn.school_id, turn.year).await? > 0;
    Ok((!is_late).then_some(until))
}

const ADOPTED: &str = "\
select count(*) as n from turn_circle k join circle c on c.id = k.circle_id and c.school_id = k.school_id \
and c.key not like '%hand:%' where k.turn_id = $1 and k.school_id = $2";

/// Undoes an opening. An opening for the académie that goes on leaves the school alone from then on.
///
/// # Errors
/// [`Error::Conflict`] when it cannot be undone any more, or somebody was faster; a fault of the database.
pub async fn undo(tx: &mut Tx, turn: &Turn, by: Option<AccountId>) -> Result<()> {
    let Some(opened_at) = turn.opened_at.filter(|_| turn.state == State::Open) else { return Err(Error::Conflict) };
    deadline(tx, turn).await?.ok_or(Error::Conflict)?;
    let claimed = tx
        .changed_rows(
            "update turn_draft set state = 'draft', opened_at = null, opened_by = null, sweep_id = null \
             where id = $1 and school_id = $2 and state = 'open' and opened_at = $3",
            args![turn.id, turn.school_id, opened_at],
        )
        .await?;
    if claimed == 0 {
        return Err(Error::Conflict);
    }
    let now = tx.now();
    tx.change(UNSEAT, args![turn.id, turn.school_id, now]).await?;
    tx.change(END, args![turn.id, turn.school_id, now]).await?;
    for statement in [BEGIN_AGAIN, COME_BACK_TO_SCHOOL, COME_BACK] {
        tx.change(statement, args![turn.id, turn.school_id, opened_at]).await?;
    }
    for statement in [LOWER, FORGET_CIRCLES, FORGET_ENDED, FORGET_PEOPLE] {
        tx.change(statement, args![turn.id, turn.school_id]).await?;
    }
    aside::leave_alone(tx, turn.school_id, turn.year).await?;
    let year = turn.year.to_string();
    audit::write(tx, by, Action::YearOpeningUndone, Some(turn.school_id.to_string()), Some(&year)).await
}

/// Takes a draft away once its opening is undone: nobody of the school had prepared anything.
///
/// # Errors
/// A fault of the database.
pub(super) async fn forget_draft(tx: &mut Tx, turn: &Turn) -> Result<()> {
    for statement in [DROP_TEACHERS, DROP_PUPILS, DROP_CLASSES, DROP_DRAFT] {
        tx.change(statement, args![turn.id, turn.school_id]).await?;
    }
    Ok(())
}

const DROP_TEACHERS: &str = "delete from turn_teacher where turn_id = $1 and school_id = $2";
const DROP_PUPILS: &str = "delete from turn_pupil where turn_id = $1 and school_id = $2";
const DROP_CLASSES: &str = "delete from turn_class where turn_id = $1 and school_id = $2";
const DROP_DRAFT: &str = "delete from turn_draft where id = $1 and school_id = $2 and state = 'draft'";

// Seats of classes nobody shared anything with are as though they had never been; where something was, those who were there go on
// reading it, as in any class that is over.
const UNSEAT: &str = "\
update member set until = case when exists (select 1 from share s where s.circle_id = member.circle_id) \
    or exists (select 1 from circle f join share s on s.circle_id = f.id where f.of_circle = member.circle_id) \
    then $3 else since end \
where until is null and circle_id in (select circle_id from turn_circle where turn_id = $1 and school_id = $2)";

const END: &str = "\
update circle set until = $3 where until is null \
and id in (select circle_id from turn_circle where turn_id = $1 and school_id = $2)";

const BEGIN_AGAIN: &str = "\
update circle set until = null where until = $3 \
and id in (select circle_id from turn_ended where turn_id = $1 and school_id = $2)";

const COME_BACK_TO_SCHOOL: &str = "\
update member set until = null from (select h.id as circle_id, e.person_id from turn_person e \
    join circle h on h.school_id = e.school_id and h.kind = 'school' \
    where e.turn_id = $1 and e.school_id = $2 and e.leaves) g \
where member.circle_id = g.circle_id and member.person_id = g.person_id and member.role = 'pupil' and member.until = $3";

const COME_BACK: &str = "\
update person set gone_at = null from turn_person e where person.id = e.person_id and e.turn_id = $1 and e.school_id = $2 \
and e.leaves and person.gone_at = $3";

// A level somebody changed since is not touched.
const LOWER: &str = "\
update person set level = e.level_before from turn_person e where person.id = e.person_id and e.turn_id = $1 \
and e.school_id = $2 and not e.leaves and person.level is not distinct from e.level_after";

const FORGET_CIRCLES: &str = "delete from turn_circle where turn_id = $1 and school_id = $2";
const FORGET_ENDED: &str = "delete from turn_ended where turn_id = $1 and school_id = $2";
const FORGET_PEOPLE: &str = "delete from turn_person where turn_id = $1 and school_id = $2";
