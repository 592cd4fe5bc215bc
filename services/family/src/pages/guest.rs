//! `/invitations/{invitation}/{token}`: the page of the letter that invites somebody to read with a family.

use crate::{
    W,
    invitation::InvitationId,
    invitation_link::{self, Access, Invitation, NewAccess, may_accept},
};
use askama::Template;
use commons::House;
use db::{Error, Result, Tx};
use school::{Viewer, person};
use serde::Deserialize;
use web::{
    Answer, Form, Paced, Path, Visit,
    component::{Button, Hidden, LinkButton},
};

const WITH: &str = "avec";
const MINE: &str = "compte";
const NEW: &str = "nouveau";

#[derive(Template)]
#[template(path = "guest.html")]
struct GuestPage {
    logo: &'static str,
    hello: String,
    lead: String,
    action: String,
    /// To accept with the account of who is signed in.
    mine: Option<Button>,
    new: Button,
    sign_in: Option<LinkButton>,
}

impl GuestPage {
    fn new(invitation: &Invitation, viewer: Option<&Viewer>, comes_back: bool, action: String) -> Self {
        let by = person::full(&invitation.by_first_name, &invitation.by_last_name);
        let mine = viewer.filter(|viewer| may_accept(viewer)).map(|viewer| {
            Button::primary(W.guest_with_mine(web::of_name(viewer.name()))).name_value(WITH, MINE).icon("entrer")
        });
        let words = if comes_back { W.guest_back() } else { W.guest_new() };
        let new = if mine.is_some() { Button::secondary(words) } else { Button::primary(words) };
        Self {
            logo: web::assets::url("logo.svg"),
            hello: W.guest_hello(&invitation.first_name),
            lead: W.guest_lead(by, web::of_name(&invitation.child_first_name)),
            sign_in: viewer
                .is_none()
                .then(|| LinkButton::secondary(W.guest_sign_in(), format!("/connexion?suite={action}"))),
            new: new.name_value(WITH, NEW),
            mine,
            action,
        }
    }
}

/// The login of a new account, and the form that leads to its first password.
#[derive(Template)]
#[template(path = "guest_access.html")]
struct AccessPage {
    login: String,
    sent: [Hidden; 2],
    next: Button,
}

impl AccessPage {
    fn new(access: NewAccess) -> Self {
        Self {
            login: W.guest_login(&access.login),
            sent: [Hidden::new("identifiant", access.login), Hidden::new("code", access.code)],
            next: Button::primary(W.guest_choose_password()).icon("cle"),
        }
    }
}

/// The way of a link.
type Link = (InvitationId, String);

/// `GET /invitations/{invitation}/{token}`
pub(crate) async fn show(mut visit: Visit, Path((id, token)): Path<Link>) -> Answer {
    let house = visit.site.house.clone();
    let mut tx = visit.read().await?;
    let found = found(&mut tx, &house, id, &token).await;
    drop(tx);
    match found {
        Ok((invitation, comes_back)) => {
            let action = invitation_link::path(&house, id);
            let page = GuestPage::new(&invitation, visit.viewer.as_ref(), comes_back, action);
            visit.page(W.guest_title(), &page)
        }
        Err(Error::NotFound) => Ok(visit.not_done("/connexion", W.guest_late())),
        Err(other) => Err(other.into()),
    }
}

/// An invitation, and whether an earlier one opened an account for whom it invites.
async fn found(tx: &mut Tx, house: &House, id: InvitationId, token: &str) -> Result<(Invitation, bool)> {
    let invitation = invitation_link::by_link(tx, house, id, token).await?;
    let comes_back = invitation.former(tx).await?.is_some_and(|it| it.active);
    Ok((invitation, comes_back))
}

/// How the invitation is accepted.
#[derive(Deserialize)]
pub(crate) struct Accepted {
    #[serde(default)]
    avec: String,
}

/// `POST /invitations/{invitation}/{token}`
pub(crate) async fn accept(
    _: Paced,
    mut visit: Visit,
    Path((id, token)): Path<Link>,
    Form(form): Form<Accepted>,
) -> Answer {
    match settle(&mut visit, id, &token, form.avec == MINE).await {
        Ok(Some(Access::New(access))) => visit.page(W.guest_ready(), &AccessPage::new(access)),
        Ok(Some(Access::Back(login))) => Ok(visit.done("/connexion", &W.guest_back_done(login))),
        Ok(None) => Ok(visit.done("/", W.guest_accepted())),
        Err(Error::NotFound | Error::Conflict) => Ok(visit.not_done("/connexion", W.guest_late())),
        Err(Error::Forbidden) => Ok(visit.not_done("/", W.guest_responsible())),
        Err(other) => Err(other.into()),
    }
}

/// Accepts; answers with what opens the account, to who is not signed in with it.
async fn settle(visit: &mut Visit, id: InvitationId, token: &str, mine: bool) -> Result<Option<Access>> {
    let (house, viewer) = (visit.site.house.clone(), visit.viewer.clone());
    let mut tx = visit.write().await?;
    let invitation = invitation_link::by_link(&mut tx, &house, id, token).await?;
    let access = match (mine, viewer) {
        (true, Some(viewer)) => {
            invitation.accept(&mut tx, &viewer).await?;
            None
        }
        // Signed out meanwhile: no other account is made for that.
        (true, None) => return Err(Error::Forbidden),
        (false, _) => Some(invitation.accept_anew(&mut tx, &house).await?),
    };
    tx.commit().await?;
    Ok(access)
}
