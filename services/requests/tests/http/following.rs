//! A request followed by both sides: states, answers, notes, other services, refusal, opening again.

use crate::{SERVICES, act, ask, notices, officer, say};
use testkit::{Who::*, on_both};

#[tokio::test]
async fn a_request_is_taken_planned_and_done() {
    on_both(SERVICES, async |app| {
        let request = ask(app, &[]).await;
        let (officer, helene) = (officer(app).await, app.by(Helene).await);
        assert_eq!(app.tasks(Adelaide).await, ["1 demande d’école reçue"]);
        assert!(act(&officer, &request, "prise-en-charge", &[]).await.says("En cours"));
        assert_eq!(officer.post(&format!("{request}/prise-en-charge"), &[]).await.status, 409);
        assert_eq!(notices(app, Helene, "town.taken").await, 1);
        let plan = format!("{request}/planification");
        for day in ["", "demain", "2026-09-30"] {
            let answer = officer.post(&plan, &[("day", day), ("plan_word", "Le vitrier vient.")]).await;
            assert_eq!((answer.status, answer.texts("#f-day-error").len()), (422, 1), "{day}");
            assert!(answer.says("Le vitrier vient."));
        }
        let planned = act(&officer, &request, "planification", &[("day", "2026-10-06")]).await;
        assert!(planned.says("Planifiée") && planned.says("Il reste 5 jours"), "{}", planned.text());
        let seen = helene.get(&request).await;
        assert!(seen.says("Prévue le mardi 6 octobre"), "{}", seen.text());
        assert_eq!(notices(app, Helene, "town.planned").await, 0, "opened is read");
        let done = act(&officer, &request, "fin", &[("finish_word", "Vitre remplacée.")]).await;
        assert!(done.says("Terminée") && done.says("Vitre remplacée."));
        assert_eq!(officer.post(&format!("{request}/fin"), &[]).await.status, 409);
        assert_eq!(notices(app, Helene, "town.done").await, 1);
        assert!(app.tasks(Adelaide).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn the_school_never_sees_a_note_of_the_commune() {
    on_both(SERVICES, async |app| {
        let request = ask(app, &[]).await;
        let (officer, helene) = (officer(app).await, app.by(Helene).await);
        let photo = testkit::photograph::jpeg(16, 16);
        let files = [("fichiers", "devis.jpg", photo.as_slice())];
        let note = [("whom", "note"), ("body", "Budget épuisé.")];
        officer.upload(&format!("{request}/reponses"), &note, &files).await;
        let seen = officer.get(&request).await;
        assert!(seen.says("Budget épuisé.") && seen.says("Note interne de la mairie"), "{}", seen.text());
        let file = seen.link("devis.jpg").unwrap();
        let page = helene.get(&request).await;
        assert!(!page.says("Budget épuisé.") && page.link("devis.jpg").is_none(), "{}", page.text());
        assert_eq!(helene.get(&file).await.status, 404);
        assert_eq!(notices(app, Helene, "town.answered").await, 0);
        // Whatever a school sends, it answers: it keeps no notes.
        say(&helene, &request, &[("whom", "note"), ("body", "Merci.")]).await;
        assert!(helene.get(&request).await.says("Merci."));
        say(&officer, &request, &[("whom", "reponse"), ("body", "Un devis est demandé.")]).await;
        assert!(helene.get(&request).await.says("Un devis est demandé."));
    })
    .await;
}

#[tokio::test]
async fn a_question_waits_for_the_school() {
    on_both(SERVICES, async |app| {
        let request = ask(app, &[]).await;
        let (officer, helene) = (officer(app).await, app.by(Helene).await);
        say(&officer, &request, &[("whom", "question"), ("body", "Quelle fenêtre ?")]).await;
        assert_eq!(app.tasks(Helene).await, ["Une vitre cassée"]);
        assert!(app.tasks(Adelaide).await.is_empty());
        let page = helene.get(&request).await;
        assert!(page.says("Attente de l’école") && page.says("La mairie attend une réponse"), "{}", page.text());
        let empty = say(&helene, &request, &[("body", " ")]).await;
        assert_eq!((empty.status, empty.texts("#f-body-error").len()), (422, 1));
        say(&helene, &request, &[("body", "Celle du fond.")]).await;
        assert!(officer.get(&request).await.says("En cours"));
        assert!(app.tasks(Helene).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_refusal_says_why() {
    on_both(SERVICES, async |app| {
        let request = ask(app, &[]).await;
        let officer = officer(app).await;
        let refusal = format!("{request}/refus");
        assert_eq!(officer.get(&refusal).await.status, 200);
        assert_eq!(officer.post(&refusal, &[("reason", " ")]).await.status, 422);
        let page = act(&officer, &request, "refus", &[("reason", "La vitre n’est pas à nous.")]).await;
        assert!(page.says("Refusée"), "{}", page.text());
        let helene = app.by(Helene).await;
        assert!(helene.get(&request).await.says("La vitre n’est pas à nous."));
        assert_eq!(officer.post(&refusal, &[("reason", "Encore.")]).await.status, 409);
        assert_eq!(helene.post(&refusal, &[("reason", "Non.")]).await.status, 403);
    })
    .await;
}

#[tokio::test]
async fn another_service_is_written_to() {
    on_both(SERVICES, async |app| {
        let request = ask(app, &[]).await;
        let officer = officer(app).await;
        let service = format!("{request}/service");
        let wrong = officer.post(&service, &[("service", "Voirie"), ("email", "voirie")]).await;
        assert_eq!((wrong.status, wrong.texts("#f-email-error").len()), (422, 1));
        let fields = [("service", "Voirie"), ("email", "voirie@mairie.example.fr")];
        let page = act(&officer, &request, "service", &fields).await;
        assert!(page.says("voirie@mairie.example.fr"), "{}", page.text());
        app.run_jobs().await;
        assert_eq!(app.letters().len(), 1);
        let seen = app.by(Helene).await.get(&request).await;
        assert!(seen.says("Voirie") && !seen.says("voirie@mairie.example.fr"), "{}", seen.text());
    })
    .await;
}

#[tokio::test]
async fn the_school_opens_again_what_is_not_done() {
    on_both(SERVICES, async |app| {
        let request = ask(app, &[]).await;
        let (officer, helene) = (officer(app).await, app.by(Helene).await);
        let again = format!("{request}/reprise");
        let word = [("body", "La vitre est encore fendue.")];
        assert_eq!(helene.upload(&again, &word, &[]).await.status, 409, "not done yet");
        act(&officer, &request, "fin", &[]).await;
        assert_eq!(say(&helene, &request, &word).await.status, 409, "what is done is opened again");
        assert_eq!(officer.upload(&again, &word, &[]).await.status, 403);
        assert_eq!(helene.upload(&again, &[("body", "")], &[]).await.status, 422);
        let answer = helene.upload(&again, &word, &[]).await;
        let page = helene.follow(&answer).await;
        assert!(page.says("En cours") && page.says("La vitre est encore fendue."), "{}", page.text());
        act(&officer, &request, "fin", &[]).await;
        app.at("2026-11-01T10:00");
        let helene = app.by(Helene).await;
        assert_eq!(helene.upload(&again, &word, &[]).await.status, 409, "thirty days are over");
        assert!(!helene.get(&request).await.says("Rouvrir la demande"));
    })
    .await;
}
