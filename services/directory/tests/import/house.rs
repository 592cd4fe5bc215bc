//! Houses to import into, and importing.

use crate::{SERVICES, dump::Dump, parcel::Parcel};
use db::{Arg, Error, Result, args};
use directory::{
    import::{Options, Outcome, Report, Tally, import},
    import_run::{self, Line, RunId, SchoolTally, Slice},
};
use std::path::Path;
use testkit::{App, on_both, plain_spaced};

/// Tells a story in a house where people have accounts, then in one where nobody has: there the first delivery of an
/// académie goes straight into the tables.
pub(crate) async fn in_every_house(story: impl AsyncFn(&App)) {
    for inhabited in [true, false] {
        on_both(SERVICES, async |app: &App| {
            if !inhabited {
                close_accounts(app).await;
            }
            // Seen only when the story fails.
            println!("{}", if inhabited { "over the bench" } else { "straight" });
            story(app).await;
        })
        .await;
    }
}

async fn close_accounts(app: &App) {
    let tables = [
        "delete from session",
        "delete from charter_acceptance",
        "delete from account_grant",
        "delete from account_person",
        "delete from account",
    ];
    all(app, &tables).await;
}

/// Takes everybody out of the directory; those who have an account keep it.
pub(crate) async fn empty(app: &App) {
    let tables = [
        "delete from member",
        "delete from guardianship",
        "delete from circle",
        "delete from person",
        "delete from school",
    ];
    all(app, &tables).await;
}

async fn all(app: &App, statements: &[&'static str]) {
    let mut tx = app.write().await;
    for statement in statements {
        tx.change(statement, &[]).await.unwrap();
    }
    tx.commit().await.unwrap();
}

/// The number a statement answers.
pub(crate) async fn count(app: &App, sql: &'static str, args: &[Arg]) -> i64 {
    app.read().await.count(sql, args).await.unwrap()
}

/// Imports what is at a path; a minute passes.
pub(crate) async fn import_at(app: &App, path: &Path, options: &Options) -> Result<Vec<Report>> {
    let reports = import(&app.house, path, options, &|_| {}).await;
    app.wait(60);
    reports
}

/// Imports one delivery.
pub(crate) async fn tried(app: &App, parcel: &Parcel, options: &Options) -> Report {
    let folder = parcel.sent();
    let mut reports = import_at(app, folder.path(), options).await.unwrap();
    assert_eq!(reports.len(), 1);
    reports.remove(0)
}

/// Imports one delivery, which must be applied.
pub(crate) async fn applied(app: &App, parcel: &Parcel) -> Report {
    let report = tried(app, parcel, &Options::default()).await;
    assert_eq!(report.outcome, Outcome::Applied, "{:?}", report.reasons);
    report
}

/// Imports one delivery, which must be refused and leave everything as it was; answers why.
pub(crate) async fn refused(app: &App, parcel: &Parcel) -> String {
    let folder = parcel.sent();
    refused_at(app, folder.path(), &Options::default()).await
}

/// Imports what is at a path, which must be refused and leave everything as it was; answers why.
pub(crate) async fn refused_at(app: &App, path: &Path, options: &Options) -> String {
    let before = Dump::of(app).await;
    let reasons: Vec<String> = match import_at(app, path, options).await {
        Ok(reports) => refusal(app, reports.last().unwrap()).await,
        Err(Error::Invalid(problems)) => problems.all().iter().map(|(_, message)| message.clone()).collect(),
        Err(error) => panic!("{error}"),
    };
    before.still(app).await;
    plain_spaced(&reasons.join(" "))
}

/// The refusal is kept, without lines: a delivery that was not read whole says nothing of them.
async fn refusal(app: &App, report: &Report) -> Vec<String> {
    assert_eq!(report.outcome, Outcome::Refused, "{report:?}");
    let kept = "select count(*) as n from import_run where id = $1 and outcome = 'refused'";
    assert_eq!(count(app, kept, args![report.id]).await, 1);
    assert_eq!(lines(app, report).await, Vec::<String>::new());
    report.reasons.clone()
}

/// The lines of a report as it is kept, in the order of their letters:
/// `Eleve 8001 ENTEleveINE: L’INE n’a pas… <990>`, then `rejected` when the record was.
pub(crate) async fn lines(app: &App, report: &Report) -> Vec<String> {
    let mut tx = app.read().await;
    let lines = import_run::lines(&mut tx, RunId(report.id), None, Slice::ALL).await.unwrap();
    let mut said: Vec<String> = lines.iter().map(said).collect();
    said.sort();
    said
}

fn said(line: &Line) -> String {
    let part = |text: &Option<String>| text.clone().unwrap_or_else(|| "-".to_owned());
    let record = line.record.map_or_else(|| "-".to_owned(), |it| it.to_string());
    let (entity, attribute, value) = (part(&line.entity), part(&line.attribute), part(&line.value));
    let end = if line.rejected { " rejected" } else { "" };
    plain_spaced(&format!("{entity} {record} {attribute}: {} <{value}>{end}", line.message))
}

/// What a report says of each school.
pub(crate) async fn schools(app: &App, report: &Report) -> Vec<SchoolTally> {
    let mut tx = app.read().await;
    import_run::schools(&mut tx, RunId(report.id), None, Slice::ALL).await.unwrap()
}

/// Records all seen for the first time.
pub(crate) fn created(created: i64) -> Tally {
    Tally { created, ..Tally::default() }
}

/// Records all as they were.
pub(crate) fn unchanged(unchanged: i64) -> Tally {
    Tally { unchanged, ..Tally::default() }
}
