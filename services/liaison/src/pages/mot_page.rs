//! The page of a mot: its text, then what each child's adult is asked, one tap away; for those who look after it, what can
//! be done to it.

use super::{
    is_pupil,
    mark::{self, Mark},
    reply_form::ReplyPart,
};
use crate::{
    W, class, enclosed,
    follow::Grid,
    letter,
    mot::{Mot, State},
    reply::Concern,
    terms::Reply,
    version::{self, Version},
};
use askama::Template;
use commons::Level;
use db::{Moment, Problems, Result, Tx};
use richtext::Labels;
use school::{Circle, PersonId, Viewer, person};
use web::{
    component::{
        AttachmentList, AudienceChip, Button, ErrorSummary, Icon, LinkButton, Notice, ReadAloud, SafeHtml, Status,
    },
    dates,
};

/// The identifier of the text on the page, for the voice that reads it.
const TEXT: &str = "mot-text";

/// The page of a mot.
#[derive(Template)]
#[template(path = "mot.html")]
pub(crate) struct MotPage {
    icon: Icon,
    title: String,
    about: String,
    marks: Option<(Status, AudienceChip)>,
    summary: Option<ErrorSummary>,
    notices: Vec<Notice>,
    asked: Option<String>,
    late: Option<Mark>,
    body: SafeHtml,
    listen: ReadAloud,
    pieces: AttachmentList,
    replies: Vec<ReplyPart>,
    changes: Vec<String>,
    versions: Option<String>,
    progress: Option<String>,
    links: Vec<LinkButton>,
    buttons: Vec<(String, Button)>,
    report: Option<LinkButton>,
    back: String,
}

impl MotPage {
    /// The page as this viewer sees it now.
    pub(crate) async fn build(tx: &mut Tx, viewer: &Viewer, mot: &Mot, concerns: Vec<Concern>) -> Result<Self> {
        let now = tx.now();
        let path = mot.path();
        let target = Circle::load(tx, mot.target).await?;
        let looks_after = mot.is_managed() && !is_pupil(viewer);
        let versions = version::of(tx, mot).await?;
        let pieces = enclosed::of(tx, mot).await?;
        let shown_at = mot.delivered_at.filter(|at| *at <= now).unwrap_or(mot.thing.created_at);
        let author = author(tx, mot).await?;
        let left = mot.thing.until.is_some();
        Ok(Self {
            icon: Icon::new(mot.terms.theme.icon()),
            title: mot.thing.title.clone(),
            about: W.about_mot(author, super::carnet_rows::name(&target), dates::past(shown_at, now)),
            marks: looks_after.then(|| (mark::status_of(mot, now), chip(mot, &target))),
            summary: None,
            notices: notices(mot, now),
            asked: if is_pupil(viewer) || left { None } else { letter::asked(mot, now.day()) },
            late: (!left && mot.is_late(now) && awaits(&concerns)).then(Mark::late),
            body: SafeHtml(mot.body.to_html(&|_| None, &Labels::FRENCH)),
            listen: ReadAloud::new(TEXT),
            pieces: AttachmentList::new(&format!("{path}/pieces"), pieces),
            replies: ReplyPart::all(mot, &concerns, now),
            changes: changes(&versions, now),
            versions: (versions.len() > 1).then(|| format!("{path}/versions")),
            progress: if looks_after && mot.is_delivered(now) { Some(progress(tx, mot).await?) } else { None },
            links: if looks_after { links(mot, now) } else { Vec::new() },
            buttons: if looks_after { buttons(mot, now) } else { Vec::new() },
            report: (!looks_after && !mot.is_by(viewer))
                .then(|| LinkButton::secondary(W.report(), format!("/signaler{path}")).icon("signaler")),
            back: if looks_after { class::path(mot.thing.circle_id) } else { "/carnet".to_owned() },
        })
    }

    /// The page again, with what is wrong with the answer typed for a child.
    pub(crate) fn with(mut self, child: PersonId, typed: &str, problems: &Problems) -> Self {
        self.replies = self.replies.into_iter().map(|part| part.with(child, typed, problems)).collect();
        Self { summary: web::summary(problems), ..self }
    }
}

async fn author(tx: &mut Tx, mot: &Mot) -> Result<String> {
    let (first, last): (String, String) =
        tx.one("select first_name, last_name from person where id = $1", db::args![mot.thing.author_id]).await?;
    Ok(person::full(&first, &last))
}

fn awaits(concerns: &[Concern]) -> bool {
    concerns.iter().any(|it| it.stance == crate::reply::Stance::Awaited && !it.left)
}

fn chip(mot: &Mot, target: &Circle) -> AudienceChip {
    if mot.state == State::Draft {
        return AudienceChip::new(W.audience_me(), "cadenas", None);
    }
    let label = match (mot.whole, mot.terms.pupils) {
        (true, false) => W.families_of(super::carnet_rows::name(target)),
        (true, true) => W.families_and_pupils_of(super::carnet_rows::name(target)),
        (false, _) => W.some_families_of(super::carnet_rows::name(target)),
    };
    AudienceChip::new(label, "famille", None)
}

/// What somebody must know first.
fn notices(mot: &Mot, now: Moment) -> Vec<Notice> {
    let mut notices = Vec::new();
    if let (true, Some(why)) = (mot.is_managed(), &mot.terms.urgent) {
        notices.push(Notice::attention(why).title(W.urgent()));
    }
    if let (State::Withdrawn, Some(why)) = (mot.state, &mot.withdrawn_reason) {
        notices.push(Notice::attention(why).title(W.withdrawn_because()));
    }
    if mot.is_managed() && mot.is_waiting(now) {
        notices.push(Notice::info(W.may_still_change()));
    }
    notices
}

/// « Modifié le 3 octobre à 10 h : correction de forme », for everybody.
fn changes(versions: &[Version], now: Moment) -> Vec<String> {
    let change = |version: &Version| {
        let when = dates::past(version.changed_at, now);
        if version.asks_again { W.changed_and_asked_again(when) } else { W.changed(when) }
    };
    versions.iter().filter(|it| it.number > 1).map(change).collect()
}

async fn progress(tx: &mut Tx, mot: &Mot) -> Result<String> {
    let grid = Grid::of(tx, mot).await?;
    Ok(match mot.terms.reply {
        Reply::None => W.opened_of(commons::receipt::families_reached(tx, mot.thing.id).await?, grid.all()),
        Reply::Read | Reply::Sign | Reply::Choose | Reply::Text => W.answers_of(grid.done(), grid.all()),
    })
}

/// Links to pages that ask, the main one first.
fn links(mot: &Mot, now: Moment) -> Vec<LinkButton> {
    let path = mot.path();
    let mut links = Vec::new();
    if mot.state == State::Draft {
        links.push(LinkButton::primary(W.send(), format!("{path}/envoi")).icon("a-envoyer"));
    }
    if mot.is_delivered(now) || mot.state == State::Withdrawn {
        links.push(LinkButton::primary(W.follow(), format!("{path}/suivi")).icon("tableau"));
    }
    if mot.may_be_edited() {
        links.push(LinkButton::secondary(W.edit(), format!("{path}/modifier")).icon("crayon"));
    }
    if mot.is_delivered(now) {
        links.push(LinkButton::danger(W.withdraw(), format!("{path}/retrait")).icon("retire"));
    }
    links
}

/// Buttons that do, each with where its form is sent.
fn buttons(mot: &Mot, now: Moment) -> Vec<(String, Button)> {
    let path = mot.path();
    let mut buttons = Vec::new();
    if mot.is_waiting(now) {
        buttons.push((format!("{path}/annulation"), Button::secondary(W.cancel()).icon("annuler")));
    }
    if mot.state != State::Draft && mot.thing.level == Level::Manage {
        buttons.push((format!("{path}/copie"), Button::secondary(W.copy()).icon("copier")));
    }
    buttons
}
