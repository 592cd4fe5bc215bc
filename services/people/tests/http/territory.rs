//! Looking for people of a territory: a reason first, everybody of it, each card opened noted.

use crate::{SERVICES, answers, card, count, run, search};
use db::args;
use testkit::{Who::*, on_both};

const REASON: &str = "Incident 1204, compte en double";

#[tokio::test]
async fn a_reason_is_asked_before_anybody_is_found() {
    on_both(SERVICES, async |app| {
        let adelaide = app.by(Adelaide).await;
        let page = adelaide.get(&search("marty")).await;
        assert!(page.says("Motif de la recherche") && !page.says("Zoé"), "{}", page.text());
        assert!(page.says("10 caractères au moins"), "{}", page.text());
        answers(app, &card(Zoe), 404, &[Adelaide]).await;
        let page = adelaide.post("/annuaire/motif", &[("motif", "test")]).await;
        assert_eq!(page.status, 422);
        assert_eq!(page.attributes("#f-motif", "value"), ["test"]);
        assert!(adelaide.post_then("/annuaire/motif", &[("motif", REASON)]).await.says("Motif noté"));
        for typed in ["marty", "zoe", "mart zo", "zo mart", "zoe marty", "MARTY Zoé"] {
            assert!(adelaide.get(&search(typed)).await.says("Zoé MARTY"), "{typed}");
        }
        // Two schools of one académie.
        assert!(adelaide.get(&search("rives")).await.says("Enzo RIVES"));
        assert!(adelaide.get(&search("ma")).await.says("quelques lettres de plus"));
        assert_eq!(count(app, "select count(*) as n from audit where action = 'directory-searched'", &[]).await, 1);
        // The next day, again.
        app.at("2026-10-08T10:00");
        assert!(!adelaide.get(&search("marty")).await.says("Zoé"));
    })
    .await;
}

#[tokio::test]
async fn a_name_of_two_letters_is_found_whole_and_two_letters_begin_none() {
    on_both(SERVICES, async |app| {
        for (first, last, who) in [("Bo", "LIMA", Enzo), ("Lina", "LI", Zoe)] {
            let named =
                "update person set first_name = $2, last_name = $3, sort_key = $4, search_key = $5 where id = $1";
            let (sort, search) = (db::sort_key(last, first), db::search_key(first, last));
            run(app, named, args![who.person(), first, last, sort, search]).await;
        }
        let adelaide = app.by(Adelaide).await;
        adelaide.post_then("/annuaire/motif", &[("motif", REASON)]).await;
        let page = adelaide.get(&search("li")).await;
        assert!(page.says("Lina LI") && !page.says("LIMA"), "{}", page.text());
        assert!(page.says("où elles forment un mot"), "{}", page.text());
        assert!(adelaide.get(&search("Bo")).await.says("Bo LIMA"));
        let page = adelaide.get(&search("lim")).await;
        assert!(page.says("Bo LIMA") && !page.says("Lina LI"), "{}", page.text());
        // In a school as well; one letter, or two that are two words, are too little.
        let page = adelaide.get(&format!("{}&ecole=les%20tilleuls", search("li"))).await;
        assert!(page.says("Lina LI") && !page.says("LIMA"), "{}", page.text());
        for typed in ["l", "l i", "zz"] {
            assert!(adelaide.get(&search(typed)).await.says("quelques lettres de plus"), "{typed}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_card_opened_far_away_is_noted_with_its_reason_and_shows_no_contact() {
    on_both(SERVICES, async |app| {
        let adelaide = app.by(Adelaide).await;
        adelaide.post_then("/annuaire/motif", &[("motif", REASON)]).await;
        let page = adelaide.get(&card(Claire)).await;
        assert!(page.says("Claire FABRE") && !page.says("claire.fabre@example.org"), "{}", page.text());
        assert!(page.says("Cette consultation est notée"));
        // The child, as the card of the child would name it here, with the class and the school.
        assert!(page.says("Responsable de Zoé MARTY · CP de M. Roux · "), "{}", page.text());
        let noted = "select count(*) as n from access where subject_id = $1 and topic = 'directory' and reason = $2";
        assert_eq!(count(app, noted, args![Claire.person(), REASON]).await, 1);
        answers(app, &format!("/familles/{}", Zoe.person()), 404, &[Adelaide]).await;
    })
    .await;
}

#[tokio::test]
async fn people_are_looked_for_in_a_school_by_its_code_its_name_or_its_commune() {
    on_both(SERVICES, async |app| {
        let adelaide = app.by(Adelaide).await;
        adelaide.post_then("/annuaire/motif", &[("motif", REASON)]).await;
        for school in ["0310002J", "jules", "sainte%20foy"] {
            let page = adelaide.get(&format!("{}&ecole={school}", search("enzo"))).await;
            assert!(page.says("Enzo RIVES"), "{school}: {}", page.text());
            assert!(!adelaide.get(&format!("{}&ecole={school}", search("marty"))).await.says("Zoé"), "{school}");
        }
    })
    .await;
}

#[tokio::test]
async fn nobody_else_gives_a_reason() {
    on_both(SERVICES, async |app| {
        for who in [Helene, Thomas, Paul, Zoe, Agnes] {
            assert_eq!(app.by(who).await.post("/annuaire/motif", &[("motif", REASON)]).await.status, 404, "{who:?}");
        }
    })
    .await;
}
