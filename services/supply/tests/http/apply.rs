//! From files to the school.

use crate::{
    GUARDIANS, MARELLE, PUPILS, SAMPLE_GUARDIANS, SAMPLE_PUPILS, SERVICES, applied, apply, count, csv, given, onde,
    open_marelle, pupil, seated, sitting,
};
use db::args;
use school::CircleKind;
use testkit::{Who::*, on_both};

#[tokio::test]
async fn a_school_is_fed_by_its_extractions() {
    on_both(SERVICES, async |app| {
        open_marelle(app).await;
        let hector = app.by(Hector).await;
        let files = [csv(PUPILS, SAMPLE_PUPILS), csv(GUARDIANS, SAMPLE_GUARDIANS)];
        let run = given(&hector, MARELLE, &[&files[0], &files[1]]).await;
        let page = hector.get(&run).await;
        assert!(page.says("Ce que nous avons compris"), "{}", page.text());
        assert!(page.says("Élèves · 2 lignes · UTF-8"), "{}", page.text());
        assert!(page.says("Responsables · 1 ligne · UTF-8"), "{}", page.text());
        assert!(page.says("D'ORVAL-NÉMOZ Zélie-Anne"), "{}", page.text());
        assert!(page.says("29 février 2020"), "{}", page.text());
        assert!(page.says("NÉMOZ Bérengère"), "{}", page.text());
        assert_eq!(seated(app, MARELLE).await, 0, "nothing is written yet");
        assert!(page.says("Nouvelles classes 1") && page.says("Comme trouvé : une nouvelle classe"), "{}", page.text());
        assert!(!page.says("Ouvrir une nouvelle classe"), "the same answer twice");

        let done = hector.follow(&apply(&hector, &run, &[]).await).await;
        assert!(done.says("L’annuaire de l’école est à jour."), "{}", done.text());
        assert!(done.says("Ce qui a été fait"), "{}", done.text());
        assert_eq!(seated(app, MARELLE).await, 2);
        let class = "CP-CE1 Mme Sauvagnac";
        assert_eq!(sitting(app, CircleKind::Class, class).await, ["Idriss", "Zélie-Anne"]);
        assert_eq!(sitting(app, CircleKind::Level, &format!("CP · {class}")).await, ["Zélie-Anne"]);
        assert_eq!(sitting(app, CircleKind::Level, &format!("CE1 · {class}")).await, ["Idriss"]);
        let families = "select count(*) as n from circle where school_id = $1 and kind = 'families' and until is null";
        assert_eq!(count(app, families, args![MARELLE]).await, 4, "school, class, two levels");
        let tied = "select count(*) as n from guardianship g join person c on c.id = g.child_id join person a \
             on a.id = g.adult_id where c.ine = '990000001AB' and a.email = 'b.nemoz@example.org' and g.source = 'onde' \
             and g.until is null";
        assert_eq!(count(app, tied, &[]).await, 1);
        let in_use = "select count(*) as n from person where last_name = 'TAMBOURA' and source = 'onde' and level = '1122'";
        assert_eq!(count(app, in_use, &[]).await, 1);
        let files_left = "select count(*) as n from supply_file where school_id = $1";
        assert_eq!(count(app, files_left, args![MARELLE]).await, 0);
        let audited = "select count(*) as n from audit where action in ('onde-read', 'onde-applied') and subject = $1";
        assert_eq!(count(app, audited, args![MARELLE.to_string()]).await, 2);
    })
    .await;
}

#[tokio::test]
async fn the_same_files_again_change_nothing() {
    on_both(SERVICES, async |app| {
        open_marelle(app).await;
        let hector = app.by(Hector).await;
        let files = [csv(PUPILS, SAMPLE_PUPILS), csv(GUARDIANS, SAMPLE_GUARDIANS)];
        applied(&hector, MARELLE, &[&files[0], &files[1]]).await;
        app.wait(60);
        let page = hector.get(&given(&hector, MARELLE, &[&files[0], &files[1]]).await).await;
        assert!(page.says("Les fichiers et l’annuaire de l’école disent la même chose."), "{}", page.text());
        assert!(page.says("Rien ne change") && !page.says("Appliquer à l’école"), "{}", page.text());
        assert!(!page.has("input[name='vu']"), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn what_is_applied_is_what_was_seen() {
    on_both(SERVICES, async |app| {
        open_marelle(app).await;
        let hector = app.by(Hector).await;
        let run = given(&hector, MARELLE, &[&csv(PUPILS, SAMPLE_PUPILS)]).await;
        let answer = hector.post(&run, &[("vu", "autre chose")]).await;
        let page = hector.follow(&answer).await;
        assert!(page.says("L’école a changé depuis l’affichage de cette page."), "{}", page.text());
        assert_eq!(seated(app, MARELLE).await, 0);
        apply(&hector, &run, &[]).await;
        let again = hector.follow(&hector.post(&run, &[]).await).await;
        assert!(again.says("Ces fichiers ont déjà été appliqués."), "{}", again.text());
    })
    .await;
}

#[tokio::test]
async fn moves_changes_and_departures_are_told_and_the_last_need_a_tick() {
    on_both(SERVICES, async |app| {
        open_marelle(app).await;
        let hector = app.by(Hector).await;
        let (cp, ce1) = (("CP", "880031"), ("CE1", "880032"));
        let before = [
            pupil("BARTHE", "Ninon", "2020-01-02", "990000003AA", "CP", cp),
            pupil("CAZAL", "Milo", "2020-03-04", "990000004AA", "CP", cp),
            pupil("DELMAS", "Rita", "2019-05-06", "990000005AA", "CE1", ce1),
        ];
        applied(&hector, MARELLE, &[&csv(PUPILS, &before.concat())]).await;
        app.wait(60);
        let after = [
            pupil("BARTHE", "Ninon", "2020-01-02", "990000003AA", "CE1", ce1),
            pupil("CAZAL", "Mylo", "2020-03-04", "990000004AA", "CP", cp),
        ];
        let run = given(&hector, MARELLE, &[&csv(PUPILS, &after.concat())]).await;
        let page = hector.get(&run).await;
        assert!(page.says("BARTHE Ninon CP CE1"), "{}", page.text());
        assert!(page.says("Prénom : Milo → Mylo"), "{}", page.text());
        assert!(page.says("leur départ est noté, rien n’est effacé (1)"), "{}", page.text());
        let refused = apply(&hector, &run, &[]).await;
        assert_eq!(refused.status, 422);
        assert!(refused.says("Beaucoup d’élèves partiraient."), "{}", refused.text());
        assert_eq!(seated(app, MARELLE).await, 3);

        assert_eq!(apply(&hector, &run, &[("depart", "on")]).await.status, 303);
        let noted = "Les départs sont notés : la page « Départs » dit pour chacun ce que devient le compte.";
        assert!(hector.get(&run).await.says(noted), "{}", hector.get(&run).await.text());
        assert_eq!(sitting(app, CircleKind::Class, "CP").await, ["Mylo"]);
        assert_eq!(sitting(app, CircleKind::Class, "CE1").await, ["Ninon"]);
        let gone = "select count(*) as n from person where ine = '990000005AA' and gone_at is not null";
        assert_eq!(count(app, gone, &[]).await, 1);
        assert_eq!(seated(app, MARELLE).await, 2);

        app.wait(60);
        let back = hector.get(&given(&hector, MARELLE, &[&csv(PUPILS, &before.concat())]).await).await;
        assert!(back.says("Élèves qui reviennent (1)"), "{}", back.text());
    })
    .await;
}

#[tokio::test]
async fn a_class_is_what_the_head_says() {
    on_both(SERVICES, async |app| {
        open_marelle(app).await;
        let hector = app.by(Hector).await;
        applied(
            &hector,
            MARELLE,
            &[&csv(PUPILS, &pupil("BARTHE", "Ninon", "2020-01-02", "", "CP", ("Les grands", "")))],
        )
        .await;
        app.wait(60);
        let lines = [
            pupil("BARTHE", "Ninon", "2020-01-02", "", "CP", ("Classe de Mme Estève", "")),
            pupil("CAZAL", "Milo", "2020-03-04", "", "CP", ("ULIS", "")),
        ];
        let run = given(&hector, MARELLE, &[&csv(PUPILS, &lines.concat())]).await;
        let page = hector.get(&run).await;
        let keys = page.attributes("input[name^='cle_']", "value");
        assert_eq!(keys.len(), 2, "{}", page.text());
        let options = page.attributes("select[name='classe_0'] option", "value");
        let known = options.iter().find(|it| it.len() == 32).unwrap();
        let choices = [
            ("cle_0", keys[0].as_str()),
            ("classe_0", known.as_str()),
            ("cle_1", keys[1].as_str()),
            ("classe_1", "ignorer"),
        ];
        hector.post_then(&format!("{run}/choix"), &choices).await;
        let page = hector.get(&run).await;
        assert!(page.says("1 élève laissé de côté avec sa classe") && page.says("Rien ne change"), "{}", page.text());
        assert_eq!(sitting(app, CircleKind::Class, "Les grands").await, ["Ninon"]);
        assert!(sitting(app, CircleKind::Class, "ULIS").await.is_empty());
        assert_eq!(seated(app, MARELLE).await, 1, "the pupils of ULIS are left out with it");
        assert!(hector.get(&onde(MARELLE)).await.says("Appliqué"));
    })
    .await;
}
