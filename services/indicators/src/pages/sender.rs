//! Sending to the national tag plan: its setting, and the files that wait to be collected.

use crate::{
    W,
    sender::{self, Sent, Setting},
};
use askama::Template;
use commons::audit::{self, Action};
use db::{Error, Problems, Result, Tx};
use jiff::civil::Date;
use school::{Right, Territory, Viewer, viewer::or_not_found};
use serde::Deserialize;
use web::{
    Answer, Form, Path, SignedIn,
    component::{Button, Cell, Checkbox, Column, ErrorSummary, Field, Table},
    dates, paper, summary,
};

const PATH: &str = "/indicateurs/envoi";

#[derive(Template)]
#[template(path = "sender.html")]
struct SenderPage {
    summary: Option<ErrorSummary>,
    active: Checkbox,
    project: Field,
    platform: Field,
    operator: Field,
    collectivities: Field,
    save: Button,
    files: Option<Table>,
}

/// What is typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Typed {
    active: Option<String>,
    project: String,
    platform: String,
    operator: String,
    collectivities: String,
}

impl From<Typed> for Setting {
    fn from(typed: Typed) -> Self {
        let Typed { active, project, platform, operator, collectivities } = typed;
        Self { active: active.is_some(), project, platform, operator, collectivities }
    }
}

/// Whoever runs the scheme for the whole région.
fn require(viewer: &Viewer) -> Result<()> {
    or_not_found(viewer.territories(Right::SetIdentity).any(|it| it == Territory::Region))
}

/// `GET /indicateurs/envoi`
pub(crate) async fn show(mut visit: SignedIn) -> Answer {
    require(&visit.viewer)?;
    let mut tx = visit.read().await?;
    let setting = Setting::load(&mut tx).await?;
    let page = page(&mut tx, &setting, &Problems::default()).await?;
    drop(tx);
    visit.page(W.sending(), &page)
}

/// `POST /indicateurs/envoi`
pub(crate) async fn set(mut visit: SignedIn, Form(typed): Form<Typed>) -> Answer {
    require(&visit.viewer)?;
    let setting = Setting::from(typed);
    let account = visit.viewer.account;
    let mut tx = visit.write().await?;
    match setting.check(W.sending_missing(), W.sending_unread()) {
        Ok(()) => setting.save(&mut tx).await?,
        Err(Error::Invalid(problems)) => {
            let page = page(&mut tx, &setting, &problems).await?;
            drop(tx);
            return visit.again(W.sending(), &page);
        }
        Err(other) => return Err(other.into()),
    }
    let detail = if setting.active { "on" } else { "off" };
    audit::write(&mut tx, Some(account), Action::TagsSet, None, Some(detail)).await?;
    tx.commit().await?;
    Ok(visit.done(PATH, W.sending_saved()))
}

/// `GET /indicateurs/envoi/{day}/{part}`
pub(crate) async fn file(mut visit: SignedIn, Path((day, part)): Path<(String, i64)>) -> Answer {
    require(&visit.viewer)?;
    let mut tx = visit.read().await?;
    let sent = sender::one(&mut tx, &day, part).await?;
    drop(tx);
    let bytes = visit.site.house.files.get(&sent.hash).await?;
    Ok(paper::made(bytes.to_vec(), "application/x-ndjson", &format!("marqueurs-{day}-{part}.jsonl")))
}

async fn page(tx: &mut Tx, setting: &Setting, problems: &Problems) -> Result<SenderPage> {
    let sent = sender::sent(tx).await?;
    Ok(SenderPage {
        summary: summary(problems),
        active: Checkbox::new("active", W.sending_active()).checked(setting.active),
        project: Field::text("project", W.sending_project()).value(&setting.project).error(problems.of("project")),
        platform: Field::text("platform", W.sending_platform()).value(&setting.platform).error(problems.of("platform")),
        operator: Field::text("operator", W.sending_operator()).value(&setting.operator).error(problems.of("operator")),
        collectivities: Field::area("collectivities", W.sending_accounts(), 8)
            .value(&setting.collectivities)
            .hint(W.sending_accounts_hint())
            .error(problems.of("collectivities")),
        save: Button::primary(W.sending_save()),
        files: (!sent.is_empty()).then(|| files(&sent)),
    })
}

fn files(sent: &[Sent]) -> Table {
    let row = |it: &Sent| {
        let day = it.day.parse::<Date>().map_or_else(|_| it.day.clone(), dates::date);
        let link = Cell::link(W.sending_file(&day, it.part + 1), format!("{PATH}/{}/{}", it.day, it.part));
        vec![link, Cell::text(crate::say::grouped(it.lines))]
    };
    let columns = vec![Column::new(W.sending_file_head()), Column::numeric(W.sending_lines())];
    Table::new(W.sending_files(), columns, sent.iter().map(row).collect())
}
