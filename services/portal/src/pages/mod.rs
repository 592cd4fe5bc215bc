//! The pages of sites: those of their authors, those everybody reads, and the words they share.

pub(crate) mod decision;
mod decision_page;
pub(crate) mod delegation;
pub(crate) mod desk;
mod event_line;
pub(crate) mod form;
mod form_page;
pub(crate) mod history;
pub(crate) mod hooks;
pub(crate) mod legal;
pub(crate) mod on_line;
pub(crate) mod open;
pub(crate) mod page;
mod parts;
pub(crate) mod publication;
pub(crate) mod report;
pub(crate) mod settings;
mod settings_form;
mod settings_page;
pub(crate) mod take_down;
mod take_down_page;

use crate::{
    W,
    page::{PageKind, SitePage, State},
};
use richtext::{Doc, Labels};
use web::component::{SafeHtml, Status, StatusKind};

/// The mark of where a page stands.
pub(crate) fn status(page: &SitePage) -> Status {
    match page.state {
        State::Draft if page.word.is_some() => Status::new(StatusKind::Draft, W.state_returned()),
        State::Draft => Status::new(StatusKind::Draft, W.state_draft()),
        State::Proposed => Status::new(StatusKind::Review, W.state_proposed()),
        State::Published => Status::new(StatusKind::Published, W.state_published()),
        State::Withdrawn => Status::new(StatusKind::Withdrawn, W.state_withdrawn()),
        State::Archived => Status::new(StatusKind::Archived, W.state_archived()),
    }
}

/// The word for a kind of page.
pub(crate) fn kind_word(kind: PageKind) -> &'static str {
    match kind {
        PageKind::Page => W.kind_page(),
        PageKind::News => W.kind_news(),
        PageKind::Event => W.kind_event(),
    }
}

/// Lines somebody typed, as paragraphs; nothing when there are none.
pub(crate) fn lines(text: &str) -> Option<SafeHtml> {
    let is_said = !text.trim().is_empty();
    is_said.then(|| SafeHtml(Doc::from_plain(text).to_html(&|_| None, &Labels::FRENCH)))
}

/// « Publié sous la responsabilité de Hélène Vidal, directrice de l’école ».
pub(crate) fn under(name: &str, quality: &str) -> String {
    match name {
        "" => W.under_quality(quality),
        name => W.under_name(web::of_name(name), quality),
    }
}
