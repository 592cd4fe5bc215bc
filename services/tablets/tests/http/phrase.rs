//! A phrase of three words, from CE2.

use crate::{MORNING, SERVICES, codes};
use commons::secret;
use school::account::Account;
use testkit::{
    Classroom::{Ce, Cp},
    Who::*,
    on_both,
};

#[tokio::test]
async fn a_phrase_is_a_password_shown_once_and_ends_the_sessions_before() {
    on_both(SERVICES, async |app| {
        app.at(MORNING);
        let before = app.by(Tom).await;
        let page = app.by(Helene).await.post(&codes(Ce, Tom, "/phrase"), &[]).await;
        let phrase = page.texts(".given-secret").concat();
        assert_eq!(phrase.split(' ').count(), 3, "{}", page.text());
        assert!(page.says(&Tom.login()));
        assert!(before.get("/mes-travaux").await.asks_to_sign_in());
        let mut tx = app.read().await;
        let account = Account::load(&mut tx, Tom.account()).await.unwrap();
        drop(tx);
        assert!(secret::matches(account.password.as_deref(), &phrase).await.unwrap());
        let again = app.by(Helene).await.get(&codes(Ce, Tom, "")).await;
        assert!(!again.says(&phrase));
        assert!(again.says("Phrase donnée le 5 octobre 2026.") && again.says("Donner une autre phrase"));
        let list = app.by(Helene).await.get(&Ce.path("/codes")).await;
        assert_eq!(list.text().matches("Phrase donnée le 5 octobre 2026.").count(), 1, "{}", list.text());
    })
    .await;
}

#[tokio::test]
async fn who_does_not_read_yet_gets_none() {
    on_both(SERVICES, async |app| {
        app.at(MORNING);
        for (class, who) in [(Cp, Zoe), (Ce, Lina)] {
            let helene = app.by(Helene).await;
            assert!(!helene.get(&codes(class, who, "")).await.says("Donner une phrase"));
            assert_eq!(helene.post(&codes(class, who, "/phrase"), &[]).await.status, 403);
        }
    })
    .await;
}
