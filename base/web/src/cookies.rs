//! Cookies: one for the session, one for a message on the next page; each with every protection.

use axum::{
    http::{HeaderMap, header},
    response::Response,
};
use school::session::Stay;

/// The cookie a session lives in. `__Host-` ties it to this host and to TLS; browsers treat 127.0.0.1 as safe.
pub const SESSION_COOKIE: &str = "__Host-preau";

/// The cookie of a device of a class: what it holds is drawn once, and kept hashed by the service of the tablets.
pub const DEVICE_COOKIE: &str = "__Host-tablette";

const PROTECTIONS: &str = "Path=/; Secure; HttpOnly; SameSite=Lax";

/// A `Set-Cookie` value with every protection; `seconds` 0 removes it.
pub fn cookie(name: &str, value: &str, seconds: i64) -> String {
    format!("{name}={value}; {PROTECTIONS}; Max-Age={seconds}")
}

/// The `Set-Cookie` value of a session: as long as it may rest, or until the browser is closed.
pub fn session_cookie(token: &str, stay: Stay) -> String {
    match stay.kept_seconds() {
        Some(seconds) => cookie(SESSION_COOKIE, token, seconds),
        None => format!("{SESSION_COOKIE}={token}; {PROTECTIONS}"),
    }
}

/// Adds a `Set-Cookie` to an answer.
pub fn append_cookie(response: &mut Response, cookie: &str) {
    if let Ok(value) = cookie.parse() {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
}

/// The value of a cookie of a request.
pub(crate) fn read_cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let all = headers.get_all(header::COOKIE).into_iter().filter_map(|it| it.to_str().ok());
    all.flat_map(|line| line.split("; ")).find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='))
}
