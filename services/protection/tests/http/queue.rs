//! « À valider »: what waits for teachers and heads, and what they do about it.

use crate::{
    SERVICES, answers, audited, count, notices,
    thing::{WAITS, published, report_of},
};
use testkit::{App, Who::*, on_both};

const WORDS: &str = "On se moque de Tom.";

/// A thing of the CP that Claire reported; answers where it is read.
async fn reported(app: &App) -> String {
    let thing = published(app).await;
    let answer = app.by(Claire).await.post(&report_of(thing), &[("what", "hurts"), ("words", WORDS)]).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    format!("/billets/{thing}")
}

#[tokio::test]
async fn what_was_reported_is_shown_to_those_in_charge_and_by_whom_to_the_head_alone() {
    on_both(SERVICES, async |app| {
        let thing = reported(app).await;
        let thomas = app.by(Thomas).await.get("/a-valider").await;
        assert!(thomas.says("La mare") && thomas.says("Nous avons vu des têtards."), "{}", thomas.text());
        assert!(thomas.says(WORDS) && !thomas.says("Claire"), "{}", thomas.text());
        assert_eq!(thomas.link("Dépublier"), Some(format!("{thing}/retrait")));
        let helene = app.by(Helene).await.get("/a-valider").await;
        assert!(helene.says("Claire F., parent"), "{}", helene.text());
        for who in [Rose, Hector, Thea] {
            let page = app.by(who).await.get("/a-valider").await;
            assert!(page.status == 200 && !page.says("La mare"), "{who:?}: {}", page.text());
        }
    })
    .await;
}

#[tokio::test]
async fn settled_it_is_gone_and_the_reporter_is_told() {
    on_both(SERVICES, async |app| {
        reported(app).await;
        let thomas = app.by(Thomas).await;
        let settle = thomas.get("/a-valider").await.attributes("form[action$='/classement']", "action").concat();
        for who in [Rose, Hector, Thea] {
            assert_eq!(app.by(who).await.post(&settle, &[]).await.status, 404, "{who:?}");
        }
        let page = thomas.post_then(&settle, &[]).await;
        assert!(page.says("Le signalement est classé.") && !page.says("La mare"), "{}", page.text());
        assert_eq!(thomas.post(&settle, &[]).await.status, 404, "it is settled already");
        assert_eq!(notices(app, Claire, "report.kept").await, 1);
        assert_eq!(audited(app, Thomas, "reports-settled").await, 1);
        assert_eq!(count(app, "select count(*) as n from thing_report where outcome = 'kept'", &[]).await, 1);
    })
    .await;
}

#[tokio::test]
async fn what_services_have_to_read_over_is_listed() {
    on_both(SERVICES, async |app| {
        let page = app.by(Thomas).await.get("/a-valider").await;
        assert_eq!(page.texts(".rows .row-title"), [WAITS]);
        assert!(page.says("Billet à relire · Zoé M. · CP de M. Roux"), "{}", page.text());
        let rose = app.by(Rose).await.get("/a-valider").await;
        assert!(rose.says("Rien à valider pour l’instant."), "{}", rose.text());
    })
    .await;
}

#[tokio::test]
async fn families_and_pupils_have_no_queue() {
    on_both(SERVICES, async |app| {
        answers(app, "/a-valider", 404, &[Zoe, Tom, Paul, Claire, Samia, Agnes, Adelaide]).await;
        answers(app, "/a-valider", 200, &[Thomas, Helene]).await;
    })
    .await;
}

#[tokio::test]
async fn a_head_finds_the_settings_and_each_the_registers_of_their_classes() {
    on_both(SERVICES, async |app| {
        let helene = app.by(Helene).await.get("/a-valider").await;
        assert!(helene.link("Protection des élèves · Les Tilleuls").is_some(), "{}", helene.text());
        assert!(helene.link("CP de M. Roux").is_some() && helene.link("CE1-CE2 de Mme Vidal").is_some());
        let thomas = app.by(Thomas).await.get("/a-valider").await;
        assert!(thomas.link("CP de M. Roux").is_some() && thomas.link("CE1-CE2 de Mme Vidal").is_none());
        assert!(thomas.link("Protection des élèves · Les Tilleuls").is_none());
    })
    .await;
}
