//! The legal notice, open to everybody: who publishes, who directs, who hosts, as the région wrote it.

use crate::W;
use askama::Template;
use commons::identity::{Identity, REGION};
use web::{Answer, Visit};

#[derive(Template)]
#[template(path = "legal.html")]
struct LegalPage {
    publisher: Vec<String>,
    host: Vec<String>,
}

/// `GET /mentions-legales`
pub(crate) async fn legal(mut visit: Visit) -> Answer {
    let mut tx = visit.read().await?;
    let identity = Identity::of(&mut tx, REGION).await?;
    drop(tx);
    visit.page(W.legal_title(), &page(&identity))
}

fn page(identity: &Identity) -> LegalPage {
    let mut publisher = lines(&identity.name);
    publisher.extend(signatory(identity));
    publisher.extend([&identity.address, &identity.email, &identity.phone].into_iter().flat_map(|it| lines(it)));
    LegalPage {
        publisher: or(publisher, W.legal_publisher_text()),
        host: or(lines(&identity.host), W.legal_host_text()),
    }
}

fn signatory(identity: &Identity) -> Option<String> {
    let parts = [identity.signatory.trim(), identity.quality.trim()];
    let said: Vec<&str> = parts.into_iter().filter(|it| !it.is_empty()).collect();
    (!said.is_empty()).then(|| W.legal_represented(said.join(", ")))
}

/// What the région did not write yet is said so.
fn or(lines: Vec<String>, otherwise: &str) -> Vec<String> {
    if lines.is_empty() { vec![otherwise.to_owned()] } else { lines }
}

fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|it| !it.is_empty()).map(str::to_owned).collect()
}
