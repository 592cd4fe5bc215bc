//! The school goes on while a delivery is imported, and two imports never run at once.

use crate::{
    SERVICES,
    hamlet::hamlet,
    house::{applied, empty},
    territory,
};
use db::{Error, args};
use directory::import::{Options, Outcome, import};
use std::{
    cell::Cell,
    time::{Duration, Instant},
};
use testkit::{App, Who::Thomas, on_both};
use tokio::time::timeout;

/// Nobody waits longer than this, whatever is imported.
const LONGEST: Duration = Duration::from_secs(2);

/// Writes and reads in the house, as a page does; tells how long it took.
async fn work(app: &App) -> Duration {
    let begun = Instant::now();
    let mut tx = app.write().await;
    let note = "update account set failures = failures + 1 where id = $1";
    assert_eq!(tx.changed_rows(note, args![Thomas.account()]).await.unwrap(), 1);
    tx.commit().await.unwrap();
    let mut tx = app.read().await;
    let read = "select count(*) as n from account where id = $1 and failures > 0";
    assert_eq!(tx.count(read, args![Thomas.account()]).await.unwrap(), 1);
    begun.elapsed()
}

#[tokio::test]
async fn the_house_writes_while_the_bench_is_held() {
    on_both(SERVICES, async |app| {
        let workshop = app.house.db.workshop().await.unwrap();
        let mut aside = workshop.aside().await.unwrap();
        aside.script("create unlogged table stage.trial (\n    n bigint not null\n);\n").await.unwrap();
        let filled = "insert into stage.trial (n) select jointure from person where jointure is not null";
        assert!(aside.changed_rows(filled, &[]).await.unwrap() > 0);
        let took = timeout(LONGEST, work(app)).await;
        assert!(took.is_ok(), "a page waited for the bench");
        // What is on the bench belongs to nobody else, and is still there.
        assert!(aside.count("select count(*) as n from stage.trial", &[]).await.unwrap() > 0);
        aside.commit().await.unwrap();
        workshop.close().await;
        applied(app, &hamlet()).await;
    })
    .await;
}

#[tokio::test]
async fn pages_answer_all_along_an_import() {
    on_both(SERVICES, async |app| {
        empty(app).await;
        let territory = territory::written(0).0;
        let over = Cell::new(false);
        let importing = async {
            let reports = import(&app.house, territory.path(), &Options::default(), &|_| {}).await;
            over.set(true);
            reports.unwrap()
        };
        let working = async {
            let mut waits = Vec::new();
            while !over.get() {
                waits.push(work(app).await);
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
            waits
        };
        let (reports, waits) = tokio::join!(importing, working);
        assert_eq!(reports[0].outcome, Outcome::Applied);
        assert!(waits.len() > 3, "the import left no time to work: {waits:?}");
        let longest = waits.iter().max().unwrap();
        assert!(*longest < LONGEST, "somebody waited {longest:?}");
    })
    .await;
}

#[tokio::test]
async fn a_second_import_at_the_same_time_is_told_so_at_once() {
    on_both(SERVICES, async |app| {
        let workshop = app.house.db.workshop().await.unwrap();
        let folder = hamlet().sent();
        let second =
            timeout(Duration::from_secs(10), import(&app.house, folder.path(), &Options::default(), &|_| {})).await;
        let Ok(second) = second else { panic!("the second import waits for the first") };
        assert!(matches!(second, Err(Error::Conflict)), "{second:?}");
        workshop.close().await;
        applied(app, &hamlet()).await;
    })
    .await;
}

#[tokio::test]
async fn a_path_that_leads_nowhere_is_refused_and_leaves_the_bench_free() {
    on_both(SERVICES, async |app| {
        let nowhere = app.folder().join("nulle-part");
        let missing = import(&app.house, &nowhere, &Options::default(), &|_| {}).await;
        assert!(matches!(missing, Err(Error::Invalid(_))), "{missing:?}");
        for _ in 0..2 {
            applied(app, &hamlet()).await;
        }
    })
    .await;
}
