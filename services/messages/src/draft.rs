//! Drafts: what somebody began to write. Nobody else sees them.

use crate::{carried, target::Target};
use commons::attachment::Piece;
use db::{Error, FromRow, Moment, Result, Tx, args, id};
use richtext::Doc;
use school::Viewer;

id! {
    /// A draft.
    DraftId
}

/// As many drafts as are shown.
const MOST: i64 = 60;

/// A draft.
#[derive(Debug, Clone, FromRow)]
pub struct Draft {
    /// The draft.
    pub id: DraftId,
    /// The targets, as stored.
    recipients: String,
    /// The subject; it may be empty.
    pub subject: String,
    /// The text, as stored.
    body: String,
    /// What it concerns, as the form sends it.
    pub about: String,
    /// Its files, as stored.
    pieces: String,
    /// When it was kept.
    pub saved_at: Moment,
}

impl Draft {
    /// To whom it would be sent.
    pub fn targets(&self) -> Vec<Target> {
        self.recipients.split(' ').filter_map(Target::parse).collect()
    }

    /// The files it carries.
    ///
    /// # Errors
    /// [`Error::NotFound`] when what is stored is no list of pieces.
    pub fn pieces(&self) -> Result<Vec<Piece>> {
        carried::read(&self.pieces)
    }

    /// Its text.
    ///
    /// # Errors
    /// A fault when what is stored is no document.
    pub fn doc(&self) -> Result<Doc> {
        richtext::parse(&self.body).map_err(|refused| Error::fault(refused.message()))
    }
}

/// What is kept of a form.
#[derive(Debug, Clone)]
pub struct NewDraft<'a> {
    /// To whom.
    pub targets: &'a [Target],
    /// The subject.
    pub subject: &'a str,
    /// The text.
    pub body: &'a Doc,
    /// What it concerns.
    pub about: &'a str,
    /// What is attached.
    pub pieces: &'a [Piece],
}

/// The drafts of the viewer, the last kept first.
///
/// # Errors
/// A fault of the database.
pub async fn of(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Draft>> {
    tx.all(
        "select id, recipients, subject, body, about, pieces, saved_at from message_draft where account_id = $1 \
         order by saved_at desc, id limit $2",
        args![viewer.account, MOST],
    )
    .await
}

/// A draft of the viewer.
///
/// # Errors
/// [`Error::NotFound`] when it is absent, or somebody else's.
pub async fn load(tx: &mut Tx, viewer: &Viewer, id: DraftId) -> Result<Draft> {
    tx.one(
        "select id, recipients, subject, body, about, pieces, saved_at from message_draft where id = $1 and account_id = $2",
        args![id, viewer.account],
    )
    .await
}

/// Keeps a draft, a new one or one begun.
///
/// # Errors
/// [`Error::NotFound`] for a draft of somebody else.
pub async fn save(tx: &mut Tx, viewer: &Viewer, id: Option<DraftId>, draft: &NewDraft<'_>) -> Result<DraftId> {
    if let Some(id) = id {
        load(tx, viewer, id).await?;
    }
    let id = id.unwrap_or_else(|| tx.id());
    let now = tx.now();
    let recipients: Vec<String> = draft.targets.iter().map(Target::to_string).collect();
    let subject: String = draft.subject.chars().take(crate::send::LONGEST_SUBJECT).collect();
    tx.change(
        "insert into message_draft (id, account_id, recipients, subject, body, about, pieces, saved_at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (id) do update set recipients = excluded.recipients, \
             subject = excluded.subject, body = excluded.body, about = excluded.about, pieces = excluded.pieces, \
             saved_at = excluded.saved_at",
        args![
            id,
            viewer.account,
            recipients.join(" "),
            subject,
            draft.body.to_json(),
            draft.about,
            carried::stored(draft.pieces),
            now
        ],
    )
    .await?;
    carried::keep(tx, viewer, draft.pieces).await?;
    Ok(id)
}

/// Forgets a draft: it was sent, or thrown away.
///
/// # Errors
/// A fault of the database.
pub async fn forget(tx: &mut Tx, viewer: &Viewer, id: DraftId) -> Result<()> {
    tx.change("delete from message_draft where id = $1 and account_id = $2", args![id, viewer.account]).await
}
