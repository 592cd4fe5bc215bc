//! Requests filed from an account: what is kept of them, until when they are answered, what is refused.

use crate::{SERVICES, count, file, prove};
use db::args;
use testkit::{Who::*, on_both};

const RECTIFY: [(&str, &str); 2] = [("droit", "rectification"), ("texte", "La date de naissance est fausse.")];

#[tokio::test]
async fn a_request_says_until_when_it_is_answered_and_who_corrects() {
    on_both(SERVICES, async |app| {
        let claire = app.by(Claire).await;
        let zoe = Zoe.person().to_string();
        let own = file(&claire, &[&RECTIFY[..], &[("enfant", zoe.as_str())]].concat()).await;
        let page = claire.get(&own).await;
        assert!(page.says("Réponse attendue le 1er novembre 2026 au plus tard."), "{}", page.text());
        assert!(page.says("Le service vérifie d’abord qui fait la demande."), "{}", page.text());
        assert!(page.says("viennent d’ONDE") && page.says("La date de naissance est fausse."), "{}", page.text());
        assert!(page.says("données qui concernent Zoé MARTY"), "{}", page.text());
        // The other parent knows nothing of it, nor does the child.
        for who in [Paul, Zoe, Hector, Adelaide] {
            assert_eq!(app.by(who).await.get(&own).await.status, 404, "{who:?}");
        }
        assert!(!app.by(Paul).await.get("/mes-donnees/demandes").await.says("D-2026-"));
    })
    .await;
}

#[tokio::test]
async fn whoever_proved_to_be_there_is_not_checked_again() {
    on_both(SERVICES, async |app| {
        let claire = app.by(Claire).await;
        let form = claire.get("/mes-donnees/demandes").await;
        assert!(form.link("Prouver mon identité").is_some());
        assert!(form.has(".for-objection [name='sujet']"), "the sheet hides it from whoever does not object");
        prove(app, Claire).await;
        let own = file(&claire, &[("droit", "access")]).await;
        assert!(claire.get(&own).await.says("Identité vérifiée"));
        let known = "select count(*) as n from rights_request where identity = 'account' and account_id = $1";
        assert_eq!(count(app, known, args![Claire.account()]).await, 1);
    })
    .await;
}

#[tokio::test]
async fn what_is_missing_is_told_and_what_was_typed_stays() {
    on_both(SERVICES, async |app| {
        let claire = app.by(Claire).await;
        let page = claire.post("/mes-donnees/demandes", &[("texte", "Bonjour à vous")]).await;
        assert_eq!(page.status, 422);
        assert!(page.says("Choisissez un droit.") && page.html().contains("Bonjour à vous"), "{}", page.text());
        let page = claire.post("/mes-donnees/demandes", &[("droit", "objection"), ("texte", "Ma situation")]).await;
        assert_eq!(page.status, 422);
        assert!(page.says("Cochez au moins un usage."), "{}", page.text());
        let page = claire.post("/mes-donnees/demandes", &[("droit", "rectification")]).await;
        assert!(page.status == 422 && page.says("Dites ce qui est à corriger"), "{}", page.text());
        // Directives have a page of their own; other children are nobody's here.
        assert_eq!(claire.post("/mes-donnees/demandes", &[("droit", "directives")]).await.status, 422);
        let tom = Tom.person().to_string();
        let of_other = [("droit", "access"), ("enfant", tom.as_str())];
        assert_eq!(claire.post("/mes-donnees/demandes", &of_other).await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn a_child_may_ask_in_simple_words() {
    on_both(SERVICES, async |app| {
        let zoe = app.by(Zoe).await;
        let page = zoe.get("/mes-donnees/demandes").await;
        assert!(page.says("Que veux-tu demander ?") && page.link("Prouver mon identité").is_none(), "{}", page.text());
        let own = file(&zoe, &RECTIFY).await;
        let page = zoe.get(&own).await;
        assert!(!page.says("Message pour la direction"), "{}", page.text());
    })
    .await;
}
