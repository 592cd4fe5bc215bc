//! `/formations/{id}`: a session, its list, and what is done about both.

use super::prose;
use crate::{
    W,
    training::{
        PATH, Session, SessionId, SessionState, calendar, form, paper,
        seat::{self, Seat, SeatState},
    },
};
use askama::Template;
use axum::{
    extract::{FromRequest, Request},
    response::Response,
};
use db::{Error, Result, Tx};
use jiff::civil::Date;
use school::{AccountId, Viewer};
use web::{
    Answer, Path, SignedIn, Upload,
    component::{Button, Choice, LinkButton, Notice, Opt, SafeHtml},
    paper::made,
};

#[derive(Template)]
#[template(path = "training.html")]
struct TrainingPage {
    title: String,
    when: String,
    notice: Option<Notice>,
    facts: Vec<(&'static str, String)>,
    link: Option<String>,
    body: Option<SafeHtml>,
    address: String,
    register: Option<Button>,
    withdraw: Option<Button>,
    calendar: Option<LinkButton>,
    managed: Option<ManagedPart>,
}

/// What those who organise it see and do.
struct ManagedPart {
    registered: Vec<String>,
    waiting: Vec<String>,
    links: Vec<LinkButton>,
    cancel: Option<Button>,
    /// Who was there, once the day has come.
    present: Option<(Choice, Button)>,
}

/// `GET /formations/{id}`
pub(crate) async fn show(mut visit: SignedIn, Path(id): Path<SessionId>) -> Answer {
    let mut tx = visit.read().await?;
    let session = Session::load(&mut tx, &visit.viewer, id).await?;
    let page = TrainingPage::build(&mut tx, &visit.viewer, &session).await?;
    drop(tx);
    visit.page(&session.title, &page)
}

/// `POST /formations/{id}/inscription`
pub(crate) async fn register(mut visit: SignedIn, Path(id): Path<SessionId>) -> Answer {
    let mut tx = visit.write().await?;
    let session = Session::load(&mut tx, &visit.viewer, id).await?;
    let state = seat::register(&mut tx, &visit.viewer, &session).await?;
    tx.commit().await?;
    let said = match state {
        SeatState::Registered => W.is_registered(),
        SeatState::Waiting | SeatState::Withdrawn => W.is_waiting(),
    };
    Ok(visit.done(&session.path(), said))
}

/// `POST /formations/{id}/desinscription`
pub(crate) async fn withdraw(mut visit: SignedIn, Path(id): Path<SessionId>) -> Answer {
    let mut tx = visit.write().await?;
    let session = Session::load(&mut tx, &visit.viewer, id).await?;
    let given = seat::withdraw(&mut tx, &visit.viewer, &session).await?;
    let link = format!("{}{}", visit.site.house.address, session.path());
    let said = W.training_letter_place(&session.title, paper::when(&session), link);
    seat::write(&mut tx, &session, &given, W.training_letter_place_subject(), &said).await?;
    tx.commit().await?;
    Ok(visit.done(PATH, W.is_withdrawn()))
}

/// `POST /formations/{id}/annulation`
pub(crate) async fn cancel(mut visit: SignedIn, Path(id): Path<SessionId>) -> Answer {
    let mut tx = visit.write().await?;
    let session = Session::load_to_manage(&mut tx, &visit.viewer, id).await?;
    form::cancel(&mut tx, &session).await?;
    tx.commit().await?;
    Ok(visit.done(&session.path(), W.training_was_cancelled()))
}

/// `POST /formations/{id}/presences`
pub(crate) async fn attend(mut visit: SignedIn, Path(id): Path<SessionId>, request: Request) -> Answer {
    let mut tx = visit.read().await?;
    Session::load_to_manage(&mut tx, &visit.viewer, id).await?;
    drop(tx);
    let upload = Upload::from_request(request, &visit.site).await?;
    let there = upload.texts("present").into_iter().map(|it| it.parse().ok().ok_or(Error::NotFound));
    let there: Vec<AccountId> = there.collect::<Result<_>>()?;
    let mut tx = visit.write().await?;
    let session = Session::load_to_manage(&mut tx, &visit.viewer, id).await?;
    seat::attend(&mut tx, &session, &there).await?;
    tx.commit().await?;
    Ok(visit.done(&session.path(), W.presences_saved()))
}

/// `GET /formations/{id}/emargement.pdf`
pub(crate) async fn sheet(visit: SignedIn, Path(id): Path<SessionId>) -> Answer {
    Ok(list_as(visit, id, paper::attendance, "application/pdf", "emargement.pdf").await?)
}

/// `GET /formations/{id}/attestations.csv`
pub(crate) async fn attestations(visit: SignedIn, Path(id): Path<SessionId>) -> Answer {
    Ok(list_as(visit, id, paper::attestations, "text/csv", "attestations.csv").await?)
}

async fn list_as(
    mut visit: SignedIn,
    id: SessionId,
    written: fn(&Session, &[Seat]) -> Result<Vec<u8>>,
    mime: &str,
    name: &str,
) -> Result<Response> {
    let mut tx = visit.read().await?;
    let session = Session::load_to_manage(&mut tx, &visit.viewer, id).await?;
    let seats = seat::list(&mut tx, id).await?;
    drop(tx);
    Ok(made(written(&session, &seats)?, mime, name))
}

/// `GET /formations/{id}/agenda.ics`
pub(crate) async fn event(mut visit: SignedIn, Path(id): Path<SessionId>) -> Answer {
    let mut tx = visit.read().await?;
    let session = Session::load(&mut tx, &visit.viewer, id).await?;
    let now = tx.now();
    drop(tx);
    let text = calendar::event(&session, &visit.site.house.address, now);
    Ok(made(text.into_bytes(), "text/calendar", "formation.ics"))
}

impl TrainingPage {
    async fn build(tx: &mut Tx, viewer: &Viewer, session: &Session) -> Result<Self> {
        let today = tx.now().day();
        let seat = seat::of(tx, session.id, viewer.account).await?;
        let state = seat.as_ref().map(|it| it.state);
        let open = session.is_open(today);
        let doc = session.doc()?;
        let label = if session.taken < session.capacity { W.register() } else { W.register_waiting() };
        let managed = match session.is_managed() {
            true => Some(ManagedPart::build(tx, session, today).await?),
            false => None,
        };
        Ok(Self {
            title: session.title.clone(),
            when: paper::when(session),
            notice: notice(session, state),
            facts: facts(session),
            link: Some(session.link.clone()).filter(|it| !it.is_empty()),
            body: (!doc.is_empty()).then(|| prose(&doc)),
            address: session.path(),
            register: (open && state.is_none() && session.is_open_to_viewer()).then(|| Button::primary(label)),
            withdraw: (open && state.is_some()).then(|| Button::secondary(W.withdraw())),
            calendar: (session.state == SessionState::Planned).then(|| {
                LinkButton::secondary(W.add_to_calendar(), format!("{}/agenda.ics", session.path())).icon("agenda")
            }),
            managed,
        })
    }
}

fn notice(session: &Session, state: Option<SeatState>) -> Option<Notice> {
    if session.state == SessionState::Cancelled {
        return Some(Notice::attention(W.training_is_cancelled()));
    }
    match state? {
        SeatState::Registered => Some(Notice::success(W.you_are_registered())),
        SeatState::Waiting => Some(Notice::info(W.you_are_waiting())),
        SeatState::Withdrawn => None,
    }
}

fn facts(session: &Session) -> Vec<(&'static str, String)> {
    let publics: Vec<&str> = session.publics.split_whitespace().map(crate::training::public_word).collect();
    vec![
        (W.training_where(), paper::place(session)),
        (W.training_scope(), session.scope_label.clone()),
        (W.training_publics(), publics.join(", ")),
        (W.training_places(), W.places_taken(session.taken.to_string(), session.capacity.to_string())),
    ]
}

impl ManagedPart {
    async fn build(tx: &mut Tx, session: &Session, today: Date) -> Result<Self> {
        let seats = seat::list(tx, session.id).await?;
        let named = |state: SeatState| {
            let those = seats.iter().filter(move |seat| seat.state == state);
            those.map(|seat| W.seat_line(&seat.name, &seat.school)).collect::<Vec<_>>()
        };
        let address = session.path();
        let link =
            |label: &str, rest: &str, icon: &str| LinkButton::secondary(label, format!("{address}/{rest}")).icon(icon);
        let mut links = vec![link(W.attendance_sheet(), "emargement.pdf", "imprimer")];
        if session.is_open(today) {
            links.push(link(W.edit_training(), "modifier", "crayon"));
        }
        if session.has_come(today) {
            links.push(link(W.attestation_list(), "attestations.csv", "telecharger"));
        }
        Ok(Self {
            registered: named(SeatState::Registered),
            waiting: named(SeatState::Waiting),
            links,
            cancel: session.is_open(today).then(|| Button::danger(W.cancel_training())),
            present: present(session, &seats, today),
        })
    }
}

fn present(session: &Session, seats: &[Seat], today: Date) -> Option<(Choice, Button)> {
    let with_place: Vec<&Seat> = seats.iter().filter(|seat| seat.state == SeatState::Registered).collect();
    if !session.has_come(today) || with_place.is_empty() {
        return None;
    }
    let option = |seat: &&Seat| {
        Opt::new(seat.account_id.to_string(), W.seat_line(&seat.name, &seat.school)).checked(seat.present == Some(true))
    };
    let choice = Choice::checkboxes("present", W.presences(), with_place.iter().map(option).collect());
    Some((choice, Button::secondary(W.save())))
}
