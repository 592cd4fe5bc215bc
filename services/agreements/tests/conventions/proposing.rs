//! Proposing a convention, and what is frozen from then on.

use crate::{
    SERVICES,
    scene::{academy, at, count, kept, mairie, prepared, propose, run, text_of},
};
use agreements::State;
use db::args;
use testkit::on_both;

#[tokio::test]
async fn a_convention_proposed_keeps_the_names_of_its_parties_its_articles_and_its_tariff() {
    on_both(SERVICES, async |app| {
        let id = prepared(app).await;
        run(app, "update campaign set price_cents = 5000", &[]).await;
        let page = propose(app, id).await;
        assert!(page.says("Proposée") && page.says("avertie par courriel"), "{}", page.text());
        assert!(page.says("Participation : 150,00 € (cent cinquante euros)"), "{}", page.text());
        run(app, "update campaign set price_cents = 9900", &[]).await;
        run(app, "update authority set name = 'Ville nouvelle', representative = 'Luc Autre'", &[]).await;
        let now = kept(app, id).await;
        assert_eq!(
            (now.state, now.price_cents, now.proposed_on.as_deref()),
            (State::Proposed, 5000, Some("2026-10-01"))
        );
        let text = text_of(&academy(app).await.get(&at(id, "/convention.pdf")).await);
        assert!(text.contains("Commune de Montaubrac") && text.contains("Mireille Sans"), "{text}");
        assert!(text.contains("50,00 €") && !text.contains("Ville nouvelle"), "{text}");
        let proposed = "select count(*) as n from audit where action = 'agreement-proposed'";
        assert_eq!(count(app, proposed, &[]).await, 1);
    })
    .await;
}

#[tokio::test]
async fn proposing_a_school_that_was_asked_for_confirms_it() {
    on_both(SERVICES, async |app| {
        let id = prepared(app).await;
        let asked = "select count(*) as n from enrolment where state = 'requested'";
        assert_eq!(count(app, asked, &[]).await, 3);
        propose(app, id).await;
        assert_eq!(count(app, asked, &[]).await, 0);
        assert!(!mairie(app).await.get(&at(id, "/ecoles")).await.says("Demandée"));
    })
    .await;
}

#[tokio::test]
async fn the_commune_is_written_to_with_a_link_and_without_names_of_people() {
    on_both(SERVICES, async |app| {
        let id = prepared(app).await;
        propose(app, id).await;
        app.run_jobs().await;
        let letters = app.letters();
        assert_eq!(letters.len(), 1);
        assert!(letters[0].contains("mairie@montaubrac.example"), "{}", letters[0]);
        assert!(letters[0].contains(&format!("https://preau.example.org/conventions/{id}")), "{}", letters[0]);
        assert!(!letters[0].contains("Mireille") && !letters[0].contains("Camille"), "{}", letters[0]);
    })
    .await;
}

#[tokio::test]
async fn a_convention_without_school_is_not_proposed_and_none_is_twice() {
    on_both(SERVICES, async |app| {
        let id = prepared(app).await;
        let adelaide = academy(app).await;
        let now = app.now();
        run(app, "update enrolment set withdrawn_at = $1", args![now]).await;
        let answer = adelaide.post(&at(id, "/proposer"), &[]).await;
        assert_eq!(answer.status, 422);
        assert!(
            answer.says("Aucune école n’est inscrite : la convention ne peut pas être proposée."),
            "{}",
            answer.text()
        );
        run(app, "update enrolment set withdrawn_at = null", &[]).await;
        assert_eq!(adelaide.post(&at(id, "/proposer"), &[]).await.status, 303);
        assert_eq!(adelaide.post(&at(id, "/proposer"), &[]).await.status, 409);
        assert_eq!(mairie(app).await.post(&at(id, "/proposer"), &[]).await.status, 403);
    })
    .await;
}

#[tokio::test]
async fn a_convention_nobody_signed_is_prepared_again_with_the_names_of_today() {
    on_both(SERVICES, async |app| {
        let id = prepared(app).await;
        propose(app, id).await;
        run(app, "update authority set representative = 'Luc Autre'", &[]).await;
        assert_eq!(mairie(app).await.post(&at(id, "/brouillon"), &[]).await.status, 403);
        let page = academy(app).await.post_then(&at(id, "/brouillon"), &[]).await;
        assert!(page.says("En préparation") && page.says("Luc Autre, Maire"), "{}", page.text());
        assert!(kept(app, id).await.parties.is_none());
        assert!(propose(app, id).await.says("Luc Autre, Maire"));
    })
    .await;
}

#[tokio::test]
async fn what_the_text_would_leave_blank_and_a_mandate_that_is_over_are_told() {
    on_both(SERVICES, async |app| {
        let id = prepared(app).await;
        run(app, "update authority set siret = null, mandate_until = '2026-03-22'", &[]).await;
        let page = mairie(app).await.get(&at(id, "")).await;
        assert!(page.says("Le SIRET de la collectivité n’est pas renseigné"), "{}", page.text());
        assert!(page.says("a pris fin le 22 mars 2026"), "{}", page.text());
        assert!(page.link("Refuser la convention").is_none() && !page.has("form[action$='/proposer']"));
    })
    .await;
}

#[tokio::test]
async fn a_refusal_and_a_cancelling_need_a_reason_and_are_read_by_both() {
    on_both(SERVICES, async |app| {
        let id = prepared(app).await;
        propose(app, id).await;
        let mairie_client = mairie(app).await;
        assert_eq!(mairie_client.get(&at(id, "/refuser")).await.status, 200);
        let answer = mairie_client.post(&at(id, "/refuser"), &[("reason", " ")]).await;
        assert!(answer.status == 422 && answer.has("#f-reason-error"), "{}", answer.text());
        let page = mairie_client.post_then(&at(id, "/refuser"), &[("reason", "Budget refusé.")]).await;
        assert!(page.says("Refusée") && page.says("Budget refusé."), "{}", page.text());
        assert_eq!(mairie_client.post(&at(id, "/annuler"), &[("reason", "x")]).await.status, 403);
        let adelaide = academy(app).await;
        assert!(adelaide.get(&at(id, "")).await.says("Budget refusé."));
        let page = adelaide.post_then(&at(id, "/annuler"), &[("reason", "Groupement créé.")]).await;
        assert!(page.says("Annulée") && page.says("Groupement créé."), "{}", page.text());
        let bound = "select count(*) as n from enrolment where withdrawn_at is null";
        assert_eq!(count(app, bound, &[]).await, 0, "its schools are free for another convention");
        assert_eq!(adelaide.post(&at(id, "/refuser"), &[("reason", "x")]).await.status, 409);
        assert_eq!(adelaide.get(&at(id, "/annuler")).await.status, 303, "nothing to ask any more");
        app.run_jobs().await;
        assert!(app.letters().iter().any(|it| it.contains("ent@ac-example.fr")), "the refusal is told to the académie");
    })
    .await;
}
