//! The adults a school chose to listen to its pupils.

use crate::SERVICES;
use db::args;
use testkit::{
    App,
    Place::Tilleuls,
    Who::{self, *},
    on_both,
};

fn path(rest: &str) -> String {
    format!("/ecoles/{}/protection{rest}", Tilleuls.id())
}

/// Has the head choose these adults.
async fn choose(app: &App, adults: &[Who]) {
    let ids: Vec<String> = adults.iter().map(|it| it.person().to_string()).collect();
    let fields: Vec<(&str, &str)> = ids.iter().map(|id| ("adultes", id.as_str())).collect();
    let page = app.by(Helene).await.post_then(&path("/adultes"), &fields).await;
    assert!(page.says("Les adultes à l’écoute sont enregistrés."), "{}", page.text());
}

/// Those a child is offered.
async fn offered(app: &App, child: Who) -> Vec<String> {
    app.by(child).await.get("/parler").await.attributes("button[name=adult]", "value")
}

fn ids(adults: &[Who]) -> Vec<String> {
    adults.iter().map(|it| it.person().to_string()).collect()
}

#[tokio::test]
async fn without_a_choice_teachers_of_the_class_and_the_head_listen() {
    on_both(SERVICES, async |app| {
        assert_eq!(offered(app, Zoe).await, ids(&[Thomas, Helene]));
        assert_eq!(offered(app, Tom).await, ids(&[Helene]), "the head who teaches comes once");
    })
    .await;
}

#[tokio::test]
async fn the_head_chooses_among_those_who_work_there() {
    on_both(SERVICES, async |app| {
        choose(app, &[Rose, Agnes, Hector, Paul]).await;
        for child in [Zoe, Tom] {
            assert_eq!(offered(app, child).await, ids(&[Rose, Agnes]), "{child:?}");
        }
        let page = app.by(Helene).await.get(&path("")).await;
        assert_eq!(page.attributes("input[name=adultes][checked]", "value"), ids(&[Rose, Agnes]));
        choose(app, &[]).await;
        assert_eq!(offered(app, Zoe).await, ids(&[Thomas, Helene]));
    })
    .await;
}

#[tokio::test]
async fn whoever_cannot_sign_in_or_left_is_not_offered() {
    on_both(SERVICES, async |app| {
        choose(app, &[Rose, Agnes]).await;
        let mut tx = app.write().await;
        tx.change("update account set activated_at = null where id = $1", args![Rose.account()]).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(offered(app, Zoe).await, ids(&[Agnes]));
        let mut tx = app.write().await;
        tx.change("delete from member where person_id = $1", args![Agnes.person()]).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(offered(app, Zoe).await, ids(&[Thomas, Helene]), "the usual ones rather than nobody");
    })
    .await;
}

#[tokio::test]
async fn nobody_of_the_family_is_offered_even_where_a_mother_teaches() {
    on_both(SERVICES, async |app| {
        let mut tx = app.write().await;
        let mother =
            "insert into guardianship (child_id, adult_id, position, source, since) values ($1, $2, 3, 'hand', 0)";
        tx.change(mother, args![Zoe.person(), Helene.person()]).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(offered(app, Zoe).await, ids(&[Thomas]));
        choose(app, &[Helene, Rose]).await;
        assert_eq!((offered(app, Zoe).await, offered(app, Tom).await), (ids(&[Rose]), ids(&[Rose, Helene])));
        let helene = Helene.person().to_string();
        assert_eq!(app.by(Zoe).await.post("/parler", &[("adult", helene.as_str())]).await.status, 422);
    })
    .await;
}
