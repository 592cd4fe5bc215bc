//! A day of strike, school by school: filled in, told to families.

use super::{
    strike_board::{BOARD, StrikePage, Written},
    strikes::PATH,
};
use crate::{
    W,
    charge::Charge,
    fields::Fields,
    notice_send,
    strike::{Strike, StrikeId, board},
    strike_change,
};
use db::{Error, Moment, Problems, Result, Tx};
use school::Viewer;
use web::{Answer, Form, Path, SignedIn, dates};

/// `GET /ma-commune/greves/{strike}`
pub(crate) async fn show(mut visit: SignedIn, Path(id): Path<StrikeId>) -> Answer {
    let mut tx = visit.read().await?;
    let strike = Strike::load(&mut tx, &visit.viewer, id).await?;
    let charge = Charge::run_by(&mut tx, &visit.viewer, &strike.scope).await?;
    let written = kept(&mut tx, &charge, &strike).await?;
    let (fields, problems) = (Fields::default(), Problems::default());
    let page = StrikePage::build(&mut tx, &visit.viewer, &charge, &strike, &written, &fields, &problems).await?;
    drop(tx);
    visit.page(W.strike_page(), &page)
}

/// `POST /ma-commune/greves/{strike}`
pub(crate) async fn save(mut visit: SignedIn, Path(id): Path<StrikeId>, Form(fields): Form<Fields>) -> Answer {
    let mut tx = visit.write().await?;
    let strike = Strike::load(&mut tx, &visit.viewer, id).await?;
    let charge = Charge::run_by(&mut tx, &visit.viewer, &strike.scope).await?;
    match strike_change::typed(&fields, &charge) {
        Ok((note, lines)) => {
            strike_change::keep(&mut tx, &strike, &note, &lines).await?;
            tx.commit().await?;
            Ok(visit.done(&format!("{PATH}/{id}"), W.strike_saved()))
        }
        Err(Error::Invalid(problems)) => again(visit, tx, &charge, &strike, &fields, &problems).await,
        Err(error) => Err(error.into()),
    }
}

/// `POST /ma-commune/greves/{strike}/publication`
pub(crate) async fn publish(mut visit: SignedIn, Path(id): Path<StrikeId>, Form(fields): Form<Fields>) -> Answer {
    let mut tx = visit.write().await?;
    let strike = Strike::load(&mut tx, &visit.viewer, id).await?;
    let charge = Charge::run_by(&mut tx, &visit.viewer, &strike.scope).await?;
    match told(&mut tx, &visit.viewer, &charge, &strike, &fields).await {
        Ok(at) => {
            let now = tx.now();
            tx.commit().await?;
            Ok(visit.done(&format!("{PATH}/{id}"), &dates::delivery(at, now)))
        }
        Err(Error::Invalid(problems)) => again(visit, tx, &charge, &strike, &fields, &problems).await,
        Err(error) => Err(error.into()),
    }
}

/// Keeps what was typed on the board, when it came along, and tells families what it says.
async fn told(tx: &mut Tx, viewer: &Viewer, charge: &Charge, strike: &Strike, fields: &Fields) -> Result<Moment> {
    let mut problems = Problems::default();
    let urgent = notice_send::urgent(fields, &mut problems);
    problems.or(())?;
    if fields.has(BOARD) {
        let (note, lines) = strike_change::typed(fields, charge)?;
        strike_change::keep(tx, strike, &note, &lines).await?;
    }
    let strike = Strike::load(tx, viewer, strike.id).await?;
    strike_change::publish(tx, viewer, charge, &strike, urgent).await
}

async fn again(
    visit: SignedIn,
    mut tx: Tx,
    charge: &Charge,
    strike: &Strike,
    fields: &Fields,
    problems: &Problems,
) -> Answer {
    let written = match fields.has(BOARD) {
        true => typed(charge, fields),
        false => kept(&mut tx, charge, strike).await?,
    };
    let page = StrikePage::build(&mut tx, &visit.viewer, charge, strike, &written, fields, problems).await?;
    drop(tx);
    visit.again(W.strike_page(), &page)
}

async fn kept(tx: &mut Tx, charge: &Charge, strike: &Strike) -> Result<Written> {
    Ok(Written { note: strike.note.clone(), lines: board(tx, charge, strike.id).await? })
}

fn typed(charge: &Charge, fields: &Fields) -> Written {
    let lines = charge.schools.iter().map(|school| (school.id, strike_change::open(fields, school)));
    Written { note: fields.text("note").to_owned(), lines: lines.collect() }
}
