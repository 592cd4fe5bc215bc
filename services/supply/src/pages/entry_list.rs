//! `/ecoles/{school}/personnes`: everybody the school entered, and whom it may enter.

use super::note_departures;
use crate::{
    W,
    entry::{self, Entry, EntryKind},
};
use askama::Template;
use db::{Error, Moment, Result, Tx};
use jiff::civil::Date;
use school::{CircleId, PersonId, School, SchoolId, Viewer};
use std::collections::HashMap;
use web::{
    Answer, AskPage, Path, SignedIn,
    component::{Button, EmptyState, LinkButton, Status, StatusKind},
    dates,
};

#[derive(Template)]
#[template(path = "entry_list.html")]
struct ListPage {
    school: String,
    about: &'static str,
    back: String,
    add: Vec<LinkButton>,
    rows: Vec<RowPart>,
    empty: EmptyState,
}

struct RowPart {
    name: String,
    about: String,
    status: Status,
    change: Option<LinkButton>,
    /// Where it is ended.
    end: Option<LinkButton>,
}

/// The address of the list of a school.
pub(super) fn path(school: SchoolId) -> String {
    format!("/ecoles/{school}/personnes")
}

/// What a kind is called.
pub(super) fn kind_word(kind: EntryKind) -> &'static str {
    match kind {
        EntryKind::Pupil => W.entry_pupil(),
        EntryKind::Guest => W.entry_guest(),
        EntryKind::Agent => W.entry_agent(),
        EntryKind::Aesh => W.entry_aesh(),
        EntryKind::Substitute => W.entry_substitute(),
    }
}

/// `GET /ecoles/{school}/personnes`
pub(crate) async fn show(mut visit: SignedIn, Path(id): Path<SchoolId>) -> Answer {
    let mut tx = visit.read().await?;
    let page = ListPage::build(&mut tx, &visit.viewer, id).await?;
    drop(tx);
    visit.page(W.entries(), &page)
}

/// `GET /ecoles/{school}/personnes/{person}/fin`
pub(crate) async fn ask(mut visit: SignedIn, Path((id, person)): Path<(SchoolId, PersonId)>) -> Answer {
    let mut tx = visit.read().await?;
    let entry = Entry::load(&mut tx, &visit.viewer, id, person).await?;
    drop(tx);
    let about = if entry.kind == EntryKind::Pupil { W.entry_end_pupil_about() } else { W.entry_end_about() };
    let button = Button::danger(W.entry_end(entry.name())).icon("retire");
    let back = LinkButton::secondary(W.entry_give_up(), path(id));
    let action = format!("{}/{person}/fin", path(id));
    let page = AskPage::new(W.entry_end_title(entry.name()), action, button, back).says(about);
    visit.page(page.title(), &page)
}

/// `POST /ecoles/{school}/personnes/{person}/fin`
pub(crate) async fn end(mut visit: SignedIn, Path((id, person)): Path<(SchoolId, PersonId)>) -> Answer {
    let mut tx = visit.write().await?;
    let entry = Entry::load(&mut tx, &visit.viewer, id, person).await?;
    match entry::end(&mut tx, &visit.viewer, &entry).await {
        Ok(()) => {
            note_departures(&visit.site, &mut tx).await?;
            tx.commit().await?;
        }
        Err(Error::Conflict) => return Ok(visit.not_done(&path(id), W.entry_over_already())),
        Err(error) => return Err(error.into()),
    }
    Ok(visit.done(&path(id), &W.entry_ended(entry.name())))
}

impl ListPage {
    async fn build(tx: &mut Tx, viewer: &Viewer, id: SchoolId) -> Result<Self> {
        let entries = entry::of_school(tx, viewer, id).await?;
        let places = entry::places_of(tx, id).await?;
        let school = School::load(tx, id).await?;
        let delivered = School::is_delivered(tx, id).await?;
        let now = tx.now();
        let add = |kind: &EntryKind| {
            let address = format!("{}/nouvelle?genre={}", path(id), kind.as_str());
            LinkButton::secondary(W.entry_add(kind_word(*kind)), address).icon("ajouter")
        };
        Ok(Self {
            school: school.name,
            about: if delivered { W.entries_about() } else { W.entries_about_files() },
            back: format!("/ecoles/{id}"),
            add: EntryKind::ADULTS.iter().map(add).collect(),
            rows: entries.iter().map(|it| RowPart::of(it, &places, now)).collect(),
            empty: EmptyState::new("classe", W.no_entry(), None),
        })
    }
}

impl RowPart {
    fn of(entry: &Entry, places: &HashMap<PersonId, Vec<(CircleId, String)>>, now: Moment) -> Self {
        let today = now.day();
        let places = places.get(&entry.person_id).map_or(&[][..], Vec::as_slice);
        let mut about = vec![kind_word(entry.kind).to_owned()];
        about.extend(places.iter().map(|(_, name)| name.clone()));
        about.extend(entry.last_day().map(|day| W.entry_until_day(dates::date(day))));
        let end = || {
            let address = format!("{}/{}/fin", path(entry.school_id), entry.person_id);
            LinkButton::secondary(W.entry_end(entry.name()), address).icon("retire")
        };
        Self {
            name: entry.name(),
            about: about.join(" · "),
            status: status(entry, today),
            change: change(entry, places, today),
            end: entry.ended_at.is_none().then(end),
        }
    }
}

fn status(entry: &Entry, today: Date) -> Status {
    if entry.is_over(today) {
        Status::new(StatusKind::Archived, W.entry_is_over())
    } else if entry.kind == EntryKind::Pupil {
        Status::new(StatusKind::Scheduled, W.entry_provisional())
    } else {
        Status::new(StatusKind::Published, W.entry_in_force())
    }
}

/// Where an entry is changed: a pupil, in the class.
fn change(entry: &Entry, places: &[(CircleId, String)], today: Date) -> Option<LinkButton> {
    if entry.kind == EntryKind::Pupil {
        let (class, _) = places.first()?;
        let address = format!("/classes/{class}/eleves/{}", entry.person_id);
        return Some(LinkButton::secondary(W.entry_change(entry.name()), address).icon("crayon"));
    }
    let address = format!("{}/{}", path(entry.school_id), entry.person_id);
    let word = if entry.is_over(today) { W.entry_renew(entry.name()) } else { W.entry_change(entry.name()) };
    Some(LinkButton::secondary(word, address).icon("crayon"))
}
