//! A group of two schools: nothing before the head of the other says so, and nothing else of either.

use crate::{SERVICES, THURSDAY, answers, audited, choose, circle_of, list, make, part, pupils, sits, viewer};
use school::{Public, Right, Territory};
use testkit::{
    App,
    Classroom::{Cm, Cp},
    Place::{JulesVerne, Tilleuls},
    Who::{self, *},
    on_both,
};

/// A group of Hélène with Zoé, to which Jules-Verne is asked.
async fn asked(app: &App, way: &str) -> String {
    let helene = app.by(Helene).await;
    let group = make(&helene, Tilleuls, "Échecs", way).await;
    if way == "choix" {
        choose(&helene, &part(&group, Tilleuls), &[(Cp, Zoe)], &[Thomas]).await;
    }
    let asked = helene.post(&format!("{group}/ecoles"), &[("uai", "0310002j ")]).await;
    assert_eq!(asked.status, 303, "{}", asked.text());
    group
}

/// Where what awaits somebody is done.
async fn tasks(app: &App, who: Who) -> Vec<String> {
    app.awaiting(who).await.into_iter().map(|task| task.href).collect()
}

#[tokio::test]
async fn the_head_of_the_other_school_chooses_its_pupils_and_accepts() {
    on_both(SERVICES, async |app| {
        app.at(THURSDAY);
        let group = asked(app, "choix").await;
        // Asked, the head sees what it is and nobody of the other school; the teachers there nothing yet.
        let hector = app.by(Hector).await;
        let page = hector.get(&group).await;
        assert!(page.status == 200 && !page.says("Zoé"), "{}", page.text());
        answers(app, &group, 404, &[Thea, Perrine, Enzo]).await;
        assert_eq!(tasks(app, Hector).await, [part(&group, JulesVerne)]);
        assert_eq!(hector.get(&list(JulesVerne)).await.link("Échecs"), Some(part(&group, JulesVerne)));
        let page = hector.get(&part(&group, JulesVerne)).await;
        assert!(page.says("L’école Les Tilleuls vous propose ce groupe jusqu’au 18 décembre 2026 inclus."));
        assert!(page.says("Enzo RIVES") && !page.says("MARTY"), "{}", page.text());
        let accepted = choose(&hector, &part(&group, JulesVerne), &[(Cm, Enzo)], &[Thea]).await;
        assert_eq!(accepted.status, 303, "{}", accepted.text());
        assert_eq!(pupils(app, &group).await, ["Zoé", "Enzo"]);
        assert_eq!(audited(app, Hector, "group-shared").await, 1);
        let page = app.by(Thea).await.get(&group).await;
        assert!(page.says("CM1 de Mme Carrère · Jules-Verne 1 élève Enzo RIVES"), "{}", page.text());
        assert!(page.says("Zoé MARTY") && page.says("participe"), "{}", page.text());
        assert!(tasks(app, Hector).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_seat_in_the_group_of_another_school_is_no_seat_in_that_school() {
    on_both(SERVICES, async |app| {
        app.at(THURSDAY);
        let group = asked(app, "choix").await;
        choose(&app.by(Hector).await, &part(&group, JulesVerne), &[(Cm, Enzo)], &[Thea]).await;
        let id = circle_of(&group);
        let (thea, perrine, enzo) = (viewer(app, Thea).await, viewer(app, Perrine).await, viewer(app, Enzo).await);
        for (seen, public) in [(&thea, Public::Staff), (&perrine, Public::Families), (&enzo, Public::Pupils)] {
            assert!(seen.seats.iter().any(|seat| seat.circle == id || seat.of_circle == Some(id)), "{public:?}");
            assert!(seen.seats.iter().all(|seat| seat.school == JulesVerne.id()), "{public:?}");
            let there = Territory::School(Tilleuls.id()).circle(public);
            assert!(!seen.territory_circles().contains(&there), "{public:?}");
        }
        assert!(thea.may_in(Right::WriteLiaison, id, Tilleuls.id()), "who teaches in it writes to its families");
        assert!(
            !thea.may_in(Right::WriteLiaison, Cp.id(), Tilleuls.id()) && !thea.may_at(Right::MakeGroups, Tilleuls.id())
        );
        let own = viewer(app, Claire).await;
        assert!(own.seats.iter().all(|seat| seat.school == Tilleuls.id()));
        answers(app, &list(Tilleuls), 404, &[Thea, Hector]).await;
        // Each school chooses its own.
        answers(app, &part(&group, Tilleuls), 403, &[Thea, Hector]).await;
        answers(app, &part(&group, JulesVerne), 403, &[Helene, Thomas]).await;
        answers(app, &part(&group, JulesVerne), 200, &[Thea]).await;
        answers(app, &format!("{group}/modifier"), 403, &[Thea, Hector]).await;
    })
    .await;
}

#[tokio::test]
async fn a_school_refuses_or_leaves_and_its_pupils_go_with_it() {
    on_both(SERVICES, async |app| {
        app.at(THURSDAY);
        let group = asked(app, "choix").await;
        let hector = app.by(Hector).await;
        let out = format!("{}/retrait", part(&group, JulesVerne));
        assert_eq!(app.by(Thomas).await.post(&out, &[]).await.status, 403);
        assert_eq!(hector.post(&out, &[]).await.location(), Some(list(JulesVerne)));
        answers(app, &group, 404, &[Hector, Thea]).await;
        // Asked again, it joins, then leaves.
        let helene = app.by(Helene).await;
        assert_eq!(helene.post(&format!("{group}/ecoles"), &[("uai", "0310002J")]).await.status, 303);
        choose(&hector, &part(&group, JulesVerne), &[(Cm, Enzo)], &[Thea]).await;
        assert!(sits(app, Enzo, &group).await && sits(app, Thea, &group).await);
        app.wait(60);
        assert_eq!(helene.post(&out, &[]).await.location(), Some(group.clone()), "let go by who holds the group");
        assert_eq!(pupils(app, &group).await, ["Zoé"]);
        for who in [Enzo, Thea, Perrine] {
            assert!(!sits(app, who, &group).await, "{who:?}");
        }
        assert!(sits(app, Thomas, &group).await);
        assert_eq!(helene.post(&out, &[]).await.status, 404, "nobody leaves twice");
    })
    .await;
}

#[tokio::test]
async fn the_levels_of_the_rule_are_proposed_to_the_other_school() {
    on_both(SERVICES, async |app| {
        app.at(THURSDAY);
        let group = asked(app, "regle").await;
        // Nobody of the other school comes by the rule of this one.
        let helene = app.by(Helene).await;
        crate::run(app, "update person set level = '1122' where id = $1", db::args![Enzo.person()]).await;
        assert_eq!(helene.post(&part(&group, Tilleuls), &[("levels", "1122")]).await.status, 303);
        assert_eq!(pupils(app, &group).await, ["Lina"]);
        let hector = app.by(Hector).await;
        let page = hector.get(&part(&group, JulesVerne)).await;
        assert_eq!(page.attributes("input[name=levels][checked]", "value"), ["1122"]);
        assert!(page.says("Élèves que la règle fait venir CM1 de Mme Carrère Enzo RIVES"), "{}", page.text());
        hector.post(&part(&group, JulesVerne), &[("levels", "1122")]).await;
        assert_eq!(pupils(app, &group).await, ["Lina", "Enzo"]);
        let page = helene.get(&group).await;
        assert!(page.says("les élèves de CE1 (Jules-Verne).") && page.says("Enzo RIVES"), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn a_school_is_found_by_its_name_or_its_commune_and_asked_from_there() {
    on_both(SERVICES, async |app| {
        app.at(THURSDAY);
        let helene = app.by(Helene).await;
        let group = make(&helene, Tilleuls, "Échecs", "choix").await;
        for typed in ["sainte", "Jules", "foy%20verne", "0310002j"] {
            let page = helene.get(&format!("{group}?ecole={typed}")).await;
            assert!(page.says("Jules-Verne Sainte-Foy · 0310002J"), "{typed}: {}", page.text());
            assert_eq!(page.attributes("button[name=uai]", "value"), ["0310002J"], "{typed}");
        }
        for (typed, told) in
            [("j", "Tapez au moins deux lettres."), ("tilleuls", "Aucune autre école"), ("ules", "Aucune")]
        {
            let page = helene.get(&format!("{group}?ecole={typed}")).await;
            assert!(page.says(told) && !page.has("button[name=uai]"), "{typed}: {}", page.text());
            assert_eq!(page.attributes("input[name=ecole]", "value"), [typed]);
        }
        // A teacher who does not speak for the school finds nothing.
        let thomas = app.by(Thomas).await;
        choose(&helene, &part(&group, Tilleuls), &[(Cp, Zoe)], &[Thomas]).await;
        let page = thomas.get(&format!("{group}?ecole=jules")).await;
        assert!(page.status == 200 && !page.has("button[name=uai]") && !page.has("input[name=ecole]"));
        assert_eq!(helene.post(&format!("{group}/ecoles"), &[("uai", "0310002J")]).await.status, 303);
        // Asked once, it is proposed no more.
        assert!(!helene.get(&format!("{group}?ecole=jules")).await.has("button[name=uai]"));
    })
    .await;
}

#[tokio::test]
async fn only_the_head_asks_a_school_that_is_there_and_not_asked() {
    on_both(SERVICES, async |app| {
        app.at(THURSDAY);
        let group = asked(app, "choix").await;
        let helene = app.by(Helene).await;
        for (typed, told) in [
            (" ", "Il manque le code de l’école. Pour chercher par le nom, utilisez le champ plus haut."),
            ("0319999Z", "Aucune école de l’académie n’a ce code."),
            ("0310001H", "C’est l’école qui tient le groupe."),
            ("0310002J", "Cette école est déjà invitée."),
        ] {
            let page = helene.post(&format!("{group}/ecoles"), &[("uai", typed)]).await;
            assert_eq!((page.status, page.texts("#f-uai-error")), (422, vec![told.to_owned()]));
            assert_eq!(page.attributes("input[name=uai]", "value"), [typed]);
        }
        // A teacher of the group changes it, but does not speak for the school.
        let thomas = app.by(Thomas).await;
        assert!(!thomas.get(&group).await.has("input[name=uai]"));
        assert_eq!(thomas.post(&format!("{group}/ecoles"), &[("uai", "0310002J")]).await.status, 403);
    })
    .await;
}

#[tokio::test]
async fn a_group_that_ended_waits_for_no_school() {
    on_both(SERVICES, async |app| {
        app.at(THURSDAY);
        let group = asked(app, "choix").await;
        let helene = app.by(Helene).await;
        assert!(helene.get(&group).await.says("n’a pas encore répondu"));
        let page = helene.post_then(&format!("{group}/fin"), &[]).await;
        assert!(page.says("Terminé") && !page.says("n’a pas encore répondu"), "{}", page.text());
    })
    .await;
}
