//! The sessions somebody put themselves on the list of, for a copy of all that is kept of them.

use super::seat::SeatState;
use crate::W;
use db::{Day, FromRow, Moment, Result, Tx, args};
use school::AccountId;
use web::personal::Part;

#[derive(FromRow)]
struct Attended {
    title: String,
    day: Day,
    state: SeatState,
    at: Moment,
    present: Option<bool>,
}

/// The sessions of an account.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn of(tx: &mut Tx, account: AccountId) -> Result<Part> {
    let seats: Vec<Attended> = tx
        .all(
            "select s.title, s.day, t.state, t.at, t.present from training_seat t \
             join training_session s on s.id = t.session_id where t.account_id = $1 order by s.day, s.id",
            args![account],
        )
        .await?;
    let columns = [W.data_training(), W.training_day(), W.state(), W.data_since(), W.data_present()];
    let row = |it: Attended| {
        let present = it.present.map(|present| if present { W.data_yes() } else { W.data_no() });
        vec![it.title.into(), it.day.to_string().into(), standing(it.state).into(), it.at.into(), present.into()]
    };
    Ok(Part::new("formations", W.trainings(), &columns).rows(seats.into_iter().map(row)))
}

fn standing(state: SeatState) -> &'static str {
    match state {
        SeatState::Registered => W.data_registered(),
        SeatState::Waiting => W.waiting_list(),
        SeatState::Withdrawn => W.data_withdrawn(),
    }
}
