//! Signatures: in any order, the council's decision first for the authority's.

use crate::{
    SERVICES,
    scene::{academy, at, count, decision, in_force, kept, mairie, prepared, propose, run, signature},
};
use agreements::State;
use db::args;
use testkit::{Who, on_both};

#[tokio::test]
async fn the_academy_signs_before_the_vote_and_the_convention_takes_effect_on_the_last_signature() {
    on_both(SERVICES, async |app| {
        let id = prepared(app).await;
        propose(app, id).await;
        app.at("2026-10-27T10:00");
        let signed = signature("academy", "2026-10-27");
        assert_eq!(academy(app).await.upload(&at(id, "/signatures"), &signed, &[]).await.status, 303);
        let now = kept(app, id).await;
        assert_eq!((now.state, now.effective_on), (State::SignedByOne, None));
        app.at("2026-12-09T10:00");
        let mairie = mairie(app).await;
        assert_eq!(mairie.upload(&at(id, "/deliberation"), &decision(&[]), &[]).await.status, 303);
        assert!(mairie.get(&at(id, "")).await.says("votre signature est attendue"));
        let signed = signature("authority", "2026-12-09");
        let answer = mairie.upload(&at(id, "/signatures"), &signed, &[]).await;
        let page = mairie.follow(&answer).await;
        assert!(page.says("En vigueur") && page.says("Les deux parties ont signé"), "{}", page.text());
        assert!(!page.has(".notice-attention"), "signing before the vote is no fault: {}", page.text());
        let now = kept(app, id).await;
        assert_eq!(now.state, State::Active);
        assert_eq!(now.effective_on.as_deref(), Some("2026-12-09"));
        assert_eq!(now.ends_on, "2027-09-05");
        let enrolled = "select count(*) as n from enrolment where agreement_id = $1 and state = 'enrolled'";
        assert_eq!(count(app, enrolled, args![id]).await, 3);
    })
    .await;
}

#[tokio::test]
async fn the_authority_signs_first_and_an_earlier_date_noted_later_changes_nothing() {
    on_both(SERVICES, async |app| {
        let id = prepared(app).await;
        propose(app, id).await;
        app.at("2026-12-10T10:00");
        let mairie_client = mairie(app).await;
        mairie_client.upload(&at(id, "/deliberation"), &decision(&[]), &[]).await;
        // Whatever the authority sends, it notes its own signature.
        let mut signed = signature("authority", "2026-12-09");
        signed[0].1 = "academy";
        assert_eq!(mairie_client.upload(&at(id, "/signatures"), &signed, &[]).await.status, 303);
        let now = kept(app, id).await;
        assert_eq!((now.authority_signed_on.as_deref(), now.academy_signed_on), (Some("2026-12-09"), None));
        assert_eq!(mairie_client.upload(&at(id, "/signatures"), &signed, &[]).await.status, 409);
        let signed = signature("academy", "2026-10-27");
        assert_eq!(academy(app).await.upload(&at(id, "/signatures"), &signed, &[]).await.status, 303);
        assert_eq!(kept(app, id).await.effective_on.as_deref(), Some("2026-12-09"));
    })
    .await;
}

#[tokio::test]
async fn the_authority_does_not_sign_without_a_decision_that_authorises_it() {
    on_both(SERVICES, async |app| {
        let id = prepared(app).await;
        propose(app, id).await;
        app.at("2026-12-10T10:00");
        let signed = signature("authority", "2026-12-09");
        for entered in [None, Some(decision(&[("autorise", "")]))] {
            if let Some(entered) = entered {
                let answer = academy(app).await.upload(&at(id, "/deliberation"), &entered, &[]).await;
                assert_eq!(answer.status, 303, "{}", answer.text());
            }
            for academic in [false, true] {
                let client = if academic { academy(app).await } else { mairie(app).await };
                let answer = client.upload(&at(id, "/signatures"), &signed, &[]).await;
                assert_eq!(answer.status, 422);
                assert!(answer.says("aucune délibération adoptée ne l’y autorise"), "{}", answer.text());
                assert_eq!(answer.attributes("#f-nom", "value"), ["Mireille Sans"]);
            }
        }
        assert_eq!(kept(app, id).await.state, State::Proposed);
    })
    .await;
}

#[tokio::test]
async fn the_history_says_who_did_what_and_the_page_leads_to_its_authority_and_back() {
    on_both(SERVICES, async |app| {
        let id = prepared(app).await;
        propose(app, id).await;
        app.at("2026-12-10T10:00");
        let adelaide = academy(app).await;
        adelaide.upload(&at(id, "/deliberation"), &decision(&[("issue", "rejetee"), ("autorise", "")]), &[]).await;
        let page = adelaide.get(&at(id, "")).await;
        let told = page.texts("ol[reversed] li");
        // One act wrote both: the refusal follows the decision.
        assert!(told[0].starts_with("Refusée") && told[1].starts_with("Délibération saisie"), "{told:?}");
        assert!(told[0].contains(&Who::Adelaide.login()), "{told:?}");
        let href = page.link("Commune de Montaubrac").unwrap();
        assert!(href.starts_with("/collectivites/") && adelaide.get(&href).await.status == 200, "{href}");
        assert!(page.link("Tableau de bord").is_some());
        let page = mairie(app).await.get(&at(id, "")).await;
        assert_eq!(page.link("Tableau de bord"), None);
        assert_eq!(page.status, 200);
    })
    .await;
}

#[tokio::test]
async fn the_form_is_filled_in_for_the_party_chosen_and_who_signs_for_the_other_is_refused() {
    on_both(SERVICES, async |app| {
        let id = prepared(app).await;
        propose(app, id).await;
        app.at("2026-12-10T10:00");
        let adelaide = academy(app).await;
        adelaide.upload(&at(id, "/deliberation"), &decision(&[]), &[]).await;
        let page = adelaide.get(&at(id, "/signatures")).await;
        assert!(page.says("Qui a signé ?") && !page.has("#f-nom"), "{}", page.text());
        for (label, name) in [("L’académie", "Camille Faure"), ("La collectivité", "Mireille Sans")] {
            let form = adelaide.get(&page.link(label).unwrap()).await;
            assert_eq!(form.attributes("#f-nom", "value"), [name]);
            assert_eq!(form.attributes("input[name=partie]", "value").len(), 1, "{label}");
        }
        for party in ["authority", "academy"] {
            let other = if party == "academy" { "authority" } else { "academy" };
            let mut swapped = signature(other, "2026-12-09");
            swapped[0].1 = party;
            let answer = adelaide.upload(&at(id, "/signatures"), &swapped, &[]).await;
            assert!(answer.status == 422 && answer.says("indiquez qui a signé pour"), "{party}: {}", answer.text());
        }
        assert_eq!(kept(app, id).await.state, State::Proposed);
        let signed = signature("academy", "2026-12-09");
        assert_eq!(adelaide.upload(&at(id, "/signatures"), &signed, &[]).await.status, 303);
        let form = adelaide.get(&at(id, "/signatures")).await;
        assert_eq!(form.attributes("#f-nom", "value"), ["Mireille Sans"], "one is awaited: nothing to choose");
    })
    .await;
}

#[tokio::test]
async fn a_date_that_cannot_be_is_refused_with_words() {
    on_both(SERVICES, async |app| {
        let id = prepared(app).await;
        propose(app, id).await;
        app.at("2026-12-10T10:00");
        let adelaide = academy(app).await;
        adelaide.upload(&at(id, "/deliberation"), &decision(&[]), &[]).await;
        for (party, day, told) in [
            ("academy", "2026-09-30", "elle n’a pas pu être signée avant"),
            ("academy", "2026-12-11", "Cette date n’est pas encore venue."),
            ("academy", "hier", "Donnez la date de la signature."),
            ("authority", "2026-12-07", "La délibération est du 8 décembre 2026"),
            ("nobody", "2026-12-09", "Choisissez une partie qui n’a pas encore signé."),
        ] {
            let answer = adelaide.upload(&at(id, "/signatures"), &signature(party, day), &[]).await;
            assert_eq!(answer.status, 422, "{party} {day}");
            assert!(answer.says(told), "{told}: {}", answer.text());
        }
        let draft = adelaide.post(&at(id, "/brouillon"), &[]).await;
        assert_eq!(draft.status, 303);
        let answer = adelaide.upload(&at(id, "/signatures"), &signature("academy", "2026-12-09"), &[]).await;
        assert_eq!(answer.status, 409, "what is not proposed is not signed");
    })
    .await;
}

#[tokio::test]
async fn a_signature_noted_by_mistake_is_taken_back_while_nothing_is_billed() {
    on_both(SERVICES, async |app| {
        let id = prepared(app).await;
        in_force(app, id).await;
        let address = at(id, "/signatures/authority/retrait");
        assert_eq!(mairie(app).await.post(&address, &[("reason", "Erreur.")]).await.status, 403);
        let adelaide = academy(app).await;
        assert_eq!(adelaide.post(&address, &[("reason", "")]).await.status, 422);
        let page = adelaide.post_then(&address, &[("reason", "Mauvaise commune.")]).await;
        assert!(page.says("Signée par une partie") && page.says("Mauvaise commune."), "{}", page.text());
        let now = kept(app, id).await;
        assert_eq!((now.state, now.effective_on, now.authority_signed_on), (State::SignedByOne, None, None));
        assert_eq!(adelaide.post(&address, &[("reason", "Encore.")]).await.status, 409);
        assert_eq!(adelaide.get(&at(id, "/signatures/nobody/retrait")).await.status, 404);
        run(
            app,
            "insert into sum_due (id, agreement_id, year, academy, state, requested_on, note, created_at, changed_at) \
             values ($1, $1, 2026, '16', 'requested', '2026-12-10', '', 0, 0)",
            args![id],
        )
        .await;
        let other = at(id, "/signatures/academy/retrait");
        assert_eq!(adelaide.post(&other, &[("reason", "Trop tard.")]).await.status, 409, "the sum was requested");
    })
    .await;
}
