//! Who sees whom, profile by profile, through the cards.

use crate::{SERVICES, answers, card};
use testkit::{
    Who::{self, *},
    on_both,
};

/// Everybody but who looks for people of a territory.
const ALL: [Who; 15] =
    [Helene, Thomas, Rose, Agnes, Zoe, Paul, Claire, Tom, Lina, Samia, Karim, Hector, Thea, Enzo, Perrine];

/// Whom a card is shown to; to everybody else the person does not exist.
const SEEN: [(Who, &[Who]); 9] = [
    // A pupil: those who work with pupils, the class, the child's own parents.
    (Zoe, &[Helene, Thomas, Rose, Zoe, Paul, Claire]),
    (Tom, &[Helene, Thomas, Rose, Tom, Lina, Samia, Karim]),
    // A parent: those who work with pupils; never the other parent.
    (Claire, &[Helene, Thomas, Rose, Claire]),
    (Samia, &[Helene, Thomas, Rose, Samia]),
    // A teacher: the team, the pupils of the class, the parents of the school.
    (Thomas, &[Helene, Thomas, Rose, Agnes, Zoe, Paul, Claire, Samia, Karim]),
    (Helene, &[Helene, Thomas, Rose, Agnes, Tom, Lina, Samia, Karim, Paul, Claire]),
    // Whom the commune employs: the team and the parents.
    (Agnes, &[Helene, Thomas, Rose, Agnes, Paul, Claire, Samia, Karim]),
    // Those of another school.
    (Enzo, &[Hector, Thea, Enzo, Perrine]),
    (Perrine, &[Hector, Thea, Perrine]),
];

#[tokio::test]
async fn everybody_sees_whom_the_matrix_says_and_nobody_else() {
    on_both(SERVICES, async |app| {
        for (whom, seen_by) in SEEN {
            for who in ALL {
                let status = if seen_by.contains(&who) { 200 } else { 404 };
                answers(app, &card(whom), status, &[who]).await;
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_classmate_is_a_first_name_and_an_initial() {
    on_both(SERVICES, async |app| {
        let lina = app.by(Lina).await;
        let page = lina.get(&card(Tom)).await;
        assert_eq!(page.texts("h1"), ["Tom B."]);
        assert!(!page.says("BENALI") && !page.says("2018"), "{}", page.text());
        let page = app.by(Helene).await.get(&card(Tom)).await;
        assert!(page.says("Tom BENALI") && page.says("3 février 2018"), "{}", page.text());
        assert!(!app.by(Rose).await.get(&card(Tom)).await.says("2018"));
    })
    .await;
}

#[tokio::test]
async fn contacts_are_for_those_who_must_reach_the_family() {
    on_both(SERVICES, async |app| {
        let address = "claire.fabre@example.org";
        for who in [Helene, Thomas] {
            let page = app.by(who).await.get(&card(Claire)).await;
            assert!(page.says(address) && page.says("Cette consultation est notée"), "{who:?}: {}", page.text());
        }
        let page = app.by(Rose).await.get(&card(Claire)).await;
        assert!(page.says("Claire FABRE") && !page.says(address), "{}", page.text());
        assert_eq!(app.by(Rose).await.get(&format!("{}/carte.vcf", card(Claire))).await.status, 404);
    })
    .await;
}
