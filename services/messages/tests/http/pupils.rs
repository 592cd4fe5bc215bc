//! Pupils write from CE1 on, to their teachers, and among themselves where their teacher opened it.

use crate::{OPEN, SERVICES, answer, answers, person, send, try_send};
use school::{Role, circle};
use testkit::{
    Classroom::{Ce, Cp},
    Who::*,
    on_both,
};

#[tokio::test]
async fn a_pupil_of_ce2_writes_to_the_teacher_and_is_answered() {
    on_both(SERVICES, async |app| {
        app.at(OPEN);
        let tom = app.by(Tom).await;
        let form = tom.get("/messages/nouveau").await;
        assert!(form.says("Choisis à qui tu écris.") && form.says("Hélène VIDAL"), "{}", form.text());
        assert!(!form.says("Lina") && !form.says("Thomas"), "{}", form.text());
        let thread = send(&tom, &[&person(Helene)], "Mon livre", "Je l’ai fini.").await;
        answer(&app.by(Helene).await, &thread, "Bravo !").await;
        let page = tom.get(&thread).await;
        assert!(page.says("Bravo !") && page.says("Je réponds") && !page.says("Ouvert par"), "{}", page.text());
        answers(app, &thread, 404, &[Lina, Samia, Karim]).await;
    })
    .await;
}

#[tokio::test]
async fn a_child_with_two_teachers_writes_to_both_without_choosing() {
    on_both(SERVICES, async |app| {
        app.at(OPEN);
        let chosen = "input[name=to][checked]";
        let tom = app.by(Tom).await;
        assert_eq!(tom.get("/messages/nouveau").await.attributes(chosen, "value"), [person(Helene)]);
        let mut tx = app.write().await;
        circle::seat(&mut tx, Ce.id(), Rose.person(), Role::Teacher, None).await.unwrap();
        tx.commit().await.unwrap();
        let form = tom.get("/messages/nouveau").await;
        let team = format!("equipe-{}", Ce.id());
        assert_eq!(form.attributes(chosen, "value"), [team.as_str()], "{}", form.text());
        assert!(form.says("Tous mes enseignants") && form.says("Rose CALMETTE"), "{}", form.text());
        let again = try_send(&tom, &[&team], "", "", &[]).await;
        assert_eq!((again.status, again.attributes(chosen, "value")), (422, vec![team.clone()]));
        assert!(again.says("Tous mes enseignants") && !again.says("Équipe :"), "{}", again.text());
        let thread = send(&tom, &[&team], "Mon livre", "Je l’ai fini.").await;
        answers(app, &thread, 200, &[Helene, Rose, Tom]).await;
        answers(app, &thread, 404, &[Lina, Thomas, Samia]).await;
        // One of them alone can still be chosen.
        let thread = send(&tom, &[&person(Rose)], "Mon dessin", "Il est là.").await;
        answers(app, &thread, 404, &[Helene, Lina]).await;
    })
    .await;
}

#[tokio::test]
async fn a_pupil_of_cp_has_no_messages() {
    on_both(SERVICES, async |app| {
        app.at(OPEN);
        let zoe = app.by(Zoe).await;
        for path in ["/messages", "/messages/nouveau", "/messages/reglages", "/messages/dossiers"] {
            assert_eq!(zoe.get(path).await.status, 404, "{path}");
        }
        assert!(app.by(Tom).await.get("/messages").await.link("Messages").is_some());
    })
    .await;
}

#[tokio::test]
async fn the_teacher_opens_and_closes_the_messages_of_the_class() {
    on_both(SERVICES, async |app| {
        app.at(OPEN);
        let (helene, tom) = (app.by(Helene).await, app.by(Tom).await);
        let setting = Ce.path("/messages");
        assert_eq!(try_send(&tom, &[&person(Lina)], "Jeu", "On joue ?", &[]).await.status, 404);
        helene.post_then(&setting, &[("write", "on"), ("among", "on")]).await;
        let thread = send(&tom, &[&person(Lina)], "Jeu", "On joue ?").await;
        assert!(app.by(Lina).await.get(&thread).await.says("On joue ?"));
        helene.post_then(&setting, &[]).await;
        assert_eq!(try_send(&tom, &[&person(Helene)], "Livre", "Bonjour.", &[]).await.status, 404);
        let refused = tom.upload(&format!("{thread}/reponses"), &[("body", "Encore ?")], &[]).await;
        assert_eq!(refused.status, 403, "{}", refused.text());
        // What was received is still read.
        answers(app, &thread, 200, &[Tom, Lina]).await;
    })
    .await;
}

#[tokio::test]
async fn only_those_who_teach_there_and_the_head_open_messages() {
    on_both(SERVICES, async |app| {
        app.at(OPEN);
        let setting = Cp.path("/messages");
        answers(app, &setting, 200, &[Thomas, Helene]).await;
        answers(app, &setting, 403, &[Zoe, Paul, Claire]).await;
        answers(app, &setting, 404, &[Rose, Agnes, Samia, Tom, Hector, Thea, Adelaide]).await;
        for (who, status) in [(Paul, 403), (Samia, 404), (Hector, 404)] {
            assert_eq!(app.by(who).await.post(&setting, &[("among", "on")]).await.status, status, "{who:?}");
        }
    })
    .await;
}
