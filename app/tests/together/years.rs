//! A class of a past year is read again whole: its posts, their photographs and comments; nothing is written there any more.

use crate::published;
use preau::services::SERVICES;
use testkit::{App, Classroom::Cp, Place::Tilleuls, Who::*, on_both, photograph};

/// A post of the CP with a photograph, and a comment of Claire that Thomas let everybody read.
async fn commented(app: &App) -> String {
    let thomas = app.by(Thomas).await;
    let photo = photograph::jpeg(64, 48);
    let fields = [
        ("title", "La mare"),
        ("body", "Des têtards."),
        ("audience", "class-and-families"),
        ("comments", "on"),
        ("alt", "La mare"),
    ];
    let sent = thomas.upload(&Cp.path("/billets"), &fields, &[("photos", "mare.jpg", photo.as_slice())]).await;
    let post = sent.location().unwrap();
    thomas.post_then(&format!("{post}/publication"), &[]).await;
    app.by(Claire).await.post_then(&format!("{post}/commentaires"), &[("comment", "Quelle belle sortie !")]).await;
    let page = thomas.get(&post).await;
    let validation = page.attributes("form[action$='/validation']", "action").concat();
    thomas.post_then(&validation, &[]).await;
    post
}

/// The head of Les Tilleuls opens the next year, as proposed.
async fn turned(app: &App) {
    app.at("2027-08-30T09:00");
    let helene = app.by(Helene).await;
    let path = format!("/ecoles/{}/rentree", Tilleuls.id());
    helene.post_then(&path, &[]).await;
    let page = helene.post_then(&format!("{path}/ouverture"), &[("quand", "maintenant")]).await;
    assert!(page.says("L’année 2027-2028 est ouverte"), "{}", page.text());
    app.wait(60);
}

#[tokio::test]
async fn a_post_is_read_with_its_photographs_and_comments_and_no_longer_answered() {
    on_both(SERVICES, async |app| {
        let post = commented(app).await;
        turned(app).await;
        let past = format!("/annees/{}", Cp.id());
        for who in [Zoe, Claire, Paul, Thomas] {
            let client = app.by(who).await;
            let class = client.get(&past).await;
            assert_eq!(class.link("La mare").as_deref(), Some(post.as_str()), "{who:?}: {}", class.text());
            let page = client.get(&post).await;
            assert_eq!(page.status, 200, "{who:?}");
            assert!(page.says("Quelle belle sortie !"), "{who:?}: {}", page.text());
            assert!(!page.has("[name=comment]"), "{who:?}: {}", page.text());
            assert_eq!(page.link("Revenir à la classe de cette année-là").as_deref(), Some(past.as_str()), "{who:?}");
            let photo = page.attributes(".prose figure img", "src").concat();
            assert_eq!(client.get(&photo).await.status, 200, "{who:?}");
            let answer = client.post(&format!("{post}/commentaires"), &[("comment", "Et cette année ?")]).await;
            assert_eq!(answer.status, 403, "{who:?}");
        }
        for who in [Tom, Samia, Hector, Enzo] {
            assert_eq!(app.by(who).await.get(&post).await.status, 404, "{who:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_new_class_begins_empty_and_everybody_finds_it() {
    on_both(SERVICES, async |app| {
        published(app, &[]).await;
        turned(app).await;
        for who in [Zoe, Claire, Thomas] {
            let client = app.by(who).await;
            let home = client.get("/").await;
            assert_eq!(home.status, 200, "{who:?}");
            assert_eq!(home.link("Années passées").as_deref(), Some("/annees"), "{who:?}");
            let journal = client.get("/journal").await;
            assert!(!journal.says("La mare"), "{who:?}: {}", journal.text());
        }
    })
    .await;
}

#[tokio::test]
async fn the_head_is_led_to_the_rentree_in_summer_only() {
    on_both(SERVICES, async |app| {
        let school = format!("/ecoles/{}", Tilleuls.id());
        let link = app.by(Helene).await.get(&school).await.link("Préparer la rentrée");
        assert_eq!(link, Some(format!("{school}/rentree")));
        app.at("2027-06-14T10:00");
        let home = app.by(Helene).await.get("/").await;
        assert!(home.says("Rentrée 2027-2028"), "{}", home.text());
        app.at("2027-09-14T10:00");
        let home = app.by(Helene).await.get("/").await;
        assert!(!home.says("Rentrée 2027-2028"), "{}", home.text());
    })
    .await;
}
