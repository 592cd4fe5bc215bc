//! The head names a deputy until a day: told, journalled, ended by itself or before.

use crate::{SERVICES, THURSDAY, answers, audited, may, of_school};
use school::{Right, account};
use testkit::{
    App,
    Classroom::{Ce, Cp},
    Page,
    Who::{self, *},
    on_both,
};

/// The head names somebody.
async fn named(app: &App, who: Who, last: &str) -> Page {
    let fields = [("person", &*who.person().to_string()), ("last", last)];
    app.by(Helene).await.post(&of_school("/delegations"), &fields).await
}

/// Where the last delegation is ended or known.
async fn act(app: &App, who: Who) -> String {
    let page = app.by(who).await.get(&of_school("/delegations")).await;
    page.attributes("main form[action*='/delegations/']", "action").concat()
}

#[tokio::test]
async fn a_deputy_acts_over_all_classes_until_the_evening_of_the_last_day() {
    on_both(SERVICES, async |app| {
        app.at(THURSDAY);
        assert!(!may(app, Thomas, Right::OpenClass, Ce).await);
        answers(app, &of_school("/remplacements"), 404, &[Thomas]).await;
        assert_eq!(named(app, Thomas, "2026-10-09").await.status, 303);
        assert_eq!(audited(app, Helene, "head-named").await, 1);
        assert!(may(app, Thomas, Right::OpenClass, Ce).await && may(app, Thomas, Right::AttachTeachers, Cp).await);
        answers(app, &of_school("/remplacements"), 200, &[Thomas]).await;
        // The settings stay with the head, and so does naming others.
        answers(app, &of_school("/reglages"), 404, &[Thomas]).await;
        let fields = [("person", &*Rose.person().to_string()), ("last", "2026-10-09")];
        let others = app.by(Thomas).await.post(&of_school("/delegations"), &fields).await;
        assert_eq!(others.status, 403, "{}", others.text());
        let page = app.by(Helene).await.get(&of_school("/delegations")).await;
        assert!(page.says("Thomas ROUX En cours Agit au nom de la direction"), "{}", page.text());
        assert!(page.says("jusqu’au 9 octobre 2026 inclus"), "{}", page.text());
        app.at("2026-10-09T23:59");
        answers(app, &of_school("/remplacements"), 200, &[Thomas]).await;
        app.at("2026-10-10T00:00");
        answers(app, &of_school("/remplacements"), 404, &[Thomas]).await;
        answers(app, &of_school("/delegations"), 404, &[Thomas]).await;
        assert!(!may(app, Thomas, Right::OpenClass, Ce).await);
        let page = app.by(Helene).await.get(&of_school("/delegations")).await;
        assert!(page.says("Thomas ROUX Terminée"), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn whoever_is_named_is_told_and_says_to_know_it() {
    on_both(SERVICES, async |app| {
        app.at(THURSDAY);
        let mut tx = app.write().await;
        account::set_email(&mut tx, Thomas.account(), Some("thomas.roux@ac-example.fr")).await.unwrap();
        tx.commit().await.unwrap();
        named(app, Thomas, "2026-10-09").await;
        app.run_jobs().await;
        let letters = app.letters();
        assert_eq!(letters.len(), 1, "{letters:?}");
        assert!(letters[0].contains("Les Tilleuls") && letters[0].contains("9 octobre 2026"), "{letters:?}");
        assert_eq!(app.tasks(Thomas).await, ["Une délégation vous est confiée : Les Tilleuls"]);
        assert!(app.tasks(Rose).await.is_empty());
        let seen = act(app, Thomas).await;
        assert!(seen.ends_with("/lecture"), "{seen}");
        assert_eq!(app.by(Thomas).await.post(&seen, &[]).await.status, 303);
        assert!(app.tasks(Thomas).await.is_empty());
        assert_eq!(act(app, Thomas).await, "", "it is known");
    })
    .await;
}

#[tokio::test]
async fn the_head_ends_a_delegation_before_its_day() {
    on_both(SERVICES, async |app| {
        app.at(THURSDAY);
        named(app, Thomas, "2026-10-09").await;
        let end = act(app, Helene).await;
        // Whoever was named does not end it.
        assert_eq!(app.by(Thomas).await.post(&end, &[]).await.status, 403);
        app.wait(60);
        let helene = app.by(Helene).await;
        let page = helene.post_then(&end, &[]).await;
        assert!(page.says("Thomas ROUX Arrêtée"), "{}", page.text());
        assert!(page.says("arrêtée le 1er octobre 2026") && !page.says("jusqu’au 9 octobre"), "{}", page.text());
        answers(app, &of_school("/remplacements"), 404, &[Thomas]).await;
        assert!(helene.post_then(&end, &[]).await.says("Cette délégation est déjà terminée."), "pressed twice");
        assert_eq!(audited(app, Helene, "head-name-ended").await, 1, "nothing is ended twice");
        assert_eq!(app.by(Thomas).await.post(&end, &[]).await.status, 404);
        // Named again, Thomas is deputy again.
        named(app, Thomas, "2026-10-09").await;
        answers(app, &of_school("/remplacements"), 200, &[Thomas]).await;
    })
    .await;
}

#[tokio::test]
async fn only_somebody_of_the_team_is_named_until_a_day_of_this_year() {
    on_both(SERVICES, async |app| {
        app.at(THURSDAY);
        let page = app.by(Helene).await.get(&of_school("/delegations")).await;
        let offered = page.texts("select[name='person'] option");
        assert_eq!(offered, ["Choisir…", "Rose CALMETTE", "Thomas ROUX"], "neither the head nor the commune");
        for who in [Agnes, Thea, Claire, Zoe, Helene] {
            assert_eq!(named(app, who, "2026-10-09").await.status, 404, "{who:?}");
        }
        for (last, told) in [
            ("", "Indiquez le dernier jour."),
            ("2026-09-30", "Ce jour est déjà passé."),
            ("2027-08-31", "Choisissez un jour au plus tard le 31 juillet 2027."),
        ] {
            let page = named(app, Rose, last).await;
            assert_eq!(page.status, 422);
            assert_eq!(page.texts("#f-last-error"), [told]);
            assert_eq!(
                page.texts("select[name='person'] option[selected]"),
                ["Rose CALMETTE"],
                "what was chosen stays"
            );
        }
        assert_eq!(audited(app, Helene, "head-named").await, 0);
    })
    .await;
}
