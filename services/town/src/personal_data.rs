//! The municipal profile of somebody, for a copy of all that is kept of them.

use crate::W;
use db::{FromRow, Moment, Result, Tx, args};
use web::personal::{Datum, Part, Subject};

#[derive(FromRow)]
struct Asked {
    first_name: String,
    last_name: String,
    position: String,
    email: String,
    reason: String,
    asked_at: Moment,
    until_day: Option<String>,
    ended_at: Option<Moment>,
}

/// What was written of an account when its profile was asked for.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn of(tx: &mut Tx, subject: &Subject) -> Result<Vec<Part>> {
    let profiles: Vec<Asked> = tx
        .all(
            "select first_name, last_name, position, email, reason, asked_at, until_day, ended_at from town_profile \
             where account_id = $1 order by asked_at, id",
            args![subject.account],
        )
        .await?;
    let columns = [
        W.mine_name(),
        W.mine_position(),
        W.mine_email(),
        W.mine_reason(),
        W.mine_asked(),
        W.mine_until(),
        W.mine_ended(),
    ];
    let row = |it: Asked| -> Vec<Datum> {
        vec![
            school::person::full(&it.first_name, &it.last_name).into(),
            it.position.into(),
            it.email.into(),
            it.reason.into(),
            it.asked_at.into(),
            it.until_day.into(),
            it.ended_at.into(),
        ]
    };
    let part = Part::new("profils-municipaux", W.mine_profiles(), &columns).rows(profiles.into_iter().map(row));
    Ok(part.unless_empty().into_iter().collect())
}
