//! Three pictures: given with the child, tried on the wall, closed after mistakes.

use crate::{MORNING, SERVICES, assert_came_in, codes, count, is_in, tablet};
use db::args;
use testkit::{
    App,
    Classroom::Cp,
    Client, Page,
    Who::{self, *},
    on_both,
};

const RIGHT: [&str; 3] = ["chat", "arbre", "lune"];
const WRONG: [&str; 3] = ["arbre", "chat", "lune"];

/// Gives a pupil the right pictures, as the teacher does with the child.
async fn give(app: &App) -> Page {
    let fields = [("premiere", RIGHT[0]), ("deuxieme", RIGHT[1]), ("troisieme", RIGHT[2])];
    app.by(Thomas).await.post(&codes(Cp, Zoe, "/images"), &fields).await
}

/// Presses three pictures, the last of them after the others.
async fn press(client: &Client<'_>, who: Who, pictures: [&str; 3]) -> Page {
    let path = format!("/tablette/eleves/{}/images", who.person());
    client.post(&path, &[("deja", &pictures[..2].join(".")), ("image", pictures[2])]).await
}

#[tokio::test]
async fn pictures_are_pressed_one_after_the_other_without_script() {
    on_both(SERVICES, async |app| {
        app.at(MORNING);
        let given = give(app).await;
        assert!(given.status == 200 && given.says("Cette page ne sera plus montrée"), "{}", given.text());
        assert_eq!(given.texts(".wall-chosen li"), RIGHT);
        let device = tablet(app, Thomas, Cp, "jour").await;
        let path = format!("/tablette/eleves/{}", Zoe.person());
        let page = device.get(&path).await;
        assert!(page.says("La première image"));
        assert_eq!(page.texts(".picture-tile").len(), 30);
        let images = format!("{path}/images");
        let page = device.post(&images, &[("deja", ""), ("image", "chat")]).await;
        assert!(page.says("La deuxième image") && page.attributes("input[name=deja]", "value") == ["chat"]);
        let page = device.post(&images, &[("deja", "chat"), ("image", "arbre")]).await;
        assert!(page.says("La troisième image") && page.attributes("input[name=deja]", "value") == ["chat.arbre"]);
        assert_came_in(&device.post(&images, &[("deja", "chat.arbre"), ("image", "lune")]).await, "/");
        assert!(is_in(&device).await);
    })
    .await;
}

#[tokio::test]
async fn which_picture_is_wrong_is_not_said_and_five_mistakes_close_for_ten_minutes() {
    on_both(SERVICES, async |app| {
        app.at(MORNING);
        give(app).await;
        let device = tablet(app, Thomas, Cp, "jour").await;
        for _ in 0..4 {
            let page = press(&device, Zoe, WRONG).await;
            assert!(page.status == 422 && page.says("Recommence"), "{}", page.text());
            assert!(page.texts(".wall-chosen li").is_empty(), "all three are asked again");
        }
        assert!(press(&device, Zoe, WRONG).await.says("C’est fermé pour dix minutes."));
        assert!(press(&device, Zoe, RIGHT).await.says("C’est fermé pour dix minutes."));
        assert!(!is_in(&device).await);
        app.wait(599);
        assert!(press(&device, Zoe, RIGHT).await.says("C’est fermé"));
        app.wait(2);
        assert_came_in(&press(&device, Zoe, RIGHT).await, "/");
    })
    .await;
}

#[tokio::test]
async fn the_teacher_opens_what_mistakes_closed_and_takes_pictures_back() {
    on_both(SERVICES, async |app| {
        app.at(MORNING);
        give(app).await;
        let device = tablet(app, Thomas, Cp, "jour").await;
        for _ in 0..5 {
            press(&device, Zoe, WRONG).await;
        }
        let thomas = app.by(Thomas).await;
        assert!(thomas.get(&Cp.path("/codes")).await.says("Bloqué"));
        thomas.post_then(&codes(Cp, Zoe, "/deblocage"), &[]).await;
        assert_came_in(&press(&device, Zoe, RIGHT).await, "/");
        device.get("/tablette").await;
        let asked = thomas.get(&codes(Cp, Zoe, "/images/fin")).await;
        assert!(asked.says("Retirer les images de Zoé ?"), "{}", asked.text());
        assert_eq!(asked.attributes("main form", "action"), [codes(Cp, Zoe, "/images/fin")]);
        assert!(thomas.get(&codes(Cp, Zoe, "")).await.link("Retirer les images").is_some(), "asking takes nothing");
        thomas.post_then(&codes(Cp, Zoe, "/images/fin"), &[]).await;
        assert_eq!(thomas.get(&codes(Cp, Zoe, "/images/fin")).await.status, 404);
        assert!(press(&device, Zoe, RIGHT).await.says("Tu n’as pas encore d’images."));
    })
    .await;
}

#[tokio::test]
async fn chance_gives_three_different_pictures_that_open() {
    on_both(SERVICES, async |app| {
        app.at(MORNING);
        let given = app.by(Thomas).await.post(&codes(Cp, Zoe, "/images"), &[("hasard", "on")]).await;
        let uses = given.attributes(".wall-chosen use", "href");
        let names: Vec<&str> = uses.iter().filter_map(|it| it.split_once('#')).map(|it| it.1).collect();
        let pictures: [&str; 3] = names.try_into().unwrap();
        let device = tablet(app, Thomas, Cp, "jour").await;
        assert_came_in(&press(&device, Zoe, pictures).await, "/");
    })
    .await;
}

#[tokio::test]
async fn pictures_chosen_twice_come_back_with_what_was_ticked() {
    on_both(SERVICES, async |app| {
        app.at(MORNING);
        let fields = [("premiere", "chat"), ("deuxieme", "chat"), ("troisieme", "lune")];
        let page = app.by(Thomas).await.post(&codes(Cp, Zoe, "/images"), &fields).await;
        assert!(page.status == 422 && page.says("Choisissez trois images différentes."), "{}", page.text());
        assert_eq!(page.attributes("input[type=radio][checked]", "value"), ["chat", "chat", "lune"]);
    })
    .await;
}

#[tokio::test]
async fn pictures_open_nothing_away_from_the_device_of_the_class() {
    on_both(SERVICES, async |app| {
        app.at(MORNING);
        give(app).await;
        assert_came_in(&press(&app.anonymous(), Zoe, RIGHT).await, "/tablette");
        let device = tablet(app, Thomas, Cp, "jour").await;
        app.at("2026-10-06T09:00");
        assert_came_in(&press(&device, Zoe, RIGHT).await, "/tablette");
        assert!(!is_in(&device).await);
    })
    .await;
}

#[tokio::test]
async fn nothing_kept_leads_back_to_the_pictures() {
    on_both(SERVICES, async |app| {
        app.at(MORNING);
        give(app).await;
        let mut tx = app.read().await;
        let (kept,): (Vec<u8>,) =
            tx.one("select pictures from tablet_pupil where person_id = $1", args![Zoe.person()]).await.unwrap();
        assert_eq!(kept.len(), 16);
        assert!(!String::from_utf8_lossy(&kept).contains("chat"));
    })
    .await;
}

#[tokio::test]
async fn many_refusals_in_an_hour_alert_the_teacher() {
    on_both(SERVICES, async |app| {
        app.at(MORNING);
        let mut tx = app.write().await;
        school::account::set_email(&mut tx, Thomas.account(), Some("thomas@example.org")).await.unwrap();
        tx.commit().await.unwrap();
        give(app).await;
        let device = tablet(app, Thomas, Cp, "jour").await;
        for _ in 0..9 {
            press(&device, Zoe, WRONG).await;
        }
        app.run_jobs().await;
        assert!(app.tasks(Thomas).await.is_empty() && app.letters().is_empty());
        press(&device, Zoe, WRONG).await;
        assert_eq!(app.tasks(Thomas).await, ["10 entrées refusées en une heure"]);
        press(&device, Zoe, WRONG).await;
        app.run_jobs().await;
        let letters = app.letters();
        assert_eq!(letters.len(), 1, "the tenth alone writes");
        assert!(letters[0].contains("thomas@example.org") && !letters[0].contains("Zoé"));
        for other in [Helene, Rose, Thea, Zoe] {
            assert!(app.tasks(other).await.is_empty(), "{other:?}");
        }
        app.wait(3700);
        assert!(app.tasks(Thomas).await.is_empty());
        assert_eq!(count(app, "select count(*) as n from tablet_refusal", args![]).await, 11);
    })
    .await;
}
