//! « Mes données »: what is kept of oneself and of one's children, and what one may ask.

use super::{said_once, table};
use crate::{
    W,
    copy::DataCopy,
    death::after::may_direct,
    kept::{self, Reader},
    whose::{self, Whose},
};
use askama::Template;
use commons::limitation::{self, Topic};
use db::{Moment, Result, Tx};
use school::{PersonId, Viewer};
use web::{
    Answer, SignedIn,
    component::{Button, Hidden, LinkButton, Notice, Table},
    dates, is_pupil, voice,
};

/// Of bytes, in a megabyte.
const MEGABYTE: i64 = 1_048_576;

#[derive(Template)]
#[template(path = "home.html")]
struct HomePage {
    lead: String,
    frozen: Option<Notice>,
    people: Vec<PersonPart>,
    rights_title: String,
    rights: String,
    links: Vec<LinkButton>,
    not_in_the_list: String,
}

/// What concerns one of them.
struct PersonPart {
    title: String,
    tables: Vec<NamedTable>,
    copy_about: String,
    copy: CopyPart,
}

struct NamedTable {
    title: String,
    table: Table,
    notes: Vec<String>,
}

/// A copy: asked for, on its way, or there.
enum CopyPart {
    Ask(Hidden, Button),
    Wait(Notice),
    Fetch(LinkButton, String),
}

/// `GET /mes-donnees`
pub(crate) async fn show(mut visit: SignedIn) -> Answer {
    let mut tx = visit.read().await?;
    let page = HomePage::build(&mut tx, &visit.viewer).await?;
    drop(tx);
    visit.page(W.my_data(), &page)
}

impl HomePage {
    async fn build(tx: &mut Tx, viewer: &Viewer) -> Result<Self> {
        let who = voice(viewer);
        let copies = DataCopy::of(tx, viewer.account).await?;
        let own = Whose::own(viewer);
        let frozen = limitation::limited(tx, own.people.iter().copied(), Topic::All).await?;
        let mut people = vec![PersonPart::build(tx, viewer, &own, None, &copies).await?];
        for child in whose::children(tx, viewer).await? {
            let whose = Whose::child(tx, viewer, child.id).await?;
            people.push(PersonPart::build(tx, viewer, &whose, Some(child.id), &copies).await?);
        }
        Ok(Self {
            lead: W.my_data_lead(who),
            frozen: (!frozen.is_empty()).then(|| Notice::attention(W.restriction_does()).title(W.restriction_title())),
            people,
            rights_title: W.rights_title(who),
            rights: W.rights_lead(who),
            links: links(viewer),
            not_in_the_list: W.not_in_the_list(who, W.copy_here()),
        })
    }
}

fn links(viewer: &Viewer) -> Vec<LinkButton> {
    let mut links = vec![
        LinkButton::secondary(W.who_saw(voice(viewer)), "/mes-donnees/consultations").icon("lire"),
        LinkButton::secondary(W.requests_title(voice(viewer)), "/mes-donnees/demandes").icon("courrier"),
    ];
    if may_direct(viewer) {
        links.push(LinkButton::secondary(W.after_title(), "/mes-donnees/directives").icon("document"));
    }
    links.push(LinkButton::secondary(W.notice_page(), "/protection-des-donnees").icon("info"));
    links
}

impl PersonPart {
    async fn build(
        tx: &mut Tx,
        viewer: &Viewer,
        whose: &Whose,
        child: Option<PersonId>,
        copies: &[DataCopy],
    ) -> Result<Self> {
        let now = tx.now();
        let pupil = is_pupil(viewer);
        let reader = if pupil { Reader::Child } else { Reader::Adult };
        let parts = kept::shown(tx, whose, reader).await?;
        let last = copies.iter().find(|it| it.is_about(whose));
        let title = match child {
            None => W.about_me(voice(viewer)),
            Some(_) => W.about_child(web::of_name(&whose.name)),
        };
        let tables = parts.iter().map(|it| NamedTable {
            title: if pupil { W.part_for_child(&it.name, &it.title) } else { it.title.clone() },
            table: table(it, &title, now),
            notes: said_once(it),
        });
        let tables = tables.collect();
        Ok(Self {
            title,
            tables,
            copy_about: match child {
                None => W.copy_about(voice(viewer)),
                Some(_) => W.copy_about_child().to_owned(),
            },
            copy: CopyPart::of(last, child, pupil, now),
        })
    }
}

impl CopyPart {
    fn of(last: Option<&DataCopy>, child: Option<PersonId>, pupil: bool, now: Moment) -> Self {
        let asked = || {
            let label = if pupil { W.copy_ask_to_pupil() } else { W.copy_ask() };
            let child = child.map(|it| it.to_string()).unwrap_or_default();
            Self::Ask(Hidden::new("enfant", child), Button::secondary(label).icon("telecharger"))
        };
        let Some(last) = last else { return asked() };
        match (last.ready_at, last.ends_at) {
            (Some(_), Some(ends)) => {
                let told = W.copy_until(weight(last.size), dates::date(ends.day()));
                Self::Fetch(LinkButton::secondary(W.copy_fetch(), last.path()).icon("telecharger"), told)
            }
            _ if last.asked_at.plus_days(1) > now => Self::Wait(Notice::info(W.copy_on_its_way())),
            _ => asked(),
        }
    }
}

/// The size of a copy in words, rounded up; a copy without a known size is told as a small one.
fn weight(bytes: Option<i64>) -> String {
    match bytes {
        Some(bytes) if bytes >= MEGABYTE => W.copy_megabytes((bytes + MEGABYTE - 1) / MEGABYTE),
        Some(_) | None => W.copy_small().to_owned(),
    }
}
