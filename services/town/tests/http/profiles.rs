//! Municipal profiles: asked for by anybody, granted by the académie until a day, over when it is over.

use crate::{MONTAUBRAC, SERVICES, answers, count, form, task};
use db::args;
use testkit::{App, Client, Page, Who::*, on_both};

const PUBLIC: &str = "/mairie/demande";
/// What is usually typed.
pub(crate) const MARIE: &[(&str, &str)] = &[
    ("town", "MONTAUBRAC"),
    ("department", "31"),
    ("first_name", "Marie"),
    ("last_name", "Dupont"),
    ("position", "Secrétaire de mairie"),
    ("email", "Marie.Dupont@mairie.example.fr"),
    ("role", "town-officer"),
];

/// Asks by the public page; answers the address of the request as the académie reads it.
async fn asked(app: &App) -> String {
    let answer = app.anonymous().post(PUBLIC, MARIE).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    app.by(Adelaide).await.get("/mairies/profils").await.link("Marie Dupont").unwrap()
}

async fn grant(client: &Client<'_>, profile: &str, changes: &[(&str, &str)]) -> Page {
    let usual = [("role", "town-officer"), ("scope", MONTAUBRAC), ("until", "2027-09-05"), ("way", "courriel")];
    client.post(&format!("{profile}/accord"), &form(&usual, changes)).await
}

/// How many tasks of communes are in force.
async fn in_force(app: &App) -> i64 {
    let sql = "select count(*) as n from account_grant where role in ('town-editor', 'town-officer') \
               and (until is null or until > $1)";
    count(app, sql, args![app.now()]).await
}

async fn night(app: &App, over: &str) {
    (town::profile_end::NIGHT.run)(app.house.clone(), over.to_owned()).await.unwrap();
}

#[tokio::test]
async fn a_request_is_granted_and_a_letter_tells_how_to_come_in() {
    on_both(SERVICES, async |app| {
        let profile = asked(app).await;
        let adelaide = app.by(Adelaide).await;
        let page = adelaide.get(&profile).await;
        assert!(page.says("Secrétaire de mairie") && page.says("Page publique"), "{}", page.text());
        assert_eq!(page.attributes("#f-until", "value"), ["2027-09-05"]);
        assert_eq!(grant(&adelaide, &profile, &[]).await.status, 303);
        assert_eq!(in_force(app).await, 1);
        app.run_jobs().await;
        let letters = app.letters();
        assert_eq!(letters.len(), 1);
        assert!(letters[0].contains("marie.dupont@mairie.example.fr"), "{}", letters[0]);
        assert!(letters[0].contains("marie.dupont") && letters[0].contains("code d’activation"), "{}", letters[0]);
        let audited = "select count(*) as n from audit where action in ('town-profile-asked', 'town-profile-granted')";
        assert_eq!(count(app, audited, &[]).await, 2);
        let page = adelaide.post(&format!("{profile}/courrier.pdf"), &[]).await;
        assert!(page.bytes.starts_with(b"%PDF"), "{}", page.status);
        // The task ends by itself.
        app.at("2027-09-06T00:00");
        assert_eq!(in_force(app).await, 0);
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_comes_back_with_all_that_was_typed() {
    on_both(SERVICES, async |app| {
        let visitor = app.anonymous();
        for (name, text) in [
            ("town", "Nullepart"),
            ("first_name", " "),
            ("last_name", ""),
            ("position", ""),
            ("email", "marie"),
            ("role", "academy-admin"),
            ("siret", "21310118100014"),
        ] {
            let answer = visitor.post(PUBLIC, &form(MARIE, &[(name, text)])).await;
            assert!(answer.status == 422 && answer.has(&format!("#f-{name}-error")), "{name}: {}", answer.text());
            assert_eq!(answer.attributes("#f-department", "value"), ["31"]);
        }
        assert_eq!(count(app, "select count(*) as n from town_profile", &[]).await, 0);
        let profile = asked(app).await;
        let adelaide = app.by(Adelaide).await;
        for (name, text) in
            [("until", ""), ("until", "2026-10-01"), ("until", "2027-09-06"), ("scope", "region"), ("role", "head")]
        {
            let answer = grant(&adelaide, &profile, &[(name, text)]).await;
            assert!(answer.status == 422 && answer.has(&format!("#f-{name}-error")), "{name}: {}", answer.text());
        }
        assert_eq!(in_force(app).await, 0);
    })
    .await;
}

#[tokio::test]
async fn whoever_asks_again_and_again_learns_nothing_and_changes_nothing() {
    on_both(SERVICES, async |app| {
        let visitor = app.anonymous();
        for _ in 0..5 {
            assert_eq!(visitor.post(PUBLIC, MARIE).await.status, 303);
        }
        assert_eq!(count(app, "select count(*) as n from town_profile", &[]).await, 1);
        for rank in 0..20 {
            let email = format!("agent{rank}@mairie.example.fr");
            assert_eq!(visitor.post(PUBLIC, &form(MARIE, &[("email", email.as_str())])).await.status, 303);
        }
        assert_eq!(count(app, "select count(*) as n from town_profile", &[]).await, 10);
    })
    .await;
}

#[tokio::test]
async fn a_refusal_says_why_and_is_final() {
    on_both(SERVICES, async |app| {
        let profile = asked(app).await;
        let adelaide = app.by(Adelaide).await;
        let refusal = format!("{profile}/refus");
        assert_eq!(adelaide.post(&refusal, &[("reason", "")]).await.status, 422);
        assert_eq!(adelaide.post(&refusal, &[("reason", "Pas de convention.")]).await.status, 303);
        app.run_jobs().await;
        assert!(app.letters()[0].contains("Pas de convention."));
        assert_eq!(grant(&adelaide, &profile, &[]).await.status, 409);
        assert_eq!(in_force(app).await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_profile_is_suspended_at_once_and_may_be_granted_again() {
    on_both(SERVICES, async |app| {
        let profile = asked(app).await;
        let adelaide = app.by(Adelaide).await;
        grant(&adelaide, &profile, &[]).await;
        let suspension = format!("{profile}/suspension");
        assert_eq!(adelaide.post(&suspension, &[("reason", " ")]).await.status, 422);
        assert_eq!(adelaide.post(&suspension, &[("reason", "Départ")]).await.status, 303);
        assert_eq!(in_force(app).await, 0);
        assert_eq!(adelaide.post(&suspension, &[("reason", "Départ")]).await.status, 409);
        assert_eq!(adelaide.post(&format!("{profile}/courrier.pdf"), &[]).await.status, 409);
        app.wait(1);
        assert_eq!(grant(&adelaide, &profile, &[("role", "town-editor")]).await.status, 303);
        assert_eq!(in_force(app).await, 1);
        assert_eq!(count(app, "select count(*) as n from account where name = 'Marie Dupont'", &[]).await, 1);
    })
    .await;
}

#[tokio::test]
async fn the_night_tells_of_an_end_a_month_before_and_notes_it_when_it_comes() {
    on_both(SERVICES, async |app| {
        let profile = asked(app).await;
        let adelaide = app.by(Adelaide).await;
        grant(&adelaide, &profile, &[("way", "papier")]).await;
        app.run_jobs().await;
        assert!(app.letters().is_empty(), "it is printed");
        app.at("2027-08-05T03:00");
        night(app, "2027-08-04").await;
        app.run_jobs().await;
        assert!(app.letters().is_empty(), "31 days before");
        app.at("2027-08-06T03:00");
        for _ in 0..2 {
            night(app, "2027-08-05").await;
        }
        app.run_jobs().await;
        assert_eq!(app.letters().len(), 1, "once");
        app.at("2027-09-06T03:00");
        night(app, "2027-09-05").await;
        let expired = "select count(*) as n from town_profile where state = 'expired'";
        assert_eq!(count(app, expired, &[]).await, 1);
        // Her own session did not outlive the year.
        assert!(app.by(Adelaide).await.get(&profile).await.says("Terminé le 5 septembre 2027"));
    })
    .await;
}

#[tokio::test]
async fn the_same_person_of_two_communes_has_one_account_and_another_at_the_same_address_has_another() {
    on_both(SERVICES, async |app| {
        let first = asked(app).await;
        let adelaide = app.by(Adelaide).await;
        grant(&adelaide, &first, &[]).await;
        let written = adelaide.post("/mairies/profils", &form(MARIE, &[("town", "Sainte-Foy")])).await;
        let second = written.location().unwrap();
        grant(&adelaide, &second, &[("scope", "town:031:sainte-foy")]).await;
        let accounts = "select count(distinct account_id) as n from town_profile where account_id is not null";
        assert_eq!(count(app, accounts, &[]).await, 1);
        let colleague = form(MARIE, &[("first_name", "Jean")]);
        let third = adelaide.post("/mairies/profils", &colleague).await.location().unwrap();
        grant(&adelaide, &third, &[]).await;
        assert_eq!(count(app, accounts, &[]).await, 2);
    })
    .await;
}

#[tokio::test]
async fn another_academie_decides_nothing() {
    on_both(SERVICES, async |app| {
        let profile = asked(app).await;
        task(app, "academy-admin", "academy:11").await;
        let other = app.by(Adelaide).await;
        answers(app, &profile, 404, &[Adelaide]).await;
        assert!(other.get("/mairies/profils").await.link("Marie Dupont").is_none());
        assert_eq!(grant(&other, &profile, &[]).await.status, 404);
        for (noun, fields) in [("refus", [("reason", "Non")]), ("suspension", [("reason", "Non")])] {
            assert_eq!(other.post(&format!("{profile}/{noun}"), &fields).await.status, 404);
        }
        let written = other.post("/mairies/profils", MARIE).await;
        assert!(written.status == 422 && written.has("#f-town-error"), "{}", written.text());
        assert_eq!(written.attributes("#f-first_name", "value"), ["Marie"], "nothing typed is lost");
        answers(app, "/mairies/profils", 404, &[Helene, Claire, Thomas, Agnes, Zoe]).await;
        task(app, "town-officer", MONTAUBRAC).await;
        answers(app, "/mairies/profils", 404, &[Adelaide]).await;
        answers(app, &profile, 404, &[Adelaide]).await;
    })
    .await;
}

#[tokio::test]
async fn a_commune_typed_with_a_slip_is_offered_the_near_name() {
    on_both(SERVICES, async |app| {
        let typed = crate::form(MARIE, &[("town", "Montobrac")]);
        let answer = app.anonymous().post("/mairie/demande", &typed).await;
        assert!(answer.status == 422 && answer.says("Vouliez-vous dire : Montaubrac ?"), "{}", answer.text());
        let typed = crate::form(MARIE, &[("town", "Zanzibarre")]);
        let answer = app.anonymous().post("/mairie/demande", &typed).await;
        assert!(answer.says("Aucune école n’est connue pour cette commune ou ce groupement."), "{}", answer.text());
    })
    .await;
}
