//! What can be done to a post from its page: links to pages that ask, and buttons that do.

use super::reason::{self, WITHDRAWAL};
use crate::{W, post::Post, post::State, report};
use db::Moment;
use school::Viewer;
use web::component::{Button, Dialog, LinkButton};

/// A button that changes something.
#[derive(Debug)]
pub(crate) struct Action {
    /// Where its form is sent.
    pub(crate) address: String,
    /// The button.
    pub(crate) button: Button,
}

/// All that can be done from a page.
#[derive(Debug, Default)]
pub(crate) struct Actions {
    /// Links, the main one first.
    pub(crate) links: Vec<LinkButton>,
    /// Buttons.
    pub(crate) buttons: Vec<Action>,
    /// What one of the links opens over the page.
    pub(crate) dialog: Option<Dialog>,
}

impl Actions {
    /// What this viewer can do to a post now.
    pub(crate) fn of(viewer: &Viewer, post: &Post, now: Moment) -> Self {
        let mut actions = Self::default();
        if post.is_managed() {
            actions.lead(post);
        } else if post.may_be_edited() {
            actions.push(post, "relecture", Button::primary(W.submit()).icon("a-envoyer"));
        }
        if post.may_be_edited() {
            let address = format!("{}/modifier", post.path());
            actions.links.push(LinkButton::secondary(W.edit(), address).icon("crayon"));
        }
        if post.is_managed() {
            actions.take_back(viewer, post, now);
        }
        actions
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.links.is_empty() && self.buttons.is_empty()
    }

    /// Towards publication.
    fn lead(&mut self, post: &Post) {
        if !post.may_be_published() {
            return;
        }
        let address = format!("{}/publication", post.path());
        self.links.push(LinkButton::primary(W.publish(), address).icon("journal"));
        if post.state == State::Review {
            let address = format!("{}/retour", post.path());
            self.links.push(LinkButton::secondary(W.give_back(), address).icon("message"));
        }
    }

    /// Away from its readers, and back to them.
    fn take_back(&mut self, viewer: &Viewer, post: &Post, now: Moment) {
        if post.is_scheduled(now) {
            self.push(post, "annulation", Button::secondary(W.cancel()).icon("annuler"));
        }
        if post.is_delivered(now) {
            self.push(post, "archive", Button::secondary(W.archive()).icon("archive"));
            let address = format!("{}/retrait", post.path());
            self.links.push(LinkButton::danger(W.withdraw(), address).icon("retire").dialog(WITHDRAWAL));
            self.dialog = Some(reason::withdrawal_dialog(viewer, post));
        }
        if post.may_be_restored(viewer) {
            self.push(post, "remise", Button::secondary(W.restore()).icon("retablir"));
        }
    }

    fn push(&mut self, post: &Post, noun: &str, button: Button) {
        self.buttons.push(Action { address: format!("{}/{noun}", post.path()), button });
    }
}

/// The raised hand: for those who read the post and do not sign it.
pub(crate) fn report_link(viewer: &Viewer, post: &Post) -> Option<LinkButton> {
    let offered = !post.signed && report::may_report(viewer, post);
    offered.then(|| LinkButton::secondary(W.report(), format!("{}/signalement", post.path())).icon("signaler"))
}
