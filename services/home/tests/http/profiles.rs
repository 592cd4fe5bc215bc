//! One address, a page for each profile.

use crate::{
    SERVICES,
    steps::{EVERYBODY, assert_well_made, change, publish, publish_now},
};
use axum::Router;
use db::args;
use school::{CircleKind, Role, circle};
use testkit::{
    App,
    Classroom::{Ce, Cm, Cp},
    Page,
    Place::Tilleuls,
    Who,
    Who::*,
    on_both,
};
use web::Service;

async fn today(app: &App, who: Who) -> Page {
    app.by(who).await.get("/").await
}

fn leads(page: &Page, to: &str) -> bool {
    page.has(&format!("main a[href='{to}']"))
}

#[tokio::test]
async fn everybody_has_a_well_made_first_page() {
    on_both(SERVICES, async |app| {
        for who in EVERYBODY {
            let page = today(app, who).await;
            // Seen only when the story fails: it says on whose page.
            println!("{who:?}");
            assert_well_made(&page);
            assert_eq!(page.attributes(".navigation a[aria-current=page]", "href"), ["/"]);
            assert!(cards_or_words(&page), "an empty page says nothing: {}", page.text());
        }
    })
    .await;
}

/// A page without news says so, or is the one of the office, which has none.
fn cards_or_words(page: &Page) -> bool {
    page.has(".card") || page.has(".empty-state p") || leads(page, "/annuaire/imports")
}

#[tokio::test]
async fn a_teacher_writes_in_the_class_in_one_tap() {
    on_both(SERVICES, async |app| {
        let page = today(app, Thomas).await;
        for rest in ["/billets/nouveau", "/mots/nouveau", ""] {
            assert!(leads(&page, &Cp.path(rest)), "{rest}: {}", page.html());
            assert!(!leads(&page, &Ce.path(rest)), "{rest}");
        }
        assert!(page.says("CP de M. Roux") && page.says("jeudi 1er octobre"), "{}", page.text());
        assert!(!page.has(".tabs"));
    })
    .await;
}

#[tokio::test]
async fn a_teacher_of_two_classes_chooses_one() {
    on_both(SERVICES, async |app| {
        let mut tx = app.write().await;
        circle::seat(&mut tx, Ce.id(), Thomas.person(), Role::Teacher, None).await.unwrap();
        tx.commit().await.unwrap();
        let client = app.by(Thomas).await;
        assert_eq!(client.get("/").await.texts(".tabs a").len(), 2);
        for (class, other) in [(Cp, Ce), (Ce, Cp)] {
            let path = format!("/?classe={}", class.id());
            let page = client.get(&path).await;
            assert_eq!(page.attributes(".tabs a[aria-current=page]", "href"), [path]);
            assert!(leads(&page, &class.path("/billets/nouveau")) && !leads(&page, &other.path("/billets/nouveau")));
        }
        // The class of somebody else is no choice.
        let page = client.get(&format!("/?classe={}", Cm.id())).await;
        assert!(page.status == 200 && !page.html().contains(&Cm.path("")), "{}", page.html());
        assert_eq!(client.get("/?classe=nimporte").await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn a_head_sees_the_classes_of_the_school() {
    on_both(SERVICES, async |app| {
        let page = today(app, Helene).await;
        assert_eq!(page.attributes("a.shortcut", "href"), [Ce.path(""), Cp.path("")]);
        assert!(leads(&page, &format!("/ecoles/{}", Tilleuls.id())));
        assert!(leads(&page, &format!("/ecoles/{}/qualite", Tilleuls.id())));
        // She teaches too: her own class is one tap away.
        assert!(leads(&page, &Ce.path("/billets/nouveau")) && !leads(&page, &Cp.path("/billets/nouveau")));
        assert!(page.says("Les Tilleuls") && !page.has(".tabs"));
        assert_eq!(today(app, Hector).await.attributes("a.shortcut", "href"), [Cm.path("")]);
    })
    .await;
}

#[tokio::test]
async fn a_pupil_has_two_large_gestures() {
    on_both(SERVICES, async |app| {
        let page = today(app, Zoe).await;
        assert_eq!(page.attributes("a.tile", "href"), [Cp.path("/billets/nouveau"), Cp.path("/journal")]);
        assert!(page.texts("h1")[0].contains("Zoé") && !page.says("MARTY"), "{}", page.text());
        assert!(page.has("body.skin-pupil") && !page.has("nav.faces"));
        change(app, "delete from member where person_id = $1", args![Zoe.person()]).await;
        let page = today(app, Zoe).await;
        assert!(page.status == 200 && !page.has("a.tile"));
    })
    .await;
}

#[tokio::test]
async fn whoever_has_no_class_is_told_so() {
    on_both(SERVICES, async |app| {
        for who in [Rose, Agnes] {
            let page = today(app, who).await;
            assert!(page.has(".empty-state") && !page.has(".gestures") && !page.has("a.shortcut"), "{who:?}");
        }
        let code = |page: &Page| page.link("J’ai un code de remplacement");
        assert_eq!(code(&today(app, Rose).await).as_deref(), Some("/remplacement"));
        assert_eq!(code(&today(app, Thomas).await), None, "a class is there");
        let before = today(app, Agnes).await.texts(".empty-state p");
        change(app, "delete from member where person_id = $1", args![Agnes.person()]).await;
        assert_ne!(today(app, Agnes).await.texts(".empty-state p"), before, "somebody without a school is told so");
    })
    .await;
}

#[tokio::test]
async fn whoever_runs_the_scheme_gets_to_no_child() {
    on_both(SERVICES, async |app| {
        let page = today(app, Adelaide).await;
        assert!(!page.has(".card") && !page.has("nav.faces") && !page.has(".tiles"));
    })
    .await;
}

#[tokio::test]
async fn a_substitute_without_a_class_finds_where_a_code_is_typed_whatever_is_new() {
    on_both(SERVICES, async |app| {
        change(app, "update member set role = 'staff' where person_id = $1", args![Rose.person()]).await;
        publish(app, (Cp, Zoe), "La mare", &[Tilleuls.staff()], app.now()).await;
        let page = today(app, Rose).await;
        assert!(page.says("La mare"), "{}", page.text());
        assert_eq!(page.link("J’ai un code de remplacement").as_deref(), Some("/remplacement"), "{}", page.text());
        change(app, "delete from member where person_id = $1", args![Rose.person()]).await;
        let page = today(app, Rose).await;
        assert_eq!(page.link("J’ai un code de remplacement").as_deref(), Some("/remplacement"), "{}", page.text());
        for who in [Claire, Zoe, Adelaide] {
            assert_eq!(today(app, who).await.link("J’ai un code de remplacement"), None, "{who:?}");
        }
    })
    .await;
}

/// A journal for those who have a class.
const JOURNAL: Service = Service {
    places: |viewer| match viewer.seats_in(CircleKind::Class).is_empty() {
        true => Vec::new(),
        false => vec![web::Place::new("Journal", "/journal", "journal", 20)],
    },
    ..Service::new("journal-for-the-test", Router::new, &[])
};

const WITH_JOURNAL: &[&Service] = &[&home::SERVICE, &JOURNAL];

#[tokio::test]
async fn who_has_no_journal_is_led_to_none() {
    on_both(WITH_JOURNAL, async |app| {
        publish_now(app, (Cp, Zoe), "La mare").await;
        let led = "Les billets plus anciens sont dans le journal.";
        let page = today(app, Thomas).await;
        assert!(page.says("La mare") && page.says(led), "{}", page.text());
        let page = today(app, Claire).await;
        assert!(page.says("La mare") && page.says("C’est tout pour l’instant.") && !page.says(led), "{}", page.text());
    })
    .await;
}
