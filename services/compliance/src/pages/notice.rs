//! « Protection des données »: the notice for adults, the one for children who read, the one for those who do not yet.

use crate::{
    W,
    notice::{self, Notice},
    schedule::without_term,
};
use askama::Template;
use axum::response::Response;
use db::Error;
use serde::Deserialize;
use web::{
    Answer, Query, Visit,
    component::{Icon, LinkButton, ReadAloud},
    is_pupil, paper,
};

#[derive(Template)]
#[template(path = "notice.html")]
struct AdultPage {
    notice: Notice,
    kinds: [&'static str; 5],
    readers: [&'static str; 6],
    rights: [&'static str; 6],
    without: [&'static str; 6],
    print: LinkButton,
}

#[derive(Template)]
#[template(path = "notice_child.html")]
struct ChildPage {
    aloud: ReadAloud,
    parts: [(&'static str, Vec<&'static str>); 5],
}

#[derive(Template)]
#[template(path = "notice_little.html")]
struct LittlePage {
    aloud: ReadAloud,
    tiles: [(Icon, &'static str); 6],
}

/// Which form of the notice is asked for.
#[derive(Default, Deserialize)]
pub(crate) struct Asked {
    /// Written by the link of the page for children: a pupil too may read what adults read.
    #[serde(default)]
    adultes: String,
}

/// `GET /protection-des-donnees`: a pupil opens the one for children.
pub(crate) async fn adults(mut visit: Visit, Query(asked): Query<Asked>) -> Answer {
    if asked.adultes.is_empty() && visit.viewer.as_ref().is_some_and(is_pupil) {
        return children(visit).await;
    }
    let house = visit.site.house.clone();
    let mut tx = visit.read().await?;
    let notice = Notice::load(&mut tx, &house).await?;
    drop(tx);
    let page = AdultPage {
        notice,
        kinds: notice::kinds(),
        readers: notice::readers(),
        rights: notice::rights(),
        without: without_term(),
        print: LinkButton::secondary(W.data_print(), "/protection-des-donnees.pdf").icon("imprimer"),
    };
    visit.page(W.data_title(), &page)
}

/// `GET /protection-des-donnees.pdf`
pub(crate) async fn print(mut visit: Visit) -> Answer {
    let house = visit.site.house.clone();
    let mut tx = visit.read().await?;
    let notice = Notice::load(&mut tx, &house).await?;
    drop(tx);
    let bytes = pdf::document(&notice::document(&notice, &house.address)).map_err(Error::fault)?;
    let made: Response = paper::made(bytes, "application/pdf", W.data_file());
    Ok(made)
}

/// `GET /protection-des-donnees/enfants`
pub(crate) async fn children(visit: Visit) -> Answer {
    let page = ChildPage {
        aloud: ReadAloud::new("a-lire"),
        parts: [
            (W.child_what(), vec![W.child_what_kept(), W.child_what_made()]),
            (W.child_who(), vec![W.child_who_sees(), W.child_who_private(), W.child_who_never()]),
            (W.child_why(), vec![W.child_why_text(), W.child_why_never()]),
            (W.child_rights(), vec![W.child_rights_see(), W.child_rights_change()]),
            (W.child_help(), vec![W.child_help_adult(), W.child_help_number()]),
        ],
    };
    visit.page(W.child_title(), &page)
}

/// `GET /protection-des-donnees/petits`
pub(crate) async fn little(visit: Visit) -> Answer {
    let page = LittlePage {
        aloud: ReadAloud::new("a-lire"),
        tiles: [
            (Icon::new("personne"), W.little_name()),
            (Icon::new("photo"), W.little_photo()),
            (Icon::new("famille"), W.little_family()),
            (Icon::new("classe"), W.little_class()),
            (Icon::new("cadenas"), W.little_secret()),
            (Icon::new("oreille"), W.little_talk()),
        ],
    };
    visit.page(W.little_title(), &page)
}
