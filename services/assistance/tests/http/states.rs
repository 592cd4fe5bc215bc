//! The life of a request: taken, answered, waiting, solved, closed, opened again, rated; and its figures.

use crate::{SERVICES, agent, answers, ask, notices, say, set_email};
use assistance::closing::CLOSE;
use school::Role;
use testkit::{Who::*, on_both};

#[tokio::test]
async fn a_request_is_taken_asked_about_answered_and_solved() {
    on_both(SERVICES, async |app| {
        set_email(app, Thomas, "thomas.roux@ac-example.fr").await;
        let request = ask(app, Thomas, &[]).await;
        let (thomas, adelaide) = (app.by(Thomas).await, app.by(Adelaide).await);
        assert!(thomas.get(&request).await.says("Nouvelle"));
        assert!(adelaide.post_then(&format!("{request}/prendre"), &[]).await.says("Prise en charge"));
        let asked = [("body", "Quel navigateur ?"), ("whom", "reponse"), ("asks", "on")];
        say(&adelaide, &request, &asked).await;
        assert_eq!(notices(app, Thomas, "help.answered").await, 1);
        assert_eq!(app.tasks(Thomas).await, ["Le carnet reste vide"]);
        assert!(app.tasks(Adelaide).await.is_empty());
        assert!(adelaide.get("/assistance").await.says("En attente (1)"));
        assert!(thomas.get(&request).await.says("L’assistance attend une précision de votre part."));
        assert_eq!(notices(app, Thomas, "help.answered").await, 0, "opened is read");
        say(&thomas, &request, &[("body", "Firefox.")]).await;
        assert!(app.tasks(Thomas).await.is_empty());
        assert_eq!(app.tasks(Adelaide).await, ["1 demande à traiter"]);
        adelaide.post_then(&format!("{request}/resoudre"), &[("solve_word", "Corrigé ce matin.")]).await;
        let seen = thomas.get(&request).await;
        assert!(seen.says("Résolue") && seen.says("Corrigé ce matin."), "{}", seen.text());
        assert_eq!(adelaide.post(&format!("{request}/resoudre"), &[]).await.status, 409);
        app.run_jobs().await;
        assert_eq!(app.letters().len(), 2, "one for the answer, one for the end");
    })
    .await;
}

#[tokio::test]
async fn an_empty_answer_is_refused() {
    on_both(SERVICES, async |app| {
        let request = ask(app, Thomas, &[]).await;
        let answer = say(&app.by(Adelaide).await, &request, &[("body", " "), ("whom", "reponse")]).await;
        assert_eq!((answer.status, answer.texts("#f-body-error").len()), (422, 1));
    })
    .await;
}

#[tokio::test]
async fn a_request_is_given_to_somebody_of_the_desk_alone() {
    on_both(SERVICES, async |app| {
        agent(app, "Bruno Lacaze", Role::HelpAgent, "academy:16").await;
        agent(app, "Ailleurs", Role::HelpAgent, "academy:11").await;
        let request = ask(app, Thomas, &[]).await;
        let adelaide = app.by(Adelaide).await;
        let page = adelaide.get(&request).await;
        let names = page.texts("select[name=agent] option");
        assert_eq!(names, ["Moi", "Bruno Lacaze"]);
        let bruno = page.attributes("select[name=agent] option", "value")[1].clone();
        let given = adelaide.post_then(&format!("{request}/prendre"), &[("agent", bruno.as_str())]).await;
        assert!(given.says("Suivie par Bruno Lacaze"), "{}", given.text());
        let outside = Helene.account().to_string();
        let refused = adelaide.post(&format!("{request}/prendre"), &[("agent", outside.as_str())]).await;
        assert_eq!(refused.status, 422);
        assert!(!adelaide.get("/assistance?vue=a-traiter&genre=&miennes=on").await.says("À traiter (1)"));
    })
    .await;
}

#[tokio::test]
async fn what_is_solved_closes_after_a_week_and_opens_again() {
    on_both(SERVICES, async |app| {
        let request = ask(app, Thomas, &[]).await;
        let thomas = app.by(Thomas).await;
        thomas.post_then(&format!("{request}/resoudre"), &[]).await;
        app.at("2026-10-08T02:30");
        (CLOSE.run)(app.house.clone(), "2026-10-07".to_owned()).await.unwrap();
        assert!(thomas.get(&request).await.says("Résolue"), "not seven days yet");
        app.at("2026-10-09T02:30");
        (CLOSE.run)(app.house.clone(), "2026-10-08".to_owned()).await.unwrap();
        assert!(thomas.get(&request).await.says("Cette demande est close."));
        assert_eq!(say(&thomas, &request, &[("body", "Encore")]).await.status, 409);
        let reopen = format!("{request}/rouvrir");
        assert_eq!(thomas.post(&reopen, &[("reopen_word", "")]).await.status, 422);
        assert_eq!(app.by(Adelaide).await.post(&reopen, &[("reopen_word", "x")]).await.status, 403);
        let page = thomas.post_then(&reopen, &[("reopen_word", "Toujours vide.")]).await;
        assert!(page.says("Nouvelle") && page.says("Toujours vide."), "{}", page.text());
        assert_eq!(thomas.post(&reopen, &[("reopen_word", "x")]).await.status, 409);
        assert_eq!(app.tasks(Adelaide).await, ["1 demande à traiter"]);
    })
    .await;
}

#[tokio::test]
async fn an_answer_of_the_author_opens_what_was_solved() {
    on_both(SERVICES, async |app| {
        let request = ask(app, Thomas, &[]).await;
        let (thomas, adelaide) = (app.by(Thomas).await, app.by(Adelaide).await);
        adelaide.post_then(&format!("{request}/resoudre"), &[]).await;
        say(&thomas, &request, &[("body", "Non, toujours pas.")]).await;
        assert!(adelaide.get("/assistance").await.says("À traiter (1)"));
    })
    .await;
}

#[tokio::test]
async fn the_author_says_how_the_help_was() {
    on_both(SERVICES, async |app| {
        let request = ask(app, Thomas, &[]).await;
        let (thomas, adelaide) = (app.by(Thomas).await, app.by(Adelaide).await);
        let rate = format!("{request}/satisfaction");
        assert_eq!(thomas.post(&rate, &[("rating", "good")]).await.status, 409, "not solved yet");
        adelaide.post_then(&format!("{request}/resoudre"), &[]).await;
        assert_eq!(thomas.post(&rate, &[("rating", "")]).await.status, 422);
        assert_eq!(adelaide.post(&rate, &[("rating", "good")]).await.status, 403);
        let long = "a".repeat(501);
        let refused = thomas.post(&rate, &[("rating", "fair"), ("rating_word", long.as_str())]).await;
        assert!(refused.status == 422 && refused.says(&long));
        thomas.post_then(&rate, &[("rating", "fair"), ("rating_word", "Un peu long.")]).await;
        let seen = adelaide.get(&request).await;
        assert!(seen.says("Elle m’a aidé en partie") && seen.says("Un peu long."), "{}", seen.text());
    })
    .await;
}

#[tokio::test]
async fn figures_count_what_came_to_the_desk() {
    on_both(SERVICES, async |app| {
        crate::set_district(app, testkit::Place::Tilleuls, 790_001).await;
        let first = ask(app, Thomas, &[]).await;
        ask(app, Thea, &[("kind", "accompaniment")]).await;
        ask(app, Claire, &[]).await;
        app.wait(2 * 3600);
        let adelaide = app.by(Adelaide).await;
        say(&adelaide, &first, &[("body", "Voilà."), ("whom", "reponse")]).await;
        let page = adelaide.get("/assistance/chiffres").await;
        let figures = page.texts(".figure-of-day strong");
        assert_eq!(figures[..4], ["2", "1", "1", "2"], "what families ask is not counted here");
        assert_eq!(figures[4], "2 heures");
        let csv = adelaide.get("/assistance/chiffres.csv").await.html();
        assert!(csv.contains("Ensemble;2;1;1;2;120;0;0;0") && csv.lines().count() == 4, "{csv}");
        let school = app.by(Helene).await.get("/assistance/chiffres").await.texts(".figure-of-day strong");
        assert_eq!(school[0], "1");
        answers(app, "/assistance/chiffres", 404, &[Thomas, Claire]).await;
    })
    .await;
}
