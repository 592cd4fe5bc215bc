//! Writing a message down: its row, a row per reader with the instant it reaches them, their share, their notice.

use crate::{carried, conversation::MessageId, recipient::Recipient, send::Sent, verb::Verb};
use commons::{
    Level, ThingId,
    attachment::{self, Holder, Piece},
    attention, delivery, notification, share,
};
use db::{Moment, Result, Tx, args, fold, id_list};
use richtext::Doc;
use school::{CircleId, PersonId, PersonKind, SchoolId, Viewer};
use std::collections::BTreeMap;

/// How much of a text can be searched, in characters.
const SEARCHED: usize = 20_000;

/// A message about to be written down.
#[derive(Debug, Clone)]
pub struct Posting<'a> {
    /// In which conversation.
    pub thing: ThingId,
    /// Of which school.
    pub school: SchoolId,
    /// By whom.
    pub author: PersonId,
    /// For which child the author writes, when responsible for one.
    pub child: Option<PersonId>,
    /// The subject of the conversation.
    pub subject: &'a str,
    /// The text.
    pub body: &'a Doc,
    /// What is attached.
    pub pieces: &'a [Piece],
    /// Why it is delivered at once.
    pub urgent: Option<&'a str>,
    /// Whether an absence writes it.
    pub automatic: bool,
}

/// Writes a message to its readers. The viewer is who attaches files; an absence attaches none.
///
/// # Errors
/// A fault of the database.
pub async fn post(
    tx: &mut Tx,
    viewer: Option<&Viewer>,
    posting: &Posting<'_>,
    recipients: &[Recipient],
) -> Result<Sent> {
    let message = write(tx, posting, recipients.len()).await?;
    if let Some(viewer) = viewer.filter(|_| !posting.pieces.is_empty()) {
        let holder =
            Holder { school: posting.school, owner: posting.author, thing: posting.thing, part: Some(message.0) };
        let lent = carried::lent(tx, viewer, posting.pieces).await?;
        attachment::set_with(tx, viewer, &holder, posting.pieces, &lent).await?;
    }
    let now = tx.now();
    let author = Recipient { person: posting.author, child: posting.child, kind: PersonKind::Staff };
    write_readers(tx, posting, message, std::slice::from_ref(&author), true, now).await?;
    share::reach(tx, posting.thing, &[posting.author.into()], Level::Write, now, posting.author).await?;
    let mut first_at: Option<Moment> = None;
    for (at, readers) in by_instant(tx, posting, recipients).await? {
        deliver(tx, posting, message, &readers, at).await?;
        first_at = first_at.or(Some(at));
    }
    bring_back(tx, posting, recipients).await?;
    Ok(Sent { thing: posting.thing, message, recipients: recipients.len(), first_at: first_at.unwrap_or(now) })
}

async fn write(tx: &mut Tx, posting: &Posting<'_>, readers: usize) -> Result<MessageId> {
    let id: MessageId = tx.id();
    let now = tx.now();
    let author: String = tx.one_value("select search_key from person where id = $1", args![posting.author]).await?;
    let text: String = posting.body.to_plain().chars().take(SEARCHED).collect();
    let search = format!(" {} {author} {}", fold(posting.subject), fold(&text));
    tx.change(
        "insert into message (id, thing_id, school_id, author_id, body, search, urgent, automatic, readers, sent_at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        args![
            id,
            posting.thing,
            posting.school,
            posting.author,
            posting.body.to_json(),
            search,
            posting.urgent,
            posting.automatic,
            i64::try_from(readers).unwrap_or(i64::MAX),
            now
        ],
    )
    .await?;
    Ok(id)
}

/// The recipients by the instant they see it, soonest first.
async fn by_instant(
    tx: &mut Tx,
    posting: &Posting<'_>,
    recipients: &[Recipient],
) -> Result<BTreeMap<Moment, Vec<Recipient>>> {
    let now = tx.now();
    let mut groups: BTreeMap<Moment, Vec<Recipient>> = BTreeMap::new();
    if posting.urgent.is_some() {
        groups.insert(now, recipients.to_vec());
        return Ok(groups);
    }
    let people: Vec<PersonId> = recipients.iter().map(|it| it.person).collect();
    let by_staff = works_here(tx, posting.author).await?;
    let instants: BTreeMap<PersonId, Moment> =
        delivery::instants_for(tx, posting.school, by_staff, &people).await?.into_iter().collect();
    for recipient in recipients {
        let at = instants.get(&recipient.person).copied().unwrap_or(now);
        groups.entry(at).or_default().push(recipient.clone());
    }
    Ok(groups)
}

/// Whether a person works at the school, or for the commune there.
pub(crate) async fn works_here(tx: &mut Tx, person: PersonId) -> Result<bool> {
    let kind: String = tx.one_value("select kind from person where id = $1", args![person]).await?;
    Ok(kind == PersonKind::Staff.as_str() || kind == PersonKind::Agent.as_str())
}

async fn deliver(
    tx: &mut Tx,
    posting: &Posting<'_>,
    message: MessageId,
    readers: &[Recipient],
    at: Moment,
) -> Result<()> {
    let now = tx.now();
    let people: Vec<PersonId> = readers.iter().map(|it| it.person).collect();
    let circles: Vec<CircleId> = people.iter().map(|person| (*person).into()).collect();
    write_readers(tx, posting, message, readers, false, at).await?;
    share::reach(tx, posting.thing, &circles, Level::Write, at, posting.author).await?;
    notification::tell_all(tx, &people, posting.thing, Verb::Received.as_str(), at).await?;
    attention::alert(tx, posting.thing, &people, at).await?;
    if at > now { delivery::wake_at(tx, posting.thing, at).await } else { Ok(()) }
}

/// A row per reader, written in one statement: person and child travel as one text of 32 or 64 digits.
async fn write_readers(
    tx: &mut Tx,
    posting: &Posting<'_>,
    message: MessageId,
    readers: &[Recipient],
    own: bool,
    at: Moment,
) -> Result<()> {
    let pairs: Vec<String> = readers
        .iter()
        .map(|it| format!("\"{}{}\"", it.person, it.child.map(|child| child.to_string()).unwrap_or_default()))
        .collect();
    let now = own.then(|| tx.now());
    tx.change(
        "insert into message_reader (message_id, thing_id, school_id, person_id, child_id, own, visible_from, opened_at) \
         select $1, $2, $3, unhex(substr(value, 1, 32)), \
             case when length(value) > 32 then unhex(substr(value, 33, 32)) end, $4, $5, $6 from json_each($7) where true \
         on conflict (message_id, person_id) do nothing",
        args![message, posting.thing, posting.school, own, at, now, format!("[{}]", pairs.join(","))],
    )
    .await
}

/// A conversation put away or thrown away comes back to whoever receives a new message in it.
async fn bring_back(tx: &mut Tx, posting: &Posting<'_>, recipients: &[Recipient]) -> Result<()> {
    tx.change(
        "update message_box set archived_at = null, deleted_at = null where thing_id = $1 and school_id = $2 \
         and account_id in (select a.account_id from account_person a \
             where a.person_id in (select unhex(value) from json_each($3)))",
        args![posting.thing, posting.school, id_list(recipients.iter().map(|it| it.person))],
    )
    .await
}
