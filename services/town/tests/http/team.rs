//! « Équipe mairie »: for the officers of a commune.

use crate::{MONTAUBRAC, SERVICES, action, answers, count, editor, form, profiles::MARIE, task};
use testkit::{Who::*, on_both};

const PATH: &str = "/ma-commune/equipe";

#[tokio::test]
async fn an_officer_asks_for_a_colleague_and_suspends_one() {
    on_both(SERVICES, async |app| {
        task(app, "town-officer", MONTAUBRAC).await;
        let officer = app.by(Adelaide).await;
        let fields = form(MARIE, &[("commune", MONTAUBRAC)]);
        let page = officer.post_then(PATH, &fields).await;
        assert!(page.says("Marie Dupont") && page.says("Demandé"), "{}", page.text());
        assert!(page.says("donné par l’académie"), "the officer holds a task without a profile");
        task(app, "academy-admin", "academy:16").await;
        let profile = officer.get("/mairies/profils").await.link("Marie Dupont").unwrap();
        let granted = [("role", "town-editor"), ("scope", MONTAUBRAC), ("until", "2027-09-05"), ("way", "papier")];
        officer.post(&format!("{profile}/accord"), &granted).await;
        // Marie’s task is another row: only that of Adélaïde changes.
        task(app, "town-officer", MONTAUBRAC).await;
        let page = officer.get(PATH).await;
        assert!(page.says("Jusqu’au 5 septembre 2027"), "{}", page.text());
        let suspension = action(&page, "/suspension");
        let reason = page.attributes(".row-step input", "name").concat();
        assert!(officer.post_then(&suspension, &[(reason.as_str(), "")]).await.says("Il faut dire pourquoi."));
        assert!(officer.post_then(&suspension, &[(reason.as_str(), "Départ")]).await.says("Suspendu"));
        let audited = "select count(*) as n from audit where action = 'town-profile-suspended'";
        assert_eq!(count(app, audited, &[]).await, 1);
    })
    .await;
}

#[tokio::test]
async fn whoever_publishes_for_the_commune_does_not_see_its_team() {
    on_both(SERVICES, async |app| {
        let editor = editor(app).await;
        assert_eq!(editor.get(PATH).await.status, 403);
        assert_eq!(editor.post(PATH, &form(MARIE, &[("commune", MONTAUBRAC)])).await.status, 403);
        answers(app, PATH, 404, &[Helene, Claire, Thomas, Agnes]).await;
    })
    .await;
}

#[tokio::test]
async fn what_is_missing_comes_back_with_all_that_was_typed() {
    on_both(SERVICES, async |app| {
        task(app, "town-officer", MONTAUBRAC).await;
        let officer = app.by(Adelaide).await;
        let fields = form(MARIE, &[("commune", MONTAUBRAC), ("email", "")]);
        let answer = officer.post(PATH, &fields).await;
        assert!(answer.status == 422 && answer.has("#f-email-error"), "{}", answer.text());
        assert_eq!(answer.attributes("#f-first_name", "value"), ["Marie"]);
    })
    .await;
}
