//! The page of the household: all children, all schools; the other parent is a name.

use crate::{SERVICES, run};
use commons::limitation::{self, Topic};
use db::args;
use school::merge;
use testkit::{App, Who, Who::*, on_both};

/// Lets an account hold the persons of another.
pub(crate) async fn join(app: &App, kept: Who, other: Who) {
    let mut tx = app.write().await;
    merge::join(&mut tx, kept.account(), other.account(), Some(kept.account())).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn a_parent_finds_the_child_and_who_else_is_responsible() {
    on_both(SERVICES, async |app| {
        let page = app.by(Claire).await.get("/foyer").await;
        assert_eq!(page.texts("h1"), ["Mon foyer"]);
        assert!(page.says("Zoé") && page.says("Les Tilleuls · CP de M. Roux"), "{}", page.text());
        assert!(page.says("Aussi responsable, selon l’école : Paul MARTY"), "{}", page.text());
        let home = format!("/enfants/{}/code-maison", Zoe.person());
        assert_eq!(page.link("Code maison de Zoé").as_deref(), Some(home.as_str()));
        assert_eq!(page.text().matches("Il faut votre mot de passe pour retrouver").count(), 1, "{}", page.text());
        assert_eq!(page.link("Ajouter un enfant avec un code").as_deref(), Some("/compte/rattachement"));
    })
    .await;
}

#[tokio::test]
async fn separated_parents_know_of_one_another_a_name_and_nothing_else() {
    on_both(SERVICES, async |app| {
        let details = r#"{"mobile":"06 99 88 77 66","address":"3 rue des Ormes","city":"Albi"}"#;
        run(app, "update person set details = $2 where id = $1", args![Paul.person(), details]).await;
        let fields = [
            ("telephone", "05 55 44 33 22"),
            ("courriel", "chez.paul@example.org"),
            ("langue", "oc"),
            ("montre", "team"),
        ];
        app.by(Paul).await.post_then("/foyer/coordonnees", &fields).await;
        let claire = app.by(Claire).await;
        for path in ["/foyer", "/foyer/coordonnees", &crate::readers_of(Zoe)] {
            let page = claire.get(path).await;
            assert_eq!(page.status, 200, "{path}");
            for told in ["06 99 88 77 66", "Ormes", "Albi", "05 55 44 33 22", "chez.paul", "paul.marty", "Occitan"] {
                assert!(!page.html().contains(told) || told == "Occitan", "{path} tells {told}");
            }
        }
        assert!(!claire.get("/foyer").await.says("Occitan"));
        let page = app.by(Paul).await.get("/foyer").await;
        assert!(page.says("Claire FABRE") && page.says("05 55 44 33 22") && !page.html().contains("claire.fabre"));
    })
    .await;
}

#[tokio::test]
async fn a_parent_listed_twice_is_one_and_is_no_other_parent() {
    on_both(SERVICES, async |app| {
        let page = app.by(Karim).await.get("/foyer").await;
        assert!(page.says("Tom") && page.says("Lina"));
        assert!(page.says("Samia BENALI") && !page.texts("main strong").concat().contains("Karim"), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn one_account_has_the_children_of_two_schools() {
    on_both(SERVICES, async |app| {
        join(app, Claire, Perrine).await;
        let page = app.by(Claire).await.get("/foyer").await;
        for told in ["Zoé", "Les Tilleuls · CP de M. Roux", "Enzo", "Jules-Verne · CM1 de Mme Carrère"] {
            assert!(page.says(told), "{told}: {}", page.text());
        }
        // Each parent alone: Paul has nothing of the other child.
        assert!(!app.by(Paul).await.get("/foyer").await.says("Enzo"));
    })
    .await;
}

#[tokio::test]
async fn the_telephone_is_lent_to_each_child_the_account_answers_for() {
    on_both(SERVICES, async |app| {
        let forms = "main form[action^='/enfants/'][action$='/pret'][method=post]";
        let households: [(Who, &[Who]); 3] = [(Claire, &[Zoe]), (Paul, &[Zoe]), (Karim, &[Tom, Lina])];
        for (who, children) in households {
            let page = app.by(who).await.get("/foyer").await;
            let mut found = page.attributes(forms, "action");
            let mut expected: Vec<String> =
                children.iter().map(|child| format!("/enfants/{}/pret", child.person())).collect();
            found.sort();
            expected.sort();
            assert_eq!(found, expected, "{who:?}");
        }
        let page = app.by(Claire).await.get("/foyer").await;
        assert!(page.texts("button").contains(&"Prêter le téléphone à Zoé".to_owned()), "{}", page.text());
        let mut tx = app.write().await;
        limitation::grant(&mut tx, Adelaide.account(), Tom.person(), Topic::All, "Demande").await.unwrap();
        tx.change("update account set blocked_at = 1 where id = $1", args![Lina.account()]).await.unwrap();
        tx.commit().await.unwrap();
        let page = app.by(Karim).await.get("/foyer").await;
        assert!(page.says("Tom") && page.says("Lina") && !page.has(forms), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn nothing_is_lent_to_a_child_whose_entry_an_adult_holds() {
    on_both(SERVICES, async |app| {
        let held = "update account_person set account_id = $2 where person_id = $1";
        run(app, held, args![Zoe.person(), Paul.account()]).await;
        for who in [Claire, Paul] {
            let page = app.by(who).await.get("/foyer").await;
            assert!(page.says("Zoé") && !page.has("main form[action$='/pret']"), "{who:?}: {}", page.text());
        }
    })
    .await;
}

#[tokio::test]
async fn nobody_else_has_a_household() {
    on_both(SERVICES, async |app| {
        for who in [Zoe, Tom, Thomas, Helene, Rose, Agnes, Adelaide] {
            let client = app.by(who).await;
            for path in ["/foyer", "/foyer/coordonnees"] {
                assert_eq!(client.get(path).await.status, 404, "{path} to {who:?}");
            }
            assert_eq!(client.post("/foyer/coordonnees", &[]).await.status, 404, "{who:?}");
        }
    })
    .await;
}
