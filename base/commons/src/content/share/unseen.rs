//! The badge: how many things are new for somebody.

use crate::{
    notification::{looked_after, still_seen},
    thing::ThingId,
    untold::{self, Untold},
};
use db::{Result, Tx, args, id_list};
use school::Viewer;

/// How far back something counts as new, in days: what nobody opened in so long is no news any more.
pub const NEWS_DAYS: i64 = 14;

/// How many things are new for somebody: what others made visible in these circles since they last looked, and notices
/// not read yet; nothing of what is closed to them. `circles` is `circle::told_by`.
///
/// # Errors
/// A fault of the database.
pub async fn unseen(tx: &mut Tx, viewer: &Viewer, circles: &str, untold: &[Untold]) -> Result<i64> {
    let people = id_list(viewer.people.iter().map(|me| me.id));
    let now = tx.now();
    let args = args![circles, people, viewer.account, now, now.plus_days(-NEWS_DAYS), looked_after(viewer)];
    if untold.is_empty() {
        return tx.count(COUNT, args).await;
    }
    let mut each: Vec<(ThingId, String)> = tx.all(EACH, args).await?;
    let hidden = untold::hidden(tx, viewer, untold, &each, circles).await?;
    each.retain(|(id, _)| !hidden.contains(id));
    Ok(i64::try_from(each.len()).unwrap_or(i64::MAX))
}

/// The notices not read yet, and their things.
macro_rules! unread {
    () => {
        concat!(
            " from notification n join thing t on t.id = n.thing_id \
             where n.person_id in (select unhex(value) from json_each($2)) and n.read_at is null and n.visible_from <= $4 and ",
            still_seen!("$2", "$6", "$1", "$4")
        )
    };
}

/// What others made visible since the viewer last looked.
macro_rules! shared {
    () => {
        " from share s join thing t on t.id = s.thing_id and t.withdrawn_at is null \
          where s.circle_id in (select unhex(value) from json_each($1)) and s.visible_from <= $4 and s.visible_from > $5 \
          and s.level < 3 and s.visible_from > coalesce((select at from feed_seen where account_id = $3), 0) \
          and t.author_id not in (select unhex(value) from json_each($2))"
    };
}

const COUNT: &str = concat!("select (select count(*)", unread!(), ") + count(distinct s.thing_id) as n", shared!());

const EACH: &str =
    concat!("select n.thing_id, t.kind", unread!(), " union all select distinct s.thing_id, t.kind", shared!());
