//! « J’ai besoin de parler »: a child asks one adult, who alone reads it.

use crate::{SERVICES, answers, audited, count, notices};
use commons::{
    attention::{Channel, Outing, OutingId, digest},
    share,
};
use db::{Moment, args};
use school::{Role, Viewer, account, circle};
use testkit::{
    App,
    Classroom::Cp,
    Client, Page,
    Who::{self, *},
    on_both,
};

const WORDS: &str = "J’ai peur d’aller à la récréation.";

/// Zoé asks Thomas to talk; answers the address of what she asked.
async fn asked(app: &App) -> String {
    let zoe = app.by(Zoe).await;
    let page = zoe.post_then("/parler", &[("words", WORDS), ("adult", &Thomas.person().to_string())]).await;
    assert!(page.says("Ton message est parti."), "{}", page.text());
    address(app).await
}

async fn address(app: &App) -> String {
    let row: (commons::ThingId,) = app
        .read()
        .await
        .one("select id from thing where kind = 'paroles' order by id desc limit 1", &[])
        .await
        .unwrap();
    format!("/paroles/{}", row.0)
}

/// What awaits somebody, as the first page shows it; answers about images are another story.
async fn tasks(app: &App, who: Who) -> Vec<String> {
    let mut tx = app.read().await;
    let viewer = Viewer::load(&mut tx, who.account()).await.unwrap();
    let tasks = (protection::SERVICE.tasks)(&mut tx, &viewer).await.unwrap();
    tasks
        .into_iter()
        .filter(|task| task.href != "/droit-image")
        .map(|task| testkit::plain_spaced(&task.title))
        .collect()
}

/// What is in somebody's feed, and how many things are new there.
async fn fed(app: &App, who: Who) -> usize {
    let mut tx = app.read().await;
    let viewer = Viewer::load(&mut tx, who.account()).await.unwrap();
    let circles = circle::told_by(&mut tx, &viewer).await.unwrap();
    let since = app.now().plus_days(-30);
    share::feed(&mut tx, &viewer, circles, since, 20).await.unwrap().len()
}

async fn press(client: &Client<'_>, request: &str, noun: &str) -> Page {
    client.post_then(&format!("{request}/{noun}"), &[]).await
}

#[tokio::test]
async fn a_child_finds_adults_numbers_and_a_way_out() {
    on_both(SERVICES, async |app| {
        let page = app.by(Zoe).await.get("/parler").await;
        assert_eq!(page.attributes("button[name=adult]", "value"), [Thomas, Helene].map(|it| it.person().to_string()));
        assert_eq!(page.link("Sortir d’ici"), Some(Cp.path("/journal")));
        assert_eq!((page.link("119"), page.link("3018")), (Some("tel:119".to_owned()), Some("tel:3018".to_owned())));
        assert!(page.says("Seul l’adulte que tu choisis lit ton message."), "{}", page.text());
        assert!(!page.texts("title").concat().contains("parler"), "nothing is left in the tab of a shared tablet");
    })
    .await;
}

#[tokio::test]
async fn the_adult_is_told_at_once_even_on_a_saturday_and_nobody_else() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-03T21:00");
        let request = asked(app).await;
        assert_eq!(tasks(app, Thomas).await, ["Un élève souhaite vous parler"]);
        assert_eq!(notices(app, Thomas, "talk.asked").await, 1);
        let page = app.by(Thomas).await.get(&request).await;
        assert!(page.says("Zoé MARTY") && page.says(WORDS) && page.says("CP de M. Roux"), "{}", page.text());
        assert!(page.says("119") && page.says("information préoccupante"), "{}", page.text());
        answers(app, &request, 404, &[Helene, Rose, Paul, Claire, Tom, Samia, Hector, Adelaide]).await;
        answers(app, &request, 403, &[Zoe]).await;
        for who in [Helene, Paul, Claire, Zoe] {
            assert!(tasks(app, who).await.is_empty(), "{who:?}");
            assert_eq!(notices(app, who, "talk.asked").await, 0, "{who:?}");
        }
        for who in [Thomas, Helene, Paul, Claire, Zoe] {
            assert_eq!(fed(app, who).await, 0, "in the feed of {who:?}");
        }
        let told = "select count(*) as n from event e join thing t on t.id = e.thing_id where t.kind = 'paroles'";
        assert_eq!(count(app, told, &[]).await, 0);
    })
    .await;
}

#[tokio::test]
async fn the_wall_of_the_class_tells_nobody_what_was_asked() {
    on_both(SERVICES, async |app| {
        asked(app).await;
        let zoe = app.by(Zoe).await;
        assert!(zoe.get("/parler").await.says("Ton message à Thomas ROUX est parti"), "by the password it is told");
        let mut tx = app.write().await;
        tx.change("update session set door = 'tablet' where account_id = $1", args![Zoe.account()]).await.unwrap();
        tx.commit().await.unwrap();
        let page = zoe.get("/parler").await;
        assert_eq!(page.attributes("button[name=adult]", "value").len(), 2, "one asks there too");
        assert!(!page.says("Ton message à"), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn the_child_reads_that_it_was_seen() {
    on_both(SERVICES, async |app| {
        let request = asked(app).await;
        let zoe = app.by(Zoe).await;
        assert!(!zoe.get("/parler").await.says("l’a vu"));
        assert!(app.by(Thomas).await.get(&request).await.status == 200);
        assert!(!zoe.get("/parler").await.says("l’a vu"), "opening is not answering");
        let page = press(&app.by(Thomas).await, &request, "lecture").await;
        assert!(page.says("L’enfant sait que vous avez vu sa demande."), "{}", page.text());
        assert!(zoe.get("/parler").await.says("Thomas ROUX l’a vu."));
        press(&app.by(Thomas).await, &request, "lecture").await;
        assert_eq!(audited(app, Thomas, "talk-seen").await, 1);
        let unread = "select count(*) as n from notification where person_id = $1 and read_at is null";
        assert_eq!(count(app, unread, args![Thomas.person()]).await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_child_may_say_nothing_but_a_name() {
    on_both(SERVICES, async |app| {
        let zoe = app.by(Zoe).await;
        zoe.post_then("/parler", &[("words", ""), ("adult", &Thomas.person().to_string())]).await;
        let page = app.by(Thomas).await.get(&address(app).await).await;
        assert!(page.says("« Je voudrais te parler. »"), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn done_it_leaves_and_is_forgotten_after_a_while() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-05T10:00");
        let request = asked(app).await;
        let thomas = app.by(Thomas).await;
        assert_eq!(thomas.post(&format!("{request}/cloture"), &[]).await.status, 303);
        assert_eq!(thomas.post(&format!("{request}/cloture"), &[]).await.status, 409);
        assert!(tasks(app, Thomas).await.is_empty());
        assert!(thomas.get(&request).await.says("Cette demande est close."));
        assert!(!app.by(Zoe).await.get("/parler").await.says("Ton message à"));
        app.run_jobs().await;
        answers(app, &request, 200, &[Thomas]).await;
        app.at("2026-11-05T10:00");
        app.run_jobs().await;
        answers(app, &request, 404, &[Thomas]).await;
        assert_eq!(count(app, "select count(*) as n from talk_request", &[]).await, 0);
        assert_eq!(count(app, "select count(*) as n from thing where kind = 'paroles'", &[]).await, 0);
        for (who, action) in [(Zoe, "talk-asked"), (Thomas, "talk-seen"), (Thomas, "talk-closed")] {
            assert_eq!(audited(app, who, action).await, 1, "{action}");
        }
        app.at("2027-06-05T10:00");
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn the_adult_passes_it_on_to_the_head() {
    on_both(SERVICES, async |app| {
        let request = asked(app).await;
        let thomas = app.by(Thomas).await;
        assert!(thomas.get(&request).await.says("transmettez cette demande à Hélène VIDAL"));
        let page = press(&thomas, &request, "direction").await;
        assert!(page.says("La direction est prévenue.") && !page.says("Transmettre à la direction"), "{}", page.text());
        answers(app, &request, 200, &[Helene, Thomas]).await;
        assert_eq!(tasks(app, Helene).await.len(), 1);
        assert_eq!(notices(app, Helene, "talk.passed-on").await, 1);
        assert_eq!(fed(app, Helene).await, 0);
        assert_eq!(thomas.post(&format!("{request}/direction"), &[]).await.status, 409);
    })
    .await;
}

#[tokio::test]
async fn it_is_never_passed_on_to_a_head_who_is_responsible_for_the_child() {
    on_both(SERVICES, async |app| {
        let mut tx = app.write().await;
        let link =
            "insert into guardianship (child_id, adult_id, position, source, since) values ($1, $2, 3, 'hand', $3)";
        tx.change(link, args![Zoe.person(), Helene.person(), app.now()]).await.unwrap();
        tx.commit().await.unwrap();
        let request = asked(app).await;
        let thomas = app.by(Thomas).await;
        assert!(!thomas.get(&request).await.says("Transmettre à la direction"));
        assert_eq!(thomas.post(&format!("{request}/direction"), &[]).await.status, 409);
    })
    .await;
}

#[tokio::test]
async fn whoever_left_the_school_reads_it_no_more() {
    on_both(SERVICES, async |app| {
        let request = asked(app).await;
        let mut tx = app.write().await;
        tx.change("delete from member where person_id = $1", args![Thomas.person()]).await.unwrap();
        tx.commit().await.unwrap();
        answers(app, &request, 404, &[Thomas]).await;
        assert!(tasks(app, Thomas).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn what_a_child_sends_has_a_measure_and_comes_back() {
    on_both(SERVICES, async |app| {
        let zoe = app.by(Zoe).await;
        let thomas = Thomas.person().to_string();
        let page = zoe.post("/parler", &[("words", WORDS), ("adult", &Rose.person().to_string())]).await;
        assert_eq!((page.status, page.texts("textarea")), (422, vec![WORDS.to_owned()]));
        assert!(page.says("Appuie sur le nom d’un adulte."), "{}", page.text());
        let page = zoe.post("/parler", &[("words", &"a".repeat(601)), ("adult", &thomas)]).await;
        assert_eq!(page.status, 422);
        for _ in 0..3 {
            asked(app).await;
        }
        let page = zoe.post("/parler", &[("words", WORDS), ("adult", &thomas)]).await;
        assert!(page.status == 422 && page.says("appelle le 119"), "{}", page.text());
        app.wait(25 * 3600);
        asked(app).await;
    })
    .await;
}

#[tokio::test]
async fn the_page_is_for_pupils_alone() {
    on_both(SERVICES, async |app| {
        answers(app, "/parler", 200, &[Zoe, Tom, Enzo]).await;
        answers(app, "/parler", 404, &[Paul, Claire, Samia, Thomas, Helene, Agnes, Adelaide]).await;
        let sent = [("words", WORDS), ("adult", "1")];
        for who in [Paul, Thomas] {
            assert_eq!(app.by(who).await.post("/parler", &sent).await.status, 404, "{who:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_colleague_seated_by_hand_teaches_and_listens() {
    on_both(SERVICES, async |app| {
        let mut tx = app.write().await;
        circle::seat(&mut tx, Cp.id(), Rose.person(), Role::Teacher, None).await.unwrap();
        tx.commit().await.unwrap();
        let page = app.by(Zoe).await.get("/parler").await;
        let expected = [Rose, Thomas, Helene].map(|it| it.person().to_string());
        assert_eq!(page.attributes("button[name=adult]", "value"), expected);
    })
    .await;
}

/// How many pushes and letters wait to leave.
async fn waiting(app: &App) -> i64 {
    count(app, "select count(*) as n from outing where state = 'waiting'", &[]).await
}

#[tokio::test]
async fn the_adult_is_written_to_until_it_was_read() {
    on_both(SERVICES, async |app| {
        let mut tx = app.write().await;
        account::set_email(&mut tx, Thomas.account(), Some("thomas@example.org")).await.unwrap();
        account::set_email(&mut tx, Claire.account(), Some("claire@example.org")).await.unwrap();
        tx.commit().await.unwrap();
        app.at("2026-10-05T10:00");
        let request = asked(app).await;
        assert_eq!(waiting(app).await, 1, "a letter to the adult, and to nobody else");
        press(&app.by(Thomas).await, &request, "lecture").await;
        assert_eq!(waiting(app).await, 0);
    })
    .await;
}

#[tokio::test]
async fn no_digest_tells_of_it() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-05T10:00");
        asked(app).await;
        app.at("2026-10-05T18:00");
        digest::gather_due(&app.house).await.unwrap();
        assert_eq!(count(app, "select count(*) as n from outing where channel in ('day', 'week')", &[]).await, 0);
        for who in [Thomas, Helene, Paul, Claire, Zoe] {
            let mut tx = app.read().await;
            let viewer = Viewer::load(&mut tx, who.account()).await.unwrap();
            let (id, round): (OutingId, Moment) = (tx.id(), app.now());
            let outing = Outing {
                id,
                account_id: who.account(),
                person_id: who.person(),
                thing_id: who.account().0,
                channel: Channel::Day,
                round,
                attempts: 1,
            };
            assert!(digest::of_day(&mut tx, &viewer, &outing, &[]).await.unwrap().is_empty(), "{who:?}");
        }
    })
    .await;
}
