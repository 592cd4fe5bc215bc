//! Around every answer: where the request comes from, the content security policy, the drawing of failures.

use crate::{
    Failure, Site,
    layout::{Layout, Skin},
};
use askama::Template;
use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{Html, IntoResponse, Response},
};
use commons::conformity::{Conformity, Declared};
use data_encoding::BASE64URL_NOPAD;
use std::{
    sync::{Arc, OnceLock},
    time::Duration,
};

const PAGE: Duration = Duration::from_secs(60);
const FILES: Duration = Duration::from_secs(3600);
/// A browser that came once by TLS comes by nothing else for a year: whoever sits between gets no first page in clear.
/// Of this host only, since others of the domain are not ours.
const STRICT: &str = "max-age=31536000";

/// The nonce of one answer.
#[derive(Clone, Debug, Default)]
pub(crate) struct Nonce(pub(crate) Arc<str>);

/// For whom a page is drawn, once a visit knows it: a failure comes back without its visitor.
#[derive(Clone, Debug, Default)]
pub(crate) struct Seen(Arc<OnceLock<Skin>>);

impl Seen {
    pub(crate) fn note(&self, skin: Skin) {
        // One request has one visitor: the first word is the last.
        let _ = self.0.set(skin);
    }

    fn skin(&self) -> Skin {
        self.0.get().copied().unwrap_or(Skin::Adult)
    }
}

/// What an answer is dressed in.
struct Dress {
    nonce: Nonce,
    skin: Skin,
    conformity: Conformity,
}

pub(crate) async fn dress(State(site): State<Site>, request: Request, next: Next) -> Response {
    let mut response = dressed(request, next, &site.house.conformity).await;
    if let Some(strict) = strict(&site.house.address) {
        response.headers_mut().insert(header::STRICT_TRANSPORT_SECURITY, strict);
    }
    response
}

/// Said without TLS it means nothing; on one’s own machine it would close what else answers there.
fn strict(address: &str) -> Option<HeaderValue> {
    address.starts_with("https://").then(|| HeaderValue::from_static(STRICT))
}

async fn dressed(mut request: Request, next: Next, declared: &Declared) -> Response {
    let nonce = Nonce(BASE64URL_NOPAD.encode(uuid::Uuid::new_v4().as_bytes()).into());
    if changes(request.method()) && !is_ours(request.headers()) {
        let dress = Dress { nonce, skin: Skin::Adult, conformity: declared.get() };
        return finish(Failure::foreign().into_response(), &dress);
    }
    let seen = Seen::default();
    request.extensions_mut().insert(nonce.clone());
    request.extensions_mut().insert(seen.clone());
    let response = next.run(request).await;
    finish(response, &Dress { nonce, skin: seen.skin(), conformity: declared.get() })
}

/// A page answers in a minute or fails; what carries files may take as long as a slow line needs.
pub(crate) async fn in_time(request: Request, next: Next) -> Response {
    let limit = if carries_files(request.headers()) { FILES } else { PAGE };
    match tokio::time::timeout(limit, next.run(request)).await {
        Ok(response) => response,
        Err(_) => Failure::from(db::Error::fault("no answer in time")).into_response(),
    }
}

fn carries_files(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|it| it.to_str().ok());
    kind.is_some_and(|it| it.starts_with("multipart/form-data"))
}

fn changes(method: &Method) -> bool {
    !matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS)
}

/// Browsers say where a form comes from; those too old to say it send the origin. Neither is a form's doing.
fn is_ours(headers: &HeaderMap) -> bool {
    let text = |name: &str| headers.get(name).and_then(|it| it.to_str().ok());
    if let Some(site) = text("sec-fetch-site") {
        return site == "same-origin" || site == "none";
    }
    match (text("origin"), text("host")) {
        (Some(origin), Some(host)) => origin.split_once("://").is_some_and(|(_, it)| it == host),
        // Neither header: not a browser, hence no cookie it was tricked into sending.
        (None, _) => true,
        (Some(_), None) => false,
    }
}

fn finish(response: Response, dress: &Dress) -> Response {
    let mut response = match response.extensions().get::<Failure>().cloned() {
        Some(failure) => draw(&failure, dress, response.status()),
        None => response,
    };
    let headers = response.headers_mut();
    let policy = format!(
        "default-src 'none'; script-src 'nonce-{nonce}' 'strict-dynamic'; style-src 'self' 'nonce-{nonce}'; img-src 'self' blob: data:; \
         font-src 'self'; connect-src 'self'; media-src 'self' blob:; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
        nonce = dress.nonce.0
    );
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        // A file somebody sent comes with a policy of its own, stricter than that of pages.
        headers.entry(header::CONTENT_SECURITY_POLICY).or_insert(policy);
    }
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    // A page whose address opens something by itself says so to nobody.
    headers.entry(header::REFERRER_POLICY).or_insert(HeaderValue::from_static("same-origin"));
    headers.insert("cross-origin-opener-policy", HeaderValue::from_static("same-origin"));
    headers.insert("permissions-policy", HeaderValue::from_static("geolocation=(), payment=(), usb=()"));
    // Pages about children are kept by no cache on the way, nor by a shared tablet.
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}

fn draw(failure: &Failure, dress: &Dress, status: StatusCode) -> Response {
    let (title, main) = failure.page(dress.skin);
    let layout = Layout { nonce: Some(&dress.nonce.0), ..Layout::bare(title, &main, dress.skin, dress.conformity) };
    match layout.render() {
        Ok(page) => (status, Html(page)).into_response(),
        Err(_) => status.into_response(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_house_with_tls_is_reached_by_nothing_else() {
        for (address, strict) in [("https://ent.example", true), ("http://127.0.0.1:8080", false)] {
            assert_eq!(super::strict(address).is_some(), strict, "{address}");
        }
    }

    #[test]
    fn a_form_of_another_site_is_refused() {
        for (headers, ours) in [
            (vec![("sec-fetch-site", "same-origin")], true),
            (vec![("sec-fetch-site", "cross-site")], false),
            (vec![("sec-fetch-site", "same-site")], false),
            (vec![("origin", "https://ent.example"), ("host", "ent.example")], true),
            (vec![("origin", "https://ailleurs.example"), ("host", "ent.example")], false),
            (vec![("origin", "null"), ("host", "ent.example")], false),
            (vec![("host", "ent.example")], true),
        ] {
            let map = headers.iter().map(|(name, value)| ((*name).try_into(), HeaderValue::from_static(value)));
            let map: HeaderMap = map.filter_map(|(name, value)| Some((name.ok()?, value))).collect();
            assert_eq!(is_ours(&map), ours, "{headers:?}");
        }
    }
}
