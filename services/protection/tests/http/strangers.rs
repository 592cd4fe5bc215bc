//! Whoever has no business there finds nothing there, whatever the address.

use crate::{
    SERVICES, count,
    thing::{published, report_of},
};
use testkit::{
    App,
    Classroom::Cp,
    Place::Tilleuls,
    Who::{self, *},
    on_both, strangers_find_nothing,
};

/// Every address of the service about somebody or something of Les Tilleuls.
async fn addresses(app: &App) -> Vec<(&'static str, String)> {
    let report = report_of(published(app).await);
    app.by(Paul).await.post(&report, &[("what", "hurts")]).await;
    let adult = Thomas.person().to_string();
    app.by(Zoe).await.post("/parler", &[("words", "J’ai peur."), ("adult", adult.as_str())]).await;
    let helene = app.by(Helene).await;
    let setting = format!("/ecoles/{}/protection", Tilleuls.id());
    helene.post(&format!("{setting}/mots"), &[("mot", "gros bêta")]).await;
    let word = helene.get(&setting).await.attributes("form[action$='/retrait']", "action").concat();
    let settle = helene.get("/a-valider").await.attributes("form[action$='/classement']", "action").concat();
    let asked: (commons::ThingId,) = app
        .read()
        .await
        .one("select thing_id from talk_request where school_id = $1", db::args![Tilleuls.id()])
        .await
        .unwrap();
    let request = format!("/paroles/{}", asked.0);
    let register = Cp.path("/droit-image");
    vec![
        ("GET", report.clone()),
        ("POST", report),
        ("POST", settle),
        ("GET", setting.clone()),
        ("POST", format!("{setting}/mots")),
        ("POST", word),
        ("POST", format!("{setting}/adultes")),
        ("GET", request.clone()),
        ("POST", format!("{request}/lecture")),
        ("POST", format!("{request}/direction")),
        ("POST", format!("{request}/cloture")),
        ("POST", format!("/droit-image/{}/{}", Tilleuls.id(), Zoe.person())),
        ("GET", register.clone()),
        ("POST", register),
    ]
}

#[tokio::test]
async fn strangers_find_nothing_and_change_nothing() {
    on_both(SERVICES, async |app| {
        let addresses = addresses(app).await;
        let before = count(app, "select count(*) as n from audit", &[]).await;
        let mut strangers = Who::STRANGERS.to_vec();
        strangers.extend([Tom, Samia, Rose, Agnes, Adelaide]);
        strangers_find_nothing(app, &addresses, &strangers).await;
        assert_eq!(count(app, "select count(*) as n from audit", &[]).await, before);
    })
    .await;
}

#[tokio::test]
async fn those_responsible_for_the_child_find_nothing_of_what_the_child_asked() {
    on_both(SERVICES, async |app| {
        let addresses = addresses(app).await;
        let of_the_child: Vec<_> = addresses.into_iter().filter(|(_, path)| path.starts_with("/paroles")).collect();
        strangers_find_nothing(app, &of_the_child, &[Paul, Claire, Helene]).await;
    })
    .await;
}

#[tokio::test]
async fn a_visitor_is_asked_to_sign_in_at_the_pages_of_each() {
    on_both(SERVICES, async |app| {
        let own = [("GET", "/a-valider"), ("GET", "/parler"), ("POST", "/parler"), ("GET", "/droit-image")];
        let own: Vec<_> = own.into_iter().map(|(method, path)| (method, path.to_owned())).collect();
        strangers_find_nothing(app, &own, &[]).await;
    })
    .await;
}
