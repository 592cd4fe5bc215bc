//! The online help: found in any spelling, written by desks, made of answers.

use crate::{SERVICES, answers, ask, count, say, task, typed};
use testkit::{Who::*, on_both};

const NEW: &str = "/aide-en-ligne/nouvel-article";

fn article<'a>(changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let usual = [
        ("title", "Éteindre le tableau"),
        ("body", "Appuyez sur le bouton."),
        ("profiles", "teacher"),
        ("pages", "/mots"),
        ("published", "on"),
    ];
    typed(&usual, changes)
}

#[tokio::test]
async fn the_product_comes_with_its_articles_once() {
    on_both(SERVICES, async |app| {
        let page = app.by(Claire).await.get("/assistance").await;
        assert!(page.link("Signer un mot du carnet de liaison").is_some(), "{}", page.text());
        let there = count(app, "select count(*) as n from help_article", &[]).await;
        assert!(there >= 12, "{there}");
        app.by(Thomas).await.get("/aide-en-ligne").await;
        assert_eq!(count(app, "select count(*) as n from help_article", &[]).await, there);
    })
    .await;
}

#[tokio::test]
async fn an_article_is_found_whatever_the_spelling_and_by_its_page() {
    on_both(SERVICES, async |app| {
        let claire = app.by(Claire).await;
        for question in ["code+perdu", "CODES%20PERDUS", "j%E2%80%99ai+perdu+mon+c%C3%B4de", "connexion+fiche"] {
            let page = claire.get(&format!("/assistance?q={question}")).await;
            assert!(page.link("J’ai perdu mon code").is_some(), "{question}: {}", page.text());
        }
        assert!(claire.get("/assistance?q=xylophone").await.says("Aucune réponse ne correspond"));
        assert!(claire.get("/assistance?page=/carnet").await.link("Signer un mot").is_some());
        // Articles are for profiles: a parent attaches nobody to a class.
        assert!(claire.get("/assistance?q=remplacant").await.link("Ajouter un enseignant").is_none());
        assert!(app.by(Helene).await.get("/assistance?q=remplacant").await.link("Ajouter un enseignant").is_some());
        answers(app, "/aide-en-ligne/ajouter-un-enseignant-a-une-classe", 404, &[Claire, Zoe]).await;
        answers(app, "/aide-en-ligne/rien", 404, &[Claire, Adelaide]).await;
    })
    .await;
}

#[tokio::test]
async fn a_reader_counts_once_and_says_whether_it_helped() {
    on_both(SERVICES, async |app| {
        let (claire, adelaide) = (app.by(Claire).await, app.by(Adelaide).await);
        let path = "/aide-en-ligne/signer-un-mot";
        claire.get(path).await;
        claire.get(path).await;
        assert_eq!(count(app, "select count(*) as n from help_article_reading", &[]).await, 1);
        let judge = format!("{path}/avis");
        assert_eq!(claire.post(&judge, &[("utile", "")]).await.status, 422);
        claire.post_then(&judge, &[("utile", "oui")]).await;
        let page = claire.post_then(&judge, &[("utile", "non")]).await;
        assert!(page.says("Vous avez répondu : non."), "{}", page.text());
        let kept = adelaide.get("/aide-en-ligne").await;
        let row = kept.texts("tr").into_iter().find(|it| it.contains("Signer un mot")).unwrap();
        assert!(row.ends_with("1 0 1"), "{row}");
    })
    .await;
}

#[tokio::test]
async fn an_answer_becomes_an_article_without_names() {
    on_both(SERVICES, async |app| {
        let request = ask(app, Thomas, &[]).await;
        let adelaide = app.by(Adelaide).await;
        say(&adelaide, &request, &[("body", "Rechargez la page, Thomas."), ("whom", "reponse")]).await;
        let make = adelaide.get(&request).await.link("Faire un article de cette réponse").unwrap();
        let page = adelaide.get(&make).await;
        assert!(page.says("Retirez les noms") && page.says("Rechargez la page, Thomas."), "{}", page.text());
        assert_eq!(page.attributes("input[name=title]", "value"), ["Le carnet reste vide"]);
        answers(app, &make, 404, &[Thomas, Helene, Claire, Zoe]).await;
        task(app, "help-agent", "academy:11").await;
        assert_eq!(adelaide.get(&make).await.status, 404, "of another académie");
    })
    .await;
}

#[tokio::test]
async fn articles_are_written_changed_and_hidden_by_desks() {
    on_both(SERVICES, async |app| {
        let (thomas, adelaide) = (app.by(Thomas).await, app.by(Adelaide).await);
        assert_eq!(thomas.upload(NEW, &article(&[]), &[]).await.status, 404);
        for (changed, field) in [(("title", ""), "title"), (("body", ""), "body"), (("profiles", "x"), "profiles")] {
            let refused = adelaide.upload(NEW, &article(&[changed]), &[]).await;
            assert_eq!(refused.status, 422, "{field}");
            assert_eq!(refused.texts(&format!("#f-{field}-error")).len(), 1, "{}", refused.text());
        }
        let path = adelaide.upload(NEW, &article(&[]), &[]).await.location().unwrap();
        assert_eq!(path, "/aide-en-ligne/eteindre-le-tableau");
        let twin = adelaide.upload(NEW, &article(&[]), &[]).await.location().unwrap();
        assert_eq!(twin, "/aide-en-ligne/eteindre-le-tableau-2");
        assert!(thomas.get("/assistance?q=eteindre").await.link("Éteindre le tableau").is_some());
        let edit = format!("{path}/modifier");
        let hidden = [("edition", "1"), ("title", "Éteindre"), ("profiles", "teacher"), ("body", "Appuyez.")];
        assert_eq!(adelaide.upload(&edit, &hidden, &[]).await.status, 303);
        answers(app, &path, 404, &[Thomas]).await;
        answers(app, &path, 200, &[Adelaide]).await;
        let late = adelaide.upload(&edit, &hidden, &[]).await;
        assert!(late.status == 422 && late.says("Quelqu’un a changé cet article"), "{}", late.text());
        assert_eq!(late.attributes("input[name=edition]", "value"), ["2"]);
        assert_eq!(count(app, "select count(*) as n from help_article_version", &[]).await, 1);
    })
    .await;
}
