//! The list of conversations as it is shown: tabs, lines to tick, what to do with those ticked.

use super::{is_pupil, list::View, voice};
use crate::{
    W, closing, draft,
    draft::Draft,
    folder,
    listing::{self, ClassLine, Line, PAGE, Shelf},
    matrix,
};
use askama::Template;
use db::{Moment, Result, Tx};
use school::{Role, Viewer};
use web::{
    component::{Button, Choice, EmptyState, Field, LinkButton, Notice, Opt, Tab, Tabs},
    dates,
};

#[derive(Template)]
#[template(path = "list.html")]
pub(crate) struct ListPage {
    notices: Vec<Notice>,
    /// Nothing for who only reads what was received before a departure.
    write: Option<LinkButton>,
    search: Field,
    find: Button,
    tabs: Tabs,
    rows: Vec<Row>,
    /// Where the lines ticked are sent, with what can be done with them; nothing where there is nothing to tick.
    steps: Option<Steps>,
    empty: Option<EmptyState>,
    older: Option<String>,
    links: Vec<(&'static str, String)>,
    folders: Vec<FolderLink>,
}

/// A folder beside the list.
struct FolderLink {
    name: String,
    href: String,
    current: bool,
}

/// A line of the list.
struct Row {
    /// The conversation, when it can be ticked.
    tick: Option<String>,
    tick_label: String,
    href: String,
    title: String,
    people: String,
    when: String,
    excerpt: String,
    child: Option<String>,
    unread: bool,
    recalled: bool,
    /// Where a draft is thrown away.
    discard: Option<(String, Button)>,
}

/// What can be done with the lines ticked.
struct Steps {
    back: String,
    buttons: Vec<Button>,
    folder: Option<(Choice, Button)>,
}

impl ListPage {
    pub(crate) async fn build(tx: &mut Tx, viewer: &Viewer, view: &View) -> Result<Self> {
        let now = tx.now();
        let (mut rows, mut older) = (Vec::new(), None);
        match view {
            View::Shelf(shelf, mark) => {
                listing::check(tx, viewer, *shelf).await?;
                let mut lines = listing::of(tx, viewer, *shelf, *mark).await?;
                older = older_than(view, &mut lines);
                rows.extend(lines.iter().map(|line| Row::of(line, *shelf, now)));
            }
            View::Found(typed) => {
                let mut lines = listing::search(tx, viewer, typed).await?;
                lines.truncate(PAGE);
                rows.extend(lines.iter().map(|line| Row::of(line, Shelf::Received, now)));
            }
            View::Drafts => rows.extend(draft::of(tx, viewer).await?.iter().map(|draft| Row::of_draft(draft, now))),
            View::Class => {
                rows.extend(listing::of_classes(tx, viewer).await?.iter().map(|line| Row::of_class(line, now)));
            }
        }
        let folders = folder::of(tx, viewer).await?;
        let writes = !matrix::schools(viewer).is_empty();
        let typed = if let View::Found(typed) = view { typed.as_str() } else { "" };
        Ok(Self {
            notices: closing::notice(tx, viewer).await?.into_iter().collect(),
            write: writes.then(|| LinkButton::primary(W.write(), "/messages/nouveau").icon("crayon")),
            search: Field::search("q", W.search_messages()).value(typed),
            find: Button::secondary(W.find()).icon("chercher"),
            tabs: Tabs::new(W.boxes(), tabs(viewer, view)),
            steps: (!rows.is_empty()).then(|| Steps::of(view, &folders)).flatten(),
            empty: rows.is_empty().then(|| EmptyState::new("messages", empty(viewer, view), None)),
            rows,
            older,
            links: if writes { links(viewer) } else { Vec::new() },
            folders: folders.iter().map(|it| folder_link(it, view)).collect(),
        })
    }
}

/// The address of older conversations, when the list holds one more than a page; that one is taken off.
fn older_than(view: &View, lines: &mut Vec<Line>) -> Option<String> {
    if lines.len() <= PAGE {
        return None;
    }
    lines.truncate(PAGE);
    let mark = lines.last()?.mark();
    let path = view.path();
    let sign = if path.contains('?') { '&' } else { '?' };
    Some(format!("{path}{sign}avant={}&suite={}", mark.at.0, mark.id))
}

fn tabs(viewer: &Viewer, view: &View) -> Vec<Tab> {
    let tab = |label: &str, href: &str| Tab::new(label, href, view.path() == href && !matches!(view, View::Found(_)));
    let mut tabs = vec![
        tab(W.received(), "/messages"),
        tab(W.sent_messages(), "/messages?boite=envoyes"),
        tab(W.drafts(), "/messages?boite=brouillons"),
    ];
    if viewer.taught().next().is_some() {
        tabs.push(tab(W.class_threads(), "/messages?boite=classe"));
    }
    if !is_pupil(viewer) {
        tabs.push(tab(W.archives(), "/messages?boite=archives"));
    }
    tabs.push(tab(W.bin(), "/messages?boite=corbeille"));
    tabs
}

fn folder_link(folder: &folder::Folder, view: &View) -> FolderLink {
    let href = format!("/messages?dossier={}", folder.id);
    let current = view.path() == href;
    let name = if folder.parent_id.is_some() { W.folder_within(&folder.name) } else { folder.name.clone() };
    FolderLink { name, href, current }
}

/// Where one sets what is not a message. A child has none of it.
fn links(viewer: &Viewer) -> Vec<(&'static str, String)> {
    if is_pupil(viewer) {
        return Vec::new();
    }
    let mut links =
        vec![(W.manage_folders(), "/messages/dossiers".to_owned()), (W.settings(), "/messages/reglages".to_owned())];
    let taught = viewer.seats.iter().filter(|seat| seat.role == Role::Teacher);
    for class in taught.filter(|seat| seat.kind == school::CircleKind::Class) {
        links.push((W.pupils_messages(), format!("/classes/{}/messages", class.circle)));
    }
    if closing::may_close(viewer) {
        links.push((W.closing_page(), "/messages/fermetures".to_owned()));
    }
    links
}

fn empty(viewer: &Viewer, view: &View) -> String {
    match view {
        View::Shelf(Shelf::Received, _) => W.nothing_received(voice(viewer)),
        View::Shelf(Shelf::Sent, _) => W.nothing_sent(voice(viewer)),
        View::Found(typed) => W.nothing_found(typed),
        View::Drafts => W.no_draft().to_owned(),
        View::Class => W.no_class_thread().to_owned(),
        View::Shelf(Shelf::Bin, _) => W.bin_empty().to_owned(),
        View::Shelf(Shelf::Archived | Shelf::Folder(_), _) => W.nothing_here().to_owned(),
    }
}

impl Row {
    fn of(line: &Line, shelf: Shelf, now: Moment) -> Self {
        let people = if shelf == Shelf::Sent { W.to_people(&line.audience) } else { line.author() };
        Self {
            tick: Some(line.thing_id.to_string()),
            tick_label: W.choose_thread(&line.title),
            href: format!("/messages/{}", line.thing_id),
            title: line.title.clone(),
            people,
            when: dates::past(line.visible_from, now),
            excerpt: line.excerpt(),
            child: line.child(),
            unread: line.unread,
            recalled: line.recalled,
            discard: None,
        }
    }

    fn of_draft(draft: &Draft, now: Moment) -> Self {
        let title = if draft.subject.trim().is_empty() { W.without_subject() } else { draft.subject.as_str() };
        let discard = Button::secondary(W.discard_draft());
        Self {
            tick: None,
            tick_label: String::new(),
            href: format!("/messages/nouveau?brouillon={}", draft.id),
            title: title.to_owned(),
            people: W.draft_word().to_owned(),
            when: dates::past(draft.saved_at, now),
            excerpt: draft.doc().map(|doc| doc.excerpt(120)).unwrap_or_default(),
            child: None,
            unread: false,
            recalled: false,
            discard: Some((format!("/messages/brouillons/{}/suppression", draft.id), discard)),
        }
    }

    fn of_class(line: &ClassLine, now: Moment) -> Self {
        Self {
            tick: None,
            tick_label: String::new(),
            href: format!("/messages/{}", line.thing_id),
            title: line.title.clone(),
            people: line.class.clone(),
            when: dates::past(line.created_at, now),
            excerpt: String::new(),
            child: Some(line.child()),
            unread: false,
            recalled: false,
            discard: None,
        }
    }
}

impl Steps {
    fn of(view: &View, folders: &[folder::Folder]) -> Option<Self> {
        let step = |label: &str, value: &str| Button::secondary(label).name_value("action", value);
        let buttons = match view {
            View::Drafts | View::Class => return None,
            View::Shelf(Shelf::Archived | Shelf::Bin, _) => vec![step(W.bring_back(), "reprendre")],
            View::Shelf(Shelf::Folder(_), _) => {
                vec![step(W.bring_back(), "reprendre"), step(W.archive(), "archiver"), step(W.discard(), "supprimer")]
            }
            View::Shelf(Shelf::Received | Shelf::Sent, _) | View::Found(_) => {
                vec![step(W.archive(), "archiver"), step(W.mark_unread(), "non-lu"), step(W.discard(), "supprimer")]
            }
        };
        let is_in_bin = matches!(view, View::Shelf(Shelf::Bin, _));
        let options = folders.iter().map(|it| Opt::new(it.id.to_string(), &it.name)).collect();
        let folder = (!folders.is_empty() && !is_in_bin)
            .then(|| (Choice::select("dossier", W.folder(), options), step(W.file(), "classer")));
        Some(Self { back: view.path(), buttons, folder })
    }
}
