//! Whether a school lets the parents of a class see who is in it: first names and initials. No, unless the head says so.

use commons::audit::{self, Action};
use db::{Result, Tx, args, id_list};
use school::{SchoolId, Viewer};

/// Those of some schools that opened their classes to parents.
///
/// # Errors
/// A fault of the database.
pub async fn among(tx: &mut Tx, schools: impl IntoIterator<Item = SchoolId>) -> Result<Vec<SchoolId>> {
    tx.column(
        "select school_id from people_opened where school_id in (select unhex(value) from json_each($1))",
        args![id_list(schools)],
    )
    .await
}

/// Opens the classes of a school to parents, or closes them.
///
/// # Errors
/// A fault of the database.
pub async fn set(tx: &mut Tx, viewer: &Viewer, school: SchoolId, opened: bool) -> Result<()> {
    let now = tx.now();
    let changed = match opened {
        true => {
            tx.changed_rows(
                "insert into people_opened (school_id, opened_at, opened_by) values ($1, $2, $3) \
                 on conflict (school_id) do nothing",
                args![school, now, viewer.account],
            )
            .await?
        }
        false => tx.changed_rows("delete from people_opened where school_id = $1", args![school]).await?,
    };
    if changed == 0 {
        return Ok(());
    }
    let detail = if opened { "yes" } else { "no" };
    audit::write(tx, Some(viewer.account), Action::ClassesOpened, Some(school.to_string()), Some(detail)).await
}
