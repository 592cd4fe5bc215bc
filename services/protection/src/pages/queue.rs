//! « À valider »: what pupils wrote and nobody read over yet, and what was reported, whatever service it is of.

use super::class_image;
use crate::{W, task::REPORT_KEPT, validates};
use askama::Template;
use commons::{
    event::{self, Event},
    notification,
    report::{self, Outcome, Queued, ReportId},
};
use db::{Error, Moment, Result, Tx};
use school::{
    CircleId, CircleKind, PersonKind, Right, Role, SchoolYear, Seat, Viewer, circle, person, viewer::or_not_found,
};
use web::{
    Answer, Path, Reportable, Review, Service, SignedIn,
    component::{Button, EmptyState, LinkButton},
    dates,
};

/// The event of a report that was looked at from here.
const SETTLED: &str = "report.settled";

#[derive(Template)]
#[template(path = "queue.html")]
struct QueuePage {
    reviews: Vec<ReviewRow>,
    reports: Vec<ReportRow>,
    empty: Option<EmptyState>,
    images: Vec<LinkButton>,
    settings: Vec<LinkButton>,
}

/// Something to read over.
struct ReviewRow {
    title: String,
    href: String,
    about: String,
}

/// Something that was reported.
struct ReportRow {
    title: String,
    href: Option<String>,
    excerpt: String,
    line: String,
    withdraw: Option<LinkButton>,
    address: String,
    settle: Button,
}

/// `GET /a-valider`
pub(crate) async fn show(mut visit: SignedIn) -> Answer {
    or_not_found(validates(&visit.viewer))?;
    let services = visit.site.services;
    let mut tx = visit.read().await?;
    let page = QueuePage::build(&mut tx, services, &visit.viewer).await?;
    drop(tx);
    visit.page(W.to_validate(), &page)
}

/// `POST /a-valider/signalements/{report}/classement`
pub(crate) async fn settle(mut visit: SignedIn, Path(id): Path<ReportId>) -> Answer {
    let mut tx = visit.write().await?;
    let queue = report::queue(&mut tx, &visit.viewer).await?;
    let queued = queue.into_iter().find(|it| it.id == id).ok_or(Error::NotFound)?;
    keep(&mut tx, &visit.viewer, &queued).await?;
    tx.commit().await?;
    Ok(visit.done("/a-valider", W.report_settled()))
}

/// Settles what was reported about a thing without taking it away, and tells those who reported it.
async fn keep(tx: &mut Tx, viewer: &Viewer, queued: &Queued) -> Result<()> {
    let actor = viewer.acting_in(queued.circle_id, queued.school_id)?;
    let reporters = report::settle(tx, viewer, &queued.about(), actor, Outcome::Kept).await?;
    let event = Event {
        school: Some(queued.school_id),
        actor: Some(actor),
        verb: SETTLED,
        thing: Some(queued.thing_id),
        detail: None,
    };
    event::record(tx, event).await?;
    for reporter in reporters.unwrap_or_default() {
        notification::tell(tx, reporter, queued.thing_id, REPORT_KEPT, None).await?;
    }
    Ok(())
}

impl QueuePage {
    async fn build(tx: &mut Tx, services: &[&Service], viewer: &Viewer) -> Result<Self> {
        let now = tx.now();
        let mut waiting: Vec<Review> = Vec::new();
        for service in services {
            waiting.extend((service.to_review)(tx, &service.within(viewer)).await?);
        }
        waiting.sort_by_key(|review| review.since);
        let mut reports = Vec::new();
        for queued in report::queue(tx, viewer).await? {
            let found = find(tx, services, viewer, &queued).await?;
            reports.push(ReportRow::of(viewer, &queued, found, now));
        }
        let nothing = waiting.is_empty() && reports.is_empty();
        Ok(Self {
            reviews: waiting.into_iter().map(|review| ReviewRow::of(review, now)).collect(),
            reports,
            empty: nothing.then(|| EmptyState::new("termine", W.nothing_to_validate(), None)),
            images: image_links(tx, viewer).await?,
            settings: setting_links(viewer),
        })
    }
}

/// The thing reported, when the viewer reads it: what is private stays so.
async fn find(tx: &mut Tx, services: &[&Service], viewer: &Viewer, queued: &Queued) -> Result<Option<Reportable>> {
    for service in services {
        match (service.reportable)(tx, &service.within(viewer), &queued.thing_kind, queued.thing_id).await {
            Ok(None) => {}
            Err(Error::NotFound | Error::Forbidden) => return Ok(None),
            found => return found,
        }
    }
    Ok(None)
}

impl ReviewRow {
    fn of(review: Review, now: Moment) -> Self {
        let about = W.review_about(review.what, review.about, dates::past(review.since, now));
        Self { title: review.title, href: review.href, about }
    }
}

impl ReportRow {
    /// Whoever reported is named to the director of publication only.
    fn of(viewer: &Viewer, queued: &Queued, found: Option<Reportable>, now: Moment) -> Self {
        let when = dates::past(queued.created_at, now);
        let line = match viewer.may_at(Right::Unpublish, queued.school_id) {
            true => W.report_line_named(&queued.reason, reporter(queued), when),
            false => W.report_line(&queued.reason, when),
        };
        let withdrawal = found.as_ref().and_then(|it| it.withdrawal.clone()).filter(|_| queued.part.is_none());
        Self {
            title: if queued.part.is_some() { W.part_of(&queued.title) } else { queued.title.clone() },
            href: found.map(|it| it.look.unwrap_or_else(|| it.thing.path())),
            excerpt: queued.excerpt.clone(),
            line,
            withdraw: withdrawal.map(|href| LinkButton::danger(W.withdraw(), href).icon("retire")),
            address: format!("/a-valider/signalements/{}/classement", queued.id),
            settle: Button::secondary(W.settle()).icon("fait"),
        }
    }
}

fn reporter(queued: &Queued) -> String {
    match queued.kind {
        PersonKind::Staff | PersonKind::Agent | PersonKind::Guest => {
            person::full(&queued.first_name, &queued.last_name)
        }
        PersonKind::Pupil => person::short(&queued.first_name, &queued.last_name),
        PersonKind::Guardian => W.by_parent(person::short(&queued.first_name, &queued.last_name)),
    }
}

/// The registers of image rights the viewer reads: of the classes taught, of all classes of the schools headed.
async fn image_links(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<LinkButton>> {
    let taught = viewer.seats_in(CircleKind::Class).into_iter().filter(|seat| seat.role == Role::Teacher);
    let mut classes: Vec<(CircleId, String)> = taught.map(|seat| (seat.circle, seat.name.clone())).collect();
    let year = SchoolYear::of(tx.now().day());
    for seat in viewer.headed() {
        for class in circle::classes(tx, seat.school, year.0).await? {
            if classes.iter().all(|known| known.0 != class.id) {
                classes.push((class.id, class.name));
            }
        }
    }
    let link = |(id, name): (CircleId, String)| LinkButton::secondary(name, class_image::path(id)).icon("photo");
    Ok(classes.into_iter().map(link).collect())
}

fn setting_links(viewer: &Viewer) -> Vec<LinkButton> {
    let schools = viewer.headed().into_iter().filter(|seat| viewer.may_at(Right::SetProtection, seat.school));
    let link = |seat: &Seat| {
        LinkButton::secondary(W.settings_of(&seat.school_name), format!("/ecoles/{}/protection", seat.school))
            .icon("reglages")
    };
    schools.map(link).collect()
}
