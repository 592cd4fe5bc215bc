//! Services that meet in the whole program: what somebody does in one shows in another.
#![expect(clippy::unwrap_used, reason = "tests")]

mod arrival;
mod cards;
mod challenge;
mod children;
mod closed;
mod contacts;
mod erasure;
mod feeding;
mod groups;
mod jobs;
mod leaving;
mod lending;
mod moved_mots;
mod moving;
mod municipal;
mod parting;
mod readers;
mod tasks;
mod years;

use preau::services::SERVICES;
use testkit::{
    App,
    Classroom::{self, Ce, Cp},
    Client, MOT,
    Place::Tilleuls,
    Who::{self, *},
    on_both,
};

const MOVED: &str = "L’heure de remise du billet « La mare » a changé avec les heures de l’école.";

/// Publishes in the CP as Thomas, at an instant wished for or as soon as possible; answers the address.
async fn published(app: &App, wish: &[(&str, &str)]) -> String {
    let thomas = app.by(Thomas).await;
    let usual = [("title", "La mare"), ("body", "Des têtards."), ("audience", "class-and-families")];
    let answer = thomas.upload(&Cp.path("/billets"), &[&usual[..], wish].concat(), &[]).await;
    let post = answer.location().unwrap();
    thomas.post_then(&format!("{post}/publication"), &[]).await;
    post
}

/// Sends a mot to sign to the families of a class; answers its address.
async fn sent(client: &Client<'_>, class: Classroom) -> String {
    let answer = client.upload(&class.path("/mots"), &MOT, &[]).await;
    let mot = answer.location().unwrap_or_else(|| panic!("{}", answer.text()));
    client.post_then(&format!("{mot}/envoi"), &[]).await;
    mot
}

/// Sets the hours of Les Tilleuls as its head does: from 8 h 30 to 18 h on these days, Monday first.
async fn open_on(app: &App, days: &[&str]) {
    let mut fields = vec![("debut", "08:30"), ("fin", "18:00"), ("vacances", "remettre")];
    fields.extend(days.iter().map(|day| ("jours", *day)));
    let page = app.by(Helene).await.post_then(&format!("/ecoles/{}/heures", Tilleuls.id()), &fields).await;
    assert!(page.says("Les heures de l’école sont enregistrées."), "{}", page.text());
}

const WEEK: [&str; 5] = ["0", "1", "2", "3", "4"];

/// Checks what a post answers to these people.
async fn answers(app: &App, post: &str, status: u16, people: &[Who]) {
    for who in people {
        assert_eq!(app.by(*who).await.get(post).await.status, status, "{who:?}");
    }
}

#[tokio::test]
async fn what_waits_for_its_hour_follows_the_new_hours_and_its_author_is_told() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-03T10:00");
        let post = published(app, &[]).await;
        open_on(app, &WEEK).await;
        let thomas = app.by(Thomas).await;
        let home = thomas.get("/").await;
        assert!(home.says(MOVED), "{}", home.text());
        assert_eq!(thomas.get(&post).await.texts(".status"), ["Sera remis lundi à 8 h 30"]);
        for at in ["2026-10-05T07:00", "2026-10-05T08:29"] {
            app.at(at);
            app.run_jobs().await;
            answers(app, &post, 404, &[Zoe, Paul, Claire]).await;
        }
        app.at("2026-10-05T08:30");
        assert_eq!(app.run_jobs().await, 1);
        answers(app, &post, 200, &[Zoe, Paul, Claire]).await;
    })
    .await;
}

#[tokio::test]
async fn whoever_signs_what_moves_is_told_at_the_opening() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-03T10:00");
        let zoe = Zoe.person().to_string();
        published(app, &[("authors", zoe.as_str())]).await;
        open_on(app, &WEEK).await;
        for (at, told) in [("2026-10-05T08:29", false), ("2026-10-05T08:30", true)] {
            app.at(at);
            let home = app.by(Zoe).await.get("/").await;
            assert_eq!(home.says(MOVED), told, "at {at}: {}", home.text());
        }
    })
    .await;
}

#[tokio::test]
async fn comments_and_notices_that_wait_follow_later_hours() {
    on_both(SERVICES, async |app| {
        let post = validated_on_a_saturday(app).await;
        open_on(app, &WEEK).await;
        app.at("2026-10-05T08:29");
        reached(app, &post, false).await;
        app.at("2026-10-05T08:30");
        reached(app, &post, true).await;
    })
    .await;
}

#[tokio::test]
async fn comments_and_notices_that_wait_follow_hours_that_open_now() {
    on_both(SERVICES, async |app| {
        let post = validated_on_a_saturday(app).await;
        reached(app, &post, false).await;
        open_on(app, &["0", "5"]).await;
        reached(app, &post, true).await;
    })
    .await;
}

/// A post of Friday under which a comment of Paul is validated on Saturday; answers its address.
async fn validated_on_a_saturday(app: &App) -> String {
    app.at("2026-10-02T10:00");
    let post = published(app, &[("comments", "on")]).await;
    app.by(Paul).await.post_then(&format!("{post}/commentaires"), &[("comment", "Bravo.")]).await;
    app.at("2026-10-03T10:00");
    let thomas = app.by(Thomas).await;
    let validation = thomas.get(&post).await.attributes("form[action$='/validation']", "action").concat();
    thomas.post_then(&validation, &[]).await;
    post
}

/// Checks whether the comment of Paul under a post has reached the families, and what tells him so.
async fn reached(app: &App, post: &str, expected: bool) {
    let told = "Le commentaire envoyé sous le billet « La mare » est publié.";
    assert_eq!(app.by(Paul).await.get("/").await.says(told), expected, "the notice");
    assert_eq!(app.by(Claire).await.get(post).await.says("Bravo."), expected, "the comment");
}

#[tokio::test]
async fn hours_that_open_now_deliver_at_once() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-03T10:00");
        let post = published(app, &[]).await;
        answers(app, &post, 404, &[Zoe, Paul, Claire]).await;
        open_on(app, &["0", "5"]).await;
        answers(app, &post, 200, &[Zoe, Paul, Claire]).await;
        assert_eq!(app.by(Thomas).await.get(&post).await.texts(".status"), ["Publié"]);
    })
    .await;
}

#[tokio::test]
async fn an_instant_chosen_stays_while_the_school_delivers_then() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        let (kept, moved) = ([("day", "2026-10-06"), ("time", "09:15")], [("day", "2026-10-06"), ("time", "08:00")]);
        let kept = published(app, &kept).await;
        open_on(app, &WEEK).await;
        let thomas = app.by(Thomas).await;
        assert!(!thomas.get("/").await.says(MOVED));
        assert_eq!(thomas.get(&kept).await.texts(".status"), ["Sera remis mardi à 9 h 15"]);
        open_on(app, &["0", "1", "2", "3"]).await;
        let waits = published(app, &moved).await;
        assert_eq!(thomas.get(&waits).await.texts(".status"), ["Sera remis mardi à 8 h 30"]);
        open_on(app, &["0", "3"]).await;
        assert_eq!(thomas.get(&kept).await.texts(".status"), ["Sera remis jeudi 8 octobre à 8 h 30"]);
    })
    .await;
}

#[tokio::test]
async fn what_is_delivered_stays_so() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        let post = published(app, &[]).await;
        open_on(app, &["4"]).await;
        answers(app, &post, 200, &[Zoe, Paul, Claire]).await;
        assert!(!app.by(Thomas).await.get("/").await.says(MOVED));
    })
    .await;
}

#[tokio::test]
async fn the_navigation_says_where_one_is() {
    on_both(SERVICES, async |app| {
        let post = published(app, &[]).await;
        let (school, journal) = (format!("/ecoles/{}", Tilleuls.id()), "/journal".to_owned());
        for (who, path, place) in [
            (Helene, Cp.path(""), &school),
            (Helene, Ce.path(""), &Ce.path("")),
            (Helene, Ce.path("/fiches"), &Ce.path("")),
            (Helene, Ce.path("/journal"), &journal),
            (Helene, post.clone(), &journal),
            (Paul, format!("{post}/signalement"), &journal),
            (Zoe, Cp.path("/journal"), &journal),
            (Claire, post.clone(), &journal),
        ] {
            let page = app.by(who).await.get(&path).await;
            assert_eq!(page.attributes(".navigation-entry[aria-current]", "href"), [place.as_str()], "{who:?} {path}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_pages_of_other_services_about_a_place_are_one_press_away_for_those_who_may_open_them() {
    on_both(SERVICES, async |app| {
        let (school, class) = (format!("/ecoles/{}", Tilleuls.id()), Ce.path(""));
        let of_child = format!("/enfants/{}", Zoe.person());
        for (who, page, noun, leads) in [
            (Helene, &school, "/protection", true),
            (Helene, &school, "/joindre", true),
            (Helene, &class, "/droit-image", true),
            (Helene, &class, "/joindre", true),
            (Helene, &class, "/messages", true),
            (Thomas, &Cp.path(""), "/messages", true),
            (Claire, &of_child, "/droit-image", true),
            (Claire, &of_child, "/protection", false),
        ] {
            let client = app.by(who).await;
            let links = client.get(page).await.attributes("main a", "href");
            let found: Vec<&String> = links.iter().filter(|link| link.ends_with(noun)).collect();
            assert_eq!(!found.is_empty(), leads, "{who:?} {page} {noun}");
            for link in found {
                assert_eq!(client.get(link).await.status, 200, "{who:?} {link}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn whoever_has_a_task_finds_each_of_its_places_on_the_first_page() {
    on_both(SERVICES, async |app| {
        let page = app.by(Adelaide).await.get("/").await;
        let links = page.attributes("main a", "href");
        for place in ["/annuaire/imports", "/actualites"] {
            assert!(links.iter().any(|link| link == place), "{place} {links:?}");
        }
        assert!(!app.by(Thomas).await.get("/").await.attributes("a", "href").contains(&"/annuaire/imports".to_owned()));
    })
    .await;
}

#[tokio::test]
async fn nobody_has_more_than_seven_places_side_by_side() {
    on_both(SERVICES, async |app| {
        for who in [Helene, Thomas, Rose, Agnes, Claire, Samia, Zoe, Lina, Adelaide] {
            let page = app.by(who).await.get("/").await;
            let places = page.attributes(".navigation > ul > li > .navigation-entry", "href");
            assert!(places.len() <= 7, "{who:?} {places:?}");
            let crowded = page.has(".navigation-more-always");
            assert!(!crowded || places.len() <= 6, "{who:?} {places:?}");
        }
        let head = app.by(Helene).await.get("/").await;
        let places = head.attributes(".navigation > ul > li > .navigation-entry", "href");
        assert!(places.contains(&format!("/ecoles/{}", Tilleuls.id())), "{places:?}");
        let more = head.attributes(".navigation-more .menu-item", "href");
        assert!(more.contains(&"/a-valider".to_owned()) && !more.contains(&"/".to_owned()), "{more:?}");
    })
    .await;
}

#[tokio::test]
async fn a_night_executes_the_rules_of_every_service_and_proves_it() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-02T03:00");
        (compliance::night::NIGHT.run)(app.house.clone(), "2026-10-01".to_owned()).await.unwrap();
        app.run_jobs().await;
        let runs = commons::retention::last_runs(&mut app.read().await).await.unwrap();
        let proved: Vec<&str> = runs.iter().filter(|it| it.left_over == Some(0)).map(|it| it.topic.as_str()).collect();
        for rule in SERVICES.iter().flat_map(|it| it.retention) {
            assert!(proved.contains(&rule.topic), "{}: {proved:?}", rule.topic);
        }
    })
    .await;
}

#[tokio::test]
async fn a_head_reads_whether_the_school_is_covered_by_a_convention() {
    on_both(SERVICES, async |app| {
        let school = format!("/ecoles/{}", Tilleuls.id());
        let page = app.by(Helene).await.get(&school).await;
        assert!(page.status == 200 && !page.says("École non couverte"), "no campaign was ever opened: {}", page.text());
        let mut tx = app.write().await;
        let (opens_on, closes_on) = ("2026-03-01".to_owned(), "2026-12-31".to_owned());
        let campaign = agreements::Campaign { year: 2026, price_cents: 4500, opens_on, closes_on };
        campaign.save(&mut tx, Adelaide.account()).await.unwrap();
        let town = school::Territory::of("town:031:montaubrac");
        let (id, now) = (tx.id(), tx.now());
        let montaubrac = school::Authority::new(id, "Montaubrac", town.as_ref(), "031", now);
        montaubrac.save(&mut tx).await.unwrap();
        school::authority::set_payer(&mut tx, Tilleuls.id(), id, "hand").await.unwrap();
        tx.commit().await.unwrap();
        assert!(app.by(Helene).await.get(&school).await.says("École non couverte"));
        let mut tx = app.write().await;
        agreements::preparation::prepare(&mut tx, 2026, "16").await.unwrap();
        tx.commit().await.unwrap();
        assert!(app.by(Helene).await.get(&school).await.says("Convention en cours de signature"));
        let mut tx = app.write().await;
        tx.change("update agreement set state = 'active', effective_on = '2026-09-15'", &[]).await.unwrap();
        tx.commit().await.unwrap();
        assert!(app.by(Helene).await.get(&school).await.says("École couverte jusqu’au 5 septembre 2027"));
        let other = format!("/ecoles/{}", testkit::Place::JulesVerne.id());
        assert!(app.by(Hector).await.get(&other).await.says("École non couverte"));
    })
    .await;
}
