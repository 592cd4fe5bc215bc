//! What makes the site an application a telephone installs: its manifest, its icon, and the worker a push wakes.
//!
//! The worker keeps nothing of anybody's pages: it shows that there is something new, and a word when there is no network.

use crate::W;
use axum::{
    http::{HeaderName, header},
    response::{IntoResponse, Response},
};
use serde_json::{Value, json};

/// The worker, its words left out.
const WORKER: &str = include_str!("service_worker.js");
/// Where its words go.
const WORDS: &str = "__WORDS__";
/// The drawing of the product in a square, for a home screen.
const ICON: &str = include_str!("icon.svg");

/// `GET /manifest.webmanifest`
pub(crate) async fn manifest() -> Response {
    let manifest = json!({
        "name": W.application_name(),
        "short_name": web::W.product(),
        "description": W.application_about(),
        "lang": "fr",
        "dir": "ltr",
        "id": "/",
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "background_color": "#ffffff",
        "theme_color": "#0f6b63",
        "icons": [
            icon_entry(web::assets::url("icon-192.png"), "192x192", "image/png", "any"),
            icon_entry(web::assets::url("icon-512.png"), "512x512", "image/png", "any"),
            icon_entry(web::assets::url("icon-maskable-512.png"), "512x512", "image/png", "maskable"),
            icon_entry("/icone.svg", "any", "image/svg+xml", "any"),
        ],
    });
    kept("application/manifest+json", manifest.to_string())
}

fn icon_entry(src: &str, sizes: &str, mime: &str, purpose: &str) -> Value {
    json!({ "src": src, "sizes": sizes, "type": mime, "purpose": purpose })
}

/// `GET /service-worker.js`
pub(crate) async fn worker() -> Response {
    let words = json!({ "title": web::W.product(), "news": W.push_news(), "offline": offline() });
    // A closing tag in a word would do no harm in a script of its own; a line separator might.
    let words = words.to_string().replace('\u{2028}', "\\u2028");
    let script = WORKER.replace(WORDS, &words);
    let headers = [(header::CONTENT_TYPE, "text/javascript; charset=utf-8"), (header::CACHE_CONTROL, "no-cache")];
    (headers, script).into_response()
}

/// `GET /icone.svg`
pub(crate) async fn icon() -> Response {
    kept("image/svg+xml", ICON.to_owned())
}

/// The page shown without network, whole: nothing else can be asked for then.
fn offline() -> String {
    format!(
        "<!doctype html><html lang=\"fr\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\
         <title>{title}</title><h1>{title}</h1><p>{text}</p>",
        title = W.offline_title(),
        text = W.offline()
    )
}

/// An answer that is the same for everybody, kept for a day.
fn kept(mime: &'static str, body: String) -> Response {
    let headers: [(HeaderName, &str); 2] =
        [(header::CONTENT_TYPE, mime), (header::CACHE_CONTROL, "public, max-age=86400")];
    (headers, body).into_response()
}
