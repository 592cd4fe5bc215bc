//! Mail: through SMTP, or into a folder in the demonstration. Always sent by a job, never while somebody waits.

use crate::{House, job};
use db::{Error, Result, Tx, Uuid, args};
use lettre::{
    AsyncFileTransport, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    message::{
        Mailbox,
        header::{ContentType, MIME_VERSION_1_0},
    },
};
use serde::{Deserialize, Serialize};
use std::{path::Path, sync::Arc};

/// The job that sends a letter.
pub const SEND: job::JobKind = job::JobKind { name: "mail.send", run: |house, payload| Box::pin(send(house, payload)) };

/// The way out for mail.
#[derive(Clone, Debug)]
pub struct Mail {
    way: Way,
    from: Arc<str>,
}

#[derive(Clone, Debug)]
enum Way {
    Folder(AsyncFileTransport<Tokio1Executor>),
    Smtp(AsyncSmtpTransport<Tokio1Executor>),
}

/// A letter waiting to be sent.
#[derive(Debug, Serialize, Deserialize)]
pub struct Letter {
    /// The address.
    pub to: String,
    /// The subject: it may be read over a shoulder, so no child's name.
    pub subject: String,
    /// The text.
    pub text: String,
}

/// A letter as the queue holds it.
#[derive(Deserialize)]
struct Posted {
    #[serde(flatten)]
    letter: Letter,
    /// What becomes its `Message-ID`; none in what an older version queued.
    #[serde(default)]
    name: Option<String>,
}

impl Mail {
    /// Mail kept as files in a folder, one `.eml` a letter.
    ///
    /// # Errors
    /// A fault when the folder cannot be made.
    pub fn folder(path: &Path, from: &str) -> Result<Self> {
        std::fs::create_dir_all(path)?;
        Ok(Self { way: Way::Folder(AsyncFileTransport::new(path)), from: from.into() })
    }

    /// Mail sent by `smtp://…` or `smtps://…`.
    ///
    /// # Errors
    /// A fault when the address is not understood.
    pub fn smtp(url: &str, from: &str) -> Result<Self> {
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(url).map_err(Error::fault)?.build();
        Ok(Self { way: Way::Smtp(transport), from: from.into() })
    }
}

/// Puts a letter in the queue, to leave after the commit.
///
/// # Errors
/// A fault of the database.
pub async fn post(tx: &mut Tx, letter: &Letter) -> Result<()> {
    let (name, now): (Uuid, _) = (tx.id(), tx.now());
    let Letter { to, subject, text } = letter;
    let payload =
        serde_json::json!({ "to": to, "subject": subject, "text": text, "name": name.to_string() }).to_string();
    job::enqueue(tx, SEND.name, &payload, now).await
}

async fn send(house: House, payload: String) -> Result<()> {
    let Posted { letter, name } = serde_json::from_str(&payload).map_err(Error::fault)?;
    match house.mail.send(&letter, name.as_deref()).await {
        Ok(()) => Ok(()),
        // Trying again would not help: the address is noted, and shown to those who can do something about it.
        Err(Refused::Address) => {
            let mut tx = house.db.write().await?;
            note_bounce(&mut tx, &letter.to).await?;
            tx.commit().await
        }
        Err(Refused::Later(error)) => Err(error),
    }
}

/// Why a letter did not leave.
#[derive(Debug)]
pub enum Refused {
    /// Its address reaches nobody: no use trying again.
    Address,
    /// Anything else.
    Later(Error),
}

impl Refused {
    fn later(cause: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Self::Later(Error::fault(cause))
    }
}

/// A domain that exists nowhere (RFC 2606): refused by us as it would be by a server.
const NOWHERE: &str = ".invalid";

impl Mail {
    /// Sends a letter now. `name` becomes its `Message-ID`, the same each time it is sent again.
    ///
    /// # Errors
    /// Why it did not leave.
    pub async fn send(&self, letter: &Letter, name: Option<&str>) -> std::result::Result<(), Refused> {
        if letter.to.ends_with(NOWHERE) {
            return Err(Refused::Address);
        }
        let from = self.from.parse::<Mailbox>().map_err(Refused::later)?;
        let mut draft = Message::builder();
        if let Some(name) = name {
            draft = draft.message_id(Some(format!("<{name}@{}>", from.email.domain())));
        }
        let message = draft
            .from(from)
            .to(letter.to.parse::<Mailbox>().map_err(Refused::later)?)
            .subject(letter.subject.clone())
            .header(MIME_VERSION_1_0)
            .header(ContentType::TEXT_PLAIN)
            .body(letter.text.clone())
            .map_err(Refused::later)?;
        match &self.way {
            Way::Folder(way) => way.send(message).await.map(drop).map_err(Refused::later),
            Way::Smtp(way) => way.send(message).await.map(drop).map_err(refused),
        }
    }
}

/// Mailbox unavailable, user not local, mailbox name not allowed (RFC 5321): the others may be our own fault.
fn refused(error: lettre::transport::smtp::Error) -> Refused {
    match error.status().map(u16::from) {
        Some(550 | 551 | 553) => Refused::Address,
        _ => Refused::later(error),
    }
}

/// Notes that an address reaches nobody. The accounts that have it are shown as not reached.
///
/// # Errors
/// A fault of the database.
pub async fn note_bounce(tx: &mut Tx, email: &str) -> Result<()> {
    let now = tx.now();
    tx.change(
        "insert into mail_bounce (email, at) values ($1, $2) on conflict (email) do update set at = excluded.at",
        args![email, now],
    )
    .await
}

/// Notes that a mail server says an address reaches nobody; tells whether it is the address of an account, or one of the
/// directory, to which invitations go. No other is kept.
///
/// # Errors
/// A fault of the database.
pub async fn note_returned(tx: &mut Tx, email: &str) -> Result<bool> {
    let email = email.trim().to_lowercase();
    let known = tx.count("select count(*) as n from account where email = $1", args![&email]).await? > 0
        || tx.count("select count(*) as n from person where lower(email) = $1", args![&email]).await? > 0;
    if known {
        note_bounce(tx, &email).await?;
    }
    Ok(known)
}

/// Forgets that an address reached nobody: its owner answered a letter.
///
/// # Errors
/// A fault of the database.
pub async fn forgive_bounce(tx: &mut Tx, email: &str) -> Result<()> {
    tx.change("delete from mail_bounce where email = $1", args![email]).await
}
