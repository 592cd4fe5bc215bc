//! What a commune holds open on a day of strike, school by school.

use crate::{
    W,
    charge::{self, Charge},
    served::Served,
};
use commons::ThingId;
use db::{Error, FromRow, Result, Tx, args, id, id_list};
use jiff::civil::Date;
use school::{SchoolId, Viewer, text_enum};

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
    #[sqlx(try_from = "String")]
    pub state: StrikeState,
    /// The notice that tells of it.
    pub thing_id: Option<ThingId>,
}

/// What stays open in a school that day.
#[derive(Debug, Clone, Default, PartialEq, Eq, FromRow)]
pub struct Open {
    /// Whether children eat there.
    pub canteen: bool,
    /// Whether they are looked after before school.
    pub morning: bool,
    /// Whether they are looked after behind school.
    pub evening: bool,
    /// Whether the commune looks after them during school (*service minimum d’accueil*).
    pub minimum: bool,
    /// Where it does.
    pub place: String,
    /// From when to when.
    pub hours: String,
    /// What else is to be known.
    pub note: String,
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

/// A line of the board as those of a school read it.
#[derive(Debug, Clone, FromRow)]
pub struct Line {
    /// The school.
    pub school_id: SchoolId,
    day: String,
    #[sqlx(flatten)]
    open: Open,
}

impl Line {
    /// Its day.
    pub fn day(&self) -> Date {
        self.day.parse().unwrap_or_default()
    }

    /// What stays open, in words.
    pub fn words(&self) -> Vec<String> {
        self.open.words()
    }
}

/// What the communes told of the schools of a reader, from today on.
///
/// # Errors
/// A fault of the database.
pub async fn read_by(tx: &mut Tx, schools: &[Served]) -> Result<Vec<Line>> {
    let now = tx.now();
    tx.all(
        "select b.school_id, s.day, b.canteen, b.morning, b.evening, b.minimum, b.place, b.hours, b.note \
         from town_strike_school b join town_strike s on s.id = b.strike_id and s.state = 'published' \
         join town_notice n on n.thing_id = s.thing_id and n.withdrawn_at is null and n.delivered_at <= $3 \
         where b.school_id in (select unhex(value) from json_each($1)) and s.day >= $2 order by s.day, b.school_id",
        args![id_list(schools.iter().map(|it| it.id)), now.day().to_string(), now],
    )
    .await
}

impl Open {
    /// What stays open and what does not, in words, a line each.
    pub fn words(&self) -> Vec<String> {
        let mut words = vec![
            W.open_canteen(held(self.canteen)),
            W.open_morning(held(self.morning)),
            W.open_evening(held(self.evening)),
            W.open_minimum(held(self.minimum)),
        ];
        let where_and_when = [self.place.as_str(), self.hours.as_str()];
        let said: Vec<&str> = where_and_when.into_iter().filter(|it| !it.is_empty()).collect();
        if self.minimum && !said.is_empty() {
            words.push(W.open_where(said.join(", ")));
        }
        if !self.note.is_empty() {
            words.push(self.note.clone());
        }
        words
    }
}

/// The argument of the words that differ: `yes` or `no`.
fn held(is_held: bool) -> &'static str {
    if is_held { "yes" } else { "no" }
}
