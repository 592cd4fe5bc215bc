//! A day of strike, school by school: filled in, then read over before families are told.

use super::{
    strike_board::{StrikePage, TELL, Written},
    strikes::PATH,
};
use crate::{
    W,
    charge::Charge,
    fields::Fields,
    strike::{Strike, StrikeId, board},
    strike_change,
};
use axum::response::{IntoResponse, Redirect};
use db::{Error, Problems, Result, Tx};
use web::{Answer, Form, Path, SignedIn};

/// `GET /ma-commune/greves/{strike}`
pub(crate) async fn show(mut visit: SignedIn, Path(id): Path<StrikeId>) -> Answer {
    let mut tx = visit.read().await?;
    let strike = Strike::load(&mut tx, &visit.viewer, id).await?;
    let charge = Charge::run_by(&mut tx, &visit.viewer, &strike.scope).await?;
    let written = kept(&mut tx, &charge, &strike).await?;
    drop(tx);
    visit.page(W.strike_page(), &StrikePage::new(&charge, &strike, &written, &Problems::default()))
}

/// `POST /ma-commune/greves/{strike}`: keeps what is typed; whoever is about to tell families reads it over then.
pub(crate) async fn save(mut visit: SignedIn, Path(id): Path<StrikeId>, Form(fields): Form<Fields>) -> Answer {
    let mut tx = visit.write().await?;
    let strike = Strike::load(&mut tx, &visit.viewer, id).await?;
    let charge = Charge::run_by(&mut tx, &visit.viewer, &strike.scope).await?;
    match strike_change::typed(&fields, &charge) {
        Ok((note, lines)) => {
            strike_change::keep(&mut tx, &strike, &note, &lines).await?;
            tx.commit().await?;
            let address = format!("{PATH}/{id}");
            Ok(match fields.has(TELL) {
                true => Redirect::to(&format!("{address}/publication")).into_response(),
                false => visit.done(&address, W.strike_saved()),
            })
        }
        Err(Error::Invalid(problems)) => {
            drop(tx);
            let page = StrikePage::new(&charge, &strike, &typed(&charge, &fields), &problems);
            visit.again(W.strike_page(), &page)
        }
        Err(error) => Err(error.into()),
    }
}

pub(super) async fn kept(tx: &mut Tx, charge: &Charge, strike: &Strike) -> Result<Written> {
    Ok(Written { note: strike.note.clone(), lines: board(tx, charge, strike.id).await? })
}

fn typed(charge: &Charge, fields: &Fields) -> Written {
    let lines = charge.schools.iter().map(|school| (school.id, strike_change::open(fields, school)));
    Written { note: fields.text("note").to_owned(), lines: lines.collect() }
}
