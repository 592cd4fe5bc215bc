//! The pages people open are counted by the server itself: no script, no cookie, nobody else (domain.md §5).
//!
//! A page counts when somebody signed in opens it and it answers: files, the live channel, what is fetched in advance and
//! what a page asks again by itself count for nothing. Counting costs a page a few comparisons and no word to the database.

use crate::Site;
use axum::{
    extract::MatchedPath,
    http::{HeaderMap, Method, header, request::Parts},
};
use commons::usage::{Device, Hit};
use school::Viewer;

/// What a request says of the page it opens.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Opened {
    service: &'static str,
    device: Device,
}

impl Opened {
    /// None where nobody opens a page, or one of no service.
    pub(crate) fn of(parts: &Parts, site: &Site) -> Option<Self> {
        if parts.method != Method::GET || !by_somebody(&parts.headers) {
            return None;
        }
        let path = parts.extensions.get::<MatchedPath>()?;
        let service = site.service_of(path.as_str())?.label;
        let agent = parts.headers.get(header::USER_AGENT).and_then(|it| it.to_str().ok());
        Some(Self { service, device: Device::of(agent.unwrap_or_default()) })
    }

    /// Counts the page as opened by a viewer.
    pub(crate) fn note(self, site: &Site, viewer: &Viewer) {
        if let Some(hit) = Hit::of(viewer, site.house.db.now(), self.service, self.device) {
            site.house.usage.note(hit);
        }
    }
}

/// Browsers, and Turbo for them, ask for HTML; a page that asks again by itself takes anything, or a frame alone.
fn by_somebody(headers: &HeaderMap) -> bool {
    let accept = headers.get(header::ACCEPT).and_then(|it| it.to_str().ok());
    accept != Some("*/*") && !headers.contains_key("turbo-frame")
}

#[cfg(test)]
mod tests {
    use super::by_somebody;
    use axum::http::{HeaderMap, HeaderValue};

    #[test]
    fn a_page_that_asks_again_by_itself_is_not_opened() {
        for (name, value, counts) in [
            ("accept", "text/html,application/xhtml+xml,*/*;q=0.8", true),
            ("accept", "text/html, application/xhtml+xml", true),
            ("accept", "*/*", false),
            ("turbo-frame", "suite", false),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(name, HeaderValue::from_static(value));
            assert_eq!(by_somebody(&headers), counts, "{name}: {value}");
        }
        assert!(by_somebody(&HeaderMap::new()));
    }
}
