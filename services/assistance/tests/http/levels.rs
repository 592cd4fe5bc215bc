//! Which desk a request goes to, who reads it there, how it is passed on.

use crate::{SERVICES, agent, answers, ask, notices, say, set_district, task};
use school::Role;
use testkit::{
    Place::Tilleuls,
    Who::{self, *},
    on_both,
};

/// Those of the school of the author, and of another: a request to a desk is not theirs.
const OTHERS: [Who; 8] = [Helene, Rose, Agnes, Claire, Zoe, Thea, Hector, Perrine];

#[tokio::test]
async fn where_the_circonscription_has_nobody_a_teacher_asks_the_academy() {
    on_both(SERVICES, async |app| {
        let request = ask(app, Thomas, &[]).await;
        answers(app, &request, 200, &[Thomas, Adelaide]).await;
        answers(app, &request, 404, &OTHERS).await;
        let desk = app.by(Adelaide).await.get("/assistance").await;
        assert!(desk.says("À traiter (1)") && desk.says("Le carnet reste vide"), "{}", desk.text());
        assert_eq!(app.tasks(Adelaide).await, ["1 demande à traiter"]);
        let own = app.by(Thomas).await.get("/assistance").await;
        assert!(own.says("Mes demandes") && own.says("Académie"), "{}", own.text());
    })
    .await;
}

#[tokio::test]
async fn an_adviser_answers_the_schools_of_the_circonscription_alone() {
    on_both(SERVICES, async |app| {
        set_district(app, Tilleuls, 790_001).await;
        task(app, "district-adviser", "district:16:790001").await;
        let request = ask(app, Thomas, &[]).await;
        answers(app, &request, 200, &[Adelaide]).await;
        for (role, scope) in [
            ("district-adviser", "district:16:790002"),
            ("district-adviser", "district:11:790001"),
            ("district-adviser", "department:081"),
            // The académie reads what was passed on to it, nothing before.
            ("academy-admin", "academy:16"),
            ("help-agent", "region"),
            ("town-officer", "town:031:montaubrac"),
        ] {
            task(app, role, scope).await;
            answers(app, &request, 404, &[Adelaide]).await;
            let refused = say(&app.by(Adelaide).await, &request, &[("body", "Bonjour")]).await;
            assert_eq!(refused.status, 404, "{role} {scope}");
        }
        task(app, "district-admin", "department:031").await;
        answers(app, &request, 200, &[Adelaide]).await;
    })
    .await;
}

#[tokio::test]
async fn a_request_goes_up_to_the_provider_and_comes_back() {
    on_both(SERVICES, async |app| {
        set_district(app, Tilleuls, 790_001).await;
        task(app, "district-adviser", "district:16:790001").await;
        agent(app, "erun", Role::DistrictAdviser, "district:16:790001").await;
        agent(app, "assistance.academie", Role::HelpAgent, "academy:16").await;
        agent(app, "assistance.fournisseur", Role::HelpAgent, "region").await;
        let request = ask(app, Thomas, &[]).await;
        let pass = format!("{request}/transmettre");
        let adelaide = app.by(Adelaide).await;
        let wordless = adelaide.post(&pass, &[("level", "academy")]).await;
        assert_eq!((wordless.status, wordless.texts("#f-pass_word-error").len()), (422, 1), "{}", wordless.text());
        let word = [("level", "academy"), ("pass_word", "Vu avec lui au téléphone.")];
        assert!(adelaide.post_then(&pass, &word).await.says("La demande est transmise."));
        assert_eq!(notices(app, Thomas, "help.passed").await, 1);
        // The desk it left still reads it, and does nothing about it.
        assert!(adelaide.get(&request).await.says("Vu avec lui au téléphone."));
        assert_eq!(say(&adelaide, &request, &[("body", "Encore moi")]).await.status, 403);
        assert_eq!(adelaide.post(&format!("{request}/prendre"), &[]).await.status, 403);
        // The word is for the desk: the author knows that it was passed on, nothing more.
        let seen = app.by(Thomas).await.get(&request).await;
        assert!(seen.says("Transmise · Académie") && !seen.says("Vu avec lui"), "{}", seen.text());

        task(app, "academy-admin", "academy:16").await;
        let word = [("level", "provider"), ("pass_word", "Nous ne savons pas.")];
        adelaide.post_then(&pass, &word).await;
        assert!(app.by(Thomas).await.get(&request).await.says("Transmise au fournisseur"));
        task(app, "help-agent", "region").await;
        assert_eq!(app.tasks(Adelaide).await, ["1 demande à traiter"]);
        assert!(adelaide.get(&request).await.says("Nous ne savons pas."));
        adelaide.post_then(&pass, &[("level", "district"), ("pass_word", "À montrer sur place.")]).await;
        task(app, "district-adviser", "district:16:790001").await;
        assert!(adelaide.get("/assistance").await.says("À traiter (1)"));
    })
    .await;
}

#[tokio::test]
async fn a_request_is_not_passed_to_where_nobody_answers() {
    on_both(SERVICES, async |app| {
        let request = ask(app, Thomas, &[]).await;
        let adelaide = app.by(Adelaide).await;
        assert!(!adelaide.get(&request).await.has("form[action$='/transmettre']"), "nobody else answers anywhere");
        let pass = format!("{request}/transmettre");
        for level in ["provider", "district", "school", "academy", ""] {
            let refused = adelaide.post(&pass, &[("level", level), ("pass_word", "Pour vous")]).await;
            assert_eq!(refused.status, 422, "{level}");
        }
        assert_eq!(app.by(Thomas).await.post(&pass, &[("level", "provider"), ("pass_word", "x")]).await.status, 403);
    })
    .await;
}

#[tokio::test]
async fn what_leaves_for_the_provider_names_nobody() {
    on_both(SERVICES, async |app| {
        let request = ask(app, Thomas, &[("incident", "abcd2345")]).await;
        let adelaide = app.by(Adelaide).await;
        say(&adelaide, &request, &[("body", "Merci, je regarde."), ("whom", "reponse")]).await;
        say(&adelaide, &request, &[("body", "C’est un habitué."), ("whom", "note")]).await;
        let json = adelaide.get(&format!("{request}/export.json")).await.html();
        assert!(json.contains("ABCD2345") && json.contains("Merci, je regarde.") && json.contains("/carnet"), "{json}");
        let csv = adelaide.get(&format!("{request}/export.csv")).await.html();
        assert!(csv.contains("Je ne vois aucun mot."), "{csv}");
        for text in [&json, &csv] {
            assert!(!text.contains("ROUX") && !text.contains("Thomas") && !text.contains("habitué"), "{text}");
        }
        let pdf = adelaide.get(&format!("{request}/export.pdf")).await;
        assert!(pdf.status == 200 && pdf.bytes.starts_with(b"%PDF"));
        let refused = app.by(Thomas).await.get(&format!("{request}/export.json")).await;
        assert_eq!(refused.status, 403, "its author has the page");
    })
    .await;
}

#[tokio::test]
async fn each_asks_another_desk_than_the_one_they_answer_at() {
    on_both(SERVICES, async |app| {
        agent(app, "assistance.academie", Role::HelpAgent, "academy:16").await;
        agent(app, "assistance.fournisseur", Role::HelpAgent, "region").await;
        for (role, scope, level) in [
            ("district-adviser", "district:16:790001", "Académie"),
            ("district-admin", "department:031", "Académie"),
            ("town-editor", "town:031:montaubrac", "Académie"),
            ("town-officer", "town:031:sainte-foy", "Académie"),
            ("academy-admin", "academy:16", "Fournisseur du service"),
        ] {
            task(app, role, scope).await;
            let request = ask(app, Adelaide, &[]).await;
            let page = app.by(Adelaide).await.get(&request).await;
            assert!(page.says(&format!("Assistance : {level}")), "{role}: {}", page.text());
            assert!(!page.has("form[action$='/prendre']"), "{role}");
        }
    })
    .await;
}
