//! What families ask is answered by their school, and goes nowhere else.

use crate::{SERVICES, agent, answers, ask, count, form, notices, say, set_district, set_email, task};
use school::Role;
use testkit::{
    App,
    Place::{JulesVerne, Tilleuls},
    Who::{self, *},
    on_both,
};

#[tokio::test]
async fn a_parent_is_answered_by_the_head_and_read_by_nobody_else() {
    on_both(SERVICES, async |app| {
        let request = ask(app, Claire, &[]).await;
        assert_eq!(notices(app, Helene, "help.asked").await, 1);
        answers(app, &request, 200, &[Claire, Helene]).await;
        answers(app, &request, 404, &[Paul, Thomas, Rose, Agnes, Zoe, Samia, Hector, Adelaide]).await;
        assert_eq!(notices(app, Helene, "help.asked").await, 0, "opened is read");
        assert_eq!(app.tasks(Helene).await, ["1 demande à traiter"]);
        let helene = app.by(Helene).await;
        say(&helene, &request, &[("body", "Venez me voir."), ("whom", "reponse")]).await;
        assert!(app.by(Claire).await.get(&request).await.says("Venez me voir."));
        assert!(app.tasks(Adelaide).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_parent_never_leaves_the_school() {
    on_both(SERVICES, async |app| {
        set_district(app, Tilleuls, 790_001).await;
        agent(app, "erun", Role::DistrictAdviser, "district:16:790001").await;
        agent(app, "fournisseur", Role::HelpAgent, "region").await;
        let request = ask(app, Claire, &[]).await;
        let helene = app.by(Helene).await;
        let page = helene.get(&request).await;
        assert!(!page.says("Transmettre") && !page.has("a[href*='/export.']"), "{}", page.text());
        for level in ["district", "academy", "provider"] {
            let refused =
                helene.post(&format!("{request}/transmettre"), &[("level", level), ("pass_word", "Pour vous")]).await;
            assert_eq!(refused.status, 403, "{level}");
        }
        assert_eq!(helene.get(&format!("{request}/export.json")).await.status, 403);
        for (role, scope) in [
            ("academy-admin", "region"),
            ("help-agent", "region"),
            ("help-agent", "academy:16"),
            ("district-adviser", "district:16:790001"),
            ("district-admin", "department:031"),
        ] {
            task(app, role, scope).await;
            answers(app, &request, 404, &[Adelaide]).await;
        }
        assert_eq!(count(app, "select count(*) as n from help_desk where level <> 'school'", &[]).await, 0);
    })
    .await;
}

#[tokio::test]
async fn the_page_says_that_the_school_alone_reads_it() {
    on_both(SERVICES, async |app| {
        let page = app.by(Claire).await.get("/assistance/nouvelle?question=carnet").await;
        assert!(page.says("lue par l’école"), "{}", page.text());
        let teacher = app.by(Thomas).await.get("/assistance/nouvelle?question=carnet").await;
        assert!(!teacher.says("lue par l’école"));
    })
    .await;
}

/// Has somebody leave the team of their school, or come back.
async fn leave(app: &App, who: Who, gone: bool) {
    let mut tx = app.write().await;
    let until = gone.then(|| tx.now());
    tx.change(
        "update member set until = $2 where person_id = $1 and circle_id in (select id from circle where kind = 'staff')",
        db::args![who.person(), until],
    )
    .await
    .unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn the_head_names_who_answers_besides() {
    on_both(SERVICES, async |app| {
        let request = ask(app, Claire, &[]).await;
        let address = format!("/assistance/ecoles/{}", Tilleuls.id());
        answers(app, &address, 404, &[Thomas, Claire, Hector, Adelaide]).await;
        let helene = app.by(Helene).await;
        assert!(helene.get(&address).await.says("Thomas ROUX"));
        let thomas = Thomas.account().to_string();
        let stranger = Thea.account().to_string();
        assert_eq!(helene.upload(&address, &[("named", stranger.as_str())], &[]).await.status, 404);
        assert_eq!(helene.upload(&address, &[("named", thomas.as_str())], &[]).await.status, 303);
        answers(app, &request, 200, &[Thomas]).await;
        answers(app, &request, 404, &[Rose]).await;
        ask(app, Paul, &[]).await;
        assert_eq!(notices(app, Thomas, "help.asked").await, 1);
        // Named still, and no more of the team: no title of a family reaches them.
        leave(app, Thomas, true).await;
        ask(app, Paul, &[]).await;
        assert_eq!(notices(app, Thomas, "help.asked").await, 1);
        answers(app, &request, 404, &[Thomas]).await;
        leave(app, Thomas, false).await;
        answers(app, &request, 200, &[Thomas]).await;
        helene.upload(&address, &[("nobody", "")], &[]).await;
        answers(app, &request, 404, &[Thomas]).await;
        assert_eq!(helene.get(&format!("/assistance/ecoles/{}", JulesVerne.id())).await.status, 404, "another school");
    })
    .await;
}

#[tokio::test]
async fn a_parent_is_written_to_at_the_hours_of_the_school() {
    on_both(SERVICES, async |app| {
        set_email(app, Claire, "claire.fabre@example.org").await;
        app.at("2026-10-03T10:00");
        let request = ask(app, Claire, &[]).await;
        say(&app.by(Helene).await, &request, &[("body", "Lundi matin."), ("whom", "reponse")]).await;
        app.run_jobs().await;
        assert!(app.letters().is_empty(), "Saturday");
        app.at("2026-10-05T09:00");
        app.run_jobs().await;
        let letters = app.letters();
        assert_eq!(letters.len(), 1);
        assert!(letters[0].contains(&request) && !letters[0].contains("Lundi matin"), "{}", letters[0]);
    })
    .await;
}

#[tokio::test]
async fn pupils_have_no_page_of_the_help_desk() {
    on_both(SERVICES, async |app| {
        for path in ["/assistance", "/assistance/nouvelle", "/aide-en-ligne", "/formations", "/assistance/chiffres"] {
            answers(app, path, 404, &[Zoe, Tom, Enzo]).await;
        }
        let refused = app.by(Zoe).await.upload("/assistance/nouvelle", &form(&[]), &[]).await;
        assert_eq!(refused.status, 404);
        assert_eq!(count(app, "select count(*) as n from help_request", &[]).await, 0);
    })
    .await;
}
