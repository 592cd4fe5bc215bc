//! What the pupils of a class may do with messages, for its teachers and the head.

use crate::{
    W,
    class_setting::{self, ClassSetting},
};
use askama::Template;
use school::CircleId;
use serde::Deserialize;
use web::{
    Answer, Form, Path, SignedIn,
    component::{Button, Checkbox},
};

#[derive(Template)]
#[template(path = "class.html")]
struct ClassPage {
    class: String,
    address: String,
    write: Checkbox,
    among: Checkbox,
    save: Button,
}

/// What is ticked.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Ticked {
    write: Option<String>,
    among: Option<String>,
}

pub(crate) async fn show(mut visit: SignedIn, Path(circle): Path<CircleId>) -> Answer {
    let mut tx = visit.read().await?;
    let class = class_setting::load(&mut tx, &visit.viewer, circle).await?;
    let set = class_setting::of(&mut tx, class.id, class.school_id).await?;
    drop(tx);
    let page = ClassPage {
        address: format!("/classes/{}/messages", class.id),
        class: class.name,
        write: Checkbox::new("write", W.pupils_write()).checked(set.pupils_write).hint(W.pupils_write_hint()),
        among: Checkbox::new("among", W.pupils_among()).checked(set.pupils_to_pupils).hint(W.pupils_among_hint()),
        save: Button::primary(W.save_settings()),
    };
    visit.page(W.pupils_messages(), &page)
}

pub(crate) async fn save(mut visit: SignedIn, Path(circle): Path<CircleId>, Form(ticked): Form<Ticked>) -> Answer {
    let mut tx = visit.write().await?;
    let class = class_setting::load(&mut tx, &visit.viewer, circle).await?;
    let set = ClassSetting { pupils_write: ticked.write.is_some(), pupils_to_pupils: ticked.among.is_some() };
    class_setting::set(&mut tx, &visit.viewer, &class, set).await?;
    tx.commit().await?;
    Ok(visit.done(&format!("/classes/{circle}/messages"), W.settings_saved()))
}
