//! One answer for each error: a page in French, never a cause; for faults an incident number.

use crate::{
    HELP, W,
    component::{EmptyState, LinkButton, SafeHtml},
    layout::Skin,
};
use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};
use db::{Ambient, Error};
use std::sync::Arc;

/// What a handler answers.
pub type Answer = Result<Response, Failure>;

/// An error on its way to the visitor. The guard draws its page, because only it knows the nonce.
#[derive(Clone, Debug)]
pub struct Failure {
    kind: Kind,
    cause: Option<Arc<Error>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    NotFound,
    Forbidden,
    Invalid,
    Conflict,
    Fault,
    TooMany,
    TooLarge,
    Foreign,
    Method,
    Closed,
}

impl Failure {
    /// Too many attempts.
    pub fn too_many() -> Self {
        Self::of(Kind::TooMany)
    }

    /// More bytes than are accepted.
    pub fn too_large() -> Self {
        Self::of(Kind::TooLarge)
    }

    /// An address that answers, but not to this: a link to where only a form leads.
    pub(crate) fn method() -> Self {
        Self::of(Kind::Method)
    }

    /// A page of a service that every school of the viewer closed to them, whatever the address leads to.
    pub(crate) fn closed() -> Self {
        Self::of(Kind::Closed)
    }

    /// A form sent from another site.
    pub(crate) fn foreign() -> Self {
        Self::of(Kind::Foreign)
    }

    /// What was sent is not what the page sends.
    pub(crate) fn invalid() -> Self {
        Self::of(Kind::Invalid)
    }

    fn of(kind: Kind) -> Self {
        Self { kind, cause: None }
    }

    fn status(&self) -> StatusCode {
        match self.kind {
            Kind::NotFound | Kind::Closed => StatusCode::NOT_FOUND,
            Kind::Method => StatusCode::METHOD_NOT_ALLOWED,
            Kind::Forbidden | Kind::Foreign => StatusCode::FORBIDDEN,
            Kind::Invalid => StatusCode::UNPROCESSABLE_ENTITY,
            Kind::Conflict => StatusCode::CONFLICT,
            Kind::Fault => StatusCode::INTERNAL_SERVER_ERROR,
            Kind::TooMany => StatusCode::TOO_MANY_REQUESTS,
            Kind::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        }
    }

    /// Title and `<main>` of the page; logs the cause of a fault under the number shown, with which an adult asks for help.
    pub(crate) fn page(&self, skin: Skin) -> (&'static str, String) {
        let mut help = None;
        let (title, sentence) = match self.kind {
            Kind::NotFound | Kind::Method => (W.not_found_title(), W.not_found().to_owned()),
            Kind::Closed => (W.service_closed_title(), W.service_closed().to_owned()),
            Kind::Forbidden => (W.forbidden_title(), W.forbidden().to_owned()),
            Kind::Invalid => (W.invalid_title(), W.invalid().to_owned()),
            Kind::Conflict => (W.conflict_title(), W.conflict().to_owned()),
            Kind::TooMany => (W.too_many_title(), W.too_many().to_owned()),
            Kind::TooLarge => (W.too_large_title(), W.too_large().to_owned()),
            Kind::Foreign => (W.foreign_title(), W.foreign().to_owned()),
            Kind::Fault => {
                let number = self.logged();
                let asked = format!("{HELP}/nouvelle?incident={number}");
                help = (skin == Skin::Adult).then(|| LinkButton::secondary(W.ask_for_help(), asked).icon("main-levee"));
                (W.fault_title(), W.fault(number))
            }
        };
        let action = Some((W.back_home().to_owned(), "/".to_owned()));
        let state = EmptyState::new("introuvable", sentence, action);
        let help = help.map(|link| format!("<p class=\"actions\">{link}</p>")).unwrap_or_default();
        (title, SafeHtml(format!("<h1>{title}</h1>{state}{help}")).to_string())
    }

    fn logged(&self) -> String {
        let number = data_encoding::BASE32_NOPAD.encode(&Ambient::system().dice.bytes::<5>());
        if let Some(cause) = &self.cause {
            tracing::error!(number, error = %cause, "incident");
        }
        number
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        let kind = match &error {
            Error::NotFound => Kind::NotFound,
            Error::Forbidden => Kind::Forbidden,
            Error::Invalid(_) => Kind::Invalid,
            Error::Conflict => Kind::Conflict,
            Error::Fault(_) => Kind::Fault,
        };
        Self { kind, cause: Some(Arc::new(error)) }
    }
}

impl From<askama::Error> for Failure {
    fn from(error: askama::Error) -> Self {
        Error::fault(error).into()
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}
