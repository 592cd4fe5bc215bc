//! `/foyer/fiches/{person}`: « C’est bien vous ? », about an entry of the same name. It shows nothing of that entry.

use super::{HOUSEHOLD, JOINING};
use crate::{
    W,
    double::{self, Double},
    household,
};
use askama::Template;
use db::{Error, Tx};
use school::{PersonId, Viewer, account::Account};
use serde::Deserialize;
use web::{
    Answer, Form, Path, SignedIn,
    component::{Button, LinkButton, Notice},
};

const ANSWER: &str = "reponse";
const ME: &str = "moi";
const ANOTHER: &str = "autre";

#[derive(Template)]
#[template(path = "double.html")]
struct DoublePage {
    lead: String,
    action: String,
    /// Where the confirmed address is proof enough.
    proved: Option<(Notice, Button)>,
    code: LinkButton,
    another: Button,
}

impl DoublePage {
    async fn build(tx: &mut Tx, viewer: &Viewer, double: &Double) -> db::Result<Self> {
        let mine = Account::load(tx, viewer.account).await?;
        let is_proved = double.is_proved(&mine, tx.now());
        Ok(Self {
            lead: W.double_lead(web::of_name(viewer.name())),
            action: format!("{HOUSEHOLD}/fiches/{}", double.other_id),
            proved: is_proved.then(|| {
                let button = Button::primary(W.double_me()).name_value(ANSWER, ME).icon("lien");
                (Notice::info(W.double_proved()), button)
            }),
            code: LinkButton::secondary(W.double_code(), JOINING).icon("cle"),
            another: Button::secondary(W.double_another()).name_value(ANSWER, ANOTHER),
        })
    }
}

/// `GET /foyer/fiches/{person}`
pub(crate) async fn show(mut visit: SignedIn, Path(other): Path<PersonId>) -> Answer {
    household::require(&visit.viewer)?;
    let mut tx = visit.read().await?;
    let double = double::load(&mut tx, &visit.viewer, other).await?;
    let page = DoublePage::build(&mut tx, &visit.viewer, &double).await?;
    drop(tx);
    visit.page(W.double_title(), &page)
}

/// What the viewer answers.
#[derive(Deserialize)]
pub(crate) struct Answered {
    #[serde(default)]
    reponse: String,
}

/// `POST /foyer/fiches/{person}`
pub(crate) async fn answer(mut visit: SignedIn, Path(other): Path<PersonId>, Form(form): Form<Answered>) -> Answer {
    household::require(&visit.viewer)?;
    let mut tx = visit.write().await?;
    let double = double::load(&mut tx, &visit.viewer, other).await?;
    match form.reponse.as_str() {
        ME => double.join(&mut tx, &visit.viewer).await?,
        ANOTHER => double::settle(&mut tx, &visit.viewer, &double).await?,
        _ => return Err(Error::invalid(ANSWER, W.double_lead(web::of_name(visit.viewer.name()))).into()),
    }
    tx.commit().await?;
    let said = if form.reponse == ME { W.double_joined() } else { W.double_settled() };
    Ok(visit.done(HOUSEHOLD, said))
}
