//! Formations: sessions of a circonscription, a département, an académie, with places, a waiting list and a sheet to sign.

pub mod calendar;
pub mod form;
pub mod listing;
pub mod paper;
pub(crate) mod personal_data;
pub mod reminder;
pub mod seat;

use crate::W;
use db::{Day, Error, FromRow, Result, Tx, args, id};
use jiff::civil::{Date, Time};
use richtext::Doc;
use school::{Right, Role, School, Territory, Viewer, text_enum};

id! {
    /// A training session.
    SessionId
}

text_enum! {
    /// Whether a session takes place.
    SessionState {
        /// It does.
        Planned = "planned",
        /// It was called off.
        Cancelled = "cancelled",
    }
}

/// The roles sessions are for, each with its word.
pub const PUBLICS: [(Role, &str); 3] = [(Role::Teacher, "teacher"), (Role::Head, "head"), (Role::Staff, "staff")];

/// The first part of the address of sessions.
pub const PATH: &str = "/formations";

/// What people of a public are called, by its word.
pub fn public_word(key: &str) -> &'static str {
    match key {
        "head" => W.public_heads(),
        "staff" => W.public_staff(),
        _ => W.public_teachers(),
    }
}

/// A session the viewer may read.
#[derive(Debug, Clone, FromRow)]
pub struct Session {
    /// The session.
    pub id: SessionId,
    scope: String,
    /// What the territory is called.
    pub scope_label: String,
    /// Its title.
    pub title: String,
    body: String,
    day: Day,
    starts: String,
    ends: String,
    /// Where it is; empty when it is at a distance.
    pub place: String,
    /// Where it is joined from a distance; empty when it is not.
    pub link: String,
    /// How many places there are.
    pub capacity: i64,
    /// How many are taken.
    pub taken: i64,
    /// For whom it is: ` teacher head `.
    pub publics: String,
    /// Whether it takes place.
    pub state: SessionState,
    #[sqlx(skip)]
    managed: bool,
    #[sqlx(skip)]
    open_to: bool,
}

macro_rules! select_sessions {
    ($condition:literal) => {
        concat!(
            "select s.id, s.scope, s.scope_label, s.title, s.body, s.day, s.starts, s.ends, s.place, s.link, s.capacity, ",
            "s.taken, s.publics, s.state from training_session s where ",
            $condition
        )
    };
}
pub(crate) use select_sessions;

impl Session {
    /// Reads a session: of a territory around one's school and for one's role, or that one organises, or that one is on the
    /// list of.
    ///
    /// # Errors
    /// [`Error::NotFound`] for others; a fault of the database.
    pub async fn load(tx: &mut Tx, viewer: &Viewer, id: SessionId) -> Result<Self> {
        let session: Self = tx.one(select_sessions!("s.id = $1"), args![id]).await?;
        let session = session.seen_by(viewer, &attended(tx, viewer).await?);
        let listed = tx
            .count(
                "select count(*) as n from training_seat where session_id = $1 and account_id = $2",
                args![id, viewer.account],
            )
            .await?;
        if session.managed || session.open_to || listed > 0 { Ok(session) } else { Err(Error::NotFound) }
    }

    /// The same for those who organise it.
    ///
    /// # Errors
    /// [`Error::NotFound`] for those who may not read it, [`Error::Forbidden`] for those who only do.
    pub async fn load_to_manage(tx: &mut Tx, viewer: &Viewer, id: SessionId) -> Result<Self> {
        let session = Self::load(tx, viewer, id).await?;
        if session.managed { Ok(session) } else { Err(Error::Forbidden) }
    }

    fn seen_by(mut self, viewer: &Viewer, attended: &[(String, Role)]) -> Self {
        self.managed = Territory::of(&self.scope).is_some_and(|scope| runs(viewer, &scope));
        self.open_to = attended.iter().any(|(scope, role)| *scope == self.scope && self.is_for(*role));
        self
    }

    fn is_for(&self, role: Role) -> bool {
        let key = PUBLICS.iter().find(|(known, _)| *known == role).map(|(_, key)| *key);
        key.is_some_and(|key| self.publics.split_whitespace().any(|it| it == key))
    }

    /// Whether the viewer organises it.
    pub fn is_managed(&self) -> bool {
        self.managed
    }

    /// Whether it is for the viewer.
    pub fn is_open_to_viewer(&self) -> bool {
        self.open_to
    }

    /// The scope it is for.
    pub fn scope(&self) -> &str {
        &self.scope
    }

    /// What it is about.
    ///
    /// # Errors
    /// A fault when what is stored is no document.
    pub fn doc(&self) -> Result<Doc> {
        richtext::parse(&self.body).map_err(Error::fault)
    }

    /// Its day.
    pub fn date(&self) -> Date {
        self.day.date().unwrap_or_default()
    }

    /// When it begins and when it ends.
    pub fn hours(&self) -> (Time, Time) {
        let hour = |text: &str| text.parse::<Time>().unwrap_or_default();
        (hour(&self.starts), hour(&self.ends))
    }

    /// Whether people may still put themselves on the list, or leave it: until the day before.
    pub fn is_open(&self, today: Date) -> bool {
        self.state == SessionState::Planned && today < self.date()
    }

    /// Whether its day has come: who was there can be said.
    pub fn has_come(&self, today: Date) -> bool {
        self.state == SessionState::Planned && self.date() <= today
    }

    /// Its address.
    pub fn path(&self) -> String {
        format!("{PATH}/{}", self.id)
    }
}

/// Whether the viewer organises sessions of a territory: by a task over it, or over the académie or the région it is in.
fn runs(viewer: &Viewer, scope: &Territory) -> bool {
    viewer.territories(Right::RunTraining).any(|task| match (&task, scope) {
        (Territory::Region, _) => true,
        (Territory::Academy(academy), Territory::District(of, _)) => academy == of,
        (task, scope) => task == scope,
    })
}

/// Whether the viewer organises sessions.
pub fn organises(viewer: &Viewer) -> bool {
    viewer.may_over(Right::RunTraining)
}

/// Whether the viewer may be somewhere sessions are for.
pub fn attends(viewer: &Viewer) -> bool {
    viewer.seats.iter().any(|seat| PUBLICS.iter().any(|(role, _)| *role == seat.role))
}

/// The scopes around the schools the viewer works in, each with the role held there.
async fn attended(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<(String, Role)>> {
    let mut known = Vec::new();
    let mut attended = Vec::new();
    for seat in viewer.seats.iter().filter(|seat| PUBLICS.iter().any(|(role, _)| *role == seat.role)) {
        if known.contains(&(seat.school, seat.role)) {
            continue;
        }
        known.push((seat.school, seat.role));
        let school = School::load(tx, seat.school).await?;
        attended.extend(Territory::around(&school).into_iter().map(|it| (it.to_string(), seat.role)));
    }
    Ok(attended)
}
