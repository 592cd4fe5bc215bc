//! Training sessions: for whom, how many, who waits, who was there.

use crate::{SERVICES, answers, count, set_district, set_email, task, typed};
use assistance::training::reminder::REMIND;
use testkit::{
    App, Client, Page,
    Place::Tilleuls,
    Who::{self, *},
    on_both,
};

fn plan<'a>(changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let usual = [
        ("scope", "academy:16"),
        ("title", "Prendre en main le carnet"),
        ("body", "Apportez votre ordinateur."),
        ("day", "2026-10-07"),
        ("starts", "14:00"),
        ("ends", "17:00"),
        ("place", "Inspection, salle 2"),
        ("capacity", "1"),
        ("publics", "teacher"),
    ];
    typed(&usual, changes)
}

async fn planned(client: &Client<'_>, changes: &[(&str, &str)]) -> String {
    let answer = client.upload("/formations/nouvelle", &plan(changes), &[]).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    answer.location().unwrap()
}

async fn register(app: &App, who: Who, session: &str) -> Page {
    app.by(who).await.post(&format!("{session}/inscription"), &[]).await
}

async fn seats(app: &App, state: &str) -> i64 {
    count(app, "select count(*) as n from training_seat where state = $1", db::args![state]).await
}

#[tokio::test]
async fn a_session_is_for_those_of_its_territory_and_their_role() {
    on_both(SERVICES, async |app| {
        set_district(app, Tilleuls, 790_001).await;
        task(app, "district-adviser", "district:16:790001").await;
        let session = planned(&app.by(Adelaide).await, &[("scope", "district:16:790001")]).await;
        answers(app, &session, 200, &[Thomas, Rose, Adelaide]).await;
        // Hélène heads the school and teaches a class there.
        answers(app, &session, 200, &[Helene]).await;
        answers(app, &session, 404, &[Thea, Hector, Claire, Zoe, Agnes]).await;
        assert!(app.by(Thomas).await.get("/formations").await.says("Prendre en main le carnet"));
        assert!(!app.by(Thea).await.get("/formations").await.says("Prendre en main le carnet"));
        answers(app, "/formations", 404, &[Claire, Zoe, Agnes]).await;
        task(app, "district-adviser", "district:16:790002").await;
        answers(app, &session, 404, &[Adelaide]).await;
        task(app, "academy-admin", "academy:16").await;
        answers(app, &session, 200, &[Adelaide]).await;
        assert!(app.by(Adelaide).await.get("/formations").await.says("Prendre en main le carnet"));
    })
    .await;
}

#[tokio::test]
async fn the_last_place_is_given_once() {
    on_both(SERVICES, async |app| {
        let session = planned(&app.by(Adelaide).await, &[]).await;
        let (one, other) = tokio::join!(register(app, Thomas, &session), register(app, Thea, &session));
        assert_eq!((one.status, other.status), (303, 303));
        assert_eq!((seats(app, "registered").await, seats(app, "waiting").await), (1, 1));
        assert_eq!(count(app, "select taken as n from training_session", &[]).await, 1);
        assert_eq!(register(app, Thomas, &session).await.status, 409, "once is enough");
    })
    .await;
}

#[tokio::test]
async fn a_place_that_is_left_goes_to_whoever_waits_first() {
    on_both(SERVICES, async |app| {
        set_email(app, Rose, "rose.calmette@ac-example.fr").await;
        let session = planned(&app.by(Adelaide).await, &[]).await;
        register(app, Thomas, &session).await;
        let rose = app.by(Rose).await;
        let waits = rose.post_then(&format!("{session}/inscription"), &[]).await;
        assert!(waits.says("Vous êtes sur la liste d’attente"), "{}", waits.text());
        app.wait(60);
        register(app, Thea, &session).await;
        let left = app.by(Thomas).await.post(&format!("{session}/desinscription"), &[]).await;
        assert_eq!(left.status, 303);
        assert!(rose.get(&session).await.says("Vous avez une place"));
        assert!(app.by(Thea).await.get(&session).await.says("Vous êtes sur la liste d’attente"));
        app.run_jobs().await;
        assert_eq!(app.letters().len(), 1);
        assert!(app.letters()[0].contains("Une place s’est libérée"));
        // Whoever comes back comes last.
        app.wait(60);
        register(app, Thomas, &session).await;
        let list = app.by(Adelaide).await.get(&session).await;
        assert_eq!(list.texts("ol li"), ["Théa CARRÈRE · Jules-Verne", "Thomas ROUX · Les Tilleuls"]);
    })
    .await;
}

#[tokio::test]
async fn more_places_are_given_to_those_who_wait_and_never_fewer_than_taken() {
    on_both(SERVICES, async |app| {
        let adelaide = app.by(Adelaide).await;
        let session = planned(&adelaide, &[]).await;
        register(app, Thomas, &session).await;
        register(app, Thea, &session).await;
        let edit = format!("{session}/modifier");
        assert_eq!(adelaide.upload(&edit, &plan(&[("capacity", "2")]), &[]).await.status, 303);
        assert_eq!((seats(app, "registered").await, seats(app, "waiting").await), (2, 0));
        let refused = adelaide.upload(&edit, &plan(&[("capacity", "1")]), &[]).await;
        assert_eq!((refused.status, refused.texts("#f-capacity-error").len()), (422, 1), "{}", refused.text());
        assert_eq!(app.by(Thomas).await.upload(&edit, &plan(&[]), &[]).await.status, 403);
    })
    .await;
}

#[tokio::test]
async fn a_list_is_open_until_the_day_before() {
    on_both(SERVICES, async |app| {
        let session = planned(&app.by(Adelaide).await, &[]).await;
        register(app, Thomas, &session).await;
        app.at("2026-10-07T08:00");
        assert_eq!(register(app, Thea, &session).await.status, 409);
        assert_eq!(app.by(Thomas).await.post(&format!("{session}/desinscription"), &[]).await.status, 409);
        assert!(!app.by(Thea).await.get(&session).await.has("form[action$='/inscription']"));
    })
    .await;
}

#[tokio::test]
async fn those_who_have_a_place_are_reminded_the_day_before_once() {
    on_both(SERVICES, async |app| {
        set_email(app, Thomas, "thomas.roux@ac-example.fr").await;
        set_email(app, Thea, "thea.carrere@ac-example.fr").await;
        let session = planned(&app.by(Adelaide).await, &[]).await;
        register(app, Thomas, &session).await;
        register(app, Thea, &session).await;
        for (now, over) in [("2026-10-05T02:30", "2026-10-04"), ("2026-10-06T02:30", "2026-10-05")] {
            app.at(now);
            (REMIND.run)(app.house.clone(), over.to_owned()).await.unwrap();
            (REMIND.run)(app.house.clone(), over.to_owned()).await.unwrap();
        }
        app.run_jobs().await;
        let letters = app.letters();
        assert_eq!(letters.len(), 1, "one has a place, and is written to once");
        assert!(
            letters[0].contains("mercredi 7 octobre") && letters[0].contains("Inspection, salle 2"),
            "{}",
            letters[0]
        );
    })
    .await;
}

#[tokio::test]
async fn who_was_there_is_said_once_the_day_has_come() {
    on_both(SERVICES, async |app| {
        let adelaide = app.by(Adelaide).await;
        let session = planned(&adelaide, &[("capacity", "5"), ("publics", "teacher"), ("publics", "head")]).await;
        register(app, Thomas, &session).await;
        register(app, Helene, &session).await;
        let sheet = adelaide.get(&format!("{session}/emargement.pdf")).await;
        assert!(sheet.status == 200 && sheet.bytes.starts_with(b"%PDF"));
        let there = Thomas.account().to_string();
        let present = format!("{session}/presences");
        assert_eq!(adelaide.upload(&present, &[("present", there.as_str())], &[]).await.status, 409, "not yet");
        app.at("2026-10-07T18:00");
        assert_eq!(adelaide.upload(&present, &[("present", there.as_str())], &[]).await.status, 303);
        let csv = adelaide.get(&format!("{session}/attestations.csv")).await.html();
        assert!(csv.contains("Thomas ROUX;Les Tilleuls;Prendre en main le carnet;2026-10-07;180"), "{csv}");
        assert!(!csv.contains("VIDAL"));
        answers(app, &format!("{session}/attestations.csv"), 403, &[Thomas]).await;
    })
    .await;
}

#[tokio::test]
async fn a_session_goes_into_a_calendar_and_may_be_called_off() {
    on_both(SERVICES, async |app| {
        set_email(app, Thomas, "thomas.roux@ac-example.fr").await;
        let adelaide = app.by(Adelaide).await;
        let session = planned(&adelaide, &[]).await;
        register(app, Thomas, &session).await;
        let event = app.by(Thomas).await.get(&format!("{session}/agenda.ics")).await.html();
        assert!(event.contains("DTSTART:20261007T120000Z\r\n") && event.contains("Inspection\\, salle 2"), "{event}");
        assert_eq!(app.by(Thomas).await.post(&format!("{session}/annulation"), &[]).await.status, 403);
        adelaide.post_then(&format!("{session}/annulation"), &[]).await;
        assert!(app.by(Thomas).await.get(&session).await.says("Cette formation est annulée."));
        app.run_jobs().await;
        assert!(app.letters()[0].contains("est annulée"));
        assert_eq!(adelaide.post(&format!("{session}/annulation"), &[]).await.status, 409);
    })
    .await;
}

#[tokio::test]
async fn what_is_planned_wrong_comes_back() {
    on_both(SERVICES, async |app| {
        let adelaide = app.by(Adelaide).await;
        for (changed, field) in [
            (("scope", "academy:11"), "scope"),
            (("title", ""), "title"),
            (("day", "2026-09-30"), "day"),
            (("day", "demain"), "day"),
            (("starts", ""), "starts"),
            (("ends", "13:00"), "ends"),
            (("place", ""), "place"),
            (("link", "http://ailleurs.example"), "link"),
            (("capacity", "0"), "capacity"),
            (("publics", "guardian"), "publics"),
        ] {
            let refused = adelaide.upload("/formations/nouvelle", &plan(&[changed]), &[]).await;
            assert_eq!(refused.status, 422, "{changed:?}");
            assert_eq!(refused.texts(&format!("#f-{field}-error")).len(), 1, "{changed:?}: {}", refused.text());
            assert!(refused.says("Apportez votre ordinateur."));
        }
        assert_eq!(app.by(Thomas).await.upload("/formations/nouvelle", &plan(&[]), &[]).await.status, 404);
    })
    .await;
}
