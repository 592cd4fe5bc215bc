//! Writing a draft: whose it is, and what its form accepts.

use crate::{READERS, SERVICES, answers, change, count, edition, form, publish, step, write};
use testkit::{Classroom::Cp, Client, Page, Who::*, on_both};

#[tokio::test]
async fn a_draft_is_its_authors_alone_even_before_the_head() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        let post = write(&thomas, Cp, &form(&[])).await;
        let page = thomas.get(&post).await;
        assert_eq!(page.texts(".status"), ["Brouillon"]);
        assert_eq!(page.texts(".audience-chip"), ["Moi"]);
        assert!(thomas.get(&Cp.path("/journal")).await.says("Brouillons"));
        for path in [post.clone(), step(&post, "modifier"), step(&post, "publication")] {
            answers(app, &path, 404, &[Helene, Zoe, Paul, Claire, Rose]).await;
        }
        for who in [Helene, Zoe, Paul] {
            let journal = app.by(who).await.get(&Cp.path("/journal")).await;
            assert!(!journal.says("La mare"), "{who:?}: {}", journal.text());
        }
        assert_eq!(app.by(Helene).await.post(&step(&post, "publication"), &[]).await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn only_those_of_the_class_who_may_write_are_given_the_form() {
    on_both(SERVICES, async |app| {
        let path = Cp.path("/billets/nouveau");
        answers(app, &path, 200, &[Thomas, Helene, Zoe]).await;
        answers(app, &path, 403, &[Paul, Claire]).await;
        answers(app, &path, 404, &[Rose, Agnes, Tom, Samia, Hector]).await;
        let sent = app.by(Paul).await.upload(&Cp.path("/billets"), &form(&[]), &[]).await;
        assert_eq!(sent.status, 403);
        assert_eq!(count(app, "select count(*) as n from thing", &[]).await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_form_with_something_wrong_comes_back_as_typed_with_a_message_beside_the_field() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        let long = "a".repeat(121);
        for (field, typed, message) in [
            ("title", "  ", "Il manque un titre."),
            ("title", long.as_str(), "Le titre est trop long : 120 caractères au plus."),
            ("body", "", "Il manque un texte ou une photo."),
            ("audience", "public", "Choisissez pour qui est ce billet."),
            ("day", "demain", "Indiquez un jour et une heure, par exemple 07/09/2026 et 08:30."),
            ("day", "2026-09-30", "Choisissez un moment à venir."),
        ] {
            let fields = form(&[(field, typed)]);
            let page = thomas.upload(&Cp.path("/billets"), &fields, &[]).await;
            assert_eq!(page.status, 422, "{field} {typed}");
            says_beside(&page, field, message);
            keeps(&page, &fields);
        }
        assert_eq!(count(app, "select count(*) as n from thing", &[]).await, 0);
    })
    .await;
}

/// Checks that a message stands beside its field, and leads to it from the summary above the form.
fn says_beside(page: &Page, field: &str, message: &str) {
    assert_eq!(page.texts(&format!("#f-{field}-error")), [message]);
    assert_eq!(page.texts(&format!("error-summary a[href='#f-{field}']")), [message]);
}

/// Checks that a form shows again what was typed in it.
fn keeps(page: &Page, fields: &[(&str, &str)]) {
    let typed = |wanted: &str| fields.iter().find(|(name, _)| *name == wanted).map_or("", |(_, value)| *value);
    assert_eq!(page.attributes("#f-title", "value"), [typed("title")]);
    assert_eq!(page.texts("#f-body"), [typed("body")]);
    assert_eq!(page.attributes("#f-day", "value"), [typed("day")]);
    let offered = ["class-and-families", "class", "families"].contains(&typed("audience"));
    let chosen = page.attributes("input[name=audience][checked]", "value");
    assert_eq!(chosen.first().map_or("", String::as_str), if offered { typed("audience") } else { "" });
}

#[tokio::test]
async fn without_scripts_plain_words_become_paragraphs() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        let post = write(&thomas, Cp, &form(&[("body", "Premier jour.\r\n\r\nSecond jour.")])).await;
        let page = thomas.get(&post).await;
        assert_eq!(page.texts(".prose p"), ["Premier jour.", "Second jour."]);
    })
    .await;
}

/// What the editor sends: a bold word and a link.
const RICH: &str = r#"{"type":"doc","content":[{"type":"paragraph","content":[
    {"type":"text","text":"Nous avons vu "},
    {"type":"text","text":"des têtards","marks":[{"type":"bold"}]},
    {"type":"text","text":"le site","marks":[{"type":"link","attrs":{"href":"https://mare.example/"}}]}]}]}"#;

#[tokio::test]
async fn the_document_of_the_editor_is_kept_with_its_marks() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        let post = write(&thomas, Cp, &form(&[("body_json", RICH), ("body", "laissé de côté")])).await;
        let page = thomas.get(&post).await;
        assert_eq!(page.texts(".prose strong"), ["des têtards"]);
        assert_eq!(page.attributes(".prose a", "href"), ["https://mare.example/"]);
        assert!(!page.says("laissé de côté"), "{}", page.text());
        let edit = thomas.get(&step(&post, "modifier")).await;
        assert!(edit.attributes("rich-editor", "data-document")[0].contains("bold"));
        assert!(edit.texts("#f-body")[0].contains("des têtards"));
    })
    .await;
}

#[tokio::test]
async fn a_hostile_document_is_refused_and_nothing_of_it_is_kept() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        let post = write(&thomas, Cp, &form(&[])).await;
        let unknown = "Ce texte contient un élément que l’éditeur ne connaît pas.";
        let link = "Un lien n’est pas accepté : son adresse doit commencer par https://, http:// ou mailto:, \
                    sans espace, sans identifiant ni mot de passe.";
        for (inside, message) in [
            (r#"{"type":"script"}"#.to_owned(), unknown),
            (r#"{"type":"iframe","attrs":{"src":"/"}}"#.to_owned(), unknown),
            (marked(r#"{"type":"blink"}"#), "Ce texte contient une mise en forme que l’éditeur ne connaît pas."),
            (marked(r#"{"type":"link","attrs":{"href":"javascript:alert(1)"}}"#), link),
            ("<script>".to_owned(), "Ce texte est arrivé dans une forme illisible. Rien n’a été enregistré."),
        ] {
            let json = format!(r#"{{"type":"doc","content":[{inside}]}}"#);
            refuses(&thomas, &Cp.path("/billets"), &json, message).await;
            refuses(&thomas, &post, &json, message).await;
        }
        assert_eq!(count(app, "select count(*) as n from thing", &[]).await, 1);
        assert_eq!(thomas.get(&post).await.texts(".prose p"), ["Nous avons vu des têtards."]);
    })
    .await;
}

/// A paragraph whose text bears a mark.
fn marked(mark: &str) -> String {
    format!(r#"{{"type":"paragraph","content":[{{"type":"text","text":"a","marks":[{mark}]}}]}}"#)
}

/// Checks that a document is refused beside the text, with what was typed still there.
async fn refuses(client: &Client<'_>, path: &str, json: &str, message: &str) {
    let fields = form(&[("body_json", json)]);
    let page = client.upload(path, &fields, &[]).await;
    assert_eq!(page.status, 422, "{json}");
    says_beside(&page, "body", message);
    keeps(&page, &fields);
    assert_eq!(page.attributes("rich-editor", "data-document"), [json]);
}

#[tokio::test]
async fn markup_typed_as_words_stays_words() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        let fields = form(&[("title", "<b>La mare</b>"), ("body", "<script>alert(1)</script>")]);
        let post = write(&thomas, Cp, &fields).await;
        publish(&thomas, &post).await;
        let page = app.by(Paul).await.get(&post).await;
        assert_eq!(page.texts("article h1"), ["<b>La mare</b>"]);
        assert_eq!(page.texts(".prose p"), ["<script>alert(1)</script>"]);
        assert!(!page.has("article b") && !page.has("article script"));
        let journal = app.by(Paul).await.get(&Cp.path("/journal")).await;
        assert_eq!(journal.texts(".card-title"), ["<b>La mare</b>"]);
        assert_eq!(journal.texts(".card-excerpt"), ["<script>alert(1)</script>"]);
    })
    .await;
}

#[tokio::test]
async fn a_post_is_signed_by_its_author_and_the_pupils_of_the_class_chosen() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        let (zoe, tom) = (Zoe.person().to_string(), Tom.person().to_string());
        // Tom is in another class: the form does not offer him.
        let post = write(&thomas, Cp, &form(&[("authors", zoe.as_str()), ("authors", tom.as_str())])).await;
        publish(&thomas, &post).await;
        let page = app.by(Claire).await.get(&post).await;
        assert!(page.says("Zoé M. et Thomas ROUX · CP de M. Roux"), "{}", page.text());
        let edit = thomas.get(&step(&post, "modifier")).await;
        assert_eq!(edit.attributes("input[name=authors][checked]", "value"), [zoe]);
        assert!(edit.says("Zoé MARTY"), "two pupils of a class may share a short name: {}", edit.text());
        let page = change(&thomas, &post, &form(&[])).await;
        assert!(page.says("Thomas ROUX · CP de M. Roux") && !page.says("Zoé M."), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn the_form_of_a_post_gives_back_what_is_kept_and_leads_on_to_publication() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        let fields = form(&[("audience", "families"), ("day", "2026-10-06"), ("time", "08:30"), ("comments", "on")]);
        let post = write(&thomas, Cp, &fields).await;
        let edit = thomas.get(&step(&post, "modifier")).await;
        keeps(&edit, &fields);
        assert_eq!(edit.attributes("#f-time", "value"), ["08:30"]);
        assert!(edit.has("#f-comments[checked]"));
        let edition = edition(&thomas, &post).await;
        let next = form(&[("title", "Le potager"), ("suite", "publication"), ("edition", edition.as_str())]);
        let answer = thomas.upload(&post, &next, &[]).await;
        assert_eq!(answer.location(), Some(step(&post, "publication")));
        assert!(thomas.follow(&answer).await.says("Le potager"));
    })
    .await;
}

#[tokio::test]
async fn the_journal_of_a_past_year_is_read_and_no_longer_written() {
    on_both(SERVICES, async |app| {
        let post = write(&app.by(Thomas).await, Cp, &form(&[])).await;
        publish(&app.by(Thomas).await, &post).await;
        app.at("2027-09-02T10:00");
        answers(app, &post, 200, &READERS).await;
        answers(app, &Cp.path("/billets/nouveau"), 403, &[Thomas, Helene, Zoe, Paul]).await;
        let thomas = app.by(Thomas).await;
        assert_eq!(thomas.upload(&Cp.path("/billets"), &form(&[]), &[]).await.status, 403);
        let journal = thomas.get(&Cp.path("/journal")).await;
        assert_eq!(journal.texts(".card-title"), ["La mare"]);
        assert_eq!(journal.link("Publier dans le journal"), None);
    })
    .await;
}
