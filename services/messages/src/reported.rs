//! What was reported of a conversation, for the head of the school: the messages whoever reported had received, no other.
//! Nothing else lets a head read what others write, and reading the text is written in the audit journal.

use crate::conversation::{Conversation, KIND, MessageId, shown};
use commons::{
    Thing, ThingId,
    access::{self, Topic},
    audit::{self, Action},
    report,
};
use db::{Error, FromRow, Moment, Result, Tx, args};
use richtext::Doc;
use school::{PersonId, PersonKind, Viewer};
use web::Reportable;

/// A conversation the viewer may report, or looks at because it was reported; nothing for the kinds of others.
///
/// # Errors
/// [`Error::NotFound`] when the viewer reads no such conversation and has no report of it to look at.
pub async fn reportable(tx: &mut Tx, viewer: &Viewer, kind: &str, id: ThingId) -> Result<Option<Reportable>> {
    if kind != KIND.name {
        return Ok(None);
    }
    match Conversation::load(tx, viewer, id).await {
        Ok(conversation) => Ok(Some(Reportable { thing: conversation.thing, withdrawal: None, look: None })),
        Err(Error::NotFound) => {
            let thing = report::reported(tx, viewer, &KIND, id).await?;
            let look = Some(path(&thing));
            Ok(Some(Reportable { thing, withdrawal: None, look }))
        }
        Err(error) => Err(error),
    }
}

/// Where what was reported is read.
pub fn path(thing: &Thing) -> String {
    format!("{}/signalement", thing.path())
}

/// A message somebody reported.
#[derive(Debug, Clone, FromRow)]
pub struct Reported {
    /// The message.
    pub id: MessageId,
    author_id: PersonId,
    first_name: String,
    last_name: String,
    kind: PersonKind,
    body: String,
    /// When it was sent.
    pub sent_at: Moment,
}

impl Reported {
    /// Its author, as readers see the name.
    pub fn author(&self) -> String {
        shown(self.kind, &self.first_name, &self.last_name)
    }

    /// Its text.
    ///
    /// # Errors
    /// A fault when what is stored is no document.
    pub fn doc(&self) -> Result<Doc> {
        richtext::parse(&self.body).map_err(|refused| Error::fault(refused.message()))
    }
}

// Whoever reports may hold several entries of the directory: any of theirs may be the one that received.
const REPORTED: &str = "\
select distinct m.id, m.author_id, p.first_name, p.last_name, p.kind, m.body, m.sent_at from thing_report r \
join account_person a on a.person_id = r.reporter_id join account_person b on b.account_id = a.account_id \
join message_reader x on x.thing_id = r.thing_id and x.school_id = r.school_id and x.person_id = b.person_id \
    and x.own = false and x.recalled_at is null and x.visible_from <= r.created_at \
join message m on m.id = x.message_id and m.school_id = x.school_id and m.sent_at <= r.created_at \
join person p on p.id = m.author_id \
where r.thing_id = $1 and r.school_id = $2 and r.settled_at is null order by m.sent_at, m.id";

/// The messages of a reported conversation that whoever reported it had received. For the head, by [`report::reported`].
///
/// # Errors
/// A fault of the database.
pub async fn messages(tx: &mut Tx, thing: &Thing) -> Result<Vec<Reported>> {
    tx.all(REPORTED, args![thing.id, thing.school_id]).await
}

/// Notes that their text is read.
///
/// # Errors
/// A fault of the database.
pub async fn note(tx: &mut Tx, viewer: &Viewer, thing: &Thing, messages: &[Reported]) -> Result<()> {
    let detail = messages.iter().map(|it| it.id.to_string()).collect::<Vec<_>>().join(" ");
    audit::write(tx, Some(viewer.account), Action::ReportedRead, Some(thing.id.to_string()), Some(&detail)).await?;
    access::note(tx, viewer, messages.iter().map(|it| it.author_id), Topic::Reported, None).await
}
