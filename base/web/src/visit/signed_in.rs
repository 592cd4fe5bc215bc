//! A request of somebody who is wholly in.

use super::{HOME_CODE, Visit, WALL, note};
use crate::{Answer, Fact, Failure, Service, Site, W, component::LinkButton, live};
use askama::Template;
use axum::{
    extract::{FromRequestParts, MatchedPath},
    http::{Method, request::Parts, uri::PathAndQuery},
    response::{IntoResponse, Redirect, Response},
};
use commons::access::{self, Topic};
use db::{Result, Tx};
use school::{CircleId, PersonId, SchoolId, Viewer};
use std::{
    borrow::Cow,
    ops::{Deref, DerefMut},
    pin::Pin,
};

/// A request of somebody signed in who accepted the charter. Others are sent to sign in, or to read it.
#[derive(Debug)]
pub struct SignedIn {
    visit: Visit,
    /// Who it is, without the seats of the schools that closed the service of this page to them. What is around the page is for
    /// the whole viewer, which the visit holds.
    pub viewer: Viewer,
}

impl Deref for SignedIn {
    type Target = Visit;
    fn deref(&self) -> &Visit {
        &self.visit
    }
}

impl DerefMut for SignedIn {
    fn deref_mut(&mut self) -> &mut Visit {
        &mut self.visit
    }
}

impl SignedIn {
    /// The pages other services have about a school.
    pub fn links_of_school(&self, school: SchoolId) -> Vec<LinkButton> {
        self.links(|service, viewer| (service.links_of_school)(viewer, school))
    }

    /// The pages other services have about a class.
    pub fn links_of_class(&self, class: CircleId, school: SchoolId) -> Vec<LinkButton> {
        self.links(|service, viewer| (service.links_of_class)(viewer, class, school))
    }

    /// The pages other services have about a group in force.
    pub fn links_of_group(&self, group: CircleId, school: SchoolId) -> Vec<LinkButton> {
        self.links(|service, viewer| (service.links_of_group)(viewer, group, school))
    }

    /// The pages other services have about a challenge in force.
    pub fn links_of_challenge(&self, challenge: CircleId) -> Vec<LinkButton> {
        self.links(|service, viewer| (service.links_of_challenge)(viewer, challenge))
    }

    /// The pages other services have about a child.
    pub fn links_of_child(&self, child: PersonId) -> Vec<LinkButton> {
        self.links(|service, viewer| (service.links_of_child)(viewer, child))
    }

    fn links(&self, of: impl Fn(&Service, &Viewer) -> Vec<LinkButton>) -> Vec<LinkButton> {
        self.open_services().into_iter().flat_map(|(service, viewer)| of(service, &viewer)).collect()
    }

    /// The services open to the viewer, each with the viewer as it knows them.
    fn open_services(&self) -> Vec<(&'static Service, Cow<'_, Viewer>)> {
        let whole = self.whole();
        self.visit.site.open_to(whole).map(|service| (service, service.within(whole))).collect()
    }

    /// The viewer with the seats that give nothing in the service of this page.
    fn whole(&self) -> &Viewer {
        self.visit.viewer.as_ref().unwrap_or(&self.viewer)
    }

    /// What other services say of some people on the page of a class.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn facts_in_class(&self, tx: &mut Tx, class: CircleId, people: &[PersonId]) -> Result<Vec<Fact>> {
        let mut facts = Vec::new();
        for (service, viewer) in self.open_services() {
            facts.extend((service.facts_in_class)(tx, &viewer, class, people).await?);
        }
        Ok(facts)
    }

    /// What other services say of some people on their cards.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn facts_on_cards(&self, tx: &mut Tx, people: &[PersonId]) -> Result<Vec<Fact>> {
        let mut facts = Vec::new();
        for (service, viewer) in self.open_services() {
            facts.extend((service.facts_on_cards)(tx, &viewer, people).await?);
        }
        Ok(facts)
    }

    /// Notes that the viewer looked at the files of some people. The page does without when it cannot be written. No
    /// transaction of the page may be open.
    pub async fn looked(&mut self, people: Vec<PersonId>, topic: Topic, reason: Option<&str>) {
        if people.is_empty() || self.visit.is_in_advance() {
            return;
        }
        let viewer = self.viewer.clone();
        let visit = &mut self.visit;
        note(async move {
            let mut tx = visit.write().await?;
            access::note(&mut tx, &viewer, people, topic, reason).await?;
            tx.commit().await
        })
        .await;
    }

    /// The page, in its layout. Once shown, it is counted.
    ///
    /// # Errors
    /// A fault of a template.
    pub fn page(&self, title: &str, main: &impl Template) -> Answer {
        let shown = self.visit.page(title, main)?;
        if let Some(counted) = self.visit.counted.filter(|_| !self.visit.in_advance) {
            counted.note(&self.visit.site, self.whole());
        }
        Ok(shown)
    }
}

/// Where whoever administers a territory sets the second factor, before anything else.
pub const SECOND_FACTOR: &str = "/compte/second-facteur";

impl FromRequestParts<Site> for SignedIn {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> std::result::Result<Self, Response> {
        come_in(parts, site).await
    }
}

type ComingIn<'a> = Pin<Box<dyn Future<Output = std::result::Result<SignedIn, Response>> + Send + 'a>>;

/// Compiled here, once, as [`Visit`]'s arrival is.
fn come_in<'a>(parts: &'a mut Parts, site: &'a Site) -> ComingIn<'a> {
    Box::pin(async move {
        // After a form, the page to come back to is the one that had it: its own address answers nothing.
        let back = parts.uri.path_and_query().filter(|_| parts.method == Method::GET);
        let here = back.map_or("/", PathAndQuery::as_str).to_owned();
        let visit = Visit::from_request_parts(parts, site).await.map_err(IntoResponse::into_response)?;
        let Some(whole) = visit.viewer.as_ref() else {
            // A device of a class begins at its wall: a child cannot read the door of adults.
            if here == "/" && visit.device().is_some() {
                return Err(Redirect::to(WALL).into_response());
            }
            // A child the code of the family let in, and lets in no more, types the new one.
            if visit.way_out() == HOME_CODE {
                return Err(Redirect::to(HOME_CODE).into_response());
            }
            let wanted = percent_encoding::utf8_percent_encode(&here, percent_encoding::NON_ALPHANUMERIC);
            let door = format!("/connexion?suite={wanted}");
            // An open page that listens by itself is read by nobody.
            let is_told = visit.session_over && visit.path != live::PATH;
            return Err(if is_told {
                visit.not_done(&door, W.session_over())
            } else {
                Redirect::to(&door).into_response()
            });
        };
        if !visit.accepted_charter() {
            return Err(Redirect::to("/charte").into_response());
        }
        if visit.lacks_second_factor() && visit.path != SECOND_FACTOR {
            return Err(Redirect::to(SECOND_FACTOR).into_response());
        }
        let service = parts.extensions.get::<MatchedPath>().and_then(|path| visit.site.service_of(path.as_str()));
        if let Some(service) = service.filter(|service| !service.admits(whole)) {
            let closed = service.is_closed_to(whole);
            let failure = if closed { Failure::closed() } else { Failure::from(db::Error::NotFound) };
            return Err(failure.into_response());
        }
        let viewer = service.map_or_else(|| whole.clone(), |service| service.within(whole).into_owned());
        Ok(SignedIn { visit, viewer })
    })
}
