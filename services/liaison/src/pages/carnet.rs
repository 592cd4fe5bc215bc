//! The list of mots: what awaits the family first, then what was received; for the people of the school, what they sent and
//! how far answers are.

use super::carnet_rows::{FamilyPart, Row, Rows, SchoolPart};
use crate::{W, class, listing};
use askama::Template;
use db::{Result, Tx};
use school::{CircleId, Viewer};
use serde::Deserialize;
use web::{
    Answer, Query, SignedIn,
    component::{EmptyState, Icon},
    dates,
};

#[derive(Template)]
#[template(path = "carnet.html")]
struct CarnetPage {
    family: Option<FamilyPart>,
    school: Option<SchoolPart>,
    /// What a pupil may see.
    shown: Rows,
    empty: Option<EmptyState>,
}

/// Which class is looked at.
#[derive(Deserialize)]
pub(crate) struct Wanted {
    classe: Option<CircleId>,
}

pub(crate) async fn show(mut visit: SignedIn, Query(wanted): Query<Wanted>) -> Answer {
    let mut tx = visit.read().await?;
    let mut page = CarnetPage::build(&mut tx, &visit.viewer, wanted.classe).await?;
    if page.empty.is_some() {
        let left = web::empty_by_departure(&mut tx, visit.site.services, &visit.viewer).await?;
        page.empty = left.or(page.empty);
    }
    drop(tx);
    visit.page(W.liaison(), &page)
}

impl CarnetPage {
    async fn build(tx: &mut Tx, viewer: &Viewer, wanted: Option<CircleId>) -> Result<Self> {
        let has_children = !viewer.children().is_empty();
        let family = if has_children { Some(FamilyPart::build(tx, viewer).await?) } else { None };
        let circles = class::of(tx, viewer).await?;
        let school = match circles.is_empty() {
            true => None,
            false => Some(SchoolPart::build(tx, viewer, &circles, wanted).await?),
        };
        let shown = if class::sees_as_pupil(viewer) { shown(tx, viewer).await? } else { Rows::default() };
        let nothing = shown.is_empty() && school.is_none() && family.as_ref().is_none_or(FamilyPart::is_empty);
        let sentence = if super::is_pupil(viewer) { W.nothing_for_pupil() } else { W.nothing_for_family() };
        let empty = nothing.then(|| EmptyState::new("messages", sentence, None));
        Ok(Self { family, school, shown, empty })
    }
}

async fn shown(tx: &mut Tx, viewer: &Viewer) -> Result<Rows> {
    let now = tx.now();
    let mots = listing::shown(tx, viewer).await?;
    let row = |mot: listing::Shown| Row {
        icon: Icon::new(mot.theme.icon()),
        href: crate::mot::KIND.path(mot.id),
        title: mot.title,
        about: dates::past(mot.delivered_at, now),
        mark: None,
    };
    Ok(Rows { rows: mots.into_iter().map(row).collect() })
}
