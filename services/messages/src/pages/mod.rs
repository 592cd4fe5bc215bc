//! The pages of messages, and what they share.

pub(crate) mod class;
pub(crate) mod closing;
pub(crate) mod compose;
pub(crate) mod compose_page;
pub(crate) mod draft;
pub(crate) mod export;
pub(crate) mod folder;
pub(crate) mod list;
pub(crate) mod list_page;
pub(crate) mod mass;
pub(crate) mod piece;
pub(crate) mod reply;
pub(crate) mod reported;
pub(crate) mod setting;
pub(crate) mod step;
pub(crate) mod suggestion;
pub(crate) mod thread;
pub(crate) mod thread_page;
pub(crate) mod trace;

use axum::http::HeaderMap;
use school::{Profile, Viewer};

/// Whether the viewer is spoken to as a child.
pub(crate) fn is_pupil(viewer: &Viewer) -> bool {
    viewer.profile() == Profile::Pupil
}

/// How the viewer is spoken to: `tu` or `vous`.
pub(crate) fn voice(viewer: &Viewer) -> &'static str {
    if is_pupil(viewer) { "tu" } else { "vous" }
}

/// A page fetched in advance: nobody has opened it yet.
pub(crate) fn is_prefetched(headers: &HeaderMap) -> bool {
    ["sec-purpose", "x-sec-purpose", "purpose"].into_iter().any(|name| {
        headers.get(name).and_then(|it| it.to_str().ok()).is_some_and(|purpose| purpose.contains("prefetch"))
    })
}
