//! What becomes of requests for help when somebody is erased for good: the desk keeps what it answered, without the name; what was
//! asked goes with its author, when that was their choice.

use crate::W;
use db::{Result, Tx, args};
use richtext::Doc;
use web::personal::{self, Leaver};

/// Takes the name of an account from requests, answers and seats; tells how many rows.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn erase(tx: &mut Tx, leaver: &Leaver) -> Result<u64> {
    let Some(account) = leaver.account else { return Ok(0) };
    let mut rows = 0;
    for statement in UNNAMED {
        rows += tx.changed_rows(statement, args![account, personal::former_member()]).await?;
    }
    for statement in FORGOTTEN {
        rows += tx.changed_rows(statement, args![account]).await?;
    }
    if !leaver.contributions_stay {
        let blank = Doc::default().to_json();
        rows += tx.changed_rows(CARDS, args![account, W.left_with_author()]).await?;
        rows += tx.changed_rows(ASKED, args![account, &blank, W.left_with_author()]).await?;
        rows += tx
            .changed_rows(
                "update help_entry set body = $2 where account_id = $1 and body <> ''",
                args![account, &blank],
            )
            .await?;
    }
    Ok(rows)
}

const UNNAMED: &[&str] = &[
    "update help_request set author = $2, person_id = null where account_id = $1",
    "update help_request set assignee = $2 where assignee_id = $1",
    "update help_entry set author = $2 where account_id = $1",
    "update training_seat set name = $2, sort_key = '' where account_id = $1",
];

const FORGOTTEN: &[&str] = &[
    "delete from help_named where account_id = $1",
    "delete from help_article_reading where account_id = $1",
    "update help_request set page = '', browser = '', incident = '', rating_word = null where account_id = $1",
];

const CARDS: &str = "\
update thing set title = $2, excerpt = '' where id in (select id from help_request where account_id = $1)";

const ASKED: &str = "update help_request set title = $3, body = $2 where account_id = $1";
