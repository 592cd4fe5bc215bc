//! What services say over a page, until somebody closes it.

use super::Visit;
use crate::{
    cookies::{append_cookie, cookie, read_cookie},
    form::safe_return,
};
use axum::{
    http::HeaderMap,
    response::{IntoResponse, Redirect, Response},
};
use db::Uuid;

/// The banners this browser closed: remembered by it alone, so that closing one writes nothing in the house.
const CLOSED_COOKIE: &str = "__Host-bandeaux";
/// As many as a browser remembers; the oldest are over by then.
const MOST_CLOSED: usize = 20;
/// How long it does. No banner is shown for longer.
const CLOSED_SECONDS: i64 = 60 * 86_400;

impl Visit {
    /// Goes on to another page of this site; this browser shows a banner no more.
    pub fn closed(&self, to: &str, banner: impl Into<Uuid>) -> Response {
        let mut response = Redirect::to(safe_return(to)).into_response();
        let kept = [banner.into()].into_iter().chain(self.closed.iter().copied()).take(MOST_CLOSED);
        let list: Vec<String> = kept.map(|id| id.simple().to_string()).collect();
        append_cookie(&mut response, &cookie(CLOSED_COOKIE, &list.join("."), CLOSED_SECONDS));
        response
    }
}

/// The banners this browser closed.
pub(super) fn closed_by(headers: &HeaderMap) -> Vec<Uuid> {
    let closed = read_cookie(headers, CLOSED_COOKIE).unwrap_or_default();
    closed.split('.').filter_map(|id| id.parse().ok()).take(MOST_CLOSED).collect()
}
