//! Web Push (RFC 8030): waking the browsers of an account. The message says nothing of what there is to read: an opaque
//! identifier, the same for the same thing, so that the second push about it replaces the first.

mod cipher;
mod endpoint;
mod line;
mod vapid;

use crate::attention::subscription::Subscription;
use cipher::Keys;
use db::Db;
use endpoint::Endpoint;
use http_body_util::Full;
use hyper::{Method, Request, StatusCode, body::Bytes, header};
use line::Lines;
use std::sync::{Arc, Mutex, PoisonError};
use vapid::Key;

/// A push service keeps a message for so long when the device is off: two days.
const KEPT_SECONDS: &str = "172800";

/// The way out for push.
#[derive(Clone, Debug)]
pub struct Push {
    key: Arc<Key>,
    /// Whom a push service may write to about us (RFC 8292 §2.1): the address of the house.
    contact: Arc<str>,
    /// Whether push services on this machine are fine.
    local: bool,
    way: Way,
}

#[derive(Clone, Debug)]
enum Way {
    Real(Arc<Lines>),
    Recorded(Arc<Mutex<Vec<Recorded>>>),
}

/// A push as tests look at it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    /// Where it went.
    pub endpoint: String,
    /// The identifier that replaces the one before.
    pub topic: String,
    /// What the browser would decrypt.
    pub message: String,
}

/// What a push service answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It will wake the device.
    Taken,
    /// It knows the device no more.
    Gone,
    /// It may take it another time.
    Later,
}

impl Push {
    /// Push through the services of the browsers. `derive` gives bytes only this house can derive from some words.
    pub(crate) fn real(address: &str, derive: &dyn Fn(&str) -> [u8; 16]) -> Self {
        let local = address.starts_with("http://");
        let way = Way::Real(Arc::new(Lines::new(local)));
        Self { key: Arc::new(Key::derived(derive)), contact: address.into(), local, way }
    }

    /// Push kept in memory: for tests. A device whose address ends with `/gone` is known no more, one that ends with `/busy`
    /// takes nothing for now.
    #[must_use]
    pub fn recorded(&self) -> Self {
        Self { way: Way::Recorded(Arc::default()), ..self.clone() }
    }

    /// What was recorded so far.
    pub fn record(&self) -> Vec<Recorded> {
        match &self.way {
            Way::Real(_) => Vec::new(),
            Way::Recorded(record) => record.lock().unwrap_or_else(PoisonError::into_inner).clone(),
        }
    }

    /// The key a browser subscribes with, base64url.
    pub fn public_key(&self) -> String {
        self.key.public_text()
    }

    /// Wakes a device.
    pub async fn send(&self, db: &Db, device: &Subscription, topic: &str) -> Answer {
        let message = format!(r#"{{"tag":"{topic}"}}"#);
        match &self.way {
            Way::Recorded(record) => {
                let endpoint = device.endpoint.clone();
                let recorded = Recorded { endpoint, topic: topic.to_owned(), message };
                let mut record = record.lock().unwrap_or_else(PoisonError::into_inner);
                answer_in_tests(&mut record, recorded)
            }
            Way::Real(lines) => match self.post(db, lines, device, topic, message.as_bytes()).await {
                Some(status) => answer_of(status),
                None => Answer::Later,
            },
        }
    }

    /// The status answered; none when the service could not be reached.
    async fn post(
        &self,
        db: &Db,
        lines: &Lines,
        device: &Subscription,
        topic: &str,
        text: &[u8],
    ) -> Option<StatusCode> {
        let Some((endpoint, keys)) =
            Endpoint::read(&device.endpoint, self.local).zip(Keys::read(&device.p256dh, &device.auth))
        else {
            // What was stored can be read by nobody: the device is lost.
            return Some(StatusCode::GONE);
        };
        let body = keys.seal(text, db.dice())?;
        let signed = self.key.authorization(&endpoint.origin(), &self.contact, db.now())?;
        let request = Request::builder()
            .method(Method::POST)
            .uri(&endpoint.path)
            .header(header::HOST, endpoint.authority())
            .header(header::AUTHORIZATION, signed)
            .header(header::CONTENT_ENCODING, "aes128gcm")
            .header(header::CONTENT_TYPE, "application/octet-stream")
            .header("ttl", KEPT_SECONDS)
            .header("urgency", "high")
            .header("topic", topic)
            .body(Full::new(Bytes::from(body)))
            .ok()?;
        match lines.ask(&endpoint, request).await {
            Ok(status) => Some(status),
            Err(error) => {
                // The host alone: the rest of the address is a device.
                tracing::warn!(host = endpoint.host, %error, "a push service does not answer");
                None
            }
        }
    }
}

fn answer_of(status: StatusCode) -> Answer {
    match status {
        it if it.is_success() => Answer::Taken,
        StatusCode::NOT_FOUND | StatusCode::GONE => Answer::Gone,
        _ => Answer::Later,
    }
}

fn answer_in_tests(record: &mut Vec<Recorded>, recorded: Recorded) -> Answer {
    match recorded.endpoint.rsplit('/').next() {
        Some("gone") => Answer::Gone,
        Some("busy") => Answer::Later,
        _ => {
            record.push(recorded);
            Answer::Taken
        }
    }
}

/// Whether this is what a browser gives to be woken by. `local` accepts push services on this machine.
pub fn is_subscription(endpoint: &str, p256dh: &str, auth: &str, local: bool) -> bool {
    Endpoint::read(endpoint, local).is_some() && Keys::read(p256dh, auth).is_some()
}
