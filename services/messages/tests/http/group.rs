//! The team of a group of two schools: written to by those who teach in it, from each of its schools, while they do.

use crate::{
    OPEN, SERVICES, answer, answers, count, family, person,
    reported::{find, raise},
    send, try_send,
};
use db::args;
use school::{CircleId, Role, circle};
use testkit::{
    App,
    Classroom::{Cm, Cp},
    Client,
    Place::{JulesVerne, Tilleuls},
    Who::{self, *},
    chess, on_both,
};

/// Everybody else: heads of both schools, an agent, pupils of the group and their families, somebody of the académie.
const OUTSIDE: [Who; 8] = [Helene, Hector, Agnes, Tom, Enzo, Samia, Perrine, Adelaide];
const WHY: &str = "Des comptes volés envoient des menaces.";

/// The group of two schools, where Rose teaches too.
async fn team_of_chess(app: &App) -> CircleId {
    app.at(OPEN);
    let group = chess(app).await;
    let mut tx = app.write().await;
    circle::seat(&mut tx, group, Rose.person(), Role::Teacher, None).await.unwrap();
    tx.commit().await.unwrap();
    group
}

/// The team of a group, as the form names it.
fn team(group: CircleId) -> String {
    format!("equipe-{group}")
}

/// Théa writes to the team of the group; answers the address of the conversation.
async fn written(app: &App, group: CircleId) -> String {
    send(&app.by(Thea).await, &[&team(group)], "Tournoi", "Jeudi à la salle des fêtes.").await
}

/// What an answer in a conversation is answered.
async fn answered(client: &Client<'_>, thread: &str) -> u16 {
    client.upload(&format!("{thread}/reponses"), &[("body", "Entendu.")], &[]).await.status
}

#[tokio::test]
async fn the_team_of_a_group_of_two_schools_is_a_recipient_ready_made() {
    on_both(SERVICES, async |app| {
        let group = team_of_chess(app).await;
        for who in [Thea, Thomas, Rose] {
            for typed in ["", "equipe", "echecs"] {
                let found = app.by(who).await.get(&format!("/messages/destinataires?q={typed}")).await.html();
                let proposed = found.contains(&team(group)) && found.contains("Équipe : Échecs");
                assert!(proposed && found.contains("2 adultes"), "{who:?} {typed}: {found}");
            }
        }
        let form = app.by(Thea).await.get(&format!("/messages/nouveau?a={}", team(group))).await;
        assert!(form.says("Équipe : Échecs"), "{}", form.text());
        for who in OUTSIDE.into_iter().filter(|who| *who != Adelaide) {
            let client = app.by(who).await;
            let form = client.get(&format!("/messages/nouveau?a={}", team(group))).await;
            assert!(!form.says("Équipe : Échecs"), "{who:?}: {}", form.text());
            let found = client.get("/messages/destinataires?q=equipe").await.html();
            assert!(!found.contains("Équipe : Échecs"), "{who:?}: {found}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_teachers_of_a_group_write_to_one_another_and_nobody_else_reads_or_writes_there() {
    on_both(SERVICES, async |app| {
        let group = team_of_chess(app).await;
        let thread = written(app, group).await;
        answers(app, &thread, 200, &[Thea, Thomas, Rose]).await;
        answers(app, &thread, 404, &OUTSIDE).await;
        let rose = app.by(Rose).await.get(&thread).await;
        assert!(rose.says("Écrit à : Équipe : Échecs") && rose.says("Théa CARRÈRE"), "{}", rose.text());
        for who in OUTSIDE {
            let refused = try_send(&app.by(who).await, &[&team(group)], "Tournoi", "Bonjour.", &[]).await;
            assert_eq!(refused.status, 404, "{who:?}: {}", refused.text());
        }
        // The group opens nobody else of the other school.
        let thea = app.by(Thea).await;
        for to in [person(Helene), person(Agnes), person(Samia), family(Zoe), format!("equipe-{}", Cp.id())] {
            assert_eq!(try_send(&thea, &[&to], "Bonjour", "Bonjour.", &[]).await.status, 404, "{to}");
        }
        assert_eq!(try_send(&thea, &[&team(group), &family(Zoe)], "Bonjour", "Bonjour.", &[]).await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn an_answer_in_the_team_of_a_group_reaches_all_of_it_and_colleagues_do_not_wait() {
    on_both(SERVICES, async |app| {
        let group = team_of_chess(app).await;
        app.at("2026-10-03T10:00");
        let thread = written(app, group).await;
        let thomas = app.by(Thomas).await;
        let page = thomas.get(&thread).await;
        assert!(page.says("Jeudi à la salle des fêtes.") && !page.says("Sera remis lundi"), "{}", page.text());
        assert_eq!(answer(&thomas, &thread, "J’apporte les pendules.").await, thread);
        for who in [Thea, Rose] {
            assert!(app.by(who).await.get(&thread).await.says("J’apporte les pendules."), "{who:?}");
        }
        // Whoever answers from the other school follows who opened it, as in one's own.
        assert!(thomas.get(&thread).await.says("Ouvert par 2 personnes sur 2"), "{}", thomas.get(&thread).await.text());
        assert_eq!(answered(&app.by(Thea).await, &thread).await, 303);
    })
    .await;
}

#[tokio::test]
async fn whoever_leaves_the_group_or_outlives_it_writes_to_the_other_school_no_more() {
    on_both(SERVICES, async |app| {
        let group = team_of_chess(app).await;
        let thread = written(app, group).await;
        app.wait(60);
        let mut tx = app.write().await;
        circle::unseat(&mut tx, group, Thomas.person(), Role::Teacher).await.unwrap();
        tx.commit().await.unwrap();
        let (thea, thomas, rose) = (app.by(Thea).await, app.by(Thomas).await, app.by(Rose).await);
        answer(&thea, &thread, "Rendez-vous à neuf heures.").await;
        let page = thomas.get(&thread).await;
        assert!(page.says("Jeudi à la salle des fêtes.") && !page.says("neuf heures"), "{}", page.text());
        assert!(!page.has("form[action$='/reponses']"), "{}", page.text());
        assert_eq!(answered(&thomas, &thread).await, 403);
        assert_eq!(try_send(&thomas, &[&team(group)], "Tournoi", "Bonjour.", &[]).await.status, 404);
        assert!(rose.get(&thread).await.says("neuf heures"));
        let mut tx = app.write().await;
        circle::close(&mut tx, group).await.unwrap();
        tx.commit().await.unwrap();
        app.wait(60);
        for client in [&thea, &rose] {
            assert_eq!(answered(client, &thread).await, 403);
            assert_eq!(try_send(client, &[&team(group)], "Tournoi", "Bonjour.", &[]).await.status, 404);
        }
        answers(app, &thread, 200, &[Thea, Thomas, Rose]).await;
    })
    .await;
}

#[tokio::test]
async fn whoever_leaves_a_group_their_own_school_holds_is_reached_by_no_teacher_of_another() {
    on_both(SERVICES, async |app| {
        let group = team_of_chess(app).await;
        // Held by the school of Thomas: a seat in its group is no longer one in it once the group is over.
        let thread = send(&app.by(Thomas).await, &[&team(group)], "Tournoi", "Qui arbitre ?").await;
        answer(&app.by(Thea).await, &thread, "Moi, jeudi.").await;
        app.wait(60);
        let mut tx = app.write().await;
        circle::close(&mut tx, group).await.unwrap();
        tx.commit().await.unwrap();
        app.wait(60);
        assert_eq!(answered(&app.by(Thea).await, &thread).await, 403);
        answer(&app.by(Thomas).await, &thread, "Entre nous seulement.").await;
        assert!(app.by(Rose).await.get(&thread).await.says("Entre nous seulement."));
        assert!(!app.by(Thea).await.get(&thread).await.says("Entre nous seulement."));
    })
    .await;
}

#[tokio::test]
async fn a_school_that_closes_messages_to_its_team_closes_those_of_its_groups_to_it() {
    on_both(SERVICES, async |app| {
        let group = team_of_chess(app).await;
        let thread = written(app, group).await;
        let scope = format!("school:{}", Tilleuls.id());
        let order = [("portee", scope.as_str()), ("profils", "team"), ("raison", WHY)];
        assert_eq!(app.by(Helene).await.post("/messages/fermetures", &order).await.status, 303);
        let rose = app.by(Rose).await;
        let refused = rose.upload(&format!("{thread}/reponses"), &[("body", "Entendu.")], &[]).await;
        assert!(refused.status == 422 && refused.says(WHY) && refused.says("Entendu."), "{}", refused.text());
        let refused = try_send(&rose, &[&team(group)], "Tournoi", "Bonjour.", &[]).await;
        assert!(refused.status == 422 && refused.says(WHY), "{}", refused.text());
        // The other school goes on, until it closes its own.
        assert_eq!(answered(&app.by(Thea).await, &thread).await, 303);
        let scope = format!("school:{}", JulesVerne.id());
        let order = [("portee", scope.as_str()), ("profils", "team"), ("raison", WHY)];
        assert_eq!(app.by(Hector).await.post("/messages/fermetures", &order).await.status, 303);
        assert_eq!(answered(&app.by(Thea).await, &thread).await, 422);
    })
    .await;
}

#[tokio::test]
async fn what_is_reported_in_the_team_of_a_group_is_looked_at_where_it_was_begun() {
    on_both(SERVICES, async |app| {
        let group = team_of_chess(app).await;
        let thread = written(app, group).await;
        app.wait(60);
        raise(app, Thomas, &thread).await;
        let look = find(app, Hector, &thread).await.unwrap().unwrap().look;
        assert_eq!(look, Some(format!("{thread}/signalement")));
        assert!(find(app, Helene, &thread).await.is_err());
        answers(app, &format!("{thread}/signalement"), 404, &[Helene, Thomas, Rose, Thea, Perrine]).await;
        answers(app, &format!("{thread}/signalement"), 200, &[Hector]).await;
    })
    .await;
}

#[tokio::test]
async fn whoever_left_the_group_or_outlived_it_reports_what_they_received_there() {
    on_both(SERVICES, async |app| {
        let group = team_of_chess(app).await;
        let thread = written(app, group).await;
        app.wait(60);
        let mut tx = app.write().await;
        circle::unseat(&mut tx, group, Thomas.person(), Role::Teacher).await.unwrap();
        tx.commit().await.unwrap();
        let offered = format!("a[href='/signaler{thread}']");
        assert!(app.by(Thomas).await.get(&thread).await.has(&offered));
        raise(app, Thomas, &thread).await;
        let mut tx = app.write().await;
        circle::close(&mut tx, group).await.unwrap();
        tx.commit().await.unwrap();
        app.wait(60);
        assert!(app.by(Rose).await.get(&thread).await.has(&offered));
        raise(app, Rose, &thread).await;
        for who in [Thomas, Rose] {
            let told = "select count(*) as n from thing_report where reporter_id = $1";
            assert_eq!(count(app, told, args![who.person()]).await, 1, "{who:?}");
        }
        // The head of where it was begun is told, and nobody else reads it for that.
        assert!(find(app, Hector, &thread).await.unwrap().unwrap().look.is_some());
        answers(app, &thread, 404, &OUTSIDE).await;
        assert!(find(app, Helene, &thread).await.is_err());
    })
    .await;
}

#[tokio::test]
async fn an_answer_to_a_team_and_to_families_at_once_goes_to_its_author_alone_across_schools() {
    on_both(SERVICES, async |app| {
        let group = team_of_chess(app).await;
        let thea = app.by(Thea).await;
        let to = [team(group), format!("familles-{}", Cm.id())];
        let thread = send(&thea, &[&to[0], &to[1]], "Tournoi", "Jeudi.").await;
        let thomas = app.by(Thomas).await;
        let apart = answer(&thomas, &thread, "Je viens.").await;
        assert_ne!(apart, thread);
        answers(app, &apart, 200, &[Thea, Thomas]).await;
        answers(app, &apart, 404, &[Rose, Perrine, Hector, Helene]).await;
        assert_eq!(answer(&thea, &apart, "Merci Thomas.").await, apart);
        assert!(thomas.get(&apart).await.says("Merci Thomas."));
        let family = answer(&app.by(Perrine).await, &thread, "Nous viendrons.").await;
        answers(app, &family, 200, &[Thea, Perrine]).await;
        answers(app, &family, 404, &[Thomas, Rose, Helene]).await;
    })
    .await;
}

#[tokio::test]
async fn a_group_of_two_schools_opens_its_pupils_and_families_to_those_who_teach_in_it_alone() {
    on_both(SERVICES, async |app| {
        let group = team_of_chess(app).await;
        let families = format!("familles-{group}");
        let helene = app.by(Helene).await;
        for to in [person(Enzo), person(Perrine), person(Thea), family(Enzo), families.clone()] {
            let refused = try_send(&helene, &[&to], "Bonjour", "Bonjour.", &[]).await;
            assert_eq!(refused.status, 404, "{to}: {}", refused.text());
        }
        send(&helene, &[&family(Tom)], "Bonjour", "Tom est de l’école.").await;
        send(&app.by(Thomas).await, &[&family(Enzo)], "Tournoi", "Enzo joue jeudi.").await;
        let mut tx = app.write().await;
        circle::unseat(&mut tx, group, Rose.person(), Role::Teacher).await.unwrap();
        tx.commit().await.unwrap();
        app.wait(60);
        let rose = app.by(Rose).await;
        for to in [families.clone(), family(Enzo), person(Thea)] {
            assert_eq!(try_send(&rose, &[&to], "Bonjour", "Bonjour.", &[]).await.status, 404, "{to}");
        }
        assert!(!rose.get("/messages/destinataires?q=echecs").await.html().contains(&families));
        assert!(app.by(Thomas).await.get("/messages/destinataires?q=echecs").await.html().contains(&families));
    })
    .await;
}

#[tokio::test]
async fn the_team_of_a_group_is_written_to_apart_from_anybody_named() {
    on_both(SERVICES, async |app| {
        let group = team_of_chess(app).await;
        let thea = app.by(Thea).await;
        for to in [family(Enzo), person(Hector)] {
            let refused = try_send(&thea, &[&team(group), &to], "Tournoi", "Jeudi.", &[]).await;
            assert!(refused.status == 422 && refused.says("dans un message à part"), "{to}: {}", refused.text());
        }
        // The team of a group of one school is written to with whom one likes.
        let mut tx = app.write().await;
        circle::unseat(&mut tx, group, Thea.person(), Role::Teacher).await.unwrap();
        tx.commit().await.unwrap();
        app.wait(60);
        send(&app.by(Thomas).await, &[&team(group), &person(Helene)], "Tournoi", "Jeudi.").await;
    })
    .await;
}
