//! What a child asked an adult, for a copy of all that is kept of the child: given to the child alone, never to a parent.

use crate::W;
use db::{Moment, Result, Tx, args};
use web::personal::{Part, Subject};

/// What a child asked, when the child asks for the copy.
///
/// # Errors
/// A fault of the database.
pub async fn of(tx: &mut Tx, subject: &Subject) -> Result<Vec<Part>> {
    if !subject.own {
        return Ok(Vec::new());
    }
    let asked: Vec<(String, Moment, Option<Moment>, Option<Moment>)> = tx
        .all(
            "select r.words, r.asked_at, r.seen_at, r.closed_at from talk_request r \
             join thing t on t.id = r.thing_id and t.school_id = r.school_id \
             where r.child_id in (select unhex(value) from json_each($1)) order by r.asked_at, r.thing_id",
            args![subject.list()],
        )
        .await?;
    let columns = [W.data_words(), W.data_asked(), W.data_seen(), W.data_closed()];
    let rows = asked
        .into_iter()
        .map(|(words, asked, seen, closed)| vec![words.into(), asked.into(), seen.into(), closed.into()]);
    Ok(Part::new("besoin-de-parler", W.data_talks(), &columns).rows(rows).unless_empty().into_iter().collect())
}
