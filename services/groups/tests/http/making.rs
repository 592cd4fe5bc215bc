//! A group by hand: made, composed, changed, read by the team.

use crate::{SERVICES, THURSDAY, answers, audited, choose, list, make, part, pupils, reading, sits};
use testkit::{
    Classroom::{Ce, Cp},
    Place::Tilleuls,
    Who::*,
    on_both,
};

#[tokio::test]
async fn a_teacher_gathers_pupils_of_several_classes_of_the_school() {
    on_both(SERVICES, async |app| {
        app.at(THURSDAY);
        let group = reading(app).await;
        assert_eq!(pupils(app, &group).await, ["Tom", "Zoé"]);
        for who in [Zoe, Claire, Paul, Tom, Samia, Karim, Thomas] {
            assert!(sits(app, who, &group).await, "{who:?}");
        }
        assert!(!sits(app, Lina, &group).await && !sits(app, Helene, &group).await);
        let page = app.by(Rose).await.get(&group).await;
        assert!(page.says("Groupe de besoin · Les Tilleuls") && page.says("18 décembre 2026"), "{}", page.text());
        assert!(page.says("CP de M. Roux 1 élève Zoé MARTY"), "{}", page.text());
        assert!(page.says("Tom BENALI") && page.says("2 élèves") && page.says("Thomas ROUX"), "{}", page.text());
        assert_eq!((audited(app, Thomas, "group-made").await, audited(app, Thomas, "group-changed").await), (1, 1));
        let rows = app.by(Helene).await.get(&list(Tilleuls)).await;
        assert_eq!(rows.link("Lecture du mardi"), Some(group.clone()));
        assert!(rows.says("Lecture du mardi En cours Groupe de besoin · 2 élèves · jusqu’au 18 décembre 2026 inclus"));
    })
    .await;
}

#[tokio::test]
async fn who_is_ticked_no_more_leaves_and_who_made_the_group_stays() {
    on_both(SERVICES, async |app| {
        app.at(THURSDAY);
        let group = reading(app).await;
        let thomas = app.by(Thomas).await;
        let page = thomas.get(&part(&group, Tilleuls)).await;
        assert_eq!(page.attributes("input[name^='eleves-'][checked]", "value").len(), 2);
        assert!(page.says("CP de M. Roux : 1 sur 1"), "{}", page.text());
        app.wait(60);
        let all = [(Cp, Zoe), (Ce, Lina)];
        assert_eq!(choose(&thomas, &part(&group, Tilleuls), &all, &[Rose]).await.status, 303);
        assert_eq!(pupils(app, &group).await, ["Lina", "Zoé"]);
        assert!(sits(app, Rose, &group).await && sits(app, Thomas, &group).await);
        app.wait(60);
        // A colleague who sits in the group changes it too; back comes who had left.
        let rose = app.by(Rose).await;
        assert_eq!(choose(&rose, &part(&group, Tilleuls), &[(Ce, Tom)], &[]).await.status, 303);
        assert_eq!(pupils(app, &group).await, ["Tom"]);
        assert!(!sits(app, Rose, &group).await && sits(app, Thomas, &group).await);
    })
    .await;
}

#[tokio::test]
async fn nobody_of_another_school_is_chosen() {
    on_both(SERVICES, async |app| {
        app.at(THURSDAY);
        let group = reading(app).await;
        let thomas = app.by(Thomas).await;
        choose(&thomas, &part(&group, Tilleuls), &[(Cp, Zoe), (Cp, Enzo)], &[Thea, Agnes]).await;
        assert_eq!(pupils(app, &group).await, ["Zoé"]);
        for who in [Enzo, Thea, Agnes] {
            assert!(!sits(app, who, &group).await, "{who:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn what_is_typed_wrong_comes_back() {
    on_both(SERVICES, async |app| {
        app.at(THURSDAY);
        let thomas = app.by(Thomas).await;
        let fields = [("name", "Chorale"), ("purpose", "club"), ("way", "choix"), ("last", "2027-08-15")];
        let page = thomas.post(&list(Tilleuls), &fields).await;
        assert_eq!(page.status, 422);
        assert_eq!(page.texts("#f-last-error"), ["Choisissez un jour au plus tard le 31 juillet 2027."]);
        assert_eq!(page.attributes("input[name=name]", "value"), ["Chorale"]);
        assert_eq!(page.attributes("input[name=purpose][checked]", "value"), ["club"]);
        let page = thomas.post(&list(Tilleuls), &[]).await;
        for name in ["name", "purpose", "way", "last"] {
            assert!(page.has(&format!("#f-{name}-error")), "{name}: {}", page.text());
        }
        assert_eq!(audited(app, Thomas, "group-made").await, 0);
    })
    .await;
}

#[tokio::test]
async fn colleagues_read_a_group_and_the_head_changes_it() {
    on_both(SERVICES, async |app| {
        app.at(THURSDAY);
        let group = reading(app).await;
        answers(app, &group, 200, &[Thomas, Rose, Helene]).await;
        answers(app, &format!("{group}/modifier"), 403, &[Rose]).await;
        answers(app, &part(&group, Tilleuls), 403, &[Rose]).await;
        assert_eq!(app.by(Rose).await.post(&format!("{group}/fin"), &[]).await.status, 403);
        answers(app, &format!("{group}/fin"), 403, &[Rose]).await;
        let helene = app.by(Helene).await;
        let fields = [("name", "Lecture du jeudi"), ("purpose", "level"), ("last", "2027-01-29")];
        let page = helene.post_then(&group, &fields).await;
        assert!(page.says("Lecture du jeudi Groupe de niveau · Les Tilleuls"), "{}", page.text());
        assert!(page.says("29 janvier 2027"), "{}", page.text());
        assert_eq!(pupils(app, &group).await, ["Tom", "Zoé"]);
        assert_eq!(audited(app, Helene, "group-changed").await, 1);
    })
    .await;
}

#[tokio::test]
async fn the_pages_of_the_school_and_of_a_class_lead_to_the_groups() {
    on_both(SERVICES, async |app| {
        app.at(THURSDAY);
        let viewer = crate::viewer(app, Thomas).await;
        assert_eq!((groups::SERVICE.links_of_school)(&viewer, Tilleuls.id()).len(), 1);
        assert_eq!((groups::SERVICE.links_of_class)(&viewer, Cp.id(), Tilleuls.id()).len(), 1);
        let parent = crate::viewer(app, Claire).await;
        assert!((groups::SERVICE.links_of_child)(&parent, Zoe.person()).is_empty());
        assert!((groups::SERVICE.places)(&viewer).is_empty(), "one entry less in the navigation");
        // A head chooses who teaches in a group: nobody is seated before.
        let group = make(&app.by(Helene).await, Tilleuls, "Chorale", "choix").await;
        assert!(!sits(app, Helene, &group).await);
    })
    .await;
}
