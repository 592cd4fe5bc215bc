//! `/assistance/nouvelle`: a question, what answers it already, then the form, with what goes with it shown before.

use super::{
    Link, came_from,
    files::{FILES, FilesPart},
    header_text, with_articles,
};
use crate::{
    W,
    article::search,
    asking::{self, AskForm, LONGEST_TITLE},
    browser,
    origin::{Origin, origins},
    request::{HelpKind, KIND, Urgency},
};
use askama::Template;
use axum::{
    extract::{FromRequest, Request},
    http::{HeaderMap, header},
};
use commons::ThingId;
use db::{Error, Problems, Result, Tx};
use school::{Viewer, viewer::or_not_found};
use serde::Deserialize;
use web::{
    Answer, Query, SignedIn, Upload,
    component::{Button, Choice, ErrorSummary, Field, Hidden, Notice, Opt, RichEditor},
    summary,
};

#[derive(Template)]
#[template(path = "ask.html")]
struct AskPage {
    summary: Option<ErrorSummary>,
    question: Field,
    page: Hidden,
    find: Button,
    found_title: &'static str,
    found: Vec<Link>,
    form: Option<FormPart>,
}

struct FormPart {
    draft_key: String,
    came_back: bool,
    notice: Option<Notice>,
    page: Hidden,
    kind: Choice,
    origin: Option<Choice>,
    title: Field,
    body: RichEditor,
    urgency: Choice,
    files: FilesPart,
    incident: Field,
    context: Vec<(&'static str, String)>,
    send: Button,
}

/// What brings somebody here.
#[derive(Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    question: String,
    #[serde(default)]
    page: String,
    #[serde(default)]
    incident: String,
}

/// `GET /assistance/nouvelle`
pub(crate) async fn blank(mut visit: SignedIn, Query(asked): Query<Asked>, headers: HeaderMap) -> Answer {
    let mut tx = with_articles(&mut visit).await?;
    let origins = origins(&mut tx, &visit.viewer).await?;
    or_not_found(!origins.is_empty())?;
    let form = AskForm {
        title: asked.question.trim().chars().take(LONGEST_TITLE).collect(),
        page: came_from(&asked.page, &headers),
        incident: asked.incident,
        ..AskForm::default()
    };
    let browser = browser::words(header_text(&headers, header::USER_AGENT));
    let page = AskPage::build(&mut tx, &visit.viewer, &origins, &form, &browser, &Problems::default()).await?;
    drop(tx);
    visit.page(W.ask_title(), &page)
}

/// `POST /assistance/nouvelle`
pub(crate) async fn send(mut visit: SignedIn, headers: HeaderMap, request: Request) -> Answer {
    let mut tx = visit.read().await?;
    let origins = origins(&mut tx, &visit.viewer).await?;
    drop(tx);
    or_not_found(!origins.is_empty())?;
    let upload = Upload::from_request(request, &visit.site).await?;
    let form = typed(&upload);
    let browser = browser::words(header_text(&headers, header::USER_AGENT));
    match keep(&mut visit, &origins, &form, &upload, &browser).await {
        Ok(id) => Ok(visit.done(&KIND.path(id), W.asked())),
        Err(Error::Invalid(problems)) => again(visit, &origins, &form, &browser, &problems).await,
        Err(error) => Err(error.into()),
    }
}

async fn keep(
    visit: &mut SignedIn,
    origins: &[Origin],
    form: &AskForm,
    upload: &Upload,
    browser: &str,
) -> Result<ThingId> {
    let ask = form.check(origins)?;
    let papers = web::paper::received(&visit.site, upload, FILES).await?;
    let mut tx = visit.write().await?;
    let id = asking::create(&mut tx, &visit.viewer, &ask, browser, &papers).await?;
    tx.commit().await?;
    Ok(id)
}

async fn again(mut visit: SignedIn, origins: &[Origin], form: &AskForm, browser: &str, problems: &Problems) -> Answer {
    let mut tx = visit.read().await?;
    let page = AskPage::build(&mut tx, &visit.viewer, origins, form, browser, problems).await?;
    drop(tx);
    visit.again(W.ask_title(), &page)
}

fn typed(upload: &Upload) -> AskForm {
    let text = |name: &str| upload.text(name).to_owned();
    AskForm {
        kind: text("kind"),
        urgency: text("urgency"),
        origin: text("origin"),
        title: text("title"),
        body: text("body"),
        body_json: text("body_json"),
        page: text("page"),
        incident: text("incident"),
    }
}

impl AskPage {
    async fn build(
        tx: &mut Tx,
        viewer: &Viewer,
        origins: &[Origin],
        form: &AskForm,
        browser: &str,
        problems: &Problems,
    ) -> Result<Self> {
        let came_back = !problems.is_empty();
        let question = form.title.as_str();
        let (found_title, found) = match (came_back || question.is_empty(), form.page.is_empty()) {
            (false, _) => (W.found_title(), search::find(tx, viewer, question).await?),
            (true, false) if !came_back => (W.about_page_title(), search::about(tx, viewer, &form.page).await?),
            (true, _) => (W.found_title(), Vec::new()),
        };
        // The form comes once a question is asked; whoever saw an incident number has no question to find.
        let asks_now = came_back || !question.is_empty() || !form.incident.is_empty();
        Ok(Self {
            summary: summary(problems),
            question: Field::search("question", W.question()).value(question).hint(W.question_hint()).required(),
            page: Hidden::new("page", &form.page),
            find: Button::secondary(W.go_on()),
            found_title,
            found: found.into_iter().map(Link::from).collect(),
            form: asks_now.then(|| FormPart::build(viewer, origins, form, browser, problems)),
        })
    }
}

impl FormPart {
    fn build(viewer: &Viewer, origins: &[Origin], form: &AskForm, browser: &str, problems: &Problems) -> Self {
        let to_school = origins.iter().all(|origin| origin.family);
        Self {
            draft_key: format!("aide-{}", viewer.account),
            came_back: !problems.is_empty(),
            notice: to_school.then(|| Notice::info(W.ask_school())),
            page: Hidden::new("page", &form.page),
            kind: Choice::radios("kind", W.kind(), kinds(&form.kind)).error(problems.of("kind")).required(),
            origin: (origins.len() > 1).then(|| {
                Choice::radios("origin", W.origin(), places(origins, &form.origin))
                    .error(problems.of("origin"))
                    .required()
            }),
            title: Field::text("title", W.title())
                .value(&form.title)
                .maxlength(LONGEST_TITLE)
                .error(problems.of("title"))
                .required(),
            body: editor(form).error(problems.of("body")),
            urgency: Choice::radios("urgency", W.urgency(), urgencies(&form.urgency)),
            files: FilesPart::new(problems),
            incident: Field::text("incident", W.incident())
                .value(&form.incident)
                .hint(W.incident_hint())
                .optional(W.optional())
                .spellcheck_off()
                .error(problems.of("incident")),
            context: context(viewer, origins, form, browser),
            send: Button::primary(W.send()).icon("a-envoyer"),
        }
    }
}

fn editor(form: &AskForm) -> RichEditor {
    let editor = RichEditor::new("body", W.body()).value(&form.body).hint(W.body_hint());
    if form.body_json.is_empty() { editor } else { editor.document(&form.body_json) }
}

fn kinds(chosen: &str) -> Vec<Opt> {
    let hint = |kind: HelpKind| match kind {
        HelpKind::Incident => W.kind_incident_hint(),
        HelpKind::Accompaniment => W.kind_accompaniment_hint(),
    };
    let option =
        |kind: &HelpKind| Opt::new(kind.as_str(), kind.word()).hint(hint(*kind)).checked(kind.as_str() == chosen);
    HelpKind::ALL.iter().map(option).collect()
}

fn places(origins: &[Origin], chosen: &str) -> Vec<Opt> {
    let option = |origin: &Origin| {
        let value = origin.value();
        let checked = value == chosen;
        Opt::new(value, &origin.label).checked(checked)
    };
    origins.iter().map(option).collect()
}

fn urgencies(chosen: &str) -> Vec<Opt> {
    let chosen = Urgency::try_from(chosen.to_owned()).unwrap_or(Urgency::Normal);
    Urgency::ALL.iter().map(|it| Opt::new(it.as_str(), it.word()).checked(*it == chosen)).collect()
}

/// What goes with the request by itself.
fn context(viewer: &Viewer, origins: &[Origin], form: &AskForm, browser: &str) -> Vec<(&'static str, String)> {
    let page = if form.page.is_empty() { W.page_unknown().to_owned() } else { form.page.clone() };
    let mut context = vec![
        (W.context_author(), viewer.name()),
        (W.context_profile(), web::profile_word(viewer.profile()).to_owned()),
        (W.context_page(), page),
        (W.context_browser(), browser.to_owned()),
    ];
    if let [only] = origins {
        context.push((W.context_place(), only.label.clone()));
    }
    context
}
