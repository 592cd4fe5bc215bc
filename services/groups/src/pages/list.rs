//! `/ecoles/{school}/groupes`: the groups of a school.

use super::Row;
use crate::{
    W,
    group::{Group, runs},
    list::List,
    roll,
};
use askama::Template;
use school::{CircleId, Right, School, SchoolId, viewer::or_not_found};
use std::collections::HashMap;
use web::{
    Answer, Path, SignedIn,
    component::{EmptyState, LinkButton},
};

#[derive(Template)]
#[template(path = "list.html")]
struct ListPage {
    school: String,
    back: String,
    add: LinkButton,
    empty: Option<EmptyState>,
    sections: Vec<Section>,
    delivered: Vec<String>,
}

struct Section {
    title: &'static str,
    rows: Vec<Row>,
}

/// The address of the groups of a school.
pub(crate) fn path(school: SchoolId) -> String {
    format!("/ecoles/{school}/groupes")
}

/// `GET /ecoles/{school}/groupes`
pub(crate) async fn show(mut visit: SignedIn, Path(id): Path<SchoolId>) -> Answer {
    or_not_found(visit.viewer.may_at(Right::MakeGroups, id))?;
    let mut tx = visit.read().await?;
    let school = School::load(&mut tx, id).await?;
    let list = List::of(&mut tx, &school).await?;
    let counts = roll::counts(&mut tx, list.all().map(|group| group.id)).await?;
    drop(tx);
    let answers = runs(&visit.viewer, id);
    let page = ListPage {
        back: format!("/ecoles/{id}"),
        add: LinkButton::primary(W.make_group(), format!("{}/nouveau", path(id))).icon("ajouter"),
        empty: list.open.is_empty().then(|| EmptyState::new("classe", W.no_group(), None)),
        sections: sections(&list, &counts, id, answers),
        delivered: list.delivered.into_iter().map(|circle| circle.name).collect(),
        school: school.name,
    };
    visit.page(W.groups(), &page)
}

fn sections(list: &List, counts: &HashMap<CircleId, i64>, school: SchoolId, answers: bool) -> Vec<Section> {
    let row = |group: &Group| Row::new(group, counts, Some(school));
    // The head alone answers, on the page where the pupils are chosen.
    let asked = |group: &Group| Row { href: group.part_path(school), ..row(group) };
    let mut sections = Vec::new();
    if answers {
        sections.push(Section { title: W.asked_groups(), rows: list.asked.iter().map(asked).collect() });
    }
    sections.push(Section { title: W.open_groups(), rows: list.open.iter().map(row).collect() });
    sections.push(Section { title: W.proposed_challenges(), rows: list.challenges.iter().map(row).collect() });
    sections.push(Section { title: W.ended_groups(), rows: list.ended.iter().map(row).collect() });
    sections.retain(|section| !section.rows.is_empty());
    sections
}
