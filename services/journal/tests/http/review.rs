//! What pupils write: read over by a teacher, who publishes it or gives it back with words.

use crate::{READERS, SERVICES, answers, change, count, events, form, notices, publish, step, write};
use db::args;
use testkit::{
    App,
    Classroom::{Ce, Cp},
    Who::{self, *},
    on_both,
};

/// What a pupil sends to be read over.
const SENT: [(&str, &str); 3] = [("title", "Mon lapin"), ("body", "Il s’appelle Noisette."), ("suite", "relecture")];
/// What a pupil keeps for later.
const KEPT: [(&str, &str); 3] = [("title", "Mon lapin"), ("body", "Il s’appelle Noisette."), ("suite", "brouillon")];

#[tokio::test]
async fn what_a_pupil_sends_waits_for_the_teacher() {
    on_both(SERVICES, async |app| {
        let zoe = app.by(Zoe).await;
        let answer = zoe.upload(&Cp.path("/billets"), &SENT, &[]).await;
        let page = zoe.follow(&answer).await;
        assert!(page.says("Bravo, ton billet est parti ! Il sera relu avant d’être publié."), "{}", page.text());
        assert!(page.says("Ton billet attend d’être relu. Tu ne peux plus le changer pour l’instant."));
        assert_eq!(page.texts(".audience-chip"), ["L’auteur et l’équipe de la classe"]);
        assert_eq!(notices(app, Thomas, "journal.submitted").await, 1);
        let journal = app.by(Thomas).await.get(&Cp.path("/journal")).await;
        assert!(journal.texts("h2").contains(&"À relire".to_owned()), "{}", journal.text());
        assert_eq!(journal.texts(".card-title"), ["Mon lapin"]);
        let post = answer.location().unwrap();
        answers(app, &post, 200, &[Thomas, Helene]).await;
        answers(app, &post, 404, &[Paul, Claire, Rose, Tom, Hector]).await;
    })
    .await;
}

#[tokio::test]
async fn opening_what_one_was_told_about_reads_the_notice() {
    on_both(SERVICES, async |app| {
        let post = write(&app.by(Zoe).await, Cp, &SENT).await;
        assert_eq!(unread(app, Thomas).await, 1);
        answers(app, &post, 200, &[Helene]).await;
        assert_eq!(unread(app, Thomas).await, 1, "somebody else opened it");
        answers(app, &post, 200, &[Thomas]).await;
        assert_eq!(unread(app, Thomas).await, 0);
    })
    .await;
}

async fn unread(app: &App, who: Who) -> i64 {
    let sql = "select count(*) as n from notification where person_id = $1 and read_at is null";
    count(app, sql, args![who.person()]).await
}

#[tokio::test]
async fn what_waits_to_be_read_over_is_out_of_its_authors_hands() {
    on_both(SERVICES, async |app| {
        let zoe = app.by(Zoe).await;
        let post = write(&zoe, Cp, &SENT).await;
        assert_eq!(zoe.get(&step(&post, "modifier")).await.status, 403);
        assert_eq!(zoe.upload(&post, &SENT, &[]).await.status, 422);
        assert_eq!(zoe.post(&step(&post, "relecture"), &[]).await.status, 409);
        assert_eq!(zoe.get(&post).await.link("Modifier"), None);
    })
    .await;
}

#[tokio::test]
async fn the_teacher_gives_back_with_words_and_the_pupil_corrects() {
    on_both(SERVICES, async |app| {
        let (zoe, thomas) = (app.by(Zoe).await, app.by(Thomas).await);
        let post = write(&zoe, Cp, &SENT).await;
        let page = thomas.post_then(&step(&post, "retour"), &[("reason", "Ajoute la date.")]).await;
        assert!(page.says("Le billet est renvoyé à ceux qui le signent."), "{}", page.text());
        assert_eq!(told_zoe(app, "journal.returned", "Ajoute la date.").await, 1);
        for path in [post.clone(), step(&post, "modifier")] {
            assert_eq!(zoe.get(&path).await.texts(".notice-title"), ["À corriger"], "{path}");
            assert!(zoe.get(&path).await.says("Ajoute la date."), "{path}");
        }
        let corrected = [("title", "Mon lapin"), ("body", "Depuis lundi, il est là."), ("suite", "relecture")];
        let page = change(&zoe, &post, &corrected).await;
        assert!(page.says("Bravo, ton billet est parti !") && !page.says("Ajoute la date."), "{}", page.text());
        assert!(thomas.get(&post).await.says("Depuis lundi, il est là."));
        assert_eq!(events(app, "journal.submitted").await, 2);
    })
    .await;
}

async fn told_zoe(app: &App, verb: &str, detail: &str) -> i64 {
    let sql = "select count(*) as n from notification where person_id = $1 and verb = $2 and detail = $3";
    count(app, sql, args![Zoe.person(), verb, detail]).await
}

#[tokio::test]
async fn the_teacher_publishes_what_a_pupil_wrote_under_the_pupils_name() {
    on_both(SERVICES, async |app| {
        let post = write(&app.by(Zoe).await, Cp, &SENT).await;
        publish(&app.by(Thomas).await, &post).await;
        assert_eq!(notices(app, Zoe, "journal.published").await, 1);
        for who in READERS {
            let page = app.by(who).await.get(&post).await;
            assert_eq!(page.status, 200, "{who:?}");
            assert!(page.says("Zoé M. · CP de M. Roux"), "{who:?}: {}", page.text());
        }
    })
    .await;
}

#[tokio::test]
async fn a_post_by_two_pupils_is_signed_by_both() {
    on_both(SERVICES, async |app| {
        let helene = app.by(Helene).await;
        let post = write(&app.by(Tom).await, Ce, &SENT).await;
        let lina = Lina.person().to_string();
        let edit = helene.get(&step(&post, "modifier")).await;
        let offered = [lina.clone(), Helene.person().to_string()];
        assert_eq!(edit.attributes("input[name=authors]", "value"), offered, "Tom signs anyway");
        change(&helene, &post, &form(&[("authors", lina.as_str())])).await;
        publish(&helene, &post).await;
        let page = app.by(Samia).await.get(&post).await;
        assert!(page.says("Lina B. et Tom B. · CE1-CE2 de Mme Vidal"), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn a_pupil_cannot_publish() {
    on_both(SERVICES, async |app| {
        let zoe = app.by(Zoe).await;
        let post = write(&zoe, Cp, &KEPT).await;
        let page = zoe.get(&post).await;
        assert_eq!(page.link("Publier dans le journal"), None);
        assert_eq!(zoe.get(&step(&post, "publication")).await.status, 403);
        assert_eq!(zoe.post(&step(&post, "publication"), &[]).await.status, 403);
        assert_eq!(zoe.post(&step(&post, "archive"), &[]).await.status, 403);
        answers(app, &post, 404, &[Paul, Claire]).await;
        assert_eq!(events(app, "journal.published").await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_pupil_decides_neither_who_reads_nor_when_nor_whether_it_is_answered() {
    on_both(SERVICES, async |app| {
        let tom = app.by(Tom).await;
        let blank = tom.get(&Ce.path("/billets/nouveau")).await;
        assert!(!blank.has("[name=audience], [name=day], [name=comments], [name=authors]"), "{}", blank.text());
        let forged = [("audience", "families"), ("day", "2026-10-09"), ("comments", "on")];
        let post = write(&tom, Ce, &[&SENT[..], &forged[..]].concat()).await;
        publish(&app.by(Helene).await, &post).await;
        answers(app, &post, 200, &[Lina, Samia, Karim]).await;
        assert!(!app.by(Samia).await.get(&post).await.has("#f-comment"));
    })
    .await;
}

#[tokio::test]
async fn a_pupils_draft_is_seen_by_the_team_and_by_no_other_child() {
    on_both(SERVICES, async |app| {
        let tom = app.by(Tom).await;
        let post = write(&tom, Ce, &KEPT).await;
        answers(app, &post, 200, &[Tom, Helene]).await;
        answers(app, &post, 404, &[Lina, Samia, Karim, Thomas, Zoe]).await;
        assert_eq!(tom.get(&post).await.texts(".status"), ["Brouillon"]);
        let page = tom.post_then(&step(&post, "relecture"), &[]).await;
        assert_eq!(page.texts(".status"), ["En attente de relecture"]);
        let own = tom.get(&Ce.path("/journal")).await;
        assert_eq!((own.texts("h2"), own.texts(".status")), (page.texts(".status"), page.texts(".status")));
        assert!(own.link("J’écris").is_some() && own.link("Publier dans le journal").is_none(), "{}", own.text());
        let journal = app.by(Lina).await.get(&Ce.path("/journal")).await;
        assert!(!journal.says("Mon lapin"), "{}", journal.text());
    })
    .await;
}

#[tokio::test]
async fn giving_back_asks_for_words_and_for_something_sent() {
    on_both(SERVICES, async |app| {
        let (zoe, thomas) = (app.by(Zoe).await, app.by(Thomas).await);
        let post = write(&zoe, Cp, &KEPT).await;
        assert_eq!(thomas.post(&step(&post, "retour"), &[("reason", "Ajoute la date.")]).await.status, 409);
        zoe.post_then(&step(&post, "relecture"), &[]).await;
        assert!(thomas.get(&post).await.link("Demander une correction").is_some());
        let page = thomas.post(&step(&post, "retour"), &[("reason", " ")]).await;
        assert_eq!(page.status, 422);
        assert_eq!(page.texts("#f-reason-error"), ["Il manque quelques mots."]);
        assert_eq!(thomas.get(&post).await.texts(".status"), ["À relire"]);
        assert_eq!(notices(app, Zoe, "journal.returned").await, 0);
    })
    .await;
}

#[tokio::test]
async fn no_counter_is_shown_to_a_child_even_on_their_own_post() {
    on_both(SERVICES, async |app| {
        let zoe = app.by(Zoe).await;
        let post = write(&zoe, Cp, &SENT).await;
        publish(&app.by(Thomas).await, &post).await;
        answers(app, &post, 200, &[Paul]).await;
        assert!(app.by(Thomas).await.get(&post).await.says("Vu par 1 famille sur 1"));
        for path in [post.clone(), Cp.path("/journal")] {
            let page = zoe.get(&path).await;
            assert!(!page.says("Vu par") && !page.says("famille sur"), "{path}: {}", page.text());
        }
    })
    .await;
}
