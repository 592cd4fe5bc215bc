//! Whom a family lets read: ten at most, by any adult responsible, ended by any of them.

use crate::{
    LUCETTE, SERVICES, accepted_anew, acts, assert_leads, assert_refused, count, ends, give_email, invited, letters_to,
    readers_of, reading, roles, run, tasks, to,
};
use commons::audit::Action;
use db::args;
use school::Role;
use testkit::{Who::*, on_both};

#[tokio::test]
async fn the_invitation_leaves_by_letter_and_the_other_parent_is_told() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        give_email(app, Paul, "paul@example.org").await;
        give_email(app, Claire, "claire@example.org").await;
        let link = invited(app, Claire).await;
        let letter = letters_to(app, "lucette@example.org").await.remove(0);
        assert!(letter.contains("Claire FABRE") && letter.contains("Lucette"), "{letter}");
        assert!(link.starts_with("/invitations/"));
        assert_eq!(letters_to(app, "claire@example.org").await.len(), 0);
        let told = letters_to(app, "paul@example.org").await;
        assert!(told.len() == 1 && !told[0].contains("Lucette"), "{told:?}");
        let tasks_of_paul = tasks(app, Paul).await;
        assert_eq!(tasks_of_paul.len(), 1);
        assert!(tasks_of_paul[0].title.starts_with("Lucette Fabre (grand-mère)"), "{}", tasks_of_paul[0].title);
        assert!(tasks(app, Claire).await.is_empty() && tasks(app, Samia).await.is_empty());
        let page = app.by(Paul).await.get("/foyer").await;
        assert!(page.says("1 proche invité") && page.says("Lucette Fabre") && page.says("invitation de Claire FABRE"));
        assert!(!page.html().contains("lucette@example.org"));
        app.at("2026-10-09T10:00");
        assert!(tasks(app, Paul).await.is_empty());
        assert_eq!(acts(app, Action::ReaderInvited).await, 1);
    })
    .await;
}

#[tokio::test]
async fn at_night_the_other_parent_is_told_when_the_school_opens() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T22:00");
        give_email(app, Paul, "paul@example.org").await;
        invited(app, Claire).await;
        assert_eq!(letters_to(app, "paul@example.org").await.len(), 0);
        app.at("2026-10-02T09:00");
        assert_eq!(letters_to(app, "paul@example.org").await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn ten_read_and_an_eleventh_is_refused() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        let (claire, paul) = (app.by(Claire).await, app.by(Paul).await);
        let addresses: Vec<String> = (0..10).map(|number| format!("proche{number}@example.org")).collect();
        for (rank, address) in addresses.iter().enumerate() {
            let parent = if rank % 2 == 0 { &claire } else { &paul };
            assert_leads(&parent.post(&readers_of(Zoe), &to(address)).await, "/foyer");
        }
        let refused = paul.post(&readers_of(Zoe), &LUCETTE).await;
        assert_refused(&refused, "prenom");
        assert_eq!(refused.attributes("input[name=nom]", "value"), ["Fabre"]);
        assert_eq!(refused.attributes("input[name=courriel]", "value"), ["Lucette@Example.org"]);
        // One that ends leaves its place; so does one nobody answers in a week.
        let end = ends(&paul, "/fin").await.remove(0);
        assert_leads(&paul.post(&end, &[]).await, "/foyer");
        assert_leads(&paul.post(&readers_of(Zoe), &LUCETTE).await, "/foyer");
        assert_eq!(claire.post(&readers_of(Zoe), &to("onzieme@example.org")).await.status, 422);
        app.at("2026-10-08T10:00");
        assert!(app.by(Claire).await.get("/foyer").await.says("Aucun proche invité"));
        assert_leads(&app.by(Claire).await.post(&readers_of(Zoe), &to("onzieme@example.org")).await, "/foyer");
    })
    .await;
}

#[tokio::test]
async fn letter_boxes_are_not_flooded_from_here() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        let claire = app.by(Claire).await;
        for _ in 0..20 {
            assert_leads(&claire.post(&readers_of(Zoe), &LUCETTE).await, "/foyer");
            let end = ends(&claire, "/fin").await.remove(0);
            assert_leads(&claire.post(&end, &[]).await, "/foyer");
        }
        assert_refused(&claire.post(&readers_of(Zoe), &LUCETTE).await, "courriel");
        app.at("2026-10-02T10:01");
        assert_leads(&app.by(Claire).await.post(&readers_of(Zoe), &LUCETTE).await, "/foyer");
    })
    .await;
}

#[tokio::test]
async fn what_is_typed_wrong_comes_back() {
    on_both(SERVICES, async |app| {
        let claire = app.by(Claire).await;
        for (field, value) in [
            ("prenom", " "),
            ("nom", "http://ailleurs.example"),
            ("lien", ""),
            ("courriel", "lucette"),
            ("courriel", "a@example.org, b@example.org"),
        ] {
            let typed = LUCETTE.map(|(name, usual)| (name, if name == field { value } else { usual }));
            let answer = claire.post(&readers_of(Zoe), &typed).await;
            assert_refused(&answer, field);
            let kept = if field == "prenom" { ("nom", "Fabre") } else { ("prenom", "Lucette") };
            assert_eq!(answer.attributes(&format!("input[name={}]", kept.0), "value"), [kept.1]);
        }
        assert_leads(&claire.post(&readers_of(Zoe), &LUCETTE).await, "/foyer");
        assert_refused(&claire.post(&readers_of(Zoe), &to(" lucette@EXAMPLE.org")).await, "courriel");
        assert_eq!(count(app, "select count(*) as n from family_invitation", &[]).await, 1);
    })
    .await;
}

#[tokio::test]
async fn any_adult_responsible_ends_what_another_began() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        let link = invited(app, Claire).await;
        assert_eq!(accepted_anew(app, &link).await.status, 200);
        assert_eq!(reading(app, Zoe).await, 1);
        let paul = app.by(Paul).await;
        let end = ends(&paul, "/fin").await.remove(0);
        // Of this child alone: the same invitation is none of another.
        let elsewhere = end.replace(&Zoe.person().to_string(), &Tom.person().to_string());
        assert_eq!(app.by(Samia).await.post(&elsewhere, &[]).await.status, 404);
        assert_leads(&paul.post(&end, &[]).await, "/foyer");
        assert_eq!(paul.post(&end, &[]).await.status, 404);
        assert_eq!(reading(app, Zoe).await, 0);
        let closed = "select count(*) as n from account where login = 'lucette.fabre' and blocked_at is not null";
        assert_eq!(count(app, closed, &[]).await, 1);
        assert_eq!(acts(app, Action::ReaderRevoked).await, 1);
        let told = tasks(app, Claire).await;
        let words = "Un autre responsable a mis fin à l’invitation de Lucette Fabre (grand-mère)";
        assert!(told.len() == 1 && told[0].title.starts_with(words), "{:?}", told[0].title);
        assert!(tasks(app, Paul).await.is_empty(), "who ended it is told nothing");
        assert_leads(&accepted_anew(app, &link).await, "/connexion");
    })
    .await;
}

#[tokio::test]
async fn ending_is_asked_first_and_told_to_who_read() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        let link = invited(app, Claire).await;
        let paul = app.by(Paul).await;
        let end = ends(&paul, "/fin").await.remove(0);
        let page = paul.get(&end).await;
        assert!(page.status == 200 && page.says("Le lien envoyé à Lucette Fabre (grand-mère)"), "{}", page.text());
        assert_eq!(accepted_anew(app, &link).await.status, 200);
        let page = paul.get(&end).await;
        assert!(page.says("ne lira plus le journal de la classe"), "{}", page.text());
        assert_eq!(page.attributes("main form", "action"), [end.as_str()]);
        assert_eq!(reading(app, Zoe).await, 1, "asking ends nothing");
        assert_eq!(letters_to(app, "lucette@example.org").await.len(), 1);
        assert_leads(&paul.post(&end, &[]).await, "/foyer");
        assert_eq!((reading(app, Zoe).await, paul.get(&end).await.status), (0, 404));
        let letters = letters_to(app, "lucette@example.org").await;
        assert_eq!(letters.len(), 2);
        assert!(letters.iter().all(|letter| !letter.contains("Paul")), "which parent did it is not told: {letters:?}");
        // Nobody had accepted this one: a stranger may have that address.
        assert_leads(&paul.post(&readers_of(Zoe), &to("autre@example.org")).await, "/foyer");
        let end = ends(&paul, "/fin").await.remove(0);
        assert_leads(&paul.post(&end, &[]).await, "/foyer");
        assert_eq!(letters_to(app, "autre@example.org").await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn whom_a_parent_invited_reads_no_more_once_that_parent_is_not_responsible() {
    on_both(SERVICES, async |app| {
        let sql = "insert into reader (child_id, person_id, invited_by, word, since) values ($1, $2, $3, 'tante', $4)";
        run(app, sql, args![Zoe.person(), Samia.person(), Claire.person(), app.now()]).await;
        assert!(roles(app, Samia).await.contains(&Role::Reader));
        let ended = "update guardianship set until = $3 where child_id = $1 and adult_id = $2";
        run(app, ended, args![Zoe.person(), Claire.person(), app.now()]).await;
        assert!(!roles(app, Samia).await.contains(&Role::Reader));
    })
    .await;
}
