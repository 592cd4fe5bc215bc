//! An entry of the register, and its versions.

use super::register::{PATH, address, state};
use crate::{
    W, allowed,
    register::{
        Entry, paper as register_paper,
        version::{self, Version},
    },
    schedule::Schedule,
};
use askama::Template;
use db::{Error, Moment};
use web::{
    Answer, Path, SignedIn,
    component::{LinkButton, Notice},
    dates,
};

#[derive(Template)]
#[template(path = "register_entry.html")]
struct EntryPage {
    title: String,
    state: String,
    outdated: Option<Notice>,
    sections: Vec<(&'static str, Vec<String>)>,
    amend: Option<LinkButton>,
    versions: Vec<Line>,
    back: (&'static str, String),
}

struct Line {
    href: String,
    label: String,
    note: String,
}

/// `GET /registre/{entry}`
pub(crate) async fn show(mut visit: SignedIn, Path(key): Path<String>) -> Answer {
    allowed::keeper(&visit.viewer)?;
    let house = visit.site.house.clone();
    let mut tx = visit.read().await?;
    let processing = version::one(&mut tx, &key).await?;
    let versions = version::history(&mut tx, &key).await?;
    let schedule = Schedule::load(&mut tx, &house).await?;
    let now = tx.now();
    drop(tx);
    let page = EntryPage {
        title: register_paper::title(&processing),
        state: state(&processing, now),
        outdated: processing.is_outdated().then(|| Notice::attention(W.register_outdated())),
        sections: processing.entry.sections(&schedule),
        amend: Some(LinkButton::primary(W.register_amend(), format!("{}/modifier", address(&key)))),
        versions: versions.iter().map(|it| line(it, now)).collect(),
        back: (W.register_back(), PATH.to_owned()),
    };
    visit.page(W.register_title(), &page)
}

fn line(version: &Version, now: Moment) -> Line {
    Line {
        href: format!("{}/versions/{}", address(&version.entry), version.number),
        label: W.register_version(version.number, &version.by_name, dates::past(version.at, now)),
        note: version.note.clone(),
    }
}

/// `GET /registre/{entry}/versions/{number}`
pub(crate) async fn past(mut visit: SignedIn, Path((key, number)): Path<(String, String)>) -> Answer {
    allowed::keeper(&visit.viewer)?;
    let number: i64 = number.parse().ok().ok_or(Error::NotFound)?;
    let house = visit.site.house.clone();
    let mut tx = visit.read().await?;
    let versions = version::history(&mut tx, &key).await?;
    let schedule = Schedule::load(&mut tx, &house).await?;
    let now = tx.now();
    drop(tx);
    let version = versions.into_iter().find(|it| it.number == number).ok_or(Error::NotFound)?;
    let entry: Entry = version.entry()?;
    let page = EntryPage {
        title: entry.title.clone(),
        state: W.register_version(version.number, &version.by_name, dates::past(version.at, now)),
        outdated: None,
        sections: entry.sections(&schedule),
        amend: None,
        versions: Vec::new(),
        back: (W.register_back_entry(), address(&key)),
    };
    visit.page(W.register_title(), &page)
}
