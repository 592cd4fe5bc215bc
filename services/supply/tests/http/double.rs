//! Entries of one person become one, and can be parted again.

use crate::{
    SERVICES,
    double_steps::{delivered_in_cp, merged_into, night, page_of, proposed, responsible},
    entry_steps::{count, person, pupil, seats},
};
use db::args;
use school::{PersonId, Viewer, account, person::Name};
use testkit::{App, Place::Tilleuls, Who::*, on_both};

const BORN: &str = "2020-01-02";
const ADULT: [(&str, &str); 2] = [("responsable_prenom", "Ana"), ("responsable_nom", "D’Aure")];

/// Opens the account of somebody.
async fn account_of(app: &App, person: PersonId) -> school::AccountId {
    let mut tx = app.write().await;
    let (first_name, last_name): (String, String) =
        tx.one("select first_name, last_name from person where id = $1", args![person]).await.unwrap();
    let id = account::open_for(&mut tx, &Name { id: person, first_name, last_name }).await.unwrap();
    tx.commit().await.unwrap();
    id
}

fn school_list() -> String {
    format!("/ecoles/{}/doublons", Tilleuls.id())
}

#[tokio::test]
async fn a_temporary_pupil_gives_the_place_to_the_one_of_the_delivery() {
    on_both(SERVICES, async |app| {
        let more = [&[("naissance", BORN)][..], &ADULT].concat();
        let hand = pupil(app, "Émile", "D’Aure", &more).await;
        let ana = person(app, "D’Aure", "Ana").await;
        let account = account_of(app, hand).await;
        let emile = delivered_in_cp(app, ("EMILE", "D'AURE"), Some(BORN)).await;
        night(app).await;
        assert_eq!(merged_into(app, hand).await, Some(emile));
        assert_eq!(seats(app, hand).await, 0);
        let tied = "select count(*) as n from guardianship where child_id = $1 and adult_id = $2 and source = 'hand' \
                    and until is null";
        assert_eq!(count(app, tied, args![emile, ana]).await, 1);
        assert_eq!(count(app, tied, args![hand, ana]).await, 0);
        let held = "select count(*) as n from account_person where account_id = $1 and person_id in ($2, $3)";
        assert_eq!(count(app, held, args![account, hand, emile]).await, 2);
        // Twice is the same as once.
        night(app).await;
        assert_eq!(count(app, "select count(*) as n from supply_absorption", &[]).await, 1);
        let list = app.by(Helene).await.get(&school_list()).await;
        assert!(list.says("Fiches réunies"), "{}", list.text());
    })
    .await;
}

#[tokio::test]
async fn the_adult_of_the_delivery_takes_the_place_of_the_one_typed() {
    on_both(SERVICES, async |app| {
        let more = [&[("naissance", BORN)][..], &ADULT].concat();
        let hand = pupil(app, "Émile", "D’Aure", &more).await;
        let typed = person(app, "D’Aure", "Ana").await;
        let account = account_of(app, typed).await;
        let emile = delivered_in_cp(app, ("Émile", "D’AURE"), Some(BORN)).await;
        let ana = responsible(app, emile, ("Ana", "D’AURE")).await;
        night(app).await;
        assert_eq!((merged_into(app, hand).await, merged_into(app, typed).await), (Some(emile), Some(ana)));
        let mut tx = app.read().await;
        let viewer = Viewer::load(&mut tx, account).await.unwrap();
        drop(tx);
        let children: Vec<PersonId> = viewer.children().into_iter().map(|it| it.id).collect();
        assert_eq!(children, [emile]);
    })
    .await;
}

#[tokio::test]
async fn what_was_shared_with_the_family_stays_read() {
    on_both(SERVICES, async |app| {
        let hand = pupil(app, "Émile", "D’Aure", &[("naissance", BORN)]).await;
        let emile = delivered_in_cp(app, ("Émile", "D’AURE"), Some(BORN)).await;
        let (from, to) = (school::CircleId::family_of(hand), school::CircleId::family_of(emile));
        let mut tx = app.write().await;
        let thing: db::Uuid = tx.id();
        tx.change(
            "insert into thing (id, kind, school_id, circle_id, year, author_id, title, excerpt, created_at, updated_at) \
             values ($1, 'post', $2, $3, 2026, $4, 'La mare', '', $5, $5)",
            args![thing, Tilleuls.id(), testkit::Classroom::Cp.id(), Thomas.person(), app.now()],
        )
        .await
        .unwrap();
        tx.change(
            "insert into share (thing_id, circle_id, level, visible_from, given_by, given_at) values ($1, $2, 1, $3, $4, $3)",
            args![thing, from, app.now(), Thomas.person()],
        )
        .await
        .unwrap();
        tx.commit().await.unwrap();
        night(app).await;
        let shared = "select count(*) as n from share where thing_id = $1 and circle_id = $2";
        assert_eq!(count(app, shared, args![thing, to]).await, 1);
    })
    .await;
}

#[tokio::test]
async fn without_a_day_of_birth_the_class_tells_when_there_is_one_only() {
    on_both(SERVICES, async |app| {
        let alone = pupil(app, "Émile", "D’Aure", &[]).await;
        let emile = delivered_in_cp(app, ("Émile", "D’AURE"), Some(BORN)).await;
        let doubtful = pupil(app, "Inès", "Salvy", &[]).await;
        delivered_in_cp(app, ("Inès", "SALVY"), Some("2020-02-01")).await;
        delivered_in_cp(app, ("Inès", "SALVY"), Some("2020-09-09")).await;
        night(app).await;
        assert_eq!(merged_into(app, alone).await, Some(emile));
        assert_eq!(merged_into(app, doubtful).await, None);
        let list = app.by(Helene).await.get(&school_list()).await;
        assert_eq!(list.texts(".row-title").iter().filter(|it| it.contains("SALVY")).count(), 2, "{}", list.text());
    })
    .await;
}

#[tokio::test]
async fn the_head_decides_and_it_can_be_undone_for_thirty_days() {
    on_both(SERVICES, async |app| {
        let page = proposed(app).await;
        let hand = person(app, "Vergnes", "Lila").await;
        let helene = app.by(Helene).await;
        let shown = helene.get(&page).await;
        assert!(shown.says("En commun : le nom, un nom voisin, la date de naissance."), "{}", shown.text());
        assert!(shown.says("Annuaire de l’académie") && shown.says("Ajout de l’école"), "{}", shown.text());
        let answer = helene.post(&format!("{page}/fusion"), &[]).await;
        assert_eq!(answer.location(), Some(school_list()), "{}", answer.text());
        assert!(merged_into(app, hand).await.is_some());
        assert_eq!(seats(app, hand).await, 0);
        app.wait(29 * 86_400);
        let helene = app.by(Helene).await;
        assert!(helene.get(&page).await.says("Séparer les deux fiches"));
        assert_eq!(helene.post(&format!("{page}/annulation"), &[]).await.status, 303);
        assert_eq!(merged_into(app, hand).await, None);
        assert_eq!(seats(app, hand).await, 2);
        // They are two from now on.
        night(app).await;
        assert_eq!(helene.post(&format!("{page}/annulation"), &[]).await.status, 404);
        assert_eq!(merged_into(app, hand).await, None);
    })
    .await;
}

#[tokio::test]
async fn after_thirty_days_it_is_too_late() {
    on_both(SERVICES, async |app| {
        let page = proposed(app).await;
        app.by(Helene).await.post(&format!("{page}/fusion"), &[]).await;
        app.wait(31 * 86_400);
        let helene = app.by(Helene).await;
        assert!(!helene.get(&page).await.says("Séparer les deux fiches"));
        assert_eq!(helene.post(&format!("{page}/annulation"), &[]).await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn a_merge_made_by_night_is_undone_whole() {
    on_both(SERVICES, async |app| {
        let more = [&[("naissance", BORN)][..], &ADULT].concat();
        let hand = pupil(app, "Émile", "D’Aure", &more).await;
        let typed = person(app, "D’Aure", "Ana").await;
        let account = account_of(app, typed).await;
        let emile = delivered_in_cp(app, ("Émile", "D’AURE"), Some(BORN)).await;
        responsible(app, emile, ("Ana", "D’AURE")).await;
        night(app).await;
        let page = page_of(app, hand).await.unwrap();
        app.wait(60);
        assert_eq!(app.by(Helene).await.post(&format!("{page}/annulation"), &[]).await.status, 303);
        assert_eq!((merged_into(app, hand).await, merged_into(app, typed).await), (None, None));
        let mut tx = app.read().await;
        let viewer = Viewer::load(&mut tx, account).await.unwrap();
        drop(tx);
        assert_eq!(viewer.children().into_iter().map(|it| it.id).collect::<Vec<_>>(), [hand]);
        night(app).await;
        assert_eq!(merged_into(app, hand).await, None);
    })
    .await;
}
