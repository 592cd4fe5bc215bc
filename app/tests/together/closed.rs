//! What one of two schools closed: nothing of that school in the service, all of the other.

use crate::published;
use commons::{notification, share};
use db::args;
use preau::services::SERVICES;
use school::{Door, School, Viewer, account, circle};
use testkit::{
    App,
    Classroom::{Ce, Cm, Cp},
    Page,
    Place::Tilleuls,
    Who::{self, *},
    on_both,
};

const OPEN: &str = "2026-10-01T10:00";

/// Claire, mother of Zoé at Les Tilleuls, answers for Enzo at Jules-Verne too.
async fn claire_in_two_schools(app: &App) {
    app.at(OPEN);
    let sql = "insert into guardianship (child_id, adult_id, relation, position, source, since) \
         values ($1, $2, 20, 2, 'aaf', $3)";
    let mut tx = app.write().await;
    let now = tx.now();
    tx.change(sql, args![Enzo.person(), Claire.person(), now]).await.unwrap();
    tx.commit().await.unwrap();
}

async fn tilleuls_closes(app: &App, closed: &str) {
    let mut tx = app.write().await;
    School::set_closed(&mut tx, Tilleuls.id(), closed).await.unwrap();
    tx.commit().await.unwrap();
}

/// Publishes in the CM1 as Théa; answers the address.
async fn published_there(app: &App) -> String {
    let thea = app.by(Thea).await;
    let fields = [("title", "Le volcan"), ("body", "Il fume."), ("audience", "class-and-families")];
    let post = thea.upload(&Cm.path("/billets"), &fields, &[]).await.location().unwrap();
    thea.post_then(&format!("{post}/publication"), &[]).await;
    post
}

async fn write(app: &App, who: Who, to: Who) -> Page {
    let to = format!("personne-{}", to.person());
    let fields = [("to", to.as_str()), ("subject", "Piscine"), ("body", "Bonjour."), ("suite", "envoyer")];
    app.by(who).await.upload("/messages", &fields, &[]).await
}

/// The page of a child, as the header leads to it.
fn child(of: Who) -> String {
    format!("/enfants/{}", of.person())
}

#[tokio::test]
async fn the_journal_of_the_school_that_closed_it_is_closed_and_the_other_stays() {
    on_both(SERVICES, async |app| {
        claire_in_two_schools(app).await;
        let (here, there) = (published(app, &[]).await, published_there(app).await);
        for (closed, status) in [("", 200), ("journal:guardian", 404), ("journal:pupil", 200)] {
            tilleuls_closes(app, closed).await;
            let claire = app.by(Claire).await;
            for (path, expected) in
                [(&Cp.path("/journal"), status), (&here, status), (&Cm.path("/journal"), 200), (&there, 200)]
            {
                assert_eq!(claire.get(path).await.status, expected, "{closed} {path}");
            }
            let home = claire.get("/").await;
            assert_eq!((home.says("La mare"), home.says("Le volcan")), (status == 200, true), "{}", home.text());
        }
    })
    .await;
}

#[tokio::test]
async fn around_the_pages_of_a_closed_service_both_children_stay() {
    on_both(SERVICES, async |app| {
        claire_in_two_schools(app).await;
        published(app, &[]).await;
        published_there(app).await;
        tilleuls_closes(app, "journal:guardian messages:guardian").await;
        let claire = app.by(Claire).await;
        for path in [Cm.path("/journal"), "/messages".to_owned(), "/".to_owned()] {
            let page = claire.get(&path).await;
            assert_eq!(page.status, 200, "{path}");
            for of in [Zoe, Enzo] {
                assert!(page.has(&format!("a[href='{}']", child(of))), "{path} {of:?}");
            }
        }
        let (zoe, enzo) = (claire.get(&child(Zoe)).await, claire.get(&child(Enzo)).await);
        assert_eq!((zoe.status, enzo.status), (200, 200));
        assert!(enzo.says("Le volcan") && !zoe.says("La mare"), "{} {}", enzo.text(), zoe.text());
    })
    .await;
}

/// What the badge of somebody says.
async fn badge(app: &App, who: Who) -> i64 {
    told_by(app, who, Door::Password).await.0
}

/// What the badge of somebody who came in by a door says, and how many notices are named.
async fn told_by(app: &App, who: Who, door: Door) -> (i64, usize) {
    let mut tx = app.read().await;
    let viewer = Viewer::load(&mut tx, who.account()).await.unwrap().by(door);
    let circles = circle::told_by(&mut tx, &viewer).await.unwrap();
    let closed = web::untold_to(&mut tx, SERVICES, &viewer).await.unwrap();
    let counted = share::unseen(&mut tx, &viewer, &circles, &closed).await.unwrap();
    (counted, notification::unread(&mut tx, &viewer, &closed).await.unwrap().len())
}

/// Tells somebody about a post, at an hour of the school.
async fn told_of(app: &App, who: Who, post: &str) {
    let id = post.rsplit('/').next().unwrap().parse().unwrap();
    let mut tx = app.write().await;
    notification::tell(&mut tx, who.person(), id, "journal.published", None).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn the_notices_and_the_badge_leave_out_what_is_of_the_school_that_closed_the_service() {
    on_both(SERVICES, async |app| {
        claire_in_two_schools(app).await;
        let (here, there) = (published(app, &[]).await, published_there(app).await);
        for post in [&here, &there] {
            told_of(app, Claire, post).await;
        }
        // A post and a notice about it, from each school.
        for (closed, count) in [("", 4), ("journal:pupil", 4), ("journal:guardian", 2), ("messages:guardian", 4)] {
            tilleuls_closes(app, closed).await;
            assert_eq!(badge(app, Claire).await, count, "{closed}");
        }
        for (closed, expected) in [("journal:guardian", vec![&there]), ("", vec![&here, &there])] {
            tilleuls_closes(app, closed).await;
            let home = app.by(Claire).await.get("/").await;
            let mut told = home.attributes("main .rows a.row-title", "href");
            told.retain(|href| href.starts_with("/billets/"));
            told.sort();
            let mut expected: Vec<String> = expected.into_iter().cloned().collect();
            expected.sort();
            assert_eq!(told, expected, "{closed}");
        }
    })
    .await;
}

#[tokio::test]
async fn at_home_nothing_is_told_of_what_the_school_closed_to_pupils() {
    on_both(SERVICES, async |app| {
        app.at(OPEN);
        let own = [("title", "Mon escargot"), ("body", "Il est lent."), ("audience", "class-and-families")];
        let post = app.by(Zoe).await.upload(&Cp.path("/billets"), &own, &[]).await.location().unwrap();
        told_of(app, Zoe, &post).await;
        for (closed, told) in [("", 1), ("journal:guardian", 1), ("journal:pupil", 0), ("messages:pupil", 1)] {
            tilleuls_closes(app, closed).await;
            for door in [Door::Home, Door::Lent] {
                let (counted, named) = told_by(app, Zoe, door).await;
                assert_eq!((counted, named), (told, usize::from(told == 1)), "{closed} {door:?}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn messages_of_the_school_that_closed_them_are_counted_no_more() {
    on_both(SERVICES, async |app| {
        claire_in_two_schools(app).await;
        for author in [Thomas, Thea] {
            assert_eq!(write(app, author, Claire).await.status, 303, "{author:?}");
        }
        for (closed, count) in [("", 2), ("messages:guardian", 1), ("messages:pupil", 2)] {
            tilleuls_closes(app, closed).await;
            assert_eq!(badge(app, Claire).await, count, "{closed}");
        }
    })
    .await;
}

#[tokio::test]
async fn nobody_of_the_school_that_closed_messages_is_written_to_and_those_of_the_other_are() {
    on_both(SERVICES, async |app| {
        claire_in_two_schools(app).await;
        let before = write(app, Claire, Thomas).await.location().unwrap();
        tilleuls_closes(app, "messages:guardian").await;
        assert_eq!(write(app, Claire, Thomas).await.status, 404);
        assert_eq!(write(app, Claire, Thea).await.status, 303);
        // What was said before is read, and answered no more.
        let claire = app.by(Claire).await;
        let thread = claire.get(&before).await;
        assert_eq!((thread.status, thread.has("#repondre")), (200, false), "{}", thread.text());
        let answer = claire.upload(&format!("{before}/reponses"), &[("body", "Encore.")], &[]).await;
        assert_eq!(answer.status, 403);
        let paul = app.by(Paul).await.get("/messages").await;
        assert_eq!(paul.status, 404);
        assert!(paul.says("L’école n’a pas ouvert ce service."), "{}", paul.text());
    })
    .await;
}

#[tokio::test]
async fn whoever_runs_a_school_keeps_the_class_taught_there() {
    on_both(SERVICES, async |app| {
        app.at(OPEN);
        tilleuls_closes(app, "journal:teacher messages:teacher").await;
        let post = Ce.path("/billets/nouveau");
        assert_eq!(app.by(Helene).await.get(&post).await.status, 200);
        assert_eq!(app.by(Thomas).await.get(&Cp.path("/billets/nouveau")).await.status, 404);
        assert_eq!(write(app, Helene, Claire).await.status, 303);
    })
    .await;
}

#[tokio::test]
async fn messages_closed_in_haste_by_one_school_name_it_and_the_others_leave() {
    on_both(SERVICES, async |app| {
        claire_in_two_schools(app).await;
        let scope = format!("school:{}", Tilleuls.id());
        let fields = [("portee", scope.as_str()), ("profils", "families"), ("raison", "Des comptes sont volés.")];
        let done = app.by(Helene).await.post_then("/messages/fermetures", &fields).await;
        assert!(done.says("École Les Tilleuls : messages fermés aux familles."), "{}", done.text());
        let named = "Les messages sont fermés aux familles à l’école Les Tilleuls";
        let claire = app.by(Claire).await;
        for (to, announced) in [(Thomas, false), (Thea, true)] {
            let form = claire.get(&format!("/messages/nouveau?a=personne-{}", to.person())).await;
            assert_eq!((form.says(named), form.says("Sera remis")), (true, announced), "{to:?}: {}", form.text());
        }
        let refused = write(app, Claire, Thomas).await;
        assert_eq!(refused.status, 422);
        assert!(refused.says(named), "{}", refused.text());
        assert_eq!(write(app, Claire, Thea).await.status, 303);
        // A parent of that school alone reads it as before.
        assert!(app.by(Paul).await.get("/messages").await.says("Vous ne pouvez pas envoyer de message"));
    })
    .await;
}

/// Claire has an address, and a browser that may be woken.
async fn claire_is_reached(app: &App) {
    let mut tx = app.write().await;
    account::set_email(&mut tx, Claire.account(), Some("claire@example.org")).await.unwrap();
    tx.commit().await.unwrap();
    let fields = [
        ("endpoint", "https://push.example.net/claire"),
        ("p256dh", "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"),
        ("auth", "BTBZMqHH6r4Tts7J_aSIgg"),
    ];
    let page = app.by(Claire).await.post_then("/notifications/abonnements", &fields).await;
    assert!(page.says("Cet appareil est autorisé."), "{}", page.text());
}

/// Lets out all that is due within half an hour of an instant.
async fn half_hour(app: &App, at: &str) {
    app.at(at);
    attention::turn(&app.house, SERVICES).await.unwrap();
    app.wait(1799);
    attention::turn(&app.house, SERVICES).await.unwrap();
}

#[tokio::test]
async fn pushes_and_letters_tell_nothing_of_what_closed_while_they_waited() {
    on_both(SERVICES, async |app| {
        claire_in_two_schools(app).await;
        claire_is_reached(app).await;
        let (mut pushes, mut letters) = (0, 0);
        for (at, closed, here_told) in
            [(OPEN, "messages:guardian", false), ("2026-10-02T10:00", "journal:guardian", true)]
        {
            app.at(at);
            tilleuls_closes(app, "").await;
            let here = write(app, Thomas, Claire).await.location().unwrap();
            let there = write(app, Thea, Claire).await.location().unwrap();
            tilleuls_closes(app, closed).await;
            half_hour(app, at).await;
            let told = if here_told { 2 } else { 1 };
            let woken = app.house.push.record().len();
            assert_eq!(woken - pushes, told, "{closed}");
            pushes = woken;
            let all = app.letters();
            let new = all[letters..].concat();
            assert_eq!(all.len() - letters, told, "{closed}: {new}");
            assert_eq!((new.contains(&here), new.contains(&there)), (here_told, true), "{closed}: {new}");
            letters = all.len();
        }
    })
    .await;
}

#[tokio::test]
async fn the_week_of_a_child_leaves_out_the_journal_its_school_closed() {
    on_both(SERVICES, async |app| {
        claire_in_two_schools(app).await;
        claire_is_reached(app).await;
        let mut letters = 0;
        for (at, friday, closed, here_told) in
            [(OPEN, "2026-10-02T16:30", "", true), ("2026-10-05T10:00", "2026-10-09T16:30", "journal:guardian", false)]
        {
            app.at(at);
            tilleuls_closes(app, "").await;
            published(app, &[]).await;
            published_there(app).await;
            tilleuls_closes(app, closed).await;
            half_hour(app, friday).await;
            let all = app.letters();
            let new = all[letters..].concat();
            assert_eq!((new.contains("La mare"), new.contains("Le volcan")), (here_told, true), "{closed}: {new}");
            letters = all.len();
        }
    })
    .await;
}
