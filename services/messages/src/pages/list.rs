//! The list of conversations.

use super::list_page::ListPage;
use crate::{
    W,
    conversation::MessageId,
    folder::FolderId,
    listing::{Mark, Shelf},
    matrix,
};
use db::{Error, Moment};
use serde::Deserialize;
use web::{Answer, Query, SignedIn};

/// Which list, and from where on.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Wanted {
    q: String,
    boite: String,
    dossier: Option<FolderId>,
    avant: Option<i64>,
    suite: Option<MessageId>,
}

/// What the list shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum View {
    /// Conversations of a shelf, from a mark on.
    Shelf(Shelf, Mark),
    /// What was found for some words.
    Found(String),
    /// What is begun and not sent.
    Drafts,
    /// What the classes taught keep.
    Class,
}

pub(crate) async fn show(mut visit: SignedIn, Query(wanted): Query<Wanted>) -> Answer {
    if !matrix::reads(&visit.viewer) {
        return Err(Error::NotFound.into());
    }
    let mut tx = visit.read().await?;
    let page = ListPage::build(&mut tx, &visit.viewer, &wanted.view()).await?;
    drop(tx);
    visit.page(W.messages(), &page)
}

impl Wanted {
    fn view(&self) -> View {
        let top = Mark::TOP;
        let mark = Mark { at: self.avant.map_or(top.at, Moment), id: self.suite.unwrap_or(top.id) };
        if !self.q.trim().is_empty() {
            return View::Found(self.q.clone());
        }
        match (self.boite.as_str(), self.dossier) {
            (_, Some(folder)) => View::Shelf(Shelf::Folder(folder), mark),
            ("envoyes", None) => View::Shelf(Shelf::Sent, mark),
            ("archives", None) => View::Shelf(Shelf::Archived, mark),
            ("corbeille", None) => View::Shelf(Shelf::Bin, mark),
            ("brouillons", None) => View::Drafts,
            ("classe", None) => View::Class,
            (_, None) => View::Shelf(Shelf::Received, mark),
        }
    }
}

impl View {
    /// The address of the list, without the place in it.
    pub(crate) fn path(&self) -> String {
        match self {
            Self::Shelf(Shelf::Received, _) | Self::Found(_) => "/messages".to_owned(),
            Self::Shelf(Shelf::Sent, _) => "/messages?boite=envoyes".to_owned(),
            Self::Shelf(Shelf::Archived, _) => "/messages?boite=archives".to_owned(),
            Self::Shelf(Shelf::Bin, _) => "/messages?boite=corbeille".to_owned(),
            Self::Shelf(Shelf::Folder(id), _) => format!("/messages?dossier={id}"),
            Self::Drafts => "/messages?boite=brouillons".to_owned(),
            Self::Class => "/messages?boite=classe".to_owned(),
        }
    }
}
