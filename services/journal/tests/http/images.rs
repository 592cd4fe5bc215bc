//! Image rights before publishing: who must not be recognised is named, and the author says it was looked at.

use crate::{SERVICES, answers, edition, form, publish, step, write};
use commons::image_right::{self, Answer, Purpose, Respondent};
use school::Viewer;
use testkit::{App, Classroom::Cp, Client, Place::Tilleuls, Who::*, on_both, photograph};

/// Has Paul refuse that Zoé is seen in the journal of her class.
async fn refuse(app: &App) {
    let mut tx = app.write().await;
    let paul = Viewer::load(&mut tx, Paul.account()).await.unwrap();
    let of = Respondent { school: Tilleuls.id(), year: 2026, child: Zoe.person(), adult: Paul.person() };
    image_right::answer(&mut tx, &paul, &of, Purpose::Class, Answer::No, None).await.unwrap();
    tx.commit().await.unwrap();
}

/// A post of the CP with a photograph, not published yet; answers its address.
async fn with_photo(client: &Client<'_>) -> String {
    let photo = photograph::jpeg(64, 48);
    let fields = form(&[("alt", "La mare")]);
    let answer = client.upload(&Cp.path("/billets"), &fields, &[("photos", "mare.jpg", photo.as_slice())]).await;
    answer.location().unwrap()
}

#[tokio::test]
async fn a_refusal_is_named_and_must_be_looked_at() {
    on_both(SERVICES, async |app| {
        refuse(app).await;
        let thomas = app.by(Thomas).await;
        let post = with_photo(&thomas).await;
        let panel = thomas.get(&step(&post, "publication")).await;
        assert!(panel.says("Un enfant à flouter ou à retirer des photos"), "{}", panel.text());
        assert!(panel.texts("main ul li").contains(&"Zoé MARTY".to_owned()));
        let page = thomas.post(&step(&post, "publication"), &[]).await;
        assert_eq!(page.status, 422);
        assert_eq!(page.texts("#f-verified-error"), ["Vérifiez les photos, puis cochez cette case."]);
        answers(app, &post, 404, &[Zoe, Claire]).await;
        let page = thomas.post_then(&step(&post, "publication"), &[("verified", "on")]).await;
        assert_eq!(page.texts(".status"), ["Publié"]);
        answers(app, &post, 200, &[Zoe, Claire]).await;
    })
    .await;
}

#[tokio::test]
async fn nothing_is_asked_without_photograph_or_without_refusal() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        let post = with_photo(&thomas).await;
        assert!(!thomas.get(&step(&post, "publication")).await.has("#f-verified"));
        assert_eq!(publish(&thomas, &post).await.texts(".status"), ["Publié"]);
        refuse(app).await;
        let post = write(&thomas, Cp, &form(&[])).await;
        assert!(!thomas.get(&step(&post, "publication")).await.has("#f-verified"));
        assert_eq!(publish(&thomas, &post).await.texts(".status"), ["Publié"]);
    })
    .await;
}

#[tokio::test]
async fn photographs_added_to_what_is_read_already_are_looked_at_too() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        let post = write(&thomas, Cp, &form(&[])).await;
        assert_eq!(publish(&thomas, &post).await.texts(".status"), ["Publié"]);
        assert!(!thomas.get(&step(&post, "modifier")).await.has("#f-verified"), "nobody refuses yet");
        refuse(app).await;
        let page = thomas.get(&step(&post, "modifier")).await;
        assert!(page.has("#f-verified") && page.says("Zoé MARTY"), "{}", page.text());
        let photo = photograph::jpeg(64, 48);
        let opened = edition(&thomas, &post).await;
        let added = form(&[("alt", "La mare"), ("edition", opened.as_str())]);
        let files = [("photos", "mare.jpg", photo.as_slice())];
        let page = thomas.upload(&post, &added, &files).await;
        assert_eq!(page.status, 422);
        assert_eq!(page.texts("#f-verified-error"), ["Vérifiez les photos, puis cochez cette case."]);
        assert_eq!(thomas.upload(&post, &[&added[..], &[("verified", "on")][..]].concat(), &files).await.status, 303);
        // Words change without a look at photographs nobody added.
        let opened = edition(&thomas, &post).await;
        assert_eq!(thomas.upload(&post, &form(&[("edition", opened.as_str())]), &[]).await.status, 303);
    })
    .await;
}
