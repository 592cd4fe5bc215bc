//! « Qui a vu mes données ? »

use crate::{
    W,
    seen::{self, Look},
    whose::{self, Whose},
};
use askama::Template;
use db::{Moment, Result, Tx};
use school::Viewer;
use web::{
    Answer, SignedIn,
    component::{Cell, Column, Notice, Table},
    dates, voice,
};

/// How many looks are shown; a copy holds more.
const MOST: i64 = 200;

#[derive(Template)]
#[template(path = "seen.html")]
struct SeenPage {
    title: String,
    rule: Notice,
    people: Vec<PersonPart>,
}

struct PersonPart {
    title: String,
    table: Option<Table>,
    nobody: String,
}

/// `GET /mes-donnees/consultations`
pub(crate) async fn show(mut visit: SignedIn) -> Answer {
    let mut tx = visit.read().await?;
    let page = SeenPage::build(&mut tx, &visit.viewer).await?;
    drop(tx);
    visit.page(&page.title, &page)
}

impl SeenPage {
    async fn build(tx: &mut Tx, viewer: &Viewer) -> Result<Self> {
        let who = voice(viewer);
        let now = tx.now();
        let own = Whose::own(viewer);
        let looks = seen::of(tx, &own.people, MOST).await?;
        let mut people = vec![PersonPart::new(W.about_me(who), &looks, who, now)];
        for child in whose::children(tx, viewer).await? {
            let looks = seen::of(tx, &[child.id], MOST).await?;
            people.push(PersonPart::new(W.about_child(web::of_name(child.full())), &looks, who, now));
        }
        let rule = Notice::info(W.seen_rule(who)).title(W.seen_rule_title());
        Ok(Self { title: W.who_saw(who), rule, people })
    }
}

impl PersonPart {
    fn new(title: String, looks: &[Look], who: &str, now: Moment) -> Self {
        let columns = [W.column_at(), W.column_who(), W.column_what(), W.column_reason()];
        let row = |it: &Look| {
            let why = it.why.clone().unwrap_or_else(|| W.nothing().to_owned());
            vec![Cell::text(dates::past(it.at, now)), Cell::text(&it.who), Cell::text(&it.what), Cell::text(why)]
        };
        let table = (!looks.is_empty()).then(|| {
            Table::new(&title, columns.map(Column::new).into(), looks.iter().map(row).collect()).caption_hidden()
        });
        Self { title, table, nobody: W.nobody_saw(who) }
    }
}
