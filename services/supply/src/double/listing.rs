//! The pairs a head or an académie is to look at, and those decided of late.

use super::{Double, State};
use db::{FromRow, Moment, Result, Tx, args};
use school::{Right, SchoolId, Viewer, merge::UNDO_DAYS, viewer::or_not_found};

/// As many are shown at once.
pub const PAGE: i64 = 50;

/// A pair in a list.
#[derive(Debug, Clone, FromRow)]
pub struct Line {
    /// The pair.
    #[sqlx(flatten)]
    pub double: Double,
    /// The first name of one.
    pub first_a: String,
    /// The last name of one.
    pub last_a: String,
    /// The first name of the other.
    pub first_b: String,
    /// The last name of the other.
    pub last_b: String,
    /// The school both are in.
    pub school_name: Option<String>,
}

macro_rules! select_lines {
    ($condition:literal) => {
        concat!(
            "select d.id, d.person_a, d.person_b, d.common_school, d.academy, d.score, d.reasons, d.state, ",
            "d.decided_at, d.absorption_id, a.first_name as first_a, a.last_name as last_a, b.first_name as first_b, ",
            "b.last_name as last_b, s.name as school_name from supply_double d join person a on a.id = d.person_a ",
            "join person b on b.id = d.person_b left join school s on s.id = d.common_school where ",
            $condition
        )
    };
}

/// The pairs of a school that wait, and those decided within the days a merge can be undone, the surest first.
///
/// # Errors
/// [`db::Error::NotFound`] when the viewer does not settle the doubles of the school; a fault of the database.
pub async fn of_school(tx: &mut Tx, viewer: &Viewer, school: SchoolId) -> Result<Vec<Line>> {
    or_not_found(viewer.may_at(Right::MergeDoubles, school))?;
    let since = since(tx);
    tx.all(
        select_lines!(
            "d.common_school = $1 and (d.state = 'proposed' or d.decided_at > $2) \
             order by d.score desc, a.sort_key, d.id"
        ),
        args![school, since],
    )
    .await
}

/// A page of the pairs over the territories of a viewer in a state: those that wait, the surest first, or those decided within
/// the days a merge can be undone.
///
/// # Errors
/// [`db::Error::NotFound`] when the viewer settles doubles over no territory; a fault of the database.
pub async fn over(tx: &mut Tx, viewer: &Viewer, state: State, page: i64) -> Result<Vec<Line>> {
    let (all, scopes) = reach(viewer)?;
    let since = since(tx);
    tx.all(
        select_lines!(
            "($1 = true or d.academy in (select value from json_each($2))) and d.state = $3 \
             and (d.decided_at is null or d.decided_at > $4) \
             order by d.score desc, a.sort_key, d.id limit $5 offset $6"
        ),
        args![all, scopes, state, since, PAGE, (page - 1) * PAGE],
    )
    .await
}

/// How many pairs there are over the territories of a viewer in a state.
///
/// # Errors
/// As [`over`].
pub async fn count_over(tx: &mut Tx, viewer: &Viewer, state: State) -> Result<i64> {
    let (all, scopes) = reach(viewer)?;
    let since = since(tx);
    tx.count(
        "select count(*) as n from supply_double d where ($1 = true or d.academy in (select value from json_each($2))) \
         and d.state = $3 and (d.decided_at is null or d.decided_at > $4)",
        args![all, scopes, state, since],
    )
    .await
}

fn since(tx: &Tx) -> Moment {
    tx.now().plus_days(-UNDO_DAYS)
}

/// Whether a viewer settles the doubles of the whole house, and the scopes of the others.
pub(crate) fn reach(viewer: &Viewer) -> Result<(bool, String)> {
    or_not_found(viewer.may_over(Right::MergeDoubles))?;
    let all = viewer.territories(Right::MergeDoubles).any(|it| it == school::Territory::Region);
    Ok((all, viewer.scope_list(Right::MergeDoubles)))
}
