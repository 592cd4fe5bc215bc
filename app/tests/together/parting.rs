//! Accounts joined, then parted: each opens again as it did before.

use commons::activation::activation_code;
use preau::services::SERVICES;
use school::account::{self, Account};
use testkit::{Who::*, on_both};

#[tokio::test]
async fn the_sheet_of_an_account_nobody_came_in_with_serves_again_once_parted() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        let mut tx = app.write().await;
        account::reopen(&mut tx, Perrine.account()).await.unwrap();
        let sheet = Account::load(&mut tx, Perrine.account()).await.unwrap();
        tx.commit().await.unwrap();
        let (login, code) = (Perrine.login(), activation_code(&app.house, sheet.id, sheet.sheet));
        let typed = [("identifiant", login.as_str()), ("code", code.as_str())];
        let claire = app.by(Claire).await;
        let fields = [("identifiant", login.as_str()), ("secret", code.as_str())];
        let asked = claire.post("/compte/rattachement", &fields).await;
        let proof = asked.attributes("input[name=preuve]", "value").concat();
        let yes = [("preuve", proof.as_str()), ("certain", "on")];
        assert_eq!(claire.post("/compte/rattachement", &yes).await.location().as_deref(), Some("/foyer"));
        assert_eq!(app.anonymous().post("/activation", &typed).await.status, 422, "they are one");
        let undo = claire.get("/foyer").await.attributes("main a[href$='/annulation']", "href").remove(0);
        let first = claire.get(&undo).await;
        assert!(first.says("il faudra en demander une nouvelle à l’école"), "{}", first.text());
        let told = claire.post_then(&undo, &[]).await;
        assert!(told.says("L’autre, perrine.rives, s’ouvre avec le code de sa fiche de connexion."), "{}", told.text());
        let opened = app.anonymous().post("/activation", &typed).await.location().unwrap();
        assert!(opened.starts_with("/activation/"), "{opened}");
    })
    .await;
}
