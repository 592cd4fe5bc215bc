//! What is to be treated: told to one person, about one thing.

use crate::{
    SERVICES,
    steps::{EVERYBODY, assert_well_made, change, publish, withdraw},
};
use axum::Router;
use commons::{ThingId, notification, share};
use db::{args, id_list};
use school::{PersonId, Viewer, circle};
use testkit::{
    App,
    Classroom::{Ce, Cp},
    Page,
    Place::Tilleuls,
    Who::{self, *},
    on_both,
    people::KARIM_AGAIN,
};
use web::Service;

/// A service that says one verb.
const CANTEEN: Service = Service {
    sentence: |verb, title| (verb == "cantine.changed").then(|| format!("Au menu : {title}")),
    ..Service::new("canteen", Router::new, &[])
};

async fn tell(app: &App, person: PersonId, thing: ThingId, verb: &str, detail: Option<&str>) {
    let mut tx = app.write().await;
    notification::tell(&mut tx, person, thing, verb, detail).await.unwrap();
    tx.commit().await.unwrap();
}

/// Where the notices of a page lead.
fn told(page: &Page) -> Vec<String> {
    page.attributes("main .rows a.row-title", "href")
}

#[tokio::test]
async fn a_notice_stands_on_the_page_of_one_person_until_it_is_read() {
    on_both(SERVICES, async |app| {
        let id = publish(app, (Cp, Zoe), "Mon chat", &[], app.now()).await;
        tell(app, Thomas.person(), id, "journal.submitted", None).await;
        for who in EVERYBODY {
            let page = app.by(who).await.get("/").await;
            let expected: Vec<String> = (who == Thomas).then(|| format!("/billets/{id}")).into_iter().collect();
            assert_eq!(told(&page), expected, "{who:?}");
            assert_eq!(page.has(".to-treat"), who == Thomas, "{who:?}");
        }
        let page = app.by(Thomas).await.get("/").await;
        assert_well_made(&page);
        assert!(page.says("Mon chat"));
        let mut tx = app.write().await;
        notification::mark_read(&mut tx, id_list([Thomas.person()]), id).await.unwrap();
        tx.commit().await.unwrap();
        assert!(!app.by(Thomas).await.get("/").await.has(".to-treat"));
    })
    .await;
}

#[tokio::test]
async fn every_profile_of_a_school_reads_its_notices() {
    on_both(SERVICES, async |app| {
        let readers = [Tilleuls.staff(), Cp.id(), Cp.families()];
        let id = publish(app, (Cp, Zoe), "Mon chat", &readers, app.now()).await;
        for who in [Helene, Thomas, Rose, Agnes, Zoe, Claire] {
            tell(app, who.person(), id, "journal.returned", Some("Il manque la fin.")).await;
            let page = app.by(who).await.get("/").await;
            assert_well_made(&page);
            assert_eq!(told(&page), [format!("/billets/{id}")], "{who:?}");
            assert!(page.texts(".row-detail")[0].contains("Il manque la fin."), "{who:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn each_service_says_its_verbs_and_others_still_lead_somewhere() {
    on_both(&[&home::SERVICE, &CANTEEN], async |app| {
        let id = publish(app, (Cp, Thomas), "Poisson", &[Cp.families()], app.now()).await;
        for verb in ["cantine.changed", "garderie.opened"] {
            tell(app, Claire.person(), id, verb, None).await;
        }
        let page = app.by(Claire).await.get("/").await;
        assert_eq!(told(&page), [format!("/billets/{id}"), format!("/billets/{id}")]);
        let mut sentences = page.texts("main .rows a.row-title");
        sentences.sort();
        assert_eq!(sentences, ["Au menu : Poisson", "Il y a du nouveau à propos de « Poisson »."]);
    })
    .await;
}

#[tokio::test]
async fn the_same_notice_told_twice_stands_once() {
    on_both(SERVICES, async |app| {
        let id = publish(app, (Cp, Zoe), "Mon chat", &[], app.now()).await;
        for _ in 0..3 {
            app.wait(60);
            tell(app, Thomas.person(), id, "journal.submitted", None).await;
        }
        assert_eq!(told(&app.by(Thomas).await.get("/").await).len(), 1);
    })
    .await;
}

#[tokio::test]
async fn an_account_reads_what_was_told_to_either_of_its_entries() {
    on_both(SERVICES, async |app| {
        let id = publish(app, (Ce, Helene), "Le moulin", &[Ce.families()], app.now()).await;
        tell(app, KARIM_AGAIN, id, "journal.published", None).await;
        assert_eq!(told(&app.by(Karim).await.get("/").await), [format!("/billets/{id}")]);
        change(app, "delete from account_person where person_id = $1", args![KARIM_AGAIN]).await;
        assert!(told(&app.by(Karim).await.get("/").await).is_empty());
    })
    .await;
}

/// What the badge of somebody says.
async fn unseen(app: &App, who: Who) -> i64 {
    let mut tx = app.read().await;
    let viewer = Viewer::load(&mut tx, who.account()).await.unwrap();
    let circles = circle::told_by(&mut tx, &viewer).await.unwrap();
    share::unseen(&mut tx, &viewer, &circles, &[]).await.unwrap()
}

#[tokio::test]
async fn whoever_left_the_class_reads_no_title_of_it_any_more() {
    on_both(SERVICES, async |app| {
        let id = publish(app, (Cp, Zoe), "Mon chat", &[], app.now()).await;
        let people = [Thomas, Helene, Zoe];
        for who in people {
            tell(app, who.person(), id, "journal.submitted", None).await;
        }
        let leave = "update member set until = $2 where circle_id = $1 and role = 'teacher'";
        for (left, readers) in [(false, vec![Thomas, Helene, Zoe]), (true, vec![Helene, Zoe])] {
            if left {
                change(app, leave, args![Cp.id(), app.now()]).await;
            }
            for who in people {
                let (page, reads) = (app.by(who).await.get("/").await, readers.contains(&who));
                assert_eq!((told(&page).len(), page.says("Mon chat")), (usize::from(reads), reads), "{who:?}, {left}");
                assert_eq!(unseen(app, who).await, i64::from(reads), "{who:?}, {left}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_notice_about_what_was_withdrawn_stays_with_those_in_charge() {
    on_both(SERVICES, async |app| {
        let id = publish(app, (Cp, Thomas), "Le menu", &[Cp.families()], app.now()).await;
        for who in [Thomas, Helene, Claire] {
            tell(app, who.person(), id, "journal.commented", None).await;
        }
        withdraw(app, id, true).await;
        for (who, notices) in [(Thomas, 1), (Helene, 1), (Claire, 0)] {
            assert_eq!(told(&app.by(who).await.get("/").await).len(), notices, "{who:?}");
            assert_eq!(unseen(app, who).await, i64::try_from(notices).unwrap(), "{who:?}");
        }
    })
    .await;
}
