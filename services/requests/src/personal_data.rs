//! What somebody asked of a commune and said about it, for a copy of all that is kept of them: never the words of others.

use crate::W;
use db::{Moment, Result, Tx, args};
use school::AccountId;
use web::personal::{Part, Subject};

/// What an account asked and said.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn of(tx: &mut Tx, subject: &Subject) -> Result<Vec<Part>> {
    let Some(account) = subject.account else { return Ok(Vec::new()) };
    let parts = [asked(tx, account).await?, said(tx, account).await?];
    Ok(parts.into_iter().filter_map(Part::unless_empty).collect())
}

async fn asked(tx: &mut Tx, account: AccountId) -> Result<Part> {
    let asked: Vec<(String, String, Moment)> = tx
        .all(
            "select title, body, created_at from town_request where account_id = $1 and school_id is not null \
             order by created_at, id",
            args![account],
        )
        .await?;
    let rows = asked.into_iter().map(|(title, body, at)| vec![title.into(), body.into(), at.into()]);
    let columns = [W.mine_title(), W.mine_text(), W.mine_at()];
    Ok(Part::new("demandes-a-la-mairie", W.mine_asked(), &columns).rows(rows))
}

async fn said(tx: &mut Tx, account: AccountId) -> Result<Part> {
    let said: Vec<(String, Moment)> = tx
        .all(
            "select body, at from town_request_entry where account_id = $1 and school_id is not null and body <> '' \
             order by at, id",
            args![account],
        )
        .await?;
    let rows = said.into_iter().map(|(body, at)| vec![body.into(), at.into()]);
    Ok(Part::new("reponses-aux-demandes", W.mine_said(), &[W.mine_text(), W.mine_at()]).rows(rows))
}
