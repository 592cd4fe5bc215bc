//! Entries that stay two, and who decides.

use crate::{
    SERVICES,
    double_steps::{delivered_in_cp, merged_into, night, page_of, proposed},
    entry_steps::{count, delegate, person, pupil},
    run,
};
use db::args;
use school::{PersonId, account, person::Name};
use testkit::{
    App,
    Place::Tilleuls,
    Who::{self, *},
    on_both,
};

#[tokio::test]
async fn twins_are_two_children() {
    on_both(SERVICES, async |app| {
        let twin = pupil(app, "Tiago", "Vergnes", &[("naissance", "2020-03-03")]).await;
        delivered_in_cp(app, ("Emma", "VERGNES"), Some("2020-03-03")).await;
        night(app).await;
        assert_eq!(page_of(app, twin).await, None);
    })
    .await;
}

#[tokio::test]
async fn two_of_a_delivery_are_never_merged() {
    on_both(SERVICES, async |app| {
        let again = delivered_in_cp(app, ("Zoé", "MARTY"), Some("2020-05-14")).await;
        night(app).await;
        assert_eq!(page_of(app, again).await, None);
        // Not even when they are proposed for some other reason.
        let page = forged(app, Zoe.person(), again).await;
        let helene = app.by(Helene).await;
        let shown = helene.get(&page).await;
        assert!(shown.says("ne sont pas réunies ici") && !shown.says("Réunir les deux fiches"), "{}", shown.text());
        assert_eq!(helene.post(&format!("{page}/fusion"), &[]).await.location(), Some(page));
        assert_eq!(merged_into(app, again).await, None);
        assert_eq!(merged_into(app, Zoe.person()).await, None);
    })
    .await;
}

#[tokio::test]
async fn whoever_is_said_to_be_somebody_else_is_never_merged() {
    on_both(SERVICES, async |app| {
        // A teacher cannot reach a child of another class by entering the same name.
        let lina = pupil(app, "Lina", "Benali", &[("naissance", "2019-09-21"), ("choix", "nouveau")]).await;
        night(app).await;
        assert_eq!(merged_into(app, lina).await, None);
        let page = page_of(app, lina).await.unwrap();
        assert!(app.by(Helene).await.get(&page).await.says("Deux personnes"));
    })
    .await;
}

/// A pair nobody would propose.
async fn forged(app: &App, one: PersonId, other: PersonId) -> String {
    let mut tx = app.write().await;
    let id: supply::double::DoubleId = tx.id();
    let (a, b) = if one < other { (one, other) } else { (other, one) };
    tx.change(
        "insert into supply_double (id, person_a, person_b, common_school, academy, score, reasons, state, found_at) \
         values ($1, $2, $3, $4, 'academy:16', 5, 'last first birth', 'proposed', $5)",
        args![id, a, b, Tilleuls.id(), app.now()],
    )
    .await
    .unwrap();
    tx.commit().await.unwrap();
    format!("/doublons/{id}")
}

/// Somebody has an account and came in.
async fn came_in(app: &App, person: PersonId) {
    let mut tx = app.write().await;
    let name = Name { id: person, first_name: "Lila".to_owned(), last_name: "Vergnes".to_owned() };
    let account = account::open_for(&mut tx, &name).await.unwrap();
    account::set_password(&mut tx, account, "x").await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn two_accounts_in_use_are_left_to_somebody() {
    on_both(SERVICES, async |app| {
        let hand = pupil(app, "Lila", "Vergnes", &[("naissance", "2020-03-03")]).await;
        let lila = delivered_in_cp(app, ("Lila", "VERGNES"), Some("2020-03-03")).await;
        came_in(app, hand).await;
        came_in(app, lila).await;
        night(app).await;
        assert_eq!(merged_into(app, hand).await, None);
        let page = page_of(app, hand).await.unwrap();
        assert!(app.by(Helene).await.get(&page).await.says("Les deux comptes servent déjà."));
        // Once the code of one is renewed, the other account is the one of both.
        let mut tx = app.write().await;
        let (idle,): (school::AccountId,) =
            tx.one("select account_id from account_person where person_id = $1", args![lila]).await.unwrap();
        account::reopen(&mut tx, idle).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(app.by(Helene).await.post(&format!("{page}/fusion"), &[]).await.status, 303);
        assert_eq!(merged_into(app, hand).await, Some(lila));
        let one = "select count(distinct account_id) as n from account_person where person_id in ($1, $2)";
        assert_eq!(count(app, one, args![hand, lila]).await, 1);
    })
    .await;
}

#[tokio::test]
async fn two_people_stay_two() {
    on_both(SERVICES, async |app| {
        let page = proposed(app).await;
        let hand = person(app, "Vergnes", "Lila").await;
        let helene = app.by(Helene).await;
        assert_eq!(helene.post(&format!("{page}/ecart"), &[]).await.status, 303);
        night(app).await;
        assert_eq!(merged_into(app, hand).await, None);
        let shown = helene.get(&page).await;
        assert!(shown.says("Deux personnes") && !shown.says("Réunir les deux fiches"), "{}", shown.text());
        assert_eq!(helene.post(&format!("{page}/fusion"), &[]).await.status, 409);
    })
    .await;
}

#[tokio::test]
async fn what_was_said_to_be_two_people_is_looked_at_again() {
    on_both(SERVICES, async |app| {
        let page = proposed(app).await;
        let hand = person(app, "Vergnes", "Lila").await;
        let helene = app.by(Helene).await;
        let shown = helene.get(&page).await;
        assert!(!shown.says("La fiche dont elle prend la place"), "nothing is joined yet: {}", shown.text());
        assert_eq!(helene.post(&format!("{page}/examen"), &[]).await.status, 409, "nobody has decided");
        helene.post_then(&format!("{page}/ecart"), &[]).await;
        assert!(helene.get(&page).await.says("Examiner de nouveau"));
        // As when whoever entered somebody said « it is somebody else »: nothing is noted of what they share.
        run(app, "update supply_double set reasons = ''", &[]).await;
        assert!(!helene.get(&page).await.says("En commun"));
        let list = helene.get(&format!("/ecoles/{}/doublons", Tilleuls.id())).await;
        assert!(!list.says("Les Tilleuls · Comparer"), "{}", list.text());

        let again = helene.post_then(&format!("{page}/examen"), &[]).await;
        assert!(again.says("Réunir les deux fiches") && !again.says("Examiner de nouveau"), "{}", again.text());
        // Whatever the night finds, it waits for who asked.
        run(
            app,
            "update person set first_name = 'Autre', birth_day = null, sort_key = 'autre' where id = $1",
            args![hand],
        )
        .await;
        night(app).await;
        assert_eq!(merged_into(app, hand).await, None);
        let helene = app.by(Helene).await;
        assert_eq!(helene.post(&format!("{page}/fusion"), &[]).await.status, 303);
        assert!(merged_into(app, hand).await.is_some());
        assert!(helene.get(&page).await.says("La fiche dont elle prend la place"));
    })
    .await;
}

#[tokio::test]
async fn the_night_merges_nothing_somebody_looks_at_again() {
    on_both(SERVICES, async |app| {
        let page = proposed(app).await;
        let hand = person(app, "Vergnes", "Lila").await;
        let helene = app.by(Helene).await;
        helene.post_then(&format!("{page}/ecart"), &[]).await;
        helene.post_then(&format!("{page}/examen"), &[]).await;
        // From now on both entries say the same: by itself, the night would join them.
        let same = "update person set first_name = 'Lyla', last_name = 'VERGNES', \
             sort_key = (select o.sort_key from person o where o.first_name = 'Lyla') where id = $1";
        run(app, same, args![hand]).await;
        night(app).await;
        assert_eq!(merged_into(app, hand).await, None);
        assert!(helene.get(&page).await.says("Réunir les deux fiches"));
    })
    .await;
}

#[tokio::test]
async fn the_head_and_the_academie_settle_doubles() {
    on_both(SERVICES, async |app| {
        let page = proposed(app).await;
        delegate(app).await;
        let list = format!("/ecoles/{}/doublons", Tilleuls.id());
        let cases: [(Who, &str, u16); 9] = [
            (Helene, &page, 200),
            (Helene, &list, 200),
            (Helene, "/annuaire/doublons", 404),
            (Rose, &page, 404),
            (Rose, &list, 404),
            (Thomas, &page, 404),
            (Hector, &page, 404),
            (Adelaide, &page, 200),
            (Adelaide, "/annuaire/doublons", 200),
        ];
        for (who, path, status) in cases {
            let answer = app.by(who).await.get(path).await;
            assert_eq!(answer.status, status, "{path} to {who:?}: {}", answer.text());
        }
        let adelaide = app.by(Adelaide).await;
        assert_eq!(adelaide.get("/annuaire/doublons").await.link("Comparer"), Some(page.clone()));
        let answer = adelaide.post(&format!("{page}/fusion"), &[]).await;
        assert_eq!(answer.location().as_deref(), Some("/annuaire/doublons"), "{}", answer.text());
        assert!(adelaide.get("/annuaire/doublons?etat=reunies").await.says("Fiches réunies"));
    })
    .await;
}
