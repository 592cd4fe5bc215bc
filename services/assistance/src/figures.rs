//! What a desk does, in figures: how many requests, of which kind, how long the first answer takes, how it was found.

use crate::{
    W,
    desk::Desk,
    group::{Group, Row, number},
    request::State,
};
use db::{Result, Tx, args};
use school::Territory;
use web::sheet;

/// How many days back the figures go: a school year and its summer.
const DAYS: i64 = 366;

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
