//! Writing a news: what its form accepts, whose its draft is, how it is changed.

use crate::{SERVICES, answers, change, class, count, form, publish, published, readers, school, step, write};
use testkit::{
    Classroom::{Ce, Cp},
    Place::Tilleuls,
    Who::*,
    on_both,
};

#[tokio::test]
async fn only_those_who_may_publish_somewhere_are_given_the_form() {
    on_both(SERVICES, async |app| {
        answers(app, "/actualites/nouvelle", 200, &[Thomas, Helene, Thea, Hector, Adelaide]).await;
        answers(app, "/actualites/nouvelle", 403, &[Zoe, Claire, Agnes, Rose]).await;
        for who in [Zoe, Claire, Agnes, Rose] {
            let sent = app.by(who).await.upload("/actualites", &form(&class(Cp), &[]), &[]).await;
            assert_eq!(sent.status, 403, "{who:?}");
            assert!(app.by(who).await.get("/actualites").await.link("Publier une actualité").is_none());
        }
        assert_eq!(count(app, "select count(*) as n from thing", &[]).await, 0);
    })
    .await;
}

#[tokio::test]
async fn the_form_offers_the_places_of_its_author() {
    on_both(SERVICES, async |app| {
        for (who, expected) in [
            (Thomas, vec![class(Cp)]),
            (Helene, vec![school(Tilleuls), class(Ce), class(Cp)]),
            (Adelaide, vec!["academy:16".to_owned()]),
        ] {
            let page = app.by(who).await.get("/actualites/nouvelle").await;
            assert_eq!(page.attributes("input[name=scope]", "value"), expected, "{who:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_form_with_something_wrong_comes_back_as_typed() {
    on_both(SERVICES, async |app| {
        let (thomas, cp) = (app.by(Thomas).await, class(Cp));
        for (field, typed) in [
            ("title", "  "),
            ("body", ""),
            ("publics", "mayors"),
            ("publics", "town-agents"),
            ("rubric", "sport"),
            ("day", "2026-09-30"),
            ("until", "2026-09-30"),
        ] {
            let page = thomas.upload("/actualites", &form(&cp, &[(field, typed)]), &[]).await;
            assert_eq!(page.status, 422, "{field} {typed}");
            assert_eq!(page.texts(&format!("#f-{field}-error")).len(), 1, "{field}: {}", page.text());
            assert_eq!(page.attributes("input[name=scope][checked]", "value"), [cp.as_str()]);
        }
        assert_eq!(count(app, "select count(*) as n from thing", &[]).await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_draft_is_its_authors_alone_but_that_of_a_territory() {
    on_both(SERVICES, async |app| {
        let (thomas, cp) = (app.by(Thomas).await, class(Cp));
        let draft = write(&thomas, &form(&cp, &[])).await;
        assert_eq!(readers(app, &draft).await, [Thomas]);
        assert!(!app.by(Helene).await.get("/actualites?vue=gestion").await.says("La fête"));
        assert_eq!(app.by(Helene).await.post(&step(&draft, "publication"), &[]).await.status, 404);
        let wide = write(&app.by(Adelaide).await, &form("academy:16", &[])).await;
        assert_eq!(readers(app, &wide).await, [Adelaide]);
        assert!(app.by(Adelaide).await.get("/actualites?vue=gestion").await.says("Brouillons"));
    })
    .await;
}

#[tokio::test]
async fn what_is_delivered_changes_at_once_and_says_since_when() {
    on_both(SERVICES, async |app| {
        let (thomas, cp) = (app.by(Thomas).await, class(Cp));
        let news = published(&thomas, &form(&cp, &[])).await;
        assert!(!app.by(Claire).await.get(&news).await.says("Modifiée"));
        assert!(!thomas.get(&step(&news, "modifier")).await.has("#f-day"), "its hour is past");
        app.wait(3600);
        let answer = change(&thomas, &news, &form(&cp, &[("title", "La fête reportée")])).await;
        assert_eq!(answer.status, 303, "{}", answer.text());
        let page = app.by(Claire).await.get(&news).await;
        assert_eq!(page.texts("article h1"), ["La fête reportée"]);
        assert!(page.says("Modifiée aujourd’hui à 11 h"), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn readers_left_out_afterwards_find_nothing_any_more() {
    on_both(SERVICES, async |app| {
        let (thomas, cp) = (app.by(Thomas).await, class(Cp));
        let news = published(&thomas, &form(&cp, &[])).await;
        change(&thomas, &news, &form(&cp, &[("publics", "pupils")])).await;
        assert_eq!(readers(app, &news).await, [Helene, Thomas, Zoe]);
    })
    .await;
}

#[tokio::test]
async fn a_change_made_meanwhile_is_not_written_over_unseen() {
    on_both(SERVICES, async |app| {
        let (thomas, cp) = (app.by(Thomas).await, class(Cp));
        let news = published(&thomas, &form(&cp, &[])).await;
        let stale = form(&cp, &[("title", "Autre"), ("edition", "1")]);
        change(&app.by(Helene).await, &news, &form(&cp, &[("title", "La fête à 11 h")])).await;
        let refused = thomas.upload(&news, &stale, &[]).await;
        assert_eq!(refused.status, 422);
        assert_eq!(refused.attributes("#f-title", "value"), ["Autre"]);
        assert_eq!(refused.attributes("input[name=edition]", "value"), ["2"]);
        assert_eq!(app.by(Claire).await.get(&news).await.texts("article h1"), ["La fête à 11 h"]);
    })
    .await;
}

#[tokio::test]
async fn the_form_leads_on_to_publication_and_gives_back_what_is_kept() {
    on_both(SERVICES, async |app| {
        let (helene, tilleuls) = (app.by(Helene).await, school(Tilleuls));
        let fields = form(
            &tilleuls,
            &[
                ("publics", "staff"),
                ("front", "on"),
                ("until", "2026-10-09"),
                ("day", "2026-10-06"),
                ("suite", "publication"),
            ],
        );
        let answer = helene.upload("/actualites", &fields, &[]).await;
        let panel = answer.location().unwrap();
        let news = panel.strip_suffix("/publication").unwrap();
        let edit = helene.get(&step(news, "modifier")).await;
        assert!(edit.says("Pour : Les Tilleuls") && !edit.has("input[name=scope]"), "{}", edit.text());
        assert_eq!(edit.attributes("input[name=publics][checked]", "value"), ["staff"]);
        assert!(edit.has("#f-front[checked]") && !edit.has("#f-flash[checked]"));
        assert_eq!(edit.attributes("#f-until", "value"), ["2026-10-09"]);
        assert_eq!(edit.attributes("#f-day", "value"), ["2026-10-06"]);
        publish(&helene, news).await;
        assert_eq!(helene.get(news).await.texts(".status"), ["Sera remis mardi à 7 h"]);
    })
    .await;
}
