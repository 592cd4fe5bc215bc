//! What somebody wrote in messages, for a copy of all that is kept of them: never what others answered.

use crate::W;
use db::{FromRow, Moment, Result, Tx, args};
use school::AccountId;
use web::personal::{Part, Subject};

#[derive(FromRow)]
struct Sent {
    title: Option<String>,
    body: String,
    sent_at: Moment,
    recalled_at: Option<Moment>,
}

// The subject of a conversation is the words of whoever began it.
const SENT: &str = "\
select case when t.author_id = m.author_id then t.title else null end as title, m.body, m.sent_at, m.recalled_at \
from message m join thing t on t.id = m.thing_id and t.school_id = m.school_id \
where m.author_id in (select unhex(value) from json_each($1)) order by m.sent_at, m.id limit 50000";

/// The messages somebody sent; for themselves, drafts and settings too. Those responsible for a child do not read its letters
/// in the house, nor in a copy.
///
/// # Errors
/// A fault of the database.
pub async fn of(tx: &mut Tx, subject: &Subject) -> Result<Vec<Part>> {
    if subject.by_guardian {
        return Ok(Vec::new());
    }
    let sent: Vec<Sent> = tx.all(SENT, args![subject.list()]).await?;
    let columns = [W.data_subject(), W.data_text(), W.data_sent(), W.data_recalled()];
    let row = |it: Sent| vec![it.title.into(), plain(it.body).into(), it.sent_at.into(), it.recalled_at.into()];
    let mut parts = vec![Part::new("messages", W.data_messages(), &columns).rows(sent.into_iter().map(row))];
    // What was never sent is nobody else's.
    if let Some(account) = subject.account.filter(|_| subject.own) {
        parts.push(drafts(tx, account).await?);
        parts.push(settings(tx, account).await?);
        parts.push(folders(tx, account).await?);
    }
    Ok(parts.into_iter().filter_map(Part::unless_empty).collect())
}

async fn drafts(tx: &mut Tx, account: AccountId) -> Result<Part> {
    let drafts: Vec<(String, String, Moment)> = tx
        .all(
            "select subject, body, saved_at from message_draft where account_id = $1 order by saved_at, id",
            args![account],
        )
        .await?;
    let columns = [W.data_subject(), W.data_text(), W.data_saved()];
    let rows = drafts.into_iter().map(|(subject, body, at)| vec![subject.into(), plain(body).into(), at.into()]);
    Ok(Part::new("brouillons-de-messages", W.data_drafts(), &columns).rows(rows))
}

async fn settings(tx: &mut Tx, account: AccountId) -> Result<Part> {
    let settings: Vec<(String, String, Option<String>, Option<String>)> = tx
        .all(
            "select signature, absence, absent_from, absent_until from message_setting where account_id = $1",
            args![account],
        )
        .await?;
    let columns = [W.data_signature(), W.data_absence(), W.data_from(), W.data_until()];
    let rows = settings.into_iter().map(|(signature, absence, from, until)| {
        vec![plain(signature).into(), absence.into(), from.into(), until.into()]
    });
    Ok(Part::new("reglages-des-messages", W.data_settings(), &columns).rows(rows))
}

async fn folders(tx: &mut Tx, account: AccountId) -> Result<Part> {
    let folders: Vec<(String, Moment)> = tx
        .all("select name, created_at from message_folder where account_id = $1 order by sort_key, id", args![account])
        .await?;
    let rows = folders.into_iter().map(|(name, at)| vec![name.into(), at.into()]);
    Ok(Part::new("dossiers-de-messages", W.data_folders(), &[W.data_name(), W.data_made()]).rows(rows))
}

fn plain(body: String) -> String {
    match richtext::parse(&body) {
        Ok(doc) => doc.to_plain(),
        Err(_) => body,
    }
}
