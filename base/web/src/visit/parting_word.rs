//! What a page says last, on the page it leads to; kept by the browser between the two.

use crate::{
    component::Notice,
    cookies::{append_cookie, cookie, read_cookie},
};
use axum::{
    http::HeaderMap,
    response::{IntoResponse, Redirect, Response},
};

const COOKIE: &str = "__Host-avis";
/// The tone of a message for the next page, before its text.
pub(super) const DONE: char = '+';
pub(super) const NOT_DONE: char = '-';

/// Goes on to another page, which says the message.
pub(super) fn go_on(to: &str, tone: char, message: &str) -> Response {
    let mut response = Redirect::to(to).into_response();
    let text = data_encoding::BASE64URL_NOPAD.encode(format!("{tone}{message}").as_bytes());
    append_cookie(&mut response, &cookie(COOKIE, &text, 60));
    response
}

/// The message left by the page before.
pub(super) fn left_in(headers: &HeaderMap) -> Option<Notice> {
    let text = read_cookie(headers, COOKIE).filter(|it| !it.is_empty())?;
    let bytes = data_encoding::BASE64URL_NOPAD.decode(text.as_bytes()).ok()?;
    let text = String::from_utf8(bytes).ok()?;
    let message = text.get(1..)?;
    Some(if text.starts_with(NOT_DONE) { Notice::attention(message) } else { Notice::success(message) })
}

/// The cookie of a message that was read.
pub(super) fn read() -> String {
    cookie(COOKIE, "", 0)
}
