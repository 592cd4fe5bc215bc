//! Deposits and drafts through HTTP, with the named world, on both databases.
#![expect(clippy::unwrap_used, reason = "tests")]

mod attaching;
mod deposits;
mod drafts;
mod strangers;

use testkit::{Client, Page};
use web::Service;

const SERVICES: &[&Service] = &[&writing::SERVICE];

/// A PDF of more bytes than its first piece may hold.
fn pdf() -> Vec<u8> {
    [&b"%PDF-1.7\n"[..], &[b'x'; 3000]].concat()
}

/// Announces a file; answers the address of its deposit.
async fn announce(client: &Client<'_>, name: &str, size: usize) -> String {
    let answer = client.post("/depots", &[("name", name), ("size", &size.to_string())]).await;
    assert_eq!(answer.status, 201, "{}", answer.html());
    answer.location().unwrap()
}

/// Sends a piece that begins at a byte.
async fn send(client: &Client<'_>, deposit: &str, from: usize, bytes: &[u8]) -> Page {
    client.ask("PATCH", &format!("{deposit}?depuis={from}"), bytes).await
}

/// Announces a file and sends it whole; answers the address of its deposit.
async fn deposited(client: &Client<'_>, name: &str, bytes: &[u8]) -> String {
    let deposit = announce(client, name, bytes.len()).await;
    let answer = send(client, &deposit, 0, bytes).await;
    assert!(answer.html().contains("\"done\":true"), "{}", answer.html());
    deposit
}
