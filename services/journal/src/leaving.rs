//! What becomes of posts and comments when somebody is erased for good: they stay without a name, or go with their author.

use crate::W;
use commons::{ThingId, kept_text};
use db::{Result, Tx, args, id_list};
use richtext::Doc;
use web::personal::Leaver;

/// Erases what somebody wrote in journals, or what of it nobody else had read yet when the rest stays; tells how many rows.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn erase(tx: &mut Tx, leaver: &Leaver) -> Result<u64> {
    let posts: Vec<ThingId> = tx.column(POSTS, args![leaver.list(), leaver.contributions_stay]).await?;
    let posts = id_list(posts);
    let (now, blank) = (tx.now(), Doc::default().to_json());
    let mut rows = tx.changed_rows(BODIES, args![&posts, blank]).await?;
    kept_text::forget(tx, &posts).await?;
    tx.change(CARDS, args![&posts, W.left_with_author(), now]).await?;
    tx.change("delete from attachment where thing_id in (select unhex(value) from json_each($1))", args![&posts])
        .await?;
    rows += tx.changed_rows(COMMENTS, args![leaver.list(), leaver.contributions_stay]).await?;
    Ok(rows)
}

// A post signed by several is the work of those who stay.
const POSTS: &str = "\
select t.id from thing t join post p on p.thing_id = t.id and p.school_id = t.school_id \
where t.author_id in (select unhex(value) from json_each($1)) \
and ($2 = false or p.state in ('draft', 'review', 'returned')) \
and not exists (select 1 from post_author w where w.thing_id = p.thing_id and w.school_id = p.school_id \
    and w.person_id not in (select unhex(value) from json_each($1)))";

const BODIES: &str = "\
update post set body = $2, state = 'archived', advice = null, withdrawn_reason = null, publish_at = null \
where school_id is not null and thing_id in (select unhex(value) from json_each($1))";

const CARDS: &str = "\
update thing set title = $2, excerpt = '', cover = null, cover_alt = null, withdrawn_at = coalesce(withdrawn_at, $3), \
    updated_at = $3 where id in (select unhex(value) from json_each($1))";

const COMMENTS: &str = "\
delete from comment where author_id in (select unhex(value) from json_each($1)) and school_id is not null \
and ($2 = false or state = 'pending')";

/// Whether a post or a comment is still signed by somebody.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn remembers(tx: &mut Tx, leaver: &Leaver) -> Result<bool> {
    let signed = tx
        .count(
            "select (select count(*) from post_author where school_id is not null \
                 and person_id in (select unhex(value) from json_each($1))) \
             + (select count(*) from comment where school_id is not null \
                 and author_id in (select unhex(value) from json_each($1))) as n",
            args![leaver.list()],
        )
        .await?;
    Ok(signed > 0)
}
