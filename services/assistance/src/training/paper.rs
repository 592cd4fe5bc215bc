//! What is printed or handed on about a session: the sheet to sign, the list of attestations.

use super::{
    Session,
    seat::{Seat, SeatState},
};
use crate::W;
use db::{Error, Result};
use pdf::{Column, Document, Part, Signature, Table};
use web::{dates, sheet};

/// « mercredi 7 octobre, de 14 h à 17 h ».
pub fn when(session: &Session) -> String {
    let (starts, ends) = session.hours();
    W.training_when(dates::long_day(session.date()), dates::hour(starts), dates::hour(ends))
}

/// Where it is, and how it is joined.
pub fn place(session: &Session) -> String {
    match (session.place.is_empty(), session.link.is_empty()) {
        (false, false) => W.training_place_and_link(&session.place),
        (false, true) => session.place.clone(),
        (true, _) => W.training_at_distance().to_owned(),
    }
}

/// The sheet those who have a place sign.
///
/// # Errors
/// A fault of the layout.
pub fn attendance(session: &Session, seats: &[Seat]) -> Result<Vec<u8>> {
    let column = |label: &str, share| Column { label: label.to_owned(), share, numeric: false };
    let with_place = seats.iter().filter(|seat| seat.state == SeatState::Registered);
    let document = Document {
        title: W.attendance_title(&session.title),
        issuer: vec![session.scope_label.clone()],
        recipient: Vec::new(),
        about: vec![when(session), place(session)],
        footer: session.title.clone(),
        parts: vec![
            Part::Table(Table {
                caption: W.attendance_caption().to_owned(),
                columns: vec![
                    column(W.attendance_name(), 3),
                    column(W.attendance_school(), 3),
                    column(W.attendance_signature(), 4),
                ],
                rows: with_place.map(|seat| vec![seat.name.clone(), seat.school.clone(), String::new()]).collect(),
                total: None,
            }),
            Part::Signatures(vec![Signature {
                party: W.attendance_organiser().to_owned(),
                signatory: Vec::new(),
                signed: None,
            }]),
        ],
    };
    pdf::document(&document).map_err(Error::fault)
}

/// Those who were there, as a spreadsheet: what attestations are made from.
///
/// # Errors
/// A fault of the writer.
pub fn attestations(session: &Session, seats: &[Seat]) -> Result<Vec<u8>> {
    let (starts, ends) = session.hours();
    let minutes = i64::from(ends.hour() - starts.hour()) * 60 + i64::from(ends.minute() - starts.minute());
    let there = seats.iter().filter(|seat| seat.present == Some(true));
    let row = |seat: &Seat| {
        [seat.name.clone(), seat.school.clone(), session.title.clone(), session.date().to_string(), minutes.to_string()]
    };
    sheet::csv(W.attestation_header(), there.map(row))
}
