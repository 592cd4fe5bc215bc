//! The one page of a commune: its conventions in plain words, what is next, whom to ask.

use crate::{
    SERVICES,
    scene::{academy, at, both_sign, decision, mairie, prepared, propose, run, task},
};
use testkit::on_both;

const PATH: &str = "/conventions";

#[tokio::test]
async fn the_next_thing_to_do_is_one_press_away() {
    on_both(SERVICES, async |app| {
        let id = prepared(app).await;
        let page = mairie(app).await.get(PATH).await;
        assert!(page.says("En préparation") && !page.says("€"), "{}", page.text());
        assert_eq!(page.link("Ouvrir la convention").as_deref(), Some(at(id, "").as_str()));
        assert!(page.says("Contact de l’académie Région académique Occitanie ent@ac-example.fr"), "{}", page.text());
        propose(app, id).await;
        let page = mairie(app).await.get(PATH).await;
        assert_eq!(page.link("Faire délibérer le conseil"), Some(at(id, "/deliberation")));
        assert!(page.says("Participation : 135,00 €"), "{}", page.text());
        assert_eq!(page.link("Projet de délibération"), Some(at(id, "/projet-de-deliberation.pdf")));
        assert_eq!(page.texts(".button-primary"), ["Faire délibérer le conseil"]);
        app.at("2026-12-10T10:00");
        let mairie_client = mairie(app).await;
        mairie_client.upload(&at(id, "/deliberation"), &decision(&[]), &[]).await;
        let page = mairie_client.get(PATH).await;
        assert_eq!(page.link("Signer"), Some(at(id, "/signatures")));
        both_sign(app, id).await;
        let page = mairie(app).await.get(PATH).await;
        assert!(page.says("vos écoles sont couvertes jusqu’à son terme"), "{}", page.text());
        assert!(page.says("0310001H") && page.link("Voir la somme due").is_some(), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn a_commune_sees_no_sum_no_document_and_adds_no_paper_until_its_convention_is_proposed() {
    on_both(SERVICES, async |app| {
        let id = prepared(app).await;
        let mairie_client = mairie(app).await;
        let page = mairie_client.get(&at(id, "")).await;
        assert!(page.says("L’académie prépare la convention") && page.says("0310001H"), "{}", page.text());
        assert!(!page.says("€") && !page.says("Courrier d’envoi") && !page.has("main form"), "{}", page.text());
        for file in ["convention", "annexe", "projet-de-deliberation", "note-explicative", "courrier"] {
            assert_eq!(mairie_client.get(&at(id, &format!("/{file}.pdf"))).await.status, 403, "{file}");
        }
        let paper: (&str, &str, &[u8]) = ("fichier", "signee.pdf", b"%PDF-1.4\n1 0 obj\nendobj\n%%EOF");
        let answer = mairie_client.upload(&at(id, "/pieces"), &[("nature", "other")], &[paper]).await;
        assert_eq!(answer.status, 403);
        let page = academy(app).await.get(&at(id, "")).await;
        assert!(page.says("Participation : 135,00 €") && page.link("Courrier d’envoi").is_some(), "{}", page.text());
        propose(app, id).await;
        let page = mairie(app).await.get(&at(id, "")).await;
        assert!(page.says("Participation : 135,00 €") && page.link("Courrier d’envoi").is_some(), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn years_that_are_over_are_listed_and_an_open_campaign_is_told() {
    on_both(SERVICES, async |app| {
        let id = prepared(app).await;
        assert!(mairie(app).await.get(PATH).await.link("Inscrire mes écoles").is_none());
        let over = "update agreement set state = 'expired', year = 2025, effective_on = '2025-12-01', \
            ends_on = '2026-09-05'";
        run(app, over, &[]).await;
        let page = mairie(app).await.get(PATH).await;
        assert!(page.says("Années précédentes") && page.says("5 septembre 2026"), "{}", page.text());
        assert_eq!(page.link("2025-2026"), Some(at(id, "")));
        assert_eq!(page.link("Inscrire mes écoles").as_deref(), Some("/conventions/inscriptions"));
        app.at("2027-07-01T10:00");
        assert!(mairie(app).await.get(PATH).await.says("Aucune campagne d’inscription n’est ouverte en ce moment."));
    })
    .await;
}

#[tokio::test]
async fn the_commune_and_the_academy_each_have_their_page_at_the_same_address() {
    on_both(SERVICES, async |app| {
        prepared(app).await;
        let page = mairie(app).await.get(PATH).await;
        assert!(page.says("Commune de Montaubrac") && !page.has("main form"), "{}", page.text());
        assert_eq!(academy(app).await.get(PATH).await.texts("h1"), ["Tableau des conventions"]);
        let other = task(app, "town-officer", "town:031:sainte-foy").await;
        let page = other.get(PATH).await;
        assert!(page.says("Votre collectivité n’est pas encore connue ici") && !page.says("Montaubrac"));
        assert_eq!(other.get("/conventions/liste.csv").await.status, 404);
        assert_eq!(task(app, "town-editor", "town:031:montaubrac").await.get(PATH).await.status, 404);
    })
    .await;
}
