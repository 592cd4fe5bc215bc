//! What people are told of their data, by age.

use crate::{SERVICES, change, identity, officer};
use db::args;
use testkit::{Page, Who::*, on_both};

const PAGES: [&str; 4] =
    ["/protection-des-donnees", "/protection-des-donnees/enfants", "/protection-des-donnees/petits", "/accessibilite"];

fn assert_well_made(page: &Page) {
    assert_eq!(page.status, 200, "{}", page.text());
    assert_eq!((page.texts("h1").len(), page.texts("main").len()), (1, 1));
    assert!(!page.has("[style], [onclick], img:not([alt])"));
    // Whoever leaves is told so, and the other site is not told whence.
    let outside = page.texts("main a[href^=http]").len();
    assert_eq!(page.texts("main a[href^=http][rel~=noreferrer] .visually-hidden").len(), outside);
}

#[tokio::test]
async fn they_are_open_to_everybody_before_the_charter_too() {
    on_both(SERVICES, async |app| {
        change(app, "update account set charter = 0 where id = $1", args![Claire.account()]).await;
        for path in PAGES {
            assert_well_made(&app.anonymous().get(path).await);
            for who in [Zoe, Claire, Thomas, Adelaide] {
                assert_well_made(&app.by(who).await.get(path).await);
            }
        }
    })
    .await;
}

#[tokio::test]
async fn adults_read_who_answers_what_for_how_long_and_what_they_may_ask() {
    on_both(SERVICES, async |app| {
        let before = app.anonymous().get("/protection-des-donnees").await;
        assert!(before.says("Le nom du délégué à la protection des données n’est pas encore renseigné."));
        identity(app).await;
        let page = app.anonymous().get("/protection-des-donnees").await;
        for said in [
            "Région académique Occitanie",
            "Représentée par Camille Faure, rectrice de région académique",
            "Solène Rey",
            "mission d’intérêt public",
            "Journal de la classe ou du groupe · Raconter la vie de la classe, ou d’un groupe",
            "Journal des actions sensibles et des connexions refusées : 1 an",
            "Dire ce qu’elles deviendront après votre mort",
            "Le service n’envoie aucune donnée hors de l’Union européenne.",
        ] {
            assert!(page.says(said), "{said}: {}", page.text());
        }
        assert_eq!(page.link("Exercer vos droits").as_deref(), Some("/mes-donnees"));
        assert!(page.link("Adresser une plainte à la CNIL").unwrap().contains("cnil.fr"));
        assert!(page.link("Arrêté du 30 novembre 2006").unwrap().contains("legifrance.gouv.fr"));
        assert_eq!(page.link("Pour les enfants qui lisent").as_deref(), Some("/protection-des-donnees/enfants"));
    })
    .await;
}

#[tokio::test]
async fn the_notice_follows_the_schedule_and_the_register() {
    on_both(SERVICES, async |app| {
        let dpo = officer(app).await;
        dpo.post_then("/conservation", &[("regle", "audit"), ("jours", "180")]).await;
        let page = app.anonymous().get("/protection-des-donnees").await;
        assert!(page.says("connexions refusées : 6 mois"), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn children_are_spoken_to_as_children() {
    on_both(SERVICES, async |app| {
        let page = app.by(Zoe).await.get("/protection-des-donnees/enfants").await;
        let text = page.texts("main").join(" ");
        assert!(text.contains("Tu peux demander à voir") && text.contains("Ton nom, ton prénom"), "{text}");
        assert!(!text.contains("vous") && !text.contains("votre"), "{text}");
        let own = app.by(Zoe).await.get("/protection-des-donnees").await;
        assert!(own.says("Tes données, expliquées"), "{}", own.text());
        let adults = own.link("La page pour les adultes").unwrap();
        assert!(app.by(Zoe).await.get(&adults).await.says("Responsable de traitement"));
        assert!(page.has("read-aloud[data-text='a-lire']") && page.has("#a-lire"));
        let little = app.by(Zoe).await.get("/protection-des-donnees/petits").await;
        assert_eq!(little.texts(".pictograms li").len(), 6);
        assert_eq!(little.texts(".pictograms li svg.icon").len(), 6);
        assert!(!little.texts("main").join(" ").contains("vous"));
    })
    .await;
}

#[tokio::test]
async fn the_notice_is_printed_for_the_board_of_the_school() {
    on_both(SERVICES, async |app| {
        identity(app).await;
        let paper = app.anonymous().get("/protection-des-donnees.pdf").await;
        assert_eq!(paper.status, 200);
        assert!(paper.bytes.starts_with(b"%PDF-"));
    })
    .await;
}
