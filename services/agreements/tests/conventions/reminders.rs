//! What reminds people: letters by night, and « Aujourd’hui ».

use crate::{
    SERVICES,
    scene::{academy, at, campaign, decision, in_force, mairie, prepared, propose, run},
};
use agreements::reminder::REMIND;
use db::args;
use jiff::{ToSpan, civil::Date};
use testkit::{App, Who::Adelaide, on_both};

/// What leaves the night before a day.
async fn letters_of(app: &App, day: &str) -> Vec<String> {
    let before = app.letters().len();
    app.at(&format!("{day}T02:30"));
    let over = day.parse::<Date>().unwrap().saturating_sub(1.day());
    (REMIND.run)(app.house.clone(), over.to_string()).await.unwrap();
    app.run_jobs().await;
    app.letters().split_off(before)
}

#[tokio::test]
async fn a_commune_that_does_not_answer_is_reminded_three_times() {
    on_both(SERVICES, async |app| {
        let id = prepared(app).await;
        propose(app, id).await;
        app.run_jobs().await;
        for (day, sent) in [
            ("2026-10-14", 0),
            ("2026-10-15", 1),
            ("2026-10-16", 0),
            ("2026-10-31", 1),
            ("2026-11-15", 1),
            ("2026-12-15", 0),
        ] {
            let letters = letters_of(app, day).await;
            assert_eq!(letters.len(), sent, "{day}");
            assert!(letters.iter().all(|it| it.contains("mairie@montaubrac.example")), "{day}");
            assert!(letters.iter().all(|it| it.contains(&at(id, "")) && !it.contains("Mireille")), "{day}");
        }
        app.at("2026-12-16T10:00");
        mairie(app).await.upload(&at(id, "/deliberation"), &decision(&[]), &[]).await;
        app.run_jobs().await;
        assert!(letters_of(app, "2026-12-22").await.is_empty());
        let letters = letters_of(app, "2026-12-23").await;
        assert!(letters.len() == 1 && letters[0].contains("signature : la délibération l’autorise"), "{letters:?}");
    })
    .await;
}

#[tokio::test]
async fn nobody_is_reminded_of_what_is_signed_or_over() {
    on_both(SERVICES, async |app| {
        let id = prepared(app).await;
        in_force(app, id).await;
        app.run_jobs().await;
        assert!(letters_of(app, "2027-01-15").await.is_empty());
        run(app, "update agreement set state = 'refused', authority_signed_on = null", &[]).await;
        assert!(letters_of(app, "2027-02-15").await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn the_academy_is_told_what_waits_before_a_campaign_closes() {
    on_both(SERVICES, async |app| {
        prepared(app).await;
        assert!(letters_of(app, "2027-06-22").await.is_empty());
        let letters = letters_of(app, "2027-06-23").await;
        assert_eq!(letters.len(), 1, "a week before 30 June");
        assert!(letters[0].contains("ent@ac-example.fr") && letters[0].contains("3 écoles"), "{}", letters[0]);
        run(app, "update enrolment set state = 'enrolled' where school_id is not null", &[]).await;
        assert!(letters_of(app, "2027-06-29").await.is_empty(), "nothing waits any more");
    })
    .await;
}

#[tokio::test]
async fn a_commune_is_told_that_a_mandate_is_over_and_that_the_next_campaign_is_open() {
    on_both(SERVICES, async |app| {
        let id = prepared(app).await;
        run(app, "update authority set mandate_until = '2026-10-20'", &[]).await;
        assert!(letters_of(app, "2026-10-20").await.is_empty());
        let letters = letters_of(app, "2026-10-21").await;
        assert!(letters.len() == 1 && letters[0].contains("20 octobre 2026"), "{letters:?}");
        app.at("2026-10-22T10:00");
        in_force(app, id).await;
        app.run_jobs().await;
        let mut tx = app.write().await;
        campaign(&mut tx, 2027).await;
        tx.commit().await.unwrap();
        run(app, "update campaign set closes_on = '2027-10-31' where year = 2027", &[]).await;
        assert!(letters_of(app, "2027-07-06").await.is_empty(), "61 days before");
        let letters = letters_of(app, "2027-07-07").await;
        assert!(letters.len() == 1 && letters[0].contains("/conventions/inscriptions"), "{letters:?}");
        assert!(letters_of(app, "2027-07-08").await.is_empty(), "told already");
    })
    .await;
}

async fn awaited(app: &App) -> Vec<(String, String)> {
    app.awaiting(Adelaide).await.into_iter().map(|it| (testkit::plain_spaced(&it.title), it.href)).collect()
}

#[tokio::test]
async fn what_awaits_each_side_is_shown_and_leads_where_it_is_done() {
    on_both(SERVICES, async |app| {
        let id = prepared(app).await;
        let client = academy(app).await;
        let tasks = awaited(app).await;
        assert_eq!(tasks.len(), 1);
        assert_eq!(tasks[0].0, "3 inscriptions à confirmer");
        assert!(client.get(&tasks[0].1).await.says("Commune de Montaubrac"));
        propose(app, id).await;
        assert!(awaited(app).await.is_empty(), "it was proposed today");
        app.at("2026-10-31T10:00");
        let client = academy(app).await;
        let tasks = awaited(app).await;
        assert_eq!(tasks[0].0, "1 convention sans réponse depuis 30 jours");
        assert!(client.get(&tasks[0].1).await.says("Commune de Montaubrac"));
        for (on, shown) in [("2026-10-31", 0), ("2026-10-25", 0), ("2026-10-24", 1)] {
            run(app, "update agreement set reminded_on = $1", args![on]).await;
            assert_eq!(awaited(app).await.len(), shown, "reminded on {on}");
        }
        mairie(app).await;
        let decide = ("Faire délibérer le conseil : convention 2026-2027".to_owned(), at(id, "/deliberation"));
        assert_eq!(awaited(app).await, [decide]);
        app.at("2026-12-10T10:00");
        mairie(app).await.upload(&at(id, "/deliberation"), &decision(&[]), &[]).await;
        assert_eq!(awaited(app).await, [("Signer la convention 2026-2027".to_owned(), at(id, "/signatures"))]);
    })
    .await;
}
