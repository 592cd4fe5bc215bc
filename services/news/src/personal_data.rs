//! The news somebody wrote, and the comments under news, for a copy of all that is kept of them.

use crate::W;
use db::{FromRow, Moment, Result, Tx, args};
use web::personal::{Part, Subject};

#[derive(FromRow)]
struct Written {
    title: String,
    body: String,
    created_at: Moment,
    published_at: Option<Moment>,
}

/// The news somebody wrote, and the comments.
///
/// # Errors
/// A fault of the database.
pub async fn of(tx: &mut Tx, subject: &Subject) -> Result<Vec<Part>> {
    let news: Vec<Written> = tx
        .all(
            "select t.title, n.body, t.created_at, n.published_at from thing t \
             join news n on n.thing_id = t.id and n.school_id = t.school_id \
             where t.author_id in (select unhex(value) from json_each($1)) order by t.created_at, t.id",
            args![subject.list()],
        )
        .await?;
    let comments: Vec<(String, Moment)> = tx
        .all(
            "select c.body, c.created_at from news_comment c \
             join thing t on t.id = c.thing_id and t.school_id = c.school_id \
             where c.author_id in (select unhex(value) from json_each($1)) order by c.created_at, c.id",
            args![subject.list()],
        )
        .await?;
    let columns = [W.data_title(), W.data_text(), W.data_written(), W.data_published()];
    let row = |it: Written| vec![it.title.into(), plain(it.body).into(), it.created_at.into(), it.published_at.into()];
    let news = Part::new("actualites", W.data_news(), &columns).rows(news.into_iter().map(row));
    let rows = comments.into_iter().map(|(body, at)| vec![body.into(), at.into()]);
    let columns = [W.data_text(), W.data_written()];
    let comments = Part::new("commentaires-des-actualites", W.data_comments(), &columns).rows(rows);
    Ok([news, comments].into_iter().filter_map(Part::unless_empty).collect())
}

fn plain(body: String) -> String {
    match richtext::parse(&body) {
        Ok(doc) => doc.to_plain(),
        Err(_) => body,
    }
}
