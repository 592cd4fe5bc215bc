//! Writing a message: the form, the search for recipients where scripts do not run, keeping a draft, sending.

use super::compose_page::ComposePage;
use crate::{
    W,
    carried::{self, Chosen},
    conversation::{self, Conversation, KIND, MessageId},
    draft::{self, DraftId, NewDraft},
    mass, matrix,
    send::{self, Outgoing, Sent},
    setting,
    target::Target,
};
use axum::{
    extract::{FromRequest, Request},
    response::{IntoResponse, Redirect, Response},
};
use commons::{ThingId, attachment};
use db::{Error, Problems, Result, Tx};
use richtext::Doc;
use school::{PersonId, Viewer};
use serde::Deserialize;
use web::{Answer, Query, SignedIn, Upload, dates, pieces};

/// What the form holds, as it was typed.
#[derive(Debug, Clone, Default)]
pub(crate) struct Typed {
    /// To whom.
    pub(crate) targets: Vec<Target>,
    /// What is searched among the people one may write to; none when nothing was asked.
    pub(crate) search: Option<String>,
    /// The subject.
    pub(crate) subject: String,
    /// The text without script.
    pub(crate) body: String,
    /// The document of the editor.
    pub(crate) body_json: String,
    /// « auto », a child, or nobody.
    pub(crate) about: String,
    /// Whether it must be delivered at once, and why.
    pub(crate) urgent: bool,
    /// The reason.
    pub(crate) reason: String,
    /// The draft it was begun as.
    pub(crate) draft: Option<DraftId>,
    /// Files received already, or passed on.
    pub(crate) chosen: Chosen,
}

/// The team of the class of the child written about keeps the conversation.
pub(crate) const TEAM_KEEPS: &str = "auto";

/// Where the form begins from.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Wanted {
    a: String,
    brouillon: Option<DraftId>,
    fil: Option<ThingId>,
    transfert: Option<MessageId>,
}

pub(crate) async fn blank(mut visit: SignedIn, Query(wanted): Query<Wanted>) -> Answer {
    if matrix::schools(&visit.viewer).is_empty() {
        return Err(Error::NotFound.into());
    }
    let mut tx = visit.read().await?;
    let typed = begin(&mut tx, &visit.viewer, &wanted).await?;
    let page = ComposePage::build(&mut tx, &visit.viewer, &typed).await?;
    drop(tx);
    visit.page(W.write(), &page)
}

/// What the form holds at first: a draft, a message to pass on, somebody chosen elsewhere, a signature.
async fn begin(tx: &mut Tx, viewer: &Viewer, wanted: &Wanted) -> Result<Typed> {
    if let Some(id) = wanted.brouillon {
        let draft = draft::load(tx, viewer, id).await?;
        let doc = draft.doc()?;
        return Ok(Typed {
            chosen: carried::chosen(tx, viewer, &draft.pieces()?).await?,
            targets: draft.targets(),
            subject: draft.subject.clone(),
            about: draft.about.clone(),
            draft: Some(id),
            ..Typed::with(&doc)
        });
    }
    let signature = setting::of(tx, viewer.account).await?.signature;
    let signed = if signature.is_empty() { String::new() } else { format!("\n\n{signature}") };
    if let (Some(thing), Some(message)) = (wanted.fil, wanted.transfert) {
        let conversation = Conversation::load(tx, viewer, thing).await?;
        let message = conversation::message(tx, viewer, &conversation, message).await?;
        let about = W.passed_on(message.author(), dates::past(message.sent_at, tx.now()));
        let words = format!("{signed}\n\n{about}\n\n{}", message.doc()?.to_plain());
        let files = attachment::of(tx, thing, Some(message.id.0)).await?;
        return Ok(Typed {
            chosen: Chosen { files, from: Some(thing) },
            subject: W.passed_on_subject(&conversation.thing.title),
            about: TEAM_KEEPS.to_owned(),
            ..Typed::with(&Doc::from_plain(&words))
        });
    }
    let body = if signed.is_empty() { Typed::default() } else { Typed::with(&Doc::from_plain(&signed)) };
    Ok(Typed { targets: Target::parse(&wanted.a).into_iter().collect(), about: first_about(viewer), ..body })
}

/// A parent of one child writes about that child; a parent of several says which.
fn first_about(viewer: &Viewer) -> String {
    match viewer.children().as_slice() {
        [only] => only.id.to_string(),
        _ => TEAM_KEEPS.to_owned(),
    }
}

pub(crate) async fn send(mut visit: SignedIn, request: Request) -> Answer {
    if matrix::schools(&visit.viewer).is_empty() {
        return Err(Error::NotFound.into());
    }
    let upload = Upload::from_request(request, &visit.site).await?;
    let mut typed = Typed::of(&upload);
    let done = match upload.text("suite") {
        "chercher" => {
            typed.search = Some(upload.text("q").to_owned());
            Err(Error::Invalid(Problems::default()))
        }
        "brouillon" => keep(&mut visit, &upload, &typed).await,
        _ => leave(&mut visit, &upload, &typed).await,
    };
    match done {
        Ok(response) => Ok(response),
        Err(Error::Invalid(problems)) => again(visit, &upload, typed, &problems).await,
        Err(error) => Err(error.into()),
    }
}

/// Keeps what is typed for later, with its files.
async fn keep(visit: &mut SignedIn, upload: &Upload, typed: &Typed) -> Result<Response> {
    let body = web::written(upload, "body")?;
    let pieces = pieces::receive(&visit.site, &visit.viewer, upload).await?;
    let mut tx = visit.write().await?;
    let (subject, about) = (typed.subject.as_str(), typed.about.as_str());
    let new = NewDraft { targets: &typed.targets, subject, body: &body, about, pieces: &pieces };
    let id = draft::save(&mut tx, &visit.viewer, typed.draft, &new).await?;
    tx.commit().await?;
    Ok(visit.done(&format!("/messages/nouveau?brouillon={id}"), W.draft_kept()))
}

/// Sends, or holds what goes to many until it is confirmed.
async fn leave(visit: &mut SignedIn, upload: &Upload, typed: &Typed) -> Result<Response> {
    let body = web::written(upload, "body")?;
    let pieces = pieces::receive(&visit.site, &visit.viewer, upload).await?;
    let mut tx = visit.write().await?;
    let outgoing = Outgoing {
        targets: typed.targets.clone(),
        subject: typed.subject.trim().to_owned(),
        body,
        pieces,
        about: about(typed)?,
        urgent: typed.urgent.then(|| typed.reason.trim().to_owned()),
        within: None,
        mass: false,
    };
    if let Some(held) = mass::hold(&mut tx, &visit.viewer, &outgoing).await? {
        forget_draft(&mut tx, &visit.viewer, typed).await?;
        tx.commit().await?;
        return Ok(Redirect::to(&held).into_response());
    }
    let sent = send::send(&mut tx, &visit.viewer, &outgoing).await?;
    forget_draft(&mut tx, &visit.viewer, typed).await?;
    let told = told(&tx, &sent);
    tx.commit().await?;
    Ok(visit.done(&KIND.path(sent.thing), &told))
}

async fn forget_draft(tx: &mut Tx, viewer: &Viewer, typed: &Typed) -> Result<()> {
    match typed.draft {
        Some(id) => draft::forget(tx, viewer, id).await,
        None => Ok(()),
    }
}

/// « Message envoyé. Sera remis lundi à 7 h. »
pub(crate) fn told(tx: &Tx, sent: &Sent) -> String {
    match dates::coming(sent.first_at, tx.now()) {
        Some(when) => W.sent_for_later(when),
        None => W.sent_now().to_owned(),
    }
}

/// The child a message concerns: the one a parent chose; for others the one whose parents alone they write to, when they
/// left the conversation to the team.
fn about(typed: &Typed) -> Result<Option<PersonId>> {
    match typed.about.as_str() {
        "" => Ok(None),
        TEAM_KEEPS => Ok(match typed.targets.as_slice() {
            [Target::Family(child)] => Some(*child),
            _ => None,
        }),
        child => match child.parse() {
            Ok(child) => Ok(Some(child)),
            Err(_) => Err(Error::NotFound),
        },
    }
}

async fn again(mut visit: SignedIn, upload: &Upload, mut typed: Typed, problems: &Problems) -> Answer {
    let mut tx = visit.read().await?;
    typed.chosen = carried::chosen(&mut tx, &visit.viewer, &pieces::listed(upload)).await?;
    let page = ComposePage::build(&mut tx, &visit.viewer, &typed).await?;
    drop(tx);
    let files_lost = upload.files.iter().any(|file| !file.bytes.is_empty());
    visit.again(W.write(), &page.with(problems, files_lost))
}

impl Typed {
    fn with(doc: &Doc) -> Self {
        Self { body: doc.to_plain(), body_json: doc.to_json(), ..Self::default() }
    }

    fn of(upload: &Upload) -> Self {
        Self {
            targets: targets(upload),
            search: None,
            subject: upload.text("subject").to_owned(),
            body: upload.text("body").to_owned(),
            body_json: upload.text("body_json").to_owned(),
            about: upload.text("about").to_owned(),
            urgent: upload.has("urgent"),
            reason: upload.text("reason").to_owned(),
            draft: upload.text("draft").parse().ok(),
            chosen: Chosen::default(),
        }
    }
}

/// The targets ticked, each once, and of too many one too many. What is no target is one nobody may write to.
fn targets(upload: &Upload) -> Vec<Target> {
    let mut targets: Vec<Target> = Vec::new();
    for target in upload.texts("to").into_iter().filter_map(Target::parse) {
        if targets.len() > send::MOST_TARGETS {
            break;
        }
        if !targets.contains(&target) {
            targets.push(target);
        }
    }
    targets
}
