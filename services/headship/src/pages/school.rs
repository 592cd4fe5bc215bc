//! `/ecoles/{school}/remplacements`: the replacements of a school that wait or run, and its classes to open.

use super::pass_part::PassPart;
use crate::{W, pass, reach};
use askama::Template;
use school::{Circle, SchoolId, SchoolYear, circle};
use web::{Answer, Path, SignedIn};

#[derive(Template)]
#[template(path = "school.html")]
struct SchoolPage {
    school: String,
    rows: Vec<Row>,
    classes: Vec<(String, String)>,
    back: String,
}

/// A replacement and the class it is in.
struct Row {
    class: String,
    href: String,
    part: PassPart,
}

/// `GET /ecoles/{school}/remplacements`
pub(crate) async fn show(mut visit: SignedIn, Path(id): Path<SchoolId>) -> Answer {
    let mut tx = visit.read().await?;
    let school = reach::school(&mut tx, &visit.viewer, id).await?;
    let passes = pass::of_school(&mut tx, id).await?;
    let now = tx.now();
    let classes = circle::classes(&mut tx, id, SchoolYear::of(now.day()).0).await?;
    drop(tx);
    let rows = passes.iter().map(|it| Row {
        class: it.class_name.clone(),
        href: format!("/classes/{}/remplacements", it.class_id),
        part: PassPart::new(it, now),
    });
    let works_there = visit.viewer.seats.iter().any(|seat| seat.school == id);
    let page = SchoolPage {
        rows: rows.collect(),
        classes: classes.iter().map(link).collect(),
        back: if works_there { format!("/ecoles/{id}") } else { super::territory::PATH.to_owned() },
        school: school.name,
    };
    visit.page(W.replacements(), &page)
}

fn link(class: &Circle) -> (String, String) {
    (class.name.clone(), format!("/classes/{}/remplacements", class.id))
}
