//! What a desk does, in figures: how many requests, of which kind, how long the first answer takes, how it was found.

use crate::{
    W,
    desk::Desk,
    request::{HelpKind, Rating, State},
};
use db::{FromRow, Moment, Result, Tx, args};
use school::Territory;
use web::sheet;

/// How many days back the figures go: a school year and its summer.
const DAYS: i64 = 366;

#[derive(FromRow)]
struct Row {
    #[sqlx(try_from = "String")]
    kind: HelpKind,
    #[sqlx(try_from = "String")]
    state: State,
    department: Option<String>,
    district: Option<String>,
    rating: Option<String>,
    created_at: Moment,
    first_answer_at: Option<Moment>,
}

/// A group of requests: all of them, a circonscription, a département.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// What it is.
    pub label: String,
    /// How many there are.
    pub all: i64,
    /// How many of them are incidents.
    pub incidents: i64,
    /// How many are still open.
    pub open: i64,
    /// The median delay before the first answer, in minutes; none when nothing was answered.
    pub delay: Option<i64>,
    /// How many authors said it helped, in part, or not.
    pub ratings: [i64; 3],
}

/// The figures of a desk.
#[derive(Debug, Clone)]
pub struct Figures {
    /// All of it.
    pub whole: Group,
    /// How many stand where.
    pub states: Vec<(State, i64)>,
    /// By circonscription, then by département.
    pub places: Vec<Group>,
}

/// Counts what came to the desks of a viewer in the last year.
///
/// # Errors
/// A fault of the database.
pub async fn of(tx: &mut Tx, desk: &Desk) -> Result<Figures> {
    let since = tx.now().plus_days(-DAYS);
    let rows: Vec<Row> = tx
        .all(
            "select r.kind, r.state, r.department, r.district, r.rating, r.created_at, r.first_answer_at \
             from help_request r where r.created_at >= $2 and r.id in (select d.request_id from help_desk d \
             where d.desk in (select value from json_each($1)))",
            args![desk.list(), since],
        )
        .await?;
    let everything: Vec<&Row> = rows.iter().collect();
    let count = |state: State| (state, number(rows.iter().filter(|row| row.state == state).count()));
    let mut places = by_place(tx, &rows, |row| row.district.as_deref()).await?;
    places.extend(by_place(tx, &rows, |row| row.department.as_deref()).await?);
    Ok(Figures {
        whole: Group::of(W.figures_whole().to_owned(), &everything),
        states: State::ALL.iter().map(|state| count(*state)).collect(),
        places,
    })
}

async fn by_place(tx: &mut Tx, rows: &[Row], place: fn(&Row) -> Option<&str>) -> Result<Vec<Group>> {
    let mut scopes: Vec<&str> = rows.iter().filter_map(place).collect();
    scopes.sort_unstable();
    scopes.dedup();
    let mut groups = Vec::new();
    for scope in scopes {
        let label = match Territory::of(scope) {
            Some(territory) => web::place_name(tx, &territory).await?,
            None => scope.to_owned(),
        };
        let those: Vec<&Row> = rows.iter().filter(|row| place(row) == Some(scope)).collect();
        groups.push(Group::of(label, &those));
    }
    Ok(groups)
}

impl Group {
    fn of(label: String, rows: &[&Row]) -> Self {
        let count = |wanted: &dyn Fn(&Row) -> bool| number(rows.iter().filter(|row| wanted(row)).count());
        let rated = |rating: Rating| count(&|row: &Row| row.rating.as_deref() == Some(rating.as_str()));
        let delays = rows.iter().filter_map(|row| Some((row.first_answer_at?.0 - row.created_at.0) / 60_000)).collect();
        Self {
            label,
            all: number(rows.len()),
            incidents: count(&|row: &Row| row.kind == HelpKind::Incident),
            open: count(&|row: &Row| row.state.is_open()),
            delay: median(delays),
            ratings: [rated(Rating::Good), rated(Rating::Fair), rated(Rating::Poor)],
        }
    }

    /// « 35 min », « 4 h », « 3 jours », or that nothing was answered.
    pub fn delay_words(&self) -> String {
        match self.delay {
            None => W.delay_none().to_owned(),
            Some(minutes @ ..120) => W.delay_minutes(minutes),
            Some(minutes @ 120..2880) => W.delay_hours(minutes / 60),
            Some(minutes) => W.delay_days(minutes / 1440),
        }
    }
}

fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// The middle of some values, the lower of two.
fn median(mut values: Vec<i64>) -> Option<i64> {
    values.sort_unstable();
    values.get(values.len().saturating_sub(1) / 2).copied()
}

/// The figures as a spreadsheet.
///
/// # Errors
/// A fault of the writer.
pub fn spreadsheet(figures: &Figures) -> Result<Vec<u8>> {
    let row = |group: &Group| {
        let [good, fair, poor] = group.ratings;
        let delay = group.delay.map(|it| it.to_string()).unwrap_or_default();
        let counts = [group.all, group.incidents, group.all - group.incidents, group.open].map(|it| it.to_string());
        let ratings = [good, fair, poor].map(|it| it.to_string());
        [vec![group.label.clone()], counts.to_vec(), vec![delay], ratings.to_vec()].concat()
    };
    sheet::csv(W.figures_header(), [&figures.whole].into_iter().chain(&figures.places).map(row))
}

#[cfg(test)]
mod tests {
    use super::median;

    #[test]
    fn the_median_is_a_value_that_was_there() {
        for (values, expected) in
            [(vec![], None), (vec![5], Some(5)), (vec![9, 1], Some(1)), (vec![3, 1, 100], Some(3))]
        {
            assert_eq!(median(values), expected);
        }
    }
}
