//! What the field of recipients proposes: people seen through children first.

use crate::{OPEN, SERVICES, family};
use testkit::{
    Client,
    Who::{self, *},
    on_both,
};

/// The labels proposed for some words, in their order.
async fn proposed(client: &Client<'_>, typed: &str) -> String {
    let page = client.get(&format!("/messages/destinataires?q={typed}")).await;
    assert_eq!(page.status, 200);
    page.html()
}

#[tokio::test]
async fn a_first_name_finds_the_parents_first_with_their_number() {
    on_both(SERVICES, async |app| {
        app.at(OPEN);
        let found = proposed(&app.by(Thomas).await, "ZOE").await;
        assert!(found.starts_with(&format!("[{{\"value\":\"{}\"", family(Zoe))), "{found}");
        assert!(found.contains("Parents de Zoé M. (2)"), "{found}");
        let class = found.find("Familles : CP de M. Roux").unwrap();
        let team = found.find("Équipe de l’école").unwrap();
        assert!(class < team && found.contains("1 élève, 2 adultes"), "{found}");
        // A pupil of CP has no messages.
        assert!(!found.contains(&format!("personne-{}", Zoe.person())), "{found}");
        let found = proposed(&app.by(Thomas).await, "tom").await;
        assert!(
            found.contains("Parents de Tom B.") && found.contains(&format!("personne-{}", Tom.person())),
            "{found}"
        );
    })
    .await;
}

#[tokio::test]
async fn parents_are_proposed_who_teaches_their_children_and_the_head() {
    on_both(SERVICES, async |app| {
        app.at(OPEN);
        for (who, names, hidden) in [
            (Claire, ["Thomas ROUX", "Hélène VIDAL", "Équipe de la classe de Zoé"], ["Rose", "Paul", "Samia"]),
            (Samia, ["Hélène VIDAL", "Équipe de la classe", "CE1-CE2"], ["Thomas", "Claire", "Karim"]),
        ] {
            let found = proposed(&app.by(who).await, "").await;
            assert!(names.iter().all(|name| found.contains(name)), "{who:?}: {found}");
            assert!(hidden.iter().all(|name| !found.contains(name)), "{who:?}: {found}");
        }
    })
    .await;
}

#[tokio::test]
async fn nobody_is_proposed_people_of_another_school() {
    on_both(SERVICES, async |app| {
        app.at(OPEN);
        for who in Who::STRANGERS {
            for typed in ["zoe", "marty", "roux", "vidal", ""] {
                let found = proposed(&app.by(who).await, typed).await;
                assert!(
                    !found.contains("Zoé") && !found.contains("ROUX") && !found.contains("VIDAL"),
                    "{who:?}: {found}"
                );
            }
        }
    })
    .await;
}

#[tokio::test]
async fn without_script_the_same_people_are_boxes_to_tick() {
    on_both(SERVICES, async |app| {
        app.at(OPEN);
        let thomas = app.by(Thomas).await;
        let fields = [("q", "zoé"), ("subject", "Piscine"), ("body", "Pensez au bonnet."), ("suite", "chercher")];
        let page = thomas.upload("/messages", &fields, &[]).await;
        assert!(page.says("Parents de Zoé M. (2)"), "{}", page.text());
        assert_eq!(page.attributes("input[name=subject]", "value"), ["Piscine"]);
        assert!(page.says("Pensez au bonnet."));
        let box_of_family = format!("input[name=to][value={}]", family(Zoe));
        assert!(page.has(&box_of_family) && !page.has(&format!("{box_of_family}[checked]")));
        let target = family(Zoe);
        let fields = [&fields[..], &[("to", target.as_str())]].concat();
        let page = thomas.upload("/messages", &fields, &[]).await;
        assert!(page.has(&format!("{box_of_family}[checked]")), "{}", page.text());
    })
    .await;
}
