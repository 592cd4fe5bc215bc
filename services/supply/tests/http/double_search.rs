//! Whom the night compares: those of no delivery, and those who left, with whoever has their name, their number or their day.

use crate::{
    MARELLE, PUPILS, SERVICES, applied, csv,
    double_steps::{delivered, delivered_in_cp, merged_into, night, page_of, responsible},
    entry_steps::{count, person},
    open_marelle, pupil, run,
};
use db::args;
use school::{CircleId, PersonId, PersonKind, Role, Source, circle};
use testkit::{App, Who::*, on_both};

const BORN: Option<&str> = Some("2020-03-03");

/// A delivery says that somebody left.
async fn left(app: &App, person: PersonId) {
    let now = app.now();
    run(app, "update person set gone_at = $2 where id = $1", args![person, now]).await;
    run(app, "update member set until = $2 where person_id = $1", args![person, now]).await;
}

#[tokio::test]
async fn who_left_is_compared_with_who_came_under_the_same_number() {
    on_both(SERVICES, async |app| {
        let before = delivered_in_cp(app, ("Lila", "VERGNES"), BORN).await;
        let after = delivered_in_cp(app, ("Lila", "VERGNES"), None).await;
        run(app, "update person set ine = '120000009ZZ' where id in ($1, $2)", args![before, after]).await;
        left(app, before).await;
        night(app).await;
        assert_eq!(merged_into(app, before).await, Some(after));
    })
    .await;
}

#[tokio::test]
async fn who_left_is_proposed_with_who_was_born_the_same_day_or_has_the_same_address() {
    on_both(SERVICES, async |app| {
        let before = delivered_in_cp(app, ("Lila", "VERGNES"), BORN).await;
        delivered_in_cp(app, ("Lila", "VERGNES"), BORN).await;
        let other = delivered_in_cp(app, ("Inès", "SALVY"), BORN).await;
        delivered_in_cp(app, ("Inès", "SALVY"), Some("2019-09-09")).await;
        let child = delivered_in_cp(app, ("Malo", "TEYSSIER"), None).await;
        let adult = responsible(app, child, ("Ana", "TEYSSIER")).await;
        let again = delivered(app, PersonKind::Guardian, ("Ana", "TEYSSIER"), None).await;
        let address = "update person set email = 'ana@example.org' where id in ($1, $2)";
        run(app, address, args![adult, again]).await;
        for person in [before, other, again] {
            left(app, person).await;
        }
        night(app).await;
        assert!(page_of(app, before).await.is_some());
        assert_eq!(page_of(app, other).await, None, "a namesake born another day");
        assert!(page_of(app, again).await.is_some());
        // Those who left and came back by nobody are nobody's double.
        assert_eq!(count(app, "select count(*) as n from supply_double", &[]).await, 2);
    })
    .await;
}

#[tokio::test]
async fn a_pair_that_is_none_any_more_is_not_proposed_any_more() {
    on_both(SERVICES, async |app| {
        let before = delivered_in_cp(app, ("Lila", "VERGNES"), BORN).await;
        delivered_in_cp(app, ("Lila", "VERGNES"), BORN).await;
        left(app, before).await;
        night(app).await;
        assert!(page_of(app, before).await.is_some());
        run(app, "update person set gone_at = null where id = $1", args![before]).await;
        night(app).await;
        assert_eq!(page_of(app, before).await, None, "the académie says that they are two");
    })
    .await;
}

#[tokio::test]
async fn the_entry_a_delivery_brings_of_a_teacher_keeps_the_classes_onde_said() {
    on_both(SERVICES, async |app| {
        open_marelle(app).await;
        let teachers = "Civilité;Nom usage;Nom;Prénom;Adresse;CP;Commune;Pays;Courriel;Téléphone domicile;Téléphone portable;\
Directeur;Classe\nMme;;SAUVAGNAC;Odile;;;;;o.sauvagnac@example.org;;;non;CP\n";
        let pupils = csv(PUPILS, &pupil("BARTHE", "Mona", "2020-01-02", "", "CP", ("CP", "880031")));
        applied(&app.by(Hector).await, MARELLE, &[&pupils, teachers]).await;
        let by_onde = person(app, "SAUVAGNAC", "Odile").await;
        let odile = delivered(app, PersonKind::Staff, ("Odile", "SAUVAGNAC"), None).await;
        run(app, "update person set email = 'o.sauvagnac@example.org' where id = $1", args![odile]).await;
        let mut tx = app.write().await;
        let (staff,): (CircleId,) = tx
            .one("select id from circle where school_id = $1 and kind = 'staff' and until is null", args![MARELLE])
            .await
            .unwrap();
        circle::seat_from(&mut tx, Source::Aaf, staff, odile, Role::Teacher).await.unwrap();
        tx.commit().await.unwrap();
        night(app).await;
        assert_eq!(merged_into(app, by_onde).await, Some(odile));
        let teaches = "select count(*) as n from member m join circle c on c.id = m.circle_id and c.kind = 'class' \
             where m.person_id = $1 and c.school_id = $2 and m.role = 'teacher' and m.until is null";
        assert_eq!(count(app, teaches, args![odile, MARELLE]).await, 1);
        assert_eq!(count(app, teaches, args![by_onde, MARELLE]).await, 0);
    })
    .await;
}
