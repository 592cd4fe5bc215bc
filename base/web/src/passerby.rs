//! A request of somebody about whom nothing is asked: pages open to everybody, the same for everybody.
//!
//! No session is read, no cookie is set, no script is carried and nothing of the page depends on who comes: caches on the
//! way may keep it. It is kept a minute; a browser that has it asks whether it changed, and is answered without a body.

use crate::{
    Answer, Site,
    layout::{Layout, Skin},
};
use askama::Template;
use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, HeaderValue, StatusCode, header, request::Parts},
    response::{Html, IntoResponse, Response},
};
use commons::conformity::Conformity;
use db::{Result, Tx};
use std::{
    convert::Infallible,
    hash::{DefaultHasher, Hasher},
};

/// A change is seen within a minute; a cache may show what it has while it asks for the new one.
const KEPT: &str = "public, max-age=60, stale-while-revalidate=60";
/// What such a page may do: show itself, send its forms.
const POLICY: &str = "default-src 'none'; script-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
     manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// A request of anybody, whoever it is.
#[derive(Debug)]
pub struct Passerby {
    /// The site visited.
    pub site: Site,
    /// The marks of what the browser has already.
    known: Option<String>,
}

impl FromRequestParts<Site> for Passerby {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> std::result::Result<Self, Infallible> {
        let known = parts.headers.get(header::IF_NONE_MATCH).and_then(|it| it.to_str().ok()).map(str::to_owned);
        Ok(Self { site: site.clone(), known })
    }
}

impl Passerby {
    /// A transaction for reading.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn read(&self) -> Result<Tx> {
        self.site.house.db.read().await
    }

    /// A transaction for writing.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn write(&self) -> Result<Tx> {
        self.site.house.db.write().await
    }

    /// The page, to be kept a minute; that it is the same when the browser has it.
    ///
    /// # Errors
    /// A fault of a template.
    pub fn page(&self, title: &str, main: &impl Template) -> Answer {
        let page = drawn(title, main, self.site.house.conformity.get())?;
        let mark = mark_of(page.as_bytes());
        Ok(self.kept(&mark, || Html(page).into_response()))
    }

    /// The same page again, with what is wrong in the form; kept by nobody.
    ///
    /// # Errors
    /// A fault of a template.
    pub fn again(&self, title: &str, main: &impl Template) -> Answer {
        let mut response =
            (StatusCode::UNPROCESSABLE_ENTITY, Html(drawn(title, main, self.site.house.conformity.get())?))
                .into_response();
        response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
        Ok(response)
    }

    /// What the mark of a content names, to be kept a minute; that it is the same when the browser has it.
    pub fn kept(&self, mark: &str, answer: impl FnOnce() -> Response) -> Response {
        let mut response = if self.knows(mark) { StatusCode::NOT_MODIFIED.into_response() } else { answer() };
        let headers = response.headers_mut();
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(KEPT));
        if let Ok(mark) = HeaderValue::try_from(format!("W/\"{mark}\"")) {
            headers.insert(header::ETAG, mark);
        }
        headers.entry(header::CONTENT_SECURITY_POLICY).or_insert(HeaderValue::from_static(POLICY));
        response
    }

    /// Whether the browser has the content of a mark already.
    pub fn knows(&self, mark: &str) -> bool {
        let known = self.known.as_deref().unwrap_or_default().split(',');
        known.map(str::trim).any(|it| it.trim_start_matches("W/").trim_matches('"') == mark)
    }
}

/// The mark of some bytes.
fn mark_of(bytes: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    hasher.write(bytes);
    format!("{:016x}", hasher.finish())
}

fn drawn(title: &str, main: &impl Template, conformity: Conformity) -> std::result::Result<String, askama::Error> {
    let main = main.render()?;
    Layout::bare(title, &main, Skin::Adult, conformity).render()
}

/// Says to search engines that a page is none of theirs: a form, a word of thanks.
pub fn unlisted(headers: &mut HeaderMap) {
    headers.insert("x-robots-tag", HeaderValue::from_static("noindex"));
}
