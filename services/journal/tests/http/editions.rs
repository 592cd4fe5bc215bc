//! Two who change one post: the second is told, and loses nothing.

use crate::{SERVICES, change, count, edition, events, form, publish, step, write};
use testkit::{Classroom::Cp, Client, Page, Who::*, on_both, photograph};

const TOLD: &str = "Ce billet a été modifié depuis l’ouverture de cette page.";

/// Sends the form of a post as it was opened at an edition.
async fn send(client: &Client<'_>, post: &str, edition: &str, fields: &[(&str, &str)]) -> Page {
    client.upload(post, &[fields, &[("edition", edition)][..]].concat(), &[]).await
}

#[tokio::test]
async fn whoever_saves_second_is_told_and_keeps_all_that_was_typed() {
    on_both(SERVICES, async |app| {
        let (zoe, thomas) = (app.by(Zoe).await, app.by(Thomas).await);
        let post = write(&zoe, Cp, &form(&[])).await;
        let opened = edition(&thomas, &post).await;
        change(&zoe, &post, &form(&[("title", "Le potager")])).await;
        let typed = form(&[("title", "La serre"), ("body", "Nous avons semé."), ("audience", "families")]);
        let page = send(&thomas, &post, &opened, &typed).await;
        assert_eq!(page.status, 422);
        assert!(page.texts("error-summary a[href='#f-edition']").concat().starts_with(TOLD), "{}", page.text());
        assert_eq!(page.link("Voir l’autre version (nouvel onglet)"), Some(post.clone()));
        assert_eq!(page.attributes("#f-edition", "href"), [post.as_str()]);
        assert_eq!(page.attributes("#f-title", "value"), ["La serre"]);
        assert_eq!(page.texts("#f-body"), ["Nous avons semé."]);
        assert_eq!(page.attributes("input[name=audience][checked]", "value"), ["families"]);
        let seen = thomas.get(&post).await;
        assert_eq!(seen.texts("article h1"), ["Le potager"], "nothing of it was written");
        assert_eq!(seen.texts(".prose p"), ["Nous avons vu des têtards."]);
        assert_eq!(events(app, "journal.edited").await, 1);
    })
    .await;
}

#[tokio::test]
async fn sent_again_after_being_told_it_is_kept() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        let post = write(&thomas, Cp, &form(&[])).await;
        let opened = edition(&thomas, &post).await;
        change(&thomas, &post, &form(&[("title", "Le potager")])).await;
        let typed = form(&[("title", "La serre")]);
        let page = send(&thomas, &post, &opened, &typed).await;
        let told = page.attributes("input[name=edition]", "value").concat();
        let answer = send(&thomas, &post, &told, &typed).await;
        assert_eq!(thomas.follow(&answer).await.texts("article h1"), ["La serre"]);
        // A third change is told again.
        assert_eq!(send(&thomas, &post, &told, &form(&[])).await.status, 422);
    })
    .await;
}

#[tokio::test]
async fn a_device_keeps_the_edition_with_what_was_typed() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        let post = write(&thomas, Cp, &form(&[])).await;
        let page = thomas.get(&step(&post, "modifier")).await;
        assert!(page.has("draft-keeper input[name=edition][data-keep]"), "{}", page.html());
        assert_eq!(page.attributes("draft-keeper", "data-start-over"), ["Repartir de zéro"]);
    })
    .await;
}

#[tokio::test]
async fn a_form_that_does_not_say_what_it_was_filled_in_from_writes_over_nothing() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        let post = write(&thomas, Cp, &form(&[])).await;
        publish(&thomas, &post).await;
        for edition in ["", "0", "-1", "deux", "99"] {
            assert_eq!(send(&thomas, &post, edition, &form(&[("title", "La serre")])).await.status, 422, "{edition}");
        }
        assert_eq!(thomas.get(&post).await.texts("article h1"), ["La mare"]);
    })
    .await;
}

#[tokio::test]
async fn whoever_was_typing_when_the_post_was_sent_or_published_loses_nothing() {
    on_both(SERVICES, async |app| {
        let (zoe, thomas) = (app.by(Zoe).await, app.by(Thomas).await);
        let own = Zoe.person().to_string();
        let post = write(&thomas, Cp, &form(&[("authors", own.as_str())])).await;
        let opened = edition(&zoe, &post).await;
        for noun in ["relecture", "publication"] {
            thomas.post_then(&step(&post, noun), &[]).await;
            let page = send(&zoe, &post, &opened, &[("title", "La serre"), ("body", "Nous avons semé.")]).await;
            assert_eq!(page.status, 422, "{noun}");
            let told = page.texts("error-summary a[href='#f-edition']").concat();
            assert!(told.starts_with("Ce billet a été soumis, publié ou archivé entre-temps."), "{noun}: {told}");
            assert!(told.contains("copie ce que tu veux garder"), "{noun}: {told}");
            assert_eq!(page.attributes("#f-edition", "href"), [post.as_str()]);
            assert_eq!(page.attributes("#f-title", "value"), ["La serre"]);
            assert_eq!(page.texts("#f-body"), ["Nous avons semé."]);
        }
        assert_eq!(thomas.get(&post).await.texts("article h1"), ["La mare"]);
        assert_eq!(events(app, "journal.edited").await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_photograph_sent_too_late_is_attached_to_nothing_and_its_loss_is_said() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        let post = write(&thomas, Cp, &form(&[])).await;
        let stale = form(&[("edition", "7")]);
        let photo = photograph::jpeg(64, 48);
        let page = thomas.upload(&post, &stale, &[("photos", "mare.jpg", photo.as_slice())]).await;
        assert_eq!(page.status, 422);
        assert!(page.says("Les photos ajoutées n’ont pas pu être gardées"), "{}", page.text());
        assert_eq!(count(app, "select count(*) as n from attachment", &[]).await, 0);
        assert!(thomas.get(&step(&post, "modifier")).await.has("input[type=hidden][name=edition][value='1']"));
    })
    .await;
}
