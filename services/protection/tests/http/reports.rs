//! « Signaler »: whoever reads a thing reports it; its author never learns who did.

use crate::{
    SERVICES, answers, audited, count, notices,
    thing::{published, report_of},
};
use testkit::{Who::*, on_both};

const WRONG: [(&str, &str); 2] = [("what", "hurts"), ("words", "On se moque de Tom.")];

#[tokio::test]
async fn a_pupil_is_asked_as_a_child_and_thanked() {
    on_both(SERVICES, async |app| {
        let report = report_of(published(app).await);
        let zoe = app.by(Zoe).await;
        let page = zoe.get(&report).await;
        assert!(page.says("Quelque chose te gêne ?") && page.says("La mare"), "{}", page.text());
        assert!(page.says("C’est méchant : une moquerie, une insulte, une menace"), "{}", page.text());
        let page = zoe.post_then(&report, &WRONG).await;
        assert!(page.says("Merci de l’avoir dit. Un adulte va regarder."), "{}", page.text());
        assert_eq!(audited(app, Zoe, "content-reported").await, 1);
        assert_eq!(count(app, "select count(*) as n from event where verb = 'report.raised'", &[]).await, 1);
    })
    .await;
}

#[tokio::test]
async fn an_adult_is_asked_as_an_adult() {
    on_both(SERVICES, async |app| {
        let report = report_of(published(app).await);
        let paul = app.by(Paul).await;
        let page = paul.get(&report).await;
        assert!(page.says("Votre nom n’est montré qu’à la direction, jamais à l’auteur."), "{}", page.text());
        assert_eq!(paul.post(&report, &WRONG).await.status, 303);
    })
    .await;
}

#[tokio::test]
async fn what_is_wrong_must_be_said_and_comes_back_as_it_was_typed() {
    on_both(SERVICES, async |app| {
        let report = report_of(published(app).await);
        let zoe = app.by(Zoe).await;
        let page = zoe.post(&report, &[("words", "Bizarre.")]).await;
        assert_eq!(page.status, 422);
        assert_eq!(page.texts("#f-what-error"), ["Il faut choisir une réponse."]);
        assert_eq!(page.texts("#f-words"), ["Bizarre."]);
        let page = zoe.post(&report, &[("what", "other"), ("words", " ")]).await;
        assert_eq!(page.texts("#f-words-error"), ["Il manque quelques mots."]);
        assert!(page.has("input[value=other][checked]"));
        assert_eq!(count(app, "select count(*) as n from thing_report", &[]).await, 0);
    })
    .await;
}

#[tokio::test]
async fn what_is_not_read_is_not_reported() {
    on_both(SERVICES, async |app| {
        let thing = published(app).await;
        answers(app, &report_of(thing), 404, &[Tom, Samia, Rose, Agnes, Hector, Enzo, Adelaide]).await;
        for who in [Tom, Samia, Rose, Agnes, Hector, Enzo, Adelaide] {
            assert_eq!(app.by(who).await.post(&report_of(thing), &WRONG).await.status, 404, "{who:?}");
        }
        assert_eq!(count(app, "select count(*) as n from thing_report", &[]).await, 0);
        answers(app, &format!("/signaler/cantine/{thing}"), 404, &[Zoe, Thomas]).await;
        answers(app, "/signaler/billets/1", 404, &[Zoe, Thomas]).await;
    })
    .await;
}

#[tokio::test]
async fn those_in_charge_are_told_without_a_word_of_it() {
    on_both(SERVICES, async |app| {
        let report = report_of(published(app).await);
        app.by(Paul).await.post(&report, &WRONG).await;
        app.by(Claire).await.post(&report, &WRONG).await;
        for who in [Thomas, Helene] {
            assert_eq!(notices(app, who, "report.raised").await, 1, "{who:?}");
        }
        for who in [Rose, Paul, Claire, Zoe, Hector] {
            assert_eq!(notices(app, who, "report.raised").await, 0, "{who:?}");
        }
        assert_eq!(count(app, "select count(*) as n from notification where detail is not null", &[]).await, 0);
        assert_eq!(count(app, "select count(*) as n from outing", &[]).await, 0, "no letter tells of it");
        let said = (protection::SERVICE.sentence)("report.raised", "La mare").unwrap();
        assert!(!said.contains("La mare"), "{said}");
        let thomas = app.by(Thomas).await;
        while let Some(settle) =
            thomas.get("/a-valider").await.attributes("form[action$='/classement']", "action").first()
        {
            thomas.post(settle, &[]).await;
        }
        assert_eq!(notices(app, Helene, "report.raised").await, 0, "nothing is left to look at");
    })
    .await;
}
