//! The charter: read by anybody, accepted by whoever comes in.

use crate::{
    W,
    charter::{self, Charter},
    owner::voice,
};
use askama::Template;
use axum::response::{IntoResponse, Redirect};
use school::{Viewer, charter::Audience};
use web::{Answer, Visit, component::Button};

#[derive(Template)]
#[template(path = "charter.html")]
struct CharterPage {
    lead: String,
    /// The reader's own first.
    charters: Vec<Charter>,
    accept: Option<Accept>,
}

struct Accept {
    sentence: String,
    button: Button,
}

impl CharterPage {
    fn new(viewer: Option<&Viewer>, accepted: bool) -> Self {
        let own = viewer.map(Audience::of_viewer);
        let who = viewer.map_or("vous", |viewer| voice(viewer.profile()));
        let mut audiences = Audience::ALL.to_vec();
        audiences.sort_by_key(|audience| Some(*audience) != own);
        let must_accept = viewer.is_some() && !accepted;
        if must_accept {
            audiences.truncate(1);
        }
        Self {
            lead: W.charter_lead(who),
            charters: audiences.into_iter().map(Charter::of).collect(),
            accept: must_accept
                .then(|| Accept { sentence: W.charter_first(who), button: Button::primary(W.charter_accept(who)) }),
        }
    }
}

/// The page of the charter.
pub(crate) async fn show(visit: Visit) -> Answer {
    let page = CharterPage::new(visit.viewer.as_ref(), visit.accepted_charter());
    visit.page(W.charter(), &page)
}

/// Accepts it.
pub(crate) async fn accept(mut visit: Visit) -> Answer {
    let Some(viewer) = visit.viewer.clone() else {
        return Ok(Redirect::to("/connexion").into_response());
    };
    let mut tx = visit.write().await?;
    charter::accept(&mut tx, viewer.account, Audience::of_viewer(&viewer)).await?;
    tx.commit().await?;
    Ok(visit.done("/", &W.charter_accepted(voice(viewer.profile()))))
}
