//! The mots somebody wrote, for a copy of all that is kept of them. What was signed is in the receipts of the house.

use crate::W;
use db::{FromRow, Moment, Result, Tx, args};
use web::personal::{Part, Subject};

#[derive(FromRow)]
struct Written {
    title: String,
    body: String,
    created_at: Moment,
    sent_at: Option<Moment>,
}

/// The mots somebody wrote.
///
/// # Errors
/// A fault of the database.
pub async fn of(tx: &mut Tx, subject: &Subject) -> Result<Vec<Part>> {
    let mots: Vec<Written> = tx
        .all(
            "select t.title, m.body, t.created_at, m.sent_at from thing t \
             join mot m on m.thing_id = t.id and m.school_id = t.school_id \
             where t.author_id in (select unhex(value) from json_each($1)) order by t.created_at, t.id",
            args![subject.list()],
        )
        .await?;
    let columns = [W.data_title(), W.data_text(), W.data_written(), W.data_sent()];
    let row = |it: Written| vec![it.title.into(), plain(it.body).into(), it.created_at.into(), it.sent_at.into()];
    let mots = Part::new("mots", W.data_mots(), &columns).rows(mots.into_iter().map(row));
    Ok(mots.unless_empty().into_iter().collect())
}

fn plain(body: String) -> String {
    match richtext::parse(&body) {
        Ok(doc) => doc.to_plain(),
        Err(_) => body,
    }
}
