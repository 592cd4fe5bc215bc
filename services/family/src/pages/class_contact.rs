//! `/classes/{circle}/coordonnees`: what the families of a class gave to be reached, for those who work there.

use crate::{
    W,
    class_contact::{self, Line},
    contact::Shown,
    language,
};
use askama::{Template, filters::HtmlSafe};
use commons::access::Topic;
use school::{CircleId, PersonId, person::phone_shown};
use web::{
    Answer, Path, SignedIn,
    component::{Cell, Column, EmptyState, SafeHtml, Table},
};

#[derive(Template)]
#[template(path = "class_contact.html")]
struct ClassContactPage {
    title: String,
    lead: &'static str,
    table: Option<Table>,
    empty: EmptyState,
    back: String,
}

/// `GET /classes/{circle}/coordonnees`
pub(crate) async fn show(mut visit: SignedIn, Path(circle): Path<CircleId>) -> Answer {
    let mut tx = visit.read().await?;
    let (class, reached) = class_contact::load(&mut tx, &visit.viewer, circle).await?;
    let lines = class_contact::of(&mut tx, &visit.viewer, &class, reached).await?;
    drop(tx);
    let looked: Vec<PersonId> = lines.iter().flat_map(|line| [line.child_id, line.adult_id]).collect();
    visit.looked(looked, Topic::Family, None).await;
    let title = W.class_contacts_of(&class.name);
    let page = ClassContactPage {
        title: title.clone(),
        lead: match reached {
            Shown::Head => W.class_contacts_head(),
            Shown::Teachers | Shown::Team => W.class_contacts_lead(),
        },
        table: (!lines.is_empty()).then(|| table(&title, &lines)),
        empty: EmptyState::new("classe", W.class_contacts_none(), None),
        back: if matches!(reached, Shown::Team) { "/".to_owned() } else { format!("/classes/{circle}") },
    };
    visit.page(&title, &page)
}

fn table(caption: &str, lines: &[Line]) -> Table {
    let columns = [W.child(), W.adult(), W.phones(), W.email_for_school(), W.language()].map(Column::new);
    Table::new(caption, columns.into(), lines.iter().map(row).collect()).caption_hidden()
}

fn row(line: &Line) -> Vec<Cell> {
    let phones = [phone_shown(&line.phone), phone_shown(&line.other_phone)];
    let phones: Vec<String> = phones.into_iter().filter(|it| !it.is_empty()).collect();
    vec![
        Cell::text(line.child()),
        Cell::text(line.adult()),
        Cell::text(phones.join(" · ")),
        Cell::text(&line.email),
        Cell::html(SafeHtml::of(&Spoken::new(&line.language))),
    ]
}

/// A language as French calls it, then as it calls itself, in its own voice.
#[derive(Template)]
#[template(path = "spoken.html")]
struct Spoken<'a> {
    code: &'a str,
    french: Option<&'static str>,
    own: &'static str,
}

impl HtmlSafe for Spoken<'_> {}

impl<'a> Spoken<'a> {
    fn new(code: &'a str) -> Self {
        Self { code, french: language::french(code), own: language::name(code).unwrap_or_default() }
    }
}
