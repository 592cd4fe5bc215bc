//! « Droit à l’image » of families: each adult answers, the strictest counts.

use crate::{SERVICES, answers, audited, count};
use commons::image_right::{self, Purpose};
use db::args;
use testkit::{
    App,
    Classroom::Cp,
    Place::{JulesVerne, Tilleuls},
    Who::{self, *},
    on_both,
};

/// An answer about each use.
const EVERYTHING: [(&str, &str); 5] =
    [("class", "yes"), ("school", "yes"), ("class-book", "yes"), ("public-site", "no"), ("press", "no")];

/// Of which children somebody is asked about, as the first page shows it.
async fn asked(app: &App, who: Who) -> Vec<String> {
    let tasks = app.awaiting(who).await.into_iter().filter(|task| task.href == "/droit-image");
    tasks.map(|task| testkit::plain_spaced(&task.title)).collect()
}

/// Sends the answers of an adult about Zoé.
async fn answer(app: &App, who: Who, replies: &[(&str, &str)]) {
    let named: Vec<(String, &str)> = replies.iter().map(|(purpose, reply)| (field(purpose), *reply)).collect();
    let fields: Vec<(&str, &str)> = named.iter().map(|(name, reply)| (name.as_str(), *reply)).collect();
    let page = app.by(who).await.post_then(&path(Zoe), &fields).await;
    assert!(page.says("Les réponses pour Zoé sont enregistrées."), "{}", page.text());
}

fn field(purpose: &str) -> String {
    format!("{purpose}-{}-{}", Tilleuls.id(), Zoe.person())
}

fn path(child: Who) -> String {
    format!("/droit-image/{}/{}", Tilleuls.id(), child.person())
}

async fn to_hide(app: &App, purpose: Purpose) -> Vec<String> {
    let hidden = image_right::to_hide(&mut app.read().await, Cp.id(), purpose).await.unwrap();
    hidden.iter().map(|it| it.name.full()).collect()
}

async fn kept(app: &App) -> i64 {
    count(app, "select count(*) as n from image_right", &[]).await
}

#[tokio::test]
async fn nothing_counts_as_a_yes_before_each_adult_said_so() {
    on_both(SERVICES, async |app| {
        let counts = async |who: Who| app.by(who).await.get("/droit-image").await.texts("main form .quiet")[0].clone();
        assert_eq!(counts(Paul).await, "Ce qui compte aujourd’hui : sans réponse");
        answer(app, Paul, &[("class", "yes")]).await;
        assert!(counts(Paul).await.ends_with("sans réponse, car un autre responsable n’a pas encore répondu"));
        assert_eq!(counts(Claire).await, "Ce qui compte aujourd’hui : sans réponse");
        answer(app, Claire, &[("class", "yes")]).await;
        assert_eq!(counts(Paul).await, "Ce qui compte aujourd’hui : oui");
        assert!(to_hide(app, Purpose::Class).await.is_empty());
        answer(app, Claire, &[("class", "no")]).await;
        assert_eq!(counts(Paul).await, "Ce qui compte aujourd’hui : non");
        assert_eq!(to_hide(app, Purpose::Class).await, ["Zoé MARTY"]);
        assert!(to_hide(app, Purpose::Press).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn an_answer_is_withdrawn_by_another_and_each_is_kept() {
    on_both(SERVICES, async |app| {
        answer(app, Paul, &[("class", "yes"), ("press", "no")]).await;
        answer(app, Paul, &[("class", "yes"), ("press", "no")]).await;
        assert_eq!(kept(app).await, 2, "the same form again says nothing new");
        app.wait(60);
        answer(app, Paul, &[("class", "no"), ("press", "no")]).await;
        assert_eq!(kept(app).await, 3);
        assert_eq!(audited(app, Paul, "image-right-answered").await, 3);
        let page = app.by(Paul).await.get("/droit-image").await;
        let history = page.texts("main details li");
        assert_eq!(history.len(), 3, "{history:?}");
        assert!(history[0].starts_with("Journal de la classe : Refuser"), "{history:?}");
        assert_eq!(page.attributes("input[checked]", "value"), ["no", "no"]);
    })
    .await;
}

#[tokio::test]
async fn the_answers_of_the_other_adult_are_not_shown() {
    on_both(SERVICES, async |app| {
        answer(app, Claire, &[("class", "no")]).await;
        let page = app.by(Paul).await.get("/droit-image").await;
        assert!(!page.has("input[checked]") && !page.has("main details") && !page.says("Claire"), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn a_family_of_two_children_answers_for_each() {
    on_both(SERVICES, async |app| {
        let page = app.by(Karim).await.get("/droit-image").await;
        let mut names = page.texts("main h2");
        names.sort();
        assert_eq!(names, ["Lina", "Tom"]);
        assert_eq!(page.attributes("input[type=radio]", "id").len(), 20, "five uses, two answers, two children");
    })
    .await;
}

#[tokio::test]
async fn a_yes_to_less_than_is_asked_now_is_asked_again() {
    on_both(SERVICES, async |app| {
        answer(app, Paul, &EVERYTHING).await;
        assert!(asked(app, Paul).await.is_empty());
        let mut tx = app.write().await;
        tx.change("update image_right set wording = 1 where purpose = 'class'", &[]).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(asked(app, Paul).await.len(), 1);
        let page = app.by(Paul).await.get("/droit-image").await;
        assert!(page.texts("main form .quiet")[0].ends_with("répondez à nouveau."), "{}", page.text());
        assert_eq!(
            page.attributes("input[checked]", "value"),
            ["yes", "yes", "no", "no"],
            "nothing is ticked for Paul"
        );
        answer(app, Paul, &EVERYTHING).await;
        assert_eq!(kept(app).await, 6, "the answer about the class is another");
        assert!(asked(app, Paul).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn another_year_asks_again() {
    on_both(SERVICES, async |app| {
        answer(app, Paul, &[("class", "no")]).await;
        app.at("2027-09-06T10:00");
        assert!(!app.by(Paul).await.get("/droit-image").await.has("input[checked]"));
    })
    .await;
}

#[tokio::test]
async fn nobody_answers_for_the_child_of_others() {
    on_both(SERVICES, async |app| {
        answers(app, "/droit-image", 404, &[Zoe, Thomas, Helene, Agnes, Adelaide]).await;
        let name = field("class");
        let fields = [(name.as_str(), "yes")];
        for who in [Samia, Zoe, Thomas, Helene, Perrine, Hector] {
            assert_eq!(app.by(who).await.post(&path(Zoe), &fields).await.status, 404, "{who:?}");
        }
        let elsewhere = format!("/droit-image/{}/{}", JulesVerne.id(), Zoe.person());
        assert_eq!(app.by(Paul).await.post(&elsewhere, &fields).await.status, 404);
        assert_eq!(kept(app).await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_parent_is_asked_once_a_year_until_everything_is_answered() {
    on_both(SERVICES, async |app| {
        for who in [Thomas, Helene, Zoe, Adelaide] {
            assert!(asked(app, who).await.is_empty(), "{who:?}");
        }
        assert_eq!(asked(app, Karim).await.len(), 2, "a line for each child");
        assert_eq!(asked(app, Paul).await, ["Droit à l’image de Zoé : à répondre"]);
        answer(app, Paul, &EVERYTHING[..2]).await;
        assert_eq!(asked(app, Paul).await.len(), 1);
        answer(app, Paul, &EVERYTHING).await;
        assert!(asked(app, Paul).await.is_empty());
        assert_eq!(asked(app, Claire).await.len(), 1, "each adult answers");
        app.at("2026-11-16T10:00");
        assert!(asked(app, Claire).await.is_empty(), "no photograph, no question");
        app.at("2027-09-06T10:00");
        assert_eq!(asked(app, Paul).await.len(), 1, "another year asks again");
    })
    .await;
}

#[tokio::test]
async fn a_father_listed_twice_for_a_child_answers_once() {
    on_both(SERVICES, async |app| {
        let mut tx = app.write().await;
        let again =
            "insert into guardianship (child_id, adult_id, position, source, since) values ($1, $2, 3, 'aaf', 0)";
        tx.change(again, args![Lina.person(), Karim.person()]).await.unwrap();
        tx.commit().await.unwrap();
        let name = format!("class-{}-{}", Tilleuls.id(), Lina.person());
        for who in [Samia, Karim] {
            assert_eq!(app.by(who).await.post(&path(Lina), &[(name.as_str(), "yes")]).await.status, 303);
        }
        let mut tx = app.read().await;
        let states = image_right::state(&mut tx, Tilleuls.id(), 2026, &[Lina.person()], Purpose::Class).await.unwrap();
        assert_eq!(states, [(Lina.person(), image_right::State::Yes)]);
    })
    .await;
}
