//! What has had its time is erased at night, and that is proved.

use crate::{SERVICES, change, count, night, officer, task};
use db::args;
use testkit::{App, Who::*, on_both};

/// A notice to somebody, and a job that failed for good, both now.
async fn leave_traces(app: &App) {
    let now = app.now();
    change(app, "insert into mail_bounce (email, at) values ('perdue@example.org', $1)", args![now]).await;
    change(
        app,
        "insert into job (id, kind, payload, run_at, attempts, failed_at, failure) \
         values (unhex('01970000000070008000000000007777'), 'mail.send', '', $1, 8, $1, 'refusée')",
        args![now],
    )
    .await;
}

#[tokio::test]
async fn a_night_erases_what_is_past_its_time_and_nothing_else() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        drop(app.by(Claire).await);
        leave_traces(app).await;
        let sessions = count(app, "select count(*) as n from session").await;
        app.at("2026-10-20T03:00");
        night(app, "2026-10-19").await;
        // Nineteen days later all of it is still in its time.
        assert_eq!(count(app, "select count(*) as n from session").await, sessions);
        assert_eq!(count(app, "select count(*) as n from job where failed_at is not null").await, 1);
        app.at("2026-11-20T03:00");
        night(app, "2026-11-19").await;
        assert_eq!(count(app, "select count(*) as n from session").await, 0);
        assert_eq!(count(app, "select count(*) as n from job where failed_at is not null").await, 0);
        assert_eq!(count(app, "select count(*) as n from mail_bounce").await, 1);
        let page = officer(app).await.get("/conservation").await;
        assert!(page.says("19 novembre 2026") && page.says("Connexions terminées"), "{}", page.text());
        assert!(!page.says("en retard"), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn the_same_night_twice_is_one_proof() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        drop(app.by(Claire).await);
        app.at("2026-12-01T03:00");
        night(app, "2026-11-30").await;
        night(app, "2026-11-30").await;
        let proofs = "select count(*) as n from retention_run where topic = 'sessions'";
        assert_eq!(count(app, proofs).await, 1);
        let erased = "select erased as n from retention_run where topic = 'sessions'";
        assert_eq!(count(app, erased).await, 1);
        let paper = officer(app).await.get("/conservation.pdf").await;
        assert!(paper.bytes.starts_with(b"%PDF-"));
    })
    .await;
}

#[tokio::test]
async fn a_night_that_does_not_come_is_late() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-02T03:00");
        night(app, "2026-10-01").await;
        app.at("2026-10-05T09:00");
        let page = officer(app).await.get("/conservation").await;
        assert!(page.says("En retard : la dernière nuit n’a pas abouti"), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn the_region_runs_the_night_at_once_and_reads_what_no_rule_erases() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-02T10:00");
        let dpo = officer(app).await;
        let page = dpo.post_then("/conservation/maintenant", &[]).await;
        assert!(page.says("L’effacement est lancé.") && page.says("jusqu’à l’archive de l’année"), "{}", page.text());
        app.run_jobs().await;
        assert!(count(app, "select count(*) as n from retention_run where day = '2026-10-01'").await > 5);
        let academy = task(app, "academy-admin", "academy:16").await;
        assert_eq!(academy.post("/conservation/maintenant", &[]).await.status, 403);
    })
    .await;
}

#[tokio::test]
async fn the_region_chooses_within_bounds() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        let dpo = officer(app).await;
        let page = dpo.post("/conservation", &[("regle", "audit"), ("jours", "30")]).await;
        assert_eq!(page.status, 422);
        assert!(page.says("Il faut un nombre de jours entre 180 et 1095."), "{}", page.text());
        assert_eq!(page.attributes("input[name=jours]", "value"), ["30"]);
        let page = dpo.post_then("/conservation", &[("regle", "audit"), ("jours", "200")]).await;
        assert!(page.says("200 jours"), "{}", page.text());
        let detail =
            "select count(*) as n from audit where action = 'retention-changed' and detail = 'audit : 365 → 200'";
        assert_eq!(count(app, detail).await, 1);
        assert_eq!(dpo.post("/conservation", &[("regle", "rien"), ("jours", "200")]).await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn an_academy_sees_the_schedule_and_does_not_choose() {
    on_both(SERVICES, async |app| {
        let academy = task(app, "academy-admin", "academy:16").await;
        let page = academy.get("/conservation").await;
        assert_eq!(page.status, 200);
        assert!(!page.has("form[action='/conservation']"));
        let answer = academy.post("/conservation", &[("regle", "audit"), ("jours", "200")]).await;
        assert_eq!(answer.status, 403);
    })
    .await;
}
