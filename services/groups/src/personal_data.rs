//! The groups somebody made or was brought to by a rule, for a copy of all that is kept of them.

use crate::W;
use db::{Day, Moment, Result, Tx, args};
use web::personal::{Leaver, Part, Subject};

/// The groups of a subject.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn of(tx: &mut Tx, subject: &Subject) -> Result<Vec<Part>> {
    let parts = [made(tx, subject).await?, brought(tx, subject).await?];
    Ok(parts.into_iter().filter_map(Part::unless_empty).collect())
}

async fn made(tx: &mut Tx, subject: &Subject) -> Result<Part> {
    let rows: Vec<(String, String, Moment, Day)> = tx
        .all(
            "select c.name, s.name as school_name, g.made_at, g.ends_on from groups_group g \
             join circle c on c.id = g.circle_id join school s on s.id = g.school_id \
             where g.owner_id in (select unhex(value) from json_each($1)) order by g.made_at, g.circle_id",
            args![subject.list()],
        )
        .await?;
    let rows = rows
        .into_iter()
        .map(|(name, school, at, last)| vec![name.into(), school.into(), at.into(), last.to_string().into()]);
    let columns = [W.mine_group(), W.mine_school(), W.mine_since(), W.mine_until()];
    Ok(Part::new("groupes", W.mine_made(), &columns).rows(rows))
}

async fn brought(tx: &mut Tx, subject: &Subject) -> Result<Part> {
    let rows: Vec<(String, String, Moment)> = tx
        .all(
            "select c.name, s.name as school_name, m.added_at from groups_member m \
             join circle c on c.id = m.circle_id join school s on s.id = m.school_id \
             where m.person_id in (select unhex(value) from json_each($1)) order by m.added_at, m.circle_id",
            args![subject.list()],
        )
        .await?;
    let rows = rows.into_iter().map(|(name, school, at)| vec![name.into(), school.into(), at.into()]);
    let columns = [W.mine_group(), W.mine_school(), W.mine_since()];
    Ok(Part::new("groupes-par-regle", W.mine_brought(), &columns).rows(rows))
}

/// Makes the groups of somebody who left for good nobody's: the others go on.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn erase(tx: &mut Tx, leaver: &Leaver) -> Result<u64> {
    let brought = tx
        .changed_rows(
            "delete from groups_member where school_id is not null \
             and person_id in (select unhex(value) from json_each($1))",
            args![leaver.list()],
        )
        .await?;
    let made = tx
        .changed_rows(
            "update groups_group set owner_id = null where school_id is not null \
             and owner_id in (select unhex(value) from json_each($1))",
            args![leaver.list()],
        )
        .await?;
    let Some(account) = leaver.account else { return Ok(brought + made) };
    let made_by = tx
        .changed_rows(
            "update groups_group set made_by = null where school_id is not null and made_by = $1",
            args![account],
        )
        .await?;
    let ended_by = tx
        .changed_rows(
            "update groups_group set ended_by = null where school_id is not null and ended_by = $1",
            args![account],
        )
        .await?;
    let answered = tx
        .changed_rows(
            "update groups_school set answered_by = null where school_id is not null and answered_by = $1",
            args![account],
        )
        .await?;
    Ok(brought + made + made_by + ended_by + answered)
}
