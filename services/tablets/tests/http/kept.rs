//! What is kept, given as a copy, and erased.

use crate::{MORNING, SERVICES, codes, count, tablet, tap};
use commons::retention;
use db::args;
use testkit::{App, Classroom::Cp, Who::*, on_both};
use web::personal::{Leaver, Subject};

/// Everything the service keeps of somebody: a device, an entry, pictures, a badge, a code for home, a refusal, a code to pair.
async fn everything(app: &App) {
    app.at(MORNING);
    crate::level(app, Zoe, "1111").await;
    let device = tablet(app, Thomas, Cp, "jour").await;
    tap(&device, Zoe).await;
    let thomas = app.by(Thomas).await;
    thomas.post(&Cp.path("/tablettes/code"), &[("duree", "jour")]).await;
    thomas.post(&codes(Cp, Zoe, "/images"), &[("hasard", "on")]).await;
    thomas.post(&codes(Cp, Zoe, "/badge"), &[]).await;
    thomas.post(&Cp.path("/codes/maison"), &[]).await;
    device.post("/badge", &[("code", "rien")]).await;
}

async fn rows(app: &App) -> [i64; 7] {
    [
        count(app, "select count(*) as n from tablet_device", args![]).await,
        count(app, "select count(*) as n from tablet_pairing", args![]).await,
        count(app, "select count(*) as n from tablet_entry", args![]).await,
        count(app, "select count(*) as n from tablet_refusal", args![]).await,
        count(app, "select count(*) as n from tablet_pupil", args![]).await,
        count(app, "select count(*) as n from tablet_badge", args![]).await,
        count(app, "select count(*) as n from tablet_home", args![]).await,
    ]
}

#[tokio::test]
async fn each_thing_is_erased_in_its_time() {
    on_both(SERVICES, async |app| {
        everything(app).await;
        assert_eq!(rows(app).await, [1; 7]);
        for (at, left) in [
            ("2026-10-05T10:00", [1, 1, 1, 1, 1, 1, 1]),
            ("2026-10-07T10:00", [1, 0, 0, 1, 1, 1, 1]),
            ("2026-11-05T10:00", [1, 0, 0, 0, 1, 1, 1]),
            ("2027-09-02T10:00", [1, 0, 0, 0, 1, 0, 1]),
            ("2027-11-15T10:00", [0, 0, 0, 0, 0, 0, 1]),
            ("2028-09-10T10:00", [0; 7]),
        ] {
            app.at(at);
            for rule in ::tablets::SERVICE.retention {
                retention::run(&app.house, rule, &at[..10]).await.unwrap();
            }
            assert_eq!(rows(app).await, left, "{at}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_copy_says_what_was_given_and_holds_no_secret() {
    on_both(SERVICES, async |app| {
        everything(app).await;
        let subject = |who: testkit::Who| Subject {
            people: vec![who.person()],
            account: Some(who.account()),
            own: true,
            by_guardian: false,
        };
        let mut tx = app.read().await;
        let of_zoe = (::tablets::SERVICE.personal_data)(&mut tx, &subject(Zoe)).await.unwrap();
        let of_thomas = (::tablets::SERVICE.personal_data)(&mut tx, &subject(Thomas)).await.unwrap();
        let names: Vec<&str> = of_zoe.iter().chain(&of_thomas).map(|part| part.name.as_str()).collect();
        assert_eq!(names, ["portes-des-eleves", "tablettes-de-classe"]);
        assert_eq!(of_zoe[0].rows.len(), 3);
    })
    .await;
}

#[tokio::test]
async fn nothing_is_left_of_a_child_erased_and_nothing_is_a_teachers_who_left() {
    on_both(SERVICES, async |app| {
        everything(app).await;
        for who in [Zoe, Thomas] {
            let leaver = Leaver { people: vec![who.person()], account: Some(who.account()), contributions_stay: true };
            let mut tx = app.write().await;
            assert!((::tablets::SERVICE.erase)(&mut tx, &leaver).await.unwrap() > 0);
            tx.commit().await.unwrap();
        }
        assert_eq!(rows(app).await, [1, 0, 0, 1, 0, 0, 0]);
        let named = "select count(*) as n from tablet_device where enrolled_by is not null";
        assert_eq!(count(app, named, args![]).await, 0);
    })
    .await;
}
