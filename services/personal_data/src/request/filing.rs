//! Filing a request: from one's own account for oneself or one's child, or by the desk from a letter.

use super::{Channel, Kind, RequestId, State, deadline, step};
use commons::audit::{self, Action};
use db::{Day, Result, Tx, args};
use jiff::civil::Date;
use school::{AccountId, PersonId, Viewer};

pub use super::{by_letter::Letter, typed::Typed};

/// The longest text, in characters.
pub const LONGEST: usize = 4000;

/// A request that can be filed.
#[derive(Debug, Clone)]
pub struct Filed {
    pub(super) subject: Option<PersonId>,
    pub(super) name: String,
    pub(super) kind: Kind,
    pub(super) topics: String,
    pub(super) body: String,
    pub(super) received: Date,
    pub(super) scope: String,
}

/// Files a request from the account of the viewer. When the session showed more than a password, nobody asks who it is again.
///
/// # Errors
/// A fault of the database.
pub async fn from_account(tx: &mut Tx, viewer: &Viewer, filed: &Filed, proved: bool) -> Result<RequestId> {
    let identity = proved.then_some("account");
    keep(tx, viewer, filed, Channel::Account, Some(viewer.account), identity).await
}

/// Enters a request that came by letter.
///
/// # Errors
/// A fault of the database.
pub async fn from_letter(tx: &mut Tx, viewer: &Viewer, filed: &Filed, identity: &str) -> Result<RequestId> {
    let identity = Some(identity.trim()).filter(|it| !it.is_empty());
    keep(tx, viewer, filed, Channel::Paper, None, identity).await
}

async fn keep(
    tx: &mut Tx,
    viewer: &Viewer,
    filed: &Filed,
    channel: Channel,
    asked_by: Option<AccountId>,
    identity: Option<&str>,
) -> Result<RequestId> {
    let id: RequestId = tx.id();
    let now = tx.now();
    let state = if identity.is_some() { State::IdentityChecked } else { State::Received };
    // The end of the identifier is chance: nobody guesses how many requests came before.
    let text = id.to_string().to_uppercase();
    let reference = format!("D-{}-{}", now.day().year(), text.get(text.len() - 8..).unwrap_or_default());
    tx.change(
        "insert into rights_request (id, reference, subject_id, subject_name, account_id, kind, channel, scope, body, \
         topics, state, identity, received_on, due_on, created_at, entered_by) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)",
        args![
            id,
            reference,
            filed.subject,
            &filed.name,
            asked_by,
            filed.kind,
            channel,
            &filed.scope,
            &filed.body,
            &filed.topics,
            state,
            identity,
            Day::from(filed.received),
            Day::from(deadline::due(filed.received)),
            now,
            viewer.account
        ],
    )
    .await?;
    step::write(tx, id, viewer.account, State::Received, "").await?;
    if let Some(identity) = identity {
        step::write(tx, id, viewer.account, State::IdentityChecked, identity).await?;
    }
    let subject = filed.subject.map(|it| it.to_string());
    audit::write(tx, Some(viewer.account), Action::RightsRequest, subject, Some(filed.kind.as_str())).await?;
    Ok(id)
}
