//! A day of strike: filled in school by school, told to families.

use crate::{MONTAUBRAC, SAINTE_FOY, SERVICES, answers, count, editor, school, task};
use testkit::{Client, Place, Who::*, on_both};

/// Prepares the strike of 8 October; answers its address.
async fn begin(client: &Client<'_>) -> String {
    let answer = client.post("/ma-commune/greves", &[("commune", MONTAUBRAC), ("day", "2026-10-08")]).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    answer.location().unwrap()
}

#[tokio::test]
async fn families_read_what_stays_open_in_their_school_once_they_are_told() {
    on_both(SERVICES, async |app| {
        let editor = editor(app).await;
        let strike = begin(&editor).await;
        assert_eq!(begin(&editor).await, strike, "one day is one board");
        let id = school(Place::Tilleuls);
        let (canteen, minimum, place) = (format!("canteen-{id}"), format!("minimum-{id}"), format!("place-{id}"));
        let fields =
            [("note", "Préavis du 1er octobre."), (&*canteen, "on"), (&*minimum, "on"), (&*place, "École Jean-Moulin")];
        let page = editor.post_then(&strike, &fields).await;
        assert!(page.has(&format!("[name='{canteen}'][checked]")), "{}", page.text());
        assert!(!app.by(Claire).await.get("/cantine").await.says("École Jean-Moulin"));
        let page = editor.post_then(&format!("{strike}/publication"), &[]).await;
        let notice = page.link("Voir l’avis envoyé").unwrap();
        for who in [Claire, Samia, Helene] {
            let page = app.by(who).await.get("/cantine").await;
            assert!(page.says("cantine assurée") && page.says("pas de garderie le matin"), "{who:?}: {}", page.text());
            assert!(page.says("École Jean-Moulin"), "{who:?}: {}", page.text());
            let page = app.by(who).await.get(&notice).await;
            assert!(page.says("Les Tilleuls") && page.says("Préavis du 1er octobre."), "{who:?}: {}", page.text());
        }
        assert!(!app.by(Perrine).await.get("/cantine").await.says("cantine assurée"));
        answers(app, &notice, 404, &[Zoe, Perrine]).await;
    })
    .await;
}

#[tokio::test]
async fn told_again_the_notice_before_is_withdrawn() {
    on_both(SERVICES, async |app| {
        let editor = editor(app).await;
        let strike = begin(&editor).await;
        let publication = format!("{strike}/publication");
        let first = editor.post_then(&publication, &[]).await.link("Voir l’avis envoyé").unwrap();
        let second = editor.post_then(&publication, &[]).await.link("Voir l’avis envoyé").unwrap();
        assert_ne!(first, second);
        answers(app, &first, 404, &[Claire]).await;
        answers(app, &second, 200, &[Claire]).await;
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_is_refused_and_another_commune_finds_nothing() {
    on_both(SERVICES, async |app| {
        let editor = editor(app).await;
        for day in ["", "2026-09-30", "demain"] {
            let answer = editor.post("/ma-commune/greves", &[("commune", MONTAUBRAC), ("day", day)]).await;
            assert!(answer.status == 422 && answer.has("#f-day-error"), "{day}: {}", answer.text());
        }
        let strike = begin(&editor).await;
        let (place, long) = (format!("place-{}", school(Place::Tilleuls)), "x".repeat(201));
        let answer = editor.post(&strike, &[("tableau", "1"), (&*place, &*long), ("note", "Tous")]).await;
        assert!(answer.status == 422 && answer.says("Tous"), "{}", answer.text());
        assert_eq!(answer.attributes(&format!("[name='{place}']"), "value"), [long]);
        task(app, "town-editor", SAINTE_FOY).await;
        answers(app, &strike, 404, &[Adelaide, Claire, Helene]).await;
        let stranger = app.by(Adelaide).await;
        assert_eq!(stranger.post(&strike, &[]).await.status, 404);
        assert_eq!(stranger.post(&format!("{strike}/publication"), &[]).await.status, 404);
        assert_eq!(count(app, "select count(*) as n from town_notice", &[]).await, 0);
    })
    .await;
}

#[tokio::test]
async fn an_urgent_strike_says_why() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-03T10:00");
        let editor = editor(app).await;
        let strike = begin(&editor).await;
        let publication = format!("{strike}/publication");
        let refused = editor.post(&publication, &[("urgent", "on")]).await;
        assert!(refused.status == 422 && refused.has("#f-reason-error"), "{}", refused.text());
        let page = editor.post_then(&publication, &[("urgent", "on"), ("reason", "Préavis tardif")]).await;
        let notice = page.link("Voir l’avis envoyé").unwrap();
        answers(app, &notice, 200, &[Claire]).await;
        task(app, "town-officer", MONTAUBRAC).await;
        let officer = app.by(Adelaide).await;
        assert_eq!(officer.post(&publication, &[("urgent", "on"), ("reason", "Vite")]).await.status, 403);
        answers(app, &notice, 200, &[Claire]).await;
    })
    .await;
}

#[tokio::test]
async fn what_is_typed_on_the_board_is_kept_when_families_are_told() {
    on_both(SERVICES, async |app| {
        let editor = editor(app).await;
        let strike = begin(&editor).await;
        let page = editor.get(&strike).await;
        let tell = page.attributes("button[formaction]", "formaction").concat();
        assert_eq!(tell, format!("{strike}/publication"));
        let hours = format!("hours-{}", school(Place::Tilleuls));
        let minimum = format!("minimum-{}", school(Place::Tilleuls));
        let fields = [("tableau", "1"), (&*minimum, "on"), (&*hours, "8 h 30 à 16 h 30"), ("note", "Préavis.")];
        let refused = editor.post(&tell, &[&fields[..], &[("urgent", "on")][..]].concat()).await;
        assert_eq!(refused.status, 422);
        assert_eq!(refused.attributes(&format!("[name='{hours}']"), "value"), ["8 h 30 à 16 h 30"]);
        editor.post_then(&tell, &fields).await;
        assert!(app.by(Claire).await.get("/cantine").await.says("8 h 30 à 16 h 30"));
    })
    .await;
}

#[tokio::test]
async fn a_strike_whose_notice_is_withdrawn_is_to_be_told_again() {
    on_both(SERVICES, async |app| {
        let editor = editor(app).await;
        let strike = begin(&editor).await;
        let notice = editor.post_then(&format!("{strike}/publication"), &[]).await.link("Voir l’avis envoyé").unwrap();
        editor.post_then(&format!("{notice}/retrait"), &[("reason", "La grève est levée.")]).await;
        assert!(editor.get("/ma-commune/greves").await.says("À annoncer"));
        assert!(editor.get(&strike).await.link("Voir l’avis envoyé").is_none());
    })
    .await;
}
