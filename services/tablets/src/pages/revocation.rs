//! Devices put out of use: one of them, or all those of the class. Both are asked first.

use crate::{
    W,
    class::Class,
    device::{self, DeviceId},
};
use db::Error;
use school::CircleId;
use web::{
    Answer, AskPage, Path, SignedIn,
    component::{Button, LinkButton},
};

fn back(class: &Class) -> LinkButton {
    LinkButton::secondary(W.back_to_tablets(), class.path("/tablettes")).icon("gauche")
}

/// Asks before a device is put out of use.
pub(crate) async fn ask(mut visit: SignedIn, Path((id, device)): Path<(CircleId, DeviceId)>) -> Answer {
    let mut tx = visit.read().await?;
    let class = Class::load(&mut tx, &visit.viewer, id).await?;
    let device = device::load(&mut tx, &class, device).await?;
    drop(tx);
    let action = class.path(&format!("/tablettes/{}/fin", device.id));
    let button = Button::danger(W.device_revoke());
    let page =
        AskPage::new(W.device_revoke_ask(&device.name), action, button, back(&class)).says(W.device_revoke_cost());
    visit.page(W.device_revoke(), &page)
}

/// Puts a device out of use.
pub(crate) async fn revoke(mut visit: SignedIn, Path((id, device)): Path<(CircleId, DeviceId)>) -> Answer {
    let mut tx = visit.write().await?;
    let class = Class::load(&mut tx, &visit.viewer, id).await?;
    device::revoke(&mut tx, &class, &visit.viewer, device).await?;
    tx.commit().await?;
    Ok(visit.done(&class.path("/tablettes"), W.device_revoked()))
}

/// Asks before every device of the class is put out of use.
pub(crate) async fn ask_all(mut visit: SignedIn, Path(id): Path<CircleId>) -> Answer {
    let mut tx = visit.read().await?;
    let class = Class::load(&mut tx, &visit.viewer, id).await?;
    let devices = device::of(&mut tx, &class).await?;
    drop(tx);
    if devices.is_empty() {
        return Err(Error::NotFound.into());
    }
    let button = Button::danger(W.devices_revoke());
    let page = AskPage::new(W.devices_revoke_ask(), class.path("/tablettes/fin"), button, back(&class))
        .says(W.devices_revoke_cost());
    visit.page(W.devices_revoke(), &page)
}

/// Puts every device of the class out of use.
pub(crate) async fn revoke_all(mut visit: SignedIn, Path(id): Path<CircleId>) -> Answer {
    let mut tx = visit.write().await?;
    let class = Class::load(&mut tx, &visit.viewer, id).await?;
    device::revoke_all(&mut tx, &class, &visit.viewer).await?;
    tx.commit().await?;
    Ok(visit.done(&class.path("/tablettes"), W.devices_revoked()))
}
