//! Directives for after death: written and revoked by their author, read by the desk once the death is entered.

use crate::{SERVICES, count};
use db::args;
use testkit::{App, Client, Page, Who::*, on_both, photograph};

const PATH: &str = "/mes-donnees/directives";

/// Enters the death of Claire, with its paper or without.
async fn enter(app: &App, desk: &Client<'_>, act: bool) -> Page {
    let claire = Claire.person().to_string();
    let scan = photograph::jpeg(16, 16);
    let act = act.then_some(("acte", "acte.jpg", scan.as_slice()));
    let files: Vec<(&str, &str, &[u8])> = act.into_iter().collect();
    let day = app.now().day().to_string();
    let fields = [("personne", claire.as_str()), ("date", day.as_str())];
    desk.upload("/demandes-de-droits/deces", &fields, &files).await
}

#[tokio::test]
async fn an_adult_writes_changes_and_revokes_directives() {
    on_both(SERVICES, async |app| {
        let claire = app.by(Claire).await;
        let page = claire.post(PATH, &[("choix", "communicate"), ("texte", "À ma sœur")]).await;
        assert!(page.status == 422 && page.html().contains("À ma sœur"), "{}", page.text());
        assert!(page.says("Donnez le nom de cette personne.") && page.says("Dites comment joindre cette personne."));
        let given = [("choix", "communicate"), ("nom", "Anne Fabre"), ("adresse", "3 rue des Lilas")];
        assert!(claire.post_then(PATH, &given).await.html().contains("Anne Fabre"));
        assert!(claire.post_then(PATH, &[("choix", "erase")]).await.says("Directives écrites le 1er octobre 2026."));
        let kept = "select count(*) as n from after_death where account_id = $1";
        assert_eq!(count(app, kept, args![Claire.account()]).await, 1);
        claire.post_then("/mes-donnees/directives/retrait", &[]).await;
        assert_eq!(count(app, kept, args![Claire.account()]).await, 0);
        // No child is asked.
        for who in [Zoe, Tom] {
            assert_eq!(app.by(who).await.get(PATH).await.status, 404);
            assert_eq!(app.by(who).await.post(PATH, &[("choix", "erase")]).await.status, 404);
        }
    })
    .await;
}

#[tokio::test]
async fn the_desk_reads_them_once_the_death_is_entered_with_its_paper() {
    on_both(SERVICES, async |app| {
        let claire = app.by(Claire).await;
        claire.post_then(PATH, &[("choix", "erase"), ("texte", "Sans attendre")]).await;
        let desk = app.by(Adelaide).await;
        let found = desk.get("/demandes-de-droits/deces?q=fabre").await;
        assert!(found.says("Claire FABRE") && !found.says("Sans attendre"), "{}", found.text());
        let page = enter(app, &desk, false).await;
        assert!(page.status == 422 && page.says("Joignez l’acte de décès."), "{}", page.text());
        let entered = enter(app, &desk, true).await;
        let page = desk.follow(&entered).await;
        assert!(page.says("Les effacer") && page.says("Sans attendre") && page.says("acte.jpg"), "{}", page.text());
        assert!(claire.get("/mes-donnees").await.asks_to_sign_in());
        assert!(app.by(Claire).await.get("/mes-donnees").await.asks_to_sign_in(), "the account is closed");
        assert_eq!(enter(app, &desk, true).await.status, 422, "once is enough");
        // A mistake is taken back, with a reason.
        let death = entered.location().unwrap();
        assert_eq!(desk.post(&format!("{death}/retrait"), &[]).await.status, 422);
        desk.post_then(&format!("{death}/retrait"), &[("reason", "Homonyme.")]).await;
        assert_eq!(desk.get(&death).await.status, 404);
        assert_eq!(app.by(Claire).await.get("/mes-donnees").await.status, 200);
    })
    .await;
}
