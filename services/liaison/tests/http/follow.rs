//! The follow-up: four plain states, reminding once a day, newcomers, families nothing reaches.

use crate::{SERVICES, answers, notices, progress, reply, sent, sign, step, tasks};
use commons::{ThingId, receipt};
use db::args;
use school::{Role, circle};
use testkit::{
    App,
    Classroom::{Ce, Cp},
    Who::*,
    on_both,
};

fn id(mot: &str) -> ThingId {
    mot.rsplit('/').next().unwrap().parse().unwrap()
}

#[tokio::test]
async fn the_grid_says_where_each_adult_stands() {
    on_both(SERVICES, async |app| {
        let mot = sent(app, Helene, Ce, &[("acts", "each"), ("due", "2026-10-02")]).await;
        app.by(Samia).await.get(&mot).await;
        sign(app, Samia, &mot, Tom).await;
        let mut tx = app.write().await;
        let helene = Helene.person();
        assert!(receipt::paper(&mut tx, id(&mot), 1, Tom.person(), Karim.person(), None, helene).await.unwrap());
        tx.commit().await.unwrap();
        let page = app.by(Helene).await.get(&step(&mot, "suivi")).await;
        // Lina, then Tom; the mother, then the father.
        assert_eq!(page.texts(".follow-cell .status"), ["lu", "non lu", "signé", "papier"]);
        assert_eq!(page.texts("thead th"), ["Élève", "Responsable 1", "Responsable 2"]);
        assert_eq!(page.texts(".figure-of-day"), ["1 sur 2"]);
        assert_eq!(page.texts(".follow-totals li"), ["non lu 1", "lu 1", "signé 1", "papier 1"]);
        app.at("2026-10-05T10:00");
        let page = app.by(Helene).await.get(&step(&mot, "suivi")).await;
        assert_eq!(page.texts(".follow-cell .status"), ["lu", "en retard", "non lu", "en retard", "signé", "papier"]);
    })
    .await;
}

#[tokio::test]
async fn a_slip_never_replaces_what_an_adult_did() {
    on_both(SERVICES, async |app| {
        let mot = sent(app, Thomas, Cp, &[("reply", "text")]).await;
        assert_eq!(reply(app, Claire, &mot, Zoe, "Oui.").await.status, 303);
        let mut tx = app.write().await;
        let (zoe, claire, thomas) = (Zoe.person(), Claire.person(), Thomas.person());
        assert!(!receipt::paper(&mut tx, id(&mot), 1, zoe, claire, Some("Non."), thomas).await.unwrap());
        tx.commit().await.unwrap();
        assert!(app.by(Claire).await.get(&mot).await.says("Votre réponse : Oui."));
    })
    .await;
}

#[tokio::test]
async fn a_colleague_of_the_class_follows_too_and_families_do_not() {
    on_both(SERVICES, async |app| {
        let mot = sent(app, Thomas, Cp, &[]).await;
        answers(app, &step(&mot, "suivi"), 403, &[Claire, Paul]).await;
        answers(app, &step(&mot, "suivi"), 404, &[Rose, Tom, Samia, Agnes]).await;
        let mut tx = app.write().await;
        circle::seat(&mut tx, Cp.id(), Rose.person(), Role::Teacher, None).await.unwrap();
        tx.commit().await.unwrap();
        answers(app, &step(&mot, "suivi"), 200, &[Rose, Helene]).await;
        assert!(app.by(Rose).await.get("/carnet").await.says("Sortie à la ferme"));
    })
    .await;
}

#[tokio::test]
async fn those_who_have_not_signed_are_reminded_once_a_day() {
    on_both(SERVICES, async |app| {
        let mot = sent(app, Thomas, Cp, &[("acts", "each")]).await;
        sign(app, Claire, &mot, Zoe).await;
        let thomas = app.by(Thomas).await;
        let page = thomas.get(&step(&mot, "suivi")).await;
        assert!(page.says("Paul MARTY (pour Zoé M.)") && !page.says("Claire FABRE (pour Zoé M.)"), "{}", page.text());
        let page = thomas.post_then(&step(&mot, "relance"), &[]).await;
        assert!(page.says("1 responsable est relancé"), "{}", page.text());
        assert!(!page.has("form[action$='/relance']"));
        let page = thomas.post_then(&step(&mot, "relance"), &[]).await;
        assert!(page.says("Déjà relancés aujourd’hui"), "{}", page.text());
        assert_eq!((notices(app, Paul, "liaison.relanced").await, times(app).await), (1, 1));
        assert_eq!(notices(app, Claire, "liaison.relanced").await, 0);
        app.at("2026-10-02T10:00");
        thomas.post_then(&step(&mot, "relance"), &[]).await;
        assert_eq!(times(app).await, 2);
        assert_eq!(app.by(Claire).await.post(&step(&mot, "relance"), &[]).await.status, 403);
    })
    .await;
}

/// How often Paul was told.
async fn times(app: &App) -> i64 {
    let sql = "select times as n from notification where person_id = $1 and verb = 'liaison.relanced'";
    crate::count(app, sql, args![Paul.person()]).await
}

#[tokio::test]
async fn a_reminder_outside_the_hours_waits_for_the_opening() {
    on_both(SERVICES, async |app| {
        let mot = sent(app, Thomas, Cp, &[]).await;
        app.at("2026-10-03T10:00");
        app.by(Thomas).await.post_then(&step(&mot, "relance"), &[]).await;
        let seen = "select count(*) as n from notification where verb = 'liaison.relanced' and visible_from <= $1";
        assert_eq!(crate::count(app, seen, args![app.now()]).await, 0);
        app.at("2026-10-05T07:00");
        assert_eq!(crate::count(app, seen, args![app.now()]).await, 2);
    })
    .await;
}

#[tokio::test]
async fn children_who_came_since_are_added() {
    on_both(SERVICES, async |app| {
        let mot = sent(app, Thomas, Cp, &[]).await;
        let thomas = app.by(Thomas).await;
        assert_eq!(thomas.post(&step(&mot, "eleves"), &[]).await.status, 409);
        app.comes(Lina, Cp).await;
        assert_eq!(tasks(app, Samia).await, 0);
        let page = thomas.get(&step(&mot, "suivi")).await;
        assert!(page.says("Arrivés depuis l’envoi : Lina BENALI"), "{}", page.text());
        let page = thomas.post_then(&step(&mot, "eleves"), &[]).await;
        assert!(page.says("Le mot est envoyé à 1 élève de plus."), "{}", page.text());
        assert_eq!(tasks(app, Samia).await, 1);
        sign(app, Samia, &mot, Lina).await;
        assert_eq!(progress(app, Thomas, &mot).await, "1 sur 2");
    })
    .await;
}

#[tokio::test]
async fn a_child_who_left_is_awaited_no_more() {
    on_both(SERVICES, async |app| {
        let mot = sent(app, Helene, Ce, &[]).await;
        let mut tx = app.write().await;
        let (circle, child, now) = (Ce.id(), Tom.person(), tx.now());
        tx.change("update member set until = $3 where circle_id = $1 and person_id = $2", args![circle, child, now])
            .await
            .unwrap();
        tx.commit().await.unwrap();
        assert_eq!(progress(app, Helene, &mot).await, "0 sur 1");
    })
    .await;
}

#[tokio::test]
async fn families_nothing_reaches_come_first_with_their_telephone() {
    on_both(SERVICES, async |app| {
        let mot = sent(app, Thomas, Cp, &[]).await;
        let mut tx = app.write().await;
        tx.change("update account set activated_at = null where id = $1", args![Paul.account()]).await.unwrap();
        let details = r#"{"mobile":"0600000001"}"#;
        tx.change("update person set details = $2 where id = $1", args![Paul.person(), details]).await.unwrap();
        tx.commit().await.unwrap();
        let page = app.by(Thomas).await.get(&step(&mot, "suivi")).await;
        assert!(page.says("Familles non atteintes") && page.says("compte jamais activé"), "{}", page.text());
        assert!(page.says("06 00 00 00 01"), "{}", page.text());
        assert!(!app.by(Claire).await.get(&mot).await.says("06 00"));
    })
    .await;
}
