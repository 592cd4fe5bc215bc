//! What the documents of a convention say.

use crate::{
    SERVICES,
    scene::{OTHERS, academy, at, in_force, mairie, prepared, propose, run, text_of},
};
use testkit::on_both;

#[tokio::test]
async fn the_convention_says_its_parties_its_articles_its_schools_and_what_is_signed() {
    on_both(SERVICES, async |app| {
        let id = prepared(app).await;
        in_force(app, id).await;
        let text = text_of(&mairie(app).await.get(&at(id, "/convention.pdf")).await);
        for said in [
            "Année scolaire 2026-2027",
            "Région académique Occitanie",
            "Camille Faure",
            "par délégation du recteur de région académique",
            "Commune de Montaubrac",
            "21310118100013",
            "R. 222-24-2",
            "Article 11",
            "135,00 €",
            "cent trente-cinq euros",
            "45,00 €",
            "3 écoles",
            "5 septembre 2027",
            "tribunal administratif de Montpellier",
            "27 octobre 2026",
            "9 décembre 2026",
            "0310001H",
            OTHERS[0],
            OTHERS[1],
        ] {
            assert!(text.contains(said), "{said}: {text}");
        }
        assert!(!text.contains('{') && !text.contains("Projet ·"), "{text}");
    })
    .await;
}

#[tokio::test]
async fn the_council_is_given_a_project_and_a_note_with_blanks_to_fill_in() {
    on_both(SERVICES, async |app| {
        let id = prepared(app).await;
        propose(app, id).await;
        let mairie = mairie(app).await;
        for (file, said) in [
            ("annexe.pdf", ["0311696A", "cent trente-cinq euros", "Commune de Montaubrac"]),
            ("projet-de-deliberation.pdf", ["conseil municipal", "votes exprimés", "autorise Mireille Sans, Maire"]),
            ("note-explicative.pdf", ["conseil municipal", "0311710R", "5 septembre 2027"]),
            ("courrier.pdf", ["1 place de la Mairie", "31999 Montaubrac", "Camille Faure"]),
        ] {
            let page = mairie.get(&at(id, &format!("/{file}"))).await;
            let text = text_of(&page);
            assert!(said.iter().all(|it| text.contains(it)), "{file}: {text}");
            assert!(!text.contains('{') && !text.contains("[ecoles]"), "{file}: {text}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_draft_is_a_project_and_what_is_unknown_is_left_blank() {
    on_both(SERVICES, async |app| {
        let id = prepared(app).await;
        run(app, "update authority set siret = null, representative = '', quality = '', address = ''", &[]).await;
        run(app, "delete from identity", &[]).await;
        let adelaide = academy(app).await;
        for file in ["convention", "annexe", "projet-de-deliberation", "note-explicative", "courrier"] {
            let text = text_of(&adelaide.get(&at(id, &format!("/{file}.pdf"))).await);
            assert!(text.contains("Projet · Convention n° 2026-16-0001"), "{file}: {text}");
        }
    })
    .await;
}
