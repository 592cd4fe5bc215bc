//! What the page « À valider » and the page of reports, which all services share, ask of the journal.

use crate::{W, author, class, post::KIND, post::Post};
use commons::{Level, ThingId};
use db::{FromRow, Moment, Result, Tx, args, id_list};
use school::{PersonKind, Viewer};
use web::{Reportable, Review};

/// The most posts, and the most comments, the queue shows.
const MOST: i64 = 100;
/// How much of a comment stands for a title, in characters.
const TITLE: usize = 80;

#[derive(FromRow)]
struct Row {
    thing_id: ThingId,
    words: String,
    since: Moment,
    class_name: String,
    first_name: String,
    last_name: String,
    kind: PersonKind,
}

const POSTS: &str = "\
select p.thing_id, t.title as words, coalesce(p.submitted_at, t.updated_at) as since, c.name as class_name, \
    a.first_name, a.last_name, a.kind \
from post p join thing t on t.id = p.thing_id join circle c on c.id = p.circle_id join person a on a.id = t.author_id \
where p.circle_id in (select unhex(value) from json_each($1)) and p.school_id = c.school_id and p.state = 'review' \
order by since, p.thing_id limit $2";

const COMMENTS: &str = "\
select p.thing_id, m.body as words, m.created_at as since, c.name as class_name, a.first_name, a.last_name, a.kind \
from circle c join comment m on m.school_id = c.school_id and m.state = 'pending' \
join post p on p.thing_id = m.thing_id and p.circle_id = c.id join thing t on t.id = p.thing_id \
join person a on a.id = m.author_id \
where c.id in (select unhex(value) from json_each($1)) and t.withdrawn_at is null \
order by since, m.id limit $2";

/// A post the viewer reads, and where it is withdrawn when the viewer may do so.
pub(crate) async fn reportable(tx: &mut Tx, viewer: &Viewer, kind: &str, id: ThingId) -> Result<Option<Reportable>> {
    if kind != KIND.name {
        return Ok(None);
    }
    let post = Post::load(tx, viewer, id, Level::See).await?;
    let may_withdraw = post.is_managed() && post.is_delivered(tx.now());
    let withdrawal = may_withdraw.then(|| format!("{}/retrait", post.path()));
    Ok(Some(Reportable { thing: post.thing, withdrawal, look: None }))
}

/// The posts and the comments that wait to be read over, in the journals the viewer looks after.
pub(crate) async fn to_review(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Review>> {
    let classes = class::of(tx, viewer).await?;
    let managed: Vec<_> = classes.iter().filter(|class| class.manages).map(|class| class.circle.id).collect();
    if managed.is_empty() {
        return Ok(Vec::new());
    }
    let managed = id_list(managed);
    let posts: Vec<Row> = tx.all(POSTS, args![&managed, MOST]).await?;
    let comments: Vec<Row> = tx.all(COMMENTS, args![&managed, MOST]).await?;
    let posts = posts.iter().map(|row| row.review(W.post_to_review()));
    Ok(posts.chain(comments.iter().map(|row| row.review(W.comment_to_review()))).collect())
}

impl Row {
    fn review(&self, what: &'static str) -> Review {
        let name = author::told_apart(self.kind, &self.first_name, &self.last_name);
        Review {
            what,
            title: self.words.chars().take(TITLE).collect(),
            href: KIND.path(self.thing_id),
            about: W.by_in_class(name, &self.class_name),
            since: self.since,
        }
    }
}
