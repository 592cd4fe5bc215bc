//! What becomes of messages when somebody is erased for good. What others received stays, without a name; or it is taken back, and
//! its words go. Drafts, folders and settings always go: they are nobody else’s.

use crate::{W, conversation::KIND};
use db::{Result, Tx, args};
use richtext::Doc;
use school::AccountId;
use web::personal::Leaver;

/// Erases what somebody wrote and kept; tells how many rows.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn erase(tx: &mut Tx, leaver: &Leaver) -> Result<u64> {
    let list = leaver.list();
    let mut rows = match leaver.contributions_stay {
        true => forget_name(tx, &list).await?,
        false => take_back(tx, &list).await?,
    };
    for statement in PEOPLE {
        rows += tx.changed_rows(statement, args![&list]).await?;
    }
    if let Some(account) = leaver.account {
        rows += erase_account(tx, account).await?;
    }
    Ok(rows)
}

/// The name of an author is among the words a message is found by.
async fn forget_name(tx: &mut Tx, list: &str) -> Result<u64> {
    tx.changed_rows(
        "update message set search = replace(search, (select p.search_key from person p where p.id = message.author_id), ' ') \
         where school_id is not null and author_id in (select unhex(value) from json_each($1))",
        args![list],
    )
    .await
}

async fn take_back(tx: &mut Tx, list: &str) -> Result<u64> {
    let (now, blank) = (tx.now(), Doc::default().to_json());
    tx.change(FILES, args![list]).await?;
    tx.change(SUBJECTS, args![list, KIND.name, W.left_with_author()]).await?;
    tx.changed_rows(MESSAGES, args![list, blank, now]).await
}

const FILES: &str = "\
delete from attachment where part in (select id from message where school_id is not null \
    and author_id in (select unhex(value) from json_each($1))) \
and thing_id in (select thing_id from message where school_id is not null \
    and author_id in (select unhex(value) from json_each($1)))";

const SUBJECTS: &str = "\
update thing set title = $3, excerpt = '' where kind = $2 and author_id in (select unhex(value) from json_each($1))";

const MESSAGES: &str = "\
update message set body = $2, search = ' ', urgent = null, recalled_at = coalesce(recalled_at, $3) \
where school_id is not null and author_id in (select unhex(value) from json_each($1))";

// What went to many people at once keeps how many they were, not who.
const PEOPLE: &[&str] = &[
    "delete from message_reader where own = false and school_id is not null \
     and person_id in (select unhex(value) from json_each($1)) and exists (select 1 from conversation c \
     where c.thing_id = message_reader.thing_id and c.school_id = message_reader.school_id and c.mass)",
    "delete from message_absence where person_id in (select unhex(value) from json_each($1))",
];

async fn erase_account(tx: &mut Tx, account: AccountId) -> Result<u64> {
    let mut rows = 0;
    for statement in ACCOUNT {
        rows += tx.changed_rows(statement, args![account]).await?;
    }
    Ok(rows)
}

// Boxes are in folders, and folders in others.
const ACCOUNT: &[&str] = &[
    "delete from message_box where account_id = $1 and school_id is not null",
    "update message_folder set parent_id = null where account_id = $1",
    "delete from message_folder where account_id = $1",
    "delete from message_draft where account_id = $1",
    "delete from message_setting where account_id = $1",
    "delete from sender_turn where account_id = $1",
    "delete from sender_note where account_id = $1",
    "delete from sender_stop where account_id = $1 and school_id is not null",
    "delete from mass_send where account_id = $1 and school_id is not null",
];

/// Whether a message is still from, to or about somebody.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn remembers(tx: &mut Tx, leaver: &Leaver) -> Result<bool> {
    for statement in REMEMBERED {
        if tx.count(statement, args![leaver.list()]).await? > 0 {
            return Ok(true);
        }
    }
    Ok(false)
}

const REMEMBERED: &[&str] = &[
    "select count(*) as n from message where school_id is not null \
     and author_id in (select unhex(value) from json_each($1))",
    "select count(*) as n from message_reader where school_id is not null \
     and person_id in (select unhex(value) from json_each($1))",
    "select count(*) as n from conversation where school_id is not null and child_id is not null \
     and child_id in (select unhex(value) from json_each($1))",
];
