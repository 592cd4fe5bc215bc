//! « La classe »: its faces, who sees them, and what the right of each child to their image allows.

use crate::{SERVICES, answer, answers, count, enzo_joins};
use commons::image_right::Answer::{No, Yes};
use testkit::{
    App,
    Classroom::{Ce, Cp},
    Client, Page,
    Place::Tilleuls,
    Who::*,
    on_both, photograph,
};

const KEPT: &str = "select count(*) as n from people_face";

async fn send(client: &Client<'_>, name: &str) -> Page {
    let photo = photograph::jpeg(900, 600);
    client.upload(&Cp.path("/trombinoscope/photos"), &[], &[("photos", name, photo.as_slice())]).await
}

/// Both parents allow the image; Thomas keeps the face. Its address.
async fn with_face(app: &App) -> String {
    answer(app, Claire, Yes).await;
    answer(app, Paul, Yes).await;
    let thomas = app.by(Thomas).await;
    let sent = send(&thomas, "MARTY Zoé.jpg").await;
    assert_eq!(sent.status, 303, "{}", sent.text());
    thomas.get(&Cp.path("/trombinoscope")).await.attributes(".portrait img", "src").concat()
}

#[tokio::test]
async fn a_class_is_shown_with_first_names_to_pupils_and_whole_to_its_adults() {
    on_both(SERVICES, async |app| {
        let page = app.by(Thomas).await.get(&Cp.path("/trombinoscope")).await;
        assert!(page.says("Zoé MARTY") && page.says("Thomas ROUX") && page.says("Enseignant"), "{}", page.text());
        let page = app.by(Lina).await.get(&Ce.path("/trombinoscope")).await;
        assert!(page.says("Tom B.") && page.says("Hélène VIDAL") && !page.says("BENALI"), "{}", page.text());
        let order = |page: &Page| page.texts(".portrait-name").into_iter().take(2).collect::<Vec<_>>();
        let helene = app.by(Helene).await;
        assert_eq!(order(&helene.get(&Ce.path("/trombinoscope")).await), ["Lina BENALI", "Tom BENALI"]);
        assert!(helene.get(&Ce.path("/trombinoscope")).await.link("Ranger par prénom").is_some());
        answers(app, &Cp.path("/trombinoscope"), 200, &[Helene, Rose, Zoe, Paul, Claire]).await;
        answers(app, &Cp.path("/trombinoscope"), 404, &[Agnes, Tom, Samia, Hector, Enzo, Adelaide]).await;
        assert_eq!(app.by(Zoe).await.get("/ma-classe").await.location(), Some(Cp.path("/trombinoscope")));
    })
    .await;
}

#[tokio::test]
async fn parents_see_classmates_where_the_school_opens_its_classes() {
    on_both(SERVICES, async |app| {
        enzo_joins(app).await;
        let paul = app.by(Paul).await;
        let page = paul.get(&Cp.path("/trombinoscope")).await;
        assert!(page.says("Zoé MARTY") && page.says("Thomas ROUX") && !page.says("Enzo"), "{}", page.text());
        assert!(page.says("ne montre pas aux parents"), "{}", page.text());
        let choice = format!("/ecoles/{}/trombinoscope", Tilleuls.id());
        answers(app, &choice, 404, &[Thomas, Paul, Hector]).await;
        let helene = app.by(Helene).await;
        assert!(helene.post_then(&choice, &[("ouvert", "on")]).await.says("Les parents voient maintenant"));
        let page = paul.get(&Cp.path("/trombinoscope")).await;
        assert!(page.says("Enzo R.") && !page.says("RIVES"), "{}", page.text());
        helene.post_then(&choice, &[]).await;
        assert!(!paul.get(&Cp.path("/trombinoscope")).await.says("Enzo"));
        assert_eq!(count(app, "select count(*) as n from audit where action = 'classes-opened'", &[]).await, 2);
    })
    .await;
}

#[tokio::test]
async fn a_face_is_kept_when_every_adult_allows_it_and_not_before() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        for allowed in [false, true] {
            if allowed {
                answer(app, Claire, Yes).await;
            }
            let page = send(&thomas, "zoe.jpg").await;
            assert_eq!(page.status, 422);
            assert!(page.says("Image non autorisée dans l’école, photo non gardée : Zoé MARTY."), "{}", page.text());
        }
        assert_eq!(count(app, KEPT, &[]).await, 0);
        let face = with_face(app).await;
        answers(app, &face, 200, &[Thomas, Helene, Rose, Zoe, Paul]).await;
        answers(app, &face, 404, &[Agnes, Tom, Samia, Hector, Adelaide]).await;
        let served = thomas.get(&face).await;
        assert_eq!(served.headers["content-type"], "image/jpeg");
        assert!(!served.bytes.windows(photograph::SECRET.len()).any(|it| it == photograph::SECRET));
        // The same again is one.
        with_face(app).await;
        assert_eq!(count(app, KEPT, &[]).await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_refusal_hides_the_face_at_once_and_the_night_takes_it_away() {
    on_both(SERVICES, async |app| {
        let face = with_face(app).await;
        answer(app, Paul, No).await;
        answers(app, &face, 404, &[Thomas, Helene, Zoe]).await;
        assert!(!app.by(Thomas).await.get(&Cp.path("/trombinoscope")).await.has(".portrait img"));
        (people::night::FACES.run)(app.house.clone(), String::new()).await.unwrap();
        assert_eq!(count(app, KEPT, &[]).await, 0);
        assert_eq!(count(app, "select count(*) as n from file_hold", &[]).await, 0);
    })
    .await;
}

#[tokio::test]
async fn what_is_good_is_kept_and_the_rest_is_named() {
    on_both(SERVICES, async |app| {
        answer(app, Claire, Yes).await;
        answer(app, Paul, Yes).await;
        let thomas = app.by(Thomas).await;
        let photo = photograph::jpeg(64, 64);
        let files = [("photos", "zoe marty.jpg", photo.as_slice()), ("photos", "IMG_0041.jpg", photo.as_slice())];
        let path = Cp.path("/trombinoscope/photos");
        let page = thomas.upload(&path, &[], &files).await;
        assert_eq!(page.status, 422);
        assert!(page.says("1 photo gardée") && page.says("IMG_0041.jpg"), "{}", page.text());
        assert_eq!(count(app, KEPT, &[]).await, 1);
        let one = format!("photo-{}", Zoe.person());
        let page = thomas.upload(&path, &[], &[(one.as_str(), "x.jpg", b"no picture".as_slice())]).await;
        assert!(page.status == 422 && page.says("Illisible comme photo : x.jpg"), "{}", page.text());
        assert_eq!(thomas.upload(&path, &[], &[(one.as_str(), "x.jpg", photo.as_slice())]).await.status, 303);
        let remove = format!("{path}/{}/retrait", Zoe.person());
        assert!(thomas.post_then(&remove, &[]).await.says("La photo de Zoé MARTY est retirée."));
        assert_eq!(thomas.post(&remove, &[]).await.status, 404);
        assert_eq!(count(app, KEPT, &[]).await, 0);
        answers(app, &path, 403, &[Rose, Zoe, Paul]).await;
    })
    .await;
}
