//! `/demandes/types`: the kinds of requests a commune takes.

use super::{Office, at};
use crate::{
    W,
    procedure::{self, Procedure},
};
use askama::Template;
use serde::Deserialize;
use web::{
    Answer, Query, SignedIn,
    component::{LinkButton, Status, StatusKind, Tabs},
};

/// Where the page is.
pub(super) const PATH: &str = "/demandes/types";

#[derive(Template)]
#[template(path = "procedures.html")]
struct ProceduresPage {
    place: String,
    tabs: Option<Tabs>,
    rows: Vec<RowPart>,
    add: LinkButton,
}

struct RowPart {
    label: String,
    href: String,
    status: Status,
    about: String,
}

/// Which commune.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Wanted {
    #[serde(default)]
    pub(super) commune: String,
}

/// `GET /demandes/types`
pub(crate) async fn show(mut visit: SignedIn, Query(wanted): Query<Wanted>) -> Answer {
    let mut tx = visit.read().await?;
    let office = Office::open(&mut tx, &visit.viewer, &wanted.commune, PATH).await?;
    let procedures = procedure::of_scope(&mut tx, &office.scope).await?;
    drop(tx);
    let page = ProceduresPage {
        rows: procedures.iter().map(|it| RowPart::of(it, &office.scope)).collect(),
        add: LinkButton::primary(W.add_kind(), at("/demandes/types/nouveau", &office.scope)).icon("ajouter"),
        place: office.name,
        tabs: office.tabs,
    };
    visit.page(W.kinds(), &page)
}

/// Where a kind of a scope is changed.
fn address(slug: &str, scope: &str) -> String {
    at(&format!("{PATH}/{slug}"), scope)
}

impl RowPart {
    fn of(procedure: &Procedure, scope: &str) -> Self {
        let (kind, word) = match procedure.active {
            true => (StatusKind::Published, W.kind_open()),
            false => (StatusKind::Archived, W.kind_closed()),
        };
        let mut about = vec![W.delay(procedure.delay_days)];
        if !procedure.service.is_empty() {
            about.push(W.handled_by(&procedure.service));
        }
        about.extend(procedure.email.clone());
        Self {
            label: procedure.label.clone(),
            href: address(&procedure.slug, scope),
            status: Status::new(kind, word),
            about: about.join(" · "),
        }
    }
}
