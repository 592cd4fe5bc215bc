//! « Missions »: who has which task over which territory until when; suspending one, with a reason.

use super::space::PATH;
use crate::{
    W,
    task_held::{self, TaskHeld},
};
use askama::Template;
use db::{Error, Moment, Problems, Result, Tx};
use school::{AccountId, Role, Territory};
use serde::Deserialize;
use web::{
    Answer, Form, Path, Query, SignedIn,
    component::{Button, EmptyState, Pager},
    dates, place_name,
    reason::{self, ReasonForm, ReasonPage, ReasonQuestion},
};

/// How many on a page.
const PER_PAGE: usize = 50;

#[derive(Template)]
#[template(path = "tasks_held.html")]
struct TasksPage {
    tasks: Vec<Line>,
    empty: Option<EmptyState>,
    pager: Pager,
}

struct Line {
    holder: String,
    task: String,
    times: String,
    used: String,
    lacks_factor: bool,
    /// Where it is suspended; none for one's own.
    suspend: Option<String>,
}

/// Which page.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Wanted {
    page: String,
}

/// `GET /espace-dpo/missions`
pub(crate) async fn list(mut visit: SignedIn, Query(wanted): Query<Wanted>) -> Answer {
    let mut tx = visit.read().await?;
    let all = task_held::all(&mut tx, &visit.viewer).await?;
    let page = wanted.page.parse::<usize>().unwrap_or(1).max(1);
    let mut tasks = Vec::new();
    for task in all.iter().skip((page - 1).saturating_mul(PER_PAGE)).take(PER_PAGE) {
        tasks.push(line(&mut tx, task, visit.viewer.account).await?);
    }
    drop(tx);
    let pages = all.len().div_ceil(PER_PAGE).max(1);
    let number = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
    let page = TasksPage {
        empty: tasks.is_empty().then(|| EmptyState::new("termine", W.tasks_none(), None)),
        tasks,
        pager: Pager::new("/espace-dpo/missions", number(page), number(pages), W.tasks_pages()),
    };
    visit.page(W.space_tasks(), &page)
}

async fn line(tx: &mut Tx, task: &TaskHeld, own: AccountId) -> Result<Line> {
    let now = tx.now();
    Ok(Line {
        holder: task.holder().to_owned(),
        task: named(tx, task).await?,
        times: times(task),
        used: task.seen_at.map_or_else(|| W.task_unused().to_owned(), |at| W.task_used(dates::past(at, now))),
        lacks_factor: !task.second_factor,
        suspend: (task.account_id != own).then(|| address(task)),
    })
}

/// « DPO · Académie de Toulouse ».
async fn named(tx: &mut Tx, task: &TaskHeld) -> Result<String> {
    let place = match Territory::of(&task.scope) {
        Some(territory) => match place_name(tx, &territory).await {
            Ok(name) => name,
            // A school or a grouping that is no more.
            Err(Error::NotFound) => task.scope.clone(),
            Err(error) => return Err(error),
        },
        None => task.scope.clone(),
    };
    Ok(W.task_over(role_word(task.role), place))
}

fn times(task: &TaskHeld) -> String {
    let since = dates::date(task.since.day());
    match task.until {
        Some(until) => W.task_until(since, day_before(until)),
        None => W.task_since(since),
    }
}

fn day_before(until: Moment) -> String {
    dates::date(until.plus_seconds(-1).day())
}

/// The word of a task.
fn role_word(role: Role) -> &'static str {
    match role {
        Role::AcademyAdmin => W.role_academy_admin(),
        Role::DistrictAdmin => W.role_district_admin(),
        Role::DistrictAdviser => W.role_district_adviser(),
        Role::TownEditor => W.role_town_editor(),
        Role::TownOfficer => W.role_town_officer(),
        Role::HelpAgent => W.role_help_agent(),
        Role::DataOfficer => W.role_data_officer(),
        Role::SchemeOfficer => W.role_scheme_officer(),
        // Seats in a circle are no tasks; one given by mistake is shown all the same.
        Role::Pupil
        | Role::Guardian
        | Role::Reader
        | Role::Teacher
        | Role::Head
        | Role::Deputy
        | Role::Staff
        | Role::Guest
        | Role::TownAgent => W.role_other(),
    }
}

fn address(task: &TaskHeld) -> String {
    format!("{PATH}/missions/{}/{}/{}/suspension", task.account_id, task.role.as_str(), task.scope)
}

/// `GET /espace-dpo/missions/{account}/{role}/{scope}/suspension`
pub(crate) async fn ask(mut visit: SignedIn, Path(of): Path<(AccountId, String, String)>) -> Answer {
    let (task, about) = found(&mut visit, of).await?;
    visit.page(W.suspend_title(), &page(&task, &about, "", &Problems::default()))
}

/// `POST /espace-dpo/missions/{account}/{role}/{scope}/suspension`
pub(crate) async fn suspend(
    mut visit: SignedIn,
    Path(of): Path<(AccountId, String, String)>,
    Form(form): Form<ReasonForm>,
) -> Answer {
    let (task, about) = found(&mut visit, of).await?;
    let reason = match reason::check(&form.reason) {
        Ok(reason) => reason,
        Err(Error::Invalid(problems)) => {
            return visit.again(W.suspend_title(), &page(&task, &about, &form.reason, &problems));
        }
        Err(error) => return Err(error.into()),
    };
    let viewer = visit.viewer.clone();
    let mut tx = visit.write().await?;
    task_held::suspend(&mut tx, &viewer, &task, reason).await?;
    tx.commit().await?;
    Ok(visit.done("/espace-dpo/missions", &W.suspended(task.holder())))
}

async fn found(visit: &mut SignedIn, of: (AccountId, String, String)) -> Result<(TaskHeld, String)> {
    let (account, role, scope) = of;
    let viewer = visit.viewer.clone();
    crate::allowed::keeper(&viewer)?;
    let role = Role::try_from(role).ok().ok_or(Error::NotFound)?;
    let mut tx = visit.read().await?;
    let task = task_held::one(&mut tx, &viewer, account, role, &scope).await?;
    let about = named(&mut tx, &task).await?;
    Ok((task, about))
}

fn page(task: &TaskHeld, about: &str, typed: &str, problems: &Problems) -> ReasonPage {
    let question = ReasonQuestion::new(
        W.suspend_label(),
        W.suspend_about(),
        address(task),
        Button::danger(W.suspend_do()),
        "/espace-dpo/missions",
    );
    let title = W.suspend_of(task.holder(), about);
    ReasonPage::new(W.suspend_title(), title, question.typed(typed, problems), problems)
}
