//! The kinds of requests a commune takes: changed, closed, added, and never those of another.

use crate::{MONTAUBRAC, SAINTE_FOY, SERVICES, officer, school, send, task, typed};
use testkit::{Place::Tilleuls, Who::*, on_both};

const KIND: [(&str, &str); 8] = [
    ("commune", MONTAUBRAC),
    ("label", "Prêt de matériel"),
    ("delay", "20"),
    ("active", "on"),
    ("label_1", "Matériel"),
    ("kind_1", "choice"),
    ("options_1", "Tables ; Chaises"),
    ("required_1", "on"),
];

#[tokio::test]
async fn a_commune_adds_a_kind_with_its_questions() {
    on_both(SERVICES, async |app| {
        let officer = officer(app).await;
        let blank = officer.get("/demandes/types/nouveau").await;
        assert!(blank.has("input[name=label_3]") && !blank.has("input[name=label_4]"));
        let page = officer.post_then("/demandes/types", &KIND).await;
        let address = page.link("Prêt de matériel").unwrap();
        let slug = address.split(['/', '?']).nth(3).unwrap().to_owned();
        let form =
            app.by(Helene).await.get(&format!("/demandes/nouvelle?ecole={}&type={slug}", school(Tilleuls))).await;
        assert_eq!(form.texts("select[name=champ_1] option"), ["Aucun choix", "Tables", "Chaises"]);
        let wrong = send(app, &[("type", &slug), ("champ_1", "Bancs")]).await;
        assert_eq!((wrong.status, wrong.texts("#f-champ_1-error").len()), (422, 1));
        let answer = send(app, &[("type", &slug), ("champ_1", "Tables")]).await;
        let request = answer.location().unwrap();
        // What changes afterwards leaves what was asked as it was.
        let changes = [("label", "Matériel"), ("delay", "5")];
        officer.post_then(&format!("/demandes/types/{slug}"), &typed(&KIND, &changes)).await;
        let kept = officer.get(&request).await;
        assert!(kept.says("Prêt de matériel") && kept.says("Il reste 20 jours"), "{}", kept.text());
    })
    .await;
}

#[tokio::test]
async fn what_is_typed_wrong_comes_back() {
    on_both(SERVICES, async |app| {
        let officer = officer(app).await;
        for (changed, field) in [
            (("label", ""), "label"),
            (("delay", "0"), "delay"),
            (("email", "voirie"), "email"),
            (("options_1", "Tables"), "options_1"),
        ] {
            let answer = officer.post("/demandes/types", &typed(&KIND, &[changed])).await;
            assert_eq!((answer.status, answer.texts(&format!("#f-{field}-error")).len()), (422, 1), "{field}");
            assert_eq!(answer.attributes("input[name=label_1]", "value"), ["Matériel"]);
        }
    })
    .await;
}

#[tokio::test]
async fn a_closed_kind_and_one_of_another_commune_are_refused() {
    on_both(SERVICES, async |app| {
        let officer = officer(app).await;
        let closed = [("commune", MONTAUBRAC), ("label", "Travaux"), ("delay", "30")];
        let page = officer.post_then("/demandes/types/travaux", &closed).await;
        assert!(page.says("Fermé"), "{}", page.text());
        assert_eq!(send(app, &[]).await.status, 404);
        assert!(!app.by(Helene).await.get("/demandes/nouvelle").await.has("input[value=travaux]"));
        task(app, "town-officer", SAINTE_FOY).await;
        let elsewhere = app.by(Adelaide).await;
        let page = elsewhere.post_then("/demandes/types", &typed(&KIND, &[("commune", SAINTE_FOY)])).await;
        let slug = page.link("Prêt de matériel").unwrap().split(['/', '?']).nth(3).unwrap().to_owned();
        assert_eq!(send(app, &[("type", &slug), ("champ_1", "Tables")]).await.status, 404);
        assert_eq!(send(app, &[("type", "inconnu")]).await.status, 404);
        // Nor are the kinds of a commune changed from another one.
        assert_eq!(elsewhere.post("/demandes/types", &KIND).await.status, 404);
        assert_eq!(elsewhere.get(&format!("/demandes/types/travaux?commune={MONTAUBRAC}")).await.status, 404);
        assert_eq!(officer.get(&format!("/demandes/types/{slug}")).await.status, 200, "the same account runs it now");
        task(app, "town-officer", MONTAUBRAC).await;
        assert_eq!(officer.get(&format!("/demandes/types/{slug}")).await.status, 404);
    })
    .await;
}
