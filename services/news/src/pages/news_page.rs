//! What the page of a news shows to its readers, and to those in charge of it.

use super::{LIST, MANAGED, chip, comment::Talk, status};
use crate::{
    W,
    news::{News, State},
    publication, reading,
};
use askama::Template;
use commons::attachment::{self, Attachment};
use db::{Moment, Problems, Result, Tx};
use richtext::Labels;
use school::{Right, Viewer};
use web::{
    component::{AttachmentList, AudienceChip, Button, ErrorSummary, LinkButton, Notice, SafeHtml, Status},
    dates,
};

/// The page of a news.
#[derive(Template)]
#[template(path = "news.html")]
pub(crate) struct NewsPage {
    title: String,
    about: String,
    revised: Option<String>,
    marks: Option<(Status, AudienceChip)>,
    notices: Vec<Notice>,
    body: Option<SafeHtml>,
    pieces: AttachmentList,
    reach: Option<String>,
    links: Vec<LinkButton>,
    buttons: Vec<(String, Button)>,
    summary: Option<ErrorSummary>,
    talk: Option<Talk>,
    back: (&'static str, &'static str),
    report: Option<LinkButton>,
}

impl NewsPage {
    /// The page as this viewer sees it now.
    pub(crate) async fn build(tx: &mut Tx, viewer: &Viewer, news: &News) -> Result<Self> {
        let now = tx.now();
        let shown_at = news.delivered_at.filter(|at| *at <= now).unwrap_or(news.thing.created_at);
        let pieces = attachment::of(tx, news.thing.id, None).await?;
        let shown = |it: Attachment| Some(Attachment { alt: news.thing.described(it.file_id, &it.alt)?, ..it });
        let pieces = pieces.into_iter().filter_map(shown).collect();
        let manages = news.is_managed();
        Ok(Self {
            title: news.thing.title.clone(),
            about: W.about(news.rubric.word(), news.from(), dates::past(shown_at, now)),
            revised: news.revised_at.map(|at| W.revised(dates::past(at, now))),
            marks: manages.then(|| (status(news.state, news.delivered_at, news.expires_at, now), chip(news))),
            notices: match (manages, news.thing.is_changed_since_left()) {
                (true, _) => notices(tx, news).await?,
                (false, true) if news.thing.kept_text.is_some() => {
                    vec![Notice::info(W.kept_since_left(web::voice(viewer)))]
                }
                (false, true) => vec![Notice::info(W.changed_since_left(web::voice(viewer)))],
                (false, false) => Vec::new(),
            },
            body: (!news.body.is_empty()).then(|| SafeHtml(news.body.to_html(&|_| None, &Labels::FRENCH))),
            pieces: AttachmentList::new(&format!("{}/pieces", news.path()), pieces),
            reach: reading::reach(tx, news).await?.map(|families| W.seen_by_families(families)),
            links: links(news, now),
            buttons: buttons(viewer, news, now),
            summary: None,
            talk: Talk::build(tx, viewer, news).await?,
            back: if manages { (W.see_managed(), MANAGED) } else { (W.back_to_news(), LIST) },
            report: report(viewer, news),
        })
    }

    /// The page again, with what is wrong with the comment typed.
    pub(crate) fn with(self, typed: &str, problems: &Problems) -> Self {
        Self { summary: web::summary(problems), talk: self.talk.map(|talk| talk.with(typed, problems)), ..self }
    }
}

/// What those in charge must know first.
async fn notices(tx: &mut Tx, news: &News) -> Result<Vec<Notice>> {
    let now = tx.now();
    let mut notices = Vec::new();
    if let Some(why) = &news.withdrawn_reason {
        notices.push(Notice::attention(why).title(W.withdrawn_because()));
    }
    if let Some(why) = &news.urgent {
        notices.push(Notice::info(why).title(W.urgent_because()));
    }
    if news.is_scheduled(now) {
        notices.push(Notice::info(W.may_still_change()));
    }
    if news.state == State::Draft {
        let at = publication::instant(tx, news).await?;
        notices.push(Notice::info(W.if_published_now(dates::delivery(at, now))));
    }
    Ok(notices)
}

/// What leads to another page.
fn links(news: &News, now: Moment) -> Vec<LinkButton> {
    let address = |noun: &str| format!("{}/{noun}", news.path());
    let mut links = Vec::new();
    if news.is_managed() && news.state == State::Draft {
        links.push(LinkButton::primary(W.go_on_to_publish(), address("publication")).icon("a-envoyer"));
    }
    if news.may_be_edited() {
        links.push(LinkButton::secondary(W.edit(), address("modifier")).icon("crayon"));
    }
    if news.is_managed() && news.is_delivered(now) {
        links.push(LinkButton::danger(W.withdraw(), address("retrait")).icon("retire"));
    }
    links
}

/// What is done at once, each with where its form is sent.
fn buttons(viewer: &Viewer, news: &News, now: Moment) -> Vec<(String, Button)> {
    let address = |noun: &str| format!("{}/{noun}", news.path());
    let mut buttons = Vec::new();
    if news.is_managed() && news.is_scheduled(now) {
        buttons.push((address("annulation"), Button::secondary(W.cancel()).icon("annuler")));
    }
    if news.is_managed() && news.is_delivered(now) {
        buttons.push((address("expiration"), Button::secondary(W.expire()).icon("archive")));
    }
    if news.may_be_restored(viewer, now) {
        buttons.push((address("remise"), Button::secondary(W.restore()).icon("retablir")));
    }
    buttons
}

/// The raised hand, for readers in a class or a school: those in charge of it are there.
fn report(viewer: &Viewer, news: &News) -> Option<LinkButton> {
    let may = viewer.seats.iter().any(|seat| school::rights::carries(seat.role, Right::Report));
    let is_own = viewer.people.iter().any(|me| me.id == news.thing.author_id);
    let offered = may && !is_own && !news.is_managed() && !news.scope.is_wide();
    let address = format!("/signaler/{}/{}", news.thing.kind, news.thing.id);
    offered.then(|| LinkButton::secondary(W.report(), address).icon("signaler"))
}
