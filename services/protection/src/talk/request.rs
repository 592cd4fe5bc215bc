//! What a child asked, as the adults it was given to read it.

use super::KIND;
use commons::{Level, Thing, ThingId};
use db::{Error, FromRow, Moment, Result, Tx, args, id_list};
use school::{PersonId, Role, SchoolId, Viewer, person, viewer::or_not_found};

/// What a child asked, as the adults it was given to read it.
#[derive(Debug, Clone)]
pub struct Request {
    /// The thing it is.
    pub thing: Thing,
    /// What it says.
    row: Row,
}

#[derive(Debug, Clone, FromRow)]
struct Row {
    child_id: PersonId,
    words: String,
    asked_at: Moment,
    seen_at: Option<Moment>,
    closed_at: Option<Moment>,
    first_name: String,
    last_name: String,
    class_name: Option<String>,
}

const LOAD: &str = "\
select r.child_id, r.words, r.asked_at, r.seen_at, r.closed_at, p.first_name, p.last_name, \
    (select min(c.name) from member m join circle c on c.id = m.circle_id and c.kind = 'class' and c.until is null \
     where m.person_id = r.child_id and m.role = 'pupil' and m.since <= $3 and (m.until is null or m.until > $3)) \
        as class_name \
from talk_request r join person p on p.id = r.child_id where r.thing_id = $1 and r.school_id = $2";

impl Request {
    /// Reads a request given to the viewer, who still works in the school.
    ///
    /// # Errors
    /// [`Error::NotFound`] to everybody else; [`Error::Forbidden`] to the child who asked.
    pub async fn load(tx: &mut Tx, viewer: &Viewer, id: ThingId) -> Result<Self> {
        let thing = Thing::load(tx, viewer, &KIND, id, Level::Write).await?;
        if viewer.people.iter().any(|me| me.id == thing.author_id) {
            return Err(Error::Forbidden);
        }
        or_not_found(viewer.seats.iter().any(|seat| seat.school == thing.school_id && works(seat.role)))?;
        let row = tx.one(LOAD, args![id, thing.school_id, tx.now()]).await?;
        Ok(Self { thing, row })
    }

    /// The child's whole name.
    pub fn child(&self) -> String {
        person::full(&self.row.first_name, &self.row.last_name)
    }

    /// The child's class, when there is one.
    pub fn class_name(&self) -> Option<&str> {
        self.row.class_name.as_deref()
    }

    /// What the child wrote; it may be nothing.
    pub fn words(&self) -> &str {
        &self.row.words
    }

    /// The child.
    pub(super) fn child_id(&self) -> PersonId {
        self.row.child_id
    }

    /// When the child asked.
    pub fn asked_at(&self) -> Moment {
        self.row.asked_at
    }

    /// Whether an adult said it was seen.
    pub fn is_seen(&self) -> bool {
        self.row.seen_at.is_some()
    }

    /// Whether an adult said it was done.
    pub fn is_closed(&self) -> bool {
        self.row.closed_at.is_some()
    }
}

/// A request that waits for the viewer.
#[derive(Debug, Clone, FromRow)]
pub struct Waiting {
    /// The request.
    pub thing_id: ThingId,
    /// When the child asked.
    pub asked_at: Moment,
}

/// The requests given to the viewer that are not done, oldest first; none to those who work in no school.
///
/// # Errors
/// A fault of the database.
pub async fn waiting(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Waiting>> {
    let schools: Vec<SchoolId> = viewer.seats.iter().filter(|seat| works(seat.role)).map(|seat| seat.school).collect();
    if schools.is_empty() {
        return Ok(Vec::new());
    }
    let people = id_list(viewer.people.iter().map(|me| me.id));
    tx.all(
        "select r.thing_id, r.asked_at from share s join talk_request r on r.thing_id = s.thing_id \
         where s.circle_id in (select unhex(value) from json_each($1)) and r.closed_at is null \
             and r.school_id in (select unhex(value) from json_each($2)) order by r.asked_at, r.thing_id",
        args![people, id_list(schools)],
    )
    .await
}

fn works(role: Role) -> bool {
    match role {
        Role::Teacher | Role::Head | Role::Staff | Role::TownAgent => true,
        Role::Pupil
        | Role::Guardian
        | Role::Guest
        | Role::Reader
        | Role::Deputy
        | Role::AcademyAdmin
        | Role::DistrictAdmin
        | Role::DistrictAdviser
        | Role::TownEditor
        | Role::TownOfficer
        | Role::HelpAgent
        | Role::DataOfficer
        | Role::SchemeOfficer => false,
    }
}
