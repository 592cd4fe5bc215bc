//! The pages of requests, and the few parts they share.

pub(crate) mod act;
pub(crate) mod ask;
mod ask_form;
pub(crate) mod board;
pub(crate) mod monthly;
pub(crate) mod procedure;
mod procedure_page;
pub(crate) mod procedures;
pub(crate) mod refusal;
pub(crate) mod reply;
pub(crate) mod request;
mod request_form;
mod request_page;

use crate::{
    W,
    request::{Priority, State},
    side,
};
use askama::{Template, filters::HtmlSafe};
use db::{Error, Problems, Result, Tx};
use school::{Territory, Viewer};
use web::component::{Checkbox, Notice, Status, StatusKind, Tab, Tabs};

/// The mark of where a request stands.
pub(crate) fn status(state: State) -> Status {
    let kind = match state {
        State::Received => StatusKind::Review,
        State::InProgress => StatusKind::Ready,
        State::Waiting | State::Planned => StatusKind::Scheduled,
        State::Done => StatusKind::Published,
        State::Refused => StatusKind::Withdrawn,
    };
    Status::new(kind, state.word())
}

/// The mark of what presses; nothing for what does not.
pub(crate) fn pressing(priority: Priority) -> Option<Status> {
    match priority {
        Priority::Normal => None,
        Priority::Urgent => Some(Status::new(StatusKind::Scheduled, priority.word())),
        Priority::Danger => Some(Status::new(StatusKind::Withdrawn, priority.word())),
    }
}

/// A plain text as paragraphs.
pub(crate) fn paragraphs(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// The field the files come in.
pub(crate) const FILES: &str = "fichiers";

/// A file control; papers are judged when the form arrives.
#[derive(Template)]
#[template(path = "files.html")]
pub(crate) struct FilesPart {
    error: Option<String>,
    came_back: bool,
}

impl HtmlSafe for FilesPart {}

impl FilesPart {
    /// With what is wrong, if anything.
    pub(crate) fn new(problems: &Problems) -> Self {
        Self { error: problems.of(FILES), came_back: !problems.is_empty() }
    }
}

/// The field by which somebody says that a name that was found is meant.
pub(crate) const CONFIRMED: &str = "confirmed";

/// Pupils that were named, and the box by which one says that it is meant.
#[derive(Template)]
#[template(path = "named.html")]
pub(crate) struct NamedPart {
    notice: Notice,
    names: Vec<String>,
    confirm: Checkbox,
}

impl HtmlSafe for NamedPart {}

impl NamedPart {
    /// Nothing where nobody was named.
    pub(crate) fn new(names: Vec<String>) -> Option<Self> {
        (!names.is_empty()).then(|| Self {
            notice: Notice::attention(W.named_about()).title(W.named_title()),
            names,
            confirm: Checkbox::new(CONFIRMED, W.named_confirm()),
        })
    }
}

/// A commune or a grouping the viewer answers for, and tabs to the others on the same page.
pub(crate) struct Office {
    pub(crate) scope: String,
    pub(crate) name: String,
    pub(crate) tabs: Option<Tabs>,
}

impl Office {
    /// What was asked for, else the first the viewer answers for.
    ///
    /// # Errors
    /// [`Error::NotFound`] for whoever answers for none, and for what the viewer does not answer for.
    pub(crate) async fn open(tx: &mut Tx, viewer: &Viewer, wanted: &str, page: &str) -> Result<Self> {
        let offices = side::offices(viewer);
        let first = offices.first().ok_or(Error::NotFound)?;
        let wanted = if wanted.is_empty() { first.to_string() } else { wanted.to_owned() };
        let mut tabs = Vec::new();
        let mut opened: Option<(String, String)> = None;
        for territory in &offices {
            let (scope, name) = (territory.to_string(), web::place_name(tx, territory).await?);
            tabs.push(Tab::new(&name, at(page, &scope), scope == wanted));
            if scope == wanted {
                opened = Some((scope, name));
            }
        }
        let (scope, name) = opened.ok_or(Error::NotFound)?;
        Ok(Self { scope, name, tabs: (tabs.len() > 1).then(|| Tabs::new(W.my_offices(), tabs)) })
    }
}

/// A page about a scope.
pub(crate) fn at(page: &str, scope: &str) -> String {
    format!("{page}?commune={scope}")
}

/// What a scope is called.
pub(crate) async fn scope_name(tx: &mut Tx, scope: &str) -> Result<String> {
    match Territory::of(scope) {
        Some(territory) => web::place_name(tx, &territory).await,
        None => Err(Error::fault("a request that goes nowhere")),
    }
}
