//! What the page « À valider » asks of news: the comments that wait to be read over.

use crate::{W, comment, news::KIND};
use commons::ThingId;
use db::{FromRow, Moment, Result, Tx, args, id_list};
use school::{PersonKind, Viewer};
use web::Review;

/// The most comments the queue shows.
const MOST: i64 = 100;
/// How much of a comment stands for a title, in characters.
const TITLE: usize = 80;

#[derive(FromRow)]
struct Row {
    thing_id: ThingId,
    words: String,
    since: Moment,
    place: String,
    first_name: String,
    last_name: String,
    kind: PersonKind,
}

// A class taught in a school headed is found twice, and shown once.
const PENDING: &str = "\
select m.thing_id, m.body as words, m.created_at as since, coalesce(t.from_label, c.name, '') as place, \
    a.first_name, a.last_name, a.kind \
from (select k.thing_id from news k where k.school_id in (select unhex(value) from json_each($1)) \
    union select k.thing_id from news k where k.circle_id in (select unhex(value) from json_each($2))) w \
join news n on n.thing_id = w.thing_id \
join news_comment m on m.thing_id = n.thing_id and m.school_id = n.school_id and m.state = 'pending' \
join thing t on t.id = n.thing_id and t.withdrawn_at is null \
left join circle c on c.id = n.circle_id join person a on a.id = m.author_id \
order by since, m.id limit $3";

/// The comments that wait, under the news of the classes the viewer teaches and of the schools the viewer heads.
///
/// # Errors
/// A fault of the database.
pub async fn to_review(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Review>> {
    let schools: Vec<_> = viewer.headed().into_iter().map(|seat| seat.school).collect();
    let taught: Vec<_> = viewer.taught().collect();
    if schools.is_empty() && taught.is_empty() {
        return Ok(Vec::new());
    }
    let rows: Vec<Row> = tx.all(PENDING, args![id_list(schools), id_list(taught), MOST]).await?;
    let review = |row: Row| Review {
        what: W.comment_to_review(),
        title: row.words.chars().take(TITLE).collect(),
        href: KIND.path(row.thing_id),
        about: W.by_in(comment::shown(row.kind, &row.first_name, &row.last_name), &row.place),
        since: row.since,
    };
    Ok(rows.into_iter().map(review).collect())
}
