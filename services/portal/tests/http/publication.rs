//! From a draft to everybody and back: who proposes, who publishes, what everybody reads meanwhile.

use crate::{PUBLIC, SERVICES, audited, form, on_line, publish, site, write};
use school::Viewer;
use testkit::{App, Who, Who::*, on_both, photograph};

const PAGE: &str = "/sites/0310001h-les-tilleuls/la-cantine";

async fn reviews(app: &App, who: Who) -> Vec<String> {
    let mut tx = app.read().await;
    let viewer = Viewer::load(&mut tx, who.account()).await.unwrap();
    let reviews = (portal::SERVICE.to_review)(&mut tx, &viewer).await.unwrap();
    reviews.into_iter().map(|it| it.title).collect()
}

async fn tasks(app: &App, who: Who) -> Vec<(String, String)> {
    let mut tx = app.read().await;
    let viewer = Viewer::load(&mut tx, who.account()).await.unwrap();
    let tasks = (portal::SERVICE.tasks)(&mut tx, &viewer).await.unwrap();
    tasks.into_iter().map(|it| (it.title, it.about)).collect()
}

#[tokio::test]
async fn a_teacher_proposes_the_head_publishes_and_withdraws_with_a_reason() {
    on_both(SERVICES, async |app| {
        let desk = site(app).await;
        let thomas = app.by(Thomas).await;
        let page = write(&thomas, &desk, &form(&[("etape", "proposer")])).await;
        assert_eq!(app.anonymous().get(PAGE).await.status, 404);
        assert_eq!(reviews(app, Helene).await, ["La cantine"]);
        assert!(reviews(app, Thomas).await.is_empty() && reviews(app, Hector).await.is_empty());
        let awaited = tasks(app, Helene).await;
        assert!(awaited.len() == 1 && awaited[0].0 == "La cantine", "a head finds it at home: {awaited:?}");
        assert!(awaited[0].1.starts_with("Page à publier, proposée par "), "{awaited:?}");
        assert!(tasks(app, Thomas).await.is_empty());
        let helene = app.by(Helene).await;
        assert!(helene.get(&format!("{desk}/a-publier")).await.says("La cantine"));
        let shown = helene.get(&format!("{page}/publication")).await;
        assert!(shown.says("Neutralité") && shown.says("Le menu est affiché"), "{}", shown.text());
        assert_eq!(publish(&helene, &page, &[]).await.status, 303);
        let read = app.anonymous().get(PAGE).await;
        assert!(read.says("Publié sous la responsabilité de Hélène VIDAL, directrice de l’école"), "{}", read.text());
        assert!(reviews(app, Helene).await.is_empty() && tasks(app, Helene).await.is_empty());
        let refused = helene.post(&format!("{page}/retrait"), &[("word", " ")]).await;
        assert_eq!(refused.status, 422);
        assert_eq!(helene.post(&format!("{page}/retrait"), &[("word", "Menu périmé.")]).await.status, 303);
        assert_eq!(app.anonymous().get(PAGE).await.status, 404);
        assert!(thomas.get(&page).await.says("Menu périmé."));
        assert!(thomas.get(&format!("{desk}/historique")).await.says("Page retirée · La cantine"));
        assert_eq!((audited(app, "page-published").await, audited(app, "page-withdrawn").await), (1, 1));
    })
    .await;
}

#[tokio::test]
async fn a_page_given_back_says_why_and_is_proposed_again() {
    on_both(SERVICES, async |app| {
        let desk = site(app).await;
        let (thomas, helene) = (app.by(Thomas).await, app.by(Helene).await);
        let page = write(&thomas, &desk, &form(&[("etape", "proposer")])).await;
        assert_eq!(thomas.get(&format!("{page}/modifier")).await.status, 403, "it is the director’s now");
        helene.post_then(&format!("{page}/retour"), &[("word", "Ajoutez les horaires.")]).await;
        assert!(thomas.get(&page).await.says("Ajoutez les horaires."));
        assert_eq!(thomas.post(&format!("{page}/proposition"), &[]).await.status, 303);
        assert_eq!(thomas.post(&format!("{page}/proposition"), &[]).await.status, 409);
    })
    .await;
}

#[tokio::test]
async fn a_teacher_publishes_nothing() {
    on_both(SERVICES, async |app| {
        let desk = site(app).await;
        let page = write(&app.by(Helene).await, &desk, &form(&[])).await;
        let thomas = app.by(Thomas).await;
        let fields = [("edition", "1"), ("word", "Non.")];
        for path in [
            format!("{page}/publication"),
            format!("{page}/retrait"),
            format!("{page}/retour"),
            format!("{page}/archive"),
            format!("{desk}/ouverture"),
            format!("{desk}/fermeture"),
        ] {
            assert_eq!(thomas.post(&path, &fields).await.status, 403, "{path}");
        }
        for path in [format!("{desk}/reglages"), format!("{desk}/delegations"), format!("{desk}/signalements")] {
            assert_eq!(thomas.get(&path).await.status, 403, "{path}");
        }
    })
    .await;
}

#[tokio::test]
async fn what_is_on_line_does_not_move_until_it_is_published_again() {
    on_both(SERVICES, async |app| {
        let desk = site(app).await;
        let page = on_line(app, &desk, &form(&[])).await;
        let thomas = app.by(Thomas).await;
        let changed = form(&[("edition", "1"), ("b0-text", "Le menu change."), ("etape", "proposer")]);
        assert_eq!(thomas.upload(&page, &changed, &[]).await.status, 303);
        assert!(app.anonymous().get(PAGE).await.says("Le menu est affiché"));
        let helene = app.by(Helene).await;
        // What was read over is what is published: an older edition is not.
        assert_eq!(helene.post(&format!("{page}/publication"), &[("edition", "1")]).await.status, 409);
        assert_eq!(publish(&helene, &page, &[]).await.status, 303);
        assert!(app.anonymous().get(PAGE).await.says("Le menu change."));
    })
    .await;
}

#[tokio::test]
async fn two_people_who_change_a_page_lose_nothing() {
    on_both(SERVICES, async |app| {
        let desk = site(app).await;
        let (thomas, helene) = (app.by(Thomas).await, app.by(Helene).await);
        let page = write(&thomas, &desk, &form(&[])).await;
        assert_eq!(helene.upload(&page, &form(&[("edition", "1"), ("title", "Le repas")]), &[]).await.status, 303);
        let late = thomas.upload(&page, &form(&[("edition", "1"), ("title", "Le goûter")]), &[]).await;
        assert_eq!(late.status, 422);
        assert_eq!(late.attributes("input[name=title]", "value"), ["Le goûter"]);
        assert_eq!(late.attributes("input[name=edition]", "value"), ["2"]);
    })
    .await;
}

#[tokio::test]
async fn pictures_need_the_authorisation_of_those_on_them_and_leave_with_their_page() {
    on_both(SERVICES, async |app| {
        let desk = site(app).await;
        let helene = app.by(Helene).await;
        let photo = photograph::jpeg(64, 48);
        let fields = form(&[("b1-kind", "picture"), ("b1-label", "Le préau"), ("etape", "publier")]);
        let answer =
            helene.upload(&format!("{desk}/pages"), &fields, &[("b1-photo", "preau.jpg", photo.as_slice())]).await;
        let page = answer.location().unwrap().trim_end_matches("/publication").to_owned();
        let draft = helene.get(&page).await.attributes(".site-parts img", "src").concat();
        assert_eq!(helene.get(&draft).await.status, 200);
        let source = format!("{PUBLIC}/images/{}", draft.rsplit('/').next().unwrap());
        assert_eq!(app.anonymous().get(&source).await.status, 404, "nobody else has it yet");
        assert_eq!(publish(&helene, &page, &[]).await.status, 422);
        assert_eq!(publish(&helene, &page, &[("autorisations", "on")]).await.status, 303);
        let read = app.anonymous().get(PAGE).await;
        assert_eq!(read.attributes(".site-parts img", "src"), std::slice::from_ref(&source));
        assert_eq!(read.attributes(".site-parts img", "alt"), ["Le préau"]);
        let picture = app.anonymous().get(&source).await;
        assert_eq!(picture.status, 200);
        let secret = photograph::SECRET;
        assert!(!picture.bytes.windows(secret.len()).any(|it| it == secret), "where it was taken is gone");
        helene.post_then(&format!("{page}/retrait"), &[("word", "Une famille l’a demandé.")]).await;
        assert_eq!(app.anonymous().get(&source).await.status, 404);
    })
    .await;
}
