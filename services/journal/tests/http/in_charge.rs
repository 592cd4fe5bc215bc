//! What the journal tells the pages all services share: what waits to be read over, what may be reported.

use crate::{SERVICES, form, part, published, step, write};
use db::Error;
use school::Viewer;
use testkit::{
    App,
    Classroom::Cp,
    Who::{self, *},
    on_both,
};
use web::Reportable;

/// What waits to be read over by somebody: what it is, and its words.
async fn waits(app: &App, who: Who) -> Vec<(&'static str, String)> {
    let mut tx = app.read().await;
    let viewer = Viewer::load(&mut tx, who.account()).await.unwrap();
    let reviews = (journal::SERVICE.to_review)(&mut tx, &viewer).await.unwrap();
    reviews.into_iter().map(|review| (review.what, review.title)).collect()
}

async fn find(app: &App, who: Who, kind: &str, post: &str) -> db::Result<Option<Reportable>> {
    let mut tx = app.read().await;
    let viewer = Viewer::load(&mut tx, who.account()).await.unwrap();
    (journal::SERVICE.reportable)(&mut tx, &viewer, kind, part(post, 2).parse().unwrap()).await
}

#[tokio::test]
async fn what_waits_is_known_to_teachers_of_the_class_and_to_the_head() {
    on_both(SERVICES, async |app| {
        let sent = [("title", "Mon lapin"), ("body", "Il s’appelle Noisette."), ("suite", "relecture")];
        write(&app.by(Zoe).await, Cp, &sent).await;
        let post = published(&app.by(Thomas).await, Cp, &form(&[("comments", "on")])).await;
        app.by(Paul).await.post_then(&step(&post, "commentaires"), &[("comment", "Quelle belle sortie !")]).await;
        let expected = [("Billet à relire", "Mon lapin"), ("Commentaire à valider", "Quelle belle sortie !")];
        let expected = expected.map(|(what, title)| (what, title.to_owned()));
        for who in [Thomas, Helene] {
            assert_eq!(waits(app, who).await, expected, "{who:?}");
        }
        for who in [Rose, Zoe, Paul, Hector, Thea, Adelaide] {
            assert!(waits(app, who).await.is_empty(), "{who:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn what_is_read_may_be_reported_and_those_in_charge_are_led_to_its_withdrawal() {
    on_both(SERVICES, async |app| {
        let post = published(&app.by(Thomas).await, Cp, &form(&[])).await;
        let found = find(app, Zoe, "billets", &post).await.unwrap().unwrap();
        assert_eq!((found.thing.path(), found.withdrawal), (post.clone(), None));
        let found = find(app, Helene, "billets", &post).await.unwrap().unwrap();
        assert_eq!(found.withdrawal, Some(step(&post, "retrait")));
        assert!(find(app, Zoe, "cantine", &post).await.unwrap().is_none());
        for who in [Tom, Samia, Hector, Adelaide] {
            assert!(matches!(find(app, who, "billets", &post).await, Err(Error::NotFound)), "{who:?}");
        }
    })
    .await;
}
