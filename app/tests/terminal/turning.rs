//! Taking back the year opened for an académie, as somebody types it in a terminal.

use crate::house::{House, houses, territory};
use db::{Clock, args};
use school::{SchoolId, SchoolYear};
use years::turn::{proposal, sweep};

/// Another circle has the identifier of a class prepared: the school cannot be opened.
const CLASH: &str = "\
insert into circle (id, school_id, kind, year, academy, key, name, sort_key, since) \
select k.id, k.school_id, 'group', $2, '00', 'autre', 'Autre', 'autre', 0 from turn_class k where k.school_id = $1 \
order by k.id limit 1";

/// The year under way is opened for an académie; one of its schools cannot be.
async fn swept_but_one(place: &House, academy: &str) {
    let now = Clock::System.now();
    let year = SchoolYear::of(now.day()).0;
    let house = place.open_at(now).await;
    let mut tx = house.db.write().await.unwrap();
    tx.change("update circle set year = $1 where year > 0", args![year - 1]).await.unwrap();
    let one = "select school_id from circle where kind = 'class' order by school_id limit 1";
    let (school,): (SchoolId,) = tx.one(one, &[]).await.unwrap();
    proposal::propose(&mut tx, &[school], year, None).await.unwrap();
    assert_eq!(tx.run(CLASH, args![school, year]).await.unwrap(), 1);
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
