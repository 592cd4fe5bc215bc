//! « Ma commune »: its schools, what is to do, the next dates.

use super::Wanted;
use crate::{
    W,
    charge::{self, Office},
    notice_list,
    profile::{self, ProfileState},
    strike,
};
use askama::Template;
use db::{Result, Tx};
use jiff::civil::Date;
use school::{Right, Viewer};
use web::{
    Answer, Query, SignedIn, Task,
    component::{EmptyState, Icon, LinkButton, Tabs},
    dates,
};

#[derive(Template)]
#[template(path = "home.html")]
struct HomePage {
    title: String,
    tabs: Option<Tabs>,
    tasks: Vec<TaskLine>,
    dates: Vec<(String, String, String)>,
    schools: Vec<SchoolLine>,
    empty: Option<EmptyState>,
    links: Vec<LinkButton>,
}

struct TaskLine {
    icon: Icon,
    title: String,
    href: String,
    about: String,
    due: Option<String>,
    act: &'static str,
}

struct SchoolLine {
    name: String,
    href: String,
    about: String,
}

/// `GET /ma-commune`
pub(crate) async fn show(mut visit: SignedIn, Query(wanted): Query<Wanted>) -> Answer {
    let services = visit.site.services;
    let mut tx = visit.read().await?;
    let office = Office::open(&mut tx, &visit.viewer, wanted.commune.as_deref()).await?;
    let mut tasks = Vec::new();
    for service in services {
        tasks.extend((service.tasks)(&mut tx, &visit.viewer).await?);
    }
    let today = tx.now().day();
    let page = HomePage {
        title: office.charge.name.clone(),
        tabs: office.tabs("/ma-commune"),
        tasks: tasks.into_iter().map(|task| TaskLine::of(task, today)).collect(),
        dates: next_dates(&mut tx, &visit.viewer, &office).await?,
        schools: schools(&office),
        empty: office.charge.schools.is_empty().then(|| EmptyState::new("classe", W.no_school(), None)),
        links: links(&visit.viewer, &office),
    };
    drop(tx);
    visit.page(W.my_town(), &page)
}

impl TaskLine {
    fn of(task: Task, today: Date) -> Self {
        Self {
            icon: Icon::new(task.icon),
            title: task.title,
            href: task.href,
            about: task.about,
            due: task.due.map(|day| W.before_day(dates::day_from(day, today))),
            act: task.act,
        }
    }
}

fn schools(office: &Office) -> Vec<SchoolLine> {
    let line = |school: &school::School| SchoolLine {
        name: school.name.clone(),
        href: format!("/demandes?ecole={}", school.id),
        about: [school.town.clone().unwrap_or_default(), school.uai.clone()].join(" · "),
    };
    office.charge.schools.iter().map(line).collect()
}

/// Notices and strikes to come, and the end of the own profile: the day, what it is, where it is seen.
async fn next_dates(tx: &mut Tx, viewer: &Viewer, office: &Office) -> Result<Vec<(String, String, String)>> {
    let today = tx.now().day();
    let scope = office.charge.scope.to_string();
    let mut coming: Vec<(Date, String, String)> = Vec::new();
    for notice in notice_list::of_scope(tx, &scope).await? {
        if notice.first() >= today && notice.withdrawn_at.is_none() {
            coming.push((notice.first(), notice.title.clone(), notice.path()));
        }
    }
    for day in strike::of_scope(tx, &scope).await? {
        if day.day() >= today && day.thing_id.is_none() {
            coming.push((day.day(), W.strike_to_tell().to_owned(), format!("/ma-commune/greves/{}", day.id)));
        }
    }
    for profile in profile::of_scope(tx, &scope).await? {
        let is_own = profile.account_id == Some(viewer.account) && profile.state == ProfileState::Granted;
        let end = |until| (until, W.own_end().to_owned(), team(viewer, &scope));
        coming.extend(profile.until().filter(|_| is_own).map(end));
    }
    coming.sort();
    Ok(coming.into_iter().map(|(day, what, href)| (dates::date(day), what, href)).collect())
}

/// Where the team is seen, by those who see it.
fn team(viewer: &Viewer, scope: &str) -> String {
    if profile::is_officer(viewer, scope) { charge::at("/ma-commune/equipe", scope) } else { String::new() }
}

fn links(viewer: &Viewer, office: &Office) -> Vec<LinkButton> {
    let scope = office.charge.scope.to_string();
    let link = |label: &'static str, page: &str, icon: &'static str| {
        LinkButton::secondary(label, charge::at(page, &scope)).icon(icon)
    };
    let handles = viewer.territories(Right::HandleAgreement).any(|territory| territory == office.charge.scope);
    // The agreements are those of all that somebody handles.
    let agreement = handles.then(|| LinkButton::secondary(W.agreement(), "/conventions").icon("a-signer"));
    let mut links = vec![
        link(W.menus(), "/ma-commune/cantine", "cantine"),
        link(W.offers(), "/ma-commune/services", "horloge"),
        link(W.notices(), "/ma-commune/avis", "a-envoyer"),
        link(W.strikes(), "/ma-commune/greves", "attention"),
        link(W.network(), "/ma-commune/reseau", "graphique"),
        link(W.town_papers(), "/ma-commune/documents", "document"),
    ];
    links.extend(agreement);
    if profile::is_officer(viewer, &scope) {
        links.push(link(W.team(), "/ma-commune/equipe", "personnes"));
    }
    links
}
