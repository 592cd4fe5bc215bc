//! The service through HTTP, with the named world, on both databases.
#![expect(clippy::unwrap_used, reason = "tests")]

mod directory;
mod faces;
mod families;
mod matrix;
mod shown;
mod strangers;
mod territory;

use commons::image_right::{self, Answer, Purpose, Respondent};
use db::{Arg, args};
use school::Viewer;
use testkit::{App, Classroom, Place, Who};
use web::Service;

const SERVICES: &[&Service] = &[&people::SERVICE];

/// The address of the card of somebody.
fn card(who: Who) -> String {
    format!("/annuaire/personnes/{}", who.person())
}

/// The address of a search.
fn search(typed: &str) -> String {
    format!("/annuaire/personnes?q={}", typed.replace(' ', "+"))
}

/// Runs a statement.
async fn run(app: &App, sql: &'static str, args: &[Arg]) {
    let mut tx = app.write().await;
    tx.change(sql, args).await.unwrap();
    tx.commit().await.unwrap();
}

/// The number a statement answers.
async fn count(app: &App, sql: &'static str, args: &[Arg]) -> i64 {
    app.read().await.count(sql, args).await.unwrap()
}

/// Writes what a delivery says of an adult beside the columns.
async fn deliver(app: &App, who: Who, details: &str) {
    run(app, "update person set details = $2 where id = $1", args![who.person(), details]).await;
}

/// Seats Enzo in the CP: Zoé has a classmate of another family.
async fn enzo_joins(app: &App) {
    app.comes(Who::Enzo, Classroom::Cp).await;
}

/// Has an adult answer about the image of Zoé inside the school.
async fn answer(app: &App, adult: Who, answer: Answer) {
    let mut tx = app.write().await;
    let viewer = Viewer::load(&mut tx, adult.account()).await.unwrap();
    let (school, child) = (Place::Tilleuls.id(), Who::Zoe.person());
    let of = Respondent { school, year: 2026, child, adult: adult.person() };
    image_right::answer(&mut tx, &viewer, &of, Purpose::School, answer, None).await.unwrap();
    tx.commit().await.unwrap();
}

/// Checks what an address answers to each of these people.
async fn answers(app: &App, path: &str, status: u16, people: &[Who]) {
    for who in people {
        let page = app.by(*who).await.get(path).await;
        assert_eq!(page.status, status, "{path} to {who:?}: {}", page.text());
    }
}
