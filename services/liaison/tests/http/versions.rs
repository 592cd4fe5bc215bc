//! Changing what was signed: a correction keeps signatures, another question asks again; everybody sees what changed.

use crate::{SERVICES, change, notices, progress, sent, sign, step, tasks};
use testkit::{
    Classroom::{Cm, Cp},
    Who::*,
    mot_to_zoe_and_lina, on_both,
};

const CORRECTION: (&str, &str) = ("revision", "correction");
const AGAIN: (&str, &str) = ("revision", "ask-again");

#[tokio::test]
async fn once_signed_the_author_says_what_becomes_of_signatures() {
    on_both(SERVICES, async |app| {
        let mot = sent(app, Thomas, Cp, &[]).await;
        let thomas = app.by(Thomas).await;
        assert!(!thomas.get(&step(&mot, "modifier")).await.says("Que deviennent leurs signatures ?"));
        sign(app, Claire, &mot, Zoe).await;
        assert!(thomas.get(&step(&mot, "modifier")).await.says("Que deviennent leurs signatures ?"));
        let refused = change(&thomas, &mot, &[("title", "Sortie au lac")]).await;
        assert_eq!(refused.status, 422);
        assert!(refused.says("Choisissez ce que deviennent les signatures déjà données."), "{}", refused.text());
        assert!(app.by(Claire).await.get(&mot).await.says("Sortie à la ferme"), "nothing is changed silently");
    })
    .await;
}

#[tokio::test]
async fn a_correction_keeps_signatures_and_shows() {
    on_both(SERVICES, async |app| {
        let mot = sent(app, Thomas, Cp, &[]).await;
        sign(app, Claire, &mot, Zoe).await;
        let changes = [CORRECTION, ("body", "Nous irons à la ferme avec Léa.")];
        assert_eq!(change(&app.by(Thomas).await, &mot, &changes).await.status, 303);
        assert_eq!(progress(app, Thomas, &mot).await, "1 sur 1");
        assert_eq!(notices(app, Claire, "liaison.corrected").await, 1);
        for who in [Claire, Paul, Thomas] {
            let client = app.by(who).await;
            let page = client.get(&mot).await;
            assert!(page.says("Modifié aujourd’hui à 10 h : correction de forme"), "{who:?}: {}", page.text());
            let versions = client.get(&page.link("Voir ce qui a changé").unwrap()).await;
            assert_eq!(versions.texts("ins"), ["ferme avec Léa."], "{who:?}");
            assert_eq!(versions.texts("del"), ["ferme."], "{who:?}");
        }
        assert_eq!(tasks(app, Claire).await, 0);
    })
    .await;
}

#[tokio::test]
async fn another_question_is_no_mere_correction() {
    on_both(SERVICES, async |app| {
        let mot = sent(app, Thomas, Cp, &[]).await;
        sign(app, Claire, &mot, Zoe).await;
        let thomas = app.by(Thomas).await;
        let refused = change(&thomas, &mot, &[CORRECTION, ("acts", "each")]).await;
        assert_eq!(refused.status, 422);
        assert!(refused.says("une nouvelle signature est nécessaire"), "{}", refused.text());
        assert_eq!(change(&thomas, &mot, &[AGAIN, ("acts", "each")]).await.status, 303);
        assert_eq!(progress(app, Thomas, &mot).await, "0 sur 1");
        assert_eq!((tasks(app, Claire).await, tasks(app, Paul).await), (1, 1));
        assert_eq!(notices(app, Claire, "liaison.asked-again").await, 1);
        let page = app.by(Claire).await.get(&mot).await;
        assert!(page.says("nouvelle signature demandée") && page.has(".mot-reply form"), "{}", page.text());
        sign(app, Claire, &mot, Zoe).await;
        sign(app, Paul, &mot, Zoe).await;
        assert_eq!(progress(app, Thomas, &mot).await, "1 sur 1");
    })
    .await;
}

#[tokio::test]
async fn before_the_first_signature_a_delivered_mot_changes_and_the_change_shows() {
    on_both(SERVICES, async |app| {
        let mot = sent(app, Thomas, Cp, &[]).await;
        app.by(Claire).await.get(&mot).await;
        assert_eq!(change(&app.by(Thomas).await, &mot, &[("title", "Sortie au lac")]).await.status, 303);
        let page = app.by(Claire).await.get(&mot).await;
        assert!(page.says("Sortie au lac") && page.says("Modifié aujourd’hui à 10 h"), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn nobody_writes_over_what_nobody_showed_them() {
    on_both(SERVICES, async |app| {
        let mot = sent(app, Thomas, Cp, &[]).await;
        let thomas = app.by(Thomas).await;
        change(&thomas, &mot, &[("title", "Sortie au lac")]).await;
        let fields = crate::form(&[("edition", "1"), ("title", "Sortie au parc")]);
        let refused = thomas.upload(&mot, &fields, &[]).await;
        assert_eq!(refused.status, 422);
        assert!(refused.says("Ce mot a été modifié depuis l’ouverture de cette page."), "{}", refused.text());
        assert!(thomas.get(&mot).await.says("Sortie au lac"));
    })
    .await;
}

#[tokio::test]
async fn nobody_signs_a_version_they_have_not_read() {
    on_both(SERVICES, async |app| {
        let mot = sent(app, Thomas, Cp, &[]).await;
        let claire = app.by(Claire).await;
        let read = claire.get(&mot).await.attributes("input[name=version]", "value").concat();
        assert_eq!(change(&app.by(Thomas).await, &mot, &[("body", "Nous irons au lac.")]).await.status, 303);
        let zoe = Zoe.person().to_string();
        let refused = claire.post(&step(&mot, "reponse"), &[("child", zoe.as_str()), ("version", read.as_str())]).await;
        assert_eq!(refused.status, 422);
        assert!(refused.says("Ce mot a changé") && refused.says("Nous irons au lac."), "{}", refused.text());
        assert_eq!(progress(app, Thomas, &mot).await, "0 sur 1");
        let read = refused.attributes("input[name=version]", "value").concat();
        let fields = [("child", zoe.as_str()), ("version", read.as_str())];
        assert_eq!(claire.post(&step(&mot, "reponse"), &fields).await.status, 303);
        assert_eq!(progress(app, Thomas, &mot).await, "1 sur 1");
    })
    .await;
}

#[tokio::test]
async fn whoever_left_the_class_reads_the_version_of_before() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        // Somebody stays: a mot for nobody is not changed.
        app.comes(Lina, Cp).await;
        let mot = sent(app, Thomas, Cp, &[]).await;
        app.at("2026-10-05T10:00");
        app.leaves(Zoe).await;
        app.at("2026-10-05T11:00");
        let changes = [("title", "Sortie au lac"), ("body", "Nous irons au lac.")];
        assert_eq!(change(&app.by(Thomas).await, &mot, &changes).await.status, 303);
        for who in [Claire, Paul] {
            let client = app.by(who).await;
            let page = client.get(&mot).await;
            assert!(page.says("Sortie à la ferme") && page.says("Nous irons à la ferme."), "{}", page.text());
            assert!(!page.says("au lac") && !page.says("Modifié"), "{who:?}: {}", page.text());
            assert!(!client.get(&step(&mot, "versions")).await.says("au lac"), "{who:?}");
        }
        assert!(app.by(Thomas).await.get(&mot).await.says("Nous irons au lac."));
    })
    .await;
}

#[tokio::test]
async fn the_list_of_whoever_changed_school_shows_a_mot_as_its_page_does() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        let mot = mot_to_zoe_and_lina(app, "sign").await;
        sign(app, Claire, &mot, Zoe).await;
        app.at("2026-10-05T10:00");
        app.leaves(Zoe).await;
        app.comes(Zoe, Cm).await;
        app.at("2026-10-05T11:00");
        let lina = Lina.person().to_string();
        let changes = [AGAIN, ("title", "Sortie au lac"), ("whole", "some"), ("children", lina.as_str())];
        assert_eq!(change(&app.by(Thomas).await, &mot, &changes).await.status, 303);
        let claire = app.by(Claire).await;
        assert!(claire.get(&mot).await.says("Sortie à la ferme"));
        let rows = claire.get("/carnet").await.texts(".mot-row").concat();
        assert!(rows.contains("Sortie à la ferme") && rows.contains("signé"), "{rows}");
        assert!(!rows.contains("au lac"), "{rows}");
        let samia = app.by(Samia).await.get("/carnet").await;
        assert!(samia.says("Sortie au lac") && !samia.says("Sortie à la ferme"), "{}", samia.text());
    })
    .await;
}
