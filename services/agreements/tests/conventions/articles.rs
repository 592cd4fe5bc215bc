//! The articles, version after version.

use crate::{
    SERVICES,
    scene::{academy, at, count, kept, mairie, prepared, propose, task, text_of},
};
use testkit::{App, Client, on_both};

async fn region(app: &App) -> Client<'_> {
    task(app, "academy-admin", "region").await
}

const CHANGED: [(&str, &str); 4] = [
    ("note", "Article unique"),
    ("titre-1", "Article 1"),
    ("texte-1", "Entre {collectivite} et {academie}.\r\n\r\n- Un point"),
    ("texte-2", ""),
];

#[tokio::test]
async fn a_version_in_force_is_changed_by_making_the_next_one() {
    on_both(SERVICES, async |app| {
        let id = prepared(app).await;
        let list = academy(app).await.get("/conventions/articles").await;
        assert!(list.says("Version 1") && list.says("Première rédaction"), "{}", list.text());
        assert_eq!(count(app, "select count(*) as n from template", &[]).await, 0, "reading writes nothing");
        propose(app, id).await;
        let region = region(app).await;
        let answer = region.post("/conventions/articles/1", &CHANGED).await;
        assert_eq!(answer.location().as_deref(), Some("/conventions/articles/2"));
        let page = region.get("/conventions/articles/2").await;
        assert!(page.says("elle peut être modifiée"), "{}", page.text());
        let again = region.post("/conventions/articles/2", &[("titre-1", "A"), ("texte-1", "B {montant}")]).await;
        assert_eq!(again.location().as_deref(), Some("/conventions/articles/2"), "a draft is changed in place");
        assert_eq!(region.post("/conventions/articles/2/vigueur", &[]).await.status, 303);
        assert_eq!(count(app, "select count(*) as n from template where in_force", &[]).await, 1);
        assert_eq!(kept(app, id).await.template, 1, "what was proposed keeps its articles");
        let text = text_of(&region.get(&at(id, "/convention.pdf")).await);
        assert!(text.contains("Article 11"), "{text}");
        academy(app).await.post(&at(id, "/brouillon"), &[]).await;
        propose(app, id).await;
        assert_eq!(kept(app, id).await.template, 2);
        let region = task(app, "academy-admin", "region").await;
        let answer = region.post("/conventions/articles/1", &CHANGED).await;
        assert_eq!(answer.location().as_deref(), Some("/conventions/articles/1"), "nothing uses it any more");
    })
    .await;
}

#[tokio::test]
async fn an_unknown_variable_is_refused_beside_its_field_and_what_was_typed_stays() {
    on_both(SERVICES, async |app| {
        let region = region(app).await;
        for (typed, told) in [("Le {monant} dû", "{monant}"), ("Une { accolade", "{"), ("", "Il manque un texte.")] {
            let answer = region.post("/conventions/articles/1", &[("titre-1", "Un"), ("texte-1", typed)]).await;
            assert_eq!(answer.status, 422, "{typed}");
            let error = answer.texts("#f-texte-1-error").concat();
            assert!(error.contains(told), "{typed}: {error}");
            assert_eq!(answer.texts("#f-texte-1"), [typed]);
        }
        let long = "Un mot de plus. ".repeat(1300);
        let answer = region.post("/conventions/articles/1", &[("titre-1", "Un"), ("texte-1", long.as_str())]).await;
        assert_eq!((answer.status, answer.texts("#f-texte-1-error").len()), (422, 1), "nothing is cut in silence");
        assert_eq!(answer.texts("#f-texte-1"), [long.trim()]);
        let answer = region.post("/conventions/articles/1", &[]).await;
        assert!(answer.status == 422 && answer.says("au moins un article"), "{}", answer.text());
        assert_eq!(count(app, "select count(*) as n from template", &[]).await, 0);
    })
    .await;
}

#[tokio::test]
async fn an_academy_reads_the_articles_and_the_region_alone_writes_them() {
    on_both(SERVICES, async |app| {
        let academy = academy(app).await;
        let page = academy.get("/conventions/articles/1").await;
        assert!(
            page.says("Vous pouvez les lire") && !page.has("form[action$='/articles/1'] button"),
            "{}",
            page.text()
        );
        let text = text_of(&academy.get("/conventions/articles/1/apercu.pdf").await);
        assert!(text.contains("Commune (exemple)") && text.contains("0310000G"), "{text}");
        assert!(!page.has("main textarea") && page.says("Article 11"), "{}", page.text());
        assert_eq!(academy.get("/conventions/articles/7").await.status, 404);
        for path in ["/conventions/articles/1", "/conventions/articles/1/vigueur"] {
            assert_eq!(academy.post(path, &CHANGED).await.status, 403, "{path}");
        }
        let mairie = mairie(app).await;
        assert_eq!(mairie.get("/conventions/articles").await.status, 404);
        assert_eq!(mairie.post("/conventions/articles/1", &CHANGED).await.status, 404);
    })
    .await;
}
