//! The pages of the help desk, and the few parts they share.

pub(crate) mod act;
pub(crate) mod article;
pub(crate) mod article_form;
pub(crate) mod ask;
pub(crate) mod end;
pub(crate) mod export;
pub(crate) mod figures;
mod files;
pub(crate) mod home;
pub(crate) mod named;
pub(crate) mod reply;
pub(crate) mod request;
mod request_form;
mod request_page;
pub(crate) mod training;
pub(crate) mod training_form;
pub(crate) mod training_list;

use crate::{
    article::{search::Found, shipped},
    asking::inside,
    request::State,
};
use axum::http::{HeaderMap, header};
use db::{Result, Tx};
use richtext::{Doc, Labels};
use school::{Viewer, viewer::or_not_found};
use web::{
    SignedIn,
    component::{SafeHtml, Status, StatusKind},
};

/// A link of a list.
pub(crate) struct Link {
    pub(crate) label: String,
    pub(crate) href: String,
}

impl From<Found> for Link {
    fn from(article: Found) -> Self {
        Self { href: article.path(), label: article.title }
    }
}

/// Pupils have another way to ask: none of these pages is theirs.
pub(crate) fn adult(viewer: &Viewer) -> Result<()> {
    or_not_found(!web::is_pupil(viewer))
}

/// A reading transaction in a house that has its articles: they are put there by the first page that shows some.
pub(crate) async fn with_articles(visit: &mut SignedIn) -> Result<Tx> {
    let mut tx = visit.read().await?;
    if !shipped::are_missing(&mut tx).await? {
        return Ok(tx);
    }
    drop(tx);
    let mut writing = visit.write().await?;
    shipped::put(&mut writing).await?;
    writing.commit().await?;
    visit.read().await
}

/// The mark of where a request stands.
pub(crate) fn status(state: State) -> Status {
    let kind = match state {
        State::New => StatusKind::Review,
        State::Assigned => StatusKind::Ready,
        State::Waiting | State::Escalated => StatusKind::Scheduled,
        State::Solved => StatusKind::Published,
        State::Closed => StatusKind::Archived,
    };
    Status::new(kind, state.word())
}

/// A text as it is read.
pub(crate) fn prose(doc: &Doc) -> SafeHtml {
    SafeHtml(doc.to_html(&|_| None, &Labels::FRENCH))
}

/// A header of the request, when it is text.
pub(crate) fn header_text(headers: &HeaderMap, name: header::HeaderName) -> &str {
    headers.get(name).and_then(|it| it.to_str().ok()).unwrap_or_default()
}

/// The page of this site somebody comes from: the one said, else the one the browser says.
pub(crate) fn came_from(said: &str, headers: &HeaderMap) -> String {
    let said = inside(said);
    if !said.is_empty() {
        return said;
    }
    let referer = header_text(headers, header::REFERER);
    let (host, path) = referer
        .split_once("://")
        .and_then(|(_, rest)| rest.find('/').map(|slash| rest.split_at(slash)))
        .unwrap_or_default();
    let is_ours = !host.is_empty() && host == header_text(headers, header::HOST);
    let page = if is_ours { inside(path) } else { String::new() };
    // Whoever looked for an answer here comes from nowhere in particular.
    if page.starts_with(web::HELP) || page.starts_with(crate::article::PATH) { String::new() } else { page }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn only_a_page_of_this_site_is_come_from() {
        for (said, referer, expected) in [
            ("", "https://preau.example.org/carnet?x=1", "/carnet"),
            ("/mots/3", "https://preau.example.org/carnet", "/mots/3"),
            ("", "https://ailleurs.example/carnet", ""),
            ("", "https://preau.example.org/assistance", ""),
            ("", "", ""),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::HOST, "preau.example.org".parse().unwrap());
            headers.insert(header::REFERER, referer.parse().unwrap());
            assert_eq!(came_from(said, &headers), expected, "{referer}");
        }
    }
}
