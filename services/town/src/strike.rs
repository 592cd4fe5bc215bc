//! What a commune holds open on a day of strike, school by school.

use crate::charge::{self, Charge};
use commons::ThingId;
use db::{Error, FromRow, Result, Tx, args, id};
use jiff::civil::Date;
use school::{SchoolId, Viewer, text_enum};

pub use crate::{
    strike_line::{Line, read_by},
    strike_open::Open,
};

id! {
    /// A day of strike.
    StrikeId
}

text_enum! {
    /// Where a day of strike stands.
    StrikeState {
        /// Those who run the commune fill it in.
        Draft = "draft",
        /// Families read it.
        Published = "published",
    }
}

/// A day of strike.
#[derive(Debug, Clone, FromRow)]
pub struct Strike {
    /// The day of strike.
    pub id: StrikeId,
    /// The scope of those who run the commune.
    pub scope: String,
    day: String,
    /// What is said to all.
    pub note: String,
    /// Where it stands.
    pub state: StrikeState,
    /// The notice that tells of it.
    pub thing_id: Option<ThingId>,
}

#[derive(FromRow)]
struct SchoolRow {
    school_id: SchoolId,
    #[sqlx(flatten)]
    open: Open,
}

impl Strike {
    /// A day of strike, for those who run the commune.
    ///
    /// # Errors
    /// [`Error::NotFound`] for everybody else.
    pub async fn load(tx: &mut Tx, viewer: &Viewer, id: StrikeId) -> Result<Self> {
        let strike: Self =
            tx.one("select id, scope, day, note, state, thing_id from town_strike where id = $1", args![id]).await?;
        if charge::runs(viewer, &strike.scope) { Ok(strike) } else { Err(Error::NotFound) }
    }

    /// Its day.
    pub fn day(&self) -> Date {
        self.day.parse().unwrap_or_default()
    }
}

/// The days of strike of a scope, the latest first. For those who run it.
///
/// # Errors
/// A fault of the database.
pub async fn of_scope(tx: &mut Tx, scope: &str) -> Result<Vec<Strike>> {
    tx.all(
        "select id, scope, day, note, state, thing_id from town_strike where scope = $1 order by day desc limit 50",
        args![scope],
    )
    .await
}

/// What stays open in each school of a charge that day; everything is closed where nobody said otherwise.
///
/// # Errors
/// A fault of the database.
pub async fn board(tx: &mut Tx, charge: &Charge, strike: StrikeId) -> Result<Vec<(SchoolId, Open)>> {
    let rows: Vec<SchoolRow> = tx
        .all(
            "select school_id, canteen, morning, evening, minimum, place, hours, note from town_strike_school \
             where strike_id = $1",
            args![strike],
        )
        .await?;
    let open = |id: SchoolId| rows.iter().find(|row| row.school_id == id).map(|row| row.open.clone());
    Ok(charge.schools.iter().map(|school| (school.id, open(school.id).unwrap_or_default())).collect())
}
