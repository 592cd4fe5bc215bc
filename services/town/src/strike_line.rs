//! What stays open on days of strike, as those of a school read it.

use crate::{served::Served, strike_open::Open};
use db::{FromRow, Result, Tx, args, id_list};
use jiff::civil::Date;
use school::SchoolId;

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

    /// Whether children eat at school that day.
    pub const fn is_fed(&self) -> bool {
        self.open.canteen
    }

    /// What stays open, in words.
    pub fn words(&self) -> Vec<String> {
        self.open.words()
    }
}

/// What the communes told of the schools of a reader, from a day to another.
///
/// # Errors
/// A fault of the database.
pub async fn read_by(tx: &mut Tx, schools: &[Served], first: Date, last: Date) -> Result<Vec<Line>> {
    let now = tx.now();
    tx.all(
        "select b.school_id, s.day, b.canteen, b.morning, b.evening, b.minimum, b.place, b.hours, b.note \
         from town_strike_school b join town_strike s on s.id = b.strike_id and s.state = 'published' \
         join town_notice n on n.thing_id = s.thing_id and n.withdrawn_at is null and n.delivered_at <= $3 \
         where b.school_id in (select unhex(value) from json_each($1)) and s.day >= $2 and s.day <= $4 \
         order by s.day, b.school_id",
        args![id_list(schools.iter().map(|it| it.id)), first.to_string(), now, last.to_string()],
    )
    .await
}
