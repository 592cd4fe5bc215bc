//! The form: a question first, what goes with the request, files, and what is typed wrong.

use crate::{SERVICES, answers, ask, count, form, say};
use testkit::{Who::*, on_both, photograph};

#[tokio::test]
async fn a_question_comes_before_the_form_and_is_answered_when_it_can() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        let first = thomas.get("/assistance/nouvelle?page=/carnet").await;
        assert!(first.has("input[name=question]") && !first.has("form[method=post][enctype]"), "{}", first.text());
        assert_eq!(first.attributes("input[name=page]", "value"), ["/carnet"]);
        let second = thomas.get("/assistance/nouvelle?page=/carnet&question=ajouter+un+enseignant").await;
        assert!(second.has("form[action='/assistance/nouvelle'][method=post]"));
        assert_eq!(second.attributes("input[name=title]", "value"), ["ajouter un enseignant"]);
        let head = app.by(Helene).await.get("/assistance/nouvelle?question=ajouter+un+enseignant").await;
        assert!(head.link("Ajouter un enseignant ou un remplaçant à une classe").is_some(), "{}", head.text());
    })
    .await;
}

#[tokio::test]
async fn an_incident_leads_to_the_form_with_its_number() {
    on_both(SERVICES, async |app| {
        let page = app.by(Thomas).await.get("/assistance/nouvelle?incident=ABCD2345").await;
        assert_eq!(page.attributes("input[name=incident]", "value"), ["ABCD2345"]);
        let request = ask(app, Thomas, &[("incident", "ABCD2345")]).await;
        let seen = app.by(Adelaide).await.get(&request).await;
        assert!(seen.says("ABCD2345") && seen.says("/carnet") && seen.says("Enseignant"), "{}", seen.text());
    })
    .await;
}

#[tokio::test]
async fn what_goes_with_the_request_is_shown_before() {
    on_both(SERVICES, async |app| {
        let page = app.by(Thomas).await.get("/assistance/nouvelle?page=/carnet&question=vide").await;
        for shown in ["Ce qui accompagne la demande", "Thomas ROUX", "Enseignant", "/carnet", "Les Tilleuls"] {
            assert!(page.says(shown), "{shown}: {}", page.text());
        }
    })
    .await;
}

#[tokio::test]
async fn what_is_typed_wrong_comes_back_whole() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        for (changed, field) in [
            (("kind", ""), "kind"),
            (("title", " "), "title"),
            (("body", ""), "body"),
            (("incident", "a b"), "incident"),
        ] {
            let answer = thomas.upload("/assistance/nouvelle", &form(&[changed]), &[]).await;
            assert_eq!(answer.status, 422, "{field}");
            assert_eq!(answer.texts(&format!("#f-{field}-error")).len(), 1, "{field}: {}", answer.text());
            assert_eq!(answer.attributes("input[name=page]", "value"), ["/carnet"]);
        }
        let answer = thomas.upload("/assistance/nouvelle", &form(&[("kind", "")]), &[]).await;
        assert!(answer.says("Je ne vois aucun mot."), "{}", answer.text());
        let files = [("files", "programme.exe", b"MZ\x90\x00 program".as_slice())];
        let answer = thomas.upload("/assistance/nouvelle", &form(&[]), &files).await;
        assert_eq!((answer.status, answer.texts("#f-files-error").len()), (422, 1), "{}", answer.text());
        assert_eq!(count(app, "select count(*) as n from help_request", &[]).await, 0);
    })
    .await;
}

#[tokio::test]
async fn files_are_read_by_those_who_read_what_they_come_with() {
    on_both(SERVICES, async |app| {
        let photo = photograph::jpeg(32, 24);
        let files = [("files", "ecran.jpg", photo.as_slice())];
        let thomas = app.by(Thomas).await;
        let answer = thomas.upload("/assistance/nouvelle", &form(&[]), &files).await;
        let request = answer.location().unwrap();
        let adelaide = app.by(Adelaide).await;
        let file = adelaide.get(&request).await.link("ecran.jpg").unwrap();
        answers(app, &file, 200, &[Adelaide, Thomas]).await;
        answers(app, &file, 404, &[Helene, Claire, Thea]).await;
        // A note of the desk and its file are not for the author.
        let note = [("body", "Entre nous."), ("whom", "note")];
        adelaide.upload(&format!("{request}/reponses"), &note, &[("files", "note.jpg", photo.as_slice())]).await;
        let inside = adelaide.get(&request).await.link("note.jpg").unwrap();
        answers(app, &inside, 200, &[Adelaide]).await;
        answers(app, &inside, 404, &[Thomas, Helene]).await;
        let seen = thomas.get(&request).await;
        assert!(!seen.says("Entre nous.") && seen.link("note.jpg").is_none());
        say(&adelaide, &request, &[("body", "Pour vous."), ("whom", "reponse")]).await;
        assert!(thomas.get(&request).await.says("Pour vous."));
    })
    .await;
}

#[tokio::test]
async fn whoever_may_not_ask_reads_articles() {
    on_both(SERVICES, async |app| {
        let page = app.by(Agnes).await.get("/assistance").await;
        assert!(page.status == 200 && page.link("Demander de l’aide").is_none(), "{}", page.text());
        answers(app, "/assistance/nouvelle", 404, &[Agnes]).await;
    })
    .await;
}
