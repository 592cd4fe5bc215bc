//! What somebody told of what they cannot use, for a copy of all that is kept of them.

use crate::W;
use db::{FromRow, Moment, Result, Tx, args};
use web::personal::{Part, Subject};

#[derive(FromRow)]
struct Told {
    page: String,
    words: String,
    at: Moment,
    answer: Option<String>,
}

/// What an account told, and what was answered to it.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn of(tx: &mut Tx, subject: &Subject) -> Result<Vec<Part>> {
    let told: Vec<Told> = tx
        .all(
            "select page, words, at, answer from accessibility_report where account_id = $1 order by at, id",
            args![subject.account],
        )
        .await?;
    let columns = [W.barrier_page(), W.barrier_words(), W.mine_at(), W.barrier_answer()];
    let rows = told.into_iter().map(|it| vec![it.page.into(), it.words.into(), it.at.into(), it.answer.into()]);
    let part = Part::new("signalements-d-accessibilite", W.barriers_title(), &columns).rows(rows);
    Ok(part.unless_empty().into_iter().collect())
}
