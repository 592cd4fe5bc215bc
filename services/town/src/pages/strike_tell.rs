//! What each school is about to read of a day of strike, read over before families are told.

use super::{
    notice_form::{sent, urgent},
    strike_board::Written,
    strike_page::kept,
    strikes::PATH,
};
use crate::{
    W,
    charge::Charge,
    fields::Fields,
    notice_send,
    strike::{Strike, StrikeId, StrikeState},
    strike_change,
};
use askama::Template;
use db::{Error, Moment, Problems, Result, Tx};
use school::{School, Viewer};
use web::{
    Answer, Form, Path, SignedIn,
    component::{Button, Checkbox, ErrorSummary, Field, Notice},
    dates,
};

#[derive(Template)]
#[template(path = "strike_tell.html")]
struct TellPage {
    title: String,
    place: String,
    summary: Option<ErrorSummary>,
    note: String,
    schools: Vec<(String, Vec<String>)>,
    when: Notice,
    urgent: Option<(Checkbox, Field)>,
    address: String,
    publish: Button,
    back: String,
}

/// `GET /ma-commune/greves/{strike}/publication`
pub(crate) async fn ask(mut visit: SignedIn, Path(id): Path<StrikeId>) -> Answer {
    let mut tx = visit.read().await?;
    let strike = Strike::load(&mut tx, &visit.viewer, id).await?;
    let charge = Charge::run_by(&mut tx, &visit.viewer, &strike.scope).await?;
    let (fields, problems) = (Fields::default(), Problems::default());
    let page = TellPage::build(&mut tx, &visit.viewer, &charge, &strike, &fields, &problems).await?;
    drop(tx);
    visit.page(W.strike_page(), &page)
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
            Ok(visit.done(&format!("{PATH}/{id}"), &sent(at, now)))
        }
        Err(Error::Invalid(problems)) => {
            let page = TellPage::build(&mut tx, &visit.viewer, &charge, &strike, &fields, &problems).await?;
            drop(tx);
            visit.again(W.strike_page(), &page)
        }
        Err(error) => Err(error.into()),
    }
}

async fn told(tx: &mut Tx, viewer: &Viewer, charge: &Charge, strike: &Strike, fields: &Fields) -> Result<Moment> {
    let mut problems = Problems::default();
    let urgent = notice_send::urgent(fields, &mut problems);
    problems.or(())?;
    strike_change::publish(tx, viewer, charge, strike, urgent).await
}

impl TellPage {
    async fn build(
        tx: &mut Tx,
        viewer: &Viewer,
        charge: &Charge,
        strike: &Strike,
        fields: &Fields,
        problems: &Problems,
    ) -> Result<Self> {
        let now = tx.now();
        let schools: Vec<&School> = charge.schools.iter().collect();
        let at = notice_send::instant(tx, &schools, false).await?;
        let Written { note, lines } = kept(tx, charge, strike).await?;
        let name = |id| charge.school(id).map(|school| school.name.clone()).unwrap_or_default();
        let is_told = strike.state == StrikeState::Published;
        let hurries = at > now && notice_send::may_hurry(viewer, charge);
        let back = format!("{PATH}/{}", strike.id);
        Ok(Self {
            title: W.strike_title(dates::long_day(strike.day())),
            place: charge.name.clone(),
            summary: web::summary(problems),
            note,
            schools: lines.iter().map(|(id, open)| (name(*id), open.words())).collect(),
            when: Notice::info(if is_told { W.strike_told_again() } else { W.strike_when() })
                .title(dates::delivery(at, now)),
            urgent: hurries.then(|| urgent(fields, problems)),
            address: format!("{back}/publication"),
            publish: Button::primary(W.tell_families()).icon("a-envoyer"),
            back,
        })
    }
}
