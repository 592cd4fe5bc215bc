//! On the day said all is erased, and that is proved without a name.

use crate::{SERVICES, change, count, erase, gone, night, reached};
use commons::limitation::{self, Topic};
use db::args;
use testkit::{App, Place::Tilleuls, Who, Who::*, on_both};

const PROOF: &str = "/annuaire/effacements";

async fn kept(app: &App, who: Who) -> (i64, i64) {
    let person = count(app, "select count(*) as n from person where id = $1", args![who.person()]).await;
    (person, count(app, "select count(*) as n from account where id = $1", args![who.account()]).await)
}

/// Somebody leaves on the first of October, and each night that matters passes.
async fn left(app: &App, who: Who) {
    app.at("2026-10-01T10:00");
    gone(app, who).await;
    for when in ["2026-10-02T03:00", "2026-11-30T03:00", "2026-12-23T03:00"] {
        night(app, when).await;
    }
}

#[tokio::test]
async fn whoever_left_is_erased_on_the_day_said_and_told_so() {
    on_both(SERVICES, async |app| {
        reached(app, Claire, "claire.fabre@example.org").await;
        left(app, Claire).await;
        app.at("2026-12-29T04:00");
        erase(app).await;
        assert_eq!(kept(app, Claire).await, (1, 1));
        // Who is leaving is counted before, without a name.
        let page = app.by(Adelaide).await.get(PROOF).await;
        assert!(page.says("Départs en cours") && page.says("30 décembre 2026"), "{}", page.text());
        assert!(!page.says("Fabre") && !page.says("FABRE"), "{}", page.text());
        app.at("2026-12-30T04:00");
        erase(app).await;
        assert_eq!(kept(app, Claire).await, (0, 0));
        let letters = app.letters();
        assert!(letters[3].contains("ont été effacées le 30 décembre 2026"), "{}", letters[3]);
        for left in [
            "select count(*) as n from departure",
            "select count(*) as n from guardianship where adult_id not in (select id from person)",
            "select count(*) as n from job where payload like '%fabre%'",
        ] {
            assert_eq!(count(app, left, &[]).await, 0, "{left}");
        }
        let page = app.by(Adelaide).await.get(PROOF).await;
        assert!(page.says("30 décembre 2026") && page.says("Annuaire, comptes, signatures"), "{}", page.text());
        let file = app.by(Adelaide).await.get("/annuaire/effacements.csv").await;
        assert!(file.html().contains("2026-12-30;1;"), "{}", file.html());
        let run =
            "select count(*) as n from retention_run where topic = 'accounts-gone' and erased = 1 and left_over = 0";
        assert_eq!(count(app, run, &[]).await, 1);
        // Twice is the same as once.
        erase(app).await;
        assert_eq!(count(app, "select pupils + guardians + staff as n from erasure_day", &[]).await, 1);
    })
    .await;
}

#[tokio::test]
async fn where_nobody_leaves_the_page_says_so_and_shows_the_days_that_hold() {
    on_both(SERVICES, async |app| {
        let page = app.by(Adelaide).await.get(PROOF).await;
        assert!(page.says("Départs en cours Aucun départ en cours."), "{}", page.text());
        assert!(page.says("Élève 30 jours 90 jours"), "{}", page.text());
        let page = app.by(Adelaide).await.get(&format!("{PROOF}?profil=guest")).await;
        assert_eq!(page.attributes("option[selected]", "value"), ["guest"]);
        assert_eq!(page.attributes("input[name=fermeture]", "value"), ["15"]);
        assert_eq!(app.by(Adelaide).await.get(&format!("{PROOF}?profil=nimporte")).await.status, 200);
    })
    .await;
}

#[tokio::test]
async fn nobody_is_erased_without_having_been_told() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        reached(app, Claire, "claire.fabre@example.org").await;
        gone(app, Claire).await;
        night(app, "2026-10-02T03:00").await;
        // The house stood still for months.
        app.at("2027-02-01T04:00");
        erase(app).await;
        assert_eq!(kept(app, Claire).await, (1, 1));
        night(app, "2027-02-02T03:00").await;
        erase(app).await;
        assert_eq!(kept(app, Claire).await, (1, 1));
        // The school reads why the day is another one.
        let page = app.by(Helene).await.get(&format!("/ecoles/{}/departs", Tilleuls.id())).await;
        assert!(page.says("Effacement le 9 février 2027."), "{}", page.text());
        assert!(page.says("Effacement reporté : la personne n’a pas pu être prévenue à temps."), "{}", page.text());
        app.at("2027-02-09T04:00");
        erase(app).await;
        assert_eq!(kept(app, Claire).await, (0, 0));
    })
    .await;
}

#[tokio::test]
async fn whoever_left_long_ago_has_thirty_days_all_the_same() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        gone(app, Claire).await;
        night(app, "2027-03-01T03:00").await;
        let day = "select count(*) as n from departure where erases_on = '2027-03-31' and closes_on = '2027-03-08'";
        assert_eq!(count(app, day, &[]).await, 1);
    })
    .await;
}

#[tokio::test]
async fn what_is_restricted_is_kept() {
    on_both(SERVICES, async |app| {
        let mut tx = app.write().await;
        limitation::grant(&mut tx, Adelaide.account(), Claire.person(), Topic::All, "Litige en cours.").await.unwrap();
        tx.commit().await.unwrap();
        left(app, Claire).await;
        app.at("2027-01-15T04:00");
        erase(app).await;
        assert_eq!(kept(app, Claire).await, (1, 1));
    })
    .await;
}

#[tokio::test]
async fn somebody_of_the_team_stays_without_a_name() {
    on_both(SERVICES, async |app| {
        left(app, Rose).await;
        app.at("2027-01-15T04:00");
        erase(app).await;
        assert_eq!(kept(app, Rose).await, (1, 0));
        let unnamed = "select count(*) as n from person where id = $1 and first_name = 'Ancien personnel' \
                       and last_name = '' and jointure is null and email is null and erased_at is not null";
        assert_eq!(count(app, unnamed, args![Rose.person()]).await, 1);
        // It begins no second departure.
        night(app, "2027-01-16T03:00").await;
        assert_eq!(count(app, "select count(*) as n from departure", &[]).await, 0);
    })
    .await;
}

#[tokio::test]
async fn an_academy_chooses_within_bounds_for_those_who_leave_from_then_on() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        let adelaide = app.by(Adelaide).await;
        let typed = [("academie", "16"), ("profil", "guardian"), ("fermeture", "10"), ("effacement", "91")];
        let page = adelaide.post(PROOF, &typed).await;
        assert!(page.status == 422 && page.says("Il faut un nombre de jours de 30 à 90."), "{}", page.text());
        assert_eq!(page.attributes("input[name=effacement]", "value"), ["91"]);
        let typed = [("academie", "16"), ("profil", "guardian"), ("fermeture", "10"), ("effacement", "40")];
        let page = adelaide.post_then(PROOF, &typed).await;
        assert!(page.says("Les délais sont changés.") && page.says("40 jours"), "{}", page.text());
        // The form stands on the profile just changed, with its days.
        assert_eq!(page.attributes("option[selected]", "value"), ["guardian"]);
        assert_eq!(page.attributes("input[name=fermeture]", "value"), ["10"]);
        assert_eq!(page.attributes("input[name=effacement]", "value"), ["40"]);
        gone(app, Claire).await;
        night(app, "2026-10-02T03:00").await;
        let day = "select count(*) as n from departure where erases_on = '2026-11-10' and closes_on = '2026-10-11'";
        assert_eq!(count(app, day, &[]).await, 1);
        let audited = "select count(*) as n from audit where action = 'grace-changed'";
        assert_eq!(count(app, audited, &[]).await, 1);
        let other = [("academie", "11"), ("profil", "guardian"), ("fermeture", "10"), ("effacement", "40")];
        assert_eq!(adelaide.post(PROOF, &other).await.status, 404);
        change(app, "update account_grant set role = 'help-agent'", &[]).await;
        assert_eq!(app.by(Adelaide).await.get(PROOF).await.status, 404);
    })
    .await;
}
