//! The page of a request, as whoever reads it sees it: its author, the desk it is at, the desks it has been at.

use super::{files::FilesPart, prose, status};
use crate::{
    W, act,
    article::{self, writes},
    entry::{self, Entry, EntryKind},
    level::Level,
    request::{HelpRequest, Rating, State},
};
use askama::Template;
use commons::paper::{self, Paper};
use db::{Moment, Problems, Result, Tx};
use school::Viewer;
use web::{
    component::{Button, Checkbox, Choice, ErrorSummary, Field, LinkButton, Notice, Opt, RichEditor, SafeHtml, Status},
    dates, summary,
};

#[derive(Template)]
#[template(path = "request.html")]
pub(crate) struct RequestPage {
    summary: Option<ErrorSummary>,
    title: String,
    about: String,
    status: Status,
    notice: Option<Notice>,
    body: SafeHtml,
    files: Vec<FileLink>,
    facts: Vec<(&'static str, String)>,
    entries: Vec<EntryPart>,
    address: String,
    reply: Option<ReplyPart>,
    take: Option<TakePart>,
    pass: Option<PassPart>,
    solve: Option<SolvePart>,
    reopen: Option<(Field, Button)>,
    rate: Option<RatePart>,
    exports: Vec<LinkButton>,
}

struct FileLink {
    label: String,
    href: String,
}

/// Something said or done, as a paragraph or a line.
struct EntryPart {
    about: String,
    internal: bool,
    body: Option<SafeHtml>,
    files: Vec<FileLink>,
    /// Where an answer becomes an article.
    article: Option<String>,
}

struct ReplyPart {
    draft_key: String,
    came_back: bool,
    title: &'static str,
    body: RichEditor,
    files: FilesPart,
    /// Whom it is for, and whether an answer is waited for: for desks.
    desk: Option<(Choice, Checkbox)>,
    send: Button,
}

struct TakePart {
    agent: Option<Choice>,
    take: Button,
}

struct PassPart {
    open: bool,
    level: Choice,
    word: Field,
    pass: Button,
}

struct SolvePart {
    open: bool,
    word: Option<Field>,
    solve: Button,
}

struct RatePart {
    rating: Choice,
    word: Field,
    rate: Button,
}

/// What was typed in a form of the page that came back.
#[derive(Debug, Default)]
pub(crate) struct Typed {
    pub(crate) body: String,
    pub(crate) body_json: String,
    pub(crate) internal: bool,
    pub(crate) asks: bool,
    pub(crate) level: String,
    pub(crate) pass_word: String,
    pub(crate) solve_word: String,
    pub(crate) reopen_word: String,
    pub(crate) rating: String,
    pub(crate) rating_word: String,
}

impl RequestPage {
    pub(crate) async fn build(
        tx: &mut Tx,
        viewer: &Viewer,
        request: &HelpRequest,
        typed: &Typed,
        problems: &Problems,
    ) -> Result<Self> {
        let now = tx.now();
        let entries = entry::of(tx, request).await?;
        let papers = if request.files > 0 { paper::about(tx, request.id.0).await? } else { Vec::new() };
        let address = request.path();
        let parts = entries.iter().map(|entry| entry_part(viewer, request, entry, now));
        Ok(Self {
            summary: summary(problems),
            title: request.title.clone(),
            about: about(request, now),
            status: status(request.state),
            notice: notice(request),
            body: prose(&request.doc()?),
            files: papers.iter().map(|it| file_link(&format!("{address}/pieces"), it)).collect(),
            facts: facts(request),
            entries: parts.collect::<Result<_>>()?,
            reply: reply(viewer, request, typed, problems),
            take: take(tx, viewer, request, problems).await?,
            pass: pass(tx, request, typed, problems).await?,
            solve: solve(request, typed, problems),
            reopen: reopen(request, typed, problems),
            rate: rate(request, typed, problems),
            exports: exports(request),
            address,
        })
    }
}

fn about(request: &HelpRequest, now: Moment) -> String {
    let when = dates::past(request.created_at, now);
    let (author, place) = (request.author.as_str(), request.place_label.as_str());
    let parts = [request.kind.word(), request.urgency.word(), author, place, when.as_str()];
    parts.join(" · ")
}

/// What its author is to know, or who takes care of it.
fn notice(request: &HelpRequest) -> Option<Notice> {
    let own = request.is_own() && !request.is_held();
    match request.state {
        State::Waiting if own => Some(Notice::attention(W.you_are_asked())),
        State::Solved if own => Some(Notice::success(W.is_solved_until(crate::closing::DAYS))),
        State::Closed if own => Some(Notice::info(W.is_closed())),
        State::New | State::Escalated if own => Some(Notice::info(W.is_at(request.level.word()))),
        State::Assigned if own => Some(Notice::info(W.is_handled(request.level.word()))),
        _ if !request.is_held() && !request.is_own() => Some(Notice::info(W.is_elsewhere(request.level.word()))),
        State::New | State::Assigned | State::Waiting | State::Escalated | State::Solved | State::Closed => {
            request.assignee.as_deref().map(|name| Notice::info(W.taken_by(name)))
        }
    }
}

fn facts(request: &HelpRequest) -> Vec<(&'static str, String)> {
    let mut facts = vec![
        (W.context_profile(), request.profile.clone()),
        (W.context_page(), request.page.clone()),
        (W.context_browser(), request.browser.clone()),
        (W.context_incident(), request.incident.clone()),
        (W.context_level(), request.level.word().to_owned()),
    ];
    facts.retain(|(_, value)| !value.is_empty());
    if let Some(rating) = request.rating().filter(|_| request.is_followed()) {
        facts.push((W.rating(), rating.word().to_owned()));
        facts.extend(request.rating_word.clone().map(|word| (W.rating_word(), word)));
    }
    facts
}

fn file_link(base: &str, paper: &Paper) -> FileLink {
    FileLink { label: web::paper::label(paper), href: format!("{base}/{}", paper.id) }
}

fn entry_part(viewer: &Viewer, request: &HelpRequest, entry: &Entry, now: Moment) -> Result<EntryPart> {
    let doc = entry.doc()?;
    let when = dates::past(entry.at, now);
    let who = entry.author.as_str();
    let about = match entry.kind {
        EntryKind::Answer => W.said_by(who, when),
        EntryKind::Note => W.noted_by(who, when),
        EntryKind::Taken => W.was_taken_by(&entry.detail, when),
        EntryKind::Passed => W.passed_to(level_word(&entry.detail), when),
        EntryKind::Solved => W.solved_by(who, when),
        EntryKind::Reopened => W.reopened_by(who, when),
    };
    let becomes_article = entry.by_desk && entry.kind == EntryKind::Answer && writes(viewer) && request.is_followed();
    let base = format!("{}/reponses/{}/pieces", request.path(), entry.id);
    Ok(EntryPart {
        about,
        internal: matches!(entry.kind, EntryKind::Note | EntryKind::Passed),
        body: (!doc.is_empty()).then(|| prose(&doc)),
        files: entry.papers.iter().map(|it| file_link(&base, it)).collect(),
        article: becomes_article
            .then(|| format!("{}/nouvel-article?demande={}&reponse={}", article::PATH, request.id, entry.id)),
    })
}

fn level_word(level: &str) -> &'static str {
    Level::try_from(level.to_owned()).map_or("", Level::word)
}

fn reply(viewer: &Viewer, request: &HelpRequest, typed: &Typed, problems: &Problems) -> Option<ReplyPart> {
    let as_desk = request.is_held() && request.state.is_open();
    let as_author = request.is_own() && request.state != State::Closed;
    if !as_desk && !as_author {
        return None;
    }
    let editor = RichEditor::new("body", W.reply_body()).value(&typed.body).error(problems.of("body"));
    let body = if typed.body_json.is_empty() { editor } else { editor.document(&typed.body_json) };
    let options = vec![
        Opt::new("reponse", W.reply_public()).checked(!typed.internal),
        Opt::new("note", W.reply_internal()).hint(W.reply_internal_hint()).checked(typed.internal),
    ];
    Some(ReplyPart {
        draft_key: format!("aide-reponse-{}-{}", request.id, viewer.account),
        came_back: !problems.is_empty(),
        title: if as_desk { W.reply_title() } else { W.reply_title_author() },
        body,
        files: FilesPart::new(problems),
        desk: as_desk.then(|| {
            let whom = Choice::radios("whom", W.reply_whom(), options);
            (whom, Checkbox::new("asks", W.reply_asks()).checked(typed.asks))
        }),
        send: Button::primary(W.reply_send()).icon("a-envoyer"),
    })
}

async fn take(tx: &mut Tx, viewer: &Viewer, request: &HelpRequest, problems: &Problems) -> Result<Option<TakePart>> {
    if !request.is_held() || !request.state.is_open() {
        return Ok(None);
    }
    let colleagues = act::colleagues(tx, request).await?;
    let others: Vec<Opt> = colleagues
        .iter()
        .filter(|it| it.id != viewer.account)
        .map(|it| Opt::new(it.id.to_string(), &it.name).checked(Some(it.id) == request.assignee_id))
        .collect();
    if others.is_empty() && request.assignee_id == Some(viewer.account) {
        return Ok(None);
    }
    let agent = (!others.is_empty()).then(|| {
        let mine = request.assignee_id.is_none_or(|it| it == viewer.account);
        let me = Opt::new("", W.take_me()).checked(mine);
        let options = [me].into_iter().chain(others).collect();
        Choice::select("agent", W.take_who(), options).error(problems.of("agent"))
    });
    Ok(Some(TakePart { agent, take: Button::secondary(W.take()).icon("main-levee") }))
}

async fn pass(tx: &mut Tx, request: &HelpRequest, typed: &Typed, problems: &Problems) -> Result<Option<PassPart>> {
    if !request.is_held() {
        return Ok(None);
    }
    let targets = act::targets(tx, request).await?;
    if targets.is_empty() {
        return Ok(None);
    }
    let further = targets.iter().copied().find(|level| *level > request.level).or(targets.first().copied());
    let option = |level: &Level| {
        let chosen = if typed.level.is_empty() { further == Some(*level) } else { typed.level == level.as_str() };
        Opt::new(level.as_str(), level.word()).checked(chosen)
    };
    let wrong = problems.of("level").is_some() || problems.of("pass_word").is_some();
    Ok(Some(PassPart {
        open: wrong,
        level: Choice::radios("level", W.pass_to(), targets.iter().map(option).collect()).error(problems.of("level")),
        word: Field::area("pass_word", W.pass_word(), 4)
            .value(&typed.pass_word)
            .hint(W.pass_word_hint())
            .error(problems.of("pass_word"))
            .required(),
        pass: Button::secondary(W.pass()).icon("droite"),
    }))
}

fn solve(request: &HelpRequest, typed: &Typed, problems: &Problems) -> Option<SolvePart> {
    if !request.state.is_open() || !(request.is_held() || request.is_own()) {
        return None;
    }
    let word = request.is_held().then(|| {
        Field::area("solve_word", W.solve_word(), 4)
            .value(&typed.solve_word)
            .optional(W.optional())
            .error(problems.of("solve_word"))
    });
    let label = if request.is_held() { W.solve() } else { W.solve_author() };
    Some(SolvePart { open: problems.of("solve_word").is_some(), word, solve: Button::secondary(label).icon("fait") })
}

fn reopen(request: &HelpRequest, typed: &Typed, problems: &Problems) -> Option<(Field, Button)> {
    (request.is_own() && !request.state.is_open()).then(|| {
        let word = Field::area("reopen_word", W.reopen_word(), 4)
            .value(&typed.reopen_word)
            .error(problems.of("reopen_word"))
            .required();
        (word, Button::secondary(W.reopen()).icon("retablir"))
    })
}

fn rate(request: &HelpRequest, typed: &Typed, problems: &Problems) -> Option<RatePart> {
    if !request.is_own() || request.state.is_open() {
        return None;
    }
    let chosen = Rating::try_from(typed.rating.clone()).ok().or(request.rating());
    let option = |it: &Rating| Opt::new(it.as_str(), it.word()).checked(chosen == Some(*it));
    let said =
        if problems.is_empty() { request.rating_word.clone().unwrap_or_default() } else { typed.rating_word.clone() };
    Some(RatePart {
        rating: Choice::radios("rating", W.rating_question(), Rating::ALL.iter().map(option).collect())
            .error(problems.of("rating"))
            .required(),
        word: Field::area("rating_word", W.rating_word(), 3)
            .value(said)
            .optional(W.optional())
            .error(problems.of("rating_word")),
        rate: Button::secondary(W.rate()).icon("pouce"),
    })
}

fn exports(request: &HelpRequest) -> Vec<LinkButton> {
    if request.family || !request.is_followed() {
        return Vec::new();
    }
    let link = |label: &str, extension: &str| {
        LinkButton::secondary(label, format!("{}/export.{extension}", request.path())).icon("telecharger")
    };
    vec![link(W.export_pdf(), "pdf"), link(W.export_json(), "json"), link(W.export_csv(), "csv")]
}
