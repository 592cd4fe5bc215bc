//! What the région and its académies are called.

use crate::office::*;
use commons::identity::Identity;
use db::args;
use testkit::{Who::Adelaide, on_both};

const PATH: &str = "/conventions/identite";

#[tokio::test]
async fn an_academy_says_what_the_region_says_until_it_says_otherwise() {
    on_both(SERVICES, async |app| {
        task(app, "academy-admin", "region").await;
        let adelaide = app.by(Adelaide).await;
        let page = adelaide.get(PATH).await;
        assert!(page.link("Académie · Toulouse").is_some(), "{}", page.text());
        let form = [("portee", "region"), ("nom", "Région académique Occitanie"), ("tribunal", "Montpellier")];
        went_on(&adelaide.post(PATH, &form).await);
        academy(app).await;
        let page = adelaide.get(PATH).await;
        assert!(page.says("La région dit : Montpellier"), "{}", page.text());
        let form = [("portee", "academy:16"), ("nom", "Académie de Toulouse"), ("signataire", "Mme Alix Daurat")];
        went_on(&adelaide.post(PATH, &form).await);
        let identity = Identity::of(&mut app.read().await, "academy:16").await.unwrap();
        assert_eq!((identity.name.as_str(), identity.court.as_str()), ("Académie de Toulouse", "Montpellier"));
        let audited = "select count(*) as n from audit where action = 'identity-changed' and subject = $1";
        assert_eq!(count(app, audited, args!["academy:16"]).await, 1);
    })
    .await;
}

#[tokio::test]
async fn nobody_speaks_for_another_scope() {
    on_both(SERVICES, async |app| {
        let adelaide = app.by(Adelaide).await;
        for scope in ["region", "academy:11", "town:031:montaubrac", ""] {
            let answer = adelaide.post(PATH, &[("portee", scope), ("nom", "Autre")]).await;
            assert_eq!(answer.status, 404, "{scope}");
        }
        assert_eq!(adelaide.get("/conventions/identite?portee=region").await.status, 404);
        let long = "é".repeat(1001);
        let page = adelaide.post(PATH, &[("portee", "academy:16"), ("nom", long.as_str())]).await;
        assert_eq!(page.status, 422);
        assert_eq!(page.attributes("#f-nom", "value"), [long]);
        let slip = [("portee", "academy:16"), ("nom", "Académie de Toulouse"), ("courriel", "ent@ac-example")];
        let page = adelaide.post(PATH, &slip).await;
        assert_eq!((page.status, page.texts("#f-courriel-error").len()), (422, 1));
        assert_eq!(page.attributes("#f-courriel", "value"), ["ent@ac-example"]);
    })
    .await;
}
