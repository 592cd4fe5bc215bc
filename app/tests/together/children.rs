//! What is behind the doors for children, in the whole program: nothing private, and at home nothing of others.

use super::{SERVICES, published};
use db::args;
use testkit::{App, Classroom::Cp, Client, Place::Tilleuls, Who::*, on_both};

/// What no narrow door leads to.
const PRIVATE: [&str; 5] = ["/messages", "/compte", "/mes-donnees", "/carnet", "/compte/notifications"];

/// A tablet of the CP on which Zoé, of MS, has tapped her animal.
async fn on_the_tablet(app: &App) -> Client<'_> {
    let mut tx = app.write().await;
    tx.change("update person set level = '1112' where id = $1", args![Zoe.person()]).await.unwrap();
    tx.commit().await.unwrap();
    let device = app.by(Thomas).await;
    device.post(&Cp.path("/tablettes"), &[("duree", "jour"), ("charte", "on")]).await;
    let answer = device.post(&format!("/tablette/eleves/{}", Zoe.person()), &[]).await;
    assert_eq!(answer.location().as_deref(), Some("/"), "{}", answer.text());
    device
}

/// A browser at home where the code of Zoé was typed.
async fn at_home(app: &App) -> Client<'_> {
    let page = app.by(Claire).await.post_then(&format!("/enfants/{}/code-maison", Zoe.person()), &[]).await;
    let code = page.texts(".given-secret").concat();
    let home = app.anonymous();
    let answer = home.post("/maison", &[("code", &code)]).await;
    assert_eq!(answer.location().as_deref(), Some("/mes-travaux"), "{}", answer.text());
    home
}

#[tokio::test]
async fn a_child_on_the_tablet_reads_the_class_and_nothing_private() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-05T09:00");
        let post = published(app, &[]).await;
        let device = on_the_tablet(app).await;
        for open in ["/", post.as_str(), &Cp.path("/journal"), "/mes-travaux"] {
            assert_eq!(device.get(open).await.status, 200, "{open}");
        }
        for closed in PRIVATE {
            assert_eq!(device.get(closed).await.status, 404, "{closed}");
        }
        let home = device.get("/").await;
        for closed in PRIVATE {
            assert!(!home.has(&format!("a[href='{closed}']")), "{closed}");
        }
        device.post("/deconnexion", &[]).await;
        assert_eq!(device.get("/").await.location().as_deref(), Some("/tablette"), "it begins at the wall");
    })
    .await;
}

#[tokio::test]
async fn the_home_code_opens_ones_own_works_and_no_journal() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-05T09:00");
        let post = published(app, &[]).await;
        let own = [("title", "Mon escargot"), ("body", "Il est lent."), ("audience", "class-and-families")];
        let answer = app.by(Zoe).await.upload(&Cp.path("/billets"), &own, &[]).await;
        assert_eq!(answer.status, 303, "{}", answer.text());
        let home = at_home(app).await;
        let works = home.get("/mes-travaux").await;
        assert!(works.says("Mon escargot") && !works.says("La mare"), "{}", works.text());
        assert_eq!(home.get(&answer.location().unwrap()).await.status, 200);
        for closed in [post, Cp.path("/journal"), "/parler".to_owned()] {
            assert_eq!(home.get(&closed).await.status, 404, "{closed}");
        }
        for closed in PRIVATE {
            assert_eq!(home.get(closed).await.status, 404, "{closed}");
        }
        for to in ["/", "/journal"] {
            assert_eq!(home.get(to).await.location().as_deref(), Some("/mes-travaux"), "{to}");
        }
    })
    .await;
}

#[tokio::test]
async fn what_a_child_signs_with_a_teacher_is_among_ones_own_works_once_it_is_published() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-05T09:00");
        let zoe = Zoe.person().to_string();
        let words = [("title", "Le dessin de Zoé"), ("body", "Une mare."), ("audience", "class")];
        let fields = [&words[..], &[("authors", zoe.as_str())][..]].concat();
        let thomas = app.by(Thomas).await;
        let post = thomas.upload(&Cp.path("/billets"), &fields, &[]).await.location().unwrap();
        let home = at_home(app).await;
        assert!(!home.get("/mes-travaux").await.says("Le dessin de Zoé"), "a draft is no work yet");
        thomas.post_then(&format!("{post}/publication"), &[]).await;
        app.at("2026-10-06T12:00");
        let home = at_home(app).await;
        let works = home.get("/mes-travaux").await;
        assert!(works.says("Le dessin de Zoé"), "{}", works.text());
        assert_eq!(home.get(&post).await.status, 200);
        thomas.post(&format!("{post}/retrait"), &[("reason", "Une erreur dans le texte.")]).await;
        assert!(!home.get("/mes-travaux").await.says("Le dessin de Zoé"), "what was withdrawn is not there");
    })
    .await;
}

#[tokio::test]
async fn what_the_school_closed_to_pupils_is_closed_at_home_too() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-05T09:00");
        let own = [("title", "Mon escargot"), ("body", "Il est lent."), ("audience", "class-and-families")];
        let post = app.by(Zoe).await.upload(&Cp.path("/billets"), &own, &[]).await.location().unwrap();
        let home = at_home(app).await;
        for (closed, status) in [("journal:pupil", 404), ("journal:guardian", 200), ("", 200)] {
            let mut tx = app.write().await;
            school::School::set_closed(&mut tx, Tilleuls.id(), closed).await.unwrap();
            tx.commit().await.unwrap();
            assert_eq!(home.get(&post).await.status, status, "{closed}");
            let works = home.get("/mes-travaux").await;
            assert_eq!((works.status, works.says("Mon escargot")), (200, status == 200), "{closed}: {}", works.text());
        }
    })
    .await;
}

#[tokio::test]
async fn the_home_code_opens_no_class_of_a_past_year_either() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-05T09:00");
        let post = published(app, &[]).await;
        let home = at_home(app).await;
        let mut tx = app.write().await;
        school::circle::close(&mut tx, Cp.id()).await.unwrap();
        tx.commit().await.unwrap();
        app.wait(60);
        assert_eq!(app.by(Zoe).await.get(&post).await.status, 200, "who was there still reads it");
        assert_eq!(home.get(&post).await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn whoever_has_finished_goes_back_to_the_door_of_before() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-05T09:00");
        let tablet = on_the_tablet(app).await;
        let answer = tablet.post("/deconnexion", &[]).await;
        assert_eq!(answer.location().as_deref(), Some("/tablette"));
        let wall = tablet.follow(&answer).await;
        assert!(wall.has(".wall-tile") && wall.says("C’est fini"), "{}", wall.text());
        let answer = at_home(app).await.post("/deconnexion", &[]).await;
        assert_eq!(answer.location().as_deref(), Some("/maison"));
        let answer = app.by(Claire).await.post("/deconnexion", &[]).await;
        assert_eq!(answer.location().as_deref(), Some("/connexion"));
    })
    .await;
}
