//! The turn of the school year, in a school. From June on the coming year is *prepared*: a draft several people change, row by row.
//! From August on it is *opened*, by somebody of the school or on a day said before: the classes prepared become circles, those of
//! the year before are over. Nothing is erased or unshared, and for thirty days all of it can be undone.
//!
//! The directory of the académie comes after: its classes adopt those of the same name, and it says who sits where
//! (`directory`, `import`). A school whose classes came that way before it opened the year has nothing left to open but who
//! teaches where.

pub mod check;
pub mod draft;
pub(crate) mod keeping;
pub mod level;
pub mod listing;
mod making;
pub mod nightly;
pub mod opening;
pub(crate) mod pages;
pub mod proposal;
pub mod season;
pub mod seating;
pub mod sweep;
pub(crate) mod task;
pub mod undo;

use db::{Day, Error, FromRow, Moment, Result, Tx, args, id};
use school::{CircleId, Right, School, SchoolId, Viewer, text_enum, viewer::or_not_found};

id! {
    /// The turn of a year in a school.
    TurnId,
    /// A class prepared; once opened, the circle of the same identifier.
    DraftClassId
}

impl From<DraftClassId> for CircleId {
    fn from(class: DraftClassId) -> Self {
        Self(class.0)
    }
}

text_enum! {
    /// Where a turn stands.
    State {
        /// It is prepared.
        Draft = "draft",
        /// The year is open.
        Open = "open",
    }
}

/// The turn of a year in a school.
#[derive(Debug, Clone, FromRow)]
pub struct Turn {
    /// The turn.
    pub id: TurnId,
    /// Its school.
    pub school_id: SchoolId,
    /// The year that comes.
    pub year: i64,
    /// Where it stands.
    pub state: State,
    /// The day it opens by itself, when somebody said one.
    pub opens_on: Option<Day>,
    /// When it was first prepared.
    pub prepared_at: Moment,
    /// When it was opened, the last time.
    pub opened_at: Option<Moment>,
}

impl Turn {
    /// Whether it was opened as it was proposed, at once: nobody of the school had prepared anything.
    pub fn was_opened_as_proposed(&self) -> bool {
        self.opened_at == Some(self.prepared_at)
    }
}

/// One list of columns for the ways turns are found.
macro_rules! select_turns {
    ($condition:literal) => {
        concat!(
            "select t.id, t.school_id, t.year, t.state, t.opens_on, t.prepared_at, t.opened_at from turn_draft t where ",
            $condition
        )
    };
}
pub(crate) use select_turns;

/// How long an opening can be undone.
pub const UNDO_DAYS: i64 = 30;

/// What those who turn the year of a school have before them.
#[derive(Debug, Clone)]
pub struct Desk {
    /// The school.
    pub school: School,
    /// The year that is prepared these days, or the last one that was; none where there was never one.
    pub year: Option<i64>,
    /// Its turn, once somebody began it.
    pub turn: Option<Turn>,
}

impl Desk {
    /// The desk of a school, for its head, a deputy, or the académie.
    ///
    /// # Errors
    /// [`Error::NotFound`] to everybody else; a fault of the database.
    pub async fn load(tx: &mut Tx, viewer: &Viewer, school: SchoolId) -> Result<Self> {
        let school = School::load(tx, school).await?;
        or_not_found(viewer.may_about(Right::TurnYear, &school))?;
        let prepared = season::prepared(tx.now().day());
        let turn = match prepared {
            Some(year) => of_year(tx, school.id, year).await?,
            None => last(tx, school.id).await?,
        };
        Ok(Self { year: prepared.or(turn.as_ref().map(|it| it.year)), school, turn })
    }

    /// The turn that is being prepared.
    ///
    /// # Errors
    /// [`Error::NotFound`] when nobody began one; [`Error::Conflict`] when its year is open already.
    pub fn draft(&self) -> Result<&Turn> {
        let turn = self.turn.as_ref().ok_or(Error::NotFound)?;
        if turn.state == State::Draft { Ok(turn) } else { Err(Error::Conflict) }
    }

    /// The turn whose year is open.
    pub fn opened(&self) -> Option<&Turn> {
        self.turn.as_ref().filter(|it| it.state == State::Open)
    }

    /// The address of its pages.
    pub fn path(&self) -> String {
        path(self.school.id)
    }
}

/// The address of the turn of a school.
pub fn path(school: SchoolId) -> String {
    format!("/ecoles/{school}/rentree")
}

/// The turn of a year in a school.
async fn of_year(tx: &mut Tx, school: SchoolId, year: i64) -> Result<Option<Turn>> {
    tx.first(select_turns!("t.school_id = $1 and t.year = $2"), args![school, year]).await
}

async fn last(tx: &mut Tx, school: SchoolId) -> Result<Option<Turn>> {
    tx.first(select_turns!("t.school_id = $1 order by t.year desc limit 1"), args![school]).await
}

/// How many classes of a year a school has otherwise than by its own hand: the directory brought them.
pub(crate) async fn delivered(tx: &mut Tx, school: SchoolId, year: i64) -> Result<i64> {
    tx.count(
        "select count(*) as n from circle where school_id = $1 and kind = 'class' and year = $2 and until is null \
         and key not like 'hand:%'",
        args![school, year],
    )
    .await
}
