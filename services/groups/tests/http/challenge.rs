//! A challenge: proposed by the inspection, joined class by class.

use crate::{SERVICES, THURSDAY, answers, list, pupils, run, sits};
use db::args;
use testkit::{
    App,
    Classroom::{Ce, Cm, Cp},
    Client,
    Place::{JulesVerne, Tilleuls},
    Who::*,
    on_both,
};

/// Makes Adélaïde an adviser of a circonscription, in which these schools are.
async fn adviser(app: &App) -> Client<'_> {
    let grant =
        "update account_grant set role = 'district-adviser', scope = 'district:16:790001' where account_id = $1";
    run(app, grant, args![Adelaide.account()]).await;
    run(app, "update school set district = 790001", &[]).await;
    app.by(Adelaide).await
}

async fn proposed(adviser: &Client<'_>) -> String {
    let fields = [("name", "Défi maths"), ("uai", "0310001H"), ("last", "2027-05-28")];
    let made = adviser.post("/defis", &fields).await;
    assert_eq!(made.status, 303, "{}", made.text());
    made.location().unwrap()
}

#[tokio::test]
async fn classes_join_by_who_teaches_them_and_the_adviser_reads_no_name() {
    on_both(SERVICES, async |app| {
        app.at(THURSDAY);
        let adviser = adviser(app).await;
        let group = proposed(&adviser).await;
        let thea = app.by(Thea).await;
        assert_eq!(thea.get(&list(JulesVerne)).await.link("Défi maths"), Some(group.clone()));
        let page = thea.get(&group).await;
        assert_eq!(page.texts("select[name=class] option"), ["CM1 de Mme Carrère"]);
        let joins = format!("{group}/classes");
        assert_eq!(thea.post(&joins, &[("class", &*Cp.id().to_string())]).await.status, 404, "a class of others");
        let page = thea.post_then(&joins, &[("class", &*Cm.id().to_string())]).await;
        assert!(page.says("La classe « CM1 de Mme Carrère » participe au défi."), "{}", page.text());
        assert!(sits(app, Thea, &group).await && sits(app, Enzo, &group).await);
        assert!(!sits(app, Perrine, &group).await, "nothing of it is told to families");
        assert!(page.says("rien d’autre ne s’y écrit pour l’instant"), "{}", page.text());
        app.by(Thomas).await.post(&joins, &[("class", &*Cp.id().to_string())]).await;
        assert_eq!(pupils(app, &group).await, ["Zoé", "Enzo"]);
        // Each reads the names of their own pupils, and of others a class and a number.
        let page = thea.get(&group).await;
        assert!(page.says("Enzo RIVES") && page.says("CP de M. Roux") && !page.says("Zoé"), "{}", page.text());
        let page = adviser.get(&group).await;
        assert!(page.says("CM1 de Mme Carrère · Jules-Verne 1 élève") && page.says("CP de M. Roux 1 élève"));
        assert!(!page.says("Zoé") && !page.says("Enzo"), "{}", page.text());
        assert!(adviser.get("/defis").await.says("Défi maths En cours Défi · Les Tilleuls · 2 élèves"));
        // The head of a school sees to all its classes.
        let page = app.by(Helene).await.get(&group).await;
        assert_eq!(page.texts("select[name=class] option"), ["CE1-CE2 de Mme Vidal"]);
        assert_eq!(app.by(Helene).await.post(&joins, &[("class", &*Ce.id().to_string())]).await.status, 303);
    })
    .await;
}

#[tokio::test]
async fn a_class_leaves_and_so_does_who_teaches_it() {
    on_both(SERVICES, async |app| {
        app.at(THURSDAY);
        let group = proposed(&adviser(app).await).await;
        let thea = app.by(Thea).await;
        thea.post(&format!("{group}/classes"), &[("class", &*Cm.id().to_string())]).await;
        let leaves = format!("{group}/classes/{}/retrait", Cm.id());
        assert_eq!(app.by(Thomas).await.post(&leaves, &[]).await.status, 403);
        app.wait(60);
        assert_eq!(thea.post(&leaves, &[]).await.status, 303);
        assert!(pupils(app, &group).await.is_empty());
        assert!(!sits(app, Thea, &group).await && !sits(app, Enzo, &group).await);
        assert_eq!(thea.post(&leaves, &[]).await.status, 404);
        // It may join again, and who proposes takes a class out too.
        app.wait(60);
        assert_eq!(thea.post(&format!("{group}/classes"), &[("class", &*Cm.id().to_string())]).await.status, 303);
        assert_eq!(pupils(app, &group).await, ["Enzo"]);
        app.wait(60);
        assert_eq!(app.by(Adelaide).await.post(&leaves, &[]).await.status, 303);
        assert!(pupils(app, &group).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_challenge_stays_in_its_territory() {
    on_both(SERVICES, async |app| {
        app.at(THURSDAY);
        let adviser = adviser(app).await;
        run(app, "update school set district = 790002 where id = $1", args![JulesVerne.id()]).await;
        let group = proposed(&adviser).await;
        answers(app, &group, 404, &[Thea, Hector]).await;
        assert_eq!(app.by(Thea).await.get(&list(JulesVerne)).await.link("Défi maths"), None);
        let fields = [("name", "Défi lecture"), ("uai", "0310002J"), ("last", "2027-05-28")];
        let page = adviser.post("/defis", &fields).await;
        assert_eq!(page.status, 422);
        assert_eq!(page.texts("#f-uai-error"), ["Aucune école de votre territoire n’a ce code."]);
        assert_eq!(page.attributes("input[name=name]", "value"), ["Défi lecture"]);
        // It is theirs to rename and to end, not to compose.
        assert_eq!(adviser.get(&crate::part(&group, Tilleuls)).await.status, 403);
        assert_eq!(adviser.get(&list(Tilleuls)).await.status, 404);
        let page = adviser.post_then(&group, &[("name", "Défi calcul"), ("last", "2027-06-04")]).await;
        assert!(page.says("Défi calcul Défi · Les Tilleuls"), "{}", page.text());
        assert!(page.says("Mettre fin au défi") && page.says("Modifier le défi"), "{}", page.text());
        assert!(adviser.get("/defis").await.says("Nom du défi"));
        let edit = adviser.get(&format!("{group}/modifier")).await;
        assert!(edit.says("Nom du défi") && !edit.says("Nom du groupe"), "{}", edit.text());
        // The school that lends it a place neither changes nor ends what is meant for a territory.
        let head = app.by(Helene).await;
        let page = head.get(&group).await;
        assert!(page.status == 200 && !page.says("Mettre fin") && !page.says("Modifier"), "{}", page.text());
        for path in [format!("{group}/fin"), group.clone()] {
            assert_eq!(head.post(&path, &[("name", "À nous"), ("last", "2027-06-04")]).await.status, 403, "{path}");
        }
        assert_eq!(head.get(&format!("{group}/modifier")).await.status, 403);
        assert_eq!(adviser.post(&format!("{group}/fin"), &[]).await.status, 303);
        answers(app, "/defis", 404, &[Helene, Thomas, Hector, Claire, Zoe, Agnes]).await;
    })
    .await;
}
