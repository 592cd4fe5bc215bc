//! Before the door of badges: the code of the card is read after the `#` by an island, or typed.

use super::{Typed, come_in, end_session};
use crate::{
    W, alert,
    badge::{self, Shown},
    device,
    entry::{self, Way},
};
use askama::Template;
use commons::audit::{self, Action};
use db::{Error, Problems, Tx};
use school::{Door, session::Stay};
use web::{
    Answer, Form, Paced, Skin, Visit, WALL,
    component::{Button, ErrorSummary, Field, LinkButton, ReadAloud},
    summary,
};

#[derive(Template)]
#[template(path = "badge.html")]
struct BadgePage {
    summary: Option<ErrorSummary>,
    code: Field,
    button: Button,
    listen: ReadAloud,
    /// The wall, on a device of a class.
    wall: Option<LinkButton>,
}

impl BadgePage {
    fn new(visit: &Visit, problems: &Problems) -> Self {
        let wall = || LinkButton::secondary(W.to_the_wall(), WALL).icon("gauche");
        Self {
            listen: ReadAloud::new(INSTRUCTION),
            wall: visit.device().map(|_| wall()),
            summary: summary(problems),
            code: Field::text("code", W.badge_code())
                .hint(W.badge_code_hint())
                .autocomplete("off")
                .maxlength(20)
                .spellcheck_off()
                .error(problems.of("code")),
            button: Button::primary(W.enter()).icon("entrer"),
        }
    }
}

/// What is read aloud.
const INSTRUCTION: &str = "consigne";

/// The page of the door.
pub(crate) async fn show(mut visit: Visit) -> Answer {
    visit.set_skin(Skin::Pupil);
    let page = BadgePage::new(&visit, &Problems::default());
    visit.page(W.badge(), &page)
}

/// Tries a badge.
pub(crate) async fn enter(_: Paced, mut visit: Visit, Form(form): Form<Typed>) -> Answer {
    let house = visit.site.house.clone();
    let token = visit.device().map(str::to_owned);
    let mut tx = visit.write().await?;
    let device = device::confirmed(&mut tx, token.as_deref()).await?;
    let shown = badge::shown(&mut tx, &house, &form.jeton, &form.code, device.as_ref()).await?;
    let Some(pupil) = shown.as_ref().filter(|it| it.counts).map(|it| it.pupil.clone()) else {
        note_refusal(&mut tx, shown.as_ref(), device.as_ref()).await?;
        tx.commit().await?;
        return refused(visit);
    };
    drop(tx);
    end_session(&mut visit).await?;
    let name = device.as_ref().map_or(W.badge(), |it| it.name.as_str()).to_owned();
    let way = Way { door: Door::Badge, stay: Stay::Wall, device: device.as_ref(), name: &name };
    let mut tx = visit.write().await?;
    match entry::let_in(&mut tx, &pupil, &way).await {
        Ok(token) => {
            tx.commit().await?;
            Ok(come_in(&token, Stay::Wall, "/"))
        }
        Err(Error::Forbidden) => refused(visit),
        Err(other) => Err(other.into()),
    }
}

/// A badge that is none, one that is void and one that does not count here read the same words.
fn refused(mut visit: Visit) -> Answer {
    visit.set_skin(Skin::Pupil);
    let page = BadgePage::new(&visit, &Problems::one("code", W.badge_refused()));
    visit.again(W.badge(), &page)
}

async fn note_refusal(tx: &mut Tx, shown: Option<&Shown>, device: Option<&device::Device>) -> db::Result<()> {
    let owner = shown.map(|it| it.pupil.id);
    let class = shown.and_then(|it| it.class).or_else(|| device.map(|it| (it.circle_id, it.school_id)));
    match class {
        Some((circle, school)) => alert::note(tx, circle, school, owner, Door::Badge).await,
        None => audit::write(tx, None, Action::SignInRefused, None, Some(Door::Badge.as_str())).await,
    }
}
