//! A generated territory of eight schools: its full delivery, the deltas of the next days, the full again.

use crate::{
    dump::{Dump, living},
    house::{count, empty, import_at, in_every_house, lines, refused_at},
};
use directory::{
    import::{Options, Outcome, Report, Tally},
    teaching::{self, Attached},
};
use fiction::Summary;
use std::{collections::BTreeSet, fs, path::Path};
use tempfile::TempDir;
use testkit::App;

/// The delivery of a day of the territory, 0 for the full one.
pub(crate) fn written(day: u32) -> (TempDir, Summary) {
    generated(fiction::FIRST_YEAR, day)
}

fn generated(year: u32, day: u32) -> (TempDir, Summary) {
    let folder = tempfile::tempdir().unwrap();
    let options = fiction::Options { schools: 8, seed: 3, year, day, ..fiction::Options::default() };
    let summary = fiction::write(folder.path(), &options, &mut |_| {}).unwrap();
    (folder, summary)
}

async fn imported(app: &App, path: &Path) -> Report {
    let mut reports = import_at(app, path, &Options::default()).await.unwrap();
    assert_eq!(reports.len(), 1);
    let report = reports.remove(0);
    assert_eq!((report.outcome, report.reasons.len()), (Outcome::Applied, 0), "{:?}", report.reasons);
    report
}

async fn linked(app: &App, path: &Path) -> Attached {
    let mut tx = app.write().await;
    let attached = teaching::import_links(&mut tx, path).await.unwrap();
    tx.commit().await.unwrap();
    attached
}

/// Attaches the teachers the territory says, as a head does; tells how many lines the file has.
async fn attach(app: &App, full: &Path) -> u64 {
    let path = full.join("TOULOUSE/liens-enseignants.csv");
    let attached = linked(app, &path).await;
    let rows = u64::try_from(fs::read_to_string(&path).unwrap().lines().count()).unwrap() - 1;
    assert_eq!(attached, Attached { done: rows, unknown: Vec::new() }, "every line leads to somebody");
    rows
}

const ATTACHED: &str = "select count(*) as n from member where source = 'hand' and role = 'teacher' and until is null";

fn number(count: u64) -> i64 {
    i64::try_from(count).unwrap()
}

fn without_hands(living: BTreeSet<String>) -> BTreeSet<String> {
    living.into_iter().filter(|row| !row.contains(" hand\"")).collect()
}

#[tokio::test]
async fn the_full_delivery_of_a_territory_creates_all_that_is_in_it() {
    in_every_house(async |app| {
        empty(app).await;
        let (full, summary) = written(0);
        let counts = imported(app, full.path()).await.counts;
        let created = [counts.schools, counts.pupils, counts.guardians, counts.staff].map(|it| it.created);
        assert_eq!(created, [summary.schools, summary.pupils, summary.guardians, summary.staff].map(number));
        let all = [counts.schools, counts.classes, counts.pupils, counts.guardians, counts.staff, counts.links];
        assert!(all.iter().all(|it| *it == Tally { created: it.created, ..Tally::default() }), "{all:?}");

        let classes = "select count(*) as n from circle where academy = '16' and kind = 'class' and until is null";
        assert_eq!(count(app, classes, &[]).await, number(summary.classes));
        let seated = "select count(distinct m.person_id) as n from member m join circle c on c.id = m.circle_id \
             and c.kind = 'class' join person p on p.id = m.person_id where m.until is null and p.kind = 'pupil'";
        assert_eq!(count(app, seated, &[]).await, number(summary.pupils));
        let headless = "select count(*) as n from school s where s.academy = '16' and not exists (select 1 from circle c \
             join member m on m.circle_id = c.id and m.role = 'head' where c.school_id = s.id and c.kind = 'staff')";
        assert_eq!(count(app, headless, &[]).await, 0);
    })
    .await;
}

#[tokio::test]
async fn the_full_delivery_of_a_territory_again_writes_nothing() {
    in_every_house(async |app| {
        empty(app).await;
        let full = written(0).0;
        let first = imported(app, full.path()).await;
        let links = attach(app, full.path()).await;
        let before = Dump::of(app).await;
        let again = imported(app, full.path()).await;
        before.still(app).await;
        assert_eq!(again.counts.pupils.unchanged, first.counts.pupils.created);
        assert_eq!(again.counts.links.unchanged, first.counts.links.created);
        assert_eq!(count(app, ATTACHED, &[]).await, number(links));
        assert_eq!(lines(app, &again).await, lines(app, &first).await);
    })
    .await;
}

#[tokio::test]
async fn the_full_delivery_of_the_next_september_is_applied_unasked() {
    in_every_house(async |app| {
        empty(app).await;
        let first = imported(app, written(0).0.path()).await.counts.pupils.created;
        let (next, summary) = generated(fiction::FIRST_YEAR + 1, 0);
        let pupils = imported(app, next.path()).await.counts.pupils;
        assert!(pupils.created > 0 && pupils.disappeared * 20 > first, "{pupils:?}");
        let stayed = first - pupils.disappeared;
        assert_eq!(pupils.created + stayed, number(summary.pupils));
        assert_eq!((pupils.moved, pupils.unchanged, pupils.rejected), (stayed, 0, 0), "all are in another class");
        let open = "select count(*) as n from circle where academy = '16' and kind = 'class' and until is null";
        assert_eq!(count(app, open, &[]).await, number(summary.classes));
    })
    .await;
}

#[tokio::test]
async fn the_deltas_of_the_next_days_are_applied_in_turn_and_once() {
    in_every_house(async |app| {
        empty(app).await;
        imported(app, written(0).0.path()).await;
        for day in 1..=3 {
            let (delta, summary) = written(day);
            let report = imported(app, delta.path()).await;
            assert_eq!(report.kind, "Delta");
            assert!(report.counts.pupils.created > 0, "the first locality always has a newcomer");
            let counts = [report.counts.pupils, report.counts.guardians, report.counts.staff];
            assert!(counts.iter().all(|it| it.rejected == 0), "{:?}", lines(app, &report).await);
            let touched: i64 = counts.iter().map(|it| it.created + it.changed + it.moved + it.disappeared).sum();
            let said = number(summary.pupils + summary.guardians + summary.staff);
            assert!((1..=said).contains(&touched), "{touched} of {said}");
            let reason = refused_at(app, delta.path(), &Options::default()).await;
            assert!(reason.ends_with(" : elle est ignorée."), "{reason}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_old_full_brings_the_territory_back_once_somebody_answers_for_it() {
    in_every_house(async |app| {
        empty(app).await;
        let full = written(0).0;
        imported(app, full.path()).await;
        let links = attach(app, full.path()).await;
        let first = living(app, "16").await;
        for day in 1..=3 {
            imported(app, written(day).0.path()).await;
        }
        assert_ne!(living(app, "16").await, first);
        assert_eq!(count(app, ATTACHED, &[]).await, number(links), "no delta detaches a teacher");

        let before = Dump::of(app).await;
        let stopped = import_at(app, full.path(), &Options::default()).await.unwrap();
        assert_eq!(stopped[0].outcome, Outcome::Stopped);
        before.still(app).await;
        let accepted = Options { accept_doubts: true, ..Options::default() };
        let reports = import_at(app, full.path(), &accepted).await.unwrap();
        assert_eq!(reports[0].outcome, Outcome::Applied);
        let (back, first) = (without_hands(living(app, "16").await), without_hands(first));
        let differences: Vec<_> = back.symmetric_difference(&first).collect();
        assert!(differences.is_empty(), "{differences:#?}");
        assert_eq!(count(app, ATTACHED, &[]).await, number(links));
    })
    .await;
}

#[tokio::test]
async fn the_lines_of_a_file_of_links_that_lead_to_nobody_are_numbered() {
    in_every_house(async |app| {
        empty(app).await;
        let full = written(0).0;
        imported(app, full.path()).await;
        let links = fs::read_to_string(full.path().join("TOULOUSE/liens-enseignants.csv")).unwrap();
        let known = links.lines().nth(1).unwrap();
        let (uai, rest) = known.split_once(';').unwrap();
        let (class, teacher) = rest.split_once(';').unwrap();
        let path = full.path().join("liens.csv");
        let header = "uai;classe;enseignant";
        let lost = [format!("0319999X;{rest}"), format!("{uai};1;{teacher}"), format!("{uai};{class};1")];
        fs::write(&path, format!("{header}\n{}\n{known}\n", lost.join("\n"))).unwrap();
        assert_eq!(linked(app, &path).await, Attached { done: 1, unknown: vec![2, 3, 4] });
        assert_eq!(count(app, ATTACHED, &[]).await, 1);
    })
    .await;
}
