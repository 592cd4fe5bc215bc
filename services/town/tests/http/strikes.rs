//! A day of strike: filled in school by school, told to families.

use crate::{MONTAUBRAC, SAINTE_FOY, SERVICES, action, answers, count, editor, school, task};
use testkit::{Client, Place, Who::*, on_both};

/// The canteen in the week of the strike.
const WEEK: &str = "/cantine?semaine=2026-10-05";

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
        assert!(!app.by(Claire).await.get(WEEK).await.says("École Jean-Moulin"));
        let page = editor.post_then(&format!("{strike}/publication"), &[]).await;
        let notice = page.link("Voir l’avis envoyé").unwrap();
        for who in [Claire, Samia, Helene] {
            let page = app.by(who).await.get(WEEK).await;
            assert!(page.says("cantine assurée") && page.says("pas de garderie le matin"), "{who:?}: {}", page.text());
            assert!(page.says("École Jean-Moulin"), "{who:?}: {}", page.text());
            let page = app.by(who).await.get(&notice).await;
            assert!(page.says("Les Tilleuls") && page.says("Préavis du 1er octobre."), "{who:?}: {}", page.text());
        }
        assert!(!app.by(Perrine).await.get(WEEK).await.says("cantine assurée"));
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
async fn what_is_typed_on_the_board_is_kept_and_read_over_before_families_are_told() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-03T10:00");
        let editor = editor(app).await;
        let strike = begin(&editor).await;
        assert!(editor.get(&strike).await.has("button[name=annoncer]"));
        let hours = format!("hours-{}", school(Place::Tilleuls));
        let minimum = format!("minimum-{}", school(Place::Tilleuls));
        let fields = [("annoncer", "1"), (&*minimum, "on"), (&*hours, "8 h 30 à 16 h 30"), ("note", "Préavis.")];
        let page = editor.post_then(&strike, &fields).await;
        assert!(page.says("accueil : 8 h 30 à 16 h 30") && page.says("pas de cantine"), "{}", page.text());
        assert!(page.says("Préavis.") && page.says("Les Tilleuls") && page.says("rien n’est encore annoncé"));
        assert_eq!(count(app, "select count(*) as n from town_notice", &[]).await, 0);
        let tell = page.attributes("form[action$='/publication']", "action").concat();
        let refused = editor.post(&tell, &[("urgent", "on")]).await;
        assert!(refused.status == 422 && refused.says("accueil : 8 h 30 à 16 h 30"), "{}", refused.text());
        let told = editor.post_then(&tell, &[("urgent", "on"), ("reason", "Préavis tardif")]).await;
        assert!(told.says("C’est fait : les familles le lisent dès maintenant."), "{}", told.text());
        assert!(app.by(Claire).await.get(WEEK).await.says("8 h 30 à 16 h 30"));
    })
    .await;
}

#[tokio::test]
async fn a_week_shows_its_own_strikes_and_marks_the_days_without_canteen() {
    on_both(SERVICES, async |app| {
        let editor = editor(app).await;
        let fields = [("commune", MONTAUBRAC), ("semaine", "2026-10-05"), ("pour", "toutes")];
        let page = editor.post_then("/ma-commune/cantine/menus", &fields).await;
        for (day, dish) in [("mercredi 7", "Riz"), ("jeudi 8", "Gratin de courge")] {
            let day = page.link(&format!("Modifier {day} octobre")).unwrap();
            editor.post_then(&day, &[("plat", dish)]).await;
        }
        let page = editor.get("/ma-commune/cantine?commune=town:031:montaubrac&semaine=2026-10-05").await;
        editor.post_then(&action(&page, "/publication"), &[]).await;
        // Nobody filled the board in: nothing is held.
        let strike = begin(&editor).await;
        editor.post_then(&format!("{strike}/publication"), &[]).await;
        let page = app.by(Claire).await.get(WEEK).await;
        assert!(page.says("Grève du jeudi 8 octobre") && page.says("Pas de cantine ce jour-là"), "{}", page.text());
        assert!(page.says("Riz") && !page.says("Gratin de courge"), "{}", page.text());
        let child = app.by(Zoe).await.get(WEEK).await;
        assert!(child.says("Pas de cantine ce jour-là") && !child.says("Grève du"), "{}", child.text());
        for week in ["/cantine", "/cantine?semaine=2026-10-12"] {
            let page = app.by(Claire).await.get(week).await;
            assert!(!page.says("pas de cantine"), "{week}: {}", page.text());
        }
        let page = app.by(Claire).await.get("/cantine").await;
        assert!(page.says("Avis des semaines suivantes"), "{}", page.text());
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

#[tokio::test]
async fn of_several_schools_a_card_tells_none_of_another_and_the_notice_begins_with_the_own_one() {
    on_both(SERVICES, async |app| {
        let mut tx = app.write().await;
        let moved = "update school set town = 'Montaubrac' where id = $1";
        tx.change(moved, db::args![Place::JulesVerne.id()]).await.unwrap();
        tx.commit().await.unwrap();
        let editor = editor(app).await;
        let strike = begin(&editor).await;
        editor.post_then(&strike, &[("note", "Préavis du 1er octobre.")]).await;
        let page = editor.post_then(&format!("{strike}/publication"), &[]).await;
        let neutral = "select count(*) as n from thing where kind = 'avis' and excerpt like '%dans chaque école. Préavis%' \
             and excerpt not like '%Jules-Verne%'";
        assert_eq!(count(app, neutral, &[]).await, 1);
        let notice = page.link("Voir l’avis envoyé").unwrap();
        let page = app.by(Claire).await.get(&notice).await;
        assert!(page.texts("article h2").concat().ends_with("Les Tilleuls"), "{}", page.text());
        assert!(page.says("Jules-Verne"), "{}", page.text());
    })
    .await;
}
