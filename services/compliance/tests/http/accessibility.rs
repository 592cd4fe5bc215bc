//! The declaration says the true state, at the foot of every page too; what people cannot use is answered.

use crate::{SERVICES, count, identity, officer, task};
use compliance::SERVICE;
use school::Viewer;
use testkit::{App, Client, Page, Who::*, on_both};

const AUDIT: [(&str, &str); 6] = [
    ("jour", "2026-09-15"),
    ("version", "4.1.2"),
    ("auditeur", "Cabinet Clair"),
    ("taux", "72,5"),
    ("ecarts", "Des photos sans description.\nUn tableau sans titre."),
    ("charges", "Les livrets scannés d’avant 2020 : refaits à la demande."),
];

fn foot(page: &Page) -> String {
    page.texts("footer a").remove(0)
}

async fn declare(client: &Client<'_>) {
    let answer = client.post("/accessibilite/declaration", &AUDIT).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
}

#[tokio::test]
async fn without_an_audit_there_is_one_state() {
    on_both(SERVICES, async |app| {
        let page = app.anonymous().get("/accessibilite").await;
        assert_eq!(foot(&page), "Accessibilité : non conforme");
        assert!(page.says("Aucun audit n’a encore mesuré la conformité"), "{}", page.text());
        assert!(page.link("Écrire au Défenseur des droits").is_some());
        assert!(page.says("(RGAA), version 4.1.2"), "{}", page.text());
        // Lists may be written before any audit: the state stays.
        let dpo = officer(app).await;
        let empty = dpo.post("/accessibilite/declaration", &[("version", "4.1.2")]).await;
        assert!(empty.status == 422 && empty.says("La déclaration est vide."), "{}", empty.text());
        let answer = dpo.post("/accessibilite/declaration", &[("ecarts", "Des photos sans description.")]).await;
        assert_eq!(answer.status, 303, "{}", answer.text());
        let page = app.anonymous().get("/accessibilite").await;
        assert_eq!(foot(&page), "Accessibilité : non conforme");
        assert!(page.says("Des photos sans description."));
    })
    .await;
}

#[tokio::test]
async fn the_foot_of_every_page_follows_the_declaration_and_its_age() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        identity(app).await;
        let before = app.anonymous().get("/protection-des-donnees").await;
        assert_eq!(foot(&before), "Accessibilité : non conforme");
        let dpo = officer(app).await;
        declare(&dpo).await;
        // Other nodes have the word at once, or look by themselves some seconds later.
        app.wait(21);
        for page in [dpo.get("/espace-dpo").await, app.anonymous().get("/accessibilite").await] {
            assert_eq!(foot(&page), "Accessibilité : partiellement conforme");
        }
        assert_eq!(foot(&app.anonymous().get("/nulle-part").await), "Accessibilité : partiellement conforme");
        let page = app.anonymous().get("/accessibilite").await;
        for said in [
            "Audit du 15 septembre 2026, réalisé par Cabinet Clair selon le RGAA 4.1.2 : 72,5 %",
            "Un tableau sans titre.",
            "Dérogations pour charge disproportionnée",
            "Déclaration établie le 1er octobre 2026 par Région académique Occitanie.",
        ] {
            assert!(page.says(said), "{said}: {}", page.text());
        }
        app.at("2029-09-16T10:00");
        let page = app.anonymous().get("/accessibilite").await;
        assert_eq!(foot(&page), "Accessibilité : non conforme");
        assert!(page.says("L’audit ne vaut plus depuis le 15 septembre 2029"), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn an_audit_is_whole_or_none() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        let dpo = officer(app).await;
        let typed = [("jour", "2026-12-01"), ("taux", "120"), ("plan", "plan.pdf"), ("ecarts", "Des photos.")];
        let page = dpo.post("/accessibilite/declaration", &typed).await;
        assert_eq!(page.status, 422);
        for said in [
            "Il faut le jour de l’audit, qui ne peut pas être à venir.",
            "Il faut dire qui a réalisé l’audit.",
            "Il faut un taux entre 0 et 100.",
            "Il faut une adresse complète",
        ] {
            assert!(page.says(said), "{said}: {}", page.text());
        }
        assert_eq!(page.attributes("input[name=taux]", "value"), ["120"]);
        assert_eq!(count(app, "select count(*) as n from accessibility_declaration").await, 0);
    })
    .await;
}

#[tokio::test]
async fn those_who_name_the_region_declare_too_and_others_do_not() {
    on_both(SERVICES, async |app| {
        declare(&task(app, "academy-admin", "academy:16").await).await;
        let other = task(app, "district-admin", "academy:16").await;
        assert_eq!(other.post("/accessibilite/declaration", &AUDIT).await.status, 404);
    })
    .await;
}

async fn awaited(app: &App) -> usize {
    let mut tx = app.read().await;
    let viewer = Viewer::load(&mut tx, Adelaide.account()).await.unwrap();
    (SERVICE.tasks)(&mut tx, &viewer).await.unwrap().len()
}

#[tokio::test]
async fn a_visitor_tells_a_difficulty_and_is_answered_by_letter() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        let visitor = app.anonymous();
        let page = visitor.post("/accessibilite/signalement", &[("texte", "Le menu ne se lit pas.")]).await;
        assert_eq!(page.status, 422);
        assert!(page.says("Il faut une adresse pour vous répondre.") && page.says("Le menu ne se lit pas."));
        let told = [("texte", "Le menu ne se lit pas."), ("page", "/journal"), ("courriel", "ana@example.org")];
        let page = visitor.post_then("/accessibilite/signalement", &told).await;
        assert!(page.says("Votre signalement est enregistré"), "{}", page.text());
        let dpo = officer(app).await;
        assert_eq!(awaited(app).await, 1);
        let list = dpo.get("/accessibilite/signalements").await;
        assert!(list.says("réponse due au plus tard le 8 octobre 2026"), "{}", list.text());
        let path = list.attributes("form[action^='/accessibilite/signalements/']", "action").remove(0);
        assert_eq!(dpo.post(&path, &[("reponse", " ")]).await.status, 422);
        dpo.post_then(&path, &[("reponse", "C’est corrigé : merci.")]).await;
        assert_eq!(dpo.post(&path, &[("reponse", "Encore.")]).await.status, 409);
        app.run_jobs().await;
        let letters = app.letters();
        assert_eq!(letters.len(), 1);
        assert!(letters[0].contains("To: ana@example.org") && letters[0].contains("C’est corrigé"), "{letters:?}");
        assert_eq!(awaited(app).await, 0);
    })
    .await;
}

#[tokio::test]
async fn somebody_signed_in_reads_the_answer_on_the_page_and_nobody_else_does() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        let claire = app.by(Claire).await;
        claire.post_then("/accessibilite/signalement", &[("texte", "La photo n’est pas décrite.")]).await;
        let page = claire.get("/accessibilite").await;
        assert!(page.says("Réponse attendue au plus tard le 8 octobre 2026"), "{}", page.text());
        assert!(!app.by(Paul).await.get("/accessibilite").await.says("La photo n’est pas décrite."));
        let dpo = officer(app).await;
        app.at("2026-10-09T10:00");
        let list = dpo.get("/accessibilite/signalements").await;
        assert!(list.says("réponse en retard"), "{}", list.text());
        let path = list.attributes("form[action^='/accessibilite/signalements/']", "action").remove(0);
        dpo.post_then(&path, &[("reponse", "Elle l’est maintenant.")]).await;
        assert!(claire.get("/accessibilite").await.says("Elle l’est maintenant."));
    })
    .await;
}

#[tokio::test]
async fn a_machine_is_stopped() {
    on_both(SERVICES, async |app| {
        let claire = app.by(Claire).await;
        for round in 0..11 {
            let answer = claire.post("/accessibilite/signalement", &[("texte", "Encore.")]).await;
            assert_eq!(answer.status, if round < 10 { 303 } else { 422 }, "{round}");
        }
    })
    .await;
}
