//! What a parent gives to be reached, beside what ONDE says, and who sees it.

use crate::{SERVICES, assert_leads, assert_refused, count, household::join, run, viewer};
use db::args;
use school::PersonId;
use testkit::{App, Classroom::Cp, Who, Who::*, on_both};

const PATH: &str = "/foyer/coordonnees";

/// A form that shows what is given to some.
fn shown(montre: &str) -> [(&str, &str); 5] {
    [
        ("telephone", "06 11 22 33 44"),
        ("autre", ""),
        ("courriel", "Ecole@Example.org"),
        ("langue", "pt"),
        ("montre", montre),
    ]
}

/// Whether somebody reads on the page of the class what Claire gave; nothing where there is no such page.
async fn sees(app: &App, who: Who) -> Option<bool> {
    let page = app.by(who).await.get(&Cp.path("/coordonnees")).await;
    (page.status == 200).then(|| page.says("06 11 22 33 44") && page.says("Português") && page.says("Claire FABRE"))
}

#[tokio::test]
async fn what_the_school_says_stands_beside_what_the_parent_gives() {
    on_both(SERVICES, async |app| {
        let details = r#"{"mobile":"06 99 88 77 66","address":"3 rue des Ormes","postcode":"81000","city":"Albi"}"#;
        run(app, "update person set details = $2 where id = $1", args![Claire.person(), details]).await;
        let claire = app.by(Claire).await;
        let page = claire.get(PATH).await;
        for said in ["06 99 88 77 66", "claire.fabre@example.org", "3 rue des Ormes, 81000 Albi"] {
            assert!(page.says(said), "{said}: {}", page.text());
        }
        assert_leads(&claire.post(PATH, &shown("teachers")).await, "/foyer");
        let page = claire.get(PATH).await;
        assert_eq!(page.attributes("input[name=telephone]", "value"), ["06 11 22 33 44"]);
        assert_eq!(page.attributes("input[name=courriel]", "value"), ["ecole@example.org"]);
        assert_eq!(page.attributes("option[selected]", "value"), ["pt"]);
        assert!(page.says("06 99 88 77 66"), "what ONDE says is not overwritten");
        let home = claire.get("/foyer").await;
        assert!(home.says("06 11 22 33 44 · ecole@example.org") && home.says("Português"), "{}", home.text());
    })
    .await;
}

#[tokio::test]
async fn numbers_are_read_two_figures_at_a_time_however_they_were_typed() {
    on_both(SERVICES, async |app| {
        let details = r#"{"mobile":"0600001614"}"#;
        run(app, "update person set details = $2 where id = $1", args![Claire.person(), details]).await;
        let claire = app.by(Claire).await;
        let typed = shown("teachers").map(|(name, usual)| (name, if name == "autre" { "0512345678" } else { usual }));
        assert_leads(&claire.post(PATH, &typed).await, "/foyer");
        let page = claire.get(PATH).await;
        assert!(page.says("06 00 00 16 14"), "{}", page.text());
        assert_eq!(page.attributes("input[name=autre]", "value"), ["05 12 34 56 78"]);
        for path in ["/foyer".to_owned(), Cp.path("/coordonnees")] {
            let page = app.by(if path == "/foyer" { Claire } else { Thomas }).await.get(&path).await;
            assert!(page.says("05 12 34 56 78"), "{path}: {}", page.text());
        }
    })
    .await;
}

#[tokio::test]
async fn it_is_seen_by_those_it_is_shown_to() {
    on_both(SERVICES, async |app| {
        for (montre, team, teachers) in [("team", true, true), ("teachers", false, true), ("head", false, false)] {
            assert_leads(&app.by(Claire).await.post(PATH, &shown(montre)).await, "/foyer");
            assert_eq!(sees(app, Helene).await, Some(true), "{montre}");
            assert_eq!(sees(app, Thomas).await, Some(teachers), "{montre}");
            assert_eq!(sees(app, Rose).await, Some(team), "{montre}");
            for who in [Claire, Paul, Zoe, Samia, Agnes, Hector, Thea, Perrine, Adelaide] {
                assert_eq!(sees(app, who).await, None, "{who:?}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn the_language_to_speak_is_read_on_the_card_by_the_whole_team() {
    on_both(SERVICES, async |app| {
        assert!(app.by(Claire).await.get(PATH).await.says("toute l’équipe la lit sur votre fiche"));
        assert_leads(&app.by(Claire).await.post(PATH, &shown("head")).await, "/foyer");
        for (who, language, number) in [
            (Helene, true, true),
            (Thomas, true, false),
            (Rose, true, false),
            (Paul, false, false),
            (Zoe, false, false),
            (Hector, false, false),
        ] {
            let viewer = viewer(app, who).await;
            let mut tx = app.read().await;
            let facts = (family::SERVICE.facts_on_cards)(&mut tx, &viewer, &[Claire.person()]).await.unwrap();
            assert_eq!(facts.iter().any(|it| it.value.contains("Português")), language, "{who:?}");
            assert_eq!(facts.iter().any(|it| it.value.starts_with("06")), number, "{who:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn what_is_typed_wrong_comes_back() {
    on_both(SERVICES, async |app| {
        let claire = app.by(Claire).await;
        for (field, value) in
            [("telephone", "12"), ("autre", "chez moi"), ("courriel", "ecole"), ("langue", "xx"), ("montre", "tous")]
        {
            let typed = shown("team").map(|(name, usual)| (name, if name == field { value } else { usual }));
            let answer = claire.post(PATH, &typed).await;
            assert_eq!(answer.status, 422, "{field}: {}", answer.text());
            if field != "telephone" {
                assert_eq!(answer.attributes("input[name=telephone]", "value"), ["06 11 22 33 44"]);
            }
        }
        assert_eq!(count(app, "select count(*) as n from family_contact", &[]).await, 0);
    })
    .await;
}

#[tokio::test]
async fn the_school_keeps_a_way_to_reach_a_family() {
    on_both(SERVICES, async |app| {
        let nothing = [("langue", "fr"), ("montre", "head")];
        // ONDE knows an address of Claire, and nothing of Perrine.
        assert_leads(&app.by(Claire).await.post(PATH, &nothing).await, "/foyer");
        assert_refused(&app.by(Perrine).await.post(PATH, &nothing).await, "telephone");
    })
    .await;
}

#[tokio::test]
async fn both_entries_of_a_parent_listed_twice_have_it() {
    on_both(SERVICES, async |app| {
        assert_leads(&app.by(Karim).await.post(PATH, &shown("head")).await, "/foyer");
        assert_eq!(count(app, "select count(*) as n from family_contact", &[]).await, 2);
    })
    .await;
}

#[tokio::test]
async fn a_class_that_is_over_tells_nobody_how_to_reach_its_families() {
    on_both(SERVICES, async |app| {
        assert_leads(&app.by(Claire).await.post(PATH, &shown("team")).await, "/foyer");
        assert_eq!(sees(app, Helene).await, Some(true));
        let noted = "select count(*) as n from access where topic = 'family' and account_id = $1";
        assert_eq!(count(app, noted, args![Helene.account()]).await, 2, "the child and the adult");
        // Its pupils may be in other schools by now.
        run(app, "update circle set until = $2 where id = $1", args![Cp.id(), app.now()]).await;
        for who in [Helene, Rose, Thomas] {
            assert_eq!(sees(app, who).await, None, "{who:?}");
        }
    })
    .await;
}

/// Says that an entry of Karim is responsible for Zoé, whose mother is Claire.
const OF_KARIM: &str = "insert into guardianship (child_id, adult_id, relation, position, source, since) \
    select $1, g.adult_id, 10, 3, 'hand', $3 from guardianship g where g.child_id = $2 and g.position = 2";

/// Whether Rose, who works in the school, reads what Karim gave: on the page of the class of Zoé, and on the cards
/// of Karim, who is listed twice.
async fn rose_reads(app: &App) -> (bool, bool) {
    let page = app.by(Rose).await.get(&Cp.path("/coordonnees")).await;
    let (rose, karim) = (viewer(app, Rose).await, viewer(app, Karim).await);
    let entries: Vec<PersonId> = karim.people.iter().map(|me| me.id).collect();
    let mut tx = app.read().await;
    let facts = (family::SERVICE.facts_on_cards)(&mut tx, &rose, &entries).await.unwrap();
    (page.says("06 11 22 33 44"), facts.iter().any(|fact| fact.value.contains("06\u{a0}11\u{a0}22\u{a0}33\u{a0}44")))
}

#[tokio::test]
async fn parents_who_live_apart_read_nothing_of_each_other_by_another_child() {
    on_both(SERVICES, async |app| {
        assert_leads(&app.by(Karim).await.post(PATH, &shown("team")).await, "/foyer");
        // Another of Karim's children is in the class, known by his other entry.
        run(app, OF_KARIM, args![Zoe.person(), Lina.person(), app.now()]).await;
        app.wait(60);
        assert_eq!(rose_reads(app).await, (true, true));
        // Rose is a parent of Tom, as he is.
        let tie = "insert into guardianship (child_id, adult_id, relation, position, source, since) \
             values ($1, $2, 10, 3, 'hand', $3)";
        run(app, tie, args![Tom.person(), Rose.person(), app.now()]).await;
        app.wait(60);
        assert_eq!(rose_reads(app).await, (false, false));
        let page = app.by(Helene).await.get(&Cp.path("/coordonnees")).await;
        assert!(page.says("06 11 22 33 44"), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn the_head_and_the_teachers_alone_read_on_a_card_whose_account_it_is() {
    on_both(SERVICES, async |app| {
        app.wait(60);
        join(app, Samia, Paul).await;
        for (who, told) in [(Helene, true), (Thomas, true), (Rose, false), (Claire, false), (Karim, false)] {
            let viewer = viewer(app, who).await;
            let mut tx = app.read().await;
            let facts = (family::SERVICE.facts_on_cards)(&mut tx, &viewer, &[Paul.person()]).await.unwrap();
            let said = facts.iter().any(|it| it.value == "lu avec le compte de Samia BENALI");
            assert_eq!(said, told, "{who:?}");
        }
    })
    .await;
}
