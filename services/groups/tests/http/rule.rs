//! A group by rule: it follows who comes, who changes, who leaves.

use crate::{SERVICES, THURSDAY, choose, list, make, night, part, pupils, run, sits};
use commons::arrival;
use db::args;
use school::{Role, circle};
use testkit::{App, Classroom::Cp, Client, Page, Place::Tilleuls, Who::*, on_both};

/// Ticks the level CE1, or a class.
async fn ruled(client: &Client<'_>, group: &str, field: &str, value: &str) -> Page {
    client.post(&part(group, Tilleuls), &[(field, value)]).await
}

/// What an import says once it has seated people.
async fn told(app: &App) {
    let mut tx = app.write().await;
    arrival::tell_seated(&mut tx, "16").await.unwrap();
    tx.commit().await.unwrap();
    app.run_jobs().await;
}

#[tokio::test]
async fn all_pupils_of_a_level_come_and_whoever_arrives_later_too() {
    on_both(SERVICES, async |app| {
        app.at(THURSDAY);
        let thomas = app.by(Thomas).await;
        let group = make(&thomas, Tilleuls, "Tous les CE1", "regle").await;
        assert_eq!(ruled(&thomas, &group, "levels", "1122").await.status, 303);
        assert_eq!(pupils(app, &group).await, ["Lina"]);
        let page = thomas.get(&group).await;
        assert!(page.says("Règle : les élèves de CE1 (Les Tilleuls)."), "{}", page.text());
        // Tom goes down a class, Enzo arrives in the school at that level.
        app.wait(60);
        run(app, "update person set level = '1122' where id in ($1, $2)", args![Tom.person(), Enzo.person()]).await;
        let mut tx = app.write().await;
        circle::seat(&mut tx, Tilleuls.pupils(), Enzo.person(), Role::Pupil, None).await.unwrap();
        tx.commit().await.unwrap();
        told(app).await;
        assert_eq!(pupils(app, &group).await, ["Lina", "Tom", "Enzo"]);
        assert!(sits(app, Perrine, &group).await, "families follow");
        // Again changes nothing; who leaves the school leaves the group.
        told(app).await;
        app.wait(60);
        let leaves = "update member set until = $2 where person_id = $1 and circle_id = $3";
        run(app, leaves, args![Enzo.person(), app.now(), Tilleuls.pupils()]).await;
        run(app, "update person set level = '1123' where id = $1", args![Tom.person()]).await;
        app.wait(60);
        night(app).await;
        assert_eq!(pupils(app, &group).await, ["Lina"]);
        assert!(!sits(app, Perrine, &group).await);
    })
    .await;
}

#[tokio::test]
async fn a_whole_class_comes_and_the_page_shows_whom_the_rule_brings() {
    on_both(SERVICES, async |app| {
        app.at(THURSDAY);
        let helene = app.by(Helene).await;
        let group = make(&helene, Tilleuls, "Classe de neige", "regle").await;
        assert_eq!(ruled(&helene, &group, "classes", &Cp.id().to_string()).await.status, 303);
        assert_eq!(pupils(app, &group).await, ["Zoé"]);
        let page = helene.get(&part(&group, Tilleuls)).await;
        assert_eq!(page.attributes("input[name=classes][checked]", "value"), [Cp.id().to_string()]);
        assert!(page.says("Élèves que la règle fait venir CP de M. Roux Zoé MARTY"), "{}", page.text());
        // Pupils of a rule are not ticked one by one.
        app.wait(60);
        choose(&helene, &part(&group, Tilleuls), &[(Cp, Tom)], &[]).await;
        assert_eq!(pupils(app, &group).await, ["Zoé"]);
    })
    .await;
}

#[tokio::test]
async fn a_rule_says_something() {
    on_both(SERVICES, async |app| {
        app.at(THURSDAY);
        let thomas = app.by(Thomas).await;
        let group = make(&thomas, Tilleuls, "Tous les CE1", "regle").await;
        for (field, value) in [("levels", "1125"), ("levels", "x"), ("adults", "x")] {
            let page = ruled(&thomas, &group, field, value).await;
            assert_eq!(page.status, 422, "{value}");
            assert_eq!(page.texts("#f-levels-error"), ["Cochez au moins un niveau ou une classe."]);
        }
        assert!(thomas.get(&list(Tilleuls)).await.says("Tous les CE1 En cours Groupe de besoin · aucun élève"));
    })
    .await;
}

#[tokio::test]
async fn whoever_leaves_the_school_leaves_a_group_by_hand_too() {
    on_both(SERVICES, async |app| {
        app.at(THURSDAY);
        let group = crate::reading(app).await;
        app.wait(60);
        let leaves = "update member set until = $2 where person_id = $1 and source = 'aaf'";
        run(app, leaves, args![Zoe.person(), app.now()]).await;
        run(app, leaves, args![Thomas.person(), app.now()]).await;
        run(
            app,
            "update member set until = $2 where person_id = $1 and circle_id = $3",
            args![Thomas.person(), app.now(), Cp.id()],
        )
        .await;
        app.wait(60);
        night(app).await;
        assert_eq!(pupils(app, &group).await, ["Tom"]);
        assert!(!sits(app, Thomas, &group).await);
    })
    .await;
}
