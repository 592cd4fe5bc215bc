//! The words a school watches besides those watched everywhere.

use crate::{SERVICES, answers, audited};
use commons::watched;
use testkit::{
    App,
    Place::{self, JulesVerne, Tilleuls},
    Who::*,
    on_both,
};

fn path(rest: &str) -> String {
    format!("/ecoles/{}/protection{rest}", Tilleuls.id())
}

async fn found(app: &App, place: Place, text: &str) -> Vec<String> {
    watched::found(&mut app.read().await, place.id(), text).await.unwrap()
}

#[tokio::test]
async fn a_head_adds_a_word_for_the_school_alone_and_takes_it_away() {
    on_both(SERVICES, async |app| {
        let helene = app.by(Helene).await;
        let page = helene.post_then(&path("/mots"), &[("mot", " gros  Bêta ")]).await;
        assert!(page.says("« gros Bêta » est ajouté aux mots surveillés."), "{}", page.text());
        assert_eq!(page.texts(".rows .row-title"), ["gros Bêta"]);
        assert_eq!(found(app, Tilleuls, "Tom, ce GROS BETA !").await, ["GROS BETA"]);
        assert!(found(app, JulesVerne, "Tom, ce gros bêta !").await.is_empty());
        assert_eq!(found(app, JulesVerne, "Espèce d’abruti").await, ["abruti"], "watched everywhere");
        helene.post_then(&path("/mots"), &[("mot", "GROS BETA")]).await;
        let page = helene.get(&path("")).await;
        assert_eq!(page.texts(".rows .row-title").len(), 1, "twice is the same as once");
        let remove = page.attributes("form[action$='/retrait']", "action").concat();
        assert_eq!(app.by(Hector).await.post(&remove, &[]).await.status, 404);
        let page = helene.post_then(&remove, &[]).await;
        assert!(page.says("Le mot est retiré.") && !page.has(".rows"), "{}", page.text());
        assert!(found(app, Tilleuls, "gros bêta").await.is_empty());
        assert_eq!(audited(app, Helene, "protection-changed").await, 3);
    })
    .await;
}

#[tokio::test]
async fn a_word_that_is_none_comes_back() {
    on_both(SERVICES, async |app| {
        let helene = app.by(Helene).await;
        let page = helene.post(&path("/mots"), &[("mot", " ! ")]).await;
        assert_eq!((page.status, page.texts("#f-mot-error")), (422, vec!["Indiquez un mot.".to_owned()]));
        let page = helene.post(&path("/mots"), &[("mot", &"a".repeat(61))]).await;
        assert_eq!(page.status, 422);
    })
    .await;
}

#[tokio::test]
async fn only_the_head_of_the_school_sets_it() {
    on_both(SERVICES, async |app| {
        answers(app, &path(""), 200, &[Helene]).await;
        answers(app, &path(""), 404, &[Thomas, Rose, Agnes, Zoe, Paul, Hector, Adelaide]).await;
        for rest in ["/mots", "/adultes"] {
            assert_eq!(app.by(Thomas).await.post(&path(rest), &[("mot", "bêta")]).await.status, 404, "{rest}");
        }
    })
    .await;
}
