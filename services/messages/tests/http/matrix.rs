//! Who may write to whom: a row for each writer of the world, tried with everybody; what no page proposes is not found.

use crate::{OPEN, SERVICES, family, person, try_send};
use testkit::{
    Classroom::{Ce, Cm, Cp},
    Place,
    Who::{self, *},
    on_both,
};

const EVERYBODY: [Who; 16] =
    [Helene, Thomas, Rose, Agnes, Zoe, Paul, Claire, Tom, Lina, Samia, Karim, Hector, Thea, Enzo, Perrine, Adelaide];

/// Each writer with all the people they may write to.
const MATRIX: [(Who, &[Who]); 16] = [
    (Helene, &[Thomas, Rose, Agnes, Paul, Claire, Tom, Lina, Samia, Karim]),
    (Thomas, &[Helene, Rose, Agnes, Paul, Claire, Tom, Lina, Samia, Karim]),
    (Rose, &[Helene, Thomas, Agnes, Paul, Claire, Tom, Lina, Samia, Karim]),
    (Agnes, &[Helene, Thomas, Rose]),
    (Zoe, &[]),
    (Paul, &[Helene, Thomas]),
    (Claire, &[Helene, Thomas]),
    (Tom, &[Helene]),
    (Lina, &[Helene]),
    (Samia, &[Helene]),
    (Karim, &[Helene]),
    (Hector, &[Thea, Enzo, Perrine]),
    (Thea, &[Hector, Enzo, Perrine]),
    (Enzo, &[Thea]),
    (Perrine, &[Hector, Thea]),
    (Adelaide, &[]),
];

#[tokio::test]
async fn everybody_writes_to_whom_the_matrix_says_and_to_nobody_else() {
    on_both(SERVICES, async |app| {
        app.at(OPEN);
        for (writer, allowed) in MATRIX {
            let client = app.by(writer).await;
            for addressee in EVERYBODY.into_iter().filter(|it| *it != writer) {
                let page = try_send(&client, &[&person(addressee)], "Bonjour", "Bonjour.", &[]).await;
                let expected = if allowed.contains(&addressee) { 303 } else { 404 };
                assert_eq!(page.status, expected, "{writer:?} to {addressee:?}: {}", page.text());
            }
        }
    })
    .await;
}

#[tokio::test]
async fn families_and_circles_are_written_to_by_those_who_work_at_the_school() {
    on_both(SERVICES, async |app| {
        app.at(OPEN);
        let targets = [
            (family(Zoe), vec![Helene, Thomas, Rose]),
            (family(Tom), vec![Helene, Thomas, Rose]),
            (format!("familles-{}", Cp.id()), vec![Helene, Thomas, Rose]),
            (format!("familles-{}", Place::Tilleuls.pupils()), vec![Helene]),
            (format!("equipe-{}", Cp.id()), vec![Helene, Thomas, Rose, Agnes, Paul, Claire]),
            (format!("equipe-{}", Ce.id()), vec![Helene, Thomas, Rose, Agnes, Samia, Karim, Tom, Lina]),
            (format!("ecole-{}", Place::Tilleuls.id()), vec![Helene, Thomas, Rose, Agnes]),
            (format!("familles-{}", Cm.id()), vec![Hector, Thea]),
            (family(Enzo), vec![Hector, Thea]),
        ];
        for (target, allowed) in targets {
            for writer in EVERYBODY {
                let page = try_send(&app.by(writer).await, &[&target], "Bonjour", "Bonjour.", &[]).await;
                // Nobody receives what a team of one writes to itself, nor from a school without families.
                let expected: &[u16] = if allowed.contains(&writer) { &[303, 422] } else { &[404] };
                assert!(expected.contains(&page.status), "{writer:?} to {target}: {} {}", page.status, page.text());
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_recipient_added_to_the_form_stops_the_whole_message() {
    on_both(SERVICES, async |app| {
        app.at(OPEN);
        let claire = app.by(Claire).await;
        let forged = [person(Thomas), person(Samia)];
        let page = try_send(&claire, &[&forged[0], &forged[1]], "Bonjour", "Bonjour.", &[]).await;
        assert_eq!(page.status, 404, "{}", page.text());
        assert!(!app.by(Thomas).await.get("/messages").await.says("Claire"));
        let about = Tom.person().to_string();
        let page = try_send(&claire, &[&person(Thomas)], "Bonjour", "Bonjour.", &[("about", about.as_str())]).await;
        assert_eq!(page.status, 404, "a child of others: {}", page.text());
    })
    .await;
}

#[tokio::test]
async fn only_the_head_delivers_without_waiting_and_says_why() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-03T10:00");
        let urgent = [("urgent", "on"), ("reason", "École fermée lundi : fuite d’eau.")];
        let page = try_send(&app.by(Thomas).await, &[&family(Zoe)], "Fermeture", "Bonjour.", &urgent).await;
        assert_eq!(page.status, 403, "{}", page.text());
        let helene = app.by(Helene).await;
        let page = try_send(&helene, &[&family(Zoe)], "Fermeture", "Bonjour.", &[("urgent", "on")]).await;
        assert!(page.status == 422 && page.says("Il manque le motif de l’urgence."), "{}", page.text());
        let page = try_send(&helene, &[&family(Zoe)], "Fermeture", "Bonjour.", &urgent).await;
        let thread = page.location().unwrap();
        assert!(app.by(Claire).await.get(&thread).await.says("fuite d’eau"));
    })
    .await;
}
