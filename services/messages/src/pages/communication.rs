//! `/ecoles/{school}/communication`: who writes to whom in a school, and what its head changes of it.

use crate::{
    W,
    class_setting::ClassSetting,
    closing::{self, Closing},
    communication::{self, Writer},
};
use askama::Template;
use db::Moment;
use school::{Circle, Right, School, SchoolId, viewer::or_not_found};
use web::{
    Answer, Path, SignedIn,
    component::{Cell, Column, LinkButton, Table},
    dates,
};

#[derive(Template)]
#[template(path = "communication.html")]
struct CommunicationPage {
    school: String,
    matrix: Table,
    classes: Option<Table>,
    closings: Vec<(&'static str, String)>,
    close: LinkButton,
}

/// `GET /ecoles/{school}/communication`
pub(crate) async fn show(mut visit: SignedIn, Path(id): Path<SchoolId>) -> Answer {
    or_not_found(visit.viewer.may_at(Right::RunSchool, id))?;
    let mut tx = visit.read().await?;
    let school = School::load(&mut tx, id).await?;
    let choices = communication::choices(&mut tx, id).await?;
    let closings = closing::at_school(&mut tx, &school).await?;
    let now = tx.now();
    drop(tx);
    let page = CommunicationPage {
        school: school.name,
        matrix: matrix(),
        classes: (!choices.is_empty()).then(|| classes(&choices)),
        closings: closings.iter().map(|it| closed(it, now)).collect(),
        close: LinkButton::secondary(W.communication_close(), "/messages/fermetures").icon("cadenas"),
    };
    visit.set_wide();
    visit.page(W.communication(), &page)
}

fn matrix() -> Table {
    let columns = [W.writer()].into_iter().chain(communication::columns()).map(Column::new);
    let row = |writer: &Writer| [writer.word()].into_iter().chain(writer.rules()).map(Cell::text).collect::<Vec<_>>();
    Table::new(W.communication(), columns.collect(), Writer::ALL.iter().map(row).collect()).caption_hidden()
}

fn classes(choices: &[(Circle, Option<ClassSetting>)]) -> Table {
    let word = |opened: bool| if opened { W.rule_yes() } else { W.rule_no() };
    let columns = [W.communication_class(), W.pupils_write(), W.pupils_among(), W.pupils_messages()];
    let row = |(class, setting): &(Circle, Option<ClassSetting>)| {
        let Some(setting) = setting else {
            let none = || Cell::text(W.rule_too_young());
            return vec![Cell::text(&class.name), none(), none(), Cell::text("")];
        };
        let change = Cell::link(W.communication_change(&class.name), format!("/classes/{}/messages", class.id));
        vec![
            Cell::text(&class.name),
            Cell::text(word(setting.pupils_write)),
            Cell::text(word(setting.among_themselves())),
            change,
        ]
    };
    let columns = columns.into_iter().map(Column::new).collect();
    Table::new(W.communication_choices(), columns, choices.iter().map(row).collect()).caption_hidden()
}

fn closed(closing: &Closing, now: Moment) -> (&'static str, String) {
    let since = dates::past(closing.closed_at, now);
    (closing.profile.word(), W.closing_about(&closing.reason, since, closing.end(now)))
}
