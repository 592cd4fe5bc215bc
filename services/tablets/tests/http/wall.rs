//! The wall: who is on it, who comes in by a tap, when they are out again.

use crate::{MORNING, SERVICES, acts, assert_came_in, change, is_in, level, tablet, tap};
use commons::audit::Action;
use db::args;
use school::{PersonId, PersonKind, Role, circle};
use testkit::{
    App,
    Classroom::{Ce, Cm, Cp},
    Who::*,
    on_both,
};

#[tokio::test]
async fn the_youngest_come_in_by_a_tap_and_go_back_to_the_wall() {
    on_both(SERVICES, async |app| {
        app.at(MORNING);
        for young in ["1110", "1111", "1112"] {
            level(app, Zoe, young).await;
            let device = tablet(app, Thomas, Cp, "jour").await;
            assert_came_in(&tap(&device, Zoe).await, "/");
            let page = device.get("/mes-travaux").await;
            assert!(page.says("J’ai fini"), "{}", page.text());
            assert_eq!(page.attributes("idle-return", "data-to"), ["/tablette"]);
            device.get("/tablette").await;
            assert!(!is_in(&device).await, "the wall puts out whoever was in");
        }
        assert_eq!(acts(app, Action::ChildCameIn).await, 3);
    })
    .await;
}

#[tokio::test]
async fn from_gs_a_tap_leads_to_pictures() {
    on_both(SERVICES, async |app| {
        app.at(MORNING);
        for older in ["1113", "1121"] {
            level(app, Zoe, older).await;
            let device = tablet(app, Thomas, Cp, "jour").await;
            assert!(device.get("/tablette").await.has("a.wall-tile"));
            let to = format!("/tablette/eleves/{}", Zoe.person());
            assert_came_in(&tap(&device, Zoe).await, &to);
            assert!(device.get(&to).await.says("Tu n’as pas encore d’images."));
            assert!(!is_in(&device).await);
        }
    })
    .await;
}

#[tokio::test]
async fn a_child_nobody_sees_move_is_out_after_twenty_minutes() {
    on_both(SERVICES, async |app| {
        app.at(MORNING);
        level(app, Zoe, "1111").await;
        let device = tablet(app, Thomas, Cp, "jour").await;
        tap(&device, Zoe).await;
        app.wait(19 * 60);
        assert!(is_in(&device).await);
        app.wait(21 * 60);
        assert!(!is_in(&device).await);
    })
    .await;
}

#[tokio::test]
async fn two_who_share_a_first_name_have_an_initial_and_levels_stand_in_order() {
    on_both(SERVICES, async |app| {
        app.at(MORNING);
        let device = tablet(app, Helene, Ce, "jour").await;
        assert_eq!(device.get("/tablette").await.texts(".wall-name"), ["Lina", "Tom"], "CE1 before CE2");
        change(app, "update person set first_name = 'Lïna' where id = $1", args![Tom.person()]).await;
        assert_eq!(device.get("/tablette").await.texts(".wall-name"), ["Lina B.", "Lïna B."]);
    })
    .await;
}

#[tokio::test]
async fn a_device_opens_its_own_class_alone() {
    on_both(SERVICES, async |app| {
        app.at(MORNING);
        for who in [Zoe, Enzo] {
            level(app, who, "1111").await;
        }
        let device = tablet(app, Thea, Cm, "jour").await;
        assert_eq!(tap(&device, Zoe).await.status, 404);
        assert_came_in(&tap(&device, Enzo).await, "/");
        assert_came_in(&tap(&app.anonymous(), Zoe).await, "/tablette");
        let forged = app.anonymous();
        assert!(!forged.get("/tablette").await.has(".wall-tile"));
    })
    .await;
}

#[tokio::test]
async fn who_is_signed_in_on_the_device_goes_out_when_a_child_comes_in() {
    on_both(SERVICES, async |app| {
        app.at(MORNING);
        level(app, Zoe, "1111").await;
        let device = tablet(app, Thomas, Cp, "jour").await;
        tap(&device, Zoe).await;
        // The same device, somebody else: one session at a time.
        tap(&device, Zoe).await;
        let mut tx = app.read().await;
        let living = school::session::of(&mut tx, Zoe.account()).await.unwrap();
        assert_eq!(living.iter().filter(|it| it.door == school::Door::Tablet).count(), 1);
    })
    .await;
}

#[tokio::test]
async fn an_account_that_was_closed_does_not_come_in() {
    on_both(SERVICES, async |app| {
        app.at(MORNING);
        level(app, Zoe, "1111").await;
        let device = tablet(app, Thomas, Cp, "jour").await;
        change(app, "update account set blocked_at = 1 where id = $1", args![Zoe.account()]).await;
        let answer = tap(&device, Zoe).await;
        assert_came_in(&answer, "/tablette");
        assert!(device.follow(&answer).await.says("Tu ne peux pas entrer."));
    })
    .await;
}

#[tokio::test]
async fn a_child_without_account_gets_one_and_an_animal_is_chosen() {
    on_both(SERVICES, async |app| {
        app.at(MORNING);
        level(app, Zoe, "1111").await;
        change(app, "delete from account_person where person_id = $1", args![Zoe.person()]).await;
        let device = tablet(app, Thomas, Cp, "jour").await;
        assert_came_in(&tap(&device, Zoe).await, "/");
        assert!(is_in(&device).await);
        let thomas = app.by(Thomas).await;
        let path = crate::codes(Cp, Zoe, "/animal");
        assert_eq!(thomas.post(&path, &[("animal", "tortue")]).await.status, 303);
        assert_eq!(thomas.post(&path, &[("animal", "parapluie")]).await.status, 404);
        let uses = device.get("/tablette").await.attributes(".wall-tile use", "href");
        assert!(uses.iter().any(|it| it.ends_with("#tortue")), "{uses:?}");
    })
    .await;
}

/// Seats pupils more in the CP.
async fn seat(app: &App, pupils: usize) {
    let mut tx = app.write().await;
    let now = tx.now();
    for number in 0..pupils {
        let (pupil, first): (PersonId, String) = (tx.id(), format!("Alix{number}"));
        let sort_key = db::sort_key("FOULE", &first);
        tx.change(
            "insert into person (id, kind, last_name, first_name, level, details, sort_key, search_key, incomplete, created_at) \
             values ($1, $2, 'FOULE', $3, '1121', '{}', $4, $4, false, $5)",
            args![pupil, PersonKind::Pupil, &first, sort_key, now],
        )
        .await
        .unwrap();
        circle::seat(&mut tx, Cp.id(), pupil, Role::Pupil, None).await.unwrap();
    }
    tx.commit().await.unwrap();
}

/// The words of the colours, in the order of the sheet.
const COLOURS: [&str; 10] =
    ["rouge", "orange", "olive", "vert", "turquoise", "bleu", "indigo", "violet", "rose", "gris"];

#[tokio::test]
async fn no_two_children_of_a_class_have_the_same_animal_in_the_same_colour() {
    on_both(SERVICES, async |app| {
        app.at(MORNING);
        let device = tablet(app, Thomas, Cp, "jour").await;
        assert!(!device.get("/tablette").await.says("dans ta couleur"));
        seat(app, 26).await;
        app.wait(1);
        let wall = device.get("/tablette").await;
        assert!(wall.says("Touche ton animal, dans ta couleur."), "{}", wall.text());
        let animals = wall.attributes(".wall-tile use", "href");
        let mut pairs: Vec<_> = wall.attributes(".wall-place", "class").into_iter().zip(animals).collect();
        assert!(pairs.len() >= 27, "{}", pairs.len());
        let all = pairs.len();
        pairs.sort();
        pairs.dedup();
        assert_eq!(pairs.len(), all);
        let page = app.by(Thomas).await.get(&crate::codes(Cp, Zoe, "")).await;
        assert!(page.says("Sur le mur :"), "{}", page.text());
        // Only the animals others have in the same colour are marked, and never the own one.
        let own = COLOURS.iter().position(|word| page.says(&format!("cadre {word}."))).unwrap();
        let colour = format!("colour-{own}");
        let places = wall.attributes(".wall-place", "class");
        let alike = places.iter().filter(|class| class.split(' ').any(|it| it == colour)).count();
        assert_eq!(page.html().matches("(déjà pris en ").count(), alike - 1, "{}", page.text());
    })
    .await;
}
