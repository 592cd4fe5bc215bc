//! The journal of sensitive actions is erased from its beginning and stays a chain.

use crate::{SERVICES, change, count, night, officer};
use commons::audit::{self, Action, Chain};
use testkit::{App, Who::Claire, on_both};

/// Writes some acts a second apart, lets them settle, and seals them.
async fn acts(app: &App, number: u64) {
    for _ in 0..number {
        let mut tx = app.write().await;
        audit::write(&mut tx, Some(Claire.account()), Action::SignedIn, None, Some("essai")).await.unwrap();
        tx.commit().await.unwrap();
        app.wait(1);
    }
    app.wait(120);
    let mut tx = app.write().await;
    assert_eq!(audit::seal(&mut tx, &audit::key(&app.house)).await.unwrap(), number);
    tx.commit().await.unwrap();
}

async fn read_again(app: &App) -> Chain {
    audit::verify(&mut app.read().await, &audit::key(&app.house)).await.unwrap()
}

/// Five acts of a year ago are erased, three of last March stay.
async fn a_year_later(app: &App) {
    app.at("2026-10-01T10:00");
    acts(app, 5).await;
    app.at("2027-03-01T10:00");
    acts(app, 3).await;
    app.at("2027-10-03T03:00");
    night(app, "2027-10-02").await;
}

#[tokio::test]
async fn the_chain_goes_on_after_an_erasure() {
    on_both(SERVICES, async |app| {
        a_year_later(app).await;
        assert_eq!(count(app, "select count(*) as n from audit").await, 3);
        assert!(matches!(read_again(app).await, Chain::Whole { last: 8, .. }));
        assert_eq!(audit::erased(&mut app.read().await).await.unwrap(), 5);
        // Everything erased, the numbers go on.
        app.at("2028-04-01T03:00");
        night(app, "2028-03-31").await;
        assert_eq!(count(app, "select count(*) as n from audit").await, 0);
        acts(app, 2).await;
        assert_eq!(count(app, "select max(number) as n from audit").await, 10);
        assert!(matches!(read_again(app).await, Chain::Whole { last: 10, .. }));
    })
    .await;
}

#[tokio::test]
async fn rows_changed_after_it_are_seen_and_so_is_a_checkpoint_made_without_the_key() {
    for (statement, found) in [
        ("update audit set detail = 'autre' where number = 7", 7),
        ("delete from audit where number = 6", 6),
        ("update audit_checkpoint set number = 6", 6),
        ("update audit_checkpoint set at = at + 1", 5),
        ("delete from audit_checkpoint", 1),
    ] {
        on_both(SERVICES, async |app| {
            a_year_later(app).await;
            change(app, statement, &[]).await;
            assert_eq!(read_again(app).await, Chain::Broken(found), "{statement}");
        })
        .await;
    }
}

#[tokio::test]
async fn what_does_not_follow_is_not_erased_and_the_officer_is_told() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        acts(app, 5).await;
        change(app, "update audit set action = 'charter-accepted' where number = 3", &[]).await;
        app.at("2027-10-03T03:00");
        night(app, "2027-10-02").await;
        assert_eq!(count(app, "select count(*) as n from audit").await, 3);
        assert_eq!(read_again(app).await, Chain::Broken(3));
        let dpo = officer(app).await;
        let space = dpo.get("/espace-dpo").await;
        assert!(space.says("ne se suit plus à partir de la ligne 3"), "{}", space.text());
        assert!(dpo.get("/conservation").await.says("La suite la nuit prochaine : 3 lignes"));
        app.at("2027-10-04T03:00");
        night(app, "2027-10-03").await;
        assert!(officer(app).await.get("/conservation").await.says("En retard : 3 lignes à effacer"));
    })
    .await;
}

#[tokio::test]
async fn a_whole_chain_is_said_whole() {
    on_both(SERVICES, async |app| {
        let before = officer(app).await.get("/espace-dpo").await;
        assert!(before.says("n’a pas encore été relu"), "{}", before.text());
        a_year_later(app).await;
        let space = officer(app).await.get("/espace-dpo").await;
        assert!(space.says("est entier jusqu’à la ligne 8"), "{}", space.text());
        app.at("2027-10-06T09:00");
        let space = officer(app).await.get("/espace-dpo").await;
        assert!(space.says("n’a pas été relu depuis le 2 octobre 2027"), "{}", space.text());
    })
    .await;
}
