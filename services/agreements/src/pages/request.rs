//! « Inscrire mes écoles »: a commune or a grouping asks for its schools to be enrolled.

use super::{campaign_list::day, enrolment::status};
use crate::{
    Campaign, W, authority,
    campaign::year_name,
    enrolment::{EnrolmentId, Stage},
    money::euros,
    request::{self, Seat},
};
use askama::Template;
use db::{Error, Problems, Result, Tx};
use school::{Authority, Right, SchoolId, Viewer, viewer::or_not_found};
use web::{
    Answer, Form, Path, SignedIn,
    component::{Button, Choice, ErrorSummary, Notice, Opt, Status},
    summary,
};

const PATH: &str = "/conventions/inscriptions";

#[derive(Template)]
#[template(path = "request.html")]
struct RequestPage {
    summary: Option<ErrorSummary>,
    nothing: Option<Notice>,
    sections: Vec<Section>,
}

/// An authority in a campaign.
struct Section {
    title: String,
    about: String,
    year: i64,
    authority: String,
    lines: Vec<Line>,
    choice: Option<(Choice, Button)>,
}

struct Line {
    label: String,
    status: Status,
    take_back: Option<(String, Button)>,
}

/// `GET /conventions/inscriptions`
pub(crate) async fn show(mut visit: SignedIn) -> Answer {
    or_not_found(visit.viewer.may_over(Right::HandleAgreement))?;
    let mut tx = visit.read().await?;
    let page = page(&mut tx, &visit.viewer, &Asked::default(), &Problems::default()).await?;
    drop(tx);
    visit.page(W.request_title(), &page)
}

/// What was asked for.
#[derive(Default)]
struct Asked {
    year: i64,
    authority: String,
    schools: Vec<SchoolId>,
}

impl Asked {
    fn read(fields: &[(String, String)]) -> Self {
        let of = |name: &str| fields.iter().find(|it| it.0 == name).map(|it| it.1.clone()).unwrap_or_default();
        let schools = fields.iter().filter(|it| it.0 == "ecoles").filter_map(|it| it.1.parse().ok());
        Self {
            year: of("annee").parse().unwrap_or_default(),
            authority: of("collectivite"),
            schools: schools.collect(),
        }
    }
}

/// `POST /conventions/inscriptions`
pub(crate) async fn ask(mut visit: SignedIn, Form(fields): Form<Vec<(String, String)>>) -> Answer {
    or_not_found(visit.viewer.may_over(Right::HandleAgreement))?;
    let asked = Asked::read(&fields);
    let mut tx = visit.write().await?;
    match requested(&mut tx, &visit.viewer, &asked).await {
        Ok(count) => {
            tx.commit().await?;
            Ok(visit.done(PATH, &W.request_sent(count)))
        }
        Err(Error::Invalid(problems)) => {
            // What was begun is given up with the transaction.
            drop(tx);
            let mut tx = visit.read().await?;
            let page = page(&mut tx, &visit.viewer, &asked, &problems).await?;
            drop(tx);
            visit.again(W.request_title(), &page)
        }
        Err(other) => Err(other.into()),
    }
}

async fn requested(tx: &mut Tx, viewer: &Viewer, asked: &Asked) -> Result<i64> {
    let handled = authority::handled(tx, viewer).await?;
    let authority = handled.iter().find(|it| it.id.to_string() == asked.authority).ok_or(Error::NotFound)?;
    let today = tx.now().day();
    let open = Campaign::open_on(tx, today).await?;
    let Some(campaign) = open.iter().find(|it| it.year == asked.year) else {
        return Err(Error::invalid("ecoles", W.request_closed()));
    };
    request::ask(tx, viewer, campaign, authority, &asked.schools).await
}

/// `POST /conventions/inscriptions/{id}/retrait`
pub(crate) async fn take_back(mut visit: SignedIn, Path(id): Path<EnrolmentId>) -> Answer {
    let mut tx = visit.write().await?;
    match request::withdraw(&mut tx, &visit.viewer, id).await {
        Ok(()) => {
            tx.commit().await?;
            Ok(visit.done(PATH, W.request_taken_back()))
        }
        Err(Error::Forbidden | Error::Conflict) => Ok(visit.not_done(PATH, W.request_confirmed())),
        Err(other) => Err(other.into()),
    }
}

async fn page(tx: &mut Tx, viewer: &Viewer, asked: &Asked, problems: &Problems) -> Result<RequestPage> {
    let handled = authority::handled(tx, viewer).await?;
    let today = tx.now().day();
    let open = Campaign::open_on(tx, today).await?;
    let mut sections = Vec::new();
    for campaign in &open {
        for authority in &handled {
            let seats = request::seats(tx, campaign, authority).await?;
            sections.push(section(campaign, authority, &seats, asked, problems));
        }
    }
    let nothing = match (handled.is_empty(), open.is_empty()) {
        (true, _) => Some(Notice::info(W.request_no_authority())),
        (false, true) => Some(Notice::info(W.request_no_campaign())),
        (false, false) => None,
    };
    Ok(RequestPage { summary: summary(problems), nothing, sections })
}

fn section(campaign: &Campaign, authority: &Authority, seats: &[Seat], asked: &Asked, problems: &Problems) -> Section {
    let is_asked = asked.year == campaign.year && asked.authority == authority.id.to_string();
    let free = seats.iter().filter(|it| it.held.is_none()).map(|it| {
        let checked = is_asked && asked.schools.contains(&it.school.school_id);
        Opt::new(it.school.school_id.to_string(), it.school.label()).checked(checked)
    });
    let free: Vec<Opt> = free.collect();
    let error = problems.of("ecoles").filter(|_| is_asked);
    Section {
        title: W.request_section(&authority.name, year_name(campaign.year)),
        about: W.request_about(euros(campaign.price_cents), day(&campaign.closes_on)),
        year: campaign.year,
        authority: authority.id.to_string(),
        lines: seats.iter().filter_map(|it| line(it, authority)).collect(),
        choice: (!free.is_empty()).then(|| {
            let choice = Choice::checkboxes("ecoles", W.request_schools(), free).error(error);
            (choice, Button::primary(W.request_send()))
        }),
    }
}

fn line(seat: &Seat, authority: &Authority) -> Option<Line> {
    let held = seat.held.as_ref()?;
    let label = match held.authority_id == authority.id {
        true => seat.school.label(),
        false => W.request_elsewhere(seat.school.label(), &held.authority),
    };
    let own = held.stage == Stage::Requested && held.authority_id == authority.id;
    let take_back = Button::danger(W.request_take_back(&seat.school.uai));
    let action = format!("{PATH}/{}/retrait", held.id);
    Some(Line { label, status: status(held.stage), take_back: own.then_some((action, take_back)) })
}
