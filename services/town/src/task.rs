//! What awaits those who run a commune, and the académie: menus to publish, requests to answer.

use crate::{
    W, charge, clock,
    menu::{self, MenuState},
    profile::{self, ProfileState, role_word},
};
use db::{Error, Result, Tx, args};
use jiff::civil::{Date, Weekday};
use school::{Right, Territory, Viewer};
use web::Task;

/// The tasks of a viewer.
///
/// # Errors
/// A fault of the database.
pub async fn of(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Task>> {
    let mut tasks = Vec::new();
    let mut scopes: Vec<Territory> = Vec::new();
    for scope in viewer.territories(Right::RunTown) {
        if !scopes.contains(&scope) {
            tasks.extend(menu_task(tx, &scope).await?);
            scopes.push(scope);
        }
    }
    if viewer.may_over(Right::GrantTownProfiles) {
        tasks.extend(requests(tx, viewer).await?);
    }
    Ok(tasks)
}

/// The menu of next week, from Wednesday on, where there was one already: who has no canteen is not asked for menus.
async fn menu_task(tx: &mut Tx, scope: &Territory) -> Result<Option<Task>> {
    let now = tx.now();
    let today = now.day();
    let monday = clock::shifted(clock::monday(today), 7);
    let is_late = today.weekday().to_monday_zero_offset() >= Weekday::Wednesday.to_monday_zero_offset();
    let text = scope.to_string();
    let before =
        "select count(*) as n from town_menu where scope = $1 and state = 'published' and monday >= $2 and monday < $3";
    let month_ago = clock::shifted(monday, -35);
    if !is_late || tx.count(before, args![&text, month_ago.to_string(), monday.to_string()]).await? == 0 {
        return Ok(None);
    }
    let menus = menu::of_week(tx, &text, monday).await?;
    if menus.iter().any(|menu| menu.state == MenuState::Published) {
        return Ok(None);
    }
    let address = charge::at("/ma-commune/cantine", &text);
    Ok(Some(Task {
        title: W.task_menu(clock::week(monday)),
        href: format!("{address}&semaine={monday}"),
        icon: "cantine",
        about: web::place_name(tx, scope).await?,
        child: None,
        act: W.publish(),
        due: Some(last_day_before(monday)),
        since: now,
    }))
}

fn last_day_before(monday: Date) -> Date {
    clock::shifted(monday, -3)
}

async fn requests(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Task>> {
    let academies = match profile::academies_of(tx, viewer).await {
        Ok(academies) => academies,
        Err(Error::NotFound) => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let asked = profile::in_state(tx, &academies, ProfileState::Requested).await?;
    let task = |it: profile::TownProfile| Task {
        title: W.task_profile(it.name()),
        href: format!("/mairies/profils/{}", it.id),
        icon: "mairie",
        about: role_word(it.role),
        child: None,
        act: W.answer(),
        due: None,
        since: it.asked_at,
    };
    Ok(asked.into_iter().map(task).collect())
}
