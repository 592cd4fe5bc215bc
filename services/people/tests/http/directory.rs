//! Looking for people of one's school by name.

use crate::{SERVICES, enzo_joins, run, search};
use commons::limitation::{self, Topic};
use db::args;
use testkit::{Classroom::Cp, Who::*, on_both};

#[tokio::test]
async fn a_name_is_found_by_the_beginnings_of_its_words_whatever_accents_and_order() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        for typed in ["zoe", "ZOÉ", "mart", "zo mart", "marty zoe", "zoe marty"] {
            assert!(thomas.get(&search(typed)).await.says("Zoé MARTY"), "{typed}");
        }
        assert!(thomas.get(&search("helene")).await.says("Hélène VIDAL"));
        let page = thomas.get(&search("marty")).await;
        assert!(page.says("Zoé MARTY") && page.says("Paul MARTY") && page.says("Responsable légal"), "{}", page.text());
        for typed in ["arty", "enzo", "xy"] {
            assert!(thomas.get(&search(typed)).await.says("Personne n’a été trouvé"), "{typed}");
        }
        let page = thomas.get(&search("z")).await;
        assert!(page.says("quelques lettres de plus") && !page.says("Zoé MARTY"), "{}", page.text());
        assert_eq!(page.attributes("#f-q", "value"), ["z"]);
    })
    .await;
}

#[tokio::test]
async fn a_class_is_looked_through_alone() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        let page = thomas.get(&format!("/annuaire/personnes?q=&classe={}", Cp.id())).await;
        for name in ["Zoé MARTY", "Paul MARTY", "Claire FABRE", "Thomas ROUX"] {
            assert!(page.says(name), "{name}: {}", page.text());
        }
        assert!(!page.says("Tom BENALI"));
        let page = thomas.get(&format!("/annuaire/personnes?q=tom&classe={}", Cp.id())).await;
        assert!(!page.says("Tom BENALI"), "{}", page.text());
        // The class of another school is nobody's to look through.
        let page = app.by(Hector).await.get(&format!("/annuaire/personnes?q=zoe&classe={}", Cp.id())).await;
        assert!(page.says("Personne n’a été trouvé"), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn a_pupil_finds_classmates_by_the_first_name_and_learns_no_last_name() {
    on_both(SERVICES, async |app| {
        let tom = app.by(Tom).await;
        assert!(tom.get(&search("lin")).await.says("Lina B."));
        assert!(!tom.get(&search("benali")).await.says("Lina"));
        assert!(tom.get(&search("vidal")).await.says("Hélène VIDAL"));
        for typed in ["zoe", "thomas", "samia", "claire"] {
            assert!(tom.get(&search(typed)).await.says("Personne n’a été trouvé"), "{typed}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_parent_finds_the_team_and_their_own_and_never_the_other_parent() {
    on_both(SERVICES, async |app| {
        enzo_joins(app).await;
        let paul = app.by(Paul).await;
        assert!(paul.get(&search("roux")).await.says("Thomas ROUX"));
        assert!(paul.get(&search("zoe")).await.says("Zoé MARTY"));
        for typed in ["claire", "fabre", "enzo", "perrine", "tom"] {
            assert!(paul.get(&search(typed)).await.says("Personne n’a été trouvé"), "{typed}");
        }
    })
    .await;
}

#[tokio::test]
async fn whom_the_commune_employs_finds_the_team_and_no_child() {
    on_both(SERVICES, async |app| {
        let agnes = app.by(Agnes).await;
        assert!(agnes.get(&search("thomas")).await.says("Thomas ROUX"));
        for typed in ["zoe", "marty", "samia"] {
            assert!(agnes.get(&search(typed)).await.says("Personne n’a été trouvé"), "{typed}");
        }
    })
    .await;
}

#[tokio::test]
async fn whoever_left_or_limits_their_data_is_not_proposed() {
    on_both(SERVICES, async |app| {
        let mut tx = app.write().await;
        limitation::grant(&mut tx, Adelaide.account(), Tom.person(), Topic::All, "Demande").await.unwrap();
        tx.commit().await.unwrap();
        assert!(app.by(Thomas).await.get(&search("tom")).await.says("Personne n’a été trouvé"));
        run(app, "update person set gone_at = 1 where id = $1", args![Lina.person()]).await;
        assert!(app.by(Helene).await.get(&search("lina")).await.says("Personne n’a été trouvé"));
    })
    .await;
}
