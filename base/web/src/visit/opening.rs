//! What a page notes about having been opened.

use super::Visit;
use axum::http::HeaderMap;
use commons::opening::Opening;
use db::Result;
use std::time::Duration;

impl Visit {
    /// Notes that the viewer opens a thing, unless it was noted before, or nobody opens it yet: a finger that passes over a
    /// link makes browsers and Turbo fetch the page in advance.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn opened(&mut self, opening: Opening) -> Result<()> {
        if self.in_advance || !opening.is_new() {
            return Ok(());
        }
        let mut tx = self.write().await?;
        opening.note(&mut tx).await?;
        tx.commit().await
    }

    /// Whether the page is fetched in advance: nobody has opened it yet.
    pub fn is_in_advance(&self) -> bool {
        self.in_advance
    }
}

pub(super) fn is_in_advance(headers: &HeaderMap) -> bool {
    ["sec-purpose", "x-sec-purpose", "purpose"].into_iter().any(|name| {
        headers.get(name).and_then(|it| it.to_str().ok()).is_some_and(|purpose| purpose.contains("prefetch"))
    })
}

/// Longer than a write ever waits but behind an import.
const PATIENCE: Duration = Duration::from_secs(1);

/// Writes something a page can do without: that somebody came, or looked. A page never fails for it.
pub async fn note(writing: impl Future<Output = Result<()>>) {
    match tokio::time::timeout(PATIENCE, writing).await {
        Ok(Ok(())) => {}
        Ok(Err(error)) => tracing::warn!(%error, "a note was not written"),
        Err(_) => tracing::warn!("a note was not written in time"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    #[test]
    fn a_page_fetched_in_advance_is_not_opened() {
        let mut headers = HeaderMap::new();
        assert!(!is_in_advance(&headers));
        headers.insert("x-sec-purpose", HeaderValue::from_static("prefetch"));
        assert!(is_in_advance(&headers));
    }
}
