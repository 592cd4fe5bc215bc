//! What each reads of themselves and of their children, and of nobody else.

use crate::{SERVICES, run};
use db::{Uuid, args};
use testkit::{
    App,
    Place::Tilleuls,
    Who::{self, *},
    on_both,
};

/// Both parents of Zoé answered about her image, each their own way.
async fn answered(app: &App) {
    for (number, adult, answer) in [(1, Claire, "yes"), (2, Paul, "no")] {
        run(
            app,
            "insert into image_right (id, school_id, child_id, adult_id, purpose, year, number, answer, answered_at) \
             values ($1, $2, $3, $4, 'press', 2026, 1, $5, $6)",
            args![Uuid::from_u128(number), Tilleuls.id(), Zoe.person(), adult.person(), answer, app.now()],
        )
        .await;
    }
}

#[tokio::test]
async fn a_parent_reads_of_the_child_and_nothing_of_the_other_parent() {
    on_both(SERVICES, async |app| {
        answered(app).await;
        let page = app.by(Claire).await.get("/mes-donnees").await;
        assert!(
            page.says("Les données de Zoé MARTY") && page.says("À corriger dans l’annuaire (ONDE)"),
            "{}",
            page.text()
        );
        assert!(page.says("claire.fabre@example.org") && page.says("Navigateur d’essai"), "{}", page.text());
        assert!(page.says("Autorisé") && !page.says("Refusé"), "{}", page.text());
        assert!(!page.says("Paul") && !page.says("paul.marty"), "{}", page.text());
        let page = app.by(Paul).await.get("/mes-donnees").await;
        assert!(page.says("Refusé") && !page.says("Autorisé"), "{}", page.text());
        assert!(!page.says("Claire") && !page.says("FABRE"), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn a_child_is_spoken_to_as_a_child_and_reads_no_answer_of_adults() {
    on_both(SERVICES, async |app| {
        answered(app).await;
        let page = app.by(Zoe).await.get("/mes-donnees").await;
        assert!(page.says("Voici ce qui est gardé ici sur toi.") && page.says("CP de M. Roux"), "{}", page.text());
        assert!(!page.says("Refusé") && !page.says("Autorisé"), "{}", page.text());
        assert!(page.link("Directives après la mort").is_none());
        for adult in ["Vos droits", "Civilité", "Identifiant national", "Numéro de fiche", "Second facteur", "ONDE"] {
            assert!(!page.says(adult), "{adult}: {}", page.text());
        }
        assert!(page.says("Qui tu es") && page.has("details.kept-part table"), "{}", page.text());
        let page = app.by(Zoe).await.get("/mes-donnees/demandes").await;
        let text = page.texts("main").join(" ");
        for adult in ["Rectification", "Opposition", "Limitation", "vous ", "votre"] {
            assert!(!text.contains(adult), "{adult}: {text}");
        }
    })
    .await;
}

#[tokio::test]
async fn everybody_finds_their_own() {
    on_both(SERVICES, async |app| {
        let told: [(Who, &str); 5] = [
            (Helene, "Équipe de l’école"),
            (Agnes, "À corriger par la commune"),
            (Adelaide, "adelaide.costes"),
            (Samia, "Les données de Lina BENALI"),
            (Karim, "Les données de Tom BENALI"),
        ];
        for (who, told) in told {
            let page = app.by(who).await.get("/mes-donnees").await;
            assert!(page.status == 200 && page.says(told), "{who:?}: {}", page.text());
        }
        let page = app.by(Hector).await.get("/mes-donnees").await;
        assert!(!page.says("Zoé") && !page.says("Enzo"), "{}", page.text());
        let page = app.by(Claire).await.get("/mes-donnees").await;
        assert!(page.says("L’effacement et la portabilité ne sont pas dans cette liste"), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn an_adult_who_is_responsible_no_more_reads_nothing_of_the_child() {
    on_both(SERVICES, async |app| {
        let ended = "update guardianship set until = $2 where adult_id = $1";
        run(app, ended, args![Paul.person(), app.now()]).await;
        let paul = app.by(Paul).await;
        assert!(!paul.get("/mes-donnees").await.says("Les données de Zoé"));
        let child = Zoe.person().to_string();
        assert_eq!(paul.post("/mes-donnees/export", &[("enfant", child.as_str())]).await.status, 404);
    })
    .await;
}
