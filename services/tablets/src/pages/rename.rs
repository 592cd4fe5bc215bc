//! The name of a device of the class, changed.

use crate::{
    W,
    class::Class,
    device::{self, Device, DeviceId},
};
use askama::Template;
use db::Problems;
use school::CircleId;
use serde::Deserialize;
use web::{
    Answer, Form, Path, SignedIn,
    component::{Button, ErrorSummary, Field, LinkButton},
    summary,
};

const NAME: &str = "nom";

/// What the form sends.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Renaming {
    nom: String,
}

#[derive(Template)]
#[template(path = "rename.html")]
struct RenamePage {
    summary: Option<ErrorSummary>,
    action: String,
    name: Field,
    button: Button,
    back: LinkButton,
}

impl RenamePage {
    fn new(class: &Class, device: &Device, typed: &str, problems: &Problems) -> Self {
        Self {
            summary: summary(problems),
            action: class.path(&format!("/tablettes/{}/nom", device.id)),
            name: Field::text(NAME, W.device_name())
                .value(typed)
                .maxlength(device::LONGEST_NAME)
                .required()
                .error(problems.of(NAME)),
            button: Button::primary(W.device_keep_name()),
            back: LinkButton::secondary(W.back_to_tablets(), class.path("/tablettes")).icon("gauche"),
        }
    }
}

/// The page to change it.
pub(crate) async fn show(mut visit: SignedIn, Path((id, device)): Path<(CircleId, DeviceId)>) -> Answer {
    let viewer = visit.viewer.clone();
    let mut tx = visit.read().await?;
    let class = Class::load(&mut tx, &viewer, id).await?;
    let device = device::load(&mut tx, &class, device).await?;
    drop(tx);
    let page = RenamePage::new(&class, &device, &device.name, &Problems::default());
    visit.page(W.device_rename(), &page)
}

/// Changes it.
pub(crate) async fn save(
    mut visit: SignedIn,
    Path((id, device)): Path<(CircleId, DeviceId)>,
    Form(form): Form<Renaming>,
) -> Answer {
    let viewer = visit.viewer.clone();
    let mut tx = visit.write().await?;
    let class = Class::load(&mut tx, &viewer, id).await?;
    let device = device::load(&mut tx, &class, device).await?;
    if form.nom.trim().is_empty() {
        drop(tx);
        let problems = Problems::one(NAME, W.device_name_missing());
        return visit.again(W.device_rename(), &RenamePage::new(&class, &device, &form.nom, &problems));
    }
    device::rename(&mut tx, &device, &form.nom).await?;
    tx.commit().await?;
    Ok(visit.done(&class.path("/tablettes"), W.device_renamed()))
}
