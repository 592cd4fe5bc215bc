//! What somebody wrote in journals, for a copy of all that is kept of them.

use crate::W;
use db::{FromRow, Moment, Result, Tx, args};
use web::personal::{Part, Subject};

#[derive(FromRow)]
struct Written {
    title: String,
    body: String,
    created_at: Moment,
    delivered_at: Option<Moment>,
}

/// The posts somebody began, and the comments.
///
/// # Errors
/// A fault of the database.
pub async fn of(tx: &mut Tx, subject: &Subject) -> Result<Vec<Part>> {
    let posts: Vec<Written> = tx
        .all(
            "select t.title, p.body, t.created_at, p.delivered_at from thing t \
             join post p on p.thing_id = t.id and p.school_id = t.school_id \
             where t.author_id in (select unhex(value) from json_each($1)) order by t.created_at, t.id",
            args![subject.list()],
        )
        .await?;
    let comments: Vec<(String, Moment)> = tx
        .all(
            "select c.body, c.created_at from comment c join thing t on t.id = c.thing_id and t.school_id = c.school_id \
             where c.author_id in (select unhex(value) from json_each($1)) order by c.created_at, c.id",
            args![subject.list()],
        )
        .await?;
    let columns = [W.data_title(), W.data_text(), W.data_written(), W.data_delivered()];
    let row = |it: Written| vec![it.title.into(), plain(it.body).into(), it.created_at.into(), it.delivered_at.into()];
    let posts = Part::new("billets", W.data_posts(), &columns).rows(posts.into_iter().map(row));
    let rows = comments.into_iter().map(|(body, at)| vec![body.into(), at.into()]);
    let comments =
        Part::new("commentaires-du-journal", W.data_comments(), &[W.data_text(), W.data_written()]).rows(rows);
    Ok([posts, comments].into_iter().filter_map(Part::unless_empty).collect())
}

fn plain(body: String) -> String {
    match richtext::parse(&body) {
        Ok(doc) => doc.to_plain(),
        Err(_) => body,
    }
}
