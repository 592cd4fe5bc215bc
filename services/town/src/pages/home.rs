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
use school::Viewer;
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
    dates: Vec<(String, String)>,
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
    let page = HomePage {
        title: office.charge.name.clone(),
        tabs: office.tabs("/ma-commune"),
        tasks: tasks.into_iter().map(TaskLine::of).collect(),
        dates: next_dates(&mut tx, &visit.viewer, &office).await?,
        schools: schools(&office),
        empty: office.charge.schools.is_empty().then(|| EmptyState::new("classe", W.no_school(), None)),
        links: links(&visit.viewer, &office),
    };
    drop(tx);
    visit.page(W.my_town(), &page)
}

impl TaskLine {
    fn of(task: Task) -> Self {
        Self {
            icon: Icon::new(task.icon),
            title: task.title,
            href: task.href,
            about: task.about,
            due: task.due.map(|day| W.before_day(dates::long_day(day))),
            act: task.act,
        }
    }
}

fn schools(office: &Office) -> Vec<SchoolLine> {
    let line = |school: &school::School| SchoolLine {
        name: school.name.clone(),
        about: [school.town.clone().unwrap_or_default(), school.uai.clone()].join(" · "),
    };
    office.charge.schools.iter().map(line).collect()
}

/// Notices and strikes to come, and the end of the profiles of the team.
async fn next_dates(tx: &mut Tx, viewer: &Viewer, office: &Office) -> Result<Vec<(String, String)>> {
    let today = tx.now().day();
    let scope = office.charge.scope.to_string();
    let mut coming: Vec<(Date, String)> = Vec::new();
    for notice in notice_list::of_scope(tx, &scope).await? {
        if notice.first() >= today && notice.withdrawn_at.is_none() {
            coming.push((notice.first(), notice.title.clone()));
        }
    }
    for day in strike::of_scope(tx, &scope).await? {
        if day.day() >= today && day.thing_id.is_none() {
            coming.push((day.day(), W.strike_to_tell().to_owned()));
        }
    }
    for profile in profile::of_scope(tx, &scope).await? {
        let is_own = profile.account_id == Some(viewer.account) && profile.state == ProfileState::Granted;
        coming.extend(profile.until().filter(|_| is_own).map(|until| (until, W.own_end().to_owned())));
    }
    coming.sort();
    Ok(coming.into_iter().map(|(day, what)| (dates::date(day), what)).collect())
}

fn links(viewer: &Viewer, office: &Office) -> Vec<LinkButton> {
    let scope = office.charge.scope.to_string();
    let link = |label: &'static str, page: &str, icon: &'static str| {
        LinkButton::secondary(label, charge::at(page, &scope)).icon(icon)
    };
    let mut links = vec![
        link(W.menus(), "/ma-commune/cantine", "cantine"),
        link(W.offers(), "/ma-commune/services", "horloge"),
        link(W.notices(), "/ma-commune/avis", "a-envoyer"),
        link(W.strikes(), "/ma-commune/greves", "attention"),
        link(W.network(), "/ma-commune/reseau", "graphique"),
        link(W.town_papers(), "/ma-commune/documents", "document"),
    ];
    if profile::is_officer(viewer, &scope) {
        links.push(link(W.team(), "/ma-commune/equipe", "personnes"));
    }
    links
}
