//! The page of a post, for its readers and for those in charge of it.

use super::{
    action::{self, Actions},
    alert::Alerts,
    byline, chip,
    comment::Talk,
    is_pupil, status,
};
use crate::{
    W, audience, class, photo,
    post::{Post, State},
};
use askama::Template;
use commons::{Level, delivery, file::Picture, receipt};
use db::{Moment, Problems, Result, Tx};
use richtext::Labels;
use school::{Circle, Seat, Viewer};
use web::{
    component::{AudienceChip, Button, ErrorSummary, LinkButton, Notice, ReadAloud, SafeHtml, Status},
    dates,
};

/// The page of a post.
#[derive(Template)]
#[template(path = "post.html")]
pub(crate) struct PostPage {
    title: String,
    about: String,
    marks: Option<(Status, AudienceChip)>,
    notices: Vec<Notice>,
    /// For a post that has words to hear.
    aloud: Option<ReadAloud>,
    body: Option<SafeHtml>,
    figures: Vec<Figure>,
    reach: Option<String>,
    actions: Actions,
    talk: Option<Talk>,
    summary: Option<ErrorSummary>,
    alerts: Option<AlertPanel>,
    report: Option<LinkButton>,
    /// Where it stands: the journal, or the past class.
    back: (String, String),
}

/// A photograph.
struct Figure {
    src: String,
    sources: String,
    alt: String,
    width: i64,
    height: i64,
}

/// Reports of the post nobody has settled yet.
struct AlertPanel {
    lines: Vec<String>,
    address: String,
    settle: Button,
}

impl PostPage {
    /// The page as this viewer sees it now.
    pub(crate) async fn build(tx: &mut Tx, viewer: &Viewer, post: &Post) -> Result<Self> {
        let now = tx.now();
        let authors = post.authors(tx).await?;
        let class = Circle::load(tx, post.thing.circle_id).await?;
        let alerts = Alerts::read(tx, viewer, post).await?;
        let shown_at = post.delivered_at.filter(|at| *at <= now).unwrap_or(post.thing.created_at);
        Ok(Self {
            title: post.thing.title.clone(),
            about: W.about_post(byline(&authors), &class.name, dates::past(shown_at, now)),
            marks: (post.thing.level >= Level::Write).then(|| marks(viewer, post, now)),
            notices: notices(tx, viewer, post).await?,
            aloud: (!post.body.is_empty()).then(|| ReadAloud::new("texte")),
            body: (!post.body.is_empty()).then(|| SafeHtml(post.body.to_html(&|_| None, &Labels::FRENCH))),
            figures: figures(tx, post).await?,
            reach: reach(tx, viewer, post).await?,
            actions: Actions::of(viewer, post, now),
            talk: Talk::build(tx, viewer, post, &alerts).await?,
            summary: None,
            alerts: alert_panel(post, &alerts),
            report: action::report_link(viewer, post),
            back: back(viewer, post),
        })
    }

    /// The page again, with what is wrong with the comment typed.
    pub(crate) fn with(self, typed: &str, problems: &Problems) -> Self {
        let talk = self.talk.map(|talk| talk.with(typed, problems));
        Self { summary: web::summary(problems), talk, ..self }
    }
}

/// The journal of a past class opens no more to those who were there: what they read stands in its archive.
fn back(viewer: &Viewer, post: &Post) -> (String, String) {
    let class = post.thing.circle_id;
    let sits = |seat: &Seat| seat.circle == class || seat.of_circle == Some(class);
    match post.is_managed() || viewer.seats.iter().any(sits) {
        true => (W.back_to_journal().to_owned(), class::path(class)),
        false => (W.back_to_past_class(post.place.as_str()), format!("{}/{class}", web::PAST_YEARS)),
    }
}

fn marks(viewer: &Viewer, post: &Post, now: Moment) -> (Status, AudienceChip) {
    let status = status(viewer, post.state, post.thing.withdrawn_at.is_some(), post.delivered_at, now);
    (status, chip(post.place, post.state, post.terms.audience, post.by_pupil, post.signers))
}

/// What somebody who writes or manages must know first, and whoever left before it was changed.
async fn notices(tx: &mut Tx, viewer: &Viewer, post: &Post) -> Result<Vec<Notice>> {
    let now = tx.now();
    let mut notices = Vec::new();
    if post.thing.is_changed_since_left() {
        let who = web::voice(viewer);
        let is_kept = post.thing.kept_text.is_some();
        notices.push(Notice::info(if is_kept { W.kept_since_left(who) } else { W.changed_since_left(who) }));
    }
    if post.thing.level < Level::Write {
        return Ok(notices);
    }
    if let Some(advice) = &post.advice {
        notices.push(Notice::attention(advice).title(W.advice()));
    }
    if let (true, Some(why)) = (post.is_withdrawn(), &post.withdrawn_reason) {
        notices.push(Notice::attention(why).title(W.withdrawn_because()));
    }
    // The mark above says when.
    if post.is_scheduled(now) {
        notices.push(Notice::info(if post.is_managed() { W.may_still_change() } else { W.waits_for_its_hour() }));
    }
    if post.state == State::Review && !post.is_managed() {
        notices.push(Notice::info(if is_pupil(viewer) { W.being_read_to_pupil() } else { W.being_read() }));
    }
    if post.is_managed() && post.may_be_published() {
        let delivered_at = delivery::instant(tx, post.thing.school_id, post.terms.publish_at).await?;
        notices.push(Notice::info(W.if_published_now(dates::delivery(delivered_at, now))));
    }
    Ok(notices)
}

async fn figures(tx: &mut Tx, post: &Post) -> Result<Vec<Figure>> {
    let medium = photo::of(tx, &post.thing, "moyen").await?;
    let large = photo::of(tx, &post.thing, "grand").await?;
    Ok(medium.iter().zip(&large).filter_map(|(medium, large)| Figure::of(post, medium, large)).collect())
}

impl Figure {
    /// None of what the viewer, who left since, never saw in it.
    fn of(post: &Post, medium: &Picture, large: &Picture) -> Option<Self> {
        let alt = post.thing.described(medium.file_id, &medium.alt)?;
        let base = format!("{}/photos/{}", post.path(), medium.file_id);
        let sources = match large.width > medium.width {
            true => format!("{base}/moyen {}w, {base}/grand {}w", medium.width, large.width),
            false => format!("{base}/moyen {}w", medium.width),
        };
        let alt = if alt.is_empty() { W.photo_undescribed().to_owned() } else { alt };
        Some(Self { src: format!("{base}/moyen"), sources, alt, width: medium.width, height: medium.height })
    }
}

/// « Vu par 18 familles sur 24 », for those who manage the post only: no child is shown a counter.
async fn reach(tx: &mut Tx, viewer: &Viewer, post: &Post) -> Result<Option<String>> {
    let counted = post.is_managed() && !is_pupil(viewer) && post.terms.audience.has_families();
    if !counted || !post.is_delivered(tx.now()) {
        return Ok(None);
    }
    let reached = receipt::families_reached(tx, post.thing.id).await?;
    let all = audience::pupil_count(tx, post.thing.circle_id).await?;
    Ok(Some(W.seen_by_families(reached, all)))
}

fn alert_panel(post: &Post, alerts: &Alerts) -> Option<AlertPanel> {
    let lines = alerts.about(None);
    (!lines.is_empty()).then(|| AlertPanel {
        lines,
        address: format!("{}/signalement/classement", post.path()),
        settle: Button::secondary(W.settle_reports()),
    })
}
