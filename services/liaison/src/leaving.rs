//! What becomes of mots when a child is erased for good: it is on no list any more, and what was written for it alone goes. Mots
//! are acts of the school: they stay without the name of a teacher who leaves.

use crate::W;
use commons::ThingId;
use db::{Result, Tx, args, id_list};
use richtext::Doc;
use web::personal::Leaver;

/// Takes children off every mot, and erases those written for them alone; tells how many rows.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn erase(tx: &mut Tx, leaver: &Leaver) -> Result<u64> {
    let taken: Vec<ThingId> = tx
        .column(
            "delete from mot_child where school_id is not null and child_id in (select unhex(value) from json_each($1)) \
             returning thing_id",
            args![leaver.list()],
        )
        .await?;
    let count = taken.len() as u64;
    let alone: Vec<ThingId> = tx.column(ALONE, args![id_list(taken)]).await?;
    let (alone, now, blank) = (id_list(alone), tx.now(), Doc::default().to_json());
    let mut rows = tx.changed_rows(BODIES, args![&alone, &blank]).await?;
    rows += tx.changed_rows(VERSIONS, args![&alone, &blank, W.left_with_child()]).await?;
    tx.change(CARDS, args![&alone, W.left_with_child(), now]).await?;
    tx.change("delete from attachment where thing_id in (select unhex(value) from json_each($1))", args![&alone])
        .await?;
    Ok(count + rows)
}

const ALONE: &str = "\
select m.thing_id from mot m where m.school_id is not null and m.thing_id in (select unhex(value) from json_each($1)) \
and not exists (select 1 from mot_child c where c.thing_id = m.thing_id and c.school_id = m.school_id)";

const BODIES: &str = "\
update mot set body = $2, state = 'withdrawn', withdrawn_reason = null \
where school_id is not null and thing_id in (select unhex(value) from json_each($1))";

const VERSIONS: &str = "\
update mot_version set body = $2, title = $3, pieces = '' \
where school_id is not null and thing_id in (select unhex(value) from json_each($1))";

const CARDS: &str = "\
update thing set title = $2, excerpt = '', cover = null, cover_alt = null, withdrawn_at = coalesce(withdrawn_at, $3), \
    updated_at = $3 where id in (select unhex(value) from json_each($1))";
