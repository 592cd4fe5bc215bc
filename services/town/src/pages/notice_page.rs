//! The page of a notice.

use super::notices::PATH;
use crate::{
    W, charge,
    fields::Fields,
    notice::{self, Notice},
    offer::OfferKind,
    served, strike,
};
use askama::Template;
use commons::{Level, ThingId};
use db::{Result, Tx};
use richtext::Labels;
use school::Viewer;
use web::{
    Answer, Form, Path, SignedIn,
    component::{LinkButton, Notice as Said, SafeHtml},
    dates,
};

#[derive(Template)]
#[template(path = "notice.html")]
struct NoticePage {
    title: String,
    about: String,
    days: String,
    offers: Option<String>,
    schools: Option<String>,
    notices: Vec<Said>,
    board: Vec<(String, Vec<String>)>,
    body: SafeHtml,
    withdraw: Option<LinkButton>,
    back: (&'static str, String),
}

/// `GET /avis/{id}`
pub(crate) async fn show(mut visit: SignedIn, Path(id): Path<ThingId>) -> Answer {
    let mut tx = visit.read().await?;
    let notice = Notice::load(&mut tx, &visit.viewer, id, Level::See).await?;
    let page = NoticePage::build(&mut tx, &visit.viewer, &notice).await?;
    drop(tx);
    visit.page(&notice.thing.title, &page)
}

/// `POST /avis/{id}/fermeture`: closes the banner of a notice in this browser; nothing is written in the house.
pub(crate) async fn close(mut visit: SignedIn, Path(id): Path<ThingId>, Form(fields): Form<Fields>) -> Answer {
    let mut tx = visit.read().await?;
    let notice = Notice::load(&mut tx, &visit.viewer, id, Level::See).await?;
    drop(tx);
    Ok(visit.closed(fields.text("retour"), notice.thing.id))
}

impl NoticePage {
    async fn build(tx: &mut Tx, viewer: &Viewer, notice: &Notice) -> Result<Self> {
        let now = tx.now();
        let manages = notice.is_managed();
        let names = notice.schools.iter().map(|school| school.1.as_str()).collect::<Vec<_>>().join(", ");
        Ok(Self {
            title: notice.thing.title.clone(),
            about: [notice.kind.word(), notice.from.clone(), dates::past(notice.delivered_at.min(now), now)]
                .join(" · "),
            days: notice::days(notice.first, notice.last),
            offers: offers(notice),
            schools: manages.then(|| W.notice_for(names)),
            notices: if manages { said(notice, now) } else { Vec::new() },
            board: if manages { Vec::new() } else { board(tx, viewer, notice).await? },
            body: SafeHtml(notice.body.to_html(&|_| None, &Labels::FRENCH)),
            withdraw: (manages && notice.thing.withdrawn_at.is_none())
                .then(|| LinkButton::danger(W.withdraw_notice(), format!("{}/retrait", notice.path())).icon("retire")),
            back: match manages {
                true => (W.notices(), charge::at(PATH, &notice.scope)),
                false => (W.canteen_place(), "/cantine".to_owned()),
            },
        })
    }
}

/// What those who sent it must know first.
fn said(notice: &Notice, now: db::Moment) -> Vec<Said> {
    let withdrawn = notice.withdrawn_reason.as_ref().map(|why| Said::attention(why).title(W.withdrawn_because()));
    let urgent = notice.urgent.as_ref().map(|why| Said::info(why).title(W.urgent_because()));
    let waits = (notice.delivered_at > now && withdrawn.is_none())
        .then(|| Said::info(W.may_be_taken_back()).title(dates::delivery(notice.delivered_at, now)));
    [withdrawn, urgent, waits].into_iter().flatten().collect()
}

fn offers(notice: &Notice) -> Option<String> {
    let kinds = notice.offers.split_whitespace().filter_map(|it| OfferKind::try_from(it.to_owned()).ok());
    let words: Vec<String> = kinds.map(OfferKind::word).collect();
    (!words.is_empty()).then(|| W.notice_about(words.join(", ")))
}

/// What stays open in the schools of the reader that day.
async fn board(tx: &mut Tx, viewer: &Viewer, notice: &Notice) -> Result<Vec<(String, Vec<String>)>> {
    if notice.strike.is_none() {
        return Ok(Vec::new());
    }
    let schools = served::schools_of(tx, viewer).await?;
    let lines = strike::read_by(tx, &schools, notice.first, notice.first).await?;
    let name = |line: &strike::Line| schools.iter().find(|it| it.id == line.school_id).map(served::Served::heading);
    Ok(lines.iter().filter_map(|line| Some((name(line)?, line.words()))).collect())
}
