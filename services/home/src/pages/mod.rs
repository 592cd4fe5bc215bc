//! The pages of « Aujourd’hui ».

mod card;
pub(crate) mod child;
pub(crate) mod document;
mod head;
mod notice;
mod office;
mod parent;
mod pupil;
mod task;
mod teacher;
pub(crate) mod today;

use crate::{W, news::News};
use commons::share;
use school::{PersonKind, Viewer};
use web::{
    SignedIn,
    component::{Avatar, LinkButton, Size},
};

/// Where the code of a class is typed by a substitute.
const SUBSTITUTE: &str = "/remplacement";

/// Notes that the viewer looked, when there was something new to see: a quiet page view writes nothing.
async fn note_look(visit: &mut SignedIn, news: &News) {
    if news.unseen_count() == 0 {
        return;
    }
    let account = visit.viewer.account;
    web::note(async {
        let mut tx = visit.write().await?;
        share::mark_seen(&mut tx, account.into()).await?;
        tx.commit().await
    })
    .await;
}

/// What stands under the last card: older ones are in the journal, for whom it is there.
fn end_of(visit: &SignedIn) -> &'static str {
    let viewer = &visit.viewer;
    let has_journal = || {
        let mut services = visit.site.open_to(viewer);
        services.any(|service| (service.places)(&service.within(viewer)).iter().any(|place| place.href == "/journal"))
    };
    if has_journal() { W.end_of_news() } else { W.end_without_journal() }
}

/// The children of somebody, each leading to what concerns them: for those who are parents beside their work.
fn children_links(viewer: &Viewer) -> Vec<Avatar> {
    let children = viewer.children().into_iter();
    let avatar = |child: school::Child| {
        let href = format!("/enfants/{}", child.id);
        Avatar::new(child.first_name, &child.id.to_string()).size(Size::Large).link(href)
    };
    children.map(avatar).collect()
}

/// Where the code of a class is typed, for whoever of the team teaches in no class: a substitute may have been given one.
fn replacement_link(viewer: &Viewer) -> Option<LinkButton> {
    let employed = viewer.people.iter().any(|me| me.kind == PersonKind::Staff);
    let is_free = employed && viewer.taught().next().is_none();
    is_free.then(|| LinkButton::secondary(W.have_replacement_code(), SUBSTITUTE).icon("cle"))
}
