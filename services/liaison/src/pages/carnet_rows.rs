//! The lines of the list of mots.

use super::mark::{self, Mark};
use crate::{
    W,
    awaiting::{self, Awaiting},
    class,
    follow::Standing,
    listing::{self, Line, Received},
    mot::{KIND, State},
    terms::Reply,
};
use askama::{Template, filters::HtmlSafe};
use db::{Day, Moment, Result, Tx};
use jiff::civil::Date;
use school::{Circle, CircleId, CircleKind, Viewer, person};
use web::{
    component::{Icon, LinkButton, Status, Tab, Tabs},
    dates,
};

/// A mot that was received.
pub(crate) struct Row {
    pub(crate) icon: Icon,
    pub(crate) title: String,
    pub(crate) href: String,
    pub(crate) about: String,
    pub(crate) mark: Option<Mark>,
}

/// Mots that were received, one under the other.
#[derive(Default, Template)]
#[template(path = "rows.html")]
pub(crate) struct Rows {
    pub(crate) rows: Vec<Row>,
}

impl HtmlSafe for Rows {}

impl Rows {
    pub(crate) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}

/// A mot that awaits an act.
pub(crate) struct Todo {
    pub(crate) icon: Icon,
    pub(crate) title: String,
    pub(crate) href: String,
    pub(crate) about: String,
    pub(crate) act: &'static str,
    pub(crate) due: Option<String>,
    pub(crate) late: bool,
}

/// What a family finds: what awaits it, then what each child received.
pub(crate) struct FamilyPart {
    pub(crate) todo: Vec<Todo>,
    pub(crate) children: Vec<(String, Rows)>,
}

/// A mot as the people of the school find it.
pub(crate) struct Sent {
    pub(crate) icon: Icon,
    pub(crate) title: String,
    pub(crate) href: String,
    pub(crate) about: String,
    pub(crate) status: Status,
    pub(crate) progress: Option<(String, String)>,
    pub(crate) late: bool,
}

/// Mots of the school, one under the other.
#[derive(Template)]
#[template(path = "sent_rows.html")]
pub(crate) struct SentRows {
    lines: Vec<Sent>,
}

impl HtmlSafe for SentRows {}

impl SentRows {
    pub(crate) fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }
}

/// What the people of a school find.
pub(crate) struct SchoolPart {
    pub(crate) write: Vec<LinkButton>,
    pub(crate) filter: Option<Tabs>,
    pub(crate) drafts: SentRows,
    pub(crate) sent: SentRows,
}

impl FamilyPart {
    pub(crate) async fn build(tx: &mut Tx, viewer: &Viewer) -> Result<Self> {
        let now = tx.now();
        let mut awaiting = awaiting::of(tx, viewer).await?;
        let mut received = listing::received(tx, viewer).await?;
        // What awaits stands above, once.
        received.retain(|it| awaiting.iter().all(|to| (to.id, to.child_id) != (it.id, it.child_id)));
        awaiting.sort_by_key(|it| (it.due_day.is_none(), it.due_day.clone(), it.delivered_at));
        let todo = awaiting.iter().map(|it| Todo::of(it, now.day())).collect();
        let each = received.chunk_by(|one, other| one.child_id == other.child_id);
        let children = each.filter_map(|mots| {
            let rows = mots.iter().map(|it| row(it, now)).collect();
            Some((mots.first()?.child(), Rows { rows }))
        });
        Ok(Self { todo, children: children.collect() })
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.todo.is_empty() && self.children.is_empty()
    }
}

impl Todo {
    fn of(mot: &Awaiting, today: Date) -> Self {
        let due = mot.due_day.as_ref().and_then(Day::date);
        Self {
            icon: Icon::new(mot.theme.icon()),
            title: mot.title.clone(),
            href: mot.path(),
            about: mot.about(),
            act: awaiting::act(mot.reply),
            due: due.map(|day| W.before(dates::day_from(day, today))),
            late: due.is_some_and(|day| day < today),
        }
    }
}

fn row(mot: &Received, now: Moment) -> Row {
    let standing = match (mot.is_signed(), mot.opened) {
        (true, _) => Standing::Signed,
        (false, true) => Standing::Read,
        (false, false) => Standing::Unread,
    };
    Row {
        icon: Icon::new(mot.theme.icon()),
        title: mot.title.clone(),
        href: mot.path(),
        about: dates::past(mot.delivered_at, now),
        mark: Some(Mark::of(standing)),
    }
}

impl SchoolPart {
    pub(crate) async fn build(
        tx: &mut Tx,
        viewer: &Viewer,
        circles: &[Circle],
        wanted: Option<CircleId>,
    ) -> Result<Self> {
        let now = tx.now();
        let wanted = wanted.filter(|it| circles.iter().any(|circle| circle.id == *it));
        let looked: Vec<_> = circles
            .iter()
            .filter(|circle| wanted.is_none_or(|it| it == circle.id))
            .map(|circle| (circle.id, circle.school_id))
            .collect();
        let lines = listing::lines(tx, viewer, &looked).await?;
        let (drafts, sent): (Vec<&Line>, Vec<&Line>) = lines.iter().partition(|line| line.state == State::Draft);
        Ok(Self {
            write: write_links(circles, wanted),
            filter: filter(circles, wanted),
            drafts: SentRows { lines: drafts.into_iter().map(|line| Sent::of(line, now)).collect() },
            sent: SentRows { lines: sent.into_iter().map(|line| Sent::of(line, now)).collect() },
        })
    }
}

/// A way to write to each circle shown; one alone needs no name.
fn write_links(circles: &[Circle], wanted: Option<CircleId>) -> Vec<LinkButton> {
    let address = |circle: &Circle| format!("/classes/{}/mots/nouveau", circle.id);
    let shown: Vec<&Circle> = circles.iter().filter(|circle| wanted.is_none_or(|it| it == circle.id)).collect();
    match shown.as_slice() {
        [only] => vec![LinkButton::primary(W.write(), address(only)).icon("crayon")],
        several => several
            .iter()
            .map(|circle| LinkButton::secondary(W.write_to(name(circle)), address(circle)).icon("crayon"))
            .collect(),
    }
}

/// The name of a circle mots are written to.
pub(crate) fn name(circle: &Circle) -> String {
    match circle.kind {
        CircleKind::School => W.whole_school().to_owned(),
        CircleKind::Class
        | CircleKind::Level
        | CircleKind::Group
        | CircleKind::Staff
        | CircleKind::Families
        | CircleKind::Challenge => circle.name.clone(),
    }
}

fn filter(circles: &[Circle], wanted: Option<CircleId>) -> Option<Tabs> {
    if circles.len() < 2 {
        return None;
    }
    let all = Tab::new(W.all_classes(), "/carnet", wanted.is_none());
    let each = circles.iter().map(|it| Tab::new(name(it), class::path(it.id), wanted == Some(it.id)));
    Some(Tabs::new(W.filter(), std::iter::once(all).chain(each).collect()))
}

impl Sent {
    fn of(line: &Line, now: Moment) -> Self {
        let path = KIND.path(line.id);
        let delivered = line.state == State::Sent && line.delivered_at.is_some_and(|at| at <= now);
        let due = line.due_day.as_ref().and_then(Day::date);
        let incomplete = line.reply.asks() && line.done < line.children;
        let author = person::full(&line.author_first, &line.author_last);
        let when = dates::past(line.delivered_at.filter(|at| *at <= now).unwrap_or(line.updated_at), now);
        Self {
            icon: Icon::new(line.theme.icon()),
            title: line.title.clone(),
            about: W.about_mot(author, &line.circle_name, when),
            status: mark::status(line.state, line.delivered_at, now),
            progress: delivered.then(|| (progress(line), format!("{path}/suivi"))),
            late: delivered && incomplete && due.is_some_and(|day| day < now.day()),
            href: path,
        }
    }
}

/// « Réponses : 18 sur 24 », of those who answered or of those who opened.
fn progress(line: &Line) -> String {
    match line.reply {
        Reply::None => W.opened_of(line.opened, line.children),
        Reply::Read | Reply::Sign | Reply::Choose | Reply::Text => W.answers_of(line.done, line.children),
    }
}
