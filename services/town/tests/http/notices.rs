//! Notices: who reads them, when, what is refused, taking them back.

use crate::{MONTAUBRAC, SAINTE_FOY, SERVICES, answers, count, editor, form, school, task};
use db::args;
use testkit::{App, Client, Page, Place, Who::*, on_both};

/// Sends a notice to Les Tilleuls.
pub(crate) async fn send(client: &Client<'_>, changes: &[(&str, &str)]) -> Page {
    let tilleuls = school(Place::Tilleuls);
    let usual = [
        ("commune", MONTAUBRAC),
        ("ecoles", tilleuls.as_str()),
        ("kind", "fermeture"),
        ("title", "Cantine fermée"),
        ("body", "Une panne ferme la cuisine."),
        ("first", "2026-10-08"),
    ];
    client.post("/ma-commune/avis", &form(&usual, changes)).await
}

/// Sends a notice; answers its address.
pub(crate) async fn sent(client: &Client<'_>, changes: &[(&str, &str)]) -> String {
    let answer = send(client, changes).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    answer.location().unwrap()
}

#[tokio::test]
async fn families_of_the_school_read_it_and_those_who_work_there_but_no_pupil() {
    on_both(SERVICES, async |app| {
        let notice = sent(&editor(app).await, &[("offers", "cantine")]).await;
        answers(app, &notice, 200, &[Paul, Claire, Samia, Karim, Helene, Thomas, Rose, Agnes, Adelaide]).await;
        answers(app, &notice, 404, &[Zoe, Tom, Lina, Hector, Thea, Enzo, Perrine]).await;
        let page = app.by(Claire).await.get(&notice).await;
        assert!(page.says("Fermeture · Commune · Montaubrac") && page.says("jeudi 8 octobre"), "{}", page.text());
        assert!(page.says("Concerne : Cantine") && page.says("Une panne ferme la cuisine."), "{}", page.text());
        assert!(!page.says("Retirer l’avis"));
        for who in [Claire, Thomas] {
            assert!(app.by(who).await.get("/cantine").await.link("Cantine fermée").is_some(), "{who:?}");
        }
        for who in [Zoe, Perrine] {
            assert!(app.by(who).await.get("/cantine").await.link("Cantine fermée").is_none(), "{who:?}");
        }
        app.at("2026-10-09T10:00");
        assert!(app.by(Claire).await.get("/cantine").await.link("Cantine fermée").is_none(), "it is over");
    })
    .await;
}

#[tokio::test]
async fn it_waits_for_the_hours_unless_it_is_urgent() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-03T10:00");
        let editor = editor(app).await;
        assert!(editor.get("/ma-commune/avis/nouveau").await.says("Sera remis lundi à 7 h"));
        let notice = sent(&editor, &[]).await;
        answers(app, &notice, 404, &[Claire, Helene]).await;
        assert!(editor.get(&notice).await.says("Sera remis lundi à 7 h"));
        let refused = send(&editor, &[("urgent", "on"), ("reason", " ")]).await;
        assert!(refused.status == 422 && refused.has("#f-reason-error"), "{}", refused.text());
        let urgent = sent(&editor, &[("urgent", "on"), ("reason", "Fuite de gaz")]).await;
        answers(app, &urgent, 200, &[Claire, Helene]).await;
        let audit = "select count(*) as n from audit where action = 'sent-urgently' and detail = $1";
        assert_eq!(count(app, audit, args!["Fuite de gaz"]).await, 1);
        app.at("2026-10-05T07:00");
        answers(app, &notice, 200, &[Claire, Helene]).await;
        assert!(!app.by(Claire).await.get(&urgent).await.says("Fuite de gaz"), "the reason is for those in charge");
    })
    .await;
}

#[tokio::test]
async fn an_officer_writes_but_does_not_hurry() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-03T10:00");
        task(app, "town-officer", MONTAUBRAC).await;
        let officer = app.by(Adelaide).await;
        assert!(!officer.get("/ma-commune/avis/nouveau").await.has("[name=urgent]"));
        let refused = send(&officer, &[("urgent", "on"), ("reason", "Vite")]).await;
        assert_eq!(refused.status, 403);
        assert_eq!(count(app, "select count(*) as n from town_notice", &[]).await, 0);
        assert_eq!(send(&officer, &[]).await.status, 303);
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_comes_back_with_all_that_was_typed() {
    on_both(SERVICES, async |app| {
        let editor = editor(app).await;
        for (change, field) in [
            (("title", ""), "title"),
            (("body", " "), "body"),
            (("kind", "fete"), "kind"),
            (("first", "2026-02-30"), "first"),
            (("last", "2026-10-07"), "last"),
            (("first", "2026-09-30"), "last"),
            (("ecoles", "0"), "ecoles"),
        ] {
            let answer = send(&editor, &[change]).await;
            assert_eq!(answer.status, 422, "{change:?}");
            assert!(answer.has(&format!("#f-{field}-error")), "{change:?}: {}", answer.text());
            if change.0 != "title" {
                assert_eq!(answer.attributes("#f-title", "value"), ["Cantine fermée"], "{change:?}");
            }
        }
        assert_eq!(count(app, "select count(*) as n from thing", &[]).await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_notice_is_withdrawn_with_a_reason_by_those_who_run_the_commune() {
    on_both(SERVICES, async |app| {
        let editor = editor(app).await;
        let notice = sent(&editor, &[]).await;
        let withdrawal = format!("{notice}/retrait");
        answers(app, &withdrawal, 403, &[Claire, Helene, Thomas]).await;
        answers(app, &withdrawal, 404, &[Zoe, Perrine, Hector]).await;
        assert_eq!(app.by(Claire).await.post(&withdrawal, &[("reason", "Non")]).await.status, 403);
        let refused = editor.post(&withdrawal, &[("reason", " ")]).await;
        assert!(refused.status == 422 && refused.has("#f-reason-error"));
        let page = editor.post_then(&withdrawal, &[("reason", "La panne est réparée.")]).await;
        assert!(page.says("La panne est réparée."), "{}", page.text());
        answers(app, &notice, 404, &[Claire, Helene]).await;
        assert!(app.by(Claire).await.get("/cantine").await.link("Cantine fermée").is_none());
        assert_eq!(editor.post(&withdrawal, &[("reason", "Encore")]).await.status, 409);
        task(app, "town-editor", SAINTE_FOY).await;
        answers(app, &notice, 404, &[Adelaide]).await;
    })
    .await;
}

#[tokio::test]
async fn every_school_of_a_commune_is_one_share_for_each_profile() {
    on_both(SERVICES, async |app| {
        let before = shares(app).await;
        sent(&editor(app).await, &[]).await;
        assert_eq!(shares(app).await, before + 3, "families, staff, those the commune employs");
    })
    .await;
}

async fn shares(app: &App) -> i64 {
    count(app, "select count(*) as n from share", &[]).await
}

#[tokio::test]
async fn an_information_is_read_but_alerts_nobody() {
    on_both(SERVICES, async |app| {
        let editor = editor(app).await;
        let alerts = "select count(*) as n from outing where state = 'waiting'";
        let before = count(app, alerts, &[]).await;
        let notice = sent(&editor, &[("kind", "information")]).await;
        assert!(app.by(Claire).await.get(&notice).await.says("Information · Commune · Montaubrac"));
        assert_eq!(count(app, alerts, &[]).await, before);
    })
    .await;
}
