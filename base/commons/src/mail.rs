//! Mail: through SMTP, or into a folder in the demonstration. Always sent by a job, never while somebody waits.

use crate::{House, job};
use db::{Error, Result, Tx};
use lettre::{
    AsyncFileTransport, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    message::{Mailbox, header::ContentType},
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
    let payload = serde_json::to_string(letter).map_err(Error::fault)?;
    let now = tx.now();
    job::enqueue(tx, SEND.name, &payload, now).await
}

async fn send(house: House, payload: String) -> Result<()> {
    let letter: Letter = serde_json::from_str(&payload).map_err(Error::fault)?;
    let message = Message::builder()
        .from(house.mail.from.parse::<Mailbox>().map_err(Error::fault)?)
        .to(letter.to.parse::<Mailbox>().map_err(Error::fault)?)
        .subject(letter.subject)
        .header(ContentType::TEXT_PLAIN)
        .body(letter.text)
        .map_err(Error::fault)?;
    match &house.mail.way {
        Way::Folder(way) => way.send(message).await.map(drop).map_err(Error::fault),
        Way::Smtp(way) => way.send(message).await.map(drop).map_err(Error::fault),
    }
}
