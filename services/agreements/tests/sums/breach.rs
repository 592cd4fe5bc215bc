//! A breach, from formal notice to court: each step, its deadlines, what is refused, on both sides.

use crate::{NOTICE, OFFICER, SERVICES, convention, count, enter, path, state, text};
use db::args;
use testkit::{App, Page, Who::Adelaide, on_both};

/// Sends a step of the académie on a day.
async fn step(app: &App, id: agreements::AgreementId, act: &str, fields: &[(&str, &str)]) -> Page {
    enter(&app.by(Adelaide).await, id, act, fields).await
}

fn refused(page: &Page, words: &str) {
    assert_eq!(page.status, 422, "{}", page.text());
    assert!(page.says(words), "{words}: {}", page.text());
}

fn done(page: &Page) {
    assert_eq!(page.status, 303, "{}", page.text());
}

#[tokio::test]
async fn a_notice_opens_a_month_of_conciliation() {
    on_both(SERVICES, async |app| {
        let id = convention(app).await;
        done(&step(app, id, "", &NOTICE).await);
        assert_eq!(state(app, id).await, "notice");
        let page = app.by(Adelaide).await.get(&path(id, "manquement")).await;
        for words in [
            "Mise en demeure par l’académie, le 1er octobre 2026",
            "Le débit du raccordement ne suffit pas.",
            "Conciliation à tenir au plus tard le 1er novembre 2026",
            "Dans 31 jours",
            "jamais remboursées",
        ] {
            assert!(page.says(words), "{words}: {}", page.text());
        }
        let page = app.by(OFFICER).await.get(&path(id, "manquement")).await;
        assert!(page.says("Conciliation à tenir au plus tard le 1er novembre 2026"), "its authority reads it too");
    })
    .await;
}

#[tokio::test]
async fn a_notice_wants_its_day_its_party_and_its_grievances() {
    on_both(SERVICES, async |app| {
        let id = convention(app).await;
        let typed = [("jour-mise-en-demeure", "2026-10-02"), ("griefs", "Le débit.")];
        let page = step(app, id, "", &typed).await;
        refused(&page, "Choisissez qui met en demeure.");
        assert!(page.says("Ce jour n’est pas encore venu."));
        assert_eq!(page.texts("#f-griefs"), ["Le débit."]);
        assert_eq!(page.attributes("#f-jour-mise-en-demeure", "value"), ["2026-10-02"]);
        refused(&step(app, id, "", &[NOTICE[0], NOTICE[1]]).await, "Décrivez les manquements reprochés.");
        let early = [NOTICE[0], ("jour-mise-en-demeure", "2026-09-01"), NOTICE[2]];
        refused(&step(app, id, "", &early).await, "Ce jour ne peut pas précéder le 15 septembre 2026.");
        let received = [&NOTICE[..], &[("recu", "2026-09-30")][..]].concat();
        refused(&step(app, id, "", &received).await, "Ce jour ne peut pas précéder le 1er octobre 2026.");
        assert_eq!(state(app, id).await, "active");
    })
    .await;
}

#[tokio::test]
async fn no_step_comes_before_a_notice() {
    on_both(SERVICES, async |app| {
        let id = convention(app).await;
        for (act, field) in [
            ("reception", "jour-reception"),
            ("conciliation", "jour-conciliation"),
            ("accord", "jour-accord"),
            ("resiliation", "jour-resiliation"),
        ] {
            let page = step(app, id, act, &[(field, "2026-10-01"), ("motifs", "Rien n’est fait.")]).await;
            refused(&page, "Aucune mise en demeure n’est en cours : commencez par elle.");
        }
        let page = step(app, id, "tribunal", &[("jour-tribunal", "2026-10-01")]).await;
        refused(&page, "Le tribunal se saisit après une lettre de résiliation");
        assert_eq!(count(app, "select count(*) as n from breach", &[]).await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_second_notice_waits_for_the_first_to_be_settled() {
    on_both(SERVICES, async |app| {
        let id = convention(app).await;
        done(&step(app, id, "", &NOTICE).await);
        refused(&step(app, id, "", &NOTICE).await, "sans autre manquement en cours");
        app.at("2026-10-09T10:00");
        done(&step(app, id, "accord", &[("jour-accord", "2026-10-08")]).await);
        assert_eq!(state(app, id).await, "active");
        done(&step(app, id, "", &[NOTICE[0], ("jour-mise-en-demeure", "2026-10-09"), NOTICE[2]]).await);
        let page = app.by(Adelaide).await.get(&path(id, "manquement")).await;
        assert_eq!(page.texts("section > h2").iter().filter(|it| it.starts_with("Mise en demeure par")).count(), 2);
        assert!(page.says("Conciliation à tenir au plus tard le 9 novembre 2026"), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn conciliation_is_planned_then_settles_it() {
    on_both(SERVICES, async |app| {
        let id = convention(app).await;
        done(&step(app, id, "", &NOTICE).await);
        let day = ("jour-conciliation", "2026-10-20");
        refused(
            &step(app, id, "conciliation", &[("jour-conciliation", "2026-11-02")]).await,
            "au plus tard le 1er novembre 2026",
        );
        refused(&step(app, id, "conciliation", &[day, ("issue", "agreed")]).await, "une fois la réunion tenue");
        done(&step(app, id, "conciliation", &[day, ("issue", "")]).await);
        assert_eq!(state(app, id).await, "conciliation");
        app.at("2026-10-21T09:00");
        let page = app.by(OFFICER).await.get(&path(id, "manquement")).await;
        assert_eq!(page.attributes("#f-jour-conciliation", "value"), ["2026-10-20"], "the day planned is there");
        // Either party may say what it came to.
        done(&enter(&app.by(OFFICER).await, id, "conciliation", &[day, ("issue", "agreed")]).await);
        assert_eq!(state(app, id).await, "active");
        let settled = text(app, "select settled_on from breach where agreement_id = $1", args![id]).await;
        assert_eq!(settled, "2026-10-20");
    })
    .await;
}

#[tokio::test]
async fn termination_waits_for_conciliation_or_for_its_month() {
    on_both(SERVICES, async |app| {
        let id = convention(app).await;
        done(&step(app, id, "", &NOTICE).await);
        app.at("2026-11-01T10:00");
        let early = [("jour-resiliation", "2026-11-01"), ("motifs", "Rien n’a changé.")];
        let page = step(app, id, "resiliation", &early).await;
        refused(&page, "Enregistrez son échec, ou attendez la fin du mois prévu pour elle, le 1er novembre 2026.");
        assert!(!page.has("form[action$='/resiliation']"), "the form comes once it may be sent");
        app.at("2026-11-02T10:00");
        refused(&step(app, id, "resiliation", &[("jour-resiliation", "2026-11-02")]).await, "Donnez les motifs");
        done(&step(app, id, "resiliation", &[("jour-resiliation", "2026-11-02"), early[1]]).await);
        assert_eq!(state(app, id).await, "termination-notice");
        assert_eq!(text(app, "select ended_on from agreement where id = $1", args![id]).await, "2026-11-17");
        let page = app.by(OFFICER).await.get(&path(id, "manquement")).await;
        assert!(page.says("La résiliation prend effet le 17 novembre 2026") && page.says("Dans 15 jours"));
        assert!(page.says("le tribunal peut être saisi à partir du 2 décembre 2026"), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn a_failed_conciliation_opens_termination_at_once() {
    on_both(SERVICES, async |app| {
        let id = convention(app).await;
        done(&step(app, id, "", &NOTICE).await);
        app.at("2026-10-10T10:00");
        done(&step(app, id, "conciliation", &[("jour-conciliation", "2026-10-09"), ("issue", "failed")]).await);
        assert_eq!(state(app, id).await, "conciliation");
        let again = [("jour-conciliation", "2026-10-10"), ("issue", "agreed")];
        refused(&step(app, id, "conciliation", &again).await, "déjà enregistrée");
        let before = [("jour-resiliation", "2026-10-08"), ("motifs", "Échec.")];
        refused(&step(app, id, "resiliation", &before).await, "Ce jour ne peut pas précéder le 9 octobre 2026.");
        done(&step(app, id, "resiliation", &[("jour-resiliation", "2026-10-10"), ("motifs", "Échec.")]).await);
        assert_eq!(text(app, "select ended_on from agreement where id = $1", args![id]).await, "2026-10-25");
        refused(&step(app, id, "accord", &[("jour-accord", "2026-10-10")]).await, "cette étape est passée");
    })
    .await;
}

#[tokio::test]
async fn the_court_is_asked_a_month_after_the_letter_and_once() {
    on_both(SERVICES, async |app| {
        app.at("2027-01-31T10:00");
        let id = convention(app).await;
        done(&step(app, id, "", &[NOTICE[0], ("jour-mise-en-demeure", "2027-01-31"), NOTICE[2]]).await);
        done(&step(app, id, "conciliation", &[("jour-conciliation", "2027-01-31"), ("issue", "failed")]).await);
        done(&step(app, id, "resiliation", &[("jour-resiliation", "2027-01-31"), ("motifs", "Échec.")]).await);
        app.at("2027-03-01T10:00");
        let early = [("jour-tribunal", "2027-02-27")];
        refused(&step(app, id, "tribunal", &early).await, "le tribunal peut être saisi à partir du 28 février 2027");
        done(&enter(&app.by(OFFICER).await, id, "tribunal", &[("jour-tribunal", "2027-02-28")]).await);
        refused(&step(app, id, "tribunal", &[("jour-tribunal", "2027-03-01")]).await, "une seule fois");
        let told = "select count(*) as n from agreement_step where agreement_id = $1 and verb = 'went-to-court'";
        assert_eq!(count(app, told, args![id]).await, 1);
    })
    .await;
}

#[tokio::test]
async fn an_authority_gives_notice_for_itself_and_ends_on_its_own_notice_alone() {
    on_both(SERVICES, async |app| {
        let id = convention(app).await;
        let officer = app.by(OFFICER).await;
        // Whatever it says, it speaks for itself.
        done(&enter(&officer, id, "", &NOTICE).await);
        assert_eq!(text(app, "select by_party from breach where agreement_id = $1", args![id]).await, "authority");
        app.at("2026-10-03T10:00");
        done(&enter(&officer, id, "accord", &[("jour-accord", "2026-10-03")]).await);
        app.at("2026-10-04T10:00");
        done(&step(app, id, "", &NOTICE).await);
        done(&step(app, id, "conciliation", &[("jour-conciliation", "2026-10-04"), ("issue", "failed")]).await);
        let letter = [("jour-resiliation", "2026-10-04"), ("motifs", "Échec.")];
        let officer = app.by(OFFICER).await;
        assert!(!officer.get(&path(id, "manquement")).await.has("form[action$='/resiliation']"));
        assert_eq!(enter(&officer, id, "resiliation", &letter).await.status, 403, "on the notice of the académie");
        assert_eq!(state(app, id).await, "conciliation");
    })
    .await;
}

#[tokio::test]
async fn scans_are_kept_and_read_by_both_sides() {
    on_both(SERVICES, async |app| {
        let id = convention(app).await;
        let adelaide = app.by(Adelaide).await;
        let scan: (&str, &str, &[u8]) = ("scan-mise-en-demeure", "lettre.pdf", b"%PDF-1.4\n1 0 obj\nendobj\n%%EOF");
        done(&adelaide.upload(&path(id, "manquement"), &NOTICE, &[scan]).await);
        let officer = app.by(OFFICER).await;
        let page = officer.get(&path(id, "manquement")).await;
        let link = page.link("lettre.pdf").unwrap();
        let file = officer.get(&link).await;
        assert_eq!((file.status, &file.bytes[..5]), (200, &b"%PDF-"[..]));
        assert_eq!(app.by(crate::OTHER_OFFICER).await.get(&link).await.status, 404);
        let sheet: (&str, &str, &[u8]) = ("scan-reception", "avis.exe", b"MZ\x90\x00 not a paper");
        let page =
            adelaide.upload(&path(id, "manquement/reception"), &[("jour-reception", "2026-10-01")], &[sheet]).await;
        assert_eq!(page.status, 422, "{}", page.text());
        done(&enter(&adelaide, id, "reception", &[("jour-reception", "2026-10-01")]).await);
        assert!(adelaide.get(&path(id, "manquement")).await.says("Mise en demeure reçue"));
    })
    .await;
}
