//! The card of a family and the list for an outing: who reads them, what is hidden in them, what is noted.

use crate::{SERVICES, answers, count, deliver, run};
use db::args;
use testkit::{App, Classroom::Cp, Who::*, on_both};

const CLAIRE: &str = r#"{"mobile":"06 00 00 00 01","work_phone":"05 61 00 00 02","address":"3 rue du Pont","postcode":"31999",
    "city":"MONTAUBRAC","address_shown":false}"#;
const PAUL: &str = r#"{"home_phone":"05 61 00 00 03","address":"8 quai Vert","postcode":"31999","city":"MONTAUBRAC"}"#;

async fn settle(app: &App) -> String {
    deliver(app, Claire, CLAIRE).await;
    deliver(app, Paul, PAUL).await;
    format!("/familles/{}", Zoe.person())
}

#[tokio::test]
async fn the_teacher_reads_whom_to_call_in_order_and_no_hidden_address() {
    on_both(SERVICES, async |app| {
        let path = settle(app).await;
        for who in [Thomas, Helene] {
            let page = app.by(who).await.get(&path).await;
            assert_eq!(page.texts("main h2"), ["1. Claire FABRE", "2. Paul MARTY"]);
            for words in ["06 00 00 00 01", "05 61 00 00 02", "claire.fabre@example.org", "8 quai Vert", "mère"] {
                assert!(page.says(words), "{words}: {}", page.text());
            }
            assert!(!page.says("rue du Pont") && page.says("Adresse non communiquée"), "{}", page.text());
        }
        let noted = "select count(*) as n from access where topic = 'family' and account_id = $1";
        assert_eq!(count(app, noted, args![Thomas.account()]).await, 3, "the child and both adults");
        answers(app, &path, 403, &[Rose]).await;
        answers(app, &path, 404, &[Agnes, Zoe, Samia, Tom, Hector, Perrine]).await;
    })
    .await;
}

#[tokio::test]
async fn a_parent_reads_their_own_part_and_nothing_of_the_other() {
    on_both(SERVICES, async |app| {
        let path = settle(app).await;
        let page = app.by(Paul).await.get(&path).await;
        assert_eq!(page.texts("main h2"), ["Paul MARTY"]);
        assert!(page.says("05 61 00 00 03") && page.says("8 quai Vert"), "{}", page.text());
        for words in ["Claire", "FABRE", "06 00 00 00 01", "rue du Pont"] {
            assert!(!page.says(words), "{words}: {}", page.text());
        }
        let page = app.by(Claire).await.get(&path).await;
        assert!(page.says("06 00 00 00 01") && !page.says("Paul") && !page.says("quai Vert"), "{}", page.text());
        assert_eq!(count(app, "select count(*) as n from access", &[]).await, 0, "one's own is noted nowhere");
    })
    .await;
}

#[tokio::test]
async fn a_list_for_an_outing_is_for_those_in_charge_and_noted() {
    on_both(SERVICES, async |app| {
        settle(app).await;
        let path = Cp.path("/contacts");
        let page = app.by(Thomas).await.get(&path).await;
        assert!(page.says("Claire FABRE (mère)") && page.says("06 00 00 00 01 (mobile)"), "{}", page.text());
        assert!(page.says("05 61 00 00 03 (domicile)") && !page.says("quai Vert"), "{}", page.text());
        // Each child once, and numbers a telephone dials.
        assert_eq!(page.texts(".calls h2"), ["Zoé MARTY"]);
        assert_eq!(page.texts(".calls ol > li").len(), 2);
        assert_eq!(page.link("05 61 00 00 03").as_deref(), Some("tel:0561000003"));
        assert!(!page.has(".no-print .notice") && page.says("Détruisez le papier au retour"), "the warning is printed");
        assert!(page.has("print-page[hidden] button"), "{}", page.text());
        let noted = "select count(*) as n from access where topic = 'family' and reason is not null";
        assert_eq!(count(app, noted, &[]).await, 3);
        answers(app, &path, 200, &[Helene]).await;
        answers(app, &path, 403, &[Rose, Zoe, Paul]).await;
        answers(app, &path, 404, &[Agnes, Samia, Tom, Hector]).await;
    })
    .await;
}

#[tokio::test]
async fn a_class_that_is_over_tells_nobody_whom_to_call() {
    on_both(SERVICES, async |app| {
        settle(app).await;
        answers(app, &Cp.path("/contacts"), 200, &[Helene, Thomas]).await;
        // Its pupils may be in other schools by now.
        run(app, "update circle set until = $2 where id = $1", args![Cp.id(), app.now()]).await;
        for page in ["/contacts", "/trombinoscope", "/trombinoscope/photos"] {
            answers(app, &Cp.path(page), 404, &[Helene, Thomas]).await;
        }
    })
    .await;
}
