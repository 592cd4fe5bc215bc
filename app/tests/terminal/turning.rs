//! The year opened for an académie, or taken back, as somebody types it in a terminal.

use crate::house::{House, houses, territory, territory_of_today};
use db::{Clock, Tx, args};
use school::{School, SchoolId, SchoolYear};
use years::turn::{proposal, season, sweep};

/// Another circle has the identifier of a class prepared: the school cannot be opened.
const CLASH: &str = "\
insert into circle (id, school_id, kind, year, academy, key, name, sort_key, since) \
select k.id, k.school_id, 'group', $2, '00', 'autre', 'Autre', 'autre', 0 from turn_class k where k.school_id = $1 \
order by k.id limit 1";

/// Keeps one school from opening a year; which.
async fn clash(tx: &mut Tx, year: i64) -> SchoolId {
    let one = "select school_id from circle where kind = 'class' order by school_id limit 1";
    let (school,): (SchoolId,) = tx.one(one, &[]).await.unwrap();
    proposal::propose(tx, &[school], year, None).await.unwrap();
    assert_eq!(tx.changed_rows(CLASH, args![school, year]).await.unwrap(), 1);
    school
}

/// The year under way is opened for an académie; one of its schools cannot be.
async fn swept_but_one(place: &House, academy: &str) {
    let now = Clock::System.now();
    let year = SchoolYear::of(now.day()).0;
    let house = place.open_at(now).await;
    let mut tx = house.db.write().await.unwrap();
    tx.change("update circle set year = $1 where year > 0", args![year - 1]).await.unwrap();
    clash(&mut tx, year).await;
    tx.commit().await.unwrap();
    assert_eq!(sweep::run(&house, academy, year).await.unwrap().schools, 2);
    house.db.close().await;
}

#[tokio::test]
async fn a_school_that_was_never_opened_is_not_said_to_stay_open() {
    let full = territory(3, 0);
    for place in houses() {
        let academy = place.import(full.path())[0]["academy"].as_str().unwrap().to_owned();
        swept_but_one(&place, &academy).await;
        let undone = place.run(&["admin", "turn-year", "--academy", &academy, "--undo"]);
        let said = String::from_utf8_lossy(&undone.stdout).into_owned();
        assert!(said.contains("2 écoles remises à l’année précédente."), "{undone:?}");
        assert!(!said.contains("Reste ouverte"), "{said}");
        assert!(undone.status.success(), "{undone:?}");
    }
}

#[tokio::test]
async fn a_school_that_could_not_be_opened_is_named_and_the_command_ends_with_three() {
    let full = territory_of_today(3);
    for place in houses() {
        let academy = place.import(full.path())[0]["academy"].as_str().unwrap().to_owned();
        let now = Clock::System.now();
        let coming = season::prepared(now.day()).unwrap_or(SchoolYear::of(now.day()).0 + 1);
        let house = place.open_at(now).await;
        let mut tx = house.db.write().await.unwrap();
        let left = clash(&mut tx, coming).await;
        let School { name, uai, .. } = School::load(&mut tx, left).await.unwrap();
        tx.commit().await.unwrap();
        house.db.close().await;
        let trial = place.run(&["admin", "turn-year", "--academy", &academy, "--dry-run"]);
        let said = String::from_utf8_lossy(&trial.stdout).into_owned();
        assert!(said.contains(&format!("  Ne pourrait pas être ouverte : {name} ({uai}) : ")), "{trial:?}");
        assert_eq!(said.matches("Ne pourrait pas être ouverte").count(), 1, "{said}");
        assert_eq!(trial.status.code(), Some(3), "{trial:?}");
    }
}
