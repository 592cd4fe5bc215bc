//! What files changed is put back, exactly or not at all.

use crate::{
    GUARDIANS, MARELLE, PUPILS, SAMPLE_GUARDIANS, SAMPLE_PUPILS, SERVICES, applied, count, csv, open_marelle, pupil,
    run, seated,
};
use db::args;
use testkit::{App, Who::*, on_both};

/// Everything the directory says, as one text.
async fn directory(app: &App) -> Vec<String> {
    let sql = "select p.last_name || p.first_name || coalesce(p.birth_day, '') || p.details || p.source \
             || coalesce(cast(p.gone_at as text), '') from person p \
         union all select cast(m.since as text) || m.role || m.source || coalesce(cast(m.until as text), '') from member m \
         union all select g.source || cast(g.position as text) || coalesce(cast(g.until as text), '') from guardianship g \
         union all select c.name || c.key from circle c where c.until is null order by 1";
    app.read().await.column(sql, &[]).await.unwrap()
}

#[tokio::test]
async fn undoing_restores_the_school_exactly() {
    on_both(SERVICES, async |app| {
        open_marelle(app).await;
        let hector = app.by(Hector).await;
        let first = directory(app).await;
        let files = [csv(PUPILS, SAMPLE_PUPILS), csv(GUARDIANS, SAMPLE_GUARDIANS)];
        let one = applied(&hector, MARELLE, &[&files[0], &files[1]]).await;
        let second = directory(app).await;
        assert_ne!(first, second);

        app.wait(3600);
        let other = pupil("D'ORVAL-NÉMOZ", "Zélie", "2020-02-29", "990000001AB", "CE1", ("CE1 de M. Bru", "880040"));
        let two = applied(&hector, MARELLE, &[&csv(PUPILS, &other)]).await;
        assert_ne!(second, directory(app).await);

        let later = hector.post_then(&format!("{one}/annulation"), &[]).await;
        assert!(later.says("D’autres fichiers ont été appliqués depuis à cette école"), "{}", later.text());

        let undone = hector.post_then(&format!("{two}/annulation"), &[]).await;
        assert!(undone.says("L’école est revenue à ce qu’elle était avant ces fichiers."), "{}", undone.text());
        assert!(undone.says("Ce qui a été annulé") && !undone.says("Ce qui a été fait"), "{}", undone.text());
        assert_eq!(second, directory(app).await);
        hector.post_then(&format!("{one}/annulation"), &[]).await;
        assert_eq!(first, directory(app).await);
        assert_eq!(hector.post(&format!("{one}/annulation"), &[]).await.status, 409);
    })
    .await;
}

#[tokio::test]
async fn what_others_changed_since_is_not_undone() {
    on_both(SERVICES, async |app| {
        open_marelle(app).await;
        let hector = app.by(Hector).await;
        let one = applied(&hector, MARELLE, &[&csv(PUPILS, SAMPLE_PUPILS)]).await;
        run(app, "update person set first_name = 'Idris' where ine = $1", args!["9900000002C"]).await;
        let page = hector.post_then(&format!("{one}/annulation"), &[]).await;
        assert!(page.says("Une fiche ou une classe a été changée depuis"), "{}", page.text());
        assert_eq!(seated(app, MARELLE).await, 2);
    })
    .await;
}

#[tokio::test]
async fn after_thirty_days_nothing_is_undone_and_nothing_is_kept() {
    on_both(SERVICES, async |app| {
        open_marelle(app).await;
        let hector = app.by(Hector).await;
        let one = applied(&hector, MARELLE, &[&csv(PUPILS, SAMPLE_PUPILS)]).await;
        app.wait(31 * 86_400);
        let hector = app.by(Hector).await;
        assert!(!hector.get(&one).await.says("Annuler ces changements"));
        assert_eq!(hector.post(&format!("{one}/annulation"), &[]).await.status, 409);
        let rule = supply::SERVICE.retention.iter().find(|it| it.topic == "supply-runs").unwrap();
        commons::retention::run(&app.house, rule, "2026-11-01").await.unwrap();
        assert_eq!(count(app, "select count(*) as n from supply_change where school_id = $1", args![MARELLE]).await, 0);
        assert_eq!(hector.get(&one).await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn only_the_last_files_offer_to_be_put_back_and_a_page_asks_first() {
    on_both(SERVICES, async |app| {
        open_marelle(app).await;
        let hector = app.by(Hector).await;
        let one = applied(&hector, MARELLE, &[&csv(PUPILS, SAMPLE_PUPILS)]).await;
        app.wait(3600);
        let other = pupil("BARTHE", "Mona", "2020-01-02", "", "CP", ("CP", "880031"));
        let two = applied(&hector, MARELLE, &[&csv(PUPILS, &format!("{SAMPLE_PUPILS}{other}"))]).await;
        let (first, last) = (format!("{one}/annulation"), format!("{two}/annulation"));
        let history = hector.get(&crate::onde(MARELLE)).await;
        assert!(history.has(&format!("a[href='{last}']")) && !history.has(&format!("a[href='{first}']")));
        assert!(history.says("D’autres fichiers ont été appliqués depuis à cette école"), "{}", history.text());
        let page = hector.get(&one).await;
        assert!(page.says("D’autres fichiers ont été appliqués depuis à cette école"), "{}", page.text());
        assert!(!page.has(&format!("a[href='{first}']")) && hector.get(&two).await.has(&format!("a[href='{last}']")));
        let refused = hector.follow(&hector.get(&first).await).await;
        assert!(refused.says("D’autres fichiers ont été appliqués depuis à cette école"), "{}", refused.text());

        let asked = hector.get(&last).await;
        assert!(asked.says("Annuler ces changements ?"), "{}", asked.text());
        assert_eq!(seated(app, MARELLE).await, 3, "nothing is done yet");
        assert_eq!(hector.post(&last, &[]).await.status, 303);
        assert!(hector.get(&crate::onde(MARELLE)).await.has(&format!("a[href='{first}']")));
    })
    .await;
}

#[tokio::test]
async fn a_class_where_a_pupil_was_entered_by_hand_stays_one_of_the_school() {
    on_both(SERVICES, async |app| {
        open_marelle(app).await;
        let hector = app.by(Hector).await;
        let run = applied(&hector, MARELLE, &[&csv(PUPILS, SAMPLE_PUPILS)]).await;
        app.wait(60);
        let class = "select id from circle where school_id = $1 and kind = 'class' and until is null";
        let class: school::CircleId = app.read().await.one_value(class, args![MARELLE]).await.unwrap();
        let typed = [("prenom", "Mona"), ("nom", "Cazal")];
        let answer = app.by(Hector).await.post(&format!("/classes/{class}/eleves/nouveau"), &typed).await;
        assert_eq!(answer.status, 303, "{}", answer.text());
        let page = hector.post_then(&format!("{run}/annulation"), &[]).await;
        assert!(page.says("L’école est revenue à ce qu’elle était avant ces fichiers."), "{}", page.text());
        let open =
            "select count(*) as n from circle where school_id = $1 and until is null and kind in ('school', 'class')";
        assert_eq!((count(app, open, args![MARELLE]).await, seated(app, MARELLE).await), (2, 1));
        let families = "select count(*) as n from circle where school_id = $1 and until is null and kind = 'families'";
        assert_eq!(count(app, families, args![MARELLE]).await, 2, "the school and the class keep theirs");
        let levels = "select count(*) as n from circle where school_id = $1 and until is null and kind = 'level'";
        assert_eq!(count(app, levels, args![MARELLE]).await, 0);
    })
    .await;
}
