//! What comes with a request, read so that a mistake answers in French.

use crate::{Failure, W, care, component::ErrorSummary};
use axum::{
    extract::{FromRequest, FromRequestParts, Request},
    http::request::Parts,
};
use db::Problems;
use serde::de::DeserializeOwned;

/// A form sent by a page. Unknown or missing fields answer 422.
#[derive(Debug)]
pub struct Form<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Form<T> {
    type Rejection = Failure;
    async fn from_request(request: Request, state: &S) -> Result<Self, Failure> {
        match axum::Form::<T>::from_request(request, state).await {
            Ok(axum::Form(form)) => Ok(Self(form)),
            Err(_) => Err(Failure::invalid()),
        }
    }
}

/// The variable parts of an address. What is no identifier is not found.
#[derive(Debug)]
pub struct Path<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned + Send> FromRequestParts<S> for Path<T> {
    type Rejection = Failure;
    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Failure> {
        match axum::extract::Path::<T>::from_request_parts(parts, state).await {
            Ok(axum::extract::Path(path)) => Ok(Self(path)),
            Err(_) => Err(db::Error::NotFound.into()),
        }
    }
}

/// What follows the question mark.
#[derive(Debug)]
pub struct Query<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequestParts<S> for Query<T> {
    type Rejection = Failure;
    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Failure> {
        match axum::extract::Query::<T>::from_request_parts(parts, state).await {
            Ok(axum::extract::Query(query)) => Ok(Self(query)),
            Err(_) => Err(db::Error::NotFound.into()),
        }
    }
}

/// The summary above a form with problems; nothing when all is well.
pub fn summary(problems: &Problems) -> Option<ErrorSummary> {
    // A text to read again is no mistake: its page says so otherwise.
    let shown = problems.all().iter().filter(|(name, _)| *name != care::READ_AGAIN);
    let shown: Vec<(&'static str, String)> = shown.cloned().collect();
    let count = i64::try_from(shown.len()).unwrap_or(i64::MAX);
    (count > 0).then(|| ErrorSummary::new(W.errors_title(count), shown))
}

/// An address of this site to go on to, or the home page: a link must never lead a signed-in child elsewhere.
pub fn safe_return(wanted: &str) -> &str {
    let inside = wanted.starts_with('/')
        && !wanted.starts_with("//")
        && !wanted.contains(|it: char| it == '\\' || it.is_control());
    if inside { wanted } else { "/" }
}

#[cfg(test)]
mod tests {
    use super::safe_return;

    #[test]
    fn only_addresses_of_this_site_are_followed() {
        for (wanted, followed) in [
            ("/billets/1?x=2", "/billets/1?x=2"),
            ("//ailleurs.example", "/"),
            ("https://ailleurs.example", "/"),
            ("/\\ailleurs.example", "/"),
            ("/\t/ailleurs.example", "/"),
            ("", "/"),
        ] {
            assert_eq!(safe_return(wanted), followed);
        }
    }
}
