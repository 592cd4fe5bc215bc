//! `GET /formations`: the sessions for the viewer, and those the viewer organises.

use crate::{
    W,
    training::{self, PATH, Session, SessionState, listing, paper},
};
use askama::Template;
use school::viewer::or_not_found;
use serde::Deserialize;
use web::{
    Answer, Query, SignedIn,
    component::{EmptyState, LinkButton, Tab, Tabs},
};

#[derive(Template)]
#[template(path = "trainings.html")]
struct TrainingsPage {
    plan: Option<LinkButton>,
    tabs: Tabs,
    rows: Vec<Row>,
    empty: EmptyState,
}

struct Row {
    title: String,
    href: String,
    about: String,
}

/// Which sessions.
#[derive(Deserialize)]
pub(crate) struct Wanted {
    #[serde(default)]
    vue: String,
}

/// `GET /formations`
pub(crate) async fn show(mut visit: SignedIn, Query(wanted): Query<Wanted>) -> Answer {
    let organises = training::organises(&visit.viewer);
    or_not_found(organises || training::attends(&visit.viewer))?;
    let past = wanted.vue == "passees";
    let mut tx = visit.read().await?;
    let sessions = listing::of(&mut tx, &visit.viewer, past).await?;
    drop(tx);
    let page = TrainingsPage {
        plan: organises.then(|| LinkButton::primary(W.plan(), format!("{PATH}/nouvelle")).icon("ajouter")),
        tabs: Tabs::new(
            W.trainings(),
            vec![
                Tab::new(W.trainings_to_come(), PATH, !past),
                Tab::new(W.trainings_past(), format!("{PATH}?vue=passees"), past),
            ],
        ),
        rows: sessions.iter().map(row).collect(),
        empty: EmptyState::new("documents", W.trainings_none(), None),
    };
    visit.page(W.trainings(), &page)
}

fn row(session: &Session) -> Row {
    let places = match session.state {
        SessionState::Cancelled => W.training_cancelled().to_owned(),
        SessionState::Planned => W.places_left(session.capacity - session.taken),
    };
    let about = [paper::when(session), paper::place(session), session.scope_label.clone(), places];
    Row { title: session.title.clone(), href: session.path(), about: about.join(" · ") }
}
