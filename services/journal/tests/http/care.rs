//! Help before sending: a child reads again a text with a watched word, and sends it all the same if need be.

use crate::{SERVICES, change, count, form, published, step, write};
use testkit::{App, Classroom::Cp, Who::*, on_both};

const RUDE: [(&str, &str); 3] = [("title", "Mon lapin"), ("body", "Mon frère est un abruti."), ("suite", "relecture")];
const ASKED: &str = "Ce mot peut blesser : « abruti ». Tu peux le changer, ou envoyer ton texte quand même.";

async fn posts(app: &App) -> i64 {
    count(app, "select count(*) as n from post where state = 'review'", &[]).await
}

#[tokio::test]
async fn a_child_is_asked_once_and_sends_all_the_same() {
    on_both(SERVICES, async |app| {
        let zoe = app.by(Zoe).await;
        let page = zoe.upload(&Cp.path("/billets"), &RUDE, &[]).await;
        assert!(page.status == 422 && page.says("Relis ton texte") && page.says(ASKED), "{}", page.text());
        assert!(page.has("#f-relu") && !page.has("error-summary"), "it is no mistake");
        assert_eq!(page.attributes("#f-title", "value"), ["Mon lapin"]);
        assert_eq!(posts(app).await, 0);
        let again = [&RUDE[..], &[("relu", "on")]].concat();
        assert_eq!(zoe.upload(&Cp.path("/billets"), &again, &[]).await.status, 303);
        assert_eq!(posts(app).await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_draft_is_kept_without_a_word_and_asked_about_when_it_is_sent() {
    on_both(SERVICES, async |app| {
        let zoe = app.by(Zoe).await;
        let post = write(&zoe, Cp, &[RUDE[0], RUDE[1], ("suite", "brouillon")]).await;
        let page = zoe.post_then(&step(&post, "relecture"), &[]).await;
        assert_eq!(page.texts("h1"), ["Modifier le billet"]);
        assert!(page.says(ASKED), "{}", page.text());
        assert_eq!(posts(app).await, 0);
        let page = change(&zoe, &post, &[RUDE[0], ("body", "Mon frère est drôle."), RUDE[2]]).await;
        assert!(page.says("Bravo, ton billet est parti !"), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn a_comment_of_a_child_is_asked_about_one_of_an_adult_is_sent_and_told() {
    on_both(SERVICES, async |app| {
        let post = published(&app.by(Thomas).await, Cp, &form(&[("comments", "on")])).await;
        let comments = step(&post, "commentaires");
        let (zoe, paul) = (app.by(Zoe).await, app.by(Paul).await);
        let page = zoe.post(&comments, &[("comment", "Quel idiooot !")]).await;
        assert!(page.status == 422 && page.says("« idiooot »"), "{}", page.text());
        assert_eq!(page.texts("#f-comment"), ["Quel idiooot !"]);
        assert_eq!(count(app, "select count(*) as n from comment", &[]).await, 0);
        let sent = zoe.post(&comments, &[("comment", "Quel idiooot !"), ("relu", "on")]).await;
        assert_eq!(sent.status, 303);
        let page = paul.post_then(&comments, &[("comment", "Quel idiot !")]).await;
        assert!(page.says("Le commentaire est envoyé."), "{}", page.text());
        assert!(page.says("Ce texte contient un mot surveillé par l’école : « idiot »."), "{}", page.text());
        assert_eq!(count(app, "select count(*) as n from comment", &[]).await, 2);
    })
    .await;
}

#[tokio::test]
async fn a_teacher_is_asked_nothing() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        let sent = thomas.upload(&Cp.path("/billets"), &form(&[("body", "Quel abruti !")]), &[]).await;
        assert_eq!(sent.status, 303);
    })
    .await;
}
