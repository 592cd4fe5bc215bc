//! Strikes and closures over the pages of the readers of a notice, from the day before on.

use crate::{SERVICES, editor, notices::sent};
use testkit::{App, Who, Who::*, on_both};

const TOMORROW: (&str, &str) = ("first", "2026-10-02");

async fn banners(app: &App, who: Who) -> Vec<String> {
    app.by(who).await.get("/cantine").await.texts(".banner-title")
}

#[tokio::test]
async fn a_closure_of_tomorrow_is_said_over_every_page_until_its_evening() {
    on_both(SERVICES, async |app| {
        sent(&editor(app).await, &[TOMORROW]).await;
        app.wait(20);
        assert_eq!(banners(app, Claire).await, ["Cantine fermée · Commune · Montaubrac"]);
        for who in [Zoe, Perrine] {
            assert!(banners(app, who).await.is_empty(), "{who:?}");
        }
        app.at("2026-10-03T00:00");
        assert!(banners(app, Claire).await.is_empty(), "it is over");
    })
    .await;
}

#[tokio::test]
async fn what_is_far_or_can_wait_is_not_said_over_pages() {
    on_both(SERVICES, async |app| {
        let editor = editor(app).await;
        sent(&editor, &[("first", "2026-10-08")]).await;
        sent(&editor, &[TOMORROW, ("kind", "inscription")]).await;
        app.wait(20);
        assert!(banners(app, Claire).await.is_empty());
        app.at("2026-10-07T08:00");
        assert_eq!(banners(app, Claire).await.len(), 1, "the day before");
    })
    .await;
}

#[tokio::test]
async fn whoever_closes_it_sees_it_no_more_and_a_notice_taken_back_is_gone() {
    on_both(SERVICES, async |app| {
        let editor = editor(app).await;
        let notice = sent(&editor, &[TOMORROW]).await;
        app.wait(20);
        let claire = app.by(Claire).await;
        let page = claire.get("/cantine").await;
        assert_eq!(page.attributes(".banner form", "action"), [format!("{notice}/fermeture")]);
        let answer = claire.post(&format!("{notice}/fermeture"), &[("retour", "/cantine")]).await;
        assert_eq!(answer.location().as_deref(), Some("/cantine"));
        assert!(claire.get("/cantine").await.texts(".banner-title").is_empty());
        assert_eq!(banners(app, Samia).await.len(), 1);
        editor.post_then(&format!("{notice}/retrait"), &[("reason", "La panne est réparée.")]).await;
        app.wait(20);
        assert!(banners(app, Samia).await.is_empty());
    })
    .await;
}
