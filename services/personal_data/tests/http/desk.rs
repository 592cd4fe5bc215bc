//! The desk: what it does about a request, within its territory, in time, and never without a trace.

use crate::{SERVICES, answer, at_desk, count, file, prove, run};
use db::args;
use testkit::{App, Who::*, on_both, photograph};

const ACCESS: [(&str, &str); 2] = [("droit", "access"), ("texte", "Je voudrais tout voir.")];

/// A request of Claire, whose identity is known; answers its address.
async fn asked(app: &App, fields: &[(&str, &str)]) -> String {
    let claire = app.by(Claire).await;
    prove(app, Claire).await;
    file(&claire, fields).await
}

#[tokio::test]
async fn a_request_is_taken_up_and_answered_with_papers() {
    on_both(SERVICES, async |app| {
        let own = asked(app, &ACCESS).await;
        let desk = app.by(Adelaide).await;
        let list = desk.get("/demandes-de-droits").await;
        assert!(list.says("Claire FABRE") && list.says("31 jours restants"), "{}", list.text());
        let file = at_desk(&own);
        assert!(desk.get(&file).await.says("Prouvée par le compte"));
        let page = desk.post_then(&format!("{file}/prise-en-charge"), &[]).await;
        assert!(page.says("En cours"), "{}", page.text());
        assert_eq!(desk.post(&format!("{file}/prise-en-charge"), &[]).await.status, 409);
        let scan = photograph::jpeg(16, 16);
        let sent = [("reponse", "copie.jpg", scan.as_slice())];
        let done = desk.upload(&format!("{file}/reponse"), &[("texte", "Voici votre copie.")], &sent).await;
        assert!(desk.follow(&done).await.says("Répondue"));
        let claire = app.by(Claire).await;
        let page = claire.get(&own).await;
        assert!(page.says("Voici votre copie."), "{}", page.text());
        assert_eq!(claire.get(&page.link("copie.jpg").unwrap()).await.status, 200);
        let letter = claire.get(&format!("{own}/reponse.pdf")).await;
        assert!(letter.bytes.starts_with(b"%PDF"), "{}", letter.status);
        // It is read: the first page says so no more, and nothing moves any more.
        let unread = "select count(*) as n from rights_request where read_at is null";
        assert_eq!(count(app, unread, &[]).await, 0);
        assert_eq!(answer(&desk, &file, "Encore").await.status, 409);
    })
    .await;
}

#[tokio::test]
async fn who_asks_is_made_sure_of_before_an_answer() {
    on_both(SERVICES, async |app| {
        let claire = app.by(Claire).await;
        let own = file(&claire, &ACCESS).await;
        let (desk, file) = (app.by(Adelaide).await, at_desk(&own));
        assert_eq!(answer(&desk, &file, "Voici.").await.status, 409);
        assert_eq!(desk.post(&format!("{file}/export"), &[]).await.status, 403);
        let page = desk.post(&format!("{file}/identite"), &[("identite", " ")]).await;
        assert!(page.status == 422 && page.says("Dites comment, en quelques mots."), "{}", page.text());
        let page = desk.post_then(&format!("{file}/identite"), &[("identite", "Appel à l’école")]).await;
        assert!(page.says("Identité vérifiée") && page.says("Appel à l’école"), "{}", page.text());
        assert_eq!(answer(&desk, &file, "Voici.").await.status, 303);
        assert!(claire.get(&own).await.says("Voici."));
    })
    .await;
}

#[tokio::test]
async fn the_desk_writes_to_the_head_in_one_act() {
    on_both(SERVICES, async |app| {
        let zoe = Zoe.person().to_string();
        let rectify = [("droit", "rectification"), ("texte", "La date est fausse."), ("enfant", zoe.as_str())];
        let own = asked(app, &rectify).await;
        let (desk, file) = (app.by(Adelaide).await, at_desk(&own));
        run(app, "update person set email = 'direction@example.org' where id = $1", args![Helene.person()]).await;
        run(app, "update account set email = null", &[]).await;
        let page = desk.get(&file).await;
        assert!(page.says("Envoyer à la direction") && page.says("La date est fausse. Merci"), "{}", page.text());
        let page = desk.post_then(&format!("{file}/direction"), &[]).await;
        assert!(page.says("Message envoyé à la direction") && !page.says("Envoyer à la direction"), "{}", page.text());
        assert_eq!(desk.post(&format!("{file}/direction"), &[]).await.status, 409);
        app.run_jobs().await;
        let letters = app.letters();
        assert_eq!(letters.len(), 1, "{letters:?}");
        assert!(letters[0].contains("To: direction@example.org"), "{letters:?}");
        // Without an address, the text is there to be copied.
        run(app, "delete from rights_step where verb = 'told-head'", &[]).await;
        run(app, "update person set email = null where id = $1", args![Helene.person()]).await;
        assert!(desk.get(&file).await.says("copiez ce texte"));
        assert_eq!(desk.post(&format!("{file}/direction"), &[]).await.status, 409);
    })
    .await;
}

#[tokio::test]
async fn what_is_open_awaits_the_desk_with_its_last_day() {
    on_both(SERVICES, async |app| {
        asked(app, &ACCESS).await;
        let mut tx = app.read().await;
        let viewer = school::Viewer::load(&mut tx, Adelaide.account()).await.unwrap();
        let tasks = personal_data::task::of(&mut tx, &viewer).await.unwrap();
        assert_eq!(tasks.len(), 1);
        assert_eq!(tasks[0].due.unwrap().to_string(), "2026-11-01");
        assert!(tasks[0].about.contains("Claire FABRE"), "{}", tasks[0].about);
    })
    .await;
}

#[tokio::test]
async fn a_refusal_has_a_reason_and_says_what_may_be_done() {
    on_both(SERVICES, async |app| {
        let own = asked(app, &ACCESS).await;
        let (desk, file) = (app.by(Adelaide).await, at_desk(&own));
        let page = desk.post(&format!("{file}/refus"), &[("reason", "  ")]).await;
        assert_eq!(page.status, 422);
        let page = desk.post_then(&format!("{file}/refus"), &[("reason", "Demande déjà satisfaite en mai.")]).await;
        assert!(page.says("Refusée"), "{}", page.text());
        let page = app.by(Claire).await.get(&own).await;
        assert!(page.says("Demande déjà satisfaite en mai.") && page.says("CNIL"), "{}", page.text());
        assert!(page.says("délégué à la protection des données"), "{}", page.text());
        let letter = app.by(Claire).await.get(&format!("{own}/reponse.pdf")).await;
        assert!(letter.bytes.starts_with(b"%PDF"));
    })
    .await;
}

#[tokio::test]
async fn two_months_more_are_taken_once_within_the_first() {
    on_both(SERVICES, async |app| {
        let own = asked(app, &ACCESS).await;
        let (desk, file) = (app.by(Adelaide).await, at_desk(&own));
        let page = desk.post_then(&format!("{file}/prolongation"), &[("reason", "Archives à chercher.")]).await;
        assert!(page.says("1er janvier 2027"), "{}", page.text());
        assert!(app.by(Claire).await.get(&own).await.says("Archives à chercher."));
        assert_eq!(desk.post(&format!("{file}/prolongation"), &[("reason", "Encore.")]).await.status, 409);
        let late = at_desk(&asked(app, &ACCESS).await);
        app.at("2026-11-02T09:00");
        let page = desk_again(app, &late).await;
        assert!(page.contains("Le premier mois est passé"), "{page}");
    })
    .await;
}

/// What the desk is told when it extends a request now.
async fn desk_again(app: &App, file: &str) -> String {
    let page = app.by(Adelaide).await.post(&format!("{file}/prolongation"), &[("reason", "Trop tard.")]).await;
    assert_eq!(page.status, 422);
    page.text()
}

#[tokio::test]
async fn a_letter_is_entered_for_somebody_of_the_territory() {
    on_both(SERVICES, async |app| {
        let desk = app.by(Adelaide).await;
        let found = desk.get("/demandes-de-droits/nouvelle?q=marty%20pa").await;
        assert!(!found.says("Zoé MARTY"), "{}", found.text());
        let found = desk.get("/demandes-de-droits/nouvelle?q=paul%20mar").await;
        assert!(found.says("Paul MARTY") && found.says("Responsable légal"), "{}", found.text());
        let paul = Paul.person().to_string();
        let letter = [
            ("personne", paul.as_str()),
            ("droit", "information"),
            ("recue", "2026-09-30"),
            ("texte", "Quels usages ?"),
        ];
        let wrong = [&letter[..2], &[("recue", "2026-10-02"), ("texte", "Quels usages ?")]].concat();
        let page = desk.upload("/demandes-de-droits/nouvelle", &wrong, &[]).await;
        assert!(page.status == 422 && page.html().contains("Quels usages ?"), "{}", page.text());
        let answer = desk.upload("/demandes-de-droits/nouvelle", &letter, &[]).await;
        let page = desk.follow(&answer).await;
        assert!(page.says("Par courrier") && page.says("30 octobre 2026"), "{}", page.text());
        // It is on paper: nothing of it shows in the account.
        assert!(!app.by(Paul).await.get("/mes-donnees/demandes").await.says("D-2026-"));
    })
    .await;
}

#[tokio::test]
async fn a_desk_answers_for_its_territory_and_leaves_a_trace() {
    on_both(SERVICES, async |app| {
        let own = asked(app, &ACCESS).await;
        let file = at_desk(&own);
        app.by(Adelaide).await.get(&file).await;
        let noted = "select count(*) as n from access where subject_id = $1 and topic = 'rights' and account_id = $2";
        assert_eq!(count(app, noted, args![Claire.person(), Adelaide.account()]).await, 1);
        let audited = "select count(*) as n from audit where action = 'rights-consulted' and subject = $1";
        assert_eq!(count(app, audited, args![Claire.person().to_string()]).await, 1);
        let page = app.by(Claire).await.get("/mes-donnees/consultations").await;
        assert!(page.says("Académie") && page.says("Demande de droits"), "{}", page.text());
        for scope in ["academy:11", "department:031"] {
            let moved = "update account_grant set scope = $2 where account_id = $1";
            run(app, moved, args![Adelaide.account(), scope]).await;
            assert_eq!(app.by(Adelaide).await.get(&file).await.status, 404, "{scope}");
            assert!(!app.by(Adelaide).await.get("/demandes-de-droits").await.says("Claire"), "{scope}");
        }
        run(app, "update account_grant set scope = 'region' where account_id = $1", args![Adelaide.account()]).await;
        assert_eq!(app.by(Adelaide).await.get(&file).await.status, 200);
    })
    .await;
}

#[tokio::test]
async fn what_is_due_within_a_week_is_reminded_of() {
    on_both(SERVICES, async |app| {
        asked(app, &ACCESS).await;
        run(app, "update account set email = 'dpo@example.org' where id = $1", args![Adelaide.account()]).await;
        let remind = personal_data::request::reminder::REMIND.run;
        remind(app.house.clone(), "2026-10-10".to_owned()).await.unwrap();
        app.run_jobs().await;
        assert_eq!(app.letters().len(), 0, "three weeks are left");
        app.at("2026-10-26T03:00");
        for _ in 0..2 {
            remind(app.house.clone(), "2026-10-25".to_owned()).await.unwrap();
            app.run_jobs().await;
        }
        let letters = app.letters();
        assert_eq!(letters.len(), 1, "{letters:?}");
        let letter = letters.concat();
        assert!(letter.contains("1 demande attend") && !letter.contains("Claire"), "{letter}");
    })
    .await;
}

#[tokio::test]
async fn the_copy_of_the_desk_says_nothing_of_other_adults() {
    on_both(SERVICES, async |app| {
        let zoe = Zoe.person().to_string();
        let own = asked(app, &[&ACCESS[..], &[("enfant", zoe.as_str())]].concat()).await;
        let desk = app.by(Adelaide).await;
        let page = desk.post_then(&format!("{}/export", at_desk(&own)), &[]).await;
        assert!(page.says("La copie se prépare."), "{}", page.text());
        app.run_jobs().await;
        let path = desk.get("/mes-donnees").await;
        assert!(!path.says("Zoé"), "it is no data of the desk: {}", path.text());
        let content = "select count(*) as n from data_copy where account_id = $1 and ready_at is not null";
        assert_eq!(count(app, content, args![Adelaide.account()]).await, 1);
        let noted = "select count(*) as n from access where subject_id = $1 and topic = 'export'";
        assert_eq!(count(app, noted, args![Zoe.person()]).await, 1);
    })
    .await;
}
