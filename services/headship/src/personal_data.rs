//! What somebody was named as and which classes they came into, for a copy of all that is kept of them.

use crate::W;
use db::{Day, Moment, Result, Tx, args};
use web::personal::{Leaver, Part, Subject};

/// The delegations and the replacements of a subject.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn of(tx: &mut Tx, subject: &Subject) -> Result<Vec<Part>> {
    let parts = [named(tx, subject).await?, replaced(tx, subject).await?];
    Ok(parts.into_iter().filter_map(Part::unless_empty).collect())
}

async fn named(tx: &mut Tx, subject: &Subject) -> Result<Part> {
    let rows: Vec<(String, Moment, Day)> = tx
        .all(
            "select s.name, d.given_at, d.last_on from headship_delegation d join school s on s.id = d.school_id \
             where d.person_id in (select unhex(value) from json_each($1)) order by d.given_at, d.id",
            args![subject.list()],
        )
        .await?;
    let rows = rows.into_iter().map(|(school, at, last)| vec![school.into(), at.into(), last.to_string().into()]);
    let columns = [W.mine_school(), W.mine_since(), W.mine_until()];
    Ok(Part::new("delegations", W.mine_delegations(), &columns).rows(rows))
}

async fn replaced(tx: &mut Tx, subject: &Subject) -> Result<Part> {
    let rows: Vec<(String, Option<Moment>, Option<Day>)> = tx
        .all(
            "select c.name, x.taken_at, x.last_on from headship_pass x join circle c on c.id = x.class_id \
             where x.person_id in (select unhex(value) from json_each($1)) and x.school_id = c.school_id \
             order by x.taken_at, x.id",
            args![subject.list()],
        )
        .await?;
    let rows =
        rows.into_iter().map(|(class, at, last)| vec![class.into(), at.into(), last.map(|day| day.to_string()).into()]);
    let columns = [W.mine_class(), W.mine_since(), W.mine_until()];
    Ok(Part::new("remplacements", W.mine_replacements(), &columns).rows(rows))
}

/// Erases the delegations and the replacements of somebody who left for good.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn erase(tx: &mut Tx, leaver: &Leaver) -> Result<u64> {
    let delegations = tx
        .changed_rows(
            "delete from headship_delegation where school_id is not null \
             and person_id in (select unhex(value) from json_each($1))",
            args![leaver.list()],
        )
        .await?;
    let passes = tx
        .changed_rows(
            "delete from headship_pass where school_id is not null \
             and person_id in (select unhex(value) from json_each($1))",
            args![leaver.list()],
        )
        .await?;
    let replaced = tx
        .changed_rows(
            "update headship_pass set replaced_id = null where school_id is not null \
             and replaced_id in (select unhex(value) from json_each($1))",
            args![leaver.list()],
        )
        .await?;
    Ok(delegations + passes + replaced)
}
